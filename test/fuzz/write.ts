/** A table of texts → the bytes of a file, in every format and many of its forms. */
import { gzipSync } from 'node:zlib'
import {
  Table as ArrowTable,
  Bool,
  DataType,
  Dictionary,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  tableToIPC,
  Uint64,
  Utf8,
  vectorFromArray,
} from 'apache-arrow'
import iconv from 'iconv-lite'
import { type Database, identifier, literal } from '../../pipeline/db.ts'
import type { Draw } from './draw.ts'
import type { Kind, Table } from './small.ts'

/** How a text file is written. */
export interface CsvForm {
  delimiter: string
  end: string
  quotes: 'needed' | 'all' | 'some'
  encoding: string
  marked: boolean
  /** rows between the names and the answers */
  more: number
}

/** One line of a csv file, with quotes where they are needed. */
function csvLine(cells: readonly string[], { delimiter, quotes }: CsvForm): string {
  return cells
    .map((cell, k) => {
      const must = cell.includes(delimiter) || /["\r\n]/.test(cell)
      const may = quotes === 'all' || (quotes === 'some' && k % 2 === 0)
      return must || may ? `"${cell.replaceAll('"', '""')}"` : cell
    })
    .join(delimiter)
}

/** The lines of a csv file, the names first. */
export const csvLines = ({ names, rows }: Table, form: CsvForm): string[] => [
  csvLine(names, form),
  ...Array.from({ length: form.more }, (_, row) =>
    csvLine(
      names.map((name) => `${name} ${row}`),
      form,
    ),
  ),
  ...rows.map((row) => csvLine(row, form)),
]

/** Lines as the bytes of a text file. */
export function textBytes(lines: readonly string[], form: CsvForm, draw: Draw): Buffer {
  const end = draw.chance(0.9) ? form.end : ''
  const bytes = iconv.encode(`${lines.join(form.end)}${end}`, form.encoding)
  const marks: Record<string, Buffer> = {
    'utf-8': Buffer.of(0xef, 0xbb, 0xbf),
    'utf-16le': Buffer.of(0xff, 0xfe),
    'utf-16be': Buffer.of(0xfe, 0xff),
  }
  return form.marked ? Buffer.concat([marks[form.encoding] ?? Buffer.of(), bytes]) : bytes
}

/** Packs bytes in one member or several. */
export function packed(bytes: Buffer, draw: Draw): Buffer {
  const level = draw.below(10)
  if (draw.chance(0.7)) return gzipSync(bytes, { level })
  const cut = draw.below(bytes.length)
  return Buffer.concat([
    gzipSync(bytes.subarray(0, cut), { level }),
    gzipSync(bytes.subarray(cut), { level }),
  ])
}

/** JSON as an array, an array in many lines, or one object per line. */
export function jsonText({ names, rows }: Table, draw: Draw): string {
  const blank = draw.pick(['none', 'null', 'text'])
  const numbers = draw.chance(0.5)
  const records = rows.map((row) =>
    Object.fromEntries(
      row.flatMap((cell, k) => {
        const value =
          cell === ''
            ? blank === 'text'
              ? ''
              : null
            : numbers && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(cell)
              ? Number(cell)
              : cell
        return value === null && blank === 'none' ? [] : [[names[k] ?? '', value]]
      }),
    ),
  )
  const form = draw.below(3)
  if (form === 0) return JSON.stringify(records)
  if (form === 1) return JSON.stringify(records, null, 2)
  return records.map((record) => `${JSON.stringify(record)}\n`).join('')
}

/** Names come from `tokens`, and `constructor` is one of them. */
const kindOf = (kinds: Readonly<Record<string, Kind>>, name: string): Kind =>
  (Object.hasOwn(kinds, name) ? kinds[name] : undefined) ?? 'text'

const parsed = (cell: string, kind: Kind): string | number | null =>
  cell === '' ? null : kind === 'text' ? cell : Number(cell)

function arrowType(draw: Draw, kind: Kind, name: string, number: number): DataType {
  if (kind === 'number') return draw.pick([new Float64(), new Float64(), new Float32()])
  if (kind === 'integer')
    return draw.pick([
      new Int8(),
      new Int16(),
      new Int32(),
      new Int64(),
      new Uint64(),
      new Float64(),
      new Utf8(),
    ])
  return name === 'year' && draw.chance(0.1)
    ? new Bool()
    : draw.pick([new Utf8(), new Utf8(), new Dictionary(new Utf8(), new Int32(), number)])
}

/** Arrow as a file or a stream, in one batch or several. */
export function arrowBytes(
  { names, rows }: Table,
  kinds: Readonly<Record<string, Kind>>,
  draw: Draw,
): Buffer {
  const vectors = names.map((name, k) => {
    const kind = kindOf(kinds, name)
    const type = arrowType(draw, kind, name, k)
    const cells = rows.map((row) => {
      const value = parsed(row[k] ?? '', type instanceof Utf8 ? 'text' : kind)
      if (type instanceof Bool) return value === '2025'
      if (!(type instanceof Int64 || type instanceof Uint64) || value === null) return value
      return Number.isInteger(value) ? BigInt(value) : null
    })
    return [name, vectorFromArray(cells, type)] as const
  })
  const whole = new ArrowTable(Object.fromEntries(vectors))
  const isWhole = whole.schema.fields.some(({ type }) => DataType.isDictionary(type)) || draw.chance(0.6)
  const cut = draw.below(rows.length)
  // The slices of a dictionary column do not go together again.
  const table = isWhole ? whole : whole.slice(0, cut).concat(whole.slice(cut))
  return Buffer.from(tableToIPC(table, draw.chance(0.5) ? 'file' : 'stream'))
}

const types: Record<Kind, readonly string[]> = {
  text: ['varchar'],
  integer: [
    'tinyint',
    'smallint',
    'integer',
    'bigint',
    'ubigint',
    'double',
    'varchar',
    'decimal(18, 0)',
    'hugeint',
  ],
  number: ['double', 'float', 'decimal(9, 3)', 'varchar'],
}
const codecs = ['uncompressed', 'uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'] as const

/** Writes a Parquet file by the database. */
export async function writeParquet(
  db: Database,
  path: string,
  { names, rows }: Table,
  kinds: Readonly<Record<string, Kind>>,
  draw: Draw,
): Promise<void> {
  await db.fill(
    'to_write',
    names.map((_, k) => ({ name: `c${k}`, type: 'string', value: (row) => rows[row]?.[k] || null })),
    rows.length,
  )
  const chosen = names.map(
    // The database takes no name with a zero byte.
    (name, k) =>
      `try_cast(c${k} as ${draw.pick(types[kindOf(kinds, name)])}) as ${identifier(name.replaceAll('\0', '\ufffd'))}`,
  )
  const options = [
    'format parquet',
    `compression ${draw.pick(codecs)}`,
    `parquet_version ${draw.pick(['v1', 'v2'])}`,
    'row_group_size 2048',
    ...(draw.chance(0.3) ? ['dictionary_size_limit 1'] : []),
  ]
  await db.run(`copy (select ${chosen.join(', ')} from to_write) to ${literal(path)} (${options.join(', ')})`)
}
