/** Tests of differences and families of them (METHOD.md §7-8). */
import { benjaminiHochberg, holm } from '../../pipeline/stats/adjust.ts'
import { tQuantile, tTwoSidedP } from '../../pipeline/stats/distributions.ts'

export interface Difference {
  difference: number
  se: number
  df: number
  low: number
  high: number
  p: number
}

export interface Tested extends Difference {
  holm: number
  bh: number
}

/**
 * A t test of a difference; null below one degree of freedom. Without variance: equal p = 1, different
 * p = 0.
 */
export function tTest(difference: number, v: number, df: number, confidence: number): Difference | null {
  if (!(df >= 1)) return null
  const se = Math.sqrt(Math.max(0, v))
  const half = tQuantile(1 - (1 - confidence) / 2, df) * se
  const certain = Math.abs(difference) < 1e-9 ? 1 : 0
  const p = se < 1e-9 ? certain : tTwoSidedP(difference / se, df)
  return { difference, se, df, low: difference - half, high: difference + half, p }
}

/** Welch’s test of two means; `shared`: what their covariance adds to the variance of the difference. */
export function welch(
  before: { mean: number; v: number; df: number },
  now: { mean: number; v: number; df: number },
  confidence: number,
  shared = 0,
): Difference | null {
  if (before.df < 1 || now.df < 1) return null
  const v = before.v + now.v
  const spread = before.v ** 2 / before.df + now.v ** 2 / now.df
  const df = spread > 0 ? v ** 2 / spread : before.df + now.df
  return tTest(now.mean - before.mean, v + shared, df, confidence)
}

/** Adjusts the tests of one family; what was not tested stays null. */
export function family(tests: readonly (Difference | null)[]): (Tested | null)[] {
  const made = tests.filter((test) => test !== null)
  const holmed = holm(made.map(({ p }) => p))
  const bh = benjaminiHochberg(made.map(({ p }) => p))
  const tested = made.map((test, i) => ({ ...test, holm: holmed[i] ?? 1, bh: bh[i] ?? 1 }))
  return tests.map((test) => (test ? (tested[made.indexOf(test)] ?? null) : null))
}

/** p-values of one family adjusted together; what was not tested stays null. */
export function together(
  ps: readonly (number | null | undefined)[],
  adjust: (p: readonly number[]) => readonly number[],
): (number | null)[] {
  const made = ps.filter((p) => typeof p === 'number')
  const adjusted = [...adjust(made)]
  return ps.map((p) => (typeof p === 'number' ? (adjusted.shift() ?? null) : null))
}
