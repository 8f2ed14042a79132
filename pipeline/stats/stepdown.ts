/** Which companies are told above which, by the stepdown of `rank-sets.ts`. */
import { type Differences, maximumOf } from './differences.ts'
import type { Draws } from './draws.ts'
import { quantile } from './quantile.ts'
import { sameScore } from './ranks.ts'

/**
 * Replaces the T of an earlier step, which bounds the T of this one from above, by the T of this one, from the largest
 * on and until the `needed` largest are known.
 */
function tighten(bounds: Float64Array, needed: number, maximum: (row: number) => number): void {
  const rows = bounds.length
  const [sorted, known] = [bounds.toSorted(), new Uint8Array(rows)]
  for (let reach = needed; ; reach = Math.min(rows, 2 * reach)) {
    const least = sorted[rows - reach] ?? 0
    let above = 0
    for (let row = 0; row < rows; row++) {
      if (known[row] === 0 && (bounds[row] ?? 0) >= least) {
        bounds[row] = maximum(row)
        known[row] = 1
      }
      if (known[row] === 1 && (bounds[row] ?? 0) >= least) above++
    }
    if (above >= needed || reach === rows) return
  }
}

/**
 * The stepdown over the `wanted` ordered pairs, in at most `steps` steps: 1 where j is told above k, p × p, row after
 * row; and the critical value of each step. Formula and source: `rank-sets.ts`.
 */
export function toldAbove(
  differences: Differences,
  wanted: (j: number, k: number) => boolean,
  draws: Draws,
  alpha: number,
  steps: number,
): { above: Uint8Array; critical: number[] } {
  const { p, difference, se } = differences
  const [open, above] = [new Uint8Array(p * p), new Uint8Array(p * p)]
  let left = 0
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < p; k++) {
      const at = j * p + k
      if (j === k || !wanted(j, k)) continue
      if (se[at] === 0) above[at] = (difference[at] ?? 0) > sameScore ? 1 : 0
      else left += open[at] = 1
    }
  }
  const largest = new Float64Array(draws.rows).fill(Number.POSITIVE_INFINITY)
  const needed = draws.rows - Math.floor((draws.rows - 1) * (1 - alpha))
  const critical: number[] = []
  for (let found = 1; found > 0 && left > 0 && critical.length < steps; left -= found) {
    tighten(largest, needed, maximumOf(differences, open, draws))
    const c = quantile(largest, 1 - alpha)
    critical.push(c)
    found = 0
    for (let at = 0; at < open.length; at++) {
      const size = difference[at] ?? 0
      if (open[at] !== 1 || size <= sameScore || !(size - c * (se[at] ?? 0) > 0)) continue
      open[at] = 0
      above[at] = 1
      found++
    }
  }
  return { above, critical }
}
