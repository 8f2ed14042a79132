/** Which base gives which precision, which difference it finds, and which base a difference takes (METHOD.md §15). */
import { tQuantile } from '../stats/distributions.ts'
import { detectable } from '../stats/power.ts'
import type { Kind, Tenths } from './variation.ts'

/** The chance with which a planned difference is to be found. */
export const wantedPower = 0.8

/** A base beyond this is no plan. */
const largestBase = 1_000_000

export interface Precision {
  /** half the width of the interval, in points */
  half_width: Tenths
  /** true difference found with 80 % power where it is tested alone, and at the strictest step of Holm’s correction */
  detectable: number
  detectable_in_family: number
}

const freedom = ({ slope, lost }: Kind, base: number): number => slope * base - lost

function smallest(kind: Kind, base: number, confidence: number, tests: number): number {
  const df = freedom(kind, base)
  if (df < 1) return Number.POSITIVE_INFINITY
  return (detectable(wantedPower, df, (1 - confidence) / tests) * kind.sd.median) / Math.sqrt(base)
}

/** What a base of `base` ratings per company gives; undefined where no degree of freedom is left. */
export function precision(kind: Kind, base: number, confidence: number): Precision | undefined {
  const df = freedom(kind, base)
  if (df < 1) return undefined
  const half = (sd: number) => (tQuantile((1 + confidence) / 2, df) * sd) / Math.sqrt(base)
  return {
    half_width: { low: half(kind.sd.low), median: half(kind.sd.median), high: half(kind.sd.high) },
    detectable: smallest(kind, base, confidence, 1),
    detectable_in_family: smallest(kind, base, confidence, kind.tests),
  }
}

/**
 * The smallest base at which a true difference of `points` is found with 80 % power, tested alone (`tests` 1) or at the
 * strictest step of `tests`; undefined where it is above a million.
 */
export function baseFor(kind: Kind, points: number, confidence: number, tests: number): number | undefined {
  const enough = (base: number) => smallest(kind, base, confidence, tests) <= points
  let high = 2
  while (!enough(high)) {
    if (high >= largestBase) return undefined
    high = Math.min(largestBase, 2 * high)
  }
  let low = high / 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}
