import { tQuantile, tTwoSidedP } from './distributions.ts'

/** A variance below this share of those it comes from is rounding. */
const noVariance = 1e-11

const multipliers = new Map<string, number>()

/** The t quantile of a two-sided interval; many intervals share their degrees of freedom. */
function multiplier(df: number, confidence: number): number {
  const key = `${df} ${confidence}`
  const known = multipliers.get(key) ?? tQuantile((1 + confidence) / 2, df)
  multipliers.set(key, known)
  return known
}

/** Limits of the t interval `estimate ± t(df) · se`, not clipped; none where df < 1. METHOD.md §4. */
export function interval(
  estimate: number,
  se: number,
  df: number,
  confidence: number,
): { low: number; high: number } | undefined {
  if (!(df >= 1)) return undefined
  const half = multiplier(df, confidence) * se
  return { low: estimate - half, high: estimate + half }
}

/** A difference with its t test: two-sided p-value and interval. */
export interface Difference {
  difference: number
  se: number
  df: number
  low: number
  high: number
  p: number
}

/** t test of a difference with standard error `se` and `df` degrees of freedom; undefined where df < 1. METHOD.md §8. */
export function differenceTest(
  difference: number,
  se: number,
  df: number,
  confidence: number,
): Difference | undefined {
  const limits = interval(difference, se, df, confidence)
  if (limits === undefined) return undefined
  const p = se > 0 ? tTwoSidedP(difference / se, df) : difference === 0 ? 1 : 0
  return { difference, se, df, ...limits, p }
}

/**
 * Degrees of freedom of a company beside others, where each has its own, those of its standard error: the company’s, or those
 * of the largest of the others where these are fewer. Their variances come from few units each, and a difference is no surer
 * than its less sure side. At least one other. METHOD.md §17.
 */
export const smallerFreedom = (own: number, others: readonly number[]): number =>
  Math.min(own, Math.max(...others))

/** An estimate with its standard error and degrees of freedom. */
export interface Figure {
  score: number
  se: number
  df: number
}

/** What two samples share: the covariance of their estimates, and the units with a valid score in both. */
export interface Overlap {
  covariance: number
  units: number
}

/**
 * Change between two samples with standard errors se1, se2 and df1, df2: se² = V1 + V2 − 2C. Without units in common
 * Welch’s df = (V1 + V2)² / (V1²/df1 + V2²/df2), otherwise df1 + df2 − the units in common: those with a score in either
 * sample minus the strata they touch in each. Undefined where df < 1, or where nothing varies between samples that share
 * units. METHOD.md §7. Source: Welch 1947.
 */
export function changeTest(
  before: Figure,
  after: Figure,
  confidence: number,
  shared: Overlap = { covariance: 0, units: 0 },
): Difference | undefined {
  const [v1, v2] = [before.se ** 2, after.se ** 2]
  const v = v1 + v2 - 2 * shared.covariance
  if (shared.units > 0 && v < noVariance * (v1 + v2)) return undefined
  const df =
    shared.units > 0
      ? before.df + after.df - shared.units
      : (v1 + v2) ** 2 / (v1 ** 2 / before.df + v2 ** 2 / after.df)
  return differenceTest(after.score - before.score, Math.sqrt(Math.max(0, v)), df, confidence)
}

/**
 * What a clear change takes: the difference from a score with standard error `se` and `df` degrees of freedom that a second,
 * independent sample of the same precision must show to pass the strictest step of Holm’s correction over `tests` changes,
 *   √2 · se · t(1 − (1 − confidence) / (2 · tests); 2 df).
 * A true change of this size is found in half of all samples. Undefined where df < 1; RangeError for no tests. METHOD.md §7.
 */
export function pointsForChange(
  se: number,
  df: number,
  tests: number,
  confidence: number,
): number | undefined {
  if (!(tests >= 1)) throw new RangeError(`at least one change must be tested, not ${tests}`)
  return df >= 1 ? Math.SQRT2 * se * tQuantile(1 - (1 - confidence) / (2 * tests), 2 * df) : undefined
}
