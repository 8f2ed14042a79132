/** Importance of drivers with linearised errors, from single ratings in memory. */
import { lmg } from '../../pipeline/stats/importance.ts'
import { lmgGradients } from '../../pipeline/stats/importance-gradient.ts'
import { relativeWeights } from '../../pipeline/stats/relative-weights.ts'
import { correlationsOf, type Ratings } from './regression.ts'

/** Importance as a share of R², and the influence of each rating on it. */
export interface Importance {
  r2: number
  lmg: number[]
  johnson: number[]
  lmgInfluence: number[][]
  /** of parts of R², not of shares */
  lmgPartInfluence: number[][]
  johnsonPartInfluence: number[][]
  johnsonInfluence: number[][]
}

export function importanceOf(ratings: Ratings): Importance {
  const { y, x, w } = ratings
  const r = correlationsOf(ratings)
  const q = r.length
  const total = w.reduce((sum, one) => sum + one, 0)
  const z = [...x, y].map((column) => {
    const mean = column.reduce((sum, value, i) => sum + value * (w[i] ?? 0), 0) / total
    const sd = Math.sqrt(column.reduce((sum, value, i) => sum + (value - mean) ** 2 * (w[i] ?? 0), 0) / total)
    return column.map((value) => (value - mean) / sd)
  })
  const parts = lmg(r)
  const r2 = parts.reduce((sum, part) => sum + part, 0)
  const gradients = lmgGradients(r)
  const johnson = relativeWeights(r)
  /** Of the figure with this gradient by correlations. */
  const influenceBy = (g: (a: number, b: number) => number) => {
    return y.map((_, i) => {
      let sum = 0
      for (let a = 0; a < q; a++)
        for (let b = a + 1; b < q; b++) {
          const [za, zb] = [z[a]?.[i] ?? 0, z[b]?.[i] ?? 0]
          sum += g(a, b) * (za * zb - ((r[a]?.[b] ?? 0) * (za * za + zb * zb)) / 2)
        }
      return sum
    })
  }
  const influence = (value: number, gradient: readonly Float64Array[]) =>
    influenceBy((a, b) => ((gradient[a]?.[b] ?? 0) - value * (gradients.r2[a]?.[b] ?? 0)) / r2)
  const ofParts = (all: readonly (readonly Float64Array[])[]) =>
    all.map((gradient) => influenceBy((a, b) => gradient[a]?.[b] ?? 0))
  const share = (values: readonly number[]) => values.map((value) => value / r2)
  const [ofLmg, ofJohnson] = [share(parts), share(johnson.weights)]
  return {
    ...{ r2, lmg: ofLmg, johnson: ofJohnson },
    lmgPartInfluence: ofParts(gradients.lmg),
    johnsonPartInfluence: ofParts(johnson.gradients),
    lmgInfluence: ofLmg.map((value, j) => influence(value, gradients.lmg[j] ?? [])),
    johnsonInfluence: ofJohnson.map((value, j) => influence(value, johnson.gradients[j] ?? [])),
  }
}

/** Standard error of a mean of influences, one rating a unit, one stratum. */
export function errorOf(influence: readonly number[], w: readonly number[]): number {
  const n = w.length
  const total = w.reduce((sum, one) => sum + one, 0)
  const squares = influence.reduce((sum, one, i) => sum + (one * (w[i] ?? 0)) ** 2, 0)
  return Math.sqrt((n / (n - 1)) * squares) / total
}
