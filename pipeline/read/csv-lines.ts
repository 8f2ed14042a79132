/** Where a record of a csv file stands in it, for messages. */
import type { Place } from '../errors.ts'
import { chunks } from './plain.ts'
import type { Header, RawFile } from './reader.ts'

const [lf, cr, blank, quote] = [10, 13, 32, 34]

/** The line on which record number `record` starts (1: the header); records may hold line breaks, and lines may be empty. */
function lineOf(file: RawFile, { delimiter = ',' }: Header, record: number): number {
  const mark = delimiter.charCodeAt(0)
  let [records, line, before] = [0, 1, lf]
  let where: 'record' | 'value' | 'plain' | 'quoted' | 'closed' = 'record'
  for (const chunk of chunks(file.path))
    for (const byte of chunk) {
      const ends = byte === lf || byte === cr
      if (where === 'record' && !ends && ++records === record) return line
      if (ends && !(byte === lf && before === cr)) line++
      before = byte
      if (where === 'quoted') {
        if (byte === quote) where = 'closed'
      } else if (ends) where = 'record'
      else if (byte === mark) where = 'value'
      else if (byte === blank && where !== 'plain' && where !== 'closed') where = 'value'
      else if (byte !== quote || where === 'plain') where = 'plain'
      else where = 'quoted'
    }
  return line
}

/** A record as a person would look it up. */
export const placeOf = (file: RawFile, header: Header, record: number): Place => ({
  file: file.name,
  line: lineOf(file, header, record),
})
