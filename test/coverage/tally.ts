/** Counts of one survey by name, and what many surveys come to. */

/** name → how often it held, of how many times */
export type Tally = Record<string, [hits: number, times: number]>

export const add = (tally: Tally, name: string, holds: boolean): void => addShare(tally, name, holds ? 1 : 0)

/** Counts a share as one. */
export function addShare(tally: Tally, name: string, share: number): void {
  const counts = tally[name] ?? [0, 0]
  tally[name] = [counts[0] + share, counts[1] + 1]
}

export interface Limits {
  low: number | null
  high: number | null
}

/** Counts an interval, where there is one. */
export function cover(tally: Tally, name: string, { low, high }: Limits, truth: number | undefined): void {
  if (low !== null && high !== null && truth !== undefined) add(tally, name, low <= truth && truth <= high)
}

/** A share over surveys, the independent units, in per cent. */
export interface Share {
  percent: number
  /** Monte Carlo error: that of a ratio of sums over surveys */
  error: number
  hits: number
  times: number
}

export function shareOf(tallies: readonly Tally[], name: string): Share | undefined {
  const counts = tallies.flatMap((tally) => (tally[name] === undefined ? [] : [tally[name]]))
  const hits = counts.reduce((sum, [held]) => sum + held, 0)
  const times = counts.reduce((sum, [, all]) => sum + all, 0)
  if (times === 0) return undefined
  const share = hits / times
  const squares = counts.reduce((sum, [held, all]) => sum + (held - share * all) ** 2, 0)
  const surveys = counts.length
  // Where it always held, or never, the spread says nothing: half of the bound of the rule of three.
  const error =
    hits === 0 || hits === times ? 1.5 / surveys : Math.sqrt((squares * surveys) / (surveys - 1)) / times
  return { percent: 100 * share, error: 100 * error, hits, times }
}

/** Wilson’s 95 % limits of `hits` of `times` independent trials, in per cent. */
export function wilson(hits: number, times: number): { low: number; high: number } {
  const z = 1.959963984540054
  const share = hits / times
  const middle = (share + z ** 2 / (2 * times)) / (1 + z ** 2 / times)
  const half =
    (z / (1 + z ** 2 / times)) * Math.sqrt((share * (1 - share)) / times + z ** 2 / (4 * times ** 2))
  return { low: 100 * (middle - half), high: 100 * (middle + half) }
}
