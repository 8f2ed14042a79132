/** Johnson’s relative weights of drivers, and their derivatives. */
import type { Gradient } from './importance-gradient.ts'
import { dot } from './matrix.ts'
import { eigen } from './symmetric.ts'

/**
 * Relative weights: the drivers are replaced by the uncorrelated variables nearest to them, L = R_xx^½, and what these explain is
 * handed back by their squared correlations: b = L⁻¹ r_xy, ε_j = Σ_k L_jk² b_k². They sum to R².
 * `correlations`: of p drivers and, last, the outcome; positive definite among the drivers. `gradients`: by each correlation, from
 * dL with L dL + dL L = dR and db = L⁻¹(dr − dL b).
 * Source: Johnson 2000, Multivariate Behavioral Research 35, 1-19. Equal to rwa (R).
 */
export function relativeWeights(correlations: readonly (readonly number[])[]): {
  weights: number[]
  gradients: Gradient[]
} {
  const q = correlations.length
  const p = q - 1
  const drivers = Array.from({ length: p }, (_, j) => j)
  const { values, vectors } = eigen(drivers.map((a) => drivers.map((b) => correlations[a]?.[b] ?? 0)))
  const roots = values.map((value) => Math.sqrt(Math.max(0, value)))
  const v = (j: number, k: number) => vectors[k]?.[j] ?? 0
  const power = (of: (root: number) => number) =>
    drivers.map((a) =>
      drivers.map((b) => drivers.reduce((sum, k) => sum + v(a, k) * v(b, k) * of(roots[k] ?? 0), 0)),
    )
  const [root, inverse] = [power((x) => x), power((x) => 1 / x)]
  const r = drivers.map((a) => correlations[a]?.[p] ?? 0)
  const b = inverse.map((row) => dot(row, r))
  const weights = root.map((row) => row.reduce((sum, l, k) => sum + (l * (b[k] ?? 0)) ** 2, 0))
  const gradients = drivers.map(() => Array.from({ length: q }, () => new Float64Array(q)))
  const put = (
    a: number,
    c: number,
    dRoot: readonly (readonly number[])[] | undefined,
    dB: readonly number[],
  ) => {
    for (const j of drivers) {
      const slope = drivers.reduce((sum, k) => {
        const [l, own] = [root[j]?.[k] ?? 0, b[k] ?? 0]
        return sum + 2 * l * own * ((dRoot?.[j]?.[k] ?? 0) * own + l * (dB[k] ?? 0))
      }, 0)
      ;(gradients[j]?.[a] as Float64Array)[c] = slope
    }
  }
  for (const a of drivers) {
    put(a, p, undefined, inverse[a] ?? [])
    for (const c of drivers.slice(a + 1)) {
      // In the axes of the eigenvectors: V'(dR)V over the sums of the roots.
      const turned = drivers.map((k) =>
        drivers.map((m) => (v(a, k) * v(c, m) + v(c, k) * v(a, m)) / ((roots[k] ?? 0) + (roots[m] ?? 0))),
      )
      const half = drivers.map((i) =>
        drivers.map((m) => drivers.reduce((sum, k) => sum + v(i, k) * (turned[k]?.[m] ?? 0), 0)),
      )
      const dRoot = half.map((row) =>
        drivers.map((j) => drivers.reduce((sum, m) => sum + (row[m] ?? 0) * v(j, m), 0)),
      )
      const moved = dRoot.map((row) => -dot(row, b))
      put(
        a,
        c,
        dRoot,
        inverse.map((row) => dot(row, moved)),
      )
    }
  }
  return { weights, gradients }
}
