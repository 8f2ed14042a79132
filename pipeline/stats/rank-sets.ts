/**
 * Ranges of places by simulation, after Mogstad, Romano, Shaikh and Wilhelm.
 *
 * With the scores x, their covariance S, D_jk = x_j − x_k, s_jk = sqrt(S_jj + S_kk − 2 S_jk),
 * draws Z_r of N(0, S), and I the set of ordered pairs that are still open:
 *   T_r = max over (j,k) in I of (Z_rj − Z_rk) / s_jk,  c = quantile of T at 1 − alpha (type 7),
 *   (j,k) is rejected, that is, j is told above k, where D_jk − c s_jk > 0.
 * Rejected pairs leave I, and c is found again from the same draws, until nothing new is rejected. Then
 *   low_j = 1 + #{k: (k,j) rejected},  high_j = p − #{k: (j,k) rejected}.
 *
 * In all functions `scores` are p scores in points, the highest gets rank 1; `covariance` is p × p in points²,
 * the full matrix where companies share respondents; `draws` has p columns in points, 10,000 rows or more for a
 * stable range (the published figures do not use it: METHOD.md §9); `alpha` lies in (0, 1).
 * Ties and differences without variance are treated as by `holmRanks`.
 * RangeError for other shapes, a value that is not finite, or alpha outside.
 * Source: Mogstad, Romano, Shaikh & Wilhelm 2024, Review of Economic Studies, doi 10.1093/restud/rdad006;
 * csranks (R), with the same draws in every step.
 */
import { type Differences, differencesOf } from './differences.ts'
import type { Draws } from './draws.ts'
import { placesOf } from './rank-overlap.ts'
import type { Ranks } from './ranks.ts'
import { toldAbove } from './stepdown.ts'

export interface RankSets extends Ranks {
  /** c of each step, in standard errors of a difference; empty where no pair can be tested */
  critical: number[]
}

export interface MarginalRankSets extends Ranks {
  /** per company, c of each step */
  critical: number[][]
}

/** Best and worst place of company j. */
function rangeOf(j: number, p: number, above: Uint8Array): { low: number; high: number } {
  let [low, high] = [1, p]
  for (let k = 0; k < p; k++) {
    low += above[k * p + j] ?? 0
    high -= above[j * p + k] ?? 0
  }
  return { low, high }
}

function jointRanks(
  scores: readonly number[],
  differences: Differences,
  draws: Draws,
  alpha: number,
  steps: number,
): RankSets {
  const { above, critical } = toldAbove(differences, () => true, draws, alpha, steps)
  const ranges = scores.map((_, j) => rangeOf(j, differences.p, above))
  return {
    rank: placesOf(scores),
    low: ranges.map(({ low }) => low),
    high: ranges.map(({ high }) => high),
    critical,
  }
}

/**
 * Ranks with joint ranges by the stepdown at the head of this file, I beginning with all ordered pairs:
 * with probability 1 − alpha all true places lie in their ranges at once (in large samples, and within the error
 * of the draws).
 */
export function stepdownRanks(
  scores: readonly number[],
  covariance: readonly (readonly number[])[],
  draws: Draws,
  alpha: number,
): RankSets {
  const differences = differencesOf(scores, covariance, draws, alpha)
  return jointRanks(scores, differences, draws, alpha, Number.POSITIVE_INFINITY)
}

/** The same after the first step, which is the test by the maximum of all |Z_j − Z_k| / s_jk: never narrower. */
export function oneStepRanks(
  scores: readonly number[],
  covariance: readonly (readonly number[])[],
  draws: Draws,
  alpha: number,
): RankSets {
  return jointRanks(scores, differencesOf(scores, covariance, draws, alpha), draws, alpha, 1)
}

/**
 * For each company the range that holds for it alone: the stepdown with I beginning with the pairs of which the
 * company is one. Narrower, but for several companies at once the chance of an error adds up.
 */
export function marginalRanks(
  scores: readonly number[],
  covariance: readonly (readonly number[])[],
  draws: Draws,
  alpha: number,
): MarginalRankSets {
  const differences = differencesOf(scores, covariance, draws, alpha)
  const ranges = scores.map((_, i) => {
    const own = (j: number, k: number) => j === i || k === i
    const { above, critical } = toldAbove(differences, own, draws, alpha, Number.POSITIVE_INFINITY)
    return { ...rangeOf(i, differences.p, above), critical }
  })
  return {
    rank: placesOf(scores),
    low: ranges.map(({ low }) => low),
    high: ranges.map(({ high }) => high),
    critical: ranges.map(({ critical }) => critical),
  }
}

/**
 * Which companies may be among the best `tau` of p: low_j ≤ tau. From joint ranges at alpha, the list holds all of the
 * true best with probability 1 − alpha. RangeError where tau is no whole number from 1 to p.
 */
export function amongBest({ low }: Ranks, tau: number): boolean[] {
  expectPlace(tau, low.length)
  return low.map((place) => place <= tau)
}

/** Which companies may be among the worst `tau` of p: high_j ≥ p − tau + 1; otherwise as `amongBest`. */
export function amongWorst({ high }: Ranks, tau: number): boolean[] {
  expectPlace(tau, high.length)
  return high.map((place) => place >= high.length - tau + 1)
}

function expectPlace(tau: number, p: number): void {
  if (!(Number.isSafeInteger(tau) && tau >= 1 && tau <= p))
    throw new RangeError(`no ${tau} places among ${p} companies`)
}
