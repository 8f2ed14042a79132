/** Agreement of two rankings. */

/** Counts pairs within runs of equal values in sorted order. `same`: whether a place holds the same as the one before. */
function tiedPairs(size: number, same: (at: number) => boolean): number {
  let pairs = 0
  let run = 1
  for (let at = 1; at <= size; at++) {
    if (at < size && same(at)) run++
    else {
      pairs += (run * (run - 1)) / 2
      run = 1
    }
  }
  return pairs
}

/** Sorts `values` and counts the exchanges of neighbours that it takes. */
function exchanges(values: Float64Array, room: Float64Array, from: number, to: number): number {
  if (to - from < 2) return 0
  const middle = (from + to) >> 1
  let count = exchanges(values, room, from, middle) + exchanges(values, room, middle, to)
  let [left, right] = [from, middle]
  for (let at = from; at < to; at++) {
    const takeLeft = left < middle && (right >= to || (values[left] ?? 0) <= (values[right] ?? 0))
    if (!takeLeft) count += middle - left
    room[at] = values[takeLeft ? left++ : right++] ?? 0
  }
  values.set(room.subarray(from, to), from)
  return count
}

/**
 * Kendall’s tau-b of two lists of p numbers: (concordant − discordant pairs) / √(pairs untied in a × pairs untied in b).
 * 1 where both order the p alike, −1 where one is the other turned round. NaN where either is all ties, or p < 2.
 * RangeError for lists of different lengths. Ties are exact: round first where sums may differ in the last digit.
 * Source: Kendall 1945, Biometrika 33, 239-251; counted as by Knight 1966, JASA 61, 436-439. Equal to cor(method = 'kendall') of R.
 */
export function kendallTau(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const size = a.length
  if (b.length !== size) throw new RangeError(`${size} and ${b.length} numbers cannot be paired`)
  const [x, y] = [(i: number) => a[i] ?? 0, (i: number) => b[i] ?? 0]
  const order = Array.from({ length: size }, (_, i) => i).sort((i, j) => x(i) - x(j) || y(i) - y(j))
  const at = (place: number) => order[place] ?? 0
  const tiedA = tiedPairs(size, (k) => x(at(k)) === x(at(k - 1)))
  const tiedBoth = tiedPairs(size, (k) => x(at(k)) === x(at(k - 1)) && y(at(k)) === y(at(k - 1)))
  const sorted = Float64Array.from(order, y)
  const discordant = exchanges(sorted, new Float64Array(size), 0, size)
  const tiedB = tiedPairs(size, (k) => sorted[k] === sorted[k - 1])
  const pairs = (size * (size - 1)) / 2
  const [untiedA, untiedB] = [pairs - tiedA, pairs - tiedB]
  return (pairs - tiedA - tiedB + tiedBoth - 2 * discordant) / Math.sqrt(untiedA * untiedB)
}
