/** What may be said about a ranking: who leads, and what changed. Pure functions of the published rows. */
import type { Score } from '../pipeline/tables.ts'
import { isRanked, isShown, type Shown } from './ranked.ts'
import { key, type View } from './view.ts'

export { isRanked, isShown, type Shown } from './ranked.ts'

type Lead =
  | { kind: 'none' }
  | { kind: 'only'; company: string }
  | { kind: 'alone'; company: string; others: number }
  | { kind: 'unsure'; company: string }
  | { kind: 'tie'; companies: string[]; everyone: boolean }

/** Who leads an index, and how surely: all companies that no other is clearly above. */
export function leadOf(view: View, index: string): Lead {
  const ranked = (view.companies.get(index) ?? []).filter(isRanked)
  const top = ranked.filter((row) => row.rank_low === 1)
  const [first, second] = top
  if (first === undefined) return { kind: 'none' }
  if (ranked.length === 1) return { kind: 'only', company: first.entity_id }
  if (second === undefined && first.rank_high === 1)
    return { kind: 'alone', company: first.entity_id, others: ranked.length - 1 }
  // possible with unequal bases: no other may be first, but not every lead is clear
  if (second === undefined) return { kind: 'unsure', company: first.entity_id }
  return {
    kind: 'tie',
    companies: top.map((row) => row.entity_id),
    everyone: top.length === ranked.length,
  }
}

/** Whether a figure has an interval. */
export const hasLimits = ({ low, high }: { low: number | null; high: number | null }) =>
  low !== null && high !== null

export type Changed = Shown & { change: number; change_verdict: 'up' | 'down' }

const isChanged = (row: Score): row is Changed =>
  isShown(row) && row.change !== null && (row.change_verdict === 'up' || row.change_verdict === 'down')

interface Changes {
  /** companies compared with the wave before */
  compared: number
  clear: Changed[]
  broken: boolean
}

/** The clear changes of an index since the wave before, largest first, and of how many comparisons. */
export function changesOf(view: View, index: string): Changes {
  const rows = view.companies.get(index) ?? []
  return {
    compared: rows.filter((row) => ['up', 'down', 'no_clear_change'].includes(row.change_verdict)).length,
    clear: rows.filter(isChanged).sort((a, b) => Math.abs(b.change) - Math.abs(a.change)),
    broken: view.wave.indices[index]?.break === true,
  }
}

/** The published row of a company, an industry or all. */
export const rowOf = (view: View, index: string, level: Score['level'], id: string) =>
  view.scores.get(key(index, level, id))
