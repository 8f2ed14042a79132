/** The tables on gaps, journeys and needs of one edition, indexed once. */
import type { PublicStudy, PublicTouchpoint } from '../pipeline/publication.ts'
import type { GapRow, IndustryGapRow, JourneyRow, NeedMetRow, Tables } from '../pipeline/tables.ts'
import { groupBy, key } from './rows.ts'

export interface GapView {
  /** the touchpoints that have rows, in the order of the study */
  touchpoints: PublicTouchpoint[]
  /** by company, in the order of the touchpoints */
  companies: Map<string, GapRow[]>
  /** by level|entity, in the order of the touchpoints */
  groups: Map<string, IndustryGapRow[]>
  /** by company, touchpoints first */
  journey: Map<string, JourneyRow[]>
  /** by level|entity */
  need: Map<string, NeedMetRow[]>
}

const kinds: readonly JourneyRow['part'][] = ['touchpoint', 'owner', 'step', 'channel']

export function gapViewOf(study: PublicStudy, tables: Tables): GapView {
  const order = study.touchpoints.map(({ id }) => id)
  const byTouchpoint = (a: { touchpoint: string }, b: { touchpoint: string }) =>
    order.indexOf(a.touchpoint) - order.indexOf(b.touchpoint)
  const first = ({ touchpoints }: JourneyRow) => order.indexOf(touchpoints.split('|')[0] ?? '')
  const byPart = (a: JourneyRow, b: JourneyRow) =>
    kinds.indexOf(a.part) - kinds.indexOf(b.part) || first(a) - first(b)
  const asked = new Set([...tables.gaps, ...tables.industry_gaps].map(({ touchpoint }) => touchpoint))
  return {
    touchpoints: study.touchpoints.filter(({ id }) => asked.has(id)),
    companies: groupBy([...tables.gaps].sort(byTouchpoint), (row) => row.company_id),
    groups: groupBy([...tables.industry_gaps].sort(byTouchpoint), (row) => key(row.level, row.entity_id)),
    journey: groupBy([...tables.journey].sort(byPart), (row) => row.company_id),
    need: groupBy(tables.need_met, (row) => key(row.level, row.entity_id)),
  }
}

/** Whether there is anything for a page on gaps to tell. */
export const tellsGaps = ({ companies, groups, need }: GapView): boolean =>
  companies.size + groups.size + need.size > 0
