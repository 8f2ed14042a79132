/** explain: what is expected and experienced at a touchpoint, as measures of ratings (METHOD.md §17). */
import type { Study, Wave } from '../contract/study.ts'
import { hundred, type Measure, valid } from '../measures.ts'
import type { OpenWave } from '../read/wave.ts'

export interface Touchpoint {
  id: string
  channel: string | null
  /** the department that owns it */
  owner: string | null
  /** the step of the customer’s journey */
  step: string | null
  /** SQL: the rating answered both questions */
  both: string
  /** SQL on 0-100 where it did */
  expected: Measure
  experienced: Measure
}

/** The ids of the touchpoints that a wave asks both questions of, in the order of the contract. */
export const touchpointsOf = ({ contract }: Study, wave: Wave): string[] =>
  Object.entries(contract.touchpoints).flatMap(([id, { expected, experienced }]) =>
    [expected, experienced].every((item) => wave.items[item] !== null) ? [id] : [],
  )

/** The touchpoints that the wave asks both questions of, in the order of the contract. */
export function touchpointsAsked({ contract }: Study, { items }: OpenWave): Touchpoint[] {
  return Object.entries(contract.touchpoints).flatMap(([id, touchpoint]): Touchpoint[] => {
    const [e, p] = [touchpoint.expected, touchpoint.experienced].map((item) =>
      items.findIndex((one) => one.id === item),
    )
    const [expected, experienced] = [items[e ?? -1], items[p ?? -1]]
    if (expected === undefined || experienced === undefined) return []
    const { channel = null, owner = null, step = null } = touchpoint
    const both = `(${valid(`item_${e}`)} and ${valid(`item_${p}`)})`
    const met = (sql: string): Measure => `case when ${both} then ${sql} end`
    return [
      {
        ...{ id, channel, owner, step, both },
        expected: met(hundred(expected, `item_${e}`)),
        experienced: met(hundred(experienced, `item_${p}`)),
      },
    ]
  })
}
