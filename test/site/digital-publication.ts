/** A made-up publication of one wave in which a second index is mixed into the ranking: every case of the page on the top ten. */
import type { Publication, PublicCompany, PublicStudy } from '../../pipeline/publication.ts'
import {
  type ExperimentRow,
  emptyTables,
  type Score,
  type Tables,
  type TopTenRow,
} from '../../pipeline/tables.ts'
import { ballot, type Cell, type Cells, combinedRows, isRanked, rankOf, topTenRows } from './mixing.ts'
import { hostileName, publication } from './publication.ts'

const names = [
  ...['Aksla', 'Brisen', 'Dønning', 'Elvestad', 'Fjellglimt', 'Granbo', 'Havgløtt', 'Isbre Kraft'],
  ...['Jotna', 'Kvist & Sønner', 'Lyng', 'Myra', 'Nordås', 'Ospelund', 'Pilar', 'Rimfrost'],
  ...['Skjær', 'Tindvik', 'Urd', 'Vardeglimt', 'Ytterøy Mat', 'Ærfugl'],
]
const idOf = (name: string) => name.toLowerCase().replace(/[^a-zæøå]+/g, '-')
export const ids = names.map(idOf)

/** Satisfaction falls by a point from company to company; digital relevance is 20 points lower, but for those that `others` names. */
export function cellsOf(count: number, others: Record<string, number> = {}): Cells {
  return Object.fromEntries(
    ids.slice(0, count).map((id, k): [string, Cell] => [id, [85 - k, others[id] ?? 65 - k]]),
  )
}

const noScore = {
  ...{ n_effective: null, score: null, se: null, low: null, high: null, df: null, points_for_change: null },
  ...{ rank: null, rank_low: null, rank_high: null, change: null, change_se: null, change_df: null },
  ...{ rank_in_industry: null, rank_in_industry_low: null, rank_in_industry_high: null },
  ...{ change_low: null, change_high: null, change_p: null, change_p_adjusted: null },
  ...{ change_p_adjusted_bh: null, change_verdict: 'first_wave' as const },
}

function scoreRows(cells: Cells, index: string, which: 0 | 1, nameOf: (id: string) => string): Score[] {
  const all = Object.values(cells)
    .filter(isRanked)
    .map((cell) => cell[which])
  const about = { wave: '2025', index, industry_id: 'trade', level: 'company' as const }
  return Object.entries(cells).map(([id, cell]): Score => {
    const [score, n] = [cell[which], (cell[2] ?? 100) + 9]
    const row = { ...noScore, ...about, entity_id: id, name: nameOf(id), n }
    if (n < 75) return { ...row, published: false, reason: 'too_few_ratings' }
    const rank = rankOf(score, all)
    return {
      ...{ ...row, score, se: 1.6, low: score - 3.1, high: score + 3.1, df: n - 1, published: true },
      ...{ rank, rank_low: 1, rank_high: all.length, rank_in_industry: rank, rank_in_industry_low: 1 },
      ...{ rank_in_industry_high: all.length, reason: null },
    }
  })
}

const text = (nb: string, en: string) => ({ nb, en })

interface More {
  share?: number
  /** the indices, with their labels */
  index?: string
  with?: string
  labels?: Record<string, Record<string, string>>
  /** what the row of the stated share says instead */
  stated?: Partial<TopTenRow>
  experiments?: ExperimentRow[]
  names?: Record<string, string>
  study?: Partial<PublicStudy>
  tables?: Partial<Tables>
}

/** The publication of such companies. */
export function digitalPublication(cells: Cells, more: More = {}): Publication {
  const { share = 0.25, index = 'satisfaction', with: other = 'digital_relevance', labels = {} } = more
  const named = { ...Object.fromEntries(ids.map((id, k) => [id, names[k] ?? id])), ...more.names }
  const nameOf = (id: string) => named[id] ?? id
  const company = (id: string): PublicCompany => ({
    ...{ id, name: nameOf(id), industry: 'trade', valid_from: undefined, valid_to: undefined },
    ...{ successor: undefined, homepage: undefined },
  })
  const asked = (item: string) => ({ items: [item], min_items: 1, break: false })
  const wave = {
    ...{ id: '2025', fieldwork: ['2025-01-10', '2025-03-02'] as const, mode: 'web panel' },
    ...{ weighted: false, stratified: false, clustered: false, items: ['sat_overall', 'advice_fits'] },
    indices: { [index]: asked('sat_overall'), [other]: asked('advice_fits') },
  }
  const label = (id: string, words: Record<string, string>) => ({
    ...{ id, label: labels[id] ?? words, why: undefined, items: [], headline: id === index },
    ...{ author: undefined, checked_by: undefined, next_review: undefined },
  })
  const topTen = topTenRows(cells, share, index, other)
  return {
    study: {
      ...publication.study,
      indices: [
        label(index, text('Kundetilfredshet', 'Customer satisfaction')),
        label(other, text('Digital relevans', 'Digital relevance')),
      ],
      combined: { index, with: other, share },
      experiments: [
        {
          id: 'digital_first',
          label: text('Spørsmålenes rekkefølge', 'Order of the questions'),
          halves: {
            first: text('Digitale spørsmål først', 'Digital questions first'),
            last: text('Digitale spørsmål sist', 'Digital questions last'),
          },
        },
      ],
      ...{ net_promoter: undefined, not_yet_computed: [], timeline: ['2025'], waves: [wave] },
      industries: [{ id: 'trade', name: text('Handel', 'Trade') }],
      companies: Object.keys(cells).map(company),
      weighting: { level: 'respondent', trim: undefined, rake: [] },
      ...more.study,
    },
    editions: [
      {
        wave,
        tables: {
          ...emptyTables(),
          scores: [...scoreRows(cells, index, 0, nameOf), ...scoreRows(cells, other, 1, nameOf)],
          combined: combinedRows(cells, share),
          top_ten: topTen.map((row) => (row.stated ? { ...row, ...more.stated } : row)),
          experiments: more.experiments ?? [],
          ...more.tables,
        },
      },
    ],
    program: publication.program,
  }
}

/** Fourteen ranked companies, one enters and one leaves, two without a place, one hostile, and a split ballot. */
export const fourteen: Publication = digitalPublication(
  {
    ...cellsOf(14, { lyng: 78, granbo: 48, ospelund: 44 }),
    pilar: [81.4, 52.2, 41],
    rimfrost: [70.3, 61, 18],
  },
  { experiments: ballot, names: { myra: hostileName } },
)
