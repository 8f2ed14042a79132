/** drivers: does much of one driver make up for too little of another (METHOD.md §21). */
import { pooledMeans } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { meanAt, scoreAs, shownIf, testOf } from '../explain/figures.ts'
import { adjustedTests, testFigures, verdictOf } from '../family.ts'
import { shownPart } from '../show.ts'
import { freedomOf, partsOf, type ReadWave, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import type { DriverRow, MakesUpRow } from '../tables.ts'
import { entitiesOf } from './entities.ts'
import { isHigh, isLow } from './models.ts'

/** The entities where the driver is basic. */
const basicIn = (rows: readonly DriverRow[], driver: string) =>
  new Set(
    rows.flatMap((row) =>
      row.driver === driver && row.level !== 'company' && row.kind === 'basic'
        ? [`${row.level} ${row.entity_id}`]
        : [],
    ),
  )

async function rowsFor(
  db: Database,
  study: Study,
  read: ReadWave,
  { failing, other }: { failing: { id: string; value: string }; other: { id: string; value: string } },
  wanted: ReadonlySet<string>,
) {
  const { confidence } = study.publication
  const [low, high] = [isLow(failing.value), isHigh(other.value)]
  const measures = [
    `case when ${low} and ${high} then y end`,
    `case when not ${low} and not ${high} then y end`,
  ]
  const sides = await sidesOf(db, study, read, measures, { aggregate: 'ratings', from: 'driven' })
  const { parts } = sides
  const basesOf = (ks: readonly number[]) =>
    partsOf(sides, ks).map((side) => side.reduce((sum, part) => sum + (parts.domains[part]?.n ?? 0), 0))
  const base = (ks: readonly number[]) => {
    const bases = basesOf(ks)
    return { bases, published: shownPart(study, Math.min(...bases), []).published }
  }
  const entities = entitiesOf(study, read.rated, (k) => base([k]), base).filter(({ level, id }) =>
    wanted.has(`${level} ${id}`),
  )
  const freedom = await freedomOf(
    db,
    sides,
    entities.flatMap(({ members }) => {
      const both = partsOf(sides, members)
      return [...both, both.flat()]
    }),
  )
  return entities.map(({ level, id, members }, at) => {
    const two = pooledMeans(parts, partsOf(sides, members))
    const [n_failed = 0, n_works = 0] = two.domains.map(({ n }) => n)
    const apart = contrast(two.means, two.matrix, [1, -1])
    const variances = [meanAt(two, 0), meanAt(two, 1), apart].map(({ variance }) => variance)
    const rule = shownPart(study, Math.min(n_failed, n_works), variances)
    const [dfFailed = 0, dfWorks = 0, df = 0] = freedom.slice(3 * at)
    const test = rule.published ? testOf(apart, df - 1, confidence) : undefined
    const { score_failed_se: _, ...failed } = scoreAs('score_failed', meanAt(two, 0), dfFailed, confidence)
    const { score_works_se: __, ...works } = scoreAs('score_works', meanAt(two, 1), dfWorks, confidence)
    return {
      keys: { wave: read.open.wave.id, level, entity_id: id, failing: failing.id, with: other.id },
      ...{ n: { n_failed, n_works }, figures: { ...failed, ...works }, rule, test },
    }
  })
}

/** The table makes_up of the wave that is loaded. Reads `driven`, whose drivers are those of the rows, in their order. */
export async function makesUpRows(
  db: Database,
  study: Study,
  read: ReadWave,
  drivers: readonly DriverRow[],
): Promise<MakesUpRow[]> {
  const all = [...new Set(drivers.map(({ driver }) => driver))].map((id, j) => ({ id, value: `x_${j}` }))
  const rows: Awaited<ReturnType<typeof rowsFor>> = []
  for (const failing of all) {
    const wanted = basicIn(drivers, failing.id)
    if (wanted.size === 0) continue
    for (const other of all)
      if (other !== failing)
        for (const row of await rowsFor(db, study, read, { failing, other }, wanted)) rows.push(row)
  }
  const { confidence } = study.publication
  const adjusted = adjustedTests(rows, ({ test }) => test)
  return rows.map((row): MakesUpRow => {
    const { keys, n, rule, test } = row
    const p = adjusted.get(row)?.bh ?? null
    const words = ['does_not_make_up', 'no_clear_difference', 'makes_up'] as const
    const verdict = verdictOf<(typeof words)[number]>(test, p, confidence, words)
    const figures = { ...row.figures, ...testFigures(test), p_adjusted: p, verdict }
    return { ...keys, ...shownIf(rule.published, { ...n, ...figures }), ...rule }
  })
}
