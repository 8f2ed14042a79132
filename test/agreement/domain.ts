/**
 * A weighted mean over a domain of ratings, and its variance from the influence of each respondent
 * (METHOD.md §4).
 */
import { tQuantile } from '../../pipeline/stats/distributions.ts'
import type { PlainStudy, Rating, Respondent } from './plain.ts'

/** One wave: its respondents and, per stratum, their places in that list. */
export interface Wave {
  people: readonly Respondent[]
  strata: number[][]
}

export interface Domain {
  /** valid ratings */
  n: number
  /** Kish’s effective base */
  kish: number
  mean: number
  /** u_i of every respondent of the wave, 0 outside the domain */
  influence: number[]
  /** respondents with a valid score, by place */
  members: Set<number>
  /** all valid scores are the same */
  flat: boolean
}

export interface Interval {
  se: number | null
  low: number | null
  high: number | null
}

export function waveOf(study: PlainStudy, id: string): Wave {
  const people = study.respondents.filter((person) => person.wave === id)
  const strata = [...new Set(people.map(({ stratum }) => stratum))].map((stratum) =>
    people.flatMap((person, i) => (person.stratum === stratum ? [i] : [])),
  )
  const alone = strata.find((places) => places.length === 1)
  if (alone && study.single_unit_stratum === 'error') throw new Error('a stratum has one respondent')
  return { people, strata }
}

/** The domain of the ratings for which `value` gives a number. */
export function domainOf(wave: Wave, value: (rating: Rating) => number | null): Domain {
  let n = 0
  let weights = 0
  let squares = 0
  let total = 0
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  const members = new Set<number>()
  wave.people.forEach((person, i) => {
    for (const rating of person.ratings) {
      const y = value(rating)
      if (y === null) continue
      n += 1
      weights += person.weight
      squares += person.weight ** 2
      total += person.weight * y
      lowest = Math.min(lowest, y)
      highest = Math.max(highest, y)
      members.add(i)
    }
  })
  const mean = total / weights
  const influence = wave.people.map((person) => {
    let u = 0
    for (const rating of person.ratings) {
      const y = value(rating)
      if (y !== null) u += (person.weight * (y - mean)) / weights
    }
    return u
  })
  return { n, kish: weights ** 2 / squares, mean, influence, members, flat: highest - lowest < 1e-9 }
}

/** Covariance of two means: sum over strata of n/(n−1) (Σ ab − Σa Σb / n); a stratum of one adds ab. */
export function covariance(wave: Wave, a: Domain, b: Domain): number {
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

export function variance(wave: Wave, a: Domain): number {
  return Math.max(0, covariance(wave, a, a))
}

/** Respondents minus the strata they touch. */
export function freedom(wave: Wave, members: ReadonlySet<number>): number {
  return members.size - wave.strata.filter((places) => places.some((i) => members.has(i))).length
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
