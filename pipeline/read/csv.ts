import { parse } from 'csv-parse/sync'
import { fileLiteral, literal } from '../db.ts'
import { located, type Place, UserError } from '../errors.ts'
import { trimmed } from './columns.ts'
import { chunks } from './plain.ts'
import type { Header, RawFile, Reader } from './reader.ts'

const delimiters = [',', ';', '\t', '|']
const headBytes = 1 << 20

function head(file: RawFile): string {
  const [first] = chunks(file.path, headBytes)
  return first?.toString('utf8').replace(/^\ufeff/, '') ?? ''
}

const names = (text: string, delimiter: string): string[] => {
  const [first] = parse(text, {
    delimiter,
    to: 1,
    relax_column_count: true,
    skip_empty_lines: true,
  }) as string[][]
  return (first ?? []).map((name) => name.trim())
}

/** The delimiter under which the header holds most of the columns that the contract asks for, or else most columns. */
function bestHeader(file: RawFile, wanted: readonly string[]) {
  const text = head(file)
  const emptyLines = (/^[\r\n]*/.exec(text)?.[0].split(/\r\n|\r|\n/).length ?? 1) - 1
  const tries = (file.csv.delimiter === undefined ? delimiters : [file.csv.delimiter]).flatMap(
    (delimiter) => {
      try {
        const found = names(text, delimiter)
        return [{ names: found, delimiter, hits: wanted.filter((name) => found.includes(name)).length }]
      } catch {
        return []
      }
    },
  )
  const best = tries.reduce<(typeof tries)[number] | undefined>(
    (a, b) =>
      a === undefined || b.hits > a.hits || (b.hits === a.hits && b.names.length > a.names.length) ? b : a,
    undefined,
  )
  if (best === undefined && text !== '')
    throw new UserError({
      what: 'cannot be read as csv',
      ...located({ file: file.name, line: emptyLines + 1 }),
      ...complaint('unterminated quote'),
    })
  if (best === undefined || best.names.length === 0)
    throw new UserError({
      what: 'the file is empty',
      ...located({ file: file.name }),
      hint: 'its first row must hold the column names: deliver it again',
    })
  return { ...best, emptyLines }
}

/** What the reader of csv complains of, in our words. */
function complaint(message: string): { value?: string; hint: string } {
  if (/unterminated quote/i.test(message))
    return {
      value: 'a quote (") that is not closed where its value ends',
      hint: 'close it; a quote inside a quoted value is written twice: "Bob ""B"" Ltd"',
    }
  if (/utf-8|unicode/i.test(message))
    return {
      value: 'not UTF-8',
      hint: 'name its encoding in csv.encoding of the wave, for example windows-1252',
    }
  const [, columns, found] = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message) ?? []
  if (found !== undefined)
    return {
      value: `${found} values instead of ${columns}`,
      hint: 'put quotes around values that hold the delimiter, or mend the line',
    }
  return {
    hint: 'mend the line, or describe the file in csv of the wave; line ends may be mixed, or a value larger than 2 MB',
  }
}

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

const placeOf = (file: RawFile, header: Header, record: number): Place => ({
  file: file.name,
  line: lineOf(file, header, record),
})

function asUserError(error: unknown, file: RawFile, header: Header): UserError {
  const message = error instanceof Error ? error.message : String(error)
  const record = /CSV Error on Line: (\d+)/.exec(message)?.[1]
  const at = record === undefined ? { file: file.name } : placeOf(file, header, Number(record))
  return new UserError({ what: 'cannot be read as csv', ...located(at), ...complaint(message) })
}

/** Csv: every column is read as text and validated before it becomes a number. */
export const csv: Reader = {
  endings: ['.csv', '.csv.gz'],
  header: async (_db, file, wanted) => {
    const { names: found, delimiter, emptyLines } = bestHeader(file, wanted)
    return { names: found, kinds: found.map(() => 'text'), delimiter, emptyLines }
  },
  load: async (db, file, header, positions, relation) => {
    const columns = header.names.map((_, position) => `c${position}: 'varchar'`).join(', ')
    const chosen = positions.map((position, k) => `${trimmed(`c${position}`)} as c${k}`).join(', ')
    const options = `auto_detect = false, header = true, skip = ${header.emptyLines ?? 0}, delim = ${literal(header.delimiter ?? ',')}, quote = '"', escape = '"', strict_mode = true, null_padding = false`
    try {
      await db.run(
        `create or replace table ${relation}_file as select ${chosen} from read_csv(${fileLiteral(file.path)}, hive_partitioning = false, columns = {${columns}}, ${options})`,
      )
    } catch (error) {
      throw asUserError(error, file, header)
    }
    await db.run(
      `create or replace temp view ${relation} as select rowid - ${file.csv.header_rows - 1} as row, * from ${relation}_file where rowid >= ${file.csv.header_rows - 1}`,
    )
  },
  place: (file, header, row) => placeOf(file, header, row + file.csv.header_rows + 1),
}
