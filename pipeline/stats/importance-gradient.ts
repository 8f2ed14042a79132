/** How the importance of drivers follows from correlations: its derivatives. */
import { orders, sweep } from './importance.ts'

/** Derivatives of a figure by the correlations of a < b, outcome last: rows of which the upper triangle is filled. */
export type Gradient = readonly Float64Array[]

const triangle = (q: number): Float64Array[] => Array.from({ length: q }, () => new Float64Array(q))

/**
 * Derivatives of R² and of each LMG: with the coefficients β of the regression on a set S,
 *   ∂R²(S)/∂r_ay = 2β_a,   ∂R²(S)/∂r_ab = −2β_a β_b for each pair of drivers of S.
 * `correlations` must be positive definite among the drivers.
 */
export function lmgGradients(correlations: readonly (readonly number[])[]): {
  r2: Gradient
  lmg: Gradient[]
} {
  const q = correlations.length
  const p = q - 1
  const { inside, outside } = orders(p)
  const found = Array.from({ length: p }, () => triangle(q))
  const without = triangle(q)
  const whole = triangle(q)
  const levels = Array.from({ length: q }, () => new Float64Array(q * q))
  levels[0]?.set(correlations.flat())
  const set: number[] = []
  const visit = (swept: Float64Array): void => {
    const s = set.length
    const out = outside[s] ?? 0
    const both = out + (inside[s] ?? 0)
    for (const [place, a] of set.entries()) {
      const beta = swept[a * q + p] as number
      for (let other = place + 1; other <= s; other++) {
        const b = other < s ? (set[other] as number) : p
        const slope = other < s ? -2 * beta * (swept[b * q + p] as number) : 2 * beta
        ;(without[a] as Float64Array)[b] = (without[a]?.[b] ?? 0) + out * slope
        if (s === p) (whole[a] as Float64Array)[b] = slope
        for (const j of set) {
          const row = found[j]?.[a] as Float64Array
          row[b] = (row[b] as number) + both * slope
        }
      }
    }
  }
  const descend = (k: number, depth: number): void => {
    const swept = levels[depth] as Float64Array
    if (k === p) {
      visit(swept)
      return
    }
    descend(k + 1, depth)
    sweep(swept, levels[depth + 1] as Float64Array, q, k)
    set.push(k)
    descend(k + 1, depth + 1)
    set.pop()
  }
  descend(0, 0)
  for (const one of found)
    for (const [a, row] of one.entries())
      for (let b = a + 1; b < q; b++) row[b] = (row[b] as number) - (without[a]?.[b] ?? 0)
  return { r2: whole, lmg: found }
}
