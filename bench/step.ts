/** One timed step of the benchmark, in a process of its own: `scan` or `tables` of a study folder. */
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../pipeline/db.ts'
import { openStudy } from '../pipeline/open.ts'
import { computeWaves } from '../pipeline/run.ts'
import { realWorld, silent } from '../pipeline/world.ts'

/** The sum of every column, the greatest of a text column. */
async function scan(file: string): Promise<void> {
  const db = await openDatabase(tmpdir(), { memory: '2500MB' })
  const columns = await db.rows(`describe select * from '${file}'`)
  const sums = columns.map(({ column_name, column_type }) =>
    column_type === 'VARCHAR' ? `max(${column_name})` : `sum(${column_name})`,
  )
  await db.rows(`select ${sums.join(', ')} from '${file}'`)
  db.close()
}

async function tables(folder: string): Promise<void> {
  const world = realWorld(silent)
  try {
    const results = await computeWaves(world, openStudy(world, { study: folder }), folder)
    if (results[0]?.tables.scores.length === 0) throw new Error('no scores')
  } finally {
    world.close()
  }
}

const [step = '', folder = '', file = ''] = process.argv.slice(2)
const start = process.hrtime.bigint()
await (step === 'scan' ? scan(join(folder, file)) : tables(folder))
const seconds = Number(process.hrtime.bigint() - start) / 1e9
process.stdout.write(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1000 }))
