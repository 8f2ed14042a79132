/** Figures as they stand in a row of a table; values and variances come in the units of `sums.ts`. */
import { type Difference, differenceTest, interval } from '../stats/interval.ts'
import { centre, spread } from '../sums.ts'

export interface Value {
  value: number
  variance: number
}

type Limits<Name extends string> = Record<`${Name}_low` | `${Name}_high`, number | null>

function limitsOf<Name extends string>(
  name: Name,
  points: number,
  se: number,
  df: number,
  confidence: number,
): Limits<Name> {
  const limits = interval(points, se, df, confidence)
  return {
    [`${name}_low`]: limits?.low ?? null,
    [`${name}_high`]: limits?.high ?? null,
  } as Limits<Name>
}

/** A score on 0-100: `name`, `name_se`, `name_low`, `name_high`; no limits where df < 1. */
export function scoreAs<Name extends string>(
  name: Name,
  { value, variance }: Value,
  df: number,
  confidence: number,
): Record<Name | `${Name}_se`, number> & Limits<Name> {
  const [score, se] = [centre + spread * value, spread * Math.sqrt(variance)]
  const own = { [name]: score, [`${name}_se`]: se } as Record<Name | `${Name}_se`, number>
  return { ...own, ...limitsOf(name, score, se, df, confidence) }
}

/** A difference in points: `name`, `name_low`, `name_high`; no limits where df < 1. */
export function differenceAs<Name extends string>(
  name: Name,
  { value, variance }: Value,
  df: number,
  confidence: number,
): Record<Name, number> & Limits<Name> {
  const points = spread * value
  const own = { [name]: points } as Record<Name, number>
  return { ...own, ...limitsOf(name, points, spread * Math.sqrt(variance), df, confidence) }
}

/** The t test of a difference, in points. */
export const testOf = ({ value, variance }: Value, df: number, confidence: number): Difference | undefined =>
  differenceTest(spread * value, spread * Math.sqrt(variance), df, confidence)

/** The same keys, none of the figures. */
export const withheld = <Figures extends object>(figures: Figures): { [K in keyof Figures]: null } =>
  Object.fromEntries(Object.keys(figures).map((name) => [name, null])) as { [K in keyof Figures]: null }

/** The figures, or none of them where they may not be shown. */
export const open = <Figures extends object>(
  published: boolean,
  figures: Figures,
): { [K in keyof Figures]: Figures[K] | null } => (published ? figures : withheld(figures))
