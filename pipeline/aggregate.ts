/** score: several companies as one: an industry, all, or the rest of an industry (METHOD.md §8, §11). */
import type { Study } from './contract/study.ts'
import { grouped } from './group.ts'
import { countedTogether, isNoSecret, type Shown } from './show.ts'
import {
  combination,
  covariance,
  type Design,
  type DomainMean,
  type DomainSums,
  domainMean,
  type MarginSums,
  type Pair,
} from './stats/design.ts'
import { smallerFreedom } from './stats/interval.ts'
import { submatrix } from './stats/matrix.ts'

/** The companies of a wave by position, with what their sums and means need to be put together. */
export interface Parts {
  sums: readonly DomainSums[]
  domains: readonly DomainMean[]
  /** pairs of parts that share units, by the first of the two */
  pairs: ReadonlyMap<number, readonly Pair[]>
  /** covariance of the means */
  matrix: readonly (readonly number[])[]
  /** weight of each company in a mean of companies */
  shares: readonly number[]
  design: Design
  aggregate: Study['publication']['aggregate']
}

const added = (a: readonly number[], b: readonly number[]) => a.map((value, k) => value + (b[k] ?? 0))

function addMargins(margins: readonly MarginSums[]): MarginSums | undefined {
  const [first, ...others] = margins
  return (
    first &&
    others.reduce(
      (a, b) => ({
        ...{ ww: added(a.ww, b.ww), wwy: added(a.wwy, b.wwy) },
        ...{ d: added(a.d, b.d), dy: added(a.dy, b.dy) },
      }),
      first,
    )
  )
}

/** Companies that are taken together: an industry, or all. */
export interface Group {
  /** undefined: all */
  industry: string | undefined
  /** positions in `rated` */
  ks: readonly number[]
}

/** The industries of the companies that were rated, and all behind them. */
export function groupsOf({ companies }: Study, rated: readonly number[]): Group[] {
  const industryOf = (k: number) => companies[rated[k] ?? -1]?.industry
  const all = [...rated.keys()]
  return [
    ...[...grouped(all, industryOf)].map(([industry, ks]) => ({ industry, ks })),
    { industry: undefined, ks: all },
  ]
}

/** The scores of several companies as one domain. */
export function pooled({ sums, pairs, design }: Parts, ks: readonly number[]): DomainMean {
  const inside = new Set(ks)
  const parts = ks.flatMap((k) => sums[k] ?? [])
  return domainMean(
    {
      moments: parts.flatMap((part) => part.moments),
      pairs: ks.flatMap((k) => pairs.get(k)?.filter(({ b }) => inside.has(b)) ?? []),
      margins: addMargins(parts.flatMap((part) => part.margins ?? [])),
    },
    design,
  )
}

/** The mean of the companies’ means by their shares, and its variance. */
export const meanOf = ({ domains, matrix, shares }: Parts, ks: readonly number[]) =>
  combination(
    ks.map((k) => domains[k]?.mean ?? 0),
    submatrix(matrix, ks),
    ks.map((k) => shares[k] ?? 1),
  )

/** Means of several groups, and their covariance. */
export interface Means {
  means: readonly number[]
  matrix: readonly (readonly number[])[]
}

/** Groups of parts with all their scores pooled: each as one domain, with their means and covariance. No part is in two groups. */
export function pooledMeans(
  parts: Parts,
  groups: readonly (readonly number[])[],
): Means & { domains: DomainMean[] } {
  const groupOf = new Map(groups.flatMap((ks, group) => ks.map((k) => [k, group] as const)))
  const touching = groups.flat().flatMap((k) => parts.pairs.get(k) ?? [])
  const across = touching.flatMap(({ a, b, wwa, wwb, ...sums }): Pair[] => {
    const [first, second] = [groupOf.get(a), groupOf.get(b)]
    if (first === undefined || second === undefined || first === second) return []
    return first < second
      ? [{ ...sums, a: first, b: second, wwa, wwb }]
      : [{ ...sums, a: second, b: first, wwa: wwb, wwb: wwa }]
  })
  const domains = groups.map((ks) => pooled(parts, ks))
  const matrix = covariance(domains, across, parts.design)
  return { domains, means: domains.map(({ mean }) => mean), matrix }
}

/** The means of groups of parts, as `aggregate` puts them together, and their covariance. No part is in two groups. */
export function groupMeans(parts: Parts, groups: readonly (readonly number[])[]): Means {
  const { domains, matrix, shares, aggregate } = parts
  if (aggregate === 'ratings') return pooledMeans(parts, groups)
  const weights = groups.map((ks) => {
    const total = ks.reduce((sum, k) => sum + (shares[k] ?? 1), 0)
    return ks.map((k) => ({ k, m: (shares[k] ?? 1) / total }))
  })
  const sum = (terms: readonly { k: number; m: number }[], of: (k: number) => number) =>
    terms.reduce((all, { k, m }) => all + m * of(k), 0)
  return {
    means: weights.map((terms) => sum(terms, (k) => domains[k]?.mean ?? 0)),
    matrix: weights.map((one) =>
      weights.map((other) => sum(one, (a) => sum(other, (b) => matrix[a]?.[b] ?? 0))),
    ),
  }
}

/** As much of a company as decides whether it makes the figure of its industry. */
export interface Rated {
  /** ratings with a score */
  n: number
  df: number
  published: boolean
  reason: Shown['reason']
}

/**
 * Of some companies, those that make the figure of their industry: the shown ones; with all ratings pooled as many as can be
 * without telling of any who are withheld. `least`: ratings that those need together.
 */
export function countedOf(
  companies: readonly Pick<Rated, 'n' | 'published' | 'reason'>[],
  ks: readonly number[],
  { aggregate, least }: { aggregate: Parts['aggregate']; least: number },
): number[] {
  const members = ks.map((k) => {
    const { n = 0, published = false, reason = null } = companies[k] ?? {}
    return { k, shown: published, published: isNoSecret({ published, reason }), bases: [n] }
  })
  const counted =
    aggregate === 'ratings' ? countedTogether(least, members) : members.filter(({ shown }) => shown)
  return counted.map(({ k }) => k)
}

/**
 * The others of its industry that company `k` stands beside, those that make the industry’s figure, with degrees of freedom
 * where each company has its own; undefined where there are none. `companies`: by position in `rated`; `least`: as above.
 */
export function restOf(
  study: Study,
  { rated, parts }: { rated: readonly number[]; parts: Pick<Parts, 'aggregate'> },
  companies: readonly Rated[],
  k: number,
  least: number,
): { others: number[]; df: number } | undefined {
  const industryOf = (j: number) => study.companies[rated[j] ?? -1]?.industry
  const own = companies[k]
  const inside = [...companies.keys()].filter((j) => industryOf(j) === industryOf(k))
  const others = countedOf(companies, inside, { aggregate: parts.aggregate, least }).filter(
    (j) => j !== k && (companies[j]?.n ?? 0) > 0,
  )
  if (own === undefined || own.n === 0 || others.length === 0) return undefined
  const dfs = others.map((j) => companies[j]?.df ?? 0)
  return { others, df: smallerFreedom(own.df, dfs) }
}
