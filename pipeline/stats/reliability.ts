/** How far the items of an index measure one thing, from their covariances. */
import { expectSquare } from './symmetric.ts'

type Matrix = readonly (readonly number[])[]

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function expectCovariance(covariance: Matrix): void {
  expectSquare(covariance, 'covariance')
  if (covariance.some((row, i) => !((row[i] ?? 0) > 0))) throw new RangeError('an item has no variance')
}

/**
 * r_ij = S_ij / sqrt(S_ii S_jj). `covariance`: k × k in any unit.
 * RangeError for another shape, a value that is not finite, or an item without variance.
 */
export function correlations(covariance: Matrix): number[][] {
  expectCovariance(covariance)
  const sd = covariance.map((row, i) => Math.sqrt(row[i] ?? 0))
  return covariance.map((row, i) =>
    row.map((value, j) => (i === j ? 1 : value / ((sd[i] ?? 0) * (sd[j] ?? 0)))),
  )
}

/**
 * Cronbach’s alpha of the mean of the items: α = k/(k−1) · (1 − tr S / Σ S), at most 1, below 0 where covariances are.
 * `covariance`: k × k, in squared units that the items share. Undefined for k < 2 or Σ S ≤ 0. RangeError as `correlations`.
 * Source: Cronbach 1951, Psychometrika 16, 297-334.
 */
export function alpha(covariance: Matrix): number | undefined {
  expectCovariance(covariance)
  const k = covariance.length
  const all = sum(covariance.map(sum))
  if (k < 2 || !(all > 0)) return undefined
  return (k / (k - 1)) * (1 - sum(covariance.map((row, i) => row[i] ?? 0)) / all)
}

/**
 * Alpha of the standardised items: α = k r̄ / (1 + (k−1) r̄), r̄ the mean correlation of two items. For k = 2 it is
 * Spearman and Brown’s 2r / (1 + r), the one coefficient that two items allow.
 * Arguments and errors as `alpha`; undefined for k < 2 or 1 + (k−1) r̄ ≤ 0.
 */
export function standardisedAlpha(covariance: Matrix): number | undefined {
  return alpha(correlations(covariance))
}

/**
 * Correlation of each item with the sum of the others: Σ_{j≠i} S_ij / sqrt(S_ii · Σ_{j,m≠i} S_jm), −1 to 1.
 * `covariance`: k × k, in squared units that the items share. Undefined for an item without others, or whose others sum
 * to a constant. RangeError as `correlations`. Source: Nunnally & Bernstein 1994, Psychometric Theory, §8.
 */
export function itemRest(covariance: Matrix): (number | undefined)[] {
  expectCovariance(covariance)
  const sums = covariance.map(sum)
  const all = sum(sums)
  return covariance.map((row, i) => {
    const own = row[i] ?? 0
    const with_ = (sums[i] ?? 0) - own
    const rest = all - 2 * (sums[i] ?? 0) + own
    return rest > 1e-12 * all ? with_ / Math.sqrt(own * rest) : undefined
  })
}

/** The covariances after the items named by their places are turned the other way round. Errors as `correlations`. */
export function turned(covariance: Matrix, items: readonly number[]): number[][] {
  expectCovariance(covariance)
  const sign = covariance.map((_, i) => (items.includes(i) ? -1 : 1))
  return covariance.map((row, i) => row.map((value, j) => value * (sign[i] ?? 1) * (sign[j] ?? 1)))
}

/**
 * Heterotrait-monotrait ratio of two blocks of items: how alike they are, next to how alike each is within:
 *   HTMT = mean r between / sqrt(mean r within a · mean r within b).
 * From .85 or .90 up the two are hardly different things. `absolute`: of |r| (as seminr), else of r (as cSEM).
 * `correlation`: of all items; `a`, `b`: places of the items of the two blocks. Undefined for a block of one item, and
 * where a mean within is not above 0. RangeError for another shape or a place that is not there.
 * Source: Henseler, Ringle & Sarstedt 2015, Journal of the Academy of Marketing Science 43, 115-135.
 */
export function htmt(
  correlation: Matrix,
  a: readonly number[],
  b: readonly number[],
  absolute: boolean,
): number | undefined {
  expectSquare(correlation, 'matrix of correlations')
  const r = (i: number, j: number): number => {
    const value = correlation[i]?.[j]
    if (value === undefined) throw new RangeError(`no item ${i} or no item ${j}`)
    return absolute ? Math.abs(value) : value
  }
  const mean = (values: number[]) => sum(values) / values.length
  const within = (block: readonly number[]) =>
    mean(block.flatMap((i, at) => block.slice(0, at).map((j) => r(i, j))))
  const between = mean(a.flatMap((i) => b.map((j) => r(i, j))))
  const [one, other] = [within(a), within(b)]
  return one > 0 && other > 0 ? between / Math.sqrt(one * other) : undefined
}
