import { type Database, identifier, literal } from '../db.ts'
import { UserError } from '../errors.ts'
import { trimmed } from './columns.ts'
import type { ColumnKind, Header, RawFile, Reader } from './reader.ts'

const numeric = /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/
const source = (file: RawFile): string => `read_parquet(${literal(file.path)}, file_row_number = true)`

/** Parquet: the types of the file are kept; whole numbers and text are what answers are made of. */
export const parquet: Reader = {
  endings: ['.parquet'],
  header: async (db: Database, file: RawFile): Promise<Header> => {
    const columns = await db.rows(`describe select * from ${source(file)}`).catch((error: unknown) => {
      const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)
      throw new UserError({
        what: 'cannot be read as Parquet',
        value: why,
        where: file.name,
        hint: 'is the file whole and of this format?',
      })
    })
    const named = columns.filter((column) => column.column_name !== 'file_row_number')
    return {
      names: named.map((column) => String(column.column_name)),
      kinds: named.map(
        (column): ColumnKind => (numeric.test(String(column.column_type)) ? 'number' : 'text'),
      ),
    }
  },
  load: async (db, file, header, positions, relation) => {
    const columns = positions.map((position, k) => {
      const name = identifier(header.names[position] ?? '')
      return header.kinds[position] === 'number' ? `${name} as c${k}` : `${trimmed(name)} as c${k}`
    })
    await db.run(
      `create or replace temp view ${relation} as select file_row_number as row, ${columns.join(', ')} from ${source(file)}`,
    )
  },
  place: (file, _header, row) => `${file.name} row ${row + 1}`,
}
