/** drivers: what expectations do to the outcome where delivery is equal (METHOD.md §21). */

import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { shownIf } from '../explain/figures.ts'
import { type Touchpoint, touchpointsAsked } from '../explain/touchpoints.ts'
import { adjustedTests, testFigures, verdictOf } from '../family.ts'
import type { Measure } from '../measures.ts'
import { shownPart } from '../show.ts'
import { freedomOf, type ReadWave, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import { differenceTest } from '../stats/interval.ts'
import type { PromiseEffectRow } from '../tables.ts'
import { keepDriven } from './asked.ts'
import { entitiesOf } from './entities.ts'
import { momentsOf } from './importances.ts'
import { productsBy, productsOf } from './products.ts'
import { type Regressed, regressions } from './regressions.ts'

/** Coefficients beside the constant. */
const terms = 3
const perCoefficient = 10
/** Figures are for 10 points. */
const perTen = 10

/** Experienced, its square, expected; experienced and expected on −1 to 1 around 50. */
const model = {
  columns: ['1', '(x_0 - 50) / 50', '((x_0 - 50) / 50) ** 2', '(x_1 - 50) / 50'],
  units: [100, 2 * perTen, 2 * perTen, 2 * perTen],
}

/** Slope at the mean of what was experienced, and slope of what was expected, for 10 points each. */
function slopesOf({ b, v, products }: Regressed) {
  const mean = (products.sums[0]?.[1] ?? 0) / (products.sums[0]?.[0] ?? 1)
  return {
    delivery: contrast(b, v, [0, 1, 2 * mean, 0]),
    expectation: contrast(b, v, [0, 0, 0, 1]),
  }
}

async function rowsAt(
  db: Database,
  study: Study,
  read: ReadWave,
  outcome: Measure,
  { id, experienced, expected }: Touchpoint,
) {
  const { confidence, minimum_segment_n } = study.publication
  await keepDriven(db, study, outcome, [experienced, expected])
  const { rated } = read
  const sides = await sidesOf(db, study, read, ['y'], { aggregate: 'ratings', from: 'driven' })
  const { parts } = sides
  const n = (ks: readonly number[]) => ks.reduce((sum, k) => sum + (parts.domains[k]?.n ?? 0), 0)
  const least = Math.max(minimum_segment_n, perCoefficient * (terms + 1))
  const groups = entitiesOf(
    study,
    rated,
    (k) => ({
      published: shownPart(study, n([k]), [parts.matrix[k]?.[k] ?? 0]).published,
      bases: [n([k])],
    }),
    (ks) => ({ published: n(ks) >= least, bases: [n(ks)] }),
  ).filter(({ level }) => level !== 'company')
  const freedom = await freedomOf(
    db,
    sides,
    groups.map(({ members }) => members),
  )
  const products = await productsBy(db, ['1', ...['x_0', 'x_1', 'y'].map((one) => `(${one} - 50) / 50`)])
  const moved = groups.map(({ members }) =>
    productsOf(
      products,
      members.map((k) => rated[k] ?? -1),
      4,
    ),
  )
  const varies = moved.map((one) => one.n >= least && momentsOf(one) !== undefined)
  const fits = await regressions(
    ...([db, rated, model] as const),
    groups.flatMap(({ members }, number) => (varies[number] ? [{ number, members }] : [])),
  )
  return groups.map(({ level, id: entity, members }, number) => {
    const fit = fits.get(number)
    const fitted = fit?.estimable.every((one) => one) ? fit : undefined
    const df = (freedom[number] ?? 0) - terms
    const rule =
      n(members) < least
        ? ({ published: false, reason: 'too_few_ratings' } as const)
        : fitted === undefined || df < 1
          ? ({ published: false, reason: 'no_variation' } as const)
          : ({ published: true, reason: null } as const)
    const slopes = fitted === undefined || !rule.published ? undefined : slopesOf(fitted)
    const test = (of: 'delivery' | 'expectation') =>
      slopes && differenceTest(slopes[of].value, Math.sqrt(slopes[of].variance), df, confidence)
    return {
      keys: { wave: read.open.wave.id, level, entity_id: entity, touchpoint: id, n: n(members) },
      ...{ delivery: test('delivery'), test: test('expectation'), rule },
    }
  })
}

/** The table promise_effect of the wave that is loaded. */
export async function promiseRows(
  db: Database,
  study: Study,
  read: ReadWave,
  outcome: Measure,
): Promise<PromiseEffectRow[]> {
  const rows: Awaited<ReturnType<typeof rowsAt>> = []
  for (const touchpoint of touchpointsAsked(study, read.open))
    for (const row of await rowsAt(db, study, read, outcome, touchpoint)) rows.push(row)
  const { confidence } = study.publication
  const adjusted = adjustedTests(rows, ({ test }) => test)
  return rows.map((row): PromiseEffectRow => {
    const { delivery, test, keys, rule } = row
    const p = adjusted.get(row)?.bh ?? null
    const { difference, ...tested } = testFigures(test)
    const words = ['hurts', 'no_clear_effect', 'not_interpretable'] as const
    const figures = {
      ...{ delivery: delivery?.difference ?? null, delivery_se: delivery?.se ?? null },
      ...{ delivery_low: delivery?.low ?? null, delivery_high: delivery?.high ?? null },
      ...{ expectation: difference, ...tested, p_adjusted: p },
      verdict: verdictOf<(typeof words)[number]>(test, p, confidence, words),
    }
    return { ...keys, ...shownIf(rule.published, figures), ...rule }
  })
}
