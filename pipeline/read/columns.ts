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

/** What is taken off both ends of a text, and SQL of it. */
export const blanks = [9, 10, 13, 32, 160, 65279]
export const blankLetters = blanks.map((code) => `chr(${code})`).join(' || ')

/**
 * A text column of a raw file without the blanks around it; null where nothing is left. Most values are one letter, or hold no
 * blank;
 * `first`: a case that is tried before those that do are trimmed.
 */
export function trimmed(column: string, first?: string): string {
  const text = `${column}::varchar`
  const holdsBlank = blanks.map((code) => `contains(${text}, chr(${code}))`).join(' or ')
  const bare = `nullif(trim(${text}, ${blankLetters}), '')`
  const held = first === undefined ? bare : `case ${first} else ${bare} end`
  return `case when strlen(${text}) = 1 and ${text} > ' ' then ${text} when ${text} = '' then null when ${holdsBlank} then ${held} else ${text} end`
}

const whole = (sql: string): string => `${sql} = round(${sql}) and abs(${sql}) < 1e15`

/** The value as text, recoded; null where blank. `otherwise`: SQL of a value that `values` does not name as it stands. */
export function textOf({ sql, kind, values }: RawColumn, otherwise?: string): string {
  const text = {
    text: sql,
    integer: `${sql}::varchar`,
    number: `case when ${whole(sql)} then ${sql}::bigint::varchar else ${sql}::varchar end`,
  }[kind]
  const meant = (to: string) => (to === '' || to === 'BLANK' ? 'null' : literal(to))
  const isBlank = (from: string) => from === '' || from === 'BLANK'
  const recodings = Object.entries(values).map(([from, to]) =>
    isBlank(from)
      ? `when ${text} is null then ${meant(to)}`
      : `when ${text} = ${literal(from)} then ${meant(to)}`,
  )
  return recodings.length === 0 ? text : `case ${recodings.join(' ')} else ${otherwise ?? text} end`
}

/** As `textOf`, for numbers: `1.0` and `01` in a text column are the 1 that `values` names, as they would be in Parquet. */
function numberText(column: RawColumn): string {
  const { sql, kind, decimal, values } = column
  const named = Object.entries(values).filter(([from]) => /^-?(0|[1-9]\d{0,4})$/.test(from))
  if (kind !== 'text' || named.length === 0) return textOf(column)
  const pattern = `^([+]|(-))?0*([0-9]{1,5})(${decimal === ',' ? '[,]' : '[.]'}0*)?$`
  const plain = `regexp_replace(${sql}, ${literal(pattern)}, '\\2\\3')`
  const meanings = named.map(([from, to]) => `${literal(from)}: ${literal(to === 'BLANK' ? '' : to)}`)
  return textOf(column, `nullif(coalesce(map {${meanings.join(', ')}}[${plain}], ${sql}), '')`)
}

/** The value as a number; null where it is blank or no decimal number. */
export function numberOf(column: RawColumn): string {
  if (column.kind !== 'text' && Object.keys(column.values).length === 0) return `${column.sql}::double`
  const text = numberText(column)
  const mark = column.decimal === ',' ? '[,]' : '[.]'
  const pattern = `[+-]?([0-9]+(${mark}[0-9]*)?|${mark}[0-9]+)([eE][+-]?[0-9]+)?`
  return `case when regexp_full_match(${text}, ${literal(pattern)}) then try_cast(replace(${text}, ',', '.') as double) end`
}

/** The group of the contract that a number falls into, as text; null where it is blank or in no group. */
export function groupOf(
  column: RawColumn,
  groups: Readonly<Record<string, readonly [number, number]>>,
): string {
  const number = numberOf(column)
  const cases = Object.entries(groups).map(
    ([group, [low, high]]) => `when ${number} between ${low} and ${high} then ${literal(group)}`,
  )
  return `case ${cases.join(' ')} end`
}

/** A text as smallint; null where it is no whole number. `3.7`, `0x10`, `1e1` and `NaN` are none, `8.0` is 8. */
function wholeText(text: string, decimal: '.' | ','): string {
  const mark = decimal === ',' ? '[,]' : '[.]'
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
  const coded = (code: number) => `(${code})::${type}`
  // The usual answer first: every rating passes here once per item.
  const ofNumber = (value: string, otherwise: string) => {
    const missing = numbers.map(
      ([code, kind]) => `when ${value} = ${Number(code)} then ${coded(missingCodes[kind])}`,
    )
    return `case when ${value} between ${min} and ${max} then ${value}::${type} ${missing.join(' ')} ${otherwise} else ${coded(offScale)} end`
  }
  if (column.kind !== 'text' && Object.keys(column.values).length === 0) {
    const answer = ofNumber(column.sql, `when ${column.sql} is null then ${coded(blank)}`)
    if (column.kind === 'integer') return answer
    return `case when ${column.sql} is null or ${whole(column.sql)} then ${answer} else ${coded(offScale)} end`
  }
  const text = numberText(column)
  const words = codes.map(
    ([code, kind]) => `when lower(${text}) = lower(${literal(code)}) then ${coded(missingCodes[kind])}`,
  )
  return ofNumber(
    wholeText(text, column.decimal),
    `when ${text} is null then ${coded(blank)} ${words.join(' ')}`,
  )
}
