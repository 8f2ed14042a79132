/** What is known of a wave before anything is proposed. */
import { counted, percent } from './draft.ts'
import type { Question } from './items.ts'
import type { Opened } from './open.ts'
import type { Column } from './profile.ts'
import type { Roles } from './roles.ts'
import { oneLine } from './segments.ts'

/** What is known of a wave. */
export interface Read {
  opened: Opened
  roles: Roles
  questions: readonly Question[]
  /** value of the company column → industry, where a column tells */
  industries: ReadonlyMap<string, string>
}

/** The column of a wave with this name. */
export const columnOf = ({ opened }: Read, name: string | undefined): Column | undefined =>
  opened.columns.find((column) => column.name === name)

/** What a column holds, in a line. */
export function summary(
  { name, filled, distinct, values, numbers, smallest, largest }: Column,
  rows: number,
): string {
  if (filled === 0) return `${oneLine(name)}: empty`
  const blank = filled === rows ? '' : `, ${percent(rows - filled, rows)} blank`
  if (distinct <= 8) {
    const listed = values.map(({ value, n }) => `${oneLine(value).slice(0, 40)}: ${counted(n)}`)
    return `${oneLine(name)}: ${listed.join(', ')}${blank}`
  }
  const what =
    numbers === filled
      ? `numbers from ${smallest} to ${largest}`
      : `such as ${oneLine(values[0]?.value ?? '').slice(0, 40)}`
  return `${oneLine(name)}: ${counted(distinct)} different values, ${what}${blank}`
}
