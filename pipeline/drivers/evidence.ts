/** What three regressions of an entity say of each driver (METHOD.md §21). */

import { tTwoSidedP } from '../stats/distributions.ts'
import {
  bendTest,
  type Contrast,
  contrastKind,
  driverKind,
  type Evidence,
  type Two,
} from '../stats/driver-kind.ts'

/** A regression: coefficients and their covariance; outcome and drivers on 0-100. */
export interface Fitted {
  b: readonly number[]
  v: readonly (readonly number[])[]
  /** false: the column follows from those before it */
  estimable: readonly boolean[]
}

/**
 * Three regressions of the outcome, each on a constant, one column for every driver, and another one for every driver: low and high,
 * low and high by cuts one step lower, and what lies below and above the knot.
 */
export interface Fits {
  ends: Fitted
  otherEnds: Fitted
  lines: Fitted
}

/** Ratings at or below the lower cut and at or above the upper one; weighted share of the former. */
export interface Ends {
  low: number
  high: number
  otherLow: number
  otherHigh: number
  share: number
}

/** What is known of one driver in one entity, before it is compared with what is known of the others. */
export interface Known {
  ends: Ends
  ofEnds: Two
  contrast: Contrast
  otherCuts: Contrast
  slopes: Two
  bend: { side: 'below' | 'above'; p: number }
  /** of the penalty below 0 and of the slope below the knot above 0, the larger of both */
  lostP: number
}

function twoOf({ b, v, estimable }: Fitted, first: number, second: number): Two | undefined {
  if (!estimable[first] || !estimable[second]) return undefined
  return {
    ...{ first: b[first] ?? 0, second: b[second] ?? 0, covariance: v[first]?.[second] ?? 0 },
    ...{ firstVariance: v[first]?.[first] ?? 0, secondVariance: v[second]?.[second] ?? 0 },
  }
}

const missing: Two = { first: 0, second: 0, firstVariance: 1, secondVariance: 1, covariance: 0 }

/** p of an estimate in the direction of `sign`; 1 where it points the other way. */
const directed = (estimate: number, variance: number, sign: number, df: number): number =>
  df >= 1 && sign * estimate > 0 ? tTwoSidedP(estimate / Math.sqrt(variance), df) : 1

/** What is known of driver `j` of `p`; `df`: of the regressions. */
export function knownOf(fits: Fits, ends: Ends, j: number, p: number, df: number): Known {
  const [first, second] = [1 + j, 1 + p + j]
  const kindBy = (two: Two | undefined, low: number, high: number) =>
    two === undefined ? contrastKind(missing, 0, 0) : contrastKind(two, low, high)
  const ofEnds = twoOf(fits.ends, first, second)
  const slopes = twoOf(fits.lines, first, second)
  return {
    ...{ ends, ofEnds: ofEnds ?? missing, slopes: slopes ?? missing },
    contrast: kindBy(ofEnds, ends.low, ends.high),
    otherCuts: kindBy(twoOf(fits.otherEnds, first, second), ends.otherLow, ends.otherHigh),
    bend: slopes === undefined ? { side: 'below', p: 1 } : bendTest(slopes, df),
    lostP:
      ofEnds === undefined || slopes === undefined
        ? 1
        : Math.max(
            directed(ofEnds.first, ofEnds.firstVariance, -1, df),
            directed(slopes.first, slopes.firstVariance, 1, df),
          ),
  }
}

/** The kind of a driver; `bendP`: adjusted. */
export function kindOf(known: Known, bendP: number, level: number): ReturnType<typeof driverKind> {
  const evidence: Evidence = {
    ...{ contrast: known.contrast, otherCuts: known.otherCuts, slopes: known.slopes },
    bend: bendP < level ? known.bend.side : undefined,
  }
  return driverKind(evidence)
}
