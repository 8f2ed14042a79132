/** The tables on beliefs of one edition, indexed once. */
import type { PublicStudy } from '../pipeline/publication.ts'
import type { BeliefRow, BeliefTogetherRow, Tables } from '../pipeline/tables.ts'
import { groupBy } from './rows.ts'

export interface BeliefView {
  /** the indices that companies were asked about, in the order of the study, the headline first */
  indices: string[]
  /** by company; role all first */
  companies: Map<string, BeliefRow[]>
  /** by index; role all first */
  together: Map<string, BeliefTogetherRow[]>
}

const everyone = (a: { role: string }, b: { role: string }) =>
  Number(b.role === 'all') - Number(a.role === 'all')

export function beliefViewOf(study: PublicStudy, { beliefs, beliefs_together }: Tables): BeliefView {
  const asked = new Set([...beliefs, ...beliefs_together].map(({ index }) => index))
  return {
    indices: [...study.indices]
      .sort((a, b) => Number(b.headline) - Number(a.headline))
      .flatMap(({ id }) => (asked.has(id) ? [id] : [])),
    companies: groupBy([...beliefs].sort(everyone), (row) => row.company_id),
    together: groupBy([...beliefs_together].sort(everyone), (row) => row.index),
  }
}

/** Whether there is anything for a page on beliefs to tell. */
export const tellsBeliefs = ({ indices }: BeliefView): boolean => indices.length > 0
