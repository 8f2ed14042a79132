/** compare: what two waves of a panel share, and the changes between them (METHOD.md §7). */
import { z } from 'zod'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import { materialise, query } from './sql.ts'
import type { Across, AcrossPair } from './stats/panel.ts'
import type { Sampling } from './sums.ts'

const pair = z.object({
  a: z.int(),
  b: z.int(),
  n: z.int(),
  ww: z.number(),
  wwa: z.number(),
  wwb: z.number(),
  wwab: z.number(),
})
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

/**
 * What the measure scored last shares with itself in the wave before (where `before`), remembered under `name` for the
 * wave after. `groups`: the companies of each group.
 */
export async function shareWithBefore(
  db: Database,
  design: Sampling,
  { name, before, groups }: { name: string; before: boolean; groups: readonly (readonly number[])[] },
): Promise<Shared | undefined> {
  const margins = `union all select unit, -1 - category, r / roots.root, r, 0 from unit_margins
    inner join (select unit, any_value(stratum) as stratum from sample group by unit) as units using (unit)
    inner join roots on units.stratum = roots.stratum`
  await db.run(`create or replace table rows_now as select unit, domain, r / root as w, r, y from scored
    ${design.calibration === undefined ? '' : margins}`)
  const members = groups.flatMap((companies, number) => companies.map((company) => ({ company, number })))
  await db.fill(
    'groups_now',
    [
      { name: 'company', type: 'integer', value: (row) => members[row]?.company ?? null },
      { name: 'number', type: 'integer', value: (row) => members[row]?.number ?? null },
    ],
    members.length,
  )
  const found = before ? await readShared(db, name) : undefined
  for (const kind of ['rows', 'groups'])
    await db.run(`create or replace table "${kind}_of_${name}" as from ${kind}_now`)
  return found
}

async function readShared(db: Database, name: string): Promise<Shared> {
  for (const kind of ['rows', 'groups'])
    await db.run(`create or replace temp view ${kind}_before as from "${kind}_of_${name}"`)
  const pairs = new Map<number, Map<number, AcrossPair>>()
  for (const { a, b, ...sums } of await query(db, 'across', pair)) {
    const row = pairs.get(a) ?? new Map<number, AcrossPair>()
    pairs.set(a, row.set(b, sums))
  }
  const sums = await query(db, 'across_sums', sum)
  const units = z
    .array(count)
    .parse(await db.rows('select h, k, count(*)::integer as n from both_waves group by h, k order by h, k'))
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
