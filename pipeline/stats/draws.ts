/** Random draws of estimates, the same for the same seed. */
import { choleskyFactor } from './cholesky.ts'
import { uniforms } from './random.ts'

/** A matrix of draws: one row per draw, one column per company. */
export interface Draws {
  /** rows × columns, row after row */
  values: Float64Array
  rows: number
  columns: number
}

/** A stream of standard normal numbers by Marsaglia’s polar method. */
function standardNormals(seed: number): () => number {
  const next = uniforms(seed, 'normals')
  /** uniform on (−1, 1), of 53 bits */
  const uniform = () =>
    (Math.floor(next() * 2 ** 27) * 2 ** 26 + Math.floor(next() * 2 ** 26) + 0.5) / 2 ** 52 - 1
  let spare: number | undefined
  return () => {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    for (;;) {
      const [u, v] = [uniform(), uniform()]
      const s = u * u + v * v
      if (s === 0 || s >= 1) continue
      const factor = Math.sqrt((-2 * Math.log(s)) / s)
      spare = v * factor
      return u * factor
    }
  }
}

/**
 * Draws of N(0, S): Z = L g with P′SP = LL′ and g independent standard normals.
 * S may be singular, as where a company’s answers are all equal.
 * `covariance`: p × p in points²; the draws are in points. `rows` ≥ 1; `seed`: a whole number ≥ 0.
 * The same seed and covariance give the same draws.
 * RangeError for a matrix that is no covariance, or for other `rows` or `seed`.
 * Source: Marsaglia & Bray 1964 (polar method).
 */
export function normalDraws(covariance: readonly (readonly number[])[], rows: number, seed: number): Draws {
  if (!(Number.isSafeInteger(rows) && rows >= 1)) throw new RangeError(`cannot draw ${rows} times`)
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new RangeError(`a seed must be a whole number from 0, not ${seed}`)
  const { order, lower, rank } = choleskyFactor(covariance)
  const columns = order.length
  const values = new Float64Array(rows * columns)
  const normal = standardNormals(seed)
  const g = new Float64Array(rank)
  const entries = order.map((column, at) => ({ column, row: lower[at] ?? g, filled: Math.min(at + 1, rank) }))
  for (let start = 0; start < values.length; start += columns) {
    for (let j = 0; j < rank; j++) g[j] = normal()
    for (const { column, row, filled } of entries) {
      let sum = 0
      for (let j = 0; j < filled; j++) sum += (row[j] ?? 0) * (g[j] ?? 0)
      values[start + column] = sum
    }
  }
  return { values, rows, columns }
}

/**
 * The columns `chosen` of the draws, in that order: the same draws for some of the companies,
 * such as those of an industry. RangeError for a column that is not there.
 */
export function drawsOf(draws: Draws, chosen: readonly number[]): Draws {
  for (const column of chosen)
    if (!(Number.isSafeInteger(column) && column >= 0 && column < draws.columns))
      throw new RangeError(`no column ${column} in draws of ${draws.columns}`)
  const values = new Float64Array(draws.rows * chosen.length)
  let at = 0
  for (let row = 0; row < draws.rows; row++)
    for (const column of chosen) values[at++] = draws.values[row * draws.columns + column] ?? 0
  return { values, rows: draws.rows, columns: chosen.length }
}
