/** Weights raked to margins and held within bounds, and the residuals that their standard errors use. */

/** One category of a raked variable: its share of the population, and the places of its respondents. */
export interface Category {
  share: number
  places: readonly number[]
}

/** One list of categories per raked variable. */
export type Margins = readonly (readonly Category[])[]

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

export const atMeanOne = (weights: readonly number[]): number[] => {
  const mean = sum(weights) / weights.length
  return weights.map((w) => w / mean)
}

/** Fits the weights to one variable after the other, until all margins hold at once. */
export function rake(weights: readonly number[], margins: Margins, rounds = 200): number[] {
  const raked = [...weights]
  const shareOf = ({ places }: Category) => sum(places.map((i) => raked[i] ?? 0)) / sum(raked)
  for (let round = 0; round < rounds; round++) {
    for (const categories of margins) {
      const factors = categories.map((category) => category.share / shareOf(category))
      categories.forEach(({ places }, k) => {
        for (const i of places) raked[i] = (raked[i] ?? 0) * (factors[k] ?? 1)
      })
    }
    if (margins.flat().every((category) => Math.abs(shareOf(category) - category.share) < 1e-13)) return raked
  }
  throw new Error('the margins cannot be reached')
}

export interface Fitted {
  /** the weights at mean 1 */
  final: number[]
  /** the weights that the last raking started from */
  entering: readonly number[]
}

/** Rakes, clips to multiples of the mean weight, and rakes again, until margins and bounds both hold. */
export function rakeWithin(
  base: readonly number[],
  margins: Margins,
  [low, high]: readonly [number, number] = [0, Number.POSITIVE_INFINITY],
  rounds = 200,
): Fitted {
  let entering = base
  for (let round = 0; round < rounds; round++) {
    const final = atMeanOne(rake(entering, margins))
    if (final.every((w) => w >= low * (1 - 1e-9) && w <= high * (1 + 1e-9))) return { final, entering }
    entering = final.map((w) => Math.min(high, Math.max(low, w)))
  }
  throw new Error('margins and bounds contradict each other')
}

/**
 * What is left of a variable after its regression on an intercept and the dummies of all margins, weighted by
 * `entering`. The columns are made orthogonal one by one; what the earlier ones explain is left out.
 */
export function residuals(
  entering: readonly number[],
  margins: Margins,
): (z: readonly number[]) => readonly number[] {
  const product = (a: readonly number[], b: readonly number[]) =>
    sum(entering.map((d, i) => d * (a[i] ?? 0) * (b[i] ?? 0)))
  const directions: number[][] = []
  const without = (z: readonly number[]) =>
    directions.reduce<readonly number[]>((rest, one) => {
      const along = product(rest, one)
      return rest.map((value, i) => value - along * (one[i] ?? 0))
    }, z)
  const everyone = { share: 1, places: entering.map((_, i) => i) }
  for (const { places } of [everyone, ...margins.flat()]) {
    const inside = new Set(places)
    const column = entering.map((_, i) => (inside.has(i) ? 1 : 0))
    const rest = without(without(column))
    const length = product(rest, rest)
    if (length < 1e-12 * product(column, column)) continue
    directions.push(rest.map((value) => value / Math.sqrt(length)))
  }
  return (z) => without(without(z))
}
