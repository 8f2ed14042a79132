/** Differences of all pairs of scores, and the largest of the draws of them. */
import type { Draws } from './draws.ts'
import { noVariance } from './ranks.ts'

/** Differences of scores and their standard errors, p × p, row after row. */
export interface Differences {
  p: number
  difference: Float64Array
  /** 0 where the difference has no variance */
  se: Float64Array
  /** lowest and highest draw of each row */
  lowest: Float64Array
  highest: Float64Array
}

/** Differences of all pairs; RangeError for arguments that `rank-sets.ts` does not allow. */
export function differencesOf(
  scores: readonly number[],
  covariance: readonly (readonly number[])[],
  draws: Draws,
  alpha: number,
): Differences {
  const p = scores.length
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha must lie between 0 and 1, not ${alpha}`)
  if (!scores.every(Number.isFinite)) throw new RangeError('a score is not a number')
  if (covariance.length !== p || covariance.some((row) => row.length !== p || !row.every(Number.isFinite)))
    throw new RangeError(`${p} scores need a covariance of ${p} × ${p} numbers`)
  if (draws.columns !== p || draws.rows < 1 || draws.values.length !== draws.rows * p)
    throw new RangeError(`${p} scores need draws of ${p} columns, not ${draws.columns}`)
  if (!draws.values.every(Number.isFinite)) throw new RangeError('a draw is not a number')

  const [difference, se] = [new Float64Array(p * p), new Float64Array(p * p)]
  for (const [j, row] of covariance.entries()) {
    for (const [k, shared] of row.entries()) {
      const scale = (row[j] ?? 0) + (covariance[k]?.[k] ?? 0)
      const variance = scale - 2 * shared
      difference[j * p + k] = (scores[j] ?? 0) - (scores[k] ?? 0)
      se[j * p + k] = variance <= noVariance * scale ? 0 : Math.sqrt(variance)
    }
  }
  return { p, difference, se, ...extremesOf(draws) }
}

/** Lowest and highest draw of each row. */
function extremesOf({ values, rows, columns }: Draws): { lowest: Float64Array; highest: Float64Array } {
  const [lowest, highest] = [new Float64Array(rows), new Float64Array(rows)]
  for (let row = 0; row < rows; row++) {
    let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (let at = row * columns; at < (row + 1) * columns; at++) {
      const value = values[at] ?? 0
      if (value < least) least = value
      if (value > most) most = value
    }
    lowest[row] = least
    highest[row] = most
  }
  return { lowest, highest }
}

/** The open pairs as z_own − z_other times `slope`, which is below 0 where the other one is the better. */
interface Terms {
  own: number
  others: number[]
  slopes: number[]
}

/** The open pairs gathered at few companies, each pair at the one that has more of them. */
function termsOf({ p, se }: Differences, open: Uint8Array): Terms[] {
  const count = new Int32Array(p)
  const pairs: [number, number][] = []
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < p; k++) {
      if (open[j * p + k] !== 1) continue
      pairs.push([j, k])
      count[j] = (count[j] ?? 0) + 1
      count[k] = (count[k] ?? 0) + 1
    }
  }
  const terms = Array.from({ length: p }, (_, own): Terms => ({ own, others: [], slopes: [] }))
  for (const [j, k] of pairs) {
    const slope = 1 / (se[j * p + k] ?? 1)
    const [own, other, signed] = (count[j] ?? 0) >= (count[k] ?? 0) ? [j, k, slope] : [k, j, -slope]
    terms[own]?.others.push(other)
    terms[own]?.slopes.push(signed)
  }
  return terms.filter(({ others }) => others.length > 0)
}

/**
 * Of a row of draws z: max of (z_j − z_k) / s_jk over the pairs (j,k) that are open, 1 in the p × p of `open`.
 * Without one, −Infinity. Source: `rank-sets.ts`.
 * The pairs of a company are passed over where even the lowest and the highest
 * draw of the row and its most certain differences stay below the maximum so far.
 */
export function maximumOf(
  differences: Differences,
  open: Uint8Array,
  { values }: Draws,
): (row: number) => number {
  const { p, lowest, highest } = differences
  const terms = termsOf(differences, open)
  const owns = Int32Array.from(terms, ({ own }) => own)
  const others = Int32Array.from(terms.flatMap((term) => term.others))
  const slopes = Float64Array.from(terms.flatMap((term) => term.slopes))
  const up = Float64Array.from(terms, (term) => term.slopes.reduce((most, slope) => Math.max(most, slope), 0))
  const down = Float64Array.from(terms, (term) =>
    term.slopes.reduce((most, slope) => Math.min(most, slope), 0),
  )
  const ends = new Int32Array(terms.length + 1)
  for (const [group, term] of terms.entries()) ends[group + 1] = (ends[group] ?? 0) + term.others.length
  return (row: number): number => {
    const [start, least, most] = [row * p, lowest[row] ?? 0, highest[row] ?? 0]
    let maximum = Number.NEGATIVE_INFINITY
    for (let group = 0; group < owns.length; group++) {
      const own = values[start + (owns[group] ?? 0)] ?? 0
      if ((own - least) * (up[group] ?? 0) <= maximum && (own - most) * (down[group] ?? 0) <= maximum)
        continue
      const end = ends[group + 1] ?? 0
      for (let at = ends[group] ?? 0; at < end; at++) {
        const value = (own - (values[start + (others[at] ?? 0)] ?? 0)) * (slopes[at] ?? 0)
        if (value > maximum) maximum = value
      }
    }
    return maximum
  }
}
