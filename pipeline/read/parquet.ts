import { type Database, fileLiteral, identifier } from '../db.ts'
import { UserError } from '../errors.ts'
import { trimmed } from './columns.ts'
import type { ColumnKind, Header, RawFile, Reader } from './reader.ts'

const kinds: readonly [RegExp, ColumnKind][] = [
  [/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'integer'],
  [/^(FLOAT|DOUBLE|DECIMAL.*)$/, 'number'],
]
const kindOf = (type: string): ColumnKind => kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'text'

const source = (file: RawFile): string =>
  `read_parquet(${fileLiteral(file.path)}, file_row_number = true, hive_partitioning = false)`

function unreadable(error: unknown, file: RawFile): UserError {
  const why =
    error instanceof Error ? (error.message.split('\n')[0] ?? '').replaceAll(file.path, file.name) : ''
  const hint = 'is the file whole and of this format?'
  return new UserError({ what: 'cannot be read as Parquet', value: why, where: file.name, hint })
}

/** Parquet: the types of the file are kept; whole numbers and text are what answers are made of. */
export const parquet: Reader = {
  endings: ['.parquet'],
  header: async (db: Database, file: RawFile): Promise<Header> => {
    const plain = `read_parquet(${fileLiteral(file.path)}, hive_partitioning = false)`
    const columns = await db.rows(`describe select * from ${plain}`).catch((error: unknown) => {
      throw unreadable(error, file)
    })
    if (columns.some(({ column_name }) => String(column_name).toLowerCase() === 'file_row_number'))
      throw new UserError({
        what: 'this column name is taken',
        value: 'file_row_number',
        where: file.name,
        hint: 'rename the column',
      })
    return {
      names: columns.map(({ column_name }) => String(column_name)),
      kinds: columns.map(({ column_type }) => kindOf(String(column_type))),
    }
  },
  load: async (db, file, header, positions, relation) => {
    const columns = positions.map((position, k) => {
      const name = identifier(header.names[position] ?? '')
      return `${header.kinds[position] === 'text' ? trimmed(name) : name} as c${k}`
    })
    await db.run(
      `create or replace temp view ${relation} as select file_row_number as row, ${columns.join(', ')} from ${source(file)}`,
    )
  },
  place: (file, _header, row) => ({ file: file.name, row: row + 1 }),
}
