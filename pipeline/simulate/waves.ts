import { type Habit, habitOf } from './habits.ts'
import { items } from './items.ts'
import { hasBegun, type Phase } from './phases.ts'

/** A wave, what it asks, and the habits of the supplier who delivers it. */
export interface Wave extends Habit {
  id: string
  index: number
  isLast: boolean
  /** role → column, in the order of the file */
  columns: Readonly<Record<string, string>>
  /** item → column, of the items asked, in the order of the file */
  itemColumns: ReadonlyMap<string, string>
  has(phase: Phase): boolean
}

const lastYear = 2025

/** The waves up to 2025. */
export function wavesOf(count: number): Wave[] {
  const years = Array.from({ length: count }, (_, index) => String(lastYear - count + 1 + index))
  return years.map((id, index): Wave => {
    const habit = habitOf(years, index)
    const has = (phase: Phase) => hasBegun(phase, index, count)
    const asked = items.filter(({ from, until }) => has(from) && (until === undefined || !has(until)))
    const later: Readonly<Record<string, Phase>> = {
      half: 'digital',
      persona: 'explain',
      channel: 'explain',
    }
    const roles = Object.entries(habit.roles).filter(([role]) => {
      const phase = later[role]
      return phase === undefined || has(phase)
    })
    return {
      ...habit,
      id,
      index,
      isLast: index === count - 1,
      columns: Object.fromEntries(roles),
      itemColumns: new Map(
        asked.map((item) => [item.id, habit.numbered ? `q${items.indexOf(item) + 1}` : item.id]),
      ),
      has,
    }
  })
}

/** Items that some wave asks. */
export const askedItems = (waves: readonly Wave[]): (typeof items)[number][] =>
  items.filter(({ id }) => waves.some(({ itemColumns }) => itemColumns.has(id)))
