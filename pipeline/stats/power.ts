/**
 * The power of a two-sided t test, both sides counted.
 *
 * The statistic is (Z + δ) / s with Z standard normal, s² = χ²(df) / df and δ = true difference / standard error, so that
 *   power = P(|T| > t) = E_s[ Φ(δ − t s) + Φ(−δ − t s) ],   t = quantile of Student’s t at 1 − alpha / 2,
 * the noncentral t as an average over s, by the trapezoidal rule on u = log s, whose density is c · exp(df (u − s² / 2)).
 * Source: Johnson, Kotz & Balakrishnan 1995, Continuous Univariate Distributions 2, ch. 31. METHOD.md §15.
 */
import { normalTwoSidedP, tQuantile } from './distributions.ts'

const steps = 400
/** How far the average over u reaches, in its standard deviations. */
const reach = 12
/** How far its left tail, exp(df u), is followed where df are few. */
const tail = 25

/** P(Z > z) */
const above = (z: number): number => (z < 0 ? 1 - normalTwoSidedP(z) / 2 : normalTwoSidedP(z) / 2)

function check(alpha: number, df: number): void {
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie between 0 and 1, not ${alpha}`)
  if (!(df >= 1)) throw new RangeError(`degrees of freedom must be 1 or more, not ${df}`)
}

/** Points of s with their weights, which sum to 1. */
function spreadOf(df: number): { s: number; weight: number }[] {
  if (df === Number.POSITIVE_INFINITY) return [{ s: 1, weight: 1 }]
  const end = reach / Math.sqrt(2 * df)
  const start = -end - tail / df
  const points = Array.from({ length: steps + 1 }, (_, k) => {
    const u = start + (k * (end - start)) / steps
    const s = Math.exp(u)
    return { s, weight: Math.exp(df * (u - (s * s - 1) / 2)) }
  })
  const total = points.reduce((sum, { weight }) => sum + weight, 0)
  return points.map(({ s, weight }) => ({ s, weight: weight / total })).filter(({ weight }) => weight > 1e-16)
}

function powerOver(spread: readonly { s: number; weight: number }[], t: number, delta: number): number {
  return spread.reduce(
    (sum, { s, weight }) => sum + weight * (above(t * s - delta) + above(t * s + delta)),
    0,
  )
}

/**
 * Chance that a two-sided t test at `alpha` finds a true difference of `delta` standard errors, to about 1e-10.
 * `df` ≥ 1; Infinity gives the normal test. `alpha` in (0, 1). RangeError otherwise. Formula in the header of this file.
 */
export function power(delta: number, df: number, alpha: number): number {
  check(alpha, df)
  return powerOver(spreadOf(df), tQuantile(1 - alpha / 2, df), Math.abs(delta))
}

/**
 * The δ ≥ 0, in standard errors, that a two-sided t test at `alpha` finds with the chance `wanted`: the inverse of `power`
 * by the secant method inside a shrinking bracket. `wanted` in (alpha, 1), `df` ≥ 1; RangeError otherwise.
 */
export function detectable(wanted: number, df: number, alpha: number): number {
  check(alpha, df)
  if (!(wanted > alpha && wanted < 1))
    throw new RangeError(`the power must lie between ${alpha} and 1, not ${wanted}`)
  const [spread, t] = [spreadOf(df), tQuantile(1 - alpha / 2, df)]
  const short = (delta: number) => wanted - powerOver(spread, t, delta)
  let low = { delta: 0, short: wanted - alpha }
  let high = { delta: t + tQuantile(wanted, Number.POSITIVE_INFINITY) + 1, short: 0 }
  for (high.short = short(high.delta); high.short > 0; high.short = short(high.delta)) {
    low = { ...high }
    high.delta *= 2
  }
  let [before, last] = [low, high]
  for (let step = 0; step < 200; step++) {
    const secant = last.delta - (last.short * (last.delta - before.delta)) / (last.short - before.short)
    const inside = secant > low.delta && secant < high.delta
    const delta = inside ? secant : (low.delta + high.delta) / 2
    const next = { delta, short: short(delta) }
    if (next.short > 0) low = next
    else high = next
    if (Math.abs(next.delta - last.delta) < 1e-10 * next.delta || next.short === 0) return next.delta
    before = last
    last = next
  }
  return last.delta
}
