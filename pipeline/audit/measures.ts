/** audit: which tables tell of which measure (METHOD.md §22). */

import { addAnswers, toldOf } from './besides.ts'
import type { GroupRow } from './groups.ts'
import type { KnownStudy } from './study.ts'
import type { System } from './system.ts'
import type { Audited } from './tables.ts'
import { type CompanyRow, type PooledRow, wholeSystem } from './wholes.ts'

/** An index: companies; with all ratings pooled, industries and all too. Means of companies tell of shown ones only. */
export function indexSystem(study: KnownStudy, { scores }: Audited, index: string): System {
  const rows = scores.filter((row) => row.index === index)
  const tableRow = ({ level, entity_id }: (typeof rows)[number]) => ({
    table: 'scores',
    keys: { index, level, entity_id },
  })
  const companies = rows.flatMap((row): CompanyRow[] => {
    const { level, entity_id: id, industry_id, n, score: mean, published } = row
    const industry = industry_id ?? undefined
    return level === 'company' ? [{ id, industry, n, mean, published, row: tableRow(row) }] : []
  })
  const pooled = rows.flatMap((row): PooledRow[] => {
    const { level, entity_id: id, n: size, score: mean, published } = row
    if (level === 'company' || study.aggregate === 'companies') return []
    return [{ level, id, size, mean, published, row: tableRow(row) }]
  })
  return wholeSystem(`index ${index}`, companies, pooled, study.minimum_shown)
}

/** The gap at a touchpoint: companies, industries and all, and the same as a part of the journey. */
export function gapSystem(
  { minimum_segment_n }: KnownStudy,
  { gaps, industry_gaps, journey }: Audited,
  touchpoint: string,
  industryOf: (company: string) => string | undefined,
): System {
  const at = (row: { touchpoint: string }) => row.touchpoint === touchpoint
  const companies = gaps.filter(at).map(
    ({ company_id: id, n, gap: mean, published }): CompanyRow => ({
      ...{ id, industry: industryOf(id), n, mean, published },
      row: { table: 'gaps', keys: { touchpoint, company_id: id } },
    }),
  )
  const pooled = industry_gaps.filter(at).map(
    ({ level, entity_id: id, n: size, gap: mean, published }): PooledRow => ({
      ...{ level, id, size, mean, published },
      row: { table: 'industry_gaps', keys: { touchpoint, level, entity_id: id } },
    }),
  )
  const system = wholeSystem(`touchpoint ${touchpoint}`, companies, pooled, minimum_segment_n)
  for (const { part, value, company_id, n, gap, published } of journey)
    if (part === 'touchpoint' && value === touchpoint && published && gap !== null)
      system.sums.push(toldOf({ table: 'journey', keys: { part, value, company_id } }, company_id, n, gap))
  return system
}

/** Net promoter: companies, and all. */
export function netPromoterSystem(
  { minimum_shown, net_promoter: item }: KnownStudy,
  { net_promoter, distributions }: Audited,
  industryOf: (company: string) => string | undefined,
): System {
  const row = (id: string) => ({ table: 'net_promoter', keys: { company_id: id } })
  const companies = net_promoter.flatMap(({ company_id: id, n, nps: mean, published }): CompanyRow[] =>
    id === 'all' ? [] : [{ id, industry: industryOf(id), n, mean, published, row: row(id) }],
  )
  const pooled = net_promoter.flatMap(({ company_id: id, n: size, nps: mean, published }): PooledRow[] =>
    id === 'all' ? [{ level: 'all', id, size, mean, published, row: row(id) }] : [],
  )
  const system = wholeSystem('net promoter', companies, pooled, minimum_shown)
  const points = (answer: number) => (answer >= 9 ? 100 : answer >= 7 ? 0 : -100)
  addAnswers(
    system,
    distributions.filter((one) => one.item === item),
    points,
  )
  return system
}

/** What the rows of both tables of groups have alike. */
function groupRow(
  table: string,
  measured: Record<string, string>,
  mean: number | null,
  one: Audited['segments'][number] | Audited['segment_gaps'][number],
): GroupRow {
  const { level, entity_id, segment, category, n, published } = one
  const { n_rest, difference_from_rest, industry_n, difference_from_industry } = one
  return {
    ...{ level, entity_id, segment, category, n, mean, published },
    ...{ n_rest, difference_from_rest, industry_n, difference_from_industry },
    row: { table, keys: { ...measured, level, entity_id, segment, category } },
  }
}

/** The groups of customers of an index. */
export const indexGroups = ({ segments }: Audited, index: string): GroupRow[] =>
  segments.filter((row) => row.index === index).map((row) => groupRow('segments', { index }, row.score, row))

/** The same at a touchpoint. */
export const gapGroups = ({ segment_gaps }: Audited, touchpoint: string): GroupRow[] =>
  segment_gaps
    .filter((row) => row.touchpoint === touchpoint)
    .map((row) => groupRow('segment_gaps', { touchpoint }, row.gap, row))
