import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { type Options, parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { type Database, fileLiteral, literal } from '../db.ts'
import { UserError } from '../errors.ts'
import { trimmed } from './columns.ts'
import type { Header, RawFile, Reader } from './reader.ts'

const delimiters = [',', ';', '\t', '|']
const headBytes = 1 << 20

function head(file: RawFile): string {
  const descriptor = openSync(file.path, 'r')
  try {
    const bytes = Buffer.alloc(headBytes)
    const size = readSync(descriptor, bytes, 0, headBytes, 0)
    if (['fffe', 'feff'].includes(bytes.toString('hex', 0, 2)))
      throw new UserError({
        what: 'the file is UTF-16',
        where: file.name,
        hint: 'write csv: { encoding: utf-16 } in the wave',
      })
    const text = bytes.toString('utf8', 0, size)
    return text.replace(/^\ufeff/, '')
  } finally {
    closeSync(descriptor)
  }
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

/** The delimiter under which the header holds most of the columns that the contract asks for. */
function bestHeader(file: RawFile, wanted: readonly string[]) {
  const text = head(file)
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
    (a, b) => (a === undefined || b.hits > a.hits ? b : a),
    undefined,
  )
  if (best === undefined || best.names.length === 0)
    throw new UserError({
      what: 'no header row',
      where: `${file.name} line 1`,
      hint: 'the first row must hold the column names',
    })
  const emptyLines = /^[\r\n]*/.exec(text)?.[0].split(/\r\n|\r|\n/).length ?? 1
  return { ...best, emptyLines: emptyLines - 1 }
}

const advice = (message: string): string => {
  if (/unterminated quote/i.test(message)) return 'a quote (") is opened and not closed'
  if (/utf-8|unicode/i.test(message))
    return 'the file is not UTF-8: name its encoding in csv.encoding of the wave'
  const columns = /Expected Number of Columns: (\d+) Found: (\d+)/.exec(message)
  return columns === null
    ? 'mend the line, or describe the file in csv of the wave; line ends may be mixed, or a value larger than 2 MB'
    : `${columns[1]} columns expected, ${columns[2]} found`
}

/** Beyond this size a record is named by its number: finding its line takes a second reading of the file. */
const largestSearch = 1 << 28

/** The line on which record number `record` starts (1: the header); records may hold line breaks, and lines may be empty. */
function placeOf(file: RawFile, { delimiter = ',' }: Header, record: number): string {
  if (statSync(file.path).size > largestSearch) return `${file.name} record ${record}`
  const bytes = readFileSync(file.path)
  const relaxed = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true }
  const options: Options = { ...relaxed, delimiter, bom: true, info: true, from: record - 1, to: record - 1 }
  const [before] = parse(bytes, options) as unknown as { info: { bytes: number } }[]
  let start = record === 1 ? 0 : (before?.info.bytes ?? bytes.length)
  while (bytes[start] === 10 || bytes[start] === 13) start++
  return `${file.name} line ${bytes.toString('latin1', 0, start).split(/\r\n|\r|\n/).length}`
}

function asUserError(error: unknown, file: RawFile, header: Header): UserError {
  const message = error instanceof Error ? error.message : String(error)
  const record = /CSV Error on Line: (\d+)/.exec(message)?.[1]
  const where = record === undefined ? file.name : placeOf(file, header, Number(record))
  return new UserError({ what: 'cannot be read as csv', where, hint: advice(message) })
}

/** Csv: every column is read as text and validated before it becomes a number. */
export const csv: Reader = {
  endings: ['.csv'],
  header: async (_db: Database, file: RawFile, wanted): Promise<Header> => {
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

/** The encodings that are read as they are; others are turned into UTF-8 first. */
export const isUtf8 = (encoding: string | undefined): boolean =>
  encoding === undefined || /^utf-?8$/i.test(encoding)

/** Writes the file as UTF-8 to `target`. */
export function decoded(
  file: RawFile,
  target: string,
  write: (path: string, bytes: Buffer) => void,
): RawFile {
  const encoding = file.csv.encoding ?? 'utf-8'
  if (!iconv.encodingExists(encoding))
    throw new UserError({
      what: 'unknown encoding',
      value: encoding,
      where: file.name,
      hint: 'for example utf-8, windows-1252, latin-1, utf-16',
    })
  write(target, iconv.encode(iconv.decode(readFileSync(file.path), encoding), 'utf-8'))
  return { ...file, path: target }
}
