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

/** A value that fewer rows hold may belong to one person: no file tells it. */
const fewest = 5
/** of so many different numbers even the smallest and the largest may */
const manyNumbers = 200

/** What a column holds, in a few words; nothing that one person alone may have said. */
export function holds(
  { filled, distinct, values, numbers, smallest, largest }: Column,
  rows: number,
): string {
  if (filled === 0) return 'empty'
  const blank = filled === rows ? '' : `, ${percent(rows - filled, rows)} blank`
  const written = ({ value }: { value: string }) => oneLine(value).slice(0, 40)
  if (distinct <= 8 && values.every(({ n }) => n >= fewest))
    return `${values.map((one) => `${written(one)}: ${counted(one.n)}`).join(', ')}${blank}`
  const [first] = values
  const example = first !== undefined && first.n >= fewest ? `, such as ${written(first)}` : ''
  const range = distinct <= manyNumbers ? ` from ${smallest} to ${largest}` : ''
  return `${counted(distinct)} different values${numbers === filled ? `, numbers${range}` : example}${blank}`
}
