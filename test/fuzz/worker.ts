/** Runs cases one after the other and writes a line before and after each, at once: the parent knows what it died of. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../pipeline/db.ts'
import { type Case, writeCase } from './case.ts'
import { judge, type Verdict } from './verdict.ts'

/** A line of a worker. */
export type Line =
  | { begins: number }
  | { ends: Case; verdict: Verdict; seconds: number; folder: string }
  | { done: true }

const [seed = 0, first = 0, step = 1, count = 0] = process.argv.slice(2, 6).map(Number)
const keep = process.argv[6] ?? ''
const say = (line: Line) => writeSync(1, `${JSON.stringify(line)}\n`)
let number = first
const stop = (error: unknown) => {
  const why = `outside of the case: ${error instanceof Error ? error.stack : String(error)}`
  say({
    ends: { number, format: 'csv', done: [], builds: false },
    verdict: { outcome: 'finding', why, compared: false },
    seconds: 0,
    folder: '',
  })
}
process.on('uncaughtException', stop)
process.on('unhandledRejection', stop)

const base = mkdtempSync(join(tmpdir(), 'fuzz-'))
process.on('exit', () => rmSync(base, { recursive: true, force: true }))
const out = join(base, 'beside', 'site')
const options = { memory: '500MB', threads: 1 }
const open = async () => {
  const opened = await openDatabase(base, options)
  // Every case writes to the same path: what is kept of an earlier file may be taken for it.
  await opened.run('set enable_external_file_cache = false')
  return opened
}
let db = await open()
for (let turn = 0; number < count; number += step, turn++) {
  say({ begins: number })
  const folder = join(base, 'study')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  if (turn % 100 === 99) {
    db.close()
    db = await open()
  }
  const one = await writeCase(db, seed, number, folder)
  mkdirSync(out, { recursive: true })
  const start = performance.now()
  const verdict = await judge(db, folder, one.builds ? out : undefined)
  const seconds = (performance.now() - start) / 1000
  if (verdict.outcome === 'finding' && keep !== '')
    cpSync(folder, join(keep, `${one.number}-${one.format}`), { recursive: true })
  say({ ends: one, verdict, seconds, folder })
}
say({ done: true })
db.close()
