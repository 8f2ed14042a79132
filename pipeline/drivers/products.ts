/** Sums of products of columns over the table `driven`, by company: what correlations and regressions are made of. */
import type { Database } from '../db.ts'
import { added } from '../sql.ts'

/** Columns as SQL over `driven`, each within −1 and 1. */
export type Columns = readonly string[]

export interface Products {
  /** ratings */
  n: number
  /** ratings where the column is not 0 */
  counts: number[]
  /** Σ w a b of every two columns */
  sums: number[][]
}

/** The pairs a ≤ b of so many columns. */
export const pairsOf = (count: number): [number, number][] =>
  Array.from({ length: count }, (_, a) =>
    Array.from({ length: count - a }, (_, k): [number, number] => [a, a + k]),
  ).flat()

/** SQL of the columns with their names, z_0, z_1 … */
export const named = (columns: Columns): string =>
  columns.map((sql, k) => `(${sql})::double as z_${k}`).join(', ')

/** Weighted sums of products as whole numbers, so that they do not depend on their order (METHOD.md §3). */
export async function productsBy(db: Database, columns: Columns): Promise<Map<number, Products>> {
  const counts = columns.map((_, k) => `count(*) filter (z_${k} <> 0)::integer as n_${k}`)
  const sums = pairsOf(columns.length).map(
    ([a, b]) => `sum((w * z_${a} * z_${b})::bigint)::double / getvariable('weight_steps') as s_${a}_${b}`,
  )
  const rows = await db.rows(
    `select company, count(*)::integer as n, ${[...counts, ...sums].join(', ')}
     from (select company, w, ${named(columns)} from driven) group by company order by company`,
  )
  return new Map(
    rows.map((row) => [
      Number(row.company),
      {
        n: Number(row.n),
        counts: columns.map((_, k) => Number(row[`n_${k}`])),
        sums: columns.map((_, a) =>
          columns.map((_, b) => Number(row[`s_${Math.min(a, b)}_${Math.max(a, b)}`])),
        ),
      },
    ]),
  )
}

/** The products of several companies together. */
export function productsOf(
  all: ReadonlyMap<number, Products>,
  companies: readonly number[],
  count: number,
): Products {
  const parts = companies.flatMap((company) => all.get(company) ?? [])
  const total = (of: (part: Products) => number | undefined) =>
    parts.reduce((sum, part) => sum + (of(part) ?? 0), 0)
  const columns = Array.from({ length: count }, (_, k) => k)
  return {
    n: total(({ n }) => n),
    counts: columns.map((k) => total(({ counts }) => counts[k])),
    sums: columns.map((a) => columns.map((b) => total(({ sums }) => sums[a]?.[b]))),
  }
}

/** SQL of the quadratic form Σ f_a_b z_a z_b over the pairs a ≤ b of so many columns; `prefix`: of the coefficients. */
export const formOf = (prefix: string, count: number): string =>
  added(
    Array.from({ length: count }, (_, a) => {
      const terms = Array.from({ length: count - a }, (_, k) => `${prefix}_${a}_${a + k} * z_${a + k}`)
      return `z_${a} * (${added(terms)})`
    }),
  )
