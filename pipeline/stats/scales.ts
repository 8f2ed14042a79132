/**
 * Links between two scales for the same question, from a split ballot: half of the respondents answer on each.
 * A linear rescaling makes the ranges of two scales equal, not their meaning; top boxes and net promoter are never
 * compared across scales. A link holds for means, and a change of scale stays a break in the series.
 * Source: Kolen & Brennan 2014, Test Equating, Scaling, and Linking, §2.
 */

/** Mean and standard deviation of the answers on a scale, in its unit. */
export interface Spread {
  mean: number
  sd: number
}

/**
 * Mean-sigma link of an answer or a mean: x′ = mean_to + (x − mean_from) sd_to / sd_from, in the unit of `to`.
 * It may lie beyond the ends of the scale. RangeError for what is not finite, or an sd of `from` that is not above 0.
 */
export function meanSigma(x: number, from: Spread, to: Spread): number {
  if (![x, from.mean, from.sd, to.mean, to.sd].every(Number.isFinite) || !(from.sd > 0) || to.sd < 0)
    throw new RangeError('a link by mean and spread needs two scales with answers that differ')
  return to.mean + ((x - from.mean) * to.sd) / from.sd
}

/** Answers per category of a scale whose steps are 1: `counts[0]` gave `min`. Weighted counts are allowed. */
export interface Answers {
  min: number
  counts: readonly number[]
}

function sharesOf({ min, counts }: Answers): number[] {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (
    !Number.isFinite(min) ||
    counts.some((count) => !(count >= 0)) ||
    !(all > 0 && all < Number.POSITIVE_INFINITY)
  )
    throw new RangeError('a scale needs answers, and no category below 0')
  return counts.map((count) => count / all)
}

/**
 * Equipercentile link: for each category of `from` the place on the scale of `to` below which the same share of answers
 * lies. The share below category j is taken at its middle, p_j = F_(j−1) + f_j / 2; category k of `to` covers
 * k − 1/2 to k + 1/2 and its answers lie evenly in it:
 *   x′_j = k − 1/2 + (p_j − F_(k−1)) / f_k for the first k with F_k > p_j.
 * One value per category of `from`, in the unit of `to`, never beyond its ends by more than 1/2.
 * RangeError for a scale without answers or with a count below 0.
 */
export function equipercentile(from: Answers, to: Answers): number[] {
  const shares = sharesOf(to)
  const upTo = shares.map((_, k) => shares.slice(0, k + 1).reduce((sum, share) => sum + share, 0))
  const last = shares.reduce((found, share, k) => (share > 0 ? k : found), 0)
  let below = 0
  return sharesOf(from).map((share) => {
    const p = below + share / 2
    below += share
    const beyond = upTo.findIndex((cumulative) => cumulative > p)
    const k = beyond < 0 ? last : beyond
    return to.min + k - 0.5 + Math.min(1, (p - (upTo[k - 1] ?? 0)) / (shares[k] ?? 1))
  })
}
