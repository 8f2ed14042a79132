/** What may be said about groups of customers: only what the verdicts of the tables say. */
import type { SegmentGapRow, SegmentRow, ServedWorseRow } from '../pipeline/tables.ts'
import { type Known, known } from './rows.ts'

/** Rows whose figures are shown. */
export type ShownGroup = Known<SegmentRow, 'score' | 'n'>
export type ShownGroupGap = Known<SegmentGapRow, 'expected' | 'experienced' | 'gap' | 'n'>
export const isGroupShown = known<SegmentRow, 'score' | 'n'>('score', 'n')
export const isGroupGapShown = known<SegmentGapRow, 'expected' | 'experienced' | 'gap' | 'n'>(
  ...(['expected', 'experienced', 'gap', 'n'] as const),
)

type Either = SegmentRow | SegmentGapRow
/** A group that clearly differs from the other customers. */
export type Apart<Row extends Either = SegmentRow> = Row & {
  difference_from_rest: number
  verdict: 'higher' | 'lower'
}
/** A group that a company clearly serves better or worse than its industry does. */
export type Served<Row extends Either = SegmentRow> = Row & {
  difference_from_industry: number
  served: 'better' | 'worse'
}

const isApart = <Row extends Either>(row: Row): row is Row & Apart<Row> =>
  row.published && row.difference_from_rest !== null && (row.verdict === 'higher' || row.verdict === 'lower')
const isServed = <Row extends Either>(row: Row): row is Row & Served<Row> =>
  row.published &&
  row.difference_from_industry !== null &&
  (row.served === 'better' || row.served === 'worse')

/** The groups that clearly differ from the other customers, the largest difference first, out of how many that were compared. */
export function apartOf<Row extends Either>(rows: readonly Row[]) {
  return {
    compared: rows.filter(({ published, verdict }) => published && verdict !== null).length,
    found: rows
      .filter(isApart)
      .sort((a, b) => Math.abs(b.difference_from_rest) - Math.abs(a.difference_from_rest)),
  }
}

/** The groups that companies clearly serve worse, and better, than their industry, the largest difference first. */
export function servedOf<Row extends Either>(rows: readonly Row[]) {
  const found = rows.filter(isServed)
  return {
    compared: rows.filter(({ published, served }) => published && served !== null).length,
    worse: found
      .filter(({ served }) => served === 'worse')
      .sort((a, b) => a.difference_from_industry - b.difference_from_industry),
    better: found
      .filter(({ served }) => served === 'better')
      .sort((a, b) => b.difference_from_industry - a.difference_from_industry),
  }
}

export type Placed = ShownGroup & { rank: number; rank_low: number; rank_high: number }
export const isPlaced = (row: SegmentRow): row is Placed =>
  isGroupShown(row) && row.rank !== null && row.rank_low !== null && row.rank_high !== null

export type ShownShare = Known<ServedWorseRow, 'share_compared' | 'share_worse' | 'share_better'>
export const isShareShown = known<ServedWorseRow, 'share_compared' | 'share_worse' | 'share_better'>(
  ...(['share_compared', 'share_worse', 'share_better'] as const),
)
