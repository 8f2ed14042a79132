/** The raw files of a wave read by other libraries than the program's, cell by cell. */

import { isUtf8 } from 'node:buffer'
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { DataType, tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { type Database, identifier, literal } from '../../pipeline/db.ts'
import { jsonValues, Written } from './plain-json.ts'

export type Cell = string | number | bigint | null

/** A file as rows of cells, a cell per wanted column. */
export type Rows = Cell[][]

/** How the contract says that the file is to be read. */
export interface Form {
  delimiter?: string | undefined
  encoding?: string | undefined
  header_rows: number
}

/** Why a file cannot be read, in the words of the library that tried. */
export class Unreadable extends Error {}

const blanks = '[\\t\\n\\r \\u00a0\\ufeff]'
const around = new RegExp(`^${blanks}+|${blanks}+$`, 'g')
/** A text without the blanks around it; null where nothing is left. */
export const stripped = (text: string): string | null => text.replace(around, '') || null

/** The texts that the bytes may mean; several where nothing but a guess tells. */
function texts(bytes: Buffer, encoding: string | undefined): string[] {
  if (encoding !== undefined && !/^utf-?8$/i.test(encoding)) return [iconv.decode(bytes, encoding)]
  // Columns that nothing uses may hold what they like: only the bytes of those in use must be UTF-8.
  if (encoding !== undefined) return [bytes.toString('utf8')]
  const mark = bytes.toString('hex', 0, 2)
  if (mark === 'fffe') return [iconv.decode(bytes, 'utf-16le')]
  if (mark === 'feff') return [iconv.decode(bytes, 'utf-16be')]
  const guesses = bytes.includes(0) ? ['utf-16le', 'utf-16be'] : []
  return [isUtf8(bytes) ? 'utf-8' : 'windows-1252', ...guesses].map((guess) => iconv.decode(bytes, guess))
}

const place = (names: readonly string[], wanted: readonly string[]): number[] =>
  wanted.map((name) => {
    const at = names.indexOf(name)
    if (at < 0) throw new Unreadable(`no column ${name}`)
    if (names.lastIndexOf(name) !== at) throw new Unreadable(`two columns ${name}`)
    return at
  })

function csvRows(text: string, delimiter: string, form: Form, wanted: readonly string[]): Rows {
  const records = parse(text.replace(/\r\n?/g, '\n'), {
    delimiter,
    bom: true,
    trim: true,
    record_delimiter: '\n',
    skip_empty_lines: true,
    relax_quotes: true,
  }) as string[][]
  const [names, ...rest] = records
  const columns = place(
    (names ?? []).map((name) => name.trim()),
    wanted,
  )
  return rest.slice(form.header_rows - 1).map((row) => columns.map((at) => stripped(row[at] ?? '')))
}

function readCsv(bytes: Buffer, form: Form, wanted: readonly string[]): Rows[] {
  const failures: string[] = []
  const found = texts(bytes, form.encoding).flatMap((text) =>
    (form.delimiter === undefined ? [',', ';', '\t', '|'] : [form.delimiter]).flatMap((delimiter) => {
      try {
        return [csvRows(text, delimiter, form, wanted)]
      } catch (error) {
        failures.push(error instanceof Error ? error.message : String(error))
        return []
      }
    }),
  )
  if (found.length === 0) throw new Unreadable(failures.join('; '))
  return found
}

function jsonCell(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (value instanceof Written) return value.text
  return stripped(typeof value === 'string' ? value : JSON.stringify(value))
}

function readJson(bytes: Buffer, form: Form, wanted: readonly string[]): Rows[] {
  const failures: string[] = []
  const found = texts(bytes, form.encoding).flatMap((text) => {
    try {
      const values = jsonValues(text.replace(/^\ufeff/, ''))
      const records = values.length === 1 && Array.isArray(values[0]) ? values[0] : values
      if (!records.every((record) => record instanceof Map)) throw new Unreadable('a record is no object')
      place([...new Set(records.flatMap((record) => [...record.keys()]))], wanted)
      return [records.map((record) => wanted.map((name) => jsonCell(record.get(name))))]
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error))
      return []
    }
  })
  if (found.length === 0) throw new Unreadable(failures.join('; '))
  return found
}

function readArrow(bytes: Buffer, wanted: readonly string[]): Rows[] {
  const table = tableFromIPC(bytes)
  const columns = place(
    table.schema.fields.map(({ name }) => name),
    wanted,
  ).map((at) => ({ vector: table.getChildAt(at), type: table.schema.fields[at]?.type }))
  const cell = (type: DataType | undefined, value: unknown): Cell => {
    if (value === null) return null
    if (value === undefined) throw new Unreadable('values are missing')
    const kept = DataType.isDictionary(type) ? type.dictionary : type
    if (DataType.isInt(kept)) return BigInt(value as number)
    return DataType.isFloat(kept) ? Number(value) : stripped(String(value))
  }
  return [
    Array.from({ length: table.numRows }, (_, row) =>
      columns.map(({ vector, type }) => cell(type, vector?.get(row))),
    ),
  ]
}

async function readParquet(db: Database, path: string, wanted: readonly string[]): Promise<Rows[]> {
  const source = `read_parquet(${literal(path)}, hive_partitioning = false)`
  const described = await db.rows(`describe select * from ${source}`)
  const names = described.map(({ column_name }) => String(column_name))
  const columns = place(names, wanted).map((at) => {
    const type = String(described[at]?.column_type)
    const name = identifier(names[at] ?? '')
    return /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE)$/.test(type)
      ? name
      : /^DECIMAL/.test(type)
        ? `${name}::double`
        : `${name}::varchar`
  })
  const rows = await db.rows(`select ${columns.map((sql, k) => `${sql} as c${k}`).join(', ')} from ${source}`)
  return [
    rows.map((row) =>
      columns.map((_, k) => {
        const value = row[`c${k}`]
        return value === null || typeof value === 'number' || typeof value === 'bigint'
          ? value
          : stripped(String(value))
      }),
    ),
  ]
}

/** The readings that a file allows: one, unless its encoding or delimiter can only be guessed. Throws where there is none. */
export async function plainReadings(
  db: Database,
  path: string,
  form: Form,
  wanted: readonly string[],
): Promise<Rows[]> {
  const bytes = readFileSync(path)
  if (path.endsWith('.parquet')) return readParquet(db, path, wanted)
  if (path.endsWith('.arrow')) return readArrow(bytes, wanted)
  if (path.endsWith('.json')) return readJson(bytes, form, wanted)
  return readCsv(path.endsWith('.gz') ? gunzipSync(bytes) : bytes, form, wanted)
}
