/** Places in a ranking and the range of places that the data allow. */
import { normalTwoSidedP } from './distributions.ts'

/** Scores closer than this many points are the same score: sums in another order differ by about 1e-13. */
export const sameScore = 1e-9
/** A variance of a difference below this share of the two variances is no variance. */
export const noVariance = 1e-12

export interface Ranks {
  /** 1 + number of scores strictly higher */
  rank: number[]
  /** best place that the data allow */
  low: number[]
  /** worst place that the data allow */
  high: number[]
}

function cell(matrix: readonly (readonly number[])[], i: number, j: number): number {
  const value = matrix[i]?.[j]
  if (value === undefined || Number.isNaN(value))
    throw new RangeError(`no covariance for places ${i} and ${j}`)
  return value
}

/**
 * |z| of the difference of two scores: 0 where they are equal, Infinity where they differ without
 * variance.
 */
function distance(difference: number, variance: number, scale: number): number {
  if (Math.abs(difference) <= sameScore) return 0
  return variance <= noVariance * scale
    ? Number.POSITIVE_INFINITY
    : Math.abs(difference) / Math.sqrt(variance)
}

/**
 * Ranks with joint ranges: Holm over the p(p−1)/2 two-sided z tests of all pairs,
 *   z_jk = (x_j − x_k) / sqrt(S_jj + S_kk − 2 S_jk),  rejected where Holm’s adjusted p ≤ alpha,
 *   rank_j = 1 + #{k: x_k > x_j},
 *   low_j = 1 + #{k: rejected, x_k > x_j},  high_j = p − #{k: rejected, x_k < x_j}.
 * With probability 1 − alpha or more all true places lie in their ranges at once,
 * however the tests depend on each other.
 * `scores`: p scores in points, the highest gets rank 1; scores within 1e-9 points are tied,
 * and ties are never told apart.
 * `covariance`: p × p, in points², the full matrix where companies share respondents;
 * a difference without variance is always told apart.
 * `alpha` in (0, 1). RangeError for other shapes, NaN, or alpha outside.
 * Source: METHOD.md §9; Holm 1979.
 */
export function holmRanks(
  scores: readonly number[],
  covariance: readonly (readonly number[])[],
  alpha: number,
): Ranks {
  const p = scores.length
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie between 0 and 1, not ${alpha}`)
  if (covariance.length !== p)
    throw new RangeError(`${p} scores, but a covariance of ${covariance.length} rows`)
  if (scores.some(Number.isNaN)) throw new RangeError('a score is not a number')

  const ranks: Ranks = { rank: scores.map(() => 1), low: scores.map(() => 1), high: scores.map(() => p) }
  const pairs: { better: number; worse: number; z: number }[] = []
  for (let j = 0; j < p; j++) {
    for (let k = j + 1; k < p; k++) {
      const difference = (scores[j] ?? 0) - (scores[k] ?? 0)
      const scale = cell(covariance, j, j) + cell(covariance, k, k)
      const z = distance(difference, scale - 2 * cell(covariance, j, k), scale)
      const [better, worse] = difference > 0 ? [j, k] : [k, j]
      if (z > 0) ranks.rank[worse] = (ranks.rank[worse] ?? 1) + 1
      pairs.push({ better, worse, z })
    }
  }
  pairs.sort((a, b) => (a.z === b.z ? 0 : b.z - a.z))
  for (const [done, { better, worse, z }] of pairs.entries()) {
    if ((pairs.length - done) * normalTwoSidedP(z) > alpha) break
    ranks.low[worse] = (ranks.low[worse] ?? 1) + 1
    ranks.high[better] = (ranks.high[better] ?? p) - 1
  }
  return ranks
}
