/** The records of a csv file as they stand in it, for what the library that reads them does not tell. */
import type { Place } from '../errors.ts'
import { chunks } from './plain.ts'
import type { Header, RawFile } from './reader.ts'

const [lf, cr, blank, quote] = [10, 13, 32, 34]

/** A record: the line on which it starts, and how many values it has. */
interface CsvRecord {
  line: number
  values: number
}

/** All records, the header first; they may hold line breaks, and lines may be empty. */
function* recordsOf(file: RawFile, { delimiter = ',' }: Header): Generator<CsvRecord> {
  const mark = delimiter.charCodeAt(0)
  let [line, before] = [1, lf]
  let record: CsvRecord | undefined
  let where: 'value' | 'plain' | 'quoted' | 'closed' = 'value'
  for (const chunk of chunks(file.path))
    for (const byte of chunk) {
      const ends = byte === lf || byte === cr
      if (!ends) record ??= { line, values: 1 }
      if (ends && !(byte === lf && before === cr)) line++
      before = byte
      if (where === 'quoted') {
        if (byte === quote) where = 'closed'
      } else if (ends) {
        if (record !== undefined) yield record
        record = undefined
        where = 'value'
      } else if (byte === mark) {
        if (record !== undefined) record.values++
        where = 'value'
      } else if (byte === blank && where !== 'plain' && where !== 'closed') where = 'value'
      else if (byte !== quote || where === 'plain') where = 'plain'
      else where = 'quoted'
    }
  if (record !== undefined) yield record
}

/** The place of record number `number` (1: the header) as a person would look it up. */
export function placeOf(file: RawFile, header: Header, number: number): Place {
  let [records, line] = [0, 1]
  for (const record of recordsOf(file, header)) {
    line = record.line
    if (++records === number) break
  }
  return { file: file.name, line }
}

/** Whether a line ends with a delimiter: a search that costs next to nothing, and in many files the last. */
function endsEmpty(file: RawFile, { delimiter = ',' }: Header): boolean {
  const mark = delimiter.charCodeAt(0)
  let before = lf
  for (const chunk of chunks(file.path)) {
    for (const end of [lf, cr])
      for (let at = chunk.indexOf(end); at >= 0; at = chunk.indexOf(end, at + 1))
        if ((at === 0 ? before : chunk[at - 1]) === mark) return true
    before = chunk[chunk.length - 1] ?? lf
  }
  return before === mark
}

/** Whether a line that ends with a delimiter holds more of them than the header, or ends a value of several lines. */
function mayBeLong(file: RawFile, { delimiter = ',', names }: Header): boolean {
  const mark = delimiter.charCodeAt(0)
  let [marks, quotes, before] = [0, 0, lf]
  const isSuspect = () => before === mark && (marks >= names.length || quotes % 2 === 1)
  for (const chunk of chunks(file.path))
    for (const byte of chunk) {
      if (byte === mark) marks++
      else if (byte === quote) quotes++
      else if (byte === lf || byte === cr) {
        if (isSuspect()) return true
        marks = quotes = 0
      }
      before = byte
    }
  return isSuspect()
}

/**
 * The first record with empty values too many, which DuckDB passes over, and its number (1: the header); its other values
 * may have moved. None where all records have the same number of them: some programs end every line with a delimiter.
 */
export function longRecord(file: RawFile, header: Header): { number: number; values: number } | undefined {
  if (!endsEmpty(file, header) || !mayBeLong(file, header)) return undefined
  let number = 0
  let long: { number: number; values: number } | undefined
  let equal = true
  let first: number | undefined
  for (const { values } of recordsOf(file, header)) {
    if (++number === 1) continue
    if (values > header.names.length) long ??= { number, values }
    first ??= values
    equal &&= values === first
  }
  return equal ? undefined : long
}
