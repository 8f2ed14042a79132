/**
 * The covariance of two estimates from two waves that share sampling units, as in a panel.
 *
 * With u1 and u2 the influence of a unit on the one and the other, h and k its strata in the two waves and c = n/(n − 1),
 *   C = Σ over the units sampled in both of √(c_h c_k) (u1 − ū1_h)(u2 − ū2_k),
 * ū being the mean over all units of the stratum in that wave; in a stratum of one unit c = 1 and ū = 0. With
 * V1 + V2 − 2C the variance of a change is a sum of squares over the units of both waves; it is the paired one where
 * all units are the same, and that of independent samples where none is.
 * Source: Wood 2008, Journal of Official Statistics 24(1), 53-78; Tam 1984, The American Statistician 38(4), 288-289.
 */
import { centring, type Design, type DomainMean } from './design.ts'

/** Sums over the units of both waves in a domain of the wave before and one of this; each product times √(c_h c_k). */
export interface AcrossPair {
  n: number
  ww: number
  wwa: number
  wwb: number
  wwab: number
}

/** Sums over the units of both waves in one domain of one of the waves, by their strata h before and k now. */
export interface AcrossSum {
  h: number
  k: number
  w: number
  wy: number
}

/** Everything that two waves share. Domains are numbers; margin category k is domain −1 − k. */
export interface Across {
  /** by domain before, then domain now */
  pairs: ReadonlyMap<number, ReadonlyMap<number, AcrossPair>>
  before: ReadonlyMap<number, readonly AcrossSum[]>
  now: ReadonlyMap<number, readonly AcrossSum[]>
  /** units in both, by strata */
  units: readonly { h: number; k: number; n: number }[]
}

/** A part of an estimate: `scale` · Σ w (y − centre) over a domain, or `scale` · Σ w over a margin category, without centre. */
interface Term {
  domain: number
  scale: number
  centre: number | undefined
}

/** One estimate in its wave, as a sum over units. */
export interface Side {
  terms: readonly Term[]
  /** Σu by stratum number */
  sums: readonly number[]
  /** n_h by stratum number */
  units: readonly number[]
}

/** An estimate that is the mean of `members` taken as one domain. */
export const sideOf = (
  { mean, weight, fit, sums }: DomainMean,
  members: readonly number[],
  { units }: Design,
): Side => ({
  terms: [
    ...members.map((domain) => ({ domain, scale: 1 / weight, centre: mean })),
    ...(fit?.coefficients ?? []).map((b, k) => ({ domain: -1 - k, scale: -b, centre: undefined })),
  ],
  sums,
  units,
})

/** Σ m_k · side_k, for a mean of means. RangeError without any. */
export function sideTogether(sides: readonly Side[], m: readonly number[]): Side {
  const [first] = sides
  if (first === undefined) throw new RangeError('no estimates to put together')
  const terms = new Map<string, Term>()
  for (const [k, side] of sides.entries())
    for (const { domain, scale, centre } of side.terms) {
      const key = `${domain} ${centre}`
      const known = terms.get(key)?.scale ?? 0
      terms.set(key, { domain, centre, scale: known + scale * (m[k] ?? 0) })
    }
  return {
    terms: [...terms.values()],
    sums: first.sums.map((_, h) =>
      sides.reduce((sum, side, k) => sum + (m[k] ?? 0) * (side.sums[h] ?? 0), 0),
    ),
    units: first.units,
  }
}

/** Σu over the units of both waves, by `h k`. */
function sharedInfluence(
  side: Side,
  sums: ReadonlyMap<number, readonly AcrossSum[]>,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const { domain, scale, centre = 0 } of side.terms)
    for (const { h, k, w, wy } of sums.get(domain) ?? []) {
      const u = scale * (domain < 0 ? w : wy - centre * w)
      found.set(`${h} ${k}`, (found.get(`${h} ${k}`) ?? 0) + u)
    }
  return found
}

/** Σ √(c_h c_k) u1 u2 for one term of either side. */
function crossed(a: number | undefined, b: number | undefined, { ww, wwa, wwb, wwab }: AcrossPair): number {
  if (a === undefined) return b === undefined ? ww : wwb - b * ww
  return b === undefined ? wwa - a * ww : wwab - a * wwb - b * wwa + a * b * ww
}

/** C of two estimates, in squared score units: formula in the header of this file. METHOD.md §7. */
export function acrossCovariance(before: Side, now: Side, across: Across): number {
  let sum = 0
  for (const first of before.terms) {
    const row = across.pairs.get(first.domain)
    if (row === undefined) continue
    for (const second of now.terms) {
      const pair = row.get(second.domain)
      if (pair !== undefined) sum += first.scale * second.scale * crossed(first.centre, second.centre, pair)
    }
  }
  const [u1, u2] = [sharedInfluence(before, across.before), sharedInfluence(now, across.now)]
  const centre = ({ sums, units }: Side, stratum: number): number => {
    const n = units[stratum] ?? 0
    return n < 2 ? 0 : (sums[stratum] ?? 0) / n
  }
  for (const { h, k, n } of across.units) {
    const factor = Math.sqrt(centring(before.units[h] ?? 0).factor * centring(now.units[k] ?? 0).factor)
    const [m1, m2] = [centre(before, h), centre(now, k)]
    const key = `${h} ${k}`
    sum += factor * (n * m1 * m2 - m1 * (u2.get(key) ?? 0) - m2 * (u1.get(key) ?? 0))
  }
  return sum
}
