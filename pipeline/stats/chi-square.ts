/** The chi-square distribution for whole degrees of freedom. */
import { normalTwoSidedP } from './distributions.ts'

/**
 * P(χ²_df > x), by the sum that whole degrees of freedom allow, all of whose terms are positive:
 *   P_1 = P(|Z| > √x), P_2 = e^(−x/2), P_(m+2) = P_m + (x/2)^(m/2) e^(−x/2) / Γ(m/2 + 1).
 * `x` ≥ 0, Infinity gives 0; `df` a whole number ≥ 1. Accurate to about 1e-12 relative for df up to 1,000.
 * RangeError otherwise. Source: Abramowitz & Stegun 1964, 26.4.4-5 and 26.4.8.
 */
export function chiSquareUpperP(x: number, df: number): number {
  if (!(x >= 0)) throw new RangeError(`a sum of squares must be 0 or above, not ${x}`)
  if (!(Number.isSafeInteger(df) && df >= 1))
    throw new RangeError(`degrees of freedom must be a whole number from 1, not ${df}`)
  if (x === 0) return 1
  if (x === Number.POSITIVE_INFINITY) return 0
  const odd = df % 2 === 1
  const half = x / 2
  let p = odd ? normalTwoSidedP(Math.sqrt(x)) : Math.exp(-half)
  /** log of (x/2)^(m/2) e^(−x/2) / Γ(m/2 + 1); Γ(3/2) = √π / 2 */
  let logTerm = odd ? Math.log(2 * Math.sqrt(half / Math.PI)) - half : Math.log(half) - half
  for (let m = odd ? 1 : 2; m < df; m += 2) {
    p += Math.exp(logTerm)
    logTerm += Math.log(half / (m / 2 + 1))
  }
  return Math.min(1, p)
}
