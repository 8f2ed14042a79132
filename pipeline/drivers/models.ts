/** The regressions of the outcome on its drivers: by the ends of their scales, and by two lines (METHOD.md §21). */
import type { Database } from '../db.ts'
import { type Known, knownOf } from './evidence.ts'
import { type Regressed, regressions } from './regressions.ts'

/** Cuts on 0-100, those of 6 and 9 on 1-10, and one step of that scale. */
const [lowCut, highCut, step] = [500 / 9, 800 / 9, 100 / 9]
const knot = (lowCut + highCut) / 2
/** Scores nearer than this to a cut are on it. */
const rounding = 1e-9

/** Coefficients of the larger regression of `p` drivers. */
export const coefficientsOf = (p: number): number => 2 * p + 1
const perCoefficient = 10
/** Ratings that the regressions of `p` drivers need. */
export const ratingsFor = (p: number, least: number): number =>
  Math.max(least, perCoefficient * coefficientsOf(p))

/** SQL: a score is low, or high; `lower`: by cuts one step lower. */
export const isLow = (score: string, lower = 0): string =>
  `(${score} <= ${lowCut - lower + rounding}::double)`
export const isHigh = (score: string, lower = 0): string =>
  `(${score} >= ${highCut - lower - rounding}::double)`

export interface DriverModels {
  known: Known[]
  /** of the first regression: penalties are coefficients 1 … p */
  ends: Regressed
}

/** What is known of each driver in each entity, by number; `df`: of its sampling units. */
export async function driverModels(
  db: Database,
  rated: readonly number[],
  p: number,
  entities: readonly { number: number; members: readonly number[]; df: number }[],
): Promise<Map<number, DriverModels>> {
  const each = Array.from({ length: p }, (_, j) => `x_${j}`)
  const points = new Array<number>(coefficientsOf(p)).fill(100)
  const byCuts = (lower: number) => ({
    columns: [
      ...['1', ...each.map((x) => `${isLow(x, lower)}::integer`)],
      ...each.map((x) => `${isHigh(x, lower)}::integer`),
    ],
    units: points,
  })
  const lines = {
    columns: [
      ...['1', ...each.map((x) => `least(0, ${x} - ${knot}::double) / 100`)],
      ...each.map((x) => `greatest(0, ${x} - ${knot}::double) / 100`),
    ],
    units: [100, ...points.slice(1).map(() => 1)],
  }
  const [byEnds, byOthers, byLines] = [
    await regressions(db, rated, byCuts(0), entities),
    await regressions(db, rated, byCuts(step), entities),
    await regressions(db, rated, lines, entities),
  ]
  return new Map(
    entities.flatMap(({ number, df }): [number, DriverModels][] => {
      const fits = [byEnds.get(number), byOthers.get(number), byLines.get(number)]
      const [first, second, third] = fits
      if (first === undefined || second === undefined || third === undefined) return []
      const known = each.map((_, j) => {
        const count = ({ products }: Regressed, column: number) => products.counts[column] ?? 0
        return knownOf(
          { ends: first, otherEnds: second, lines: third },
          {
            ...{ low: count(first, 1 + j), high: count(first, 1 + p + j) },
            ...{ otherLow: count(second, 1 + j), otherHigh: count(second, 1 + p + j) },
            share: (first.products.sums[0]?.[1 + j] ?? 0) / (first.products.sums[0]?.[0] ?? 1),
          },
          ...([j, p, df - 2 * p] as const),
        )
      })
      return [[number, { known, ends: first }]]
    }),
  )
}
