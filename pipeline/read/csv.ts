import { parse } from 'csv-parse/sync'
import { type Database, fileLiteral, literal } from '../db.ts'
import { located, UserError } from '../errors.ts'
import { blankLetters, blanks, trimmed } from './columns.ts'
import { placeOf } from './csv-lines.ts'
import { chunks } from './plain.ts'
import type { Header, RawFile, Reader } from './reader.ts'

const delimiters = [',', ';', '\t', '|']
const headBytes = 1 << 20

function head(file: RawFile): string {
  const parts: Buffer[] = []
  let size = 0
  for (const chunk of chunks(file.path)) {
    if (size >= headBytes) break
    parts.push(Buffer.from(chunk))
    size += chunk.length
  }
  return Buffer.concat(parts)
    .toString('utf8')
    .replace(/^\ufeff/, '')
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
  if (best === undefined || best.names.length === 0)
    throw new UserError({
      what: 'the file is empty',
      ...located({ file: file.name }),
      hint: 'its first row must hold the column names: deliver it again',
    })
  const emptyLines = /^[\r\n]*/.exec(text)?.[0].split(/\r\n|\r|\n/).length ?? 1
  return { ...best, emptyLines: emptyLines - 1 }
}

const ledQuote = 'a blank before the quote'

/** A quote behind blanks opens no value: what stands between would be read with its quotes, as another text. */
function isLed(column: string): string {
  const first = `ascii(${column}) in (${blanks.join(', ')})`
  return `(${first} and starts_with(ltrim(${column}, ${blankLetters}), '"'))`
}

/** What the reader of csv complains of, in our words. */
function complaint(message: string): { value?: string; hint: string } {
  if (message.endsWith(ledQuote))
    return {
      value: 'blanks before the quote (") that opens a value',
      hint: 'take them out: a quoted value starts with its quote',
    }
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
  header: async (_db: Database, file: RawFile, wanted): Promise<Header> => {
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
    const options = `auto_detect = false, header = true, skip = ${header.emptyLines ?? 0}, delim = ${literal(header.delimiter ?? ',')}, quote = '"', escape = '"', strict_mode = true, null_padding = false`
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
    await db.run(
      `create or replace temp view ${relation} as select rowid - ${file.csv.header_rows - 1} as row, * from ${relation}_file where rowid >= ${file.csv.header_rows - 1}`,
    )
  },
  place: (file, header, row) => placeOf(file, header, row + file.csv.header_rows + 1),
}
