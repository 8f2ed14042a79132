/** drivers: does much of one driver make up for too little of another (METHOD.md §21). */
import { groupMeans, pooled } from '../aggregate.ts'
import { adjustedTests } from '../compare.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { open, scoreAs, testOf } from '../explain/figures.ts'
import { shownPart } from '../show.ts'
import { domainsOf, freedomOf, type ReadWave, sidesOf } from '../sides.ts'
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
  { open: wave, design, rated }: ReadWave,
  { failing, other }: { failing: { id: string; value: string }; other: { id: string; value: string } },
  wanted: ReadonlySet<string>,
) {
  const { confidence } = study.publication
  const [low, high] = [isLow(failing.value), isHigh(other.value)]
  const measures = [
    `case when ${low} and ${high} then y end`,
    `case when not ${low} and not ${high} then y end`,
  ]
  const sides = await sidesOf(db, study, measures, rated, design, 'ratings', 'driven')
  const { parts } = sides
  const sided = (ks: readonly number[]) => [0, 1].map((side) => ks.map((k) => 2 * k + side))
  const basesOf = (ks: readonly number[]) =>
    sided(ks).map((side) => side.reduce((sum, part) => sum + (parts.domains[part]?.n ?? 0), 0))
  const base = (ks: readonly number[]) => {
    const bases = basesOf(ks)
    return { bases, published: shownPart(study, Math.min(...bases), []).published }
  }
  const entities = entitiesOf(study, rated, (k) => base([k]), base).filter(({ level, id }) =>
    wanted.has(`${level} ${id}`),
  )
  const freedom = await freedomOf(
    db,
    entities.flatMap(({ members }) => {
      const [first = [], second = []] = sided(members).map((side) => domainsOf(sides, side))
      return [first, second, [...first, ...second]]
    }),
  )
  return entities.map(({ level, id, members }, at) => {
    const groups = sided(members).map((side) => side.filter((part) => (parts.domains[part]?.n ?? 0) > 0))
    const [n_failed = 0, n_works = 0] = groups.map((side) => pooled(parts, side).n)
    const { means, matrix } = groupMeans(parts, groups)
    const value = (side: number) => ({ value: means[side] ?? 0, variance: matrix[side]?.[side] ?? 0 })
    const apart = contrast(means, matrix, [1, -1])
    const variances = [value(0).variance, value(1).variance, apart.variance]
    const rule = shownPart(study, Math.min(n_failed, n_works), variances)
    const [dfFailed = 0, dfWorks = 0, df = 0] = freedom.slice(3 * at)
    const test = rule.published ? testOf(apart, df - 1, confidence) : undefined
    const { score_failed_se: _, ...failed } = scoreAs('score_failed', value(0), dfFailed, confidence)
    const { score_works_se: __, ...works } = scoreAs('score_works', value(1), dfWorks, confidence)
    return {
      keys: { wave: wave.wave.id, level, entity_id: id, failing: failing.id, with: other.id },
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
  const adjusted = adjustedTests(rows)
  return rows.map((row): MakesUpRow => {
    const { keys, n, rule, test } = row
    const p = adjusted.get(row)?.bh ?? null
    const clear = (p ?? 1) < 1 - study.publication.confidence
    const figures = {
      ...row.figures,
      ...{ difference: test?.difference ?? null, se: test?.se ?? null, df: test?.df ?? null },
      ...{ low: test?.low ?? null, high: test?.high ?? null, p_value: test?.p ?? null, p_adjusted: p },
      verdict: !clear
        ? ('no_clear_difference' as const)
        : (test?.difference ?? 0) > 0
          ? ('makes_up' as const)
          : ('does_not_make_up' as const),
    }
    return { ...keys, ...open(rule.published, { ...n, ...figures }), ...rule }
  })
}
