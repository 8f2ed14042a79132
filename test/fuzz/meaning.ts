/** What one cell means under the contract. */
import type { Item, MissingKind } from '../../pipeline/contract/study.ts'
import type { Cell } from './plain-files.ts'

/** A rating as delivered. Answers are whole numbers, kinds of missing answers, or `off`. */
export interface Rating {
  place: string
  cells: Map<string, Cell>
  respondent: string | null
  company: string | null
}

/** How the contract writes the empty value. */
export const isBlank = (text: string): boolean => text === '' || text === 'BLANK'

/** A cell as text: whole numbers without a point, and what is no number as the contract may name it. */
export function textOf(cell: Cell): string | null {
  if (Number.isNaN(cell)) return 'nan'
  if (typeof cell === 'number' && Number.isInteger(cell) && Math.abs(cell) < 1e15) return String(BigInt(cell))
  return cell === null ? null : String(cell)
}

/** A cell as the id of something: what is no number is none. */
export const keyOf = (cell: Cell): string | null => (Number.isNaN(cell) ? null : textOf(cell))

/** A cell after `values` of the contract. */
export function recoded(cell: Cell, values: Readonly<Record<string, string>> = {}): Cell {
  const text = textOf(cell)
  const found = Object.entries(values).find(([from]) => (isBlank(from) ? text === null : text === from))
  if (found === undefined) return cell
  return isBlank(found[1]) ? null : found[1]
}

function wholeOf(cell: Cell, mark: string): number | undefined {
  if (typeof cell !== 'string')
    return typeof cell === 'number' && !Number.isInteger(cell) ? undefined : Number(cell)
  if (!new RegExp(`^[+-]?\\d{1,5}([${mark}]0*)?$`).test(cell)) return undefined
  const value = Number.parseInt(cell, 10)
  return value <= 32767 && value >= -32768 ? value : undefined
}

/** The answer that a cell gives to an item. */
export function answerOf(cell: Cell, item: Item, mark: string): number | MissingKind | 'off' {
  if (cell === null) return item.missing.BLANK ?? 'not_asked'
  const whole = wholeOf(cell, mark)
  if (whole !== undefined && whole >= item.scale.min && whole <= item.scale.max) return whole + 0
  for (const [code, kind] of Object.entries(item.missing)) {
    if (/^[+-]?\d+$/.test(code) && Number(code) === whole) return kind
    if (typeof cell === 'string' && code !== 'BLANK' && code.toLowerCase() === cell.toLowerCase()) return kind
  }
  return 'off'
}

/** A cell as a number; NaN where it is none. */
export function numberOf(cell: Cell, mark: string): number {
  if (typeof cell !== 'string') return cell === null ? Number.NaN : Number(cell)
  const pattern = new RegExp(`^[+-]?(\\d+([${mark}]\\d*)?|[${mark}]\\d+)([eE][+-]?\\d+)?$`)
  return pattern.test(cell) ? Number(cell.replace(',', '.')) : Number.NaN
}
