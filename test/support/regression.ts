/** Regressions and correlations from single ratings, in memory: what the program makes of sums. */
import { positiveInverse } from '../../pipeline/stats/symmetric.ts'

/** Ratings of one entity: outcome 0-100, drivers 0-100, weight and sampling unit of each. */
export interface Ratings {
  y: readonly number[]
  /** driver after driver */
  x: readonly (readonly number[])[]
  w: readonly number[]
  unit: readonly number[]
}

/** A regression, its columns by rating. */
export interface Regression {
  b: number[]
  v: number[][]
}

/** Weighted least squares on the columns, with HC3 errors summed to the unit; undefined where a column follows from others. */
export function regression(
  columns: readonly (readonly number[])[],
  { y, w, unit }: Pick<Ratings, 'y' | 'w' | 'unit'>,
): Regression | undefined {
  const k = columns.length
  const gram = new Float64Array(k * k)
  const cross = new Float64Array(k)
  const row = new Float64Array(k)
  for (let i = 0; i < y.length; i++) {
    const weight = w[i] ?? 0
    for (let a = 0; a < k; a++) row[a] = columns[a]?.[i] ?? 0
    for (let a = 0; a < k; a++) {
      const wa = weight * (row[a] as number)
      if (wa === 0) continue
      cross[a] = (cross[a] as number) + wa * (y[i] ?? 0)
      for (let b = a; b < k; b++) gram[a * k + b] = (gram[a * k + b] as number) + wa * (row[b] as number)
    }
  }
  const full = Array.from({ length: k }, (_, a) =>
    Array.from({ length: k }, (_, b) => gram[Math.min(a, b) * k + Math.max(a, b)] ?? 0),
  )
  const inverse = positiveInverse(full)?.inverse
  if (inverse === undefined) return undefined
  const b = inverse.map((line) => line.reduce((sum, one, a) => sum + one * (cross[a] ?? 0), 0))
  const flat = Float64Array.from(inverse.flat())
  const units = new Map<number, Float64Array>()
  for (let i = 0; i < y.length; i++) {
    let [fitted, leverage] = [0, 0]
    for (let a = 0; a < k; a++) {
      row[a] = columns[a]?.[i] ?? 0
      fitted += (row[a] as number) * (b[a] ?? 0)
    }
    for (let a = 0; a < k; a++) {
      if (row[a] === 0) continue
      let half = 0
      for (let c = 0; c < k; c++) half += (flat[a * k + c] as number) * (row[c] as number)
      leverage += (row[a] as number) * half
    }
    const weight = w[i] ?? 0
    const push = (weight * ((y[i] ?? 0) - fitted)) / (1 - weight * leverage)
    const sums = units.get(unit[i] ?? -1) ?? new Float64Array(k)
    units.set(unit[i] ?? -1, sums)
    for (let a = 0; a < k; a++) sums[a] = (sums[a] as number) + push * (row[a] as number)
  }
  const meat = new Float64Array(k * k)
  for (const sums of units.values())
    for (let a = 0; a < k; a++)
      for (let c = a; c < k; c++)
        meat[a * k + c] = (meat[a * k + c] as number) + (sums[a] as number) * (sums[c] as number)
  const half = inverse.map((line) =>
    line.map((_, c) =>
      line.reduce((sum, one, a) => sum + one * (meat[Math.min(a, c) * k + Math.max(a, c)] ?? 0), 0),
    ),
  )
  return {
    b,
    v: half.map((line) =>
      inverse.map((other) => line.reduce((sum, one, c) => sum + one * (other[c] ?? 0), 0)),
    ),
  }
}

/** Weighted correlations of the drivers and, last, the outcome. */
export function correlationsOf({ y, x, w }: Ratings): number[][] {
  const columns = [...x, y]
  const total = w.reduce((sum, one) => sum + one, 0)
  const centred = columns.map((column) => {
    const mean = column.reduce((sum, value, i) => sum + value * (w[i] ?? 0), 0) / total
    return column.map((value) => value - mean)
  })
  const product = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0) * (w[i] ?? 0), 0)
  const variances = centred.map((one) => product(one, one))
  return centred.map((a, i) =>
    centred.map((b, j) => product(a, b) / Math.sqrt((variances[i] ?? 0) * (variances[j] ?? 0))),
  )
}
