import { realWorld, silent } from '../world.ts'
import { openWaves } from './open.ts'
import { rolesOf } from './roles.ts'
import { questionsOf, candidatesIn } from './items.ts'
import { dirname, basename } from 'node:path'
const world = realWorld(silent)
const db = await world.openDatabase()
for (const file of process.argv.slice(2)) {
  const t = performance.now()
  const [w] = await openWaves(world, db, dirname(file), [{ id: { value: 'w' }, files: [basename(file)] }])
  if (!w) continue
  const t1 = performance.now()
  const roles = await rolesOf(db, w)
  const taken = new Set([roles.respondent.value, roles.company.value, ...[...roles.others.values()].map(g => g.value)])
  const q = await questionsOf(db, w, taken)
  console.log(file, w.rows, w.headers.rows, w.id, (t1-t).toFixed(0), (performance.now()-t1).toFixed(0))
  console.log(' R', JSON.stringify(roles.respondent), '\n C', JSON.stringify(roles.company)); for (const [k,v] of roles.others) console.log('  ', k, JSON.stringify(v))
  for (const one of q) console.log('  ', one.column.name, `${one.min}-${one.max}`, JSON.stringify(one.seen), [...one.missing].map(([k,v])=>`${k}:${v.todo?'?':''}${v.value}`).join(' '), '|', one.why)
  const first = q.find(o => o.missing.size); if (first) console.log([...first.missing])
  const names = new Set(q.map(o=>o.column.name)); console.log('  left cands', candidatesIn(w, taken).filter(c=>!names.has(c.column.name)).map(c=>`${c.column.name}(${c.range.min}-${c.range.max}${c.range.edges.length?'+'+c.range.edges:''})`).join(' '))
}
world.close()
