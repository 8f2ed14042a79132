/**
 * Groups of customers of the hand-made publication: three divisions, one of which the contract names no categories for and one
 * with a single category; clear differences both ways, rows that could not be compared, rows withheld for each reason, places,
 * gaps, and hostile names.
 */
import type { PublicSegment } from '../../pipeline/publication.ts'
import type { SegmentGapRow, SegmentRow, ServedWorseRow, Tables } from '../../pipeline/tables.ts'

const text = (nb: string, en: string) => ({ nb, en })

export const hostileCategory = '</title><script>alert("group")</script> & =1+1|’'

export const segments: PublicSegment[] = [
  {
    ...{ id: 'market', label: text('Marked', 'Market') },
    categories: [
      { id: 'private', label: text('Privatkunder', 'Private customers') },
      { id: 'business', label: text('Bedriftskunder', 'Business customers') },
    ],
  },
  { id: 'age', label: text('Alder', 'Age'), categories: [] },
  {
    ...{ id: 'kind', label: text('Kundetype <i>&"', 'Kind <i>&"') },
    categories: [{ id: 'constructor', label: text(hostileCategory, hostileCategory) }],
  },
]

/** A figure, its base, what it is beside the other customers and beside the industry, and places. */
interface Cell {
  score: number
  n: number
  rest?: [difference: number, verdict: NonNullable<SegmentRow['verdict']>]
  industry?: [difference: number, verdict: NonNullable<SegmentRow['served']>]
  places?: [rank: number, low: number, high: number]
}
type Hidden = 'too_few_ratings' | 'would_reveal_others' | 'no_variation'

const half = 2
const nothing = {
  ...{ n: null, n_effective: null, companies: null, score: null, se: null, df: null, low: null, high: null },
  ...{ rank: null, rank_low: null, rank_high: null },
  ...{ rank_in_industry: null, rank_in_industry_low: null, rank_in_industry_high: null },
}
const noRest = {
  ...{ n_rest: null, difference_from_rest: null, difference_se: null, difference_df: null },
  ...{ difference_low: null, difference_high: null, p_value: null, p_adjusted: null, verdict: null },
}
const noIndustry = {
  ...{ industry_n: null, difference_from_industry: null, industry_se: null, industry_df: null },
  ...{ industry_low: null, industry_high: null, industry_p: null, industry_p_adjusted: null, served: null },
}

const restOf = (rest: Cell['rest']) => {
  if (rest === undefined) return noRest
  const [difference, verdict] = rest
  return {
    ...{ n_rest: 120, difference_from_rest: difference, difference_se: half / 2, difference_df: 80 },
    ...{ difference_low: difference - half, difference_high: difference + half },
    ...{ p_value: 0.02, p_adjusted: 0.04, verdict },
  }
}
const industryOf = (industry: Cell['industry']) => {
  if (industry === undefined) return noIndustry
  const [difference, served] = industry
  return {
    ...{ industry_n: 140, difference_from_industry: difference, industry_se: half / 2, industry_df: 80 },
    ...{ industry_low: difference - half, industry_high: difference + half },
    ...{ industry_p: 0.02, industry_p_adjusted: 0.04, served },
  }
}

type Keys = Pick<SegmentRow, 'wave' | 'level' | 'entity_id' | 'segment' | 'category' | 'index'>

function row(keys: Keys, cell: Cell | Hidden): SegmentRow {
  if (typeof cell === 'string')
    return { ...keys, ...nothing, ...noRest, ...noIndustry, published: false, reason: cell }
  const { score, n, rest, industry, places } = cell
  const [rank = null, low = null, high = null] = places ?? []
  return {
    ...keys,
    ...nothing,
    ...{ n, n_effective: n, companies: keys.level === 'company' ? null : 7, score, se: half / 2, df: n - 1 },
    ...{ low: score - half, high: score + half, rank, rank_low: low, rank_high: high },
    ...{ ...restOf(rest), ...industryOf(industry), published: true, reason: null },
  }
}

const same = 'no_clear_difference' as const
const all: [segment: string, category: string, cell: Cell | Hidden][] = [
  // the table’s order is not that of the contract
  ['market', 'business', { score: 69.4, n: 291, rest: [-1.1, same] }],
  ['market', 'private', { score: 70.5, n: 1350, rest: [1.1, same] }],
  ['age', '18-29', { score: 66.2, n: 1220, rest: [-4.6, 'lower'] }],
  ['age', '30-59', { score: 71.6, n: 412, rest: [0.9, same] }],
  ['age', '60+', { score: 73.7, n: 317, rest: [3.8, 'higher'] }],
  ['age', '90+', 'too_few_ratings'],
  ['kind', 'constructor', { score: 70.1, n: 700 }],
]
const byIndustry: Record<string, [string, string, Cell | Hidden][]> = {
  bank: [
    ['market', 'private', { score: 77.1, n: 250, rest: [6.3, 'higher'] }],
    ['market', 'business', { score: 70.8, n: 52, rest: [-6.3, 'lower'] }],
    ['age', '18-29', 'too_few_ratings'],
    ['age', '60+', 'would_reveal_others'],
  ],
  telephone: [['market', 'private', { score: 67.1, n: 190, rest: [0.4, same] }]],
  shops: [['kind', 'constructor', { score: 72.1, n: 90 }]],
}
const byCompany: Record<string, [string, string, Cell | Hidden][]> = {
  fjordbanken: [
    [
      'market',
      'private',
      { score: 85.9, n: 80, rest: [7.2, 'higher'], industry: [11.4, 'better'], places: [1, 1, 1] },
    ],
    ['market', 'business', 'too_few_ratings'],
    ['age', '18-29', 'too_few_ratings'],
    ['age', '30-59', 'would_reveal_others'],
    ['age', '60+', { score: 84.2, n: 44, rest: [-0.6, same] }],
    ['kind', 'constructor', { score: 84.1, n: 101, industry: [9.8, 'better'] }],
  ],
  nordlys: [
    [
      'market',
      'private',
      { score: 74.3, n: 78, rest: [0.5, same], industry: [-1.2, same], places: [2, 2, 3] },
    ],
    ['market', 'business', { score: 73.8, n: 31, rest: [-0.5, same], industry: [1.9, same] }],
    ['age', '18-29', 'no_variation'],
  ],
  spareskillingen: [
    [
      'market',
      'private',
      { score: 72.7, n: 76, rest: [-0.1, same], industry: [-2.0, same], places: [3, 2, 3] },
    ],
  ],
  ekko: [
    ['market', 'private', { score: 67.4, n: 60, rest: [-0.4, same], industry: [1.3, same] }],
    ['market', 'business', { score: 58.3, n: 58, rest: [-9.1, 'lower'], industry: [-8.7, 'worse'] }],
  ],
  hostile: [['kind', 'constructor', { score: 65.2, n: 99, industry: [-7.3, 'worse'] }]],
  kroken: [['market', 'private', 'too_few_ratings']],
}

const keysOf = (wave: string, index: string) => (level: SegmentRow['level'], entity_id: string) => ({
  ...{ wave, level, entity_id, index },
})

function rowsOf(wave: string, index: string): SegmentRow[] {
  const of = keysOf(wave, index)
  const rows = (level: SegmentRow['level'], id: string, cells: typeof all) =>
    cells.map(([segment, category, cell]) => row({ ...of(level, id), segment, category }, cell))
  if (index === 'loyalty')
    return [
      ...rows('all', 'all', [['age', '60+', { score: 75.1, n: 315, rest: [4.4, 'higher'] }]]),
      ...rows('company', 'ekko', [['market', 'business', { score: 55.5, n: 57, industry: [-9.9, 'worse'] }]]),
    ]
  return [
    ...Object.entries(byCompany).flatMap(([id, cells]) => rows('company', id, cells)),
    ...Object.entries(byIndustry).flatMap(([id, cells]) => rows('industry', id, cells)),
    ...rows('all', 'all', all),
  ]
}

const share = (
  company_id: string,
  segment: string,
  compared: number,
  [n, worse, better, of]: [number, number, number, number] | [],
): ServedWorseRow => ({
  ...{ wave: '2025', company_id, segment, index: 'satisfaction', compared, worse: '', better: '' },
  ...(n === undefined
    ? {
        ...{ n: null, share_compared: null, share_worse: null, share_better: null },
        ...{ published: false, reason: 'too_few_ratings' as const },
      }
    : {
        ...{ n, share_compared: of ?? 0, share_worse: worse ?? 0, share_better: better ?? 0 },
        ...{ published: true, reason: null },
      }),
})
const shares = [
  share('fjordbanken', 'market', 1, [101, 0, 78.6, 78.6]),
  share('fjordbanken', 'age', 0, []),
  share('fjordbanken', 'kind', 1, [101, 0, 100, 100]),
  share('nordlys', 'market', 2, [109, 0, 0, 100]),
  share('spareskillingen', 'market', 1, [96, 0, 0, 79.4]),
  share('ekko', 'market', 2, [118, 48.7, 0, 100]),
  share('hostile', 'kind', 1, [99, 100, 0, 100]),
  share('kroken', 'market', 0, []),
]

const gap = (
  level: SegmentGapRow['level'],
  entity_id: string,
  category: string,
  touchpoint: string,
  cell: Pick<Cell, 'rest' | 'industry'> & { gap: number },
): SegmentGapRow => ({
  ...{ wave: '2025', level, entity_id, segment: 'market', category, touchpoint, n: 64, companies: null },
  ...{ expected: 80, experienced: 80 + cell.gap, gap: cell.gap, se: half / 2, df: 63 },
  ...{ low: cell.gap - half, high: cell.gap + half, ...restOf(cell.rest), ...industryOf(cell.industry) },
  ...{ published: true, reason: null },
})
const gaps = [
  gap('all', 'all', 'business', 'website', { gap: -9.4, rest: [-5.2, 'lower'] }),
  gap('all', 'all', 'private', 'website', { gap: -4.2, rest: [5.2, 'higher'] }),
  gap('all', 'all', 'private', 'store', { gap: -3.1, rest: [0.2, same] }),
  gap('company', 'ekko', 'business', 'website', { gap: -17.3, industry: [-8.1, 'worse'] }),
  gap('company', 'ekko', 'private', 'website', { gap: -5.3, industry: [-0.3, same] }),
]

/** The tables of a wave; only the newest has groups. */
export const segmentTables = (wave: string): Pick<Tables, 'segments' | 'segment_gaps' | 'served_worse'> =>
  wave === '2025'
    ? {
        segments: [...rowsOf(wave, 'satisfaction'), ...rowsOf(wave, 'loyalty')],
        ...{ segment_gaps: gaps, served_worse: shares },
      }
    : { segments: [], segment_gaps: [], served_worse: [] }
