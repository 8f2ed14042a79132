/**
 * Means and their covariance under a stratified design of sampling units: respondents, or clusters of them.
 *
 * Sums per domain are all that is needed. With weights w, scores y, domain mean I = Σwy / Σw and W = Σw, a unit’s
 * influence is u = Σ w (y − I) / W over its scores in the domain, and
 *   Cov(a, b) = Σ_h c_h · ( Σ_i u_ia u_ib − Σ_i u_ia Σ_i u_ib / n_h ),   c_h = n_h / (n_h − 1),
 * where n_h counts every sampled unit of stratum h. A stratum of one unit is centred on the mean of all, which is 0 for
 * influence values: c_h = 1 and nothing is subtracted. Where weights are calibrated to margins, u is a residual: see
 * calibration.ts, by which every unit of the sample has an influence on every domain.
 * Source: Binder 1983; Deville & Särndal 1992; Lumley, survey (R), `survey.lonely.psu = "adjust"`.
 */
import { type Calibration, coefficients } from './calibration.ts'
import { dot, product, putBoth, zeros } from './matrix.ts'

/**
 * Sums over the scores of a domain in one stratum. Units: weight, score. A unit with several scores in the domain counts
 * by its summed weight and mean score in ww, wwy and wwyy.
 */
export interface Moments {
  stratum: number
  /** scores */
  n: number
  /** sampling units with a score */
  units: number
  w: number
  wy: number
  /** squared weights of the single scores */
  kish: number
  ww: number
  wwy: number
  wwyy: number
}

/** Sums over the units with scores for two domains a and b, each times the c_h of its stratum. */
export interface Pair {
  a: number
  b: number
  /** units with both */
  n: number
  ww: number
  wwa: number
  wwb: number
  wwab: number
}

/** Sums of a domain by margin category: c_h × weight of the unit in the category × weight and score in the domain; base weights of the scores. */
export interface MarginSums {
  ww: readonly number[]
  wwy: readonly number[]
  d: readonly number[]
  dy: readonly number[]
}

/** What the variance of a domain needs. */
export interface DomainSums {
  /** one or more per stratum that the domain touches */
  moments: readonly Moments[]
  /** pairs of parts within the domain that share units */
  pairs: readonly Omit<Pair, 'a' | 'b'>[]
  /** where weights are calibrated */
  margins: MarginSums | undefined
}

/** The design of a wave. */
export interface Design {
  /** n_h: sampled units by stratum number; 0 where nobody is left */
  units: readonly number[]
  calibration: Calibration | undefined
}

/** The mean of one domain, with what its variance needs. */
export interface DomainMean {
  n: number
  /** sampling units with a score, where each is in one part of the domain */
  units: number
  /** numbers of the strata that the domain touches */
  strata: readonly number[]
  /** Σw */
  weight: number
  /** Σwy / Σw; NaN without a score */
  mean: number
  /** Kish: (Σw)² / Σw² over scores */
  nEffective: number
  /** Σu by stratum number */
  sums: readonly number[]
  /** Σ_h c_h Σu² */
  square: number
  /** Σ_h c_h Σu² below this share of it is rounding */
  scale: number
  /** calibrated: coefficients of the margins, and c_h-weighted products of z with them */
  fit: { coefficients: readonly number[]; crossed: readonly number[] } | undefined
}

/** c_h = n_h / (n_h − 1), and c_h / n_h; a stratum of one unit is not centred on itself. */
export const centring = (units: number): { factor: number; share: number } =>
  units < 2 ? { factor: 1, share: 0 } : { factor: units / (units - 1), share: 1 / (units - 1) }

const total = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)

/**
 * Mean and influence sums of a domain: I = Σwy/Σw; per stratum Σu = (Σwy − I Σw)/W; and
 * Σ c_h Σu² = (Σw²y² − 2I Σw²y + I² Σw²)/W², the pairs of its parts twice. Calibrated, with coefficients B of the margins
 * x (regression of z = (y − I)/W on x with base weights): Σu − B'Σwx, and Σu² − 2 B'Σw²xz + B'Σw²xx'B. METHOD.md §4.
 */
export function domainMean({ moments, pairs, margins }: DomainSums, design: Design): DomainMean {
  const weight = total(moments, (row) => row.w)
  const mean = total(moments, (row) => row.wy) / weight
  const sums = new Array<number>(design.units.length).fill(0)
  let square = 0
  let scale = 0
  for (const { stratum, w, wy, ww, wwy, wwyy } of moments) {
    const { factor } = centring(design.units[stratum] ?? 0)
    sums[stratum] = (sums[stratum] ?? 0) + (wy - mean * w) / weight
    square += (factor * (wwyy - 2 * mean * wwy + mean * mean * ww)) / weight ** 2
    scale += ww / weight ** 2
  }
  for (const { ww, wwa, wwb, wwab } of pairs)
    square += (2 * (wwab - mean * (wwa + wwb) + mean * mean * ww)) / weight ** 2
  const domain = {
    n: total(moments, (row) => row.n),
    units: total(moments, (row) => row.units),
    strata: [...new Set(moments.map((row) => row.stratum))],
    ...{ weight, mean, sums, square, fit: undefined },
    nEffective: weight ** 2 / total(moments, (row) => row.kish),
    scale: scale * Math.max(1, mean * mean),
  }
  const { calibration } = design
  if (calibration === undefined || margins === undefined || domain.n === 0) return domain
  const centred = (wy: readonly number[], w: readonly number[]) =>
    wy.map((value, k) => (value - mean * (w[k] ?? 0)) / weight)
  const fitted = coefficients(calibration, centred(margins.dy, margins.d))
  const crossed = centred(margins.wwy, margins.ww)
  return {
    ...domain,
    sums: sums.map((sum, stratum) => sum - dot(fitted, calibration.totals[stratum] ?? [])),
    square: square - 2 * dot(fitted, crossed) + dot(fitted, product(calibration.products, fitted)),
    fit: { coefficients: fitted, crossed },
  }
}

/** Share of rounding in a sum of squares below which it counts as zero: all scores of the domain are equal. */
const rounding = 1e-12

/** c_h / n_h by stratum number. */
const sharesOf = ({ units }: Design): number[] => units.map((n) => centring(n).share)

/** Σ_h c_h / n_h Σu_a Σu_b. */
function between(a: readonly number[], b: readonly number[], shares: readonly number[]): number {
  let sum = 0
  for (let stratum = 0; stratum < shares.length; stratum++)
    sum += (shares[stratum] ?? 0) * (a[stratum] ?? 0) * (b[stratum] ?? 0)
  return sum
}

/**
 * Variance of a domain mean, in squared score units. METHOD.md §4.
 * Exactly 0 where all scores of the domain are equal.
 */
export function variance(domain: DomainMean, design: Design): number {
  const value = domain.square - between(domain.sums, domain.sums, sharesOf(design))
  return value < rounding * domain.scale ? 0 : value
}

/**
 * Full covariance matrix of the means of domains 0 … p−1, in squared score units. `pairs`: the pairs a < b with units in
 * common. The diagonal is `variance`. METHOD.md §4, §8.
 */
export function covariance(
  domains: readonly DomainMean[],
  pairs: readonly Pair[],
  design: Design,
): number[][] {
  const { calibration } = design
  const shares = sharesOf(design)
  const explained = domains.map(({ fit }) =>
    calibration === undefined || fit === undefined ? [] : product(calibration.products, fit.coefficients),
  )
  const matrix = zeros(domains.length)
  for (const [a, one] of domains.entries()) {
    if (one.n === 0) continue
    for (let b = a; b < domains.length; b++) {
      const other = domains[b]
      if (other === undefined || other.n === 0) continue
      let value = -between(one.sums, other.sums, shares)
      if (one.fit !== undefined && other.fit !== undefined)
        value +=
          dot(one.fit.coefficients, explained[b] ?? []) -
          dot(one.fit.coefficients, other.fit.crossed) -
          dot(one.fit.crossed, other.fit.coefficients)
      putBoth(matrix, a, b, a === b ? variance(one, design) : value)
    }
  }
  for (const { a, b, ww, wwa, wwb, wwab } of pairs) {
    const [first, second] = [domains[a], domains[b]]
    if (first === undefined || second === undefined) continue
    const shared = wwab - first.mean * wwb - second.mean * wwa + first.mean * second.mean * ww
    putBoth(matrix, a, b, (matrix[a]?.[b] ?? 0) + shared / (first.weight * second.weight))
  }
  return matrix
}

/** A variance below this share of what it would be without covariances is rounding: the errors cancel each other. */
const cancelled = 1e-11

/** A linear combination of means with covariance `matrix`, and its variance: c'x, c'Σc. */
export function contrast(
  means: readonly number[],
  matrix: readonly (readonly number[])[],
  c: readonly number[],
): { value: number; variance: number } {
  const variance = dot(c, product(matrix, c))
  const apart = c.reduce((all, one, k) => all + one * one * (matrix[k]?.[k] ?? 0), 0)
  return { value: dot(c, means), variance: variance < cancelled * apart ? 0 : variance }
}

/** Mean and variance of a weighted mean of domain means: Σ m_k I_k / Σ m_k, m'Σm. METHOD.md §11. */
export function combination(
  means: readonly number[],
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
): { mean: number; variance: number } {
  const sum = weights.reduce((a, b) => a + b, 0)
  const { value, variance } = contrast(
    means,
    matrix,
    weights.map((weight) => weight / sum),
  )
  return { mean: value, variance }
}
