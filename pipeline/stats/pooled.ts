/** The spread of small cells, taken together. */

/** A variance with its degrees of freedom. */
export interface Pooled {
  variance: number
  df: number
}

/**
 * Variance within cells, pooled: with cell means ȳ_c of n_c values,
 *   s² = Σ_c Σ_i (y_ci − ȳ_c)² / Σ_c (n_c − 1),   df = Σ_c (n_c − 1).
 * Cells of one value add nothing. In: the values of each cell; out: in squared units of the values, the same bits in
 * whatever order they come; undefined where df is 0. Source: the within-groups mean square of Fisher 1925, ch. VII.
 */
export function pooledVariance(cells: readonly (readonly number[])[]): Pooled | undefined {
  const squares: number[] = []
  let df = 0
  for (const cell of cells) {
    if (cell.length < 2) continue
    const ascending = [...cell].sort((a, b) => a - b)
    const mean = ascending.reduce((sum, value) => sum + value, 0) / cell.length
    squares.push(ascending.reduce((sum, value) => sum + (value - mean) ** 2, 0))
    df += cell.length - 1
  }
  if (df === 0) return undefined
  return { variance: squares.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) / df, df }
}
