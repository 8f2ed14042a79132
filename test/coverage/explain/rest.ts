/** What the judges of explained surveys have in common. */

/** A true difference of fewer points is none. */
const same = 0.5

export const clearly = {
  above: (points: number) => points > same,
  below: (points: number) => points < -same,
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** From this many answers on, intervals are held to the narrower aim. */
const large = 75

export const byBase = (name: string, n: number): string => (n >= large ? name : `${name}, small`)

/** Effects are planted to be found where about a hundred answer. */
export const aboutHundred = (n: number): boolean => n >= 80 && n <= 120

/** How many diagnoses a survey makes, and how many of them say what is not so. */
export interface Diagnoses {
  all: number
  false: number
}

export const shareFalse = (...found: readonly Diagnoses[]): number => {
  const all = found.reduce((sum, one) => sum + one.all, 0)
  return all === 0 ? 0 : found.reduce((sum, one) => sum + one.false, 0) / all
}
