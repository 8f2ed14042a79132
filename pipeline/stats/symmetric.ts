/** Small symmetric matrices: eigenvalues, and the inverse of one that is positive. */

/** k rows of k finite numbers, or a RangeError that calls the matrix `what`. */
export function expectSquare(matrix: readonly (readonly number[])[], what: string): void {
  const k = matrix.length
  if (matrix.some((row) => row.length !== k || !row.every(Number.isFinite)))
    throw new RangeError(`a ${what} of ${k} rows must hold ${k} × ${k} numbers`)
}

/**
 * Inverse and log determinant of a symmetric positive definite matrix, by sweeping out one row after the other:
 * the pivots are the variances given the rows before, and their product is the determinant.
 * `matrix`: k × k in any unit; undefined where a pivot is not above 0, so that the matrix is not positive definite.
 * RangeError for another shape or a value that is not finite. Source: Goodnight 1979, American Statistician 33, 149-158.
 */
export function positiveInverse(
  matrix: readonly (readonly number[])[],
): { inverse: number[][]; logDeterminant: number } | undefined {
  expectSquare(matrix, 'matrix')
  const rows = matrix.map((row) => [...row])
  let logDeterminant = 0
  for (const [k, pivotRow] of rows.entries()) {
    const pivot = pivotRow[k] ?? 0
    if (!(pivot > 0)) return undefined
    logDeterminant += Math.log(pivot)
    for (const [j, value] of pivotRow.entries()) pivotRow[j] = value / pivot
    pivotRow[k] = 1 / pivot
    for (const [i, row] of rows.entries()) {
      if (i === k) continue
      const factor = row[k] ?? 0
      row[k] = 0
      for (const [j, value] of pivotRow.entries()) row[j] = (row[j] ?? 0) - factor * value
    }
  }
  return { inverse: rows, logDeterminant }
}

/**
 * Eigenvalues, the largest first, and their vectors of length 1, by Jacobi’s rotations.
 * `matrix`: symmetric, k × k, of which the upper triangle is read; values in its unit; `vectors[i]` belongs to
 * `values[i]`, its sign is arbitrary. RangeError for another shape or a value that is not finite.
 * Source: Golub & Van Loan, Matrix Computations, §8.5.
 */
export function eigen(matrix: readonly (readonly number[])[]): { values: number[]; vectors: number[][] } {
  expectSquare(matrix, 'matrix')
  const a = matrix.map((row, i) => row.map((value, j) => (i <= j ? value : (matrix[j]?.[i] ?? 0))))
  const vectors = a.map((_, i) => a.map((_, j) => (i === j ? 1 : 0)))
  const at = (i: number, j: number) => a[i]?.[j] ?? 0
  const size = Math.hypot(...a.flat())
  for (let sweep = 0; sweep < 100; sweep++) {
    let off = 0
    for (let p = 0; p < a.length; p++)
      for (let q = p + 1; q < a.length; q++) off = Math.max(off, Math.abs(at(p, q)))
    if (off <= 1e-17 * size) break
    for (let p = 0; p < a.length; p++) {
      for (let q = p + 1; q < a.length; q++) {
        if (at(p, q) === 0) continue
        const half = (at(q, q) - at(p, p)) / (2 * at(p, q))
        const t = (half < 0 ? -1 : 1) / (Math.abs(half) + Math.hypot(half, 1))
        const c = 1 / Math.hypot(t, 1)
        const turn = (first: number[] | undefined, second: number[] | undefined) => {
          if (first === undefined || second === undefined) return
          for (const [i, x] of first.entries()) {
            const y = second[i] ?? 0
            first[i] = c * (x - t * y)
            second[i] = c * (y + t * x)
          }
        }
        turn(a[p], a[q])
        for (const row of a) {
          const [x = 0, y = 0] = [row[p], row[q]]
          row[p] = c * (x - t * y)
          row[q] = c * (y + t * x)
        }
        turn(vectors[p], vectors[q])
      }
    }
  }
  const order = a.map((_, i) => i).sort((i, j) => at(j, j) - at(i, i))
  return { values: order.map((i) => at(i, i)), vectors: order.map((i) => vectors[i] ?? []) }
}
