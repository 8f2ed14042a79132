/** Figures put together from others: what they are, and what each sampling unit contributes to their error (METHOD.md §4). */
import { covariance, type Domain, freedom, intervalOf } from './domain.ts'
import type { PlainStudy } from './plain.ts'
import { type Difference, tTest } from './tests.ts'
import type { Wave } from './wave.ts'

export interface Estimate {
  value: number
  /** u of every sampling unit of the wave, by place */
  influence: readonly number[]
  /** units with a valid score, by place */
  members: ReadonlySet<number>
}

export const estimate = ({ mean, influence, members }: Domain): Estimate => ({
  value: mean,
  influence,
  members,
})

/** Σ factor · figure: the influence of each unit is the same sum of its influences, and everybody counts who counts in one. */
export function sum(parts: readonly (readonly [factor: number, figure: Estimate])[]): Estimate {
  const [first] = parts
  if (!first) throw new Error('nothing to sum')
  return {
    value: parts.reduce((total, [factor, { value }]) => total + factor * value, 0),
    influence: first[1].influence.map((_, i) =>
      parts.reduce((total, [factor, { influence }]) => total + factor * (influence[i] ?? 0), 0),
    ),
    members: new Set(parts.flatMap(([, { members }]) => [...members])),
  }
}

export const minus = (a: Estimate, b: Estimate): Estimate =>
  sum([
    [1, a],
    [-1, b],
  ])

/** The mean of figures by their shares. */
export function average(parts: readonly (readonly [share: number, figure: Estimate])[]): Estimate {
  const whole = parts.reduce((total, [share]) => total + share, 0)
  return sum(parts.map(([share, figure]) => [share / whole, figure]))
}

/** Of the summed influences of each unit; at least 0. */
export const varianceOf = (wave: Wave, one: Estimate): number => Math.max(0, covariance(wave, one, one))

export interface Limits {
  se: number | null
  low: number | null
  high: number | null
}

/** Standard error and limits of a figure on `n` ratings with `df` degrees of freedom. */
export const limitsOf = (study: PlainStudy, wave: Wave, one: Estimate, df: number, n: number): Limits =>
  intervalOf(one.value, varianceOf(wave, one), df, n, study.publication.confidence)

/** The t test of a difference of figures of several parts: df = units of all of them − strata − 1 (METHOD.md §8). */
export const contrast = (
  study: PlainStudy,
  wave: Wave,
  one: Estimate,
  df = freedom(wave, one.members) - 1,
): Difference | null => tTest(one.value, varianceOf(wave, one), df, study.publication.confidence)
