/**
 * Means and their covariance under a stratified design with respondents as sampling units.
 *
 * Sums per domain and stratum are all that is needed. With weights w, scores y, domain mean I = Σwy / Σw and
 * W = Σw, the influence of a rating is u = w (y − I) / W, summed to the respondent before squaring, and
 * Cov(a, b) = Σ_h n_h/(n_h−1) · ( Σ_i u_ia u_ib − Σ_i u_ia Σ_i u_ib / n_h ),
 * where n_h counts every sampled respondent of stratum h. A stratum of one respondent is centred on the mean of
 * all, which is 0 for influence values: it adds u_ia u_ib.
 * Source: Binder 1983; Lumley, survey (R), `survey.lonely.psu = "adjust"`.
 */

/** Sums over the valid scores of a domain in one stratum. `ww`: squared weights. Units: weight, score. */
export interface Moments {
  stratum: number
  n: number
  w: number
  wy: number
  ww: number
  wwy: number
  wwyy: number
}

/** Sums over the respondents with valid scores for two domains a and b, in one stratum. */
export interface SharedMoments {
  stratum: number
  n: number
  ww: number
  wwa: number
  wwb: number
  wwab: number
}

export interface SharedPair extends SharedMoments {
  a: number
  b: number
}

/** The mean of one domain, with what its variance needs. */
export interface DomainMean {
  /** valid scores */
  n: number
  /** Σw */
  weight: number
  /** Σwy / Σw; NaN without a valid score */
  mean: number
  /** Kish: (Σw)² / Σw² */
  nEffective: number
  /** per stratum that the domain touches: Σu and Σu² over respondents */
  influence: ReadonlyMap<number, { u: number; uu: number }>
}

/** n_h/(n_h−1) and 1/n_h; a stratum of one respondent is not centred on itself. */
function centring(respondents: number): { factor: number; share: number } {
  return respondents === 1
    ? { factor: 1, share: 0 }
    : { factor: respondents / (respondents - 1), share: 1 / respondents }
}

const total = (rows: readonly Moments[], of: (row: Moments) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0)

/**
 * Mean and influence sums of a domain in which every respondent has at most one score, such as a company.
 * I = Σwy/Σw; per stratum Σu = (Σwy − I Σw)/W and Σu² = (Σw²y² − 2I Σw²y + I² Σw²)/W².
 * `rows`: one per stratum that the domain touches. METHOD.md §4.
 */
export function domainMean(rows: readonly Moments[]): DomainMean {
  return pooledMean(rows, [])
}

/**
 * The same for a domain in which a respondent may have several scores, such as an industry with all ratings pooled:
 * `rows` are the sums of its companies (several per stratum), `shared` those of the pairs of its companies, which add
 * 2 Σ u_ia u_ib to Σu². METHOD.md §11.
 */
export function pooledMean(rows: readonly Moments[], shared: readonly SharedMoments[]): DomainMean {
  const weight = total(rows, (row) => row.w)
  const mean = total(rows, (row) => row.wy) / weight
  const influence = new Map<number, { u: number; uu: number }>()
  const add = (stratum: number, u: number, uu: number) => {
    const sums = influence.get(stratum) ?? { u: 0, uu: 0 }
    influence.set(stratum, { u: sums.u + u, uu: sums.uu + uu })
  }
  for (const { stratum, w, wy, ww, wwy, wwyy } of rows)
    add(stratum, (wy - mean * w) / weight, (wwyy - 2 * mean * wwy + mean * mean * ww) / weight ** 2)
  for (const { stratum, ww, wwa, wwb, wwab } of shared)
    add(stratum, 0, (2 * (wwab - mean * (wwa + wwb) + mean * mean * ww)) / weight ** 2)
  return {
    n: total(rows, (row) => row.n),
    weight,
    mean,
    nEffective: weight ** 2 / total(rows, (row) => row.ww),
    influence,
  }
}

/** Share of rounding in a sum of squares below which it counts as zero: all scores of the domain are equal. */
const rounding = 1e-13

/**
 * Variance of a domain mean, in squared score units. `respondents`: n_h per stratum number. METHOD.md §4.
 * Exactly 0 where all scores of the domain are equal.
 */
export function variance(domain: DomainMean, respondents: readonly number[]): number {
  let sum = 0
  for (const [stratum, { u, uu }] of domain.influence) {
    const { factor, share } = centring(respondents[stratum] ?? 1)
    sum += factor * (uu - u * u * share)
  }
  return sum * domain.nEffective < rounding * Math.max(1, domain.mean ** 2) ? 0 : sum
}

/**
 * Full covariance matrix of the means of domains 0 … p−1, in squared score units. `shared`: the pairs a < b with
 * respondents in common; `respondents`: n_h per stratum number. The diagonal is `variance`. METHOD.md §4, §8.
 */
export function covariance(
  domains: readonly DomainMean[],
  shared: readonly SharedPair[],
  respondents: readonly number[],
): number[][] {
  const matrix = domains.map(() => new Array<number>(domains.length).fill(0))
  const add = (a: number, b: number, value: number) => {
    const row = matrix[a]
    if (row !== undefined) row[b] = (row[b] ?? 0) + value
  }
  for (const [stratum, n] of respondents.entries()) {
    const { factor, share } = centring(n)
    const touching = domains.flatMap(({ influence }, domain) => {
      const sums = influence.get(stratum)
      return sums === undefined ? [] : [{ domain, u: sums.u }]
    })
    for (const [k, a] of touching.entries())
      for (const b of touching.slice(k + 1)) add(a.domain, b.domain, -factor * share * a.u * b.u)
  }
  for (const { a, b, stratum, ww, wwa, wwb, wwab } of shared) {
    const [first, second] = [domains[a], domains[b]]
    if (first === undefined || second === undefined) continue
    const product = wwab - first.mean * wwb - second.mean * wwa + first.mean * second.mean * ww
    add(a, b, (centring(respondents[stratum] ?? 1).factor * product) / (first.weight * second.weight))
  }
  for (const [a, domain] of domains.entries()) {
    add(a, a, variance(domain, respondents))
    for (let b = 0; b < a; b++) add(a, b, matrix[b]?.[a] ?? 0)
  }
  return matrix
}

/** Mean and variance of a weighted mean of domain means: Σ m_k I_k / Σ m_k, m'Σm. METHOD.md §11. */
export function combination(
  means: readonly number[],
  matrix: readonly (readonly number[])[],
  weights: readonly number[],
): { mean: number; variance: number } {
  const sum = weights.reduce((a, b) => a + b, 0)
  const m = weights.map((weight) => weight / sum)
  let mean = 0
  let square = 0
  for (const [a, wa] of m.entries()) {
    mean += wa * (means[a] ?? 0)
    for (const [b, wb] of m.entries()) square += wa * wb * (matrix[a]?.[b] ?? 0)
  }
  return { mean, variance: square }
}
