/** compare: what two waves of a panel share, and the changes between them (METHOD.md §7). */
import { z } from 'zod'
import { type Database, identifier } from './db.ts'
import { grouped } from './group.ts'
import { materialise, query, queryText } from './sql.ts'
import type { Across, AcrossPair } from './stats/panel.ts'
import { fillGroups, pairSums, type Sampling } from './sums.ts'

const sum = z.object({
  now: z.boolean(),
  domain: z.int(),
  h: z.int(),
  k: z.int(),
  w: z.number(),
  wy: z.number(),
})
const count = z.object({ h: z.int(), k: z.int(), n: z.int() })
const base = z.object({ number: z.int(), units: z.int() })

/** A measure in two waves of a panel. */
export interface Shared {
  across: Across
  /** units with a valid score for a company of the group in both waves, by number of the group */
  bases: ReadonlyMap<number, number>
}

/** Remembers the sampling units of the wave, and finds those that were in the wave before: the table `both_waves`. */
export async function meet(db: Database): Promise<void> {
  const known = (await db.rows("from duckdb_tables() where table_name = 'units_now'")).length > 0
  if (known) await db.run('create or replace table units_before as from units_now')
  await materialise(db, 'unit_names', 'units_now')
  if (known) await materialise(db, 'both_waves')
}

/** The table that remembers rows or groups of an index; no other table has a blank in its name. */
const memory = (kind: string, name: string): string => identifier(`${kind} of ${name}`)

/**
 * What the measure scored last shares with itself in the wave before (where `before`), remembered under `name` for the
 * wave after. `groups`: the companies of each group.
 */
export async function shareWithBefore(
  db: Database,
  design: Sampling,
  { name, before, groups }: { name: string; before: boolean; groups: readonly (readonly number[])[] },
): Promise<Shared | undefined> {
  await materialise(db, 'rows_now')
  if (design.calibration !== undefined) await db.run(`insert into rows_now ${queryText('margins_now')}`)
  await fillGroups(db, 'groups_now', groups)
  const found = before ? await readShared(db, name) : undefined
  for (const kind of ['rows', 'groups'])
    await db.run(`create or replace table ${memory(kind, name)} as from ${kind}_now`)
  return found
}

async function readShared(db: Database, name: string): Promise<Shared> {
  for (const kind of ['rows', 'groups'])
    await db.run(`create or replace temp view ${kind}_before as from ${memory(kind, name)}`)
  const pairs = new Map<number, Map<number, AcrossPair>>()
  for (const { a, b, ...sums } of await query(db, 'across', pairSums)) {
    const row = pairs.get(a) ?? new Map<number, AcrossPair>()
    pairs.set(a, row.set(b, sums))
  }
  const sums = await query(db, 'across_sums', sum)
  const units = await query(db, 'both_strata', count)
  const of = (now: boolean) =>
    grouped(
      sums.filter((row) => row.now === now),
      ({ domain }) => domain,
    )
  return {
    across: { pairs, units, before: of(false), now: of(true) },
    bases: new Map((await query(db, 'across_bases', base)).map(({ number, units }) => [number, units])),
  }
}
