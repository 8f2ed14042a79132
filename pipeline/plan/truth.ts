/** How far apart the companies really are, as far as a wave can tell (METHOD.md §15). */

/** Estimated standard deviations of the true scores, in points: within industries, and of the industries. */
export interface Truth {
  within: number
  between: number
}

/** 0 without values. */
export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** Every two of these, the first before the second. */
export const pairsOf = (ks: readonly number[]): (readonly [number, number])[] =>
  ks.flatMap((a, place) => ks.slice(place + 1).map((b) => [a, b] as const))

/**
 * The variances of true scores within and between industries: half the mean squared difference of two scores less its
 * sampling variance (`sampling`, in points²), of the pairs within an industry and of all others; 0 where that is negative.
 */
export function spreadOfTruth(
  companies: readonly { industry: string; score: number }[],
  sampling: (a: number, b: number) => number,
): Truth {
  const excess = ([a, b]: readonly [number, number]): number =>
    (((companies[a]?.score ?? 0) - (companies[b]?.score ?? 0)) ** 2 - sampling(a, b)) / 2
  const pairs = pairsOf([...companies.keys()])
  const same = pairs.filter(([a, b]) => companies[a]?.industry === companies[b]?.industry)
  const other = pairs.filter(([a, b]) => companies[a]?.industry !== companies[b]?.industry)
  const inside = Math.max(0, mean(same.map(excess)))
  const across = Math.max(0, mean(other.map(excess)))
  // Without two companies in any industry, or without a second industry, there is nothing to divide.
  if (same.length === 0) return { within: Math.sqrt(across), between: 0 }
  return {
    within: Math.sqrt(inside),
    between: other.length === 0 ? 0 : Math.sqrt(Math.max(0, across - inside)),
  }
}
