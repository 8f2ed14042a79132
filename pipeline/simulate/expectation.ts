/** Mean answers by numerical integration: tables of chances, shared by all companies of a kind of industry. */
import type { Scale } from './answer.ts'
import { bellNodes, type Node, sumOf } from './distribution.ts'
import { drivers, effect, type IndustryKind, slopes } from './drivers.ts'
import type { Item } from './items.ts'
import { genders, halves, markets, spread, strata } from './population.ts'
import { bellAbove } from './random.ts'

/** Groups that truth may be asked for one at a time; the others then as they are in the population. */
export type Condition = Readonly<Partial<Record<'gender' | 'market' | 'stratum' | 'half', string>>>

/** The worth of an answer: `start` for the lowest, `adds` more from each answer in `steps` on. */
export interface Worth {
  start: number
  steps: readonly number[]
  adds: number
}

export const points = ({ min, max }: Scale): Worth => ({
  start: 0,
  steps: Array.from({ length: max - min }, (_, index) => min + 1 + index),
  adds: 100 / (max - min),
})
export const promotion: Worth = { start: -100, steps: [7, 9], adds: 100 }

/** The latent value from which the answer is `answer` or higher. */
export const threshold = ({ min, max }: Scale, answer: number): number =>
  (100 * (answer - 0.5 - min)) / (max - min)

function groupNodes<T extends { name: string; population: number; lenience: number }>(
  groups: readonly T[],
  only: string | undefined,
): Node[] {
  const chosen = groups.filter(({ name }) => only === undefined || name === only)
  const total = chosen.reduce((sum, { population }) => sum + population, 0)
  return chosen.map(({ lenience, population }) => ({ at: lenience, chance: population / total }))
}

/** The bell in nodes fine enough for a kink in its middle. */
const fineBell = bellNodes(100).map(({ at, chance }) => ({ at: at / 100, chance }))

/** Everything that moves the latent answer away from its centre, except the noise of the item. */
function movements(item: Item, kind: IndustryKind, condition: Condition): Node[] {
  const { loading } = item
  const scaled = (nodes: readonly Node[]) => nodes.map(({ at, chance }) => ({ at: loading * at, chance }))
  const parts = [
    scaled(groupNodes(strata, condition.stratum)),
    scaled(groupNodes(genders, condition.gender)),
    scaled(groupNodes(markets, condition.market)),
    bellNodes(loading * spread.lenience),
    bellNodes(loading * spread.impression),
    ...item.loads.map(([, load]) => bellNodes(load)),
  ]
  if (item.drivers > 0)
    for (const driver of drivers)
      parts.push(
        fineBell.map(({ at, chance }) => ({ at: item.drivers * effect(slopes[kind][driver], at), chance })),
      )
  if (item.ordered) {
    const chosen = halves.filter(({ name }) => condition.half === undefined || name === condition.half)
    parts.push(chosen.map(({ shift }) => ({ at: shift, chance: 1 / chosen.length })))
  }
  return sumOf(parts)
}

const step = 1
const reach = 200

/** Chance that centre 0 plus movements plus noise reaches a distance, at every `step` from −`reach` to `reach`. */
function chancesOf(nodes: readonly Node[], noise: number): Float64Array {
  return Float64Array.from({ length: 2 * (reach / step) + 1 }, (_, index) => {
    const distance = index * step - reach
    let sum = 0
    for (const { at, chance } of nodes) sum += chance * bellAbove((distance - at) / noise)
    return sum
  })
}

/** Between four neighbours of the table: a cubic through the two in the middle with slopes from the outer ones. */
function between(table: Float64Array, distance: number): number {
  const position = (Math.min(reach - 2, Math.max(2 - reach, distance)) + reach) / step
  const place = Math.floor(position)
  const x = position - place
  const a = table[place - 1] ?? 0
  const b = table[place] ?? 0
  const c = table[place + 1] ?? 0
  const d = table[place + 2] ?? 0
  return b + 0.5 * x * (c - a + x * (2 * a - 5 * b + 4 * c - d + x * (3 * (b - c) + d - a)))
}

/** Mean worth of a given answer to an item, as a function of the latent centre. */
export type Expectation = (worth: Worth, centre: number) => number

/** Expectations by item, kind of industry and condition; a table is made when it is first asked for. */
export function expectations(): (item: Item, kind: IndustryKind, condition: Condition) => Expectation {
  const tables = new Map<string, Float64Array>()
  return (item, kind, condition) => {
    const { loading, loads, noise, ordered } = item
    const hinged = item.drivers > 0 ? `${item.drivers} ${kind}` : ''
    const key = JSON.stringify([loading, loads.map(([, load]) => load), noise, ordered, hinged, condition])
    const table = tables.get(key) ?? chancesOf(movements(item, kind, condition), noise)
    tables.set(key, table)
    return ({ start, steps, adds }, centre) => {
      let sum = 0
      for (const answer of steps) sum += between(table, threshold(item, answer) - centre)
      return start + adds * sum
    }
  }
}
