/** Small dense matrices as rows of numbers. */

/** Σ a_k b_k; a missing number is 0. */
export function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += (a[k] ?? 0) * (b[k] ?? 0)
  return sum
}

/** Matrix times vector. */
export const product = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => dot(row, vector))

/** The rows and columns `ks` of a square matrix; a missing number is 0. */
export const submatrix = (matrix: readonly (readonly number[])[], ks: readonly number[]): number[][] =>
  ks.map((a) => ks.map((b) => matrix[a]?.[b] ?? 0))

/** A square matrix of zeros. */
export const zeros = (size: number): number[][] =>
  Array.from({ length: size }, () => new Array<number>(size).fill(0))

/** Writes a value into a symmetric matrix, on both sides of the diagonal. */
export function putBoth(matrix: readonly number[][], a: number, b: number, value: number): void {
  const [first, second] = [matrix[a], matrix[b]]
  if (first !== undefined) first[b] = value
  if (second !== undefined) second[a] = value
}

/** A pivot below this share of its diagonal means that the column follows from those before it. */
const dependent = 1e-10

/**
 * Generalised inverse of a symmetric positive semidefinite k × k matrix by Gauss-Jordan elimination on the diagonal: rows
 * and columns that follow from earlier ones become 0. The fit of a regression by it is that of any full set of columns.
 * RangeError where the matrix is not square. Source: Goodnight 1979, The American Statistician 33(3), 149-158 (sweep, G2).
 */
export function generalisedInverse(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  if (matrix.some((row) => row.length !== size)) throw new RangeError('the matrix is not square')
  const swept = matrix.map((row) => [...row])
  const skipped = new Set<number>()
  for (let k = 0; k < size; k++) {
    const pivotRow = swept[k] ?? []
    const pivot = pivotRow[k] ?? 0
    if (!(pivot > dependent * (matrix[k]?.[k] ?? 0))) {
      skipped.add(k)
      continue
    }
    for (let j = 0; j < size; j++) pivotRow[j] = (pivotRow[j] ?? 0) / pivot
    pivotRow[k] = 1 / pivot
    for (const [i, row] of swept.entries()) {
      if (i === k) continue
      const factor = row[k] ?? 0
      for (let j = 0; j < size; j++) row[j] = (row[j] ?? 0) - factor * (j === k ? 0 : (pivotRow[j] ?? 0))
      row[k] = -factor / pivot
    }
  }
  return swept.map((row, i) => row.map((value, j) => (skipped.has(i) || skipped.has(j) ? 0 : value)))
}
