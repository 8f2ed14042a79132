import { fileLiteral, identifier } from '../db.ts'
import { located, UserError } from '../errors.ts'
import { trimmed } from './columns.ts'
import type { ColumnKind, RawFile, Reader } from './reader.ts'

const kinds: readonly [RegExp, ColumnKind][] = [
  [/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/, 'integer'],
  [/^(FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/, 'number'],
]
const kindOf = (type: string): ColumnKind => kinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'text'

const source = (file: RawFile): string =>
  `read_parquet(${fileLiteral(file.path)}, file_row_number = true, hive_partitioning = false)`

function unreadable(file: RawFile): UserError {
  return new UserError({
    what: 'cannot be read as Parquet',
    ...located({ file: file.name }),
    hint: 'it is cut off, damaged or of another format: deliver it again',
  })
}

/** A number whose statistics stay in the file: where they are damaged, a query that believes them takes a wrong value for a right one. */
const unproven = (column: string): string => `greatest(${column})`

/** Parquet: the types of the file are kept; whole numbers and text are what answers are made of. */
export const parquet: Reader = {
  endings: ['.parquet'],
  header: async (db, file) => {
    const plain = `read_parquet(${fileLiteral(file.path)}, hive_partitioning = false)`
    const columns = await db.rows(`describe select * from ${plain}`).catch(() => {
      throw unreadable(file)
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
      return `${header.kinds[position] === 'text' ? trimmed(name) : unproven(name)} as c${k}`
    })
    await db.run(
      `create or replace temp view ${relation} as select file_row_number as row, ${columns.join(', ')} from ${source(file)}`,
    )
  },
  scan: async (db, file) => {
    await db.rows(`select bit_xor(hash(answers)) as read from ${source(file)} as answers`).catch(() => {
      throw unreadable(file)
    })
  },
  place: (file, _header, row) => ({ file: file.name, row: row + 1 }),
}
