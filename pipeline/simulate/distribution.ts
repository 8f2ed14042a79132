/** Distributions on a grid, as sums of independent parts. The error of the means computed from them is below 0.01 points. */
import { bellDensity, bellReach } from './random.ts'

/** A value and its chance. */
export interface Node {
  at: number
  chance: number
}

const step = 0.5

/** The standardised bell, stretched to `scale`, in enough nodes for any scale in use. */
export function bellNodes(scale: number): Node[] {
  const count = Math.max(8, Math.ceil((bellReach * scale) / step))
  const nodes = Array.from({ length: 2 * count + 1 }, (_, index) => {
    const z = (bellReach * (index - count)) / count
    return { at: z * scale, chance: bellDensity(z) }
  })
  const total = nodes.reduce((sum, { chance }) => sum + chance, 0)
  return nodes.map(({ at, chance }) => ({ at, chance: chance / total }))
}

/** The distribution of `sum` + a part: chances by place on the grid. Between two places a value is divided so that means hold. */
function plus(sum: ReadonlyMap<number, number>, part: readonly Node[]): Map<number, number> {
  const next = new Map<number, number>()
  const add = (place: number, chance: number) => next.set(place, (next.get(place) ?? 0) + chance)
  const shares = new Map<number, number>()
  for (const { at, chance } of part) {
    const place = Math.floor(at / step)
    const above = at / step - place
    shares.set(place, (shares.get(place) ?? 0) + chance * (1 - above))
    shares.set(place + 1, (shares.get(place + 1) ?? 0) + chance * above)
  }
  for (const [place, chance] of sum) for (const [move, share] of shares) add(place + move, chance * share)
  return next
}

/** The sum of independent parts. */
export const sumOf = (parts: readonly (readonly Node[])[]): Node[] =>
  [...parts.reduce<ReadonlyMap<number, number>>(plus, new Map([[0, 1]]))].map(([place, chance]) => ({
    at: place * step,
    chance,
  }))
