/** score: several companies as one: an industry, all, or the rest of an industry (METHOD.md §8, §11). */
import type { Study } from './contract/study.ts'
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

/** The companies of a wave by position, with what their sums and means need to be put together. */
export interface Parts {
  sums: readonly DomainSums[]
  domains: readonly DomainMean[]
  pairs: readonly Pair[]
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

/** The scores of several companies as one domain. */
export function pooled(
  { sums, pairs, design }: Pick<Parts, 'sums' | 'pairs' | 'design'>,
  ks: readonly number[],
): DomainMean {
  const inside = new Set(ks)
  const parts = ks.flatMap((k) => sums[k] ?? [])
  return domainMean(
    {
      moments: parts.flatMap((part) => part.moments),
      pairs: pairs.filter(({ a, b }) => inside.has(a) && inside.has(b)),
      margins: addMargins(parts.flatMap((part) => part.margins ?? [])),
    },
    design,
  )
}

/** The mean of the companies’ means by their shares, and its variance. */
export const meanOf = ({ domains, matrix, shares }: Parts, ks: readonly number[]) =>
  combination(
    ks.map((k) => domains[k]?.mean ?? 0),
    ks.map((a) => ks.map((b) => matrix[a]?.[b] ?? 0)),
    ks.map((k) => shares[k] ?? 1),
  )

/** Company `k` minus the others together, as the industry’s figure takes them together, with the variance of that; and the others. */
export function minusOthers(
  parts: Parts,
  k: number,
  others: readonly number[],
): { difference: number; variance: number; rest: { mean: number; variance: number } } {
  const { domains, matrix, shares, pairs, design, aggregate } = parts
  const own = domains[k]
  if (own === undefined) throw new RangeError(`no company ${k}`)
  if (aggregate === 'ratings') {
    const rest = pooled(parts, others)
    const inside = new Set(others)
    const between = pairs.flatMap(({ a, b, n, ww, wwa, wwb, wwab }): Pair[] => {
      if (a === k && inside.has(b)) return [{ a: 0, b: 1, n, ww, wwa, wwb, wwab }]
      if (b === k && inside.has(a)) return [{ a: 0, b: 1, n, ww, wwa: wwb, wwb: wwa, wwab }]
      return []
    })
    const two = covariance([own, rest], between, design)
    const [first = [], second = []] = two
    return {
      difference: own.mean - rest.mean,
      variance: (first[0] ?? 0) + (second[1] ?? 0) - 2 * (first[1] ?? 0),
      rest: { mean: rest.mean, variance: second[1] ?? 0 },
    }
  }
  const rest = meanOf(parts, others)
  const total = others.reduce((sum, j) => sum + (shares[j] ?? 1), 0)
  const shared = others.reduce((sum, j) => sum + ((shares[j] ?? 1) / total) * (matrix[k]?.[j] ?? 0), 0)
  return {
    difference: own.mean - rest.mean,
    variance: (matrix[k]?.[k] ?? 0) + rest.variance - 2 * shared,
    rest,
  }
}
