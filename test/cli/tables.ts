import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { tableFromIPC } from 'apache-arrow'
import { parse } from 'csv-parse/sync'

export type Cell = string | number | boolean | null
export type Row = Record<string, Cell>

export const tableNames = [
  'scores',
  'comparisons',
  'against_rest',
  'items',
  'net_promoter',
  'distributions',
  'quality',
  'waves',
  'margins',
  'reliability',
  'comparability',
  'corrections',
  'history',
  'combined',
  'top_ten',
  'experiments',
  'gaps',
  'industry_gaps',
  'journey',
  'need_met',
  'beliefs',
  'beliefs_together',
  'segments',
  'segment_gaps',
  'served_worse',
  'drivers',
  'makes_up',
  'promise_effect',
] as const

/** Runs `work` with a function that answers SQL, on a database in memory. */
export async function withDuckDB<T>(work: (sql: (text: string) => Promise<Row[]>) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    return await work(async (text) => {
      const result = await connection.runAndReadAll(text)
      return result.getRowObjectsJson() as Row[]
    })
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** A csv file as it is written: text in every cell. */
export const readCsv = (path: string): Record<string, string>[] =>
  parse(readFileSync(path), { columns: true })

export const readJson = (path: string): Row[] => JSON.parse(readFileSync(path, 'utf8'))

export const readArrow = (path: string): Row[] =>
  tableFromIPC(readFileSync(path))
    .toArray()
    .map((row) => row.toJSON() as Row)

/** A table of `data` in every format that keeps types. */
export const readTyped = (data: string, table: string): Promise<Record<string, Row[]>> =>
  withDuckDB(async (sql) => {
    await sql(`attach '${join(data, 'edition.duckdb')}' as edition (read_only)`)
    return {
      json: readJson(join(data, `${table}.json`)),
      arrow: readArrow(join(data, `${table}.arrow`)),
      parquet: await sql(`select * from read_parquet('${join(data, `${table}.parquet`)}')`),
      duckdb: await sql(`select * from edition.${table}`),
    }
  })
