/** segments: places of companies among those with enough ratings in a category (METHOD.md §9, §20). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { pointsOf } from '../explain/figures.ts'
import type { Measure } from '../measures.ts'
import { type Places, placesOf } from '../rank.ts'
import { nobody, type Sampled } from '../sides.ts'
import { covariance, domainMean } from '../stats/design.ts'
import { measureSums, sharedSums, spread } from '../sums.ts'
import type { Segment } from './categories.ts'
import type { Cell } from './cells.ts'

/** Places by segment and category, then by position in `rated`. */
export type CategoryPlaces = ReadonlyMap<string, Places>

export const placeKey = ({ segment, category }: Pick<Cell, 'segment' | 'category'>): string =>
  JSON.stringify([segment, category])

/** Ranks the companies in each category where two or more have enough ratings. */
export async function placesIn(
  db: Database,
  study: Study,
  { rated, design }: Sampled,
  segments: readonly Segment[],
  measure: Measure,
  cells: readonly Cell[],
): Promise<CategoryPlaces> {
  const { minimum_n, confidence } = study.publication
  const categories = segments.flatMap((segment) =>
    segment.categories.flatMap((category, c) => {
      const ranked = cells.flatMap((cell) => {
        const { k, n, rule, value } = cell
        const here = cell.segment === segment.id && cell.category === category
        if (k === undefined || !here || !rule.published || n < minimum_n) return []
        const position = rated[k] ?? -1
        return [{ k, position, industry: study.companies[position]?.industry ?? '', score: pointsOf(value) }]
      })
      return ranked.length < 2 ? [] : [{ segment, category, c, ranked }]
    }),
  )
  if (categories.length === 0) return new Map()
  const size = study.companies.length
  const scorings = categories.map(({ segment, c, ranked }, at) => ({
    domain: `case when (${segment.split}) = ${c} and company in (${ranked.map(({ position }) => position).join(', ')})
      then ${at * size} + company end`,
    score: measure,
  }))
  const sums = await measureSums(db, study, design, scorings, true)
  const pairs = await sharedSums(db, size)
  return new Map(
    categories.map(({ segment, category, ranked }, at) => {
      const place = new Map(ranked.map(({ position }, place) => [at * size + position, place]))
      const domains = [...place.keys()].map((number) => domainMean(sums.get(number) ?? nobody, design))
      const among = pairs.flatMap(({ a, b, ...shared }) => {
        const [first, second] = [place.get(a), place.get(b)]
        return first === undefined || second === undefined ? [] : [{ ...shared, a: first, b: second }]
      })
      const matrix = covariance(domains, among, design)
      const points = matrix.map((row) => row.map((value) => value * spread ** 2))
      return [placeKey({ segment: segment.id, category }), placesOf(ranked, points, confidence)]
    }),
  )
}
