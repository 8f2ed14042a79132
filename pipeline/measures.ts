/** What is scored and averaged: indices and net promoter, as SQL over `ratings`, and which waves ask for them. */
import type { Index, Item, Study, Wave } from './contract/study.ts'
import { lowestAnswer } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'

/** SQL of the score of a rating on 0-100 (−100 to 100 for net promoter), null where there is none. */
export type Measure = string

/** The items of an index that a wave asks. */
export const itemsAsked = (study: Study, index: string, wave: Wave): string[] =>
  (study.indices.find(({ id }) => id === index)?.items ?? [])
    .map(({ item }) => item)
    .filter((item) => wave.items[item] !== null)

/** The index that stands for loyalty: of that name, or the one that has the net promoter item, or the headline. */
export function loyaltyOf({
  indices,
  net_promoter,
}: Pick<Study, 'indices' | 'net_promoter'>): Index | undefined {
  return (
    indices.find(({ id }) => id === 'loyalty') ??
    indices.find(({ items }) => items.some(({ item }) => item === net_promoter)) ??
    indices.find(({ headline }) => headline)
  )
}

/** Answers that a score of the index needs in this wave: `min_items`, or half of the available items, rounded up. */
export const minimumItems = (index: Index, available: number): number =>
  index.min_items ?? Math.ceil(available / 2)

/** Whether a column of `ratings` holds an answer on the scale. */
export const valid = (column: string): string => `${column} >= ${lowestAnswer}`

/** The item on 0-100 with high = good. */
export function hundred(item: Item, column: string): string {
  const { min, max } = item.scale
  const up = item.reverse ? `${max} - ${column}::integer` : `${column}::integer - ${min}`
  return `(${up}) * (100.0::double / ${max - min})`
}

/** The index as the weighted mean of the answered items of a rating (METHOD.md §2); undefined where no item was asked. */
export function indexMeasure(index: Index, open: OpenWave): Measure | undefined {
  // Only the ratios of item weights matter: the largest is 1.
  const heaviest = Math.max(...index.items.map((one) => one.weight))
  const parts = index.items.flatMap(({ item, weight }) => {
    const k = open.items.findIndex(({ id }) => id === item)
    const asked = open.items[k]
    return asked === undefined ? [] : [{ asked, weight: `${weight / heaviest}::double`, column: `item_${k}` }]
  })
  if (parts.length === 0) return undefined
  const sum = (of: (part: (typeof parts)[number]) => string) =>
    parts.map((part) => `(${of(part)})`).join(' + ')
  const answered = sum(({ column }) => `(${valid(column)})::integer`)
  const weight = sum((part) => `case when ${valid(part.column)} then ${part.weight} else 0 end`)
  const points = sum(
    (part) =>
      `case when ${valid(part.column)} then ${part.weight} * ${hundred(part.asked, part.column)} else 0 end`,
  )
  const enough = minimumItems(index, parts.length)
  return `case when ${answered} >= ${enough} then (${points}) / (${weight}) end`
}

/** Item number k as net promoter score: promoters (9-10) 100, passives (7-8) 0, detractors (0-6) −100 (METHOD.md §6). */
export function netPromoterMeasure(k: number): Measure {
  const column = `item_${k}`
  const score = `case when ${column} >= 9 then 100 when ${column} >= 7 then 0 else -100 end`
  return `case when ${valid(column)} then (${score})::double end`
}
