/**
 * What calibration of weights to margins takes out of the variance. With x the indicators of all categories of the
 * margins, d the weights that enter the last raking and w the final ones, a unit’s influence on a domain mean is the
 * residual u = Σ w (z − x'B), z = (y − I)/W on its scores in the domain and 0 elsewhere, B = (Σ d x x')⁻ Σ d x z over all
 * respondents. Source: Deville & Särndal 1992, JASA 87, 376-382; equal to `calibrate` of survey (R). METHOD.md §4.
 */
import { generalisedInverse, product } from './matrix.ts'

/** The margins of one wave: k categories of all margins together. */
export interface Calibration {
  /** k × k: generalised inverse of Σ d x x' over respondents */
  inverse: readonly (readonly number[])[]
  /** k × k: Σ_h c_h Σ (Σwx)(Σwx)' over units */
  products: readonly (readonly number[])[]
  /** Σ w x by stratum number, then category */
  totals: readonly (readonly number[])[]
}

/** The calibration of a wave from its sums; `base`: Σ d x x'. RangeError where it is not square. */
export const calibration = (
  base: readonly (readonly number[])[],
  products: Calibration['products'],
  totals: Calibration['totals'],
): Calibration => ({ inverse: generalisedInverse(base), products, totals })

/** B of a domain from Σ d x z by category. */
export const coefficients = ({ inverse }: Calibration, crossed: readonly number[]): number[] =>
  product(inverse, crossed)
