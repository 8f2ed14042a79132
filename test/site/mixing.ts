/** Made-up rows of the tables `combined`, `top_ten` and `experiments`, from scores given by hand. */
import type { CombinedRow, ExperimentRow, TopTenRow } from '../../pipeline/tables.ts'

/** Score of the index, score of the second index, and base where it is not 100. */
export type Cell = readonly [score: number, other: number, n?: number]
export type Cells = Record<string, Cell>

const mixed = ([score, other]: Cell, share: number) => (1 - share) * score + share * other
export const isRanked = ([, , n = 100]: Cell) => n >= 75
export const rankOf = (value: number, all: readonly number[]) =>
  1 + all.filter((each) => each > value + 1e-9).length

/** Places by both, as the pipeline gives them. */
function placesOf(cells: Cells, share: number) {
  const ranked = Object.entries(cells).filter(([, cell]) => isRanked(cell))
  const alone = ranked.map(([, [score]]) => score)
  const both = ranked.map(([, cell]) => mixed(cell, share))
  return ranked.map(([id, cell]) => {
    const [rank, rank_combined] = [rankOf(cell[0], alone), rankOf(mixed(cell, share), both)]
    return {
      ...{ id, cell, rank, rank_combined },
      enters: rank_combined <= 10 && rank > 10,
      leaves: rank <= 10 && rank_combined > 10,
    }
  })
}

const limits = (value: number, half: number) => [value - half, value + half] as const

export function combinedRows(cells: Cells, share: number): CombinedRow[] {
  const places = placesOf(cells, share)
  const mean =
    places.reduce((sum, { cell }) => sum + mixed(cell, share) - cell[0], 0) / Math.max(places.length, 1)
  return Object.entries(cells).map(([id, cell]): CombinedRow => {
    const [score, score_with, n = 100] = cell
    const placed = places.find((each) => each.id === id)
    const none = {
      ...{ score: null, se: null, low: null, high: null, score_with: null, with_se: null },
      ...{ with_low: null, with_high: null, score_combined: null, combined_se: null, combined_low: null },
      ...{ combined_high: null, df: null, shift: null, shift_se: null, shift_low: null, shift_high: null },
      ...{ shift_vs_mean: null, shift_vs_mean_se: null, shift_vs_mean_low: null, shift_vs_mean_high: null },
      ...{ p_value: null, p_adjusted: null, verdict: null, rank: null, rank_combined: null },
      ...{ shift_places: null, enters_top10: null, leaves_top10: null },
    }
    const base = { wave: '2025', company_id: id, n, n_effective: n < 30 ? null : n }
    if (n < 30) return { ...base, ...none, published: false, reason: 'too_few_ratings' }
    const score_combined = mixed(cell, share)
    const shift = score_combined - score
    const [low, high] = limits(score, 3.1)
    const [with_low, with_high] = limits(score_with, 4.2)
    const [combined_low, combined_high] = limits(score_combined, 3)
    const [shift_low, shift_high] = limits(shift, 1.1)
    const shown = {
      ...{ score, se: 1.6, low, high, score_with, with_se: 2.1, with_low, with_high, df: n - 1 },
      ...{ score_combined, combined_se: 1.5, combined_low, combined_high },
      ...{ shift, shift_se: 0.5, shift_low, shift_high },
    }
    if (placed === undefined)
      return { ...base, ...none, ...shown, published: true, reason: 'unranked_few_ratings' }
    const shift_vs_mean = shift - mean
    const [shift_vs_mean_low, shift_vs_mean_high] = limits(shift_vs_mean, 1.2)
    const verdict = shift_vs_mean > 1.8 ? 'gains' : shift_vs_mean < -1.8 ? 'loses' : 'no_clear_shift'
    const alone = places.length === 1
    return {
      ...{ ...base, ...shown, shift_vs_mean, shift_vs_mean_se: 0.6, shift_vs_mean_low, shift_vs_mean_high },
      p_value: alone ? null : 0.02,
      p_adjusted: alone ? null : 0.04,
      ...{ verdict: alone ? 'no_clear_shift' : verdict, published: true, reason: null },
      ...{ rank: placed.rank, rank_combined: placed.rank_combined },
      shift_places: placed.rank - placed.rank_combined,
      ...{ enters_top10: placed.enters, leaves_top10: placed.leaves },
    }
  })
}

export function topTenRows(cells: Cells, stated: number, index: string, other: string): TopTenRow[] {
  const shares = Array.from({ length: 21 }, (_, k) => k / 20)
  return shares.map((share): TopTenRow => {
    const places = placesOf(cells, share)
    const few = places.length <= 10
    const pairs = places.flatMap((a, i) => places.slice(i + 1).map((b) => [a, b] as const))
    const turns = pairs.map(([a, b]) => Math.sign((a.rank - b.rank) * (a.rank_combined - b.rank_combined)))
    const tau = turns.reduce((sum, turn) => sum + turn, 0) / pairs.length
    const turnover = places.filter(({ leaves }) => leaves).length
    const by = (which: 'enters' | 'leaves') =>
      places.flatMap((place) => (place[which] ? [place.id] : [])).join('|')
    return {
      ...{ wave: '2025', index, with: other, share, stated: share === stated, companies: places.length },
      ...{ turnover: few ? null : turnover, entering: by('enters'), leaving: by('leaves') },
      turnover_expected: few ? null : 3.04 * Math.sqrt(share),
      turnover_low: few || share < 0.5 ? (few ? null : 0) : 1,
      turnover_high: few ? null : Math.round(6 * Math.sqrt(share) + 0.4),
      turnover_p: few ? null : turnover > 2 ? 0.0045 : turnover === 0 ? 1 : 0.7216,
      ...(places.length < 2
        ? { kendall_tau: null, tau_low: null, tau_high: null }
        : { kendall_tau: tau, tau_low: tau - 0.4 * share, tau_high: Math.min(1, tau + 0.8 * share) }),
    }
  })
}

const half = (index: string, score_a: number, score_b: number, verdict: ExperimentRow['verdict']) => ({
  ...{
    wave: '2025',
    experiment: 'digital_first',
    index,
    half_a: 'first',
    half_b: 'last',
    n_a: 640,
    n_b: 655,
  },
  ...{ score_a, score_a_se: 0.6, score_a_low: score_a - 1.2, score_a_high: score_a + 1.2 },
  ...{ score_b, score_b_se: 0.6, score_b_low: score_b - 1.2, score_b_high: score_b + 1.2 },
  ...{ difference: score_b - score_a, se: 0.8, df: 800 },
  ...{
    low: score_b - score_a - 1.7,
    high: score_b - score_a + 1.7,
    p_value: 0.02,
    p_adjusted: 0.04,
    verdict,
  },
  ...{ published: true, reason: null },
})

/** A split ballot of two indices: the second is answered lower by those who are asked it last. */
export const ballot: ExperimentRow[] = [
  half('satisfaction', 71.3, 71.9, 'no_clear_difference'),
  half('digital_relevance', 54.2, 50.1, 'a_higher'),
]
