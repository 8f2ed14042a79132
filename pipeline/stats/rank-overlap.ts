/** Ranges of places from one interval per company. */
import { tQuantile } from './distributions.ts'
import { type Ranks, sameScore } from './ranks.ts'

/** Place of each score: 1 + #{k: x_k > x_j}; scores within 1e-9 points share a place. Source: METHOD.md §9. */
export function placesOf(scores: readonly number[]): number[] {
  return scores.map((score) => 1 + scores.filter((other) => other - score > sameScore).length)
}

function expectAlpha(alpha: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie between 0 and 1, not ${alpha}`)
}

function expectNumber(p: number): void {
  if (!(Number.isSafeInteger(p) && p >= 1)) throw new RangeError(`no intervals for ${p} companies`)
}

/**
 * Šidák’s multiplier for p intervals at once: z = Φ⁻¹((1 + (1 − alpha)^(1/p)) / 2).
 * p intervals x ± z se of jointly normal x hold together with probability 1 − alpha or more, however they correlate.
 * `p` a whole number from 1, `alpha` in (0, 1); RangeError otherwise. Source: Šidák 1967, JASA 62, 626-633.
 */
export function sidakMultiplier(p: number, alpha: number): number {
  expectAlpha(alpha)
  expectNumber(p)
  return tQuantile((1 + (1 - alpha) ** (1 / p)) / 2, Number.POSITIVE_INFINITY)
}

/**
 * Bonferroni’s multiplier for p intervals at once: z = Φ⁻¹(1 − alpha / (2p)); a little wider, and holds for any
 * distribution whose z is the normal’s. Arguments and errors as `sidakMultiplier`.
 */
export function bonferroniMultiplier(p: number, alpha: number): number {
  expectAlpha(alpha)
  expectNumber(p)
  return -tQuantile(alpha / (2 * p), Number.POSITIVE_INFINITY)
}

/**
 * Ranks with ranges from intervals that hold together (Klein, Wright & Wieczorek): with x_k ± z se_k,
 *   low_k = 1 + #{j: lower limit of j > upper limit of k},  high_k = p − #{j: upper limit of j < lower limit of k}.
 * Intervals that touch are not told apart. With `multiplier` from `sidakMultiplier` or `bonferroniMultiplier`, all
 * true places lie in their ranges at once with probability 1 − alpha or more. No covariance is needed,
 * at the price of ranges wider than those of `holmRanks`.
 * `scores`: p scores in points; `se`: p standard errors in points; `multiplier` ≥ 0.
 * RangeError for other shapes, a value that is not finite, or one below 0.
 * Source: Klein, Wright & Wieczorek 2020, JRSS C 69(3), 589-606; RankingProject (R), there with touching intervals
 * told apart.
 */
export function intervalRanks(scores: readonly number[], se: readonly number[], multiplier: number): Ranks {
  if (se.length !== scores.length) throw new RangeError(`${scores.length} scores, but ${se.length} errors`)
  if (!scores.every(Number.isFinite)) throw new RangeError('a score is not a number')
  if (![...se, multiplier].every((value) => Number.isFinite(value) && value >= 0))
    throw new RangeError('a standard error and its multiplier must be numbers from 0')
  const limits = scores.map((score, k) => {
    const half = multiplier * (se[k] ?? 0)
    return { lower: score - half, upper: score + half }
  })
  return {
    rank: placesOf(scores),
    low: limits.map(({ upper }) => 1 + limits.filter((other) => other.lower > upper).length),
    high: limits.map(({ lower }) => scores.length - limits.filter((other) => other.upper < lower).length),
  }
}

/**
 * The usual mistake, to show beside the others and never to publish: plain intervals x ± Φ⁻¹(1 − alpha/2) se, compared
 * as if they held together. Nothing is guaranteed, and the more companies, the more often a true place lies outside.
 * Arguments and errors as `intervalRanks`, `alpha` in (0, 1).
 */
export function naiveOverlapRanks(scores: readonly number[], se: readonly number[], alpha: number): Ranks {
  expectAlpha(alpha)
  return intervalRanks(scores, se, -tQuantile(alpha / 2, Number.POSITIVE_INFINITY))
}
