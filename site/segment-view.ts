/** The tables on groups of customers of one edition, indexed once. */
import type { PublicSegment, PublicStudy } from '../pipeline/publication.ts'
import type { SegmentGapRow, SegmentRow, ServedWorseRow, Tables } from '../pipeline/tables.ts'
import { isGroupShown } from './group-verdicts.ts'
import { groupBy, key } from './rows.ts'

export interface SegmentView {
  /** the divisions that have rows, in the order of the study */
  segments: PublicSegment[]
  /** by segment|index|level|entity, in the order of the categories */
  rows: Map<string, SegmentRow[]>
  /** companies by index, in the order of the table */
  companies: Map<string, SegmentRow[]>
  /** by level|entity */
  gaps: Map<string, SegmentGapRow[]>
  /** by segment|index|company */
  served: Map<string, ServedWorseRow>
  /** whether a figure is shown at all */
  shown: boolean
}

/** Compares two rows of a segment by the place of their category in the study; those without one come last, as they stand. */
function orderOf(study: PublicStudy) {
  const places = new Map(
    study.segments.map(({ id, categories }) => [
      id,
      new Map(categories.map((one, place) => [one.id, place])),
    ]),
  )
  return ({ segment, category }: Pick<SegmentRow, 'segment' | 'category'>) =>
    places.get(segment)?.get(category) ?? Number.MAX_SAFE_INTEGER
}

export function segmentViewOf(study: PublicStudy, tables: Tables): SegmentView {
  const place = orderOf(study)
  const rows = [...tables.segments].sort((a, b) => place(a) - place(b))
  const found = new Set(rows.map(({ segment }) => segment))
  return {
    segments: study.segments.filter(({ id }) => found.has(id)),
    rows: groupBy(rows, ({ segment, index, level, entity_id }) => key(segment, index, level, entity_id)),
    companies: groupBy(
      rows.filter(({ level }) => level === 'company'),
      ({ index }) => index,
    ),
    gaps: groupBy(tables.segment_gaps, ({ level, entity_id }) => key(level, entity_id)),
    served: new Map(tables.served_worse.map((row) => [key(row.segment, row.index, row.company_id), row])),
    shown: rows.some(isGroupShown),
  }
}

/** Whether there is anything for a page on groups of customers to tell. */
export const tellsGroups = ({ shown }: SegmentView): boolean => shown
