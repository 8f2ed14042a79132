/** What linear equations leave open. */

/** A coefficient below this is rounding; rows are scaled to a largest coefficient of 1. */
const rounding = 1e-9

interface Reduced {
  row: readonly number[]
  pivot: number
}

/** A row minus a multiple of another, so that it has 0 in the other’s column. */
function without(row: readonly number[], { row: other, pivot }: Reduced): readonly number[] {
  const factor = row[pivot] ?? 0
  return factor === 0 ? row : row.map((value, k) => value - factor * (other[k] ?? 0))
}

/** Gauss and Jordan: independent rows, each with a column of its own where it has 1 and the others 0. */
function reduced(rows: readonly (readonly number[])[]): Reduced[] {
  let done: Reduced[] = []
  for (const given of rows) {
    const size = given.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const scaled = size === 0 ? given : given.map((value) => value / size)
    const left = done.reduce(without, scaled)
    const pivot = left.reduce((best, value, k) => (Math.abs(value) > Math.abs(left[best] ?? 0) ? k : best), 0)
    const largest = left[pivot] ?? 0
    if (Math.abs(largest) < rounding) continue
    const one = { row: left.map((value) => value / largest), pivot }
    done = [...done.map((other) => ({ ...other, row: without(other.row, one) })), one]
  }
  return done
}

/**
 * The null space of a matrix: the ways in which unknowns may differ though all equations hold. In: rows of coefficients of
 * `columns` unknowns; out: for each unknown its coordinates other than 0 in a basis of the null space, by number. An unknown
 * follows from the equations where it has none; a combination of two follows where the coordinates of the one are a multiple
 * of those of the other.
 */
export function nullSpace(rows: readonly (readonly number[])[], columns: number): Map<number, number>[] {
  const pivots = new Map(reduced(rows).map(({ row, pivot }) => [pivot, row]))
  return Array.from({ length: columns }, (_, k) => {
    const row = pivots.get(k)
    if (row === undefined) return new Map([[k, 1]])
    const others = row.map((value, f): [number, number] => [f, -value])
    return new Map(others.filter(([f, value]) => !pivots.has(f) && Math.abs(value) > rounding))
  })
}
