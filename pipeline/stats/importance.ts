/** How much of the variance of an outcome each driver explains: all sets of drivers at once. */

/** More drivers have too many sets. */
export const mostDrivers = 15

/** A pivot of a correlation matrix below this means that a driver is the exact sum of others. */
export const dependent = 1e-9

/** Numbers of drivers in the set with each number: bit j is driver j. */
function sizes(p: number): Uint8Array {
  const found = new Uint8Array(2 ** p)
  for (let set = 1; set < found.length; set++) found[set] = (found[set >> 1] ?? 0) + (set & 1)
  return found
}

/**
 * R² of every set of drivers, R²(S) = r_S' R_SS⁻¹ r_S; the number of a set has bit j for driver j.
 * `correlations`: of p drivers and, last, the outcome. Taking drivers in turn or not is a tree of 2^p leaves; a node holds what
 * its drivers leave of the covariances of the drivers after them, so most nodes are small, and all take about 6 · 2^p
 * multiplications. A driver that follows from those before it adds 0. RangeError for no drivers or more than 15.
 */
export function explainedBySets(correlations: readonly (readonly number[])[]): Float64Array {
  const p = correlations.length - 1
  if (!(p >= 1 && p <= mostDrivers)) throw new RangeError(`from 1 to ${mostDrivers} drivers, not ${p}`)
  const explained = new Float64Array(2 ** p)
  // Level k: what is left of drivers k … p−1 and the outcome, row after row above the diagonal.
  const levels = Array.from({ length: p }, (_, k) => new Float64Array(((p - k) * (p - k + 3)) / 2))
  let at = 0
  for (let a = 0; a < p; a++)
    for (let b = a; b <= p; b++) (levels[0] as Float64Array)[at++] = correlations[a]?.[b] ?? 0
  const descend = (k: number, set: number, r2: number): void => {
    const here = levels[k] as Float64Array
    const left = p - k
    const pivot = here[0] as number
    const own = here[left] as number
    const gained = pivot > dependent ? r2 + (own * own) / pivot : r2
    if (left === 1) {
      explained[set] = r2
      explained[set | (1 << k)] = gained
      return
    }
    const next = levels[k + 1] as Float64Array
    next.set(here.subarray(left + 1))
    descend(k + 1, set, r2)
    if (pivot > dependent) {
      let into = 0
      for (let a = 1; a < left; a++) {
        const factor = (here[a] as number) / pivot
        for (let b = a; b <= left; b++, into++)
          next[into] = (here[left + 1 + into] as number) - factor * (here[b] as number)
      }
    } else next.set(here.subarray(left + 1))
    descend(k + 1, set | (1 << k), gained)
  }
  descend(0, 0, 0)
  return explained
}

/** Weights of a set of s drivers in the Shapley value: of one in it, (s−1)!(p−s)!/p!, and of one that is not, s!(p−s−1)!/p!. */
export function orders(p: number): { inside: number[]; outside: number[] } {
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1))
  const share = (before: number, after: number) =>
    before < 0 || after < 0 ? 0 : (factorial(before) * factorial(after)) / factorial(p)
  const all = Array.from({ length: p + 1 }, (_, s) => s)
  return { inside: all.map((s) => share(s - 1, p - s)), outside: all.map((s) => share(s, p - s - 1)) }
}

/**
 * LMG: the part of R² of each driver, the mean over all orders of what it adds, which is its Shapley value:
 *   lmg_j = Σ over sets S without j of |S|! (p − |S| − 1)! / p! · (R²(S ∪ j) − R²(S)).
 * They sum to R². `correlations`: of p ≤ 15 drivers and, last, the outcome. Errors as `explainedBySets`.
 * Source: Lindeman, Merenda & Gold 1980; Grömping 2006, J. Statistical Software 17(1). Equal to relaimpo (R), `lmg`.
 */
export function lmg(correlations: readonly (readonly number[])[]): number[] {
  const p = correlations.length - 1
  const sums = explainedBySets(correlations)
  const { inside, outside } = orders(p)
  const both = inside.map((weight, s) => weight + (outside[s] ?? 0))
  const size = sizes(p)
  let without = 0
  for (let set = 0; set < sums.length; set++) {
    const s = size[set] as number
    without += (outside[s] as number) * (sums[set] as number)
    sums[set] = (both[s] as number) * (sums[set] as number)
  }
  // The upper half are the sets with the last driver; then the halves are added, and the next one is last.
  const found = new Array<number>(p).fill(0)
  for (let j = p - 1, half = sums.length >> 1; j >= 0; j--, half >>= 1) {
    let total = 0
    for (let set = 0; set < half; set++) {
      const other = sums[half + set] as number
      total += other
      sums[set] = (sums[set] as number) + other
    }
    found[j] = total - without
  }
  return found
}

/** Takes driver k of p + 1 rows into the regression: Goodnight’s sweep. */
export function sweep(from: Float64Array, into: Float64Array, q: number, k: number): void {
  const pivot = from[k * q + k] as number
  for (let i = 0; i < q; i++) {
    const factor = (from[i * q + k] as number) / pivot
    if (i !== k)
      for (let j = 0; j < q; j++)
        into[i * q + j] = (from[i * q + j] as number) - factor * (from[k * q + j] as number)
    into[i * q + k] = -factor
  }
  for (let j = 0; j < q; j++) into[k * q + j] = (from[k * q + j] as number) / pivot
  into[k * q + k] = 1 / pivot
}

/** Whether the drivers, all rows but the last, are free of exact sums of others. */
export function independent(correlations: readonly (readonly number[])[]): boolean {
  const q = correlations.length
  let rows = Float64Array.from(correlations.flat())
  for (let k = 0; k < q - 1; k++) {
    if (!((rows[k * q + k] as number) > dependent)) return false
    const next = new Float64Array(q * q)
    sweep(rows, next, q, k)
    rows = next
  }
  return true
}
