/** Figures as they stand in a row of a table; values and variances come in the units of `sums.ts`. */
import type { Means } from '../aggregate.ts'
import { type Difference, differenceTest, interval } from '../stats/interval.ts'
import { centre, spread } from '../sums.ts'

export interface Value {
  value: number
  variance: number
}

/** One of several means. */
export const meanAt = ({ means, matrix }: Means, at: number): Value => ({
  value: means[at] ?? 0,
  variance: matrix[at]?.[at] ?? 0,
})

/** On 0-100. */
export const pointsOf = ({ value }: Value): number => centre + spread * value

interface Limits {
  low: number | null
  high: number | null
}

type Limited<Prefix extends string> = { [Key in keyof Limits as `${Prefix}${Key}`]: number | null }
type Figure<Name extends string, Prefix extends string> = Record<Name | `${Prefix}se`, number> &
  Limited<Prefix>

/** A figure and its limits: `name`, `name_low`, `name_high`. */
export function withLimits<Name extends string>(
  name: Name,
  value: number | undefined,
  range: Limits | undefined,
): Record<Name, number | null> & Limited<`${Name}_`> {
  const limits = { [`${name}_low`]: range?.low ?? null, [`${name}_high`]: range?.high ?? null }
  return { [name]: value ?? null, ...limits } as Record<Name, number | null> & Limited<`${Name}_`>
}

/** A test likewise; empty where there was none. */
export const testAs = <Name extends string>(name: Name, test: Difference | undefined) =>
  withLimits(name, test?.difference, test)

function figure<Name extends string, Prefix extends string>(
  [name, prefix]: readonly [Name, Prefix],
  points: number,
  variance: number,
  df: number,
  confidence: number,
): Figure<Name, Prefix> {
  const se = spread * Math.sqrt(variance)
  const { low = null, high = null } = interval(points, se, df, confidence) ?? {}
  return {
    ...{ [name]: points, [`${prefix}se`]: se },
    ...{ [`${prefix}low`]: low, [`${prefix}high`]: high },
  } as Figure<Name, Prefix>
}

/** A score on 0-100: `name`, and `se`, `low` and `high` with `prefix` before them; no limits where df < 1. */
export const scoreAs = <Name extends string, Prefix extends string = `${Name}_`>(
  name: Name,
  value: Value,
  df: number,
  confidence: number,
  prefix = `${name}_` as Prefix,
): Figure<Name, Prefix> => figure([name, prefix], pointsOf(value), value.variance, df, confidence)

/** A difference in points, likewise. */
export const differenceAs = <Name extends string, Prefix extends string = `${Name}_`>(
  name: Name,
  { value, variance }: Value,
  df: number,
  confidence: number,
  prefix = `${name}_` as Prefix,
): Figure<Name, Prefix> => figure([name, prefix], spread * value, variance, df, confidence)

/** The t test of a difference, in points. */
export const testOf = ({ value, variance }: Value, df: number, confidence: number): Difference | undefined =>
  differenceTest(spread * value, spread * Math.sqrt(variance), df, confidence)

/** The figures, or none of them where they may not be shown. */
export const shownIf = <Figures extends object>(
  published: boolean,
  figures: Figures,
): { [K in keyof Figures]: Figures[K] | null } =>
  published
    ? figures
    : (Object.fromEntries(Object.keys(figures).map((name) => [name, null])) as {
        [K in keyof Figures]: null
      })
