/**
 * An index ranked with and without a second one, on the same ratings (METHOD.md §16): what may be said of it. Pure functions of
 * the published rows.
 */
import type { PublicStudy } from '../pipeline/publication.ts'
import type { CombinedRow, Tables, TopTenRow } from '../pipeline/tables.ts'

/** A company with a place in both rankings. */
export type Placed = CombinedRow & {
  score: number
  score_with: number
  score_combined: number
  rank: number
  rank_combined: number
  shift: number
}

export interface Mix {
  index: string
  /** the index that is mixed in */
  with: string
  share: number
  /** by place in the index alone */
  placed: Placed[]
  /** companies without a place */
  unplaced: CombinedRow[]
  /** one row per share of the second index, smallest first */
  shares: TopTenRow[]
  /** the row of the share that the contract states */
  stated: TopTenRow | undefined
}

const isPlaced = (row: CombinedRow): row is Placed =>
  row.published &&
  [row.score, row.score_with, row.score_combined, row.rank, row.rank_combined, row.shift].every(
    (figure) => figure !== null,
  )

/** The mix of a wave; nothing where the study or the wave has none. */
export function mixOf({ combined }: PublicStudy, tables: Tables): Mix | undefined {
  if (combined === undefined || tables.combined.length === 0) return undefined
  const shares = tables.top_ten
    .filter((row) => row.index === combined.index && row.with === combined.with)
    .sort((a, b) => a.share - b.share)
  return {
    ...combined,
    placed: tables.combined.filter(isPlaced).sort(byPlace('rank', 'rank_combined')),
    unplaced: tables.combined.filter((row) => !isPlaced(row)),
    shares,
    stated: shares.find(({ stated }) => stated),
  }
}

type Side = 'rank' | 'rank_combined'

/** By one place; companies that share it by the other. */
const byPlace = (side: Side, other: Side) => (a: Placed, b: Placed) =>
  a[side] - b[side] || a[other] - b[other] || (a.company_id < b.company_id ? -1 : 1)

export const byCombined = byPlace('rank_combined', 'rank')

/** The last place of the top ten. */
export const ten = 10

/** Whether there are companies outside the top ten. */
export const hasMoreThanTen = ({ placed }: Mix): boolean => placed.length > ten

interface Exchange {
  /** the top ten by the index alone: more than ten where companies tie */
  alone: Placed[]
  mixed: Placed[]
  entering: Placed[]
  leaving: Placed[]
}

/** Who would enter and who would leave the top ten, in order of place. */
export const exchangeOf = ({ placed }: Mix): Exchange => ({
  alone: placed.filter(({ rank }) => rank <= ten),
  mixed: placed.filter(({ rank_combined }) => rank_combined <= ten),
  entering: placed.filter(({ enters_top10 }) => enters_top10 === true).sort(byCombined),
  leaving: placed.filter(({ leaves_top10 }) => leaves_top10 === true),
})

/** Whether as many leave the top ten as chance cannot explain; unknown where that was not computed. */
export function byChance(row: TopTenRow | undefined, confidence: number): 'more' | 'no_more' | 'unknown' {
  if (row === undefined || row.turnover === null || row.turnover_p === null) return 'unknown'
  // 1 - 0.95 is a little more than 0.05 in binary
  return row.turnover > 0 && row.turnover_p < 1 - confidence - 1e-12 ? 'more' : 'no_more'
}

/** Shares at which more leave than chance can explain, as runs of neighbours: [first, last]. */
export function runsOfMore(rows: readonly TopTenRow[], confidence: number): [number, number][] {
  const runs: [number, number][] = []
  rows.forEach((row, k) => {
    if (byChance(row, confidence) !== 'more') return
    const before = rows[k - 1]
    const run = runs.at(-1)
    if (run !== undefined && before?.share === run[1]) run[1] = row.share
    else runs.push([row.share, row.share])
  })
  return runs
}

/** Pairs of companies, those whose order would turn, and whether every place would stay. */
export function turnsOf({ placed }: Mix): { pairs: number; turned: number; same: boolean } {
  let turned = 0
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1))
      if ((a.rank - b.rank) * (a.rank_combined - b.rank_combined) < 0) turned++
  })
  return {
    pairs: (placed.length * (placed.length - 1)) / 2,
    turned,
    same: placed.every(({ rank, rank_combined }) => rank === rank_combined),
  }
}

/** Who clearly gains and loses on the others, the largest shift first, and how many companies that was asked of. */
export function shiftsOf({ placed }: Mix): { gains: Placed[]; loses: Placed[]; counted: number } {
  const size = (row: Placed) => Math.abs(row.shift_vs_mean ?? 0)
  const those = (verdict: Placed['verdict']) =>
    placed.filter((row) => row.verdict === verdict).sort((a, b) => size(b) - size(a))
  return {
    gains: those('gains'),
    loses: those('loses'),
    counted: placed.filter(({ p_value }) => p_value !== null).length,
  }
}

/** What counting in the second index does to all ranked companies together, in points. */
export function levelOf({ placed }: Mix): number | undefined {
  const row = placed.find(({ shift_vs_mean }) => shift_vs_mean !== null)
  return row === undefined || row.shift_vs_mean === null ? undefined : row.shift - row.shift_vs_mean
}
