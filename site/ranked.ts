/** Whether a row may be shown, and whether it has a place. */
import type { Score } from '../pipeline/tables.ts'

/** A row whose figures are shown. */
export type Shown = Score & { score: number }

/** Whether the publication rule lets the figures of the row be shown. */
export const isShown = (row: Score | undefined): row is Shown => row?.published === true && row.score !== null

/** Whether the row has a place. */
export const isRanked = (row: Score): row is Shown & { rank: number; rank_low: number; rank_high: number } =>
  isShown(row) && row.rank !== null && row.rank_low !== null && row.rank_high !== null
