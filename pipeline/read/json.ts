import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { fileLiteral, literal } from '../db.ts'
import { located, UserError } from '../errors.ts'
import { trimmed } from './columns.ts'
import type { RawFile, Reader } from './reader.ts'

const records = ({ path }: RawFile): string =>
  `read_json_objects(${fileLiteral(path)}, format = 'auto', hive_partitioning = false)`

/** A key as a JSON pointer. */
const pointer = (key: string): string => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`

function unreadable(error: unknown, file: RawFile): UserError {
  const message = (error instanceof Error ? error.message : '').replaceAll(file.path, file.name)
  // DuckDB counts the record it stopped at one too high, and calls it a line where each has its own.
  const [, number] = /at byte \d+ in (?:line|record)\S* (\d+)/.exec(message) ?? []
  return new UserError({
    what: 'cannot be read as JSON',
    value: (/: ([^:]*)$/.exec(message.split('\n')[0] ?? '')?.[1] ?? 'damaged').replace(/\.?\s*$/, ''),
    ...located({ file: file.name, ...(number === undefined ? {} : { record: Number(number) - 1 }) }),
    hint: 'an array of objects is read, or one object per line: deliver the file again',
  })
}

/** DuckDB takes an array that is cut off behind a record for a whole one. */
function isCutOff({ path }: RawFile): boolean {
  const file = openSync(path, 'r')
  const { size } = fstatSync(file)
  const part = (from: number): string => {
    const bytes = Buffer.alloc(Math.min(size, 65_536))
    return bytes.toString('latin1', 0, readSync(file, bytes, 0, bytes.length, from)).trim()
  }
  const [head, tail] = [part(0), part(Math.max(0, size - 65_536))]
  closeSync(file)
  return head.replace('\u00ef\u00bb\u00bf', '').startsWith('[') && !tail.endsWith(']')
}

function oddRecord({ record, type, keys }: Record<string, unknown>, file: RawFile): UserError {
  const names = Array.isArray(keys) ? keys.map(String) : []
  const doubled = names.find((name, k) => names.indexOf(name) < k)
  return new UserError({
    ...(doubled === undefined
      ? { what: 'a record is no object', value: String(type).toLowerCase() }
      : { what: 'a record names a column twice', value: doubled }),
    ...located({ file: file.name, record: Number(record) }),
    hint: 'an array of objects is read, or one object per line, each with every column once',
  })
}

/** JSON: an array of objects, or one object per line. Every value is read as text, as in csv. */
export const json: Reader = {
  endings: ['.json'],
  header: async (db, file) => {
    try {
      const [odd] = await db.rows(
        `select row_number() over () as record, json_type(json) as type, json_keys(json) as keys from ${records(file)}
         qualify type <> 'OBJECT' or len(keys) > len(list_distinct(keys)) limit 1`,
      )
      if (odd !== undefined) throw oddRecord(odd, file)
      const keys = await db.rows(
        `select key from (select unnest(json_keys(json)) as key, row_number() over () as record from ${records(file)})
         group by key order by min(record), key`,
      )
      if (isCutOff(file))
        throw new UserError({
          what: 'cannot be read as JSON',
          value: 'the array is not closed',
          ...located({ file: file.name }),
          hint: 'the file was cut off: deliver it again',
        })
      return { names: keys.map(({ key }) => String(key)), kinds: keys.map(() => 'text') }
    } catch (error) {
      throw error instanceof UserError ? error : unreadable(error, file)
    }
  },
  load: async (db, file, header, positions, relation) => {
    const chosen = positions.map(
      (position, k) =>
        `${trimmed(`json_extract_string(json, ${literal(pointer(header.names[position] ?? ''))})`)} as c${k}`,
    )
    await db
      .run(`create or replace table ${relation}_file as select ${chosen.join(', ')} from ${records(file)}`)
      .catch((error: unknown) => {
        throw unreadable(error, file)
      })
    await db.run(`create or replace temp view ${relation} as select rowid as row, * from ${relation}_file`)
  },
  place: (file, _header, row) => ({ file: file.name, record: row + 1 }),
}
