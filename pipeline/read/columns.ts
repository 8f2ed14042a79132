/** SQL expressions that turn a raw column into what the contract means by it. Nothing becomes a wrong number or a silent blank. */

import type { Item, MissingKind } from '../contract/study.ts'
import { literal } from '../db.ts'
import type { ColumnKind } from './reader.ts'

/** How an answer that is no answer is kept; valid answers lie above, so that one byte holds the usual scales. */
export const missingCodes: Readonly<Record<MissingKind, number>> = {
  not_asked: -121,
  dont_know: -122,
  refused: -123,
  not_applicable: -124,
}
/** A value that is neither on the scale nor a declared missing code. */
export const offScale = -128
/** The contract allows no lower answer. */
export const lowestAnswer = -100

export interface RawColumn {
  /** SQL expression of the raw value: a number, or a text without blanks around it */
  sql: string
  kind: ColumnKind
  decimal: '.' | ','
  /** what the file writes → what the contract means */
  values: Readonly<Record<string, string>>
}

/** A text column of a raw file without the blanks around it; null where nothing is left. */
export const trimmed = (sql: string): string =>
  `nullif(trim(${sql}::varchar, ' ' || chr(9) || chr(10) || chr(13) || chr(160)), '')`

/** The value as text, recoded; null where blank. */
export function textOf({ sql, kind, values }: RawColumn): string {
  const whole = `${sql} = round(${sql}) and abs(${sql}) < 1e15`
  const text =
    kind === 'text' ? sql : `case when ${whole} then ${sql}::bigint::varchar else ${sql}::varchar end`
  const meant = (to: string) => (to === '' || to === 'BLANK' ? 'null' : literal(to))
  const recodings = Object.entries(values).map(([from, to]) => `when ${literal(from)} then ${meant(to)}`)
  return recodings.length === 0 ? text : `case ${text} ${recodings.join(' ')} else ${text} end`
}

/** The value as a number; null where it is blank or no decimal number. */
export function numberOf(column: RawColumn): string {
  if (column.kind === 'number') return `${column.sql}::double`
  const text = textOf(column)
  const mark = column.decimal === ',' ? '[,]' : '[.]'
  const pattern = `[+-]?([0-9]+(${mark}[0-9]*)?|${mark}[0-9]+)([eE][+-]?[0-9]+)?`
  return `case when regexp_full_match(${text}, ${literal(pattern)}) then try_cast(replace(${text}, ',', '.') as double) end`
}

/** A whole number as smallint; null where it is none. `3.7`, `0x10`, `1e1` and `NaN` are none, `8.0` is 8. */
function wholeOf(column: RawColumn): string {
  if (column.kind === 'number') {
    const inside = `${column.sql} between -32000 and 32000 and ${column.sql} = round(${column.sql})`
    return `case when ${inside} then ${column.sql}::smallint end`
  }
  const text = textOf(column)
  const mark = column.decimal === ',' ? '[,]' : '[.]'
  const quick = `try_cast(${text} as smallint)`
  const slow = `regexp_full_match(${text}, ${literal(`[+-]?[0-9]{1,5}(${mark}0*)?`)})`
  return `case when ${quick}::varchar = ${text} then ${quick} when ${slow} then try_cast(try_cast(replace(${text}, ',', '.') as double) as smallint) end`
}

/** The answer as a small whole number: on the scale, or a missing code, or `offScale`. */
export function answerOf(column: RawColumn, item: Item): string {
  const { min, max } = item.scale
  const type = max <= 127 ? 'tinyint' : 'smallint'
  const codes = Object.entries(item.missing).filter(([code]) => code !== 'BLANK')
  const blank = missingCodes[item.missing.BLANK ?? 'not_asked']
  const numbers = codes.filter(([code]) => /^[+-]?\d+$/.test(code))
  const texts = codes.filter(([code]) => !/^[+-]?\d+$/.test(code))
  const ofNumber = (value: string) => {
    const cases = numbers.map(([code, kind]) => `when ${Number(code)} then ${missingCodes[kind]}`)
    const other = cases.length === 0 ? `${offScale}` : `case ${value} ${cases.join(' ')} else ${offScale} end`
    return `case when ${value} between ${min} and ${max} then ${value} else ${other} end`
  }
  if (column.kind === 'number' && Object.keys(column.values).length === 0) {
    const whole = `${column.sql} = round(${column.sql})`
    return `(case when ${column.sql} is null then ${blank} when ${whole} then ${ofNumber(column.sql)} else ${offScale} end)::${type}`
  }
  const text = textOf(column)
  const words = texts.map(
    ([code, kind]) => `when lower(${text}) = lower(${literal(code)}) then ${missingCodes[kind]}`,
  )
  const whole = wholeOf({ ...column, sql: text, kind: 'text', values: {} })
  return `(case when ${text} is null then ${blank} ${words.join(' ')} else ${ofNumber(whole)} end)::${type}`
}
