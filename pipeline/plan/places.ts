/** How many places a base tells apart, by simulation with the companies’ own variances and overlaps (METHOD.md §15). */
import { type Draws, normalDraws } from '../stats/draws.ts'
import { holmRanks } from '../stats/ranks.ts'
import { mean, pairsOf } from './truth.ts'
import type { Variation } from './variation.ts'

/** A figure of a simulation with its Monte Carlo standard error. */
export interface Simulated {
  value: number
  error: number
}

export interface Apart {
  /** pairs compared */
  pairs: number
  /** of them told apart, expected */
  told_apart: Simulated
  /** places in a company’s range, mean over companies, expected */
  range: Simulated
}

export interface Places {
  all: Apart
  /** all industries with two ranked companies or more, together; null where there is none */
  industry: Apart | null
}

/** Pairs of companies that a simulation tests at each base, so that it ends in seconds. */
const effort = 1_000_000

/** How often a wave of that many companies is drawn. */
export const repetitionsFor = (companies: number): number =>
  Math.round(Math.min(400, Math.max(20, (2 * effort) / (companies * Math.max(1, companies - 1)))))

const simulated = (values: readonly number[]): Simulated => {
  const middle = mean(values)
  const square = values.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  return { value: middle, error: Math.sqrt(square / (values.length * (values.length - 1))) }
}

/** Pairs told apart and summed width of the ranges of one drawn wave, among the companies `ks`. */
function tell(
  scores: readonly number[],
  covariance: readonly (readonly number[])[],
  ks: readonly number[],
  alpha: number,
) {
  const { low, high } = holmRanks(
    ks.map((k) => scores[k] ?? 0),
    covariance,
    alpha,
  )
  return {
    told: low.reduce((sum, place) => sum + place - 1, 0),
    width: low.reduce((sum, place, k) => sum + (high[k] ?? 0) - place + 1, 0),
  }
}

function apartAt(
  base: number,
  { covariance }: Variation,
  sets: readonly (readonly number[])[],
  draws: { truth: Draws; errors: Draws },
  alpha: number,
): Apart {
  const { truth, errors } = draws
  const scaled = sets.map((ks) => ks.map((a) => ks.map((b) => (covariance[a]?.[b] ?? 0) / base)))
  const members = sets.reduce((sum, ks) => sum + ks.length, 0)
  const found = Array.from({ length: truth.rows }, (_, row) => {
    const scores = Array.from({ length: truth.columns }, (_, k) => {
      const at = row * truth.columns + k
      return (truth.values[at] ?? 0) + (errors.values[at] ?? 0) / Math.sqrt(base)
    })
    return sets
      .map((ks, place) => tell(scores, scaled[place] ?? [], ks, alpha))
      .reduce((sum, one) => ({ told: sum.told + one.told, width: sum.width + one.width }))
  })
  return {
    pairs: sets.reduce((sum, ks) => sum + pairsOf(ks).length, 0),
    told_apart: simulated(found.map(({ told }) => told)),
    range: simulated(found.map(({ width }) => width / members)),
  }
}

/**
 * Places that each base tells apart, as `rank` does it: true scores are drawn with the spread of `variation.truth`, and
 * scores around them with its covariance over the base; the same draws serve all bases.
 */
export function placesAt(
  variation: Variation,
  bases: readonly number[],
  alpha: number,
  { seed, repetitions }: { seed: number; repetitions: number },
): Places[] {
  const { companies, groups, truth } = variation
  const between = (a: number, b: number) =>
    (a === b ? truth.within ** 2 : 0) +
    (companies[a]?.industry === companies[b]?.industry ? truth.between ** 2 : 0)
  const spread = companies.map((_, a) => companies.map((_, b) => between(a, b)))
  const draws = {
    truth: normalDraws(spread, repetitions, seed),
    errors: normalDraws(variation.covariance, repetitions, seed + 1),
  }
  const everybody = [[...companies.keys()]]
  return bases.map((base) => ({
    all: apartAt(base, variation, everybody, draws, alpha),
    industry: groups.length === 0 ? null : apartAt(base, variation, groups, draws, alpha),
  }))
}
