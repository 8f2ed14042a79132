/** audit: what is shown of groups of customers (METHOD.md §20, §22). */
import { grouped } from '../group.ts'
import { cell, madeOf, type Row, type System, shownSum } from './system.ts'
import { wholeOf } from './wholes.ts'

/** A row of segments or segment_gaps. */
export interface GroupRow {
  level: 'company' | 'industry' | 'all'
  entity_id: string
  segment: string
  category: string
  n: number | null
  mean: number | null
  n_rest: number | null
  difference_from_rest: number | null
  industry_n: number | null
  difference_from_industry: number | null
  published: boolean
  row: Row
}

/** Ratings of a company by category; null: unknown. */
export const groupOf = (company: string, segment: string, category: string | null) =>
  cell(company, segment, category)

/**
 * Adds the cells of companies whose own figure is shown: they alone are divided. A company’s categories, unknown included, add
 * up to its total; industries and all pool those of their companies. `industryOf`: of each company.
 */
export function addGroups(
  system: System,
  rows: readonly GroupRow[],
  industryOf: (company: string) => string | undefined,
  least: number,
): void {
  const counting = [...system.bases.keys()]
    .filter((whole) => !system.withheld.has(whole) && system.bases.get(whole) !== 0)
    .map((whole) => String(JSON.parse(whole)[0]))
  for (const [segment, own] of grouped(rows, ({ segment }) => segment)) {
    const categories: (string | null)[] = [...new Set(own.map(({ category }) => category)), null]
    const cells = (companies: readonly string[], of: (category: string | null) => boolean) =>
      companies.flatMap((id) => categories.filter(of).map((category) => groupOf(id, segment, category)))
    const membersOf = ({ level, entity_id: id }: GroupRow) =>
      counting.filter((one) => level === 'all' || (level === 'company' ? one === id : industryOf(one) === id))
    for (const id of counting) {
      system.sums.push(
        madeOf(
          wholeOf(id),
          cells([id], () => true),
        ),
      )
      for (const category of categories) {
        const keys = { level: 'company', entity_id: id, segment, category: category ?? 'unknown' }
        const row = { table: own[0]?.row.table ?? '', keys: { measure: system.measure, ...keys } }
        const hidden = { row, least, always: category !== null, whole: wholeOf(id) }
        system.withheld.set(groupOf(id, segment, category), hidden)
      }
    }
    for (const one of own) addRow(one, membersOf(one), cells)
  }

  function addRow(
    one: GroupRow,
    members: readonly string[],
    cells: (companies: readonly string[], of: (category: string | null) => boolean) => string[],
  ): void {
    const { level, entity_id: id, category, row, n, mean } = one
    if (!one.published || n === null || mean === null) return
    const own = cells(members, (other) => other === category)
    system.sums.push(shownSum(row, own, n, mean))
    if (level === 'company') for (const shown of own) system.withheld.delete(shown)
    const { n_rest, difference_from_rest: rest, industry_n, difference_from_industry: industry } = one
    if (n_rest !== null && rest !== null) {
      const everybody = members.reduce((sum, member) => sum + (system.bases.get(wholeOf(member)) ?? 0), 0)
      const known = n + n_rest < everybody
      const others = cells(members, (other) => other !== category && !(known && other === null))
      system.sums.push(shownSum(row, others, n_rest, mean - rest))
    }
    if (industry_n !== null && industry !== null) {
      const others = counting.filter((other) => other !== id && industryOf(other) === industryOf(id))
      system.sums.push(
        shownSum(
          row,
          cells(others, (other) => other === category),
          industry_n,
          mean - industry,
        ),
      )
    }
  }
}
