/** explain: what is expected and experienced at a touchpoint, as measures of ratings (METHOD.md §17). */
import type { Study, Wave } from '../contract/study.ts'
import { hundred, type Measure, valid } from '../measures.ts'
import type { OpenWave } from '../read/wave.ts'

/** Where a touchpoint belongs. */
export interface Place {
  id: string
  channel: string | null
  /** the department that owns it */
  owner: string | null
  /** the step of the customer’s journey */
  step: string | null
}

export interface Touchpoint extends Place {
  /** SQL: the rating answered both questions */
  both: string
  /** SQL on 0-100 where it did */
  expected: Measure
  experienced: Measure
}

/** The touchpoints that a wave asks both questions of, and the items that do, in the order of the contract. */
export const touchpointsIn = (
  { contract }: Study,
  wave: Wave,
): (Place & { items: readonly [expected: string, experienced: string] })[] =>
  Object.entries(contract.touchpoints).flatMap(([id, touchpoint]) => {
    const { expected, experienced, channel = null, owner = null, step = null } = touchpoint
    const asked = wave.items[expected] !== null && wave.items[experienced] !== null
    return asked ? [{ id, channel, owner, step, items: [expected, experienced] as const }] : []
  })

/** The same in the wave that is loaded, as measures. */
export const touchpointsAsked = (study: Study, open: OpenWave): Touchpoint[] =>
  touchpointsIn(study, open.wave).flatMap(({ items, ...place }) => {
    const [e, p] = items.map((item) => open.items.findIndex(({ id }) => id === item))
    const [expected, experienced] = [open.items[e ?? -1], open.items[p ?? -1]]
    if (expected === undefined || experienced === undefined) return []
    const both = `(${valid(`item_${e}`)} and ${valid(`item_${p}`)})`
    const met = (sql: string): Measure => `case when ${both} then ${sql} end`
    return [
      {
        ...{ ...place, both },
        expected: met(hundred(expected, `item_${e}`)),
        experienced: met(hundred(experienced, `item_${p}`)),
      },
    ]
  })
