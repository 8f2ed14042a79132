/** The only file that imports DuckDB. */
import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  UBIGINT,
  VARCHAR,
} from '@duckdb/node-api'

export type Value = string | number | bigint | boolean | null
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean'
/** Whole numbers of raw files may need 64 bits. */
export type StoredType = ColumnType | 'bigint' | 'ubigint'

export interface Database {
  /** Runs a statement; values are bound, never written into the text. */
  run(sql: string, values?: readonly Value[]): Promise<void>
  rows(sql: string, values?: readonly Value[]): Promise<Record<string, unknown>[]>
  /** Makes a table and fills it chunk by chunk. */
  fill(table: string, columns: readonly TableColumn[], rowCount: number): Promise<void>
  /** Makes a table and fills it with batches of rows, one after the other. */
  fillFrom(table: string, columns: readonly Column[], batches: AsyncIterable<Batch>): Promise<void>
  close(): void
}

export interface Column {
  name: string
  type: StoredType
}

export interface TableColumn {
  name: string
  type: ColumnType
  value: (row: number) => Value
}

/** Rows that come together. */
export interface Batch {
  rows: number
  value: (column: number, row: number) => Value
}

const types: Record<StoredType, { type: DuckDBType; sql: string }> = {
  string: { type: VARCHAR, sql: 'varchar' },
  integer: { type: INTEGER, sql: 'integer' },
  bigint: { type: BIGINT, sql: 'bigint' },
  ubigint: { type: UBIGINT, sql: 'ubigint' },
  number: { type: DOUBLE, sql: 'double' },
  boolean: { type: BOOLEAN, sql: 'boolean' },
}
const chunkRows = 2048

async function* once<T>(only: T): AsyncGenerator<T> {
  yield only
}

/** A database in memory that spills into `folder` beyond `memory` bytes. */
export async function openDatabase(
  folder: string,
  options: { memory: string; threads?: number },
): Promise<Database> {
  const settings = {
    temp_directory: folder,
    memory_limit: options.memory,
    autoinstall_known_extensions: 'false',
  }
  const threads = options.threads === undefined ? {} : { threads: String(options.threads) }
  const instance = await DuckDBInstance.create(':memory:', { ...settings, ...threads })
  const connection = await instance.connect()
  const bound = (values?: readonly Value[]): DuckDBValue[] => [...(values ?? [])]
  const database: Database = {
    run: async (sql, values) => {
      await connection.run(sql, bound(values))
    },
    rows: async (sql, values) => (await connection.runAndReadAll(sql, bound(values))).getRowObjectsJS(),
    fill: (table, columns, rows) =>
      database.fillFrom(table, columns, once({ rows, value: (k, row) => columns[k]?.value(row) ?? null })),
    fillFrom: async (table, columns, batches) => {
      const definitions = columns.map((column) => `${identifier(column.name)} ${types[column.type].sql}`)
      await connection.run(`create or replace table ${identifier(table)} (${definitions.join(', ')})`)
      const appender = await connection.createAppender(table, 'main', 'work')
      const kinds = columns.map((column) => types[column.type].type)
      for await (const { rows, value } of batches)
        for (let start = 0; start < rows; start += chunkRows) {
          const size = Math.min(chunkRows, rows - start)
          const chunk = DuckDBDataChunk.create(kinds, size)
          chunk.setColumns(
            columns.map((_, k) => Array.from({ length: size }, (_, row) => value(k, start + row))),
          )
          appender.appendDataChunk(chunk)
        }
      appender.closeSync()
    },
    close: () => {
      connection.closeSync()
      instance.closeSync()
    },
  }
  // TimeZone and locale of the machine must not reach a figure or a file.
  await database.run(`set TimeZone = 'UTC'`)
  // Compressed in memory: written as fast, and a fifth of the size.
  await database.run(`attach ':memory:' as work (compress)`)
  await database.run('use work')
  return database
}

/** A name from outside, quoted as an SQL identifier. */
export const identifier = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** A path as DuckDB reads it: one file, whatever stars and brackets its name holds. */
export const fileLiteral = (path: string): string => literal(path.replace(/[*?[]/g, '[$&]'))

/** A text from outside, quoted as an SQL literal; only where DuckDB takes no bound value. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`
