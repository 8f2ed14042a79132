/**
 * Links between an index before and after its items change, from a wave in which the same respondents answered both
 * versions (the overlap). Both unlinked series stay; a link is an addition to them.
 *
 * All figures are in points. Estimates of different waves come from different people and are independent; the old and
 * the new figure of the overlap are not. RangeError for what is not finite, or a standard error below 0.
 * Source: Kolen & Brennan 2014, Test Equating, Scaling, and Linking; delta method.
 */

import { chiSquareUpperP } from './chi-square.ts'
import { choleskyFactor, solve } from './cholesky.ts'

export interface Estimate {
  value: number
  se: number
}

/** The old and the new index of the overlap, over the ratings that have both, and their covariance in points². */
export interface Overlap {
  old: Estimate
  new: Estimate
  covariance: number
}

function expectEstimates(...estimates: Estimate[]): void {
  for (const { value, se } of estimates)
    if (!Number.isFinite(value) || !(se >= 0 && se < Number.POSITIVE_INFINITY))
      throw new RangeError(`an estimate must be a number with a standard error, not ${value} and ${se}`)
}

/** A standard error from a variance in which rounding may leave a little less than 0. */
const root = (variance: number): number => Math.sqrt(Math.max(0, variance))

/**
 * Additive link d = new − old, se = sqrt(V_old + V_new − 2 Cov). Prefer it on a scale with two ends.
 * Without the covariance the standard error would be that of two samples, several times too large.
 */
export function shiftOf({ old, new: fresh, covariance }: Overlap): Estimate {
  expectEstimates(old, fresh, { value: covariance, se: 0 })
  return { value: fresh.value - old.value, se: root(old.se ** 2 + fresh.se ** 2 - 2 * covariance) }
}

/**
 * Ratio link r = new / old, se = sqrt(V_new − 2 r Cov + r² V_old) / |old|.
 * RangeError where the old figure is 0, too.
 */
export function ratioOf({ old, new: fresh, covariance }: Overlap): Estimate {
  expectEstimates(old, fresh, { value: covariance, se: 0 })
  if (old.value === 0) throw new RangeError('no ratio to an old figure of 0')
  const value = fresh.value / old.value
  const variance = fresh.se ** 2 - 2 * value * covariance + value ** 2 * old.se ** 2
  return { value, se: root(variance) / Math.abs(old.value) }
}

/**
 * A figure of another wave on the new version, on the old basis: x − d, V = V_x + V_d.
 * Not for the change from the overlap wave itself: see `changeFromOverlap`.
 */
export function onOldBasis(x: Estimate, shift: Estimate): Estimate {
  expectEstimates(x, shift)
  return { value: x.value - shift.value, se: Math.hypot(x.se, shift.se) }
}

/**
 * The same by the ratio link: x / r, V = V_x / r² + (x / r²)² V_r. RangeError where the ratio is 0, too.
 */
export function onOldBasisByRatio(x: Estimate, ratio: Estimate): Estimate {
  expectEstimates(x, ratio)
  if (ratio.value === 0) throw new RangeError('no link by a ratio of 0')
  const value = x.value / ratio.value
  return { value, se: Math.hypot(x.se / ratio.value, (value / ratio.value) * ratio.se) }
}

/** A figure of another wave on the old version, on the new basis: x + d, V = V_x + V_d. */
export function onNewBasis(x: Estimate, shift: Estimate): Estimate {
  expectEstimates(x, shift)
  return { value: x.value + shift.value, se: Math.hypot(x.se, shift.se) }
}

/**
 * Change from the overlap wave to another one on the new version. The linked figure of the other less the old figure
 * of the overlap is x − d − old = x − new: the link drops out, and its variance must not be counted. V = V_x + V_new.
 */
export function changeFromOverlap(x: Estimate, overlap: Overlap): Estimate {
  expectEstimates(x, overlap.new)
  return { value: x.value - overlap.new.value, se: Math.hypot(x.se, overlap.new.se) }
}

/**
 * Several shifts one after the other, each from an overlap of its own: they and their variances add.
 * After more than three, begin a new series instead. None gives 0 ± 0.
 */
export function chainOf(shifts: readonly Estimate[]): Estimate {
  expectEstimates(...shifts)
  return {
    value: shifts.reduce((sum, { value }) => sum + value, 0),
    se: Math.hypot(...shifts.map(({ se }) => se)),
  }
}

export interface Homogeneity {
  /** Σ over companies of squared deviations from the pooled shift, in standard errors */
  q: number
  df: number
  p: number
  /** pooled shift, weighted by certainty */
  pooled: Estimate
}

/**
 * Whether companies shift alike: with the shifts d, their covariance S and 1 = (1, …, 1)′,
 *   d̄ = 1′S⁻¹d / 1′S⁻¹1,  V(d̄) = 1 / 1′S⁻¹1,  Q = (d − d̄1)′S⁻¹(d − d̄1),  χ² with companies − 1 df if they do.
 * With a diagonal S: Σ w (d − d̄)², w = 1/V. Where p is small, one link for all is wrong: link by company or industry,
 * or show a break.
 * `shifts`: p ≥ 2, in points; `covariance`: p × p, in points², diagonal where no respondent rates two companies.
 * RangeError for other shapes, fewer than two companies, or a covariance that is singular or none.
 * Source: Cochran 1954, Biometrics 10, 101-129; with a full covariance, generalised least squares.
 */
export function homogeneity(
  shifts: readonly number[],
  covariance: readonly (readonly number[])[],
): Homogeneity {
  const df = shifts.length - 1
  if (df < 1) throw new RangeError(`no comparison among ${shifts.length} companies`)
  if (!shifts.every(Number.isFinite)) throw new RangeError('a shift is not a number')
  const factor = choleskyFactor(covariance)
  const weights = solve(
    factor,
    shifts.map(() => 1),
  )
  const certainty = weights.reduce((sum, weight) => sum + weight, 0)
  const value = weights.reduce((sum, weight, i) => sum + weight * (shifts[i] ?? 0), 0) / certainty
  const apart = shifts.map((shift) => shift - value)
  const q = Math.max(
    0,
    solve(factor, apart).reduce((sum, x, i) => sum + x * (apart[i] ?? 0), 0),
  )
  return { q, df, p: chiSquareUpperP(q, df), pooled: { value, se: Math.sqrt(1 / certainty) } }
}
