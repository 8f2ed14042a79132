/** How much a ranking changes when a second score is mixed in, and how much of that chance alone would change. */
import { normalDraws } from './draws.ts'
import { kendallTau } from './kendall.ts'
import { quantile } from './quantile.ts'
import { sameScore } from './ranks.ts'
import { onOneLine, type TwoScores, trueScores } from './two-scores.ts'

const mix = (first: ArrayLike<number>, second: ArrayLike<number>, share: number): Float64Array =>
  Float64Array.from(first, (a, k) => (1 - share) * a + share * (second[k] ?? 0))

/** Whether each score has a place among the first `top`: fewer than `top` are higher; scores within 1e-9 are tied. */
export function amongFirst(scores: ArrayLike<number>, top: number): boolean[] {
  const last = Float64Array.from(scores).sort().at(-top) ?? Number.NEGATIVE_INFINITY
  return Array.from(scores, (own) => own + sameScore >= last)
}

/** How many of those `inside` are not among the first `top` by `after`. */
export function leaving(inside: readonly boolean[], after: ArrayLike<number>, top: number): number {
  const still = amongFirst(after, top)
  return inside.filter((was, k) => was && !still[k]).length
}

/** Scores that are the same within 1e-9 made equal: each by its place among all. */
function levels(scores: ArrayLike<number>): Float64Array {
  const order = Array.from(scores, (score, k) => ({ score, k })).sort((a, b) => a.score - b.score)
  const found = new Float64Array(order.length)
  let level = 0
  for (const [place, { score, k }] of order.entries()) {
    if (place > 0 && score - (order[place - 1]?.score ?? score) > sameScore) level++
    found[k] = level
  }
  return found
}

/** What the second score, mixed in with a share, does to the ranking. */
export interface MixedIn {
  share: number
  /** companies that leave the first `top`; and as simulated where the second score is only what the first predicts */
  turnover: number
  expected: number
  low: number
  high: number
  /** share of simulated surveys with at least the turnover observed */
  p: number
  tau: number
  tauLow: number | undefined
  tauHigh: number | undefined
}

/**
 * The ranking by (1 − s) first + s second beside that by the first, for each share s.
 * Turnover: companies that leave the first `top`. Beside it, in `draws` surveys with errors N(0, covariance) around a truth in
 * which the second score is only what the first predicts: mean, quantiles (type 7) at `confidence`, and
 *   p = (1 + surveys with at least the turnover observed) / (1 + draws).
 * tau: Kendall’s tau-b of the two rankings as they are; its limits are quantiles of the tau of `draws` plausible truths, without
 * those in which all are equal and there is no ranking. Undefined below five companies, or where all are equal in every draw.
 * Errors of sampling may take the tau of the estimates out of the limits, to either side.
 * p ≥ 2 companies; scores in points. The same seed gives the same figures. METHOD.md §16.
 */
export function mixedIn(
  scores: TwoScores,
  {
    shares,
    top,
    draws,
    seed,
    confidence,
  }: { shares: readonly number[]; top: number; draws: number; seed: number; confidence: number },
): MixedIn[] {
  const { first, second, covariance } = scores
  const p = first.length
  const truth = onOneLine(scores)
  const errors = normalDraws(covariance, draws, seed)
  const turnovers = shares.map(() => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    const error = errors.values.subarray(draw * 2 * p, (draw + 1) * 2 * p)
    const a = Float64Array.from(truth.first, (value, k) => value + (error[k] ?? 0))
    const b = Float64Array.from(truth.second, (value, k) => value + (error[p + k] ?? 0))
    const inside = amongFirst(a, top)
    for (const [at, share] of shares.entries()) {
      const moved = turnovers[at]
      if (moved !== undefined) moved[draw] = leaving(inside, mix(a, b, share), top)
    }
  }
  const taus = shares.map((): number[] => [])
  if (p >= 5)
    for (const plausible of trueScores(scores, draws, seed))
      for (const [at, share] of shares.entries()) {
        const tau = kendallTau(plausible.first, mix(plausible.first, plausible.second, share))
        if (!Number.isNaN(tau)) taus[at]?.push(tau)
      }
  const inside = amongFirst(first, top)
  const tail = (1 - confidence) / 2
  return shares.map((share, at): MixedIn => {
    const moved = turnovers[at] ?? new Float64Array()
    const agreement = taus[at] ?? []
    const combined = mix(first, second, share)
    const seen = leaving(inside, combined, top)
    return {
      share,
      turnover: seen,
      expected: moved.reduce((sum, one) => sum + one, 0) / draws,
      ...{ low: quantile(moved, tail), high: quantile(moved, 1 - tail) },
      p: (1 + moved.filter((one) => one >= seen).length) / (1 + draws),
      tau: kendallTau(levels(first), levels(combined)),
      ...(agreement.length === 0
        ? { tauLow: undefined, tauHigh: undefined }
        : { tauLow: quantile(agreement, tail), tauHigh: quantile(agreement, 1 - tail) }),
    }
  })
}
