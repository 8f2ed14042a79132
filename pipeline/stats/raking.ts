/** Raking: weights that reach given margins, by the sums of cells. */

/** One raked variable: the category number of each cell, and the share that each category shall have. */
export interface Margin {
  category: readonly number[]
  shares: readonly number[]
}

export interface Raked {
  /** by which the weights of a cell are multiplied, so that all weights sum to their number of units, Σ `weights` kept */
  factors: number[]
  /** sweeps over all margins */
  rounds: number
  /** the largest |share reached − share wanted|, and where: position of the margin and its category */
  error: number
  worst: { margin: number; category: number }
}

const enough = 1e-12
const patience = 5000

/**
 * Iterative proportional fitting: each margin in turn multiplies its cells by wanted / reached share, until the largest
 * error of a share is below 1e-12. The total is kept.
 * In: Σ of weights per cell (a cell is a combination of categories; 0 where nobody is left), the margins with their shares;
 * out: one factor per cell. A category without weight is left out and the shares of the others keep their proportions.
 * Where margins contradict each other it stops after 5,000 sweeps with the error left.
 * Source: Deming & Stephan 1940, Annals of Mathematical Statistics 11(4), 427-444; METHOD.md §3.
 */
export function rake(weights: readonly number[], margins: readonly Margin[]): Raked {
  const total = weights.reduce((a, b) => a + b, 0)
  const reached = weights.map((weight) => weight / total)
  const wanted = margins.map(({ category, shares }) => {
    const present = shares.map((_, k) => category.some((one, cell) => one === k && (weights[cell] ?? 0) > 0))
    const sum = shares.reduce((all, share, k) => (present[k] ? all + share : all), 0)
    return shares.map((share, k) => (present[k] ? share / sum : 0))
  })
  const sharesOf = ({ category, shares }: Margin): number[] => {
    const sums = shares.map(() => 0)
    for (const [cell, share] of reached.entries()) {
      const k = category[cell] ?? 0
      sums[k] = (sums[k] ?? 0) + share
    }
    return sums
  }
  const farthest = (): Pick<Raked, 'error' | 'worst'> => {
    const found = { error: 0, worst: { margin: 0, category: 0 } }
    for (const [margin, one] of margins.entries())
      for (const [category, share] of sharesOf(one).entries()) {
        const error = Math.abs(share - (wanted[margin]?.[category] ?? 0))
        if (error > found.error) Object.assign(found, { error, worst: { margin, category } })
      }
    return found
  }
  let rounds = 0
  let state = farthest()
  while (state.error >= enough && rounds < patience) {
    for (const [m, margin] of margins.entries()) {
      const ratios = sharesOf(margin).map((sum, k) => (sum > 0 ? (wanted[m]?.[k] ?? 0) / sum : 1))
      for (const [cell, share] of reached.entries())
        reached[cell] = share * (ratios[margin.category[cell] ?? 0] ?? 1)
    }
    rounds++
    state = farthest()
  }
  const factors = weights.map((weight, cell) => (weight > 0 ? ((reached[cell] ?? 0) * total) / weight : 1))
  return { factors, rounds, ...state }
}
