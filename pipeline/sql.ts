/** Runs the files of queries/, each with bound variables and a zod schema per row. */
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { Database, Value } from './db.ts'

const folder = new URL('../queries/', import.meta.url)

/** The text of `queries/<name>.sql`, as the site and the notebooks print it. */
export const queryText = (name: string): string => readFileSync(new URL(`${name}.sql`, folder), 'utf8')

/** Sets the variables that a query file reads by `getvariable('name')`. */
export async function setVariables(db: Database, variables: Readonly<Record<string, Value>>): Promise<void> {
  // A number goes as text: bound as it is, a whole one beyond 64 bits is refused.
  for (const [name, value] of Object.entries(variables))
    await (typeof value === 'number'
      ? db.run(`set variable ${name} = $1::double`, [String(value)])
      : db.run(`set variable ${name} = $1`, [value]))
}

/** The rows of `queries/<name>.sql`. */
export async function query<Row extends z.ZodType>(
  db: Database,
  name: string,
  row: Row,
): Promise<z.infer<Row>[]> {
  return z.array(row).parse(await db.rows(queryText(name)))
}

/** Keeps the rows of `queries/<name>.sql` as a table, of that name unless another is given. */
export async function materialise(db: Database, name: string, table = name): Promise<void> {
  await db.run(`create or replace table ${table} as ${queryText(name)}`)
}

/** How many rows a relation holds; `from`: SQL. */
export const countOf = async (db: Database, from: string): Promise<number> =>
  Number((await db.rows(`select count(*) as count from ${from}`))[0]?.count)

/** True for a relation without rows. */
export const isEmpty = async (db: Database, relation: string): Promise<boolean> =>
  (await db.rows(`select 1 from ${relation} limit 1`)).length === 0

/** SQL of a sum of whole numbers, added in halves: DuckDB bounds how deep an expression may go. */
export function added(terms: readonly string[]): string {
  if (terms.length < 3) return terms.join(' + ') || '0'
  const half = terms.length >> 1
  return `(${added(terms.slice(0, half))}) + (${added(terms.slice(half))})`
}
