/** Triangular factors of covariance matrices. */

/** Share of the largest variance below which what is left of a variance is rounding. */
const rounding = 1e-10

/** A p × p matrix S with P′SP = LL′: `order` holds the rows of S in the order of the rows of L. */
export interface Factor {
  order: readonly number[]
  /** p rows of `rank` numbers, 0 above the diagonal */
  lower: readonly Float64Array[]
  rank: number
}

function symmetric(matrix: readonly (readonly number[])[]): Float64Array[] {
  const p = matrix.length
  if (matrix.some((row) => row.length !== p || !row.every(Number.isFinite)))
    throw new RangeError(`a covariance of ${p} rows must hold ${p} × ${p} numbers`)
  for (const [i, row] of matrix.entries()) {
    for (const [j, value] of row.entries()) {
      const mirrored = matrix[j]?.[i] ?? 0
      if (Math.abs(value - mirrored) > rounding * Math.max(Math.abs(value), Math.abs(mirrored)))
        throw new RangeError(`a covariance must be symmetric, but ${i}, ${j} and ${j}, ${i} differ`)
    }
  }
  return matrix.map((row) => Float64Array.from(row))
}

/** Throws where a matrix of which nothing but rounding may be left holds more. */
function expectNothing(rest: readonly Float64Array[], order: readonly number[], limit: number): void {
  for (const i of order)
    for (const j of order)
      if (Math.abs(rest[i]?.[j] ?? 0) > limit)
        throw new RangeError('a covariance must not be negative in any direction')
}

/**
 * Cholesky’s factor with the largest remaining variance taken first: P′SP = LL′, L of p × rank.
 * It exists for singular S too: it ends where what is left is below 1e-10 of the largest variance.
 * `matrix`: p × p covariances in any unit; L is in its square root; p = 0 gives rank 0.
 * RangeError for another shape, a value that is not finite, a matrix that is not symmetric,
 * or one with a negative eigenvalue.
 * Source: Higham 1990, Analysis of the Cholesky decomposition of a semi-definite matrix.
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): Factor {
  const rest = symmetric(matrix)
  const order = matrix.map((_, i) => i)
  const lower = matrix.map(() => new Float64Array(matrix.length))
  const left = (at: number) => rest[order[at] ?? 0]?.[order[at] ?? 0] ?? 0
  const limit = rounding * Math.max(0, ...order.map(left))
  let rank = 0
  for (; rank < order.length; rank++) {
    let largest = rank
    for (let at = rank + 1; at < order.length; at++) if (left(at) > left(largest)) largest = at
    if (!(left(largest) > limit)) break
    const pivot = order[largest] ?? 0
    order[largest] = order[rank] ?? 0
    order[rank] = pivot
    const root = Math.sqrt(left(rank))
    const column = order.slice(rank).map((i) => (rest[i]?.[pivot] ?? 0) / root)
    for (const [a, value] of column.entries()) {
      const i = order[rank + a] ?? 0
      const [row, target] = [rest[i], lower[i]]
      if (row === undefined || target === undefined) continue
      target[rank] = value
      for (const [b, other] of column.entries()) {
        const j = order[rank + b] ?? 0
        row[j] = (row[j] ?? 0) - value * other
      }
    }
  }
  expectNothing(rest, order.slice(rank), limit)
  return { order, rank, lower: order.map((i) => (lower[i] ?? new Float64Array()).subarray(0, rank)) }
}

/**
 * The x with Sx = b, from the factor of S, by forward and backward substitution.
 * `b`: p numbers; units of b over those of S. RangeError for another length, or where S is singular.
 * Source: Golub & Van Loan, Matrix Computations, §4.2.
 */
export function solve({ order, lower, rank }: Factor, b: readonly number[]): number[] {
  if (b.length !== order.length || rank < order.length)
    throw new RangeError(`no one solution for ${b.length} values and a matrix of rank ${rank}`)
  const y = order.map((i) => b[i] ?? Number.NaN)
  for (let i = 0; i < rank; i++) {
    let sum = y[i] ?? 0
    for (let j = 0; j < i; j++) sum -= (lower[i]?.[j] ?? 0) * (y[j] ?? 0)
    y[i] = sum / (lower[i]?.[i] ?? 0)
  }
  for (let i = rank - 1; i >= 0; i--) {
    let sum = y[i] ?? 0
    for (let j = i + 1; j < rank; j++) sum -= (lower[j]?.[i] ?? 0) * (y[j] ?? 0)
    y[i] = sum / (lower[i]?.[i] ?? 0)
  }
  const x = b.map(() => 0)
  for (const [at, i] of order.entries()) x[i] = y[at] ?? 0
  return x
}
