/** audit: what is shown of companies as a whole, and of them pooled: scores, net promoter, gaps (METHOD.md §22). */
import { byRatings, countedBy, type Member, type Pool } from './counted.ts'
import { type Cell, cell, emptySystem, type Row, type System, shownSum } from './system.ts'

/** All ratings of a company. */
export const wholeOf = (company: string): Cell => cell(company)

/** A company by its own row. */
export interface CompanyRow {
  id: string
  industry: string | undefined
  n: number
  /** the mean of the scores of its ratings; null where withheld */
  mean: number | null
  published: boolean
  row: Row
}

/** Several companies pooled. */
export interface PooledRow extends Pool {
  mean: number | null
  published: boolean
  row: Row
}

const memberOf = ({ id, industry, published, n }: CompanyRow): Member => ({ id, industry, published, n })

/** The system of a measure: companies, and rows that pool their ratings. `least`: ratings from which a sum may be known. */
export function wholeSystem(
  measure: string,
  companies: readonly CompanyRow[],
  pooled: readonly PooledRow[],
  least: number,
): System {
  const system = emptySystem(measure)
  for (const { id, n, mean, published, row } of companies) {
    system.bases.set(wholeOf(id), n)
    if (published && mean !== null) system.sums.push(shownSum(row, [wholeOf(id)], n, mean))
    else if (n > 0) system.withheld.set(wholeOf(id), { row, least, always: false, whole: undefined })
  }
  const shown = pooled.filter(({ published, mean }) => published && mean !== null)
  const counted = countedBy(shown, companies.map(memberOf), byRatings, least)
  for (const pool of shown)
    system.sums.push(shownSum(pool.row, counted(pool).map(wholeOf), pool.size, pool.mean ?? 0))
  return system
}
