/** segments: how the cells of all segments are numbered, so that one pass over the ratings sums them up. */
import { groupsOf } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Segment } from './categories.ts'

/** A category of a segment, by positions; the last category of a segment is that of customers whose category is unknown. */
export interface Category {
  s: number
  c: number
}

/**
 * Numbers of cells. Cells of companies are numbered by segment, industry, company and category: those of one segment and
 * industry are a block. Cells of groups are numbered by segment, group and category; a segment and group is a block.
 */
export interface Layout {
  segments: readonly Segment[]
  /** public companies that count, by position in `rated` */
  ks: readonly number[]
  /** groups of companies: industries, and all behind them */
  groups: readonly { id: string; level: 'industry' | 'all'; ks: readonly number[] }[]
  company: {
    size: number
    block: number
    at: (k: number, category: Category) => number
    sql: (s: number) => string
  }
  group: {
    size: number
    block: number
    at: (group: number, category: Category) => number
    sql: (s: number, all: boolean) => string
  }
}

/** `counting`: by position in `rated`, the companies that count. */
export function layoutOf(
  study: Study,
  rated: readonly number[],
  segments: readonly Segment[],
  counting: readonly boolean[],
): Layout {
  const wide = Math.max(1, ...segments.map(({ categories }) => categories.length + 1))
  const groups = groupsOf(study, rated).map(({ industry, ks }) => ({
    id: industry ?? 'all',
    level: industry === undefined ? ('all' as const) : ('industry' as const),
    ks: ks.filter((k) => counting[k]),
  }))
  const industries = groups.slice(0, -1)
  const largest = Math.max(1, ...industries.map(({ ks }) => ks.length))
  const place = new Map(
    industries.flatMap(({ ks }, i) => ks.map((k, at) => [k, { i, at: i * largest + at }] as const)),
  )
  const places = Array.from({ length: study.companies.length }, (): number | null => null)
  const groupNumbers = [...places]
  for (const [k, { i, at }] of place) {
    places[rated[k] ?? -1] = at
    groupNumbers[rated[k] ?? -1] = i
  }
  const inside = industries.length * largest
  const looked = (list: readonly (number | null)[]) =>
    `([${list.map((one) => one ?? 'null').join(', ')}])[company + 1]`
  const category = (s: number) => segments[s]?.split ?? '0'
  return {
    ...{ segments, groups, ks: [...place.keys()] },
    company: {
      size: segments.length * inside * wide,
      block: largest * wide,
      at: (k, { s, c }) => (s * inside + (place.get(k)?.at ?? -1)) * wide + c,
      sql: (s) => `(${s * inside} + ${looked(places)}) * ${wide} + (${category(s)})`,
    },
    group: {
      size: segments.length * groups.length * wide,
      block: wide,
      at: (group, { s, c }) => (s * groups.length + group) * wide + c,
      sql: (s, all) => {
        const group = all
          ? `case when ${looked(places)} is not null then ${industries.length} end`
          : looked(groupNumbers)
        return `(${s * groups.length} + ${group}) * ${wide} + (${category(s)})`
      },
    },
  }
}
