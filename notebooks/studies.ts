/** What the notebooks read: the simulated demonstration and the study that R has computed, and what a build makes of them. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Study } from '../pipeline/contract/study.ts'
import { type Database, literal, type Value } from '../pipeline/db.ts'
import { openStudy } from '../pipeline/open.ts'
import { columnsOf } from '../pipeline/publish.ts'
import { computeWaves } from '../pipeline/run.ts'
import { demoOptions, simulate } from '../pipeline/simulate/simulate.ts'
import type { TableName, Tables } from '../pipeline/tables.ts'
import type { World } from '../pipeline/world.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const judged = 'test/oracle/study'
const tableNames: readonly TableName[] = ['scores', 'comparisons', 'items', 'net_promoter', 'waves']

/** The wave of the demonstration that the notebooks follow. */
const wave = '2025'

/** Only what is in the notebooks, so that it takes seconds: some indices, their items and the recommendation. */
function partOf(study: Study, indices: number): Study {
  const kept = study.indices.slice(0, indices)
  const items = new Set([...kept.flatMap((index) => index.items.map(({ item }) => item)), study.net_promoter])
  return { ...study, indices: kept, items: study.items.filter(({ id }) => items.has(id)) }
}

async function writeTables(db: Database, tables: Tables, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const name of tableNames) {
    const rows: readonly object[] = tables[name]
    const cells = rows as readonly Readonly<Record<string, Value>>[]
    const columns = columnsOf(name).map(([column, { type }]) => ({
      ...{ name: column, type },
      value: (row: number) => cells[row]?.[column] ?? null,
    }))
    await db.fill(name, columns, rows.length)
    await db.run(`copy ${name} to ${literal(join(folder, `${name}.csv`))} (format csv, header true)`)
  }
}

async function built(world: World, study: Study, from: string, out: string, kept?: string): Promise<void> {
  const db = await world.openDatabase()
  for (const { wave, tables } of await computeWaves(world, study, from, kept))
    await writeTables(db, tables, join(out, wave.id, 'data'))
}

/**
 * A folder that holds `data/demo` with one wave simulated, its tables in `dist`, those of the study judged by R in
 * `dist-judged`, and the weights of its respondents.
 */
export async function prepare(world: World): Promise<string> {
  const folder = world.temporaryFolder()
  const demo = join(folder, 'data/demo')
  for (const { name, text } of simulate(demoOptions).files)
    if (!/^raw/.test(name) || name.includes(wave)) world.write(join(demo, name), text)
  const study = openStudy(world, { study: demo })
  const last = { ...partOf(study, 1), waves: study.waves.filter(({ id }) => id === wave) }
  await built(world, last, demo, join(folder, 'dist'))
  const other = openStudy(world, { study: join(root, judged) })
  const weights = join(folder, judged, '.work')
  await built(
    world,
    partOf(other, other.indices.length),
    join(root, judged),
    join(folder, 'dist-judged'),
    weights,
  )
  return folder
}

/** An empty database that finds the files of a prepared folder, and those of the project, by their names in a checkout. */
export async function openFor(world: World, prepared: string): Promise<Database> {
  const db = await world.openDatabase()
  await db.run(`set file_search_path = ${literal(`${prepared},${root}`)}`)
  return db
}
