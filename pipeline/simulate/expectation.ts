import { type Item, spread } from './population.ts'
import { bellAbove, bellDensity, bellReach } from './random.ts'

/** A value and its chance. */
export interface Node {
  at: number
  chance: number
}

/** A bell with standard deviation `scale` on a grid of `step` points. The error of the sums over it is below 1e-4. */
function gridOf(scale: number, step: number): Node[] {
  const reach = Math.ceil((bellReach * scale) / step)
  const nodes = Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const at = (index - reach) * step
    return { at, chance: bellDensity(at / scale) }
  })
  const total = nodes.reduce((sum, { chance }) => sum + chance, 0)
  return nodes.map(({ at, chance }) => ({ at, chance: chance / total }))
}

/** Lenience of the person plus impression of the company. */
export function feelings(step: number): Node[] {
  const sums = new Map<number, number>()
  const impressions = gridOf(spread.impression, step)
  for (const person of gridOf(spread.lenience, step))
    for (const rating of impressions) {
      const at = person.at + rating.at
      sums.set(at, (sums.get(at) ?? 0) + person.chance * rating.chance)
    }
  return [...sums].map(([at, chance]) => ({ at, chance }))
}

/** The worth of an answer: `start` for the lowest, `adds` more from each answer in `steps` on. */
export interface Worth {
  start: number
  steps: readonly number[]
  adds: number
}

export const points = ({ min, max }: Item): Worth => ({
  start: 0,
  steps: Array.from({ length: max - min }, (_, index) => min + 1 + index),
  adds: 100 / (max - min),
})
export const promotion: Worth = { start: -100, steps: [7, 9], adds: 100 }

/** Mean worth of a given answer among people of one group, the latent mean being `centre`. */
export function expected(
  item: Item,
  { start, steps, adds }: Worth,
  centre: number,
  nodes: readonly Node[],
): number {
  let sum = 0
  for (const step of steps) {
    const needed = (100 * (step - 0.5 - item.min)) / (item.max - item.min) - centre
    for (const { at, chance } of nodes) sum += chance * bellAbove((needed - item.loading * at) / item.noise)
  }
  return start + adds * sum
}
