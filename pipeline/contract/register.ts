/** A register (csv with a header) as rows that know their lines. */
import { CsvError, parse } from 'csv-parse/sync'
import type { Mistake } from '../errors.ts'
import { hintFor, nearest } from './nearest.ts'
import { given } from './words.ts'

/** One row: its line, and its cells by column, trimmed; an absent column is an empty cell. */
export interface Row {
  readonly where: string
  readonly cell: (column: string) => string
  /** Adds a mistake on this line; an empty value is not told. */
  readonly wrong: Wrong
}

export type Wrong = (what: string, value: string, hint: string) => void

interface Columns {
  readonly required: readonly string[]
  readonly known: readonly string[]
  /** true: other columns may stand there, and are not read */
  readonly open?: boolean
}

interface CsvRecord {
  record: string[]
  /** lines read when the record ended */
  lines: number
}

const lineEnds = (text: string): number => text.split('\n').length - 1

function headerMistakes(
  file: string,
  header: readonly string[],
  where: string,
  { required, known, open = false }: Columns,
): Mistake[] {
  const only = header.length === 1 ? (header[0] ?? '') : ''
  if (/[;\t]/.test(only))
    return [
      {
        what: 'columns are not separated by commas',
        value: only,
        where,
        hint: `save ${file} as comma-separated`,
      },
    ]
  const mistakes: Mistake[] = []
  const meant: (string | undefined)[] = []
  header.forEach((column, i) => {
    if (open && !known.includes(column)) return
    if (!known.includes(column)) {
      mistakes.push({ what: 'unknown column', value: column, where, hint: hintFor(column, known, 'columns') })
      meant.push(nearest(column, known))
    } else if (header.indexOf(column) < i)
      mistakes.push({ what: 'the column stands twice', value: column, where, hint: 'remove one of them' })
  })
  for (const column of required)
    if (!header.includes(column) && !meant.includes(column)) {
      const near = nearest(
        column,
        header.filter((other) => !known.includes(other)),
      )
      const rename = open && near !== undefined ? `is it ${near}? ` : ''
      mistakes.push({
        what: 'missing column',
        value: column,
        where,
        hint: `${rename === '' ? 'add it' : `${rename}rename it`}: the first row of ${file} must name ${required.join(', ')}`,
      })
    }
  return mistakes
}

/** A register as it was read; the header is empty where it cannot be read. */
interface Register {
  header: string[]
  rows: Row[]
  mistakes: Mistake[]
}

/** Reads a register. Rows with the wrong number of cells are reported and left out. */
export function readRegister(file: string, text: string, columns: Columns): Register {
  const records: CsvRecord[] = []
  try {
    parse(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'), {
      relax_column_count: true,
      skip_empty_lines: true,
      record_delimiter: '\n',
      on_record: (record: string[], { lines }) => {
        records.push({ record, lines })
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED'
    const line = open ? (records.at(-1)?.lines ?? 0) + 1 : error.lines
    const what = open ? 'a quote is opened and not closed' : 'a quote inside a value'
    const hint = open
      ? 'close it with "'
      : 'put quotes around the whole value and write each inner quote twice: "Bob ""B"" Ltd"'
    return { header: [], rows: [], mistakes: [{ what, where: `${file} line ${line}`, hint }] }
  }
  const [first, ...rest] = records
  if (first === undefined)
    return {
      header: [],
      rows: [],
      mistakes: [
        { what: 'the file is empty', where: file, hint: `its first row is ${columns.required.join(',')}` },
      ],
    }
  const header = first.record.map((column) => column.trim())
  const mistakes = headerMistakes(file, header, `${file} line ${first.lines}`, columns)
  if (mistakes.length > 0) return { header, rows: [], mistakes }
  const rows: Row[] = []
  for (const { record, lines } of rest) {
    if (record.every((cell) => cell.trim() === '')) continue
    const where = `${file} line ${lines - record.reduce((sum, cell) => sum + lineEnds(cell), 0)}`
    const wrong: Wrong = (what, value, hint) => {
      mistakes.push({ what, ...given({ value: value || undefined }), where, hint })
    }
    if (record.length === header.length)
      rows.push({ where, cell: (column) => record[header.indexOf(column)]?.trim() ?? '', wrong })
    else
      wrong(
        'the row has another number of values than the header',
        `${record.length} instead of ${header.length}`,
        'put quotes around values that hold a comma',
      )
  }
  return { header, rows, mistakes }
}

/** Says on which line a key stood first, `line 3`; undefined where that is this row. */
export function firstLines(): (key: string, row: Row) => string | undefined {
  const seen = new Map<string, string>()
  return (key, { where }) => {
    const first = seen.get(key)
    if (first === undefined) seen.set(key, where)
    return first?.replace(/^\S+ /, '')
  }
}

/** What to do about an id that stands on a line before. */
export const twice = (first: string): string =>
  `it is on ${first} already (capitals do not count); rename or remove one`
