/**
 * A weighted mean over a domain of ratings, and its variance from the influence of each sampling unit
 * (METHOD.md §4).
 */
import { tQuantile } from '../../pipeline/stats/distributions.ts'
import type { Rating } from './plain.ts'
import type { Wave } from './wave.ts'

export interface Domain {
  /** valid ratings */
  n: number
  /** Kish’s effective base */
  kish: number
  mean: number
  /** u of every sampling unit of the wave, by place */
  influence: readonly number[]
  /** units with a valid score, by place */
  members: ReadonlySet<number>
  /** respondents with a valid score, by place */
  respondents: ReadonlySet<number>
}

/** u of every sampling unit, by place. */
export type Influential = Pick<Domain, 'influence'>

export interface Interval {
  se: number | null
  low: number | null
  high: number | null
}

/** The domain of the ratings for which `value` gives a number. */
export function domainOf(wave: Wave, value: (rating: Rating) => number | null): Domain {
  const scores: { i: number; y: number; w: number }[] = []
  wave.people.forEach(({ ratings }, i) => {
    for (const rating of ratings) {
      const y = value(rating)
      if (y !== null) scores.push({ i, y, w: wave.weight(i, rating) })
    }
  })
  let weights = 0
  let squares = 0
  let total = 0
  for (const { y, w } of scores) {
    weights += w
    squares += w ** 2
    total += w * y
  }
  const mean = total / weights
  const respondents = new Set(scores.map(({ i }) => i))
  const members = new Set([...respondents].map((i) => wave.unitOf[i] ?? -1))
  const influence = wave.units.map(() => 0)
  influenceOfPeople(wave, scores, mean, weights).forEach((u, i) => {
    const unit = wave.unitOf[i] ?? -1
    influence[unit] = (influence[unit] ?? 0) + u
  })
  return { n: scores.length, kish: weights ** 2 / squares, mean, influence, members, respondents }
}

/**
 * u of every respondent of the wave. Where weights are raked or trimmed, what the margins explain is taken
 * out, and those outside the domain have an influence too.
 */
function influenceOfPeople(
  wave: Wave,
  scores: readonly { i: number; y: number; w: number }[],
  mean: number,
  weights: number,
): number[] {
  const u = wave.people.map(() => 0)
  const z = wave.people.map(() => 0)
  for (const { i, y, w } of scores) {
    u[i] = (u[i] ?? 0) + (w * (y - mean)) / weights
    z[i] = (z[i] ?? 0) + (y - mean) / weights
  }
  if (wave.residual === null || scores.length === 0) return u
  const rest = wave.residual(z)
  return wave.people.map(({ ratings: [any] }, i) => (any ? wave.weight(i, any) * (rest[i] ?? 0) : 0))
}

/** Covariance of two means: sum over strata of n/(n−1) (Σ ab − Σa Σb / n); a stratum of one unit adds ab. */
export function covariance(wave: Wave, a: Influential, b: Influential): number {
  let sum = 0
  for (const places of wave.strata) {
    let product = 0
    let sumA = 0
    let sumB = 0
    for (const i of places) {
      const ua = a.influence[i] ?? 0
      const ub = b.influence[i] ?? 0
      product += ua * ub
      sumA += ua
      sumB += ub
    }
    const n = places.length
    sum += n === 1 ? product : (n / (n - 1)) * (product - (sumA * sumB) / n)
  }
  return sum
}

/** 0 where nothing but rounding is left. */
export function variance(wave: Wave, a: Domain): number {
  const v = covariance(wave, a, a)
  return v * a.kish < 1e-11 * Math.max(1, a.mean ** 2) ? 0 : v
}

export function strataTouched(wave: Wave, members: ReadonlySet<number>): number {
  return wave.strata.filter((places) => places.some((i) => members.has(i))).length
}

/** Units minus the strata they touch. */
export function freedom(wave: Wave, members: ReadonlySet<number>): number {
  return members.size - strataTouched(wave, members)
}

export function union(domains: readonly Domain[]): Set<number> {
  return new Set(domains.flatMap(({ members }) => [...members]))
}

/** mean ± t(df) se; no limits below one degree of freedom, no standard error below two ratings. */
export function intervalOf(mean: number, v: number, df: number, n: number, confidence: number): Interval {
  if (n < 2) return { se: null, low: null, high: null }
  const se = Math.sqrt(v)
  if (df < 1) return { se, low: null, high: null }
  const half = tQuantile(1 - (1 - confidence) / 2, df) * se
  return { se, low: mean - half, high: mean + half }
}
