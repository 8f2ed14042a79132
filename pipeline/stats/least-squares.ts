/** Weighted least squares from sums, and its errors that allow for unequal variances. */
import { dot, generalisedInverse, product } from './matrix.ts'

/** A regression; columns that follow from earlier ones have coefficient 0 and are not `estimable`. */
export interface Fit {
  coefficients: number[]
  /** A = (X'WX)⁻¹ */
  inverse: number[][]
  estimable: boolean[]
}

/**
 * b = A X'Wy, A = (X'WX)⁻¹, from k × k sums `products` = X'WX and k sums `crossed` = X'Wy.
 * RangeError for another shape.
 */
export function leastSquares(products: readonly (readonly number[])[], crossed: readonly number[]): Fit {
  if (crossed.length !== products.length) throw new RangeError('one sum with the outcome for each column')
  const inverse = generalisedInverse(products)
  return {
    coefficients: product(inverse, crossed),
    inverse,
    estimable: inverse.map((row, k) => (row[k] ?? 0) > 0),
  }
}

/**
 * V = A M A, the covariance of coefficients; `meat`: M = Σ over units u u', u = Σ over the ratings of the unit of w x e/(1 − h),
 * h = w x'Ax (HC3; summed to the unit, as the ratings of one unit are not independent).
 * Source: MacKinnon & White 1985, J. Econometrics 29, 305-325. With one rating for each unit equal to sandwich (R), `HC3`.
 */
export function sandwich(
  inverse: readonly (readonly number[])[],
  meat: readonly (readonly number[])[],
): number[][] {
  const half = inverse.map((row) => product(meat, row))
  return half.map((row) => inverse.map((other) => dot(row, other)))
}
