/** What the columns of a wave hold, counted in the database. */
import { z } from 'zod'
import type { Database } from '../db.ts'
import { query } from '../sql.ts'

/** A value and how often it stands in the column. */
export interface Count {
  value: string
  n: number
}

/** One column as delivered. Counts are of rows. */
export interface Column {
  name: string
  /** the column of the wave's table: `c0`, `c1`, … */
  sql: string
  /** the text of the question where the file brings it along */
  text: string | undefined
  filled: number
  distinct: number
  /** rows of the rarest and of the most frequent value */
  fewest: number
  most: number
  /** cells that hold a number, a whole number, a decimal comma, a point */
  numbers: number
  whole: number
  commas: number
  points: number
  /** filled cells that are no number above 0 */
  notPositive: number
  /** of the numbers; null where there is none */
  smallest: number | null
  largest: number | null
  mean: number | null
  /** the 600 most frequent values, ties in the order of their text */
  values: readonly Count[]
}

/** A wave whose answers lie in the table `table` (row, c0, c1, …), as texts without blanks around them. */
export interface Profile {
  table: string
  rows: number
  columns: readonly Column[]
}

const found = z
  .object({
    filled: z.number(),
    distinct_values: z.number(),
    fewest: z.number(),
    most: z.number(),
    numbers: z.number(),
    whole: z.number(),
    commas: z.number(),
    points: z.number(),
    not_positive: z.number(),
    smallest: z.number().nullable(),
    largest: z.number().nullable(),
    mean: z.number().nullable(),
    top: z.string().nullable(),
  })
  .transform(({ distinct_values: distinct, not_positive: notPositive, top, ...rest }) => ({
    ...rest,
    distinct,
    notPositive,
    values: z.array(z.object({ value: z.string(), n: z.number() })).parse(JSON.parse(top ?? '[]')),
  }))

/** Counts every column of a table. */
export async function profileOf(
  db: Database,
  table: string,
  names: readonly string[],
  texts: readonly (string | undefined)[],
): Promise<Profile> {
  const [size] = await db.rows(`select count(*)::double as rows from ${table}`)
  const columns: Column[] = []
  for (const [k, name] of names.entries()) {
    const sql = `c${k}`
    await db.run(`create or replace temp view profiled as select ${sql} as value from ${table}`)
    const [column] = await query(db, 'init/column', found)
    if (column !== undefined) columns.push({ name, sql, text: texts[k], ...column })
  }
  return { table, rows: Number(size?.rows ?? 0), columns }
}
