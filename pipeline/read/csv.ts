import { parse } from 'csv-parse/sync'
import { fileLiteral, literal } from '../db.ts'
import { located, UserError } from '../errors.ts'
import { blankLetters, blanks, trimmed } from './columns.ts'
import { complaint, ledQuote, otherLength } from './csv-complaint.ts'
import { longRecord, placeOf } from './csv-lines.ts'
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
    trim: true,
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
  // No delimiter makes sense of the quotes of the first row.
  if (best === undefined && text.trim() !== '')
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

/** A quote behind blanks opens no value: what stands between would be read with its quotes, as another text. */
function isLed(column: string): string {
  const first = `ascii(${column}) in (${blanks.join(', ')})`
  return `(${first} and starts_with(ltrim(${column}, ${blankLetters}), '"'))`
}

/** `led`: the first record that the query, not the reader, complains of. */
async function asUserError(
  error: unknown,
  file: RawFile,
  header: Header,
  led: () => Promise<number | undefined>,
): Promise<UserError> {
  const message = error instanceof Error ? error.message : String(error)
  const record = message.endsWith(ledQuote) ? await led() : /CSV Error on Line: (\d+)/.exec(message)?.[1]
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
    const all = header.names.map((_, position) => `c${position}`)
    const columns = all.map((column) => `${column}: 'varchar'`).join(', ')
    const values = positions.map((position) => `c${position}`)
    const chosen = values.map(
      (column, k) => `${trimmed(column, `when ${isLed(column)} then error('${ledQuote}')`)} as c${k}`,
    )
    const options = `auto_detect = false, header = true, skip = ${header.emptyLines ?? 0}, delim = ${literal(header.delimiter ?? ',')}, quote = '"', escape = '"', strict_mode = true, null_padding = false, allow_quoted_nulls = false`
    const source = `read_csv(${fileLiteral(file.path)}, hive_partitioning = false, columns = {${columns}}, ${options})`
    // True of every row: where a column is left out, DuckDB may let a row pass that has a value more than the header.
    const whole = `strlen(coalesce(${all.join(', ')}, '')) >= 0`
    try {
      await db.run(
        `create or replace table ${relation}_file as select ${chosen.join(', ')} from ${source} where ${whole}`,
      )
    } catch (error) {
      const led = values.map(isLed).join(' or ')
      throw await asUserError(error, file, header, async () => {
        const numbered = `select row_number() over () as number, ${values.join(', ')} from ${source}`
        const query = `select number from (${numbered}) where ${led} limit 1`
        const [first] = await db.rows(query).catch(() => [])
        return first === undefined ? undefined : Number(first.number) + 1
      })
    }
    const long = longRecord(file, header)
    if (long !== undefined)
      throw new UserError({
        what: 'cannot be read as csv',
        ...located(placeOf(file, header, long.number)),
        ...otherLength(long.values, all.length),
      })
    await db.run(
      `create or replace temp view ${relation} as select rowid - ${file.csv.header_rows - 1} as row, * from ${relation}_file where rowid >= ${file.csv.header_rows - 1}`,
    )
  },
  place: (file, header, row) => placeOf(file, header, row + file.csv.header_rows + 1),
}
