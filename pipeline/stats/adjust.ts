/** p-values corrected for the number of tests made at once. */

/** Positions of the p-values from the smallest to the largest. RangeError for values outside [0, 1]. */
function ascending(p: readonly number[]): number[] {
  for (const value of p) {
    if (!(value >= 0 && value <= 1)) throw new RangeError(`a p-value must lie between 0 and 1, not ${value}`)
  }
  return p.map((_, i) => i).sort((a, b) => (p[a] ?? 0) - (p[b] ?? 0))
}

/**
 * Holm’s step-down adjustment: with p(1) ≤ … ≤ p(m),
 *   adjusted p(i) = max over j ≤ i of min(1, (m − j + 1) p(j)).
 * Holds the chance of one or more false findings under any dependence of the tests.
 * In: m p-values in any order; out: m adjusted ones in the same order; none in, none out.
 * RangeError for a value outside [0, 1] or NaN.
 * Source: Holm 1979, Scand. J. Statistics 6, 65-70; METHOD.md §7-8. Equal to p.adjust(p, 'holm') of R.
 */
export function holm(p: readonly number[]): number[] {
  const adjusted = p.map(() => 1)
  let largest = 0
  ascending(p).forEach((at, i) => {
    largest = Math.max(largest, Math.min(1, (p.length - i) * (p[at] ?? 1)))
    adjusted[at] = largest
  })
  return adjusted
}

/**
 * Benjamini and Hochberg’s step-up adjustment: with p(1) ≤ … ≤ p(m),
 *   adjusted p(i) = min over j ≥ i of min(1, p(j) m / j).
 * Holds the expected share of false findings among the findings,
 * for independent or positively dependent tests.
 * In: m p-values in any order; out: m adjusted ones in the same order; none in, none out.
 * RangeError for a value outside [0, 1] or NaN.
 * Source: Benjamini & Hochberg 1995, JRSS B 57, 289-300; METHOD.md §7-8. Equal to p.adjust(p, 'BH') of R.
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const adjusted = p.map(() => 1)
  let smallest = 1
  const order = ascending(p)
  for (let i = order.length; i >= 1; i--) {
    const at = order[i - 1] ?? 0
    smallest = Math.min(smallest, (p.length / i) * (p[at] ?? 1))
    adjusted[at] = smallest
  }
  return adjusted
}
