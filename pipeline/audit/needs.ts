/** audit: what is shown of customers whose need or expectation was met, and of the others (METHOD.md §18, §22). */
import { grouped } from '../group.ts'
import { isNoSecret } from '../show.ts'
import { byCompanies, countedBy, type Member, type Pool } from './counted.ts'
import { groupOf } from './groups.ts'
import { type Cell, cell, madeOf, type System, shownSum } from './system.ts'
import type { Audited } from './tables.ts'
import { wholeOf } from './wholes.ts'

type NeedRow = Audited['need_met'][number]

const sides = ['met', 'unmet', 'unsaid'] as const
type Side = (typeof sides)[number]

/** Customers of a company by their answer; of one way of being served, or of all; null: unknown. */
const sideOf = (company: string, basis: string, served: string | null, side: Side): Cell =>
  cell(company, 'need', basis, served, side)

const tableRow = ({ level, entity_id, basis, served }: NeedRow) => ({
  table: 'need_met',
  keys: { level, entity_id, basis, served },
})

/**
 * Adds the cells of those whose need was met, and of those for whom it was not. Those who did not say make up the rest: nobody
 * knows of anybody that he left out a question, so theirs may follow. Those served in one way are parts of a category of the
 * segment channel.
 */
export function addNeeds(
  system: System,
  rows: readonly NeedRow[],
  industryOf: (company: string) => string | undefined,
  least: number,
): void {
  const divided = new Set(system.sums.flatMap(({ cells }) => cells.map(([one]) => one)))
  for (const [basis, own] of grouped(rows, (row) => row.basis)) {
    const ways = [...new Set(own.map(({ served }) => served))].filter((served) => served !== 'all')
    const companies = own.filter(({ level }) => level === 'company')
    for (const id of new Set(companies.map(({ entity_id }) => entity_id))) {
      system.sums.push(
        madeOf(
          wholeOf(id),
          sides.map((side) => sideOf(id, basis, 'all', side)),
        ),
      )
      if (ways.length === 0) continue
      const all: (string | null)[] = [...ways, null]
      for (const side of sides)
        system.sums.push(
          madeOf(
            sideOf(id, basis, 'all', side),
            all.map((way) => sideOf(id, basis, way, side)),
          ),
        )
      for (const way of all) {
        const group = groupOf(id, 'channel', way)
        if (divided.has(group))
          system.sums.push(
            madeOf(
              group,
              sides.map((side) => sideOf(id, basis, way, side)),
            ),
          )
      }
      for (const side of ['met', 'unmet'] as const) {
        const row = {
          table: 'need_met',
          keys: { level: 'company', entity_id: id, basis, served: 'unknown', customers: side },
        }
        const whole = sideOf(id, basis, 'all', side)
        system.withheld.set(sideOf(id, basis, null, side), { row, least, always: false, whole })
      }
    }
    for (const [served, some] of grouped(own, (row) => row.served)) {
      const members = some.flatMap(({ level, entity_id: id, ...rule }): Member[] =>
        level === 'company'
          ? [{ id, industry: industryOf(id), published: isNoSecret(rule), n: undefined }]
          : [],
      )
      const pools = some.flatMap(({ level, entity_id: id, companies: size, published }): Pool[] =>
        level === 'company' || !published || size === null ? [] : [{ level, id, size }],
      )
      const counted = countedBy(pools, members, byCompanies, least)
      for (const one of some) addRow(one, counted, served)
    }
  }

  function addRow(one: NeedRow, counted: (pool: Pool) => string[], served: string): void {
    const { level, entity_id: id, basis, companies: size, published } = one
    const row = tableRow(one)
    for (const side of ['met', 'unmet'] as const) {
      const [n, mean] = [one[`n_${side}`], one[`loyalty_${side}`]]
      if (published && n !== null && mean !== null) {
        const ids = level === 'company' ? [id] : counted({ level, id, size: size ?? -1 })
        system.sums.push(
          shownSum(
            row,
            ids.map((own) => sideOf(own, basis, served, side)),
            n,
            mean,
          ),
        )
      } else if (level === 'company') {
        const own = sideOf(id, basis, served, side)
        const whole = served === 'all' ? wholeOf(id) : sideOf(id, basis, 'all', side)
        if (n !== null) system.bases.set(own, n)
        if (n !== 0) {
          const keys = { ...row.keys, customers: side }
          system.withheld.set(own, { row: { ...row, keys }, least, always: false, whole })
        }
      }
    }
  }
}
