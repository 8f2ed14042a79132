/** How much a ranking changes when a second score is mixed in, and how much of that chance alone would change. */
import { normalDraws } from './draws.ts'
import { kendallTau } from './kendall.ts'
import { quantile } from './quantile.ts'
import { sameScore } from './ranks.ts'

/** Two scores of p companies, and the covariance of their errors: all p of the first, then all p of the second. */
export interface TwoScores {
  first: readonly number[]
  second: readonly number[]
  covariance: readonly (readonly number[])[]
}

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

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Variances and covariance of two scores between companies, and what is left of them without the mean error of a company. */
function between({ first, second, covariance }: TwoScores) {
  const p = first.length
  const [a, b] = [meanOf(first), meanOf(second)]
  const sum = (of: (k: number) => number) => first.reduce((all, _, k) => all + of(k), 0)
  const cell = (i: number, j: number) => covariance[i]?.[j] ?? 0
  /** Of deviations from the mean: errors that all companies share move none past another. */
  const error = (rows: number, columns: number) => {
    let all = 0
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) all += cell(rows + i, columns + j)
    return (sum((k) => cell(rows + k, columns + k)) - all / p) / (p - 1)
  }
  const [x, y] = [(k: number) => (first[k] ?? 0) - a, (k: number) => (second[k] ?? 0) - b]
  const seen = {
    aa: sum((k) => x(k) ** 2) / (p - 1),
    ab: sum((k) => x(k) * y(k)) / (p - 1),
    bb: sum((k) => y(k) ** 2) / (p - 1),
  }
  const left = {
    aa: Math.max(0, seen.aa - error(0, 0)),
    ab: seen.ab - error(0, p),
    bb: Math.max(0, seen.bb - error(p, p)),
  }
  return { a, b, x, y, seen, left }
}

/**
 * True scores that the estimates may have come from: drawn in until their spread is that without errors. `second` as it would be
 * if it were only what the first predicts, and with what it has of its own.
 */
export function plausibleTruth(scores: TwoScores): {
  first: number[]
  predicted: number[]
  second: number[]
} {
  const { a, b, x, y, seen, left } = between(scores)
  const slope = left.aa > 0 ? left.ab / left.aa : 0
  const inward = seen.aa > 0 ? Math.sqrt(left.aa / seen.aa) : 0
  const first = scores.first.map((_, k) => a + inward * x(k))
  const predicted = first.map((value) => b + slope * (value - a))
  // What the second has beside the first: residuals of the estimates, drawn in to the variance that is left.
  const seenSlope = seen.aa > 0 ? seen.ab / seen.aa : 0
  const residual = (k: number) => y(k) - seenSlope * x(k)
  const seenOwn = seen.bb - seenSlope * seen.ab
  const leftOwn = Math.max(0, left.bb - slope * left.ab)
  const own = seenOwn > 0 ? Math.sqrt(leftOwn / seenOwn) : 0
  return { first, predicted, second: predicted.map((value, k) => value + own * residual(k)) }
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
  tauLow: number
  tauHigh: number
}

/**
 * The ranking by (1 − s) first + s second beside that by the first, for each share s.
 * Turnover: companies that leave the first `top`. Beside it, in `draws` surveys with errors N(0, covariance) around a truth in
 * which the second score is only what the first predicts: mean, quantiles (type 7) at `confidence`, and
 *   p = (1 + surveys with at least the turnover observed) / (1 + draws).
 * tau: Kendall’s tau-b of the two rankings, with basic bootstrap limits, at most 1, from surveys around a truth in which the second has a
 * part of its own: tau + (tau of the truth) − quantiles of the tau of the surveys.
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
  const truth = plausibleTruth(scores)
  const errors = normalDraws(covariance, draws, seed)
  const turnovers = shares.map(() => new Float64Array(draws))
  const taus = shares.map(() => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    const error = errors.values.subarray(draw * 2 * p, (draw + 1) * 2 * p)
    const a = Float64Array.from(truth.first, (value, k) => value + (error[k] ?? 0))
    const noise = (values: readonly number[]) =>
      Float64Array.from(values, (value, k) => value + (error[p + k] ?? 0))
    const [predicted, own] = [noise(truth.predicted), noise(truth.second)]
    const inside = amongFirst(a, top)
    for (const [at, share] of shares.entries()) {
      const [moved, agreement] = [turnovers[at], taus[at]]
      if (moved !== undefined) moved[draw] = leaving(inside, mix(a, predicted, share), top)
      if (agreement !== undefined) agreement[draw] = kendallTau(a, mix(a, own, share))
    }
  }
  const inside = amongFirst(first, top)
  const tail = (1 - confidence) / 2
  return shares.map((share, at): MixedIn => {
    const [moved, agreement] = [turnovers[at] ?? [], taus[at] ?? []]
    const combined = mix(first, second, share)
    const seen = leaving(inside, combined, top)
    const tau = kendallTau(first, combined)
    const centred = tau + kendallTau(truth.first, mix(truth.first, truth.second, share))
    return {
      share,
      turnover: seen,
      expected: meanOf([...moved]),
      low: quantile(moved, tail),
      high: quantile(moved, 1 - tail),
      p: (1 + [...moved].filter((one) => one >= seen).length) / (1 + draws),
      tau,
      tauLow: Math.min(1, centred - quantile(agreement, 1 - tail)),
      tauHigh: Math.min(1, centred - quantile(agreement, tail)),
    }
  })
}
