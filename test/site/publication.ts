/** A small publication made by hand: three waves, eight companies, three industries, and every oddity a page must survive. */
import type {
  Edition,
  Publication,
  PublicCompany,
  PublicStudy,
  PublicWave,
} from '../../pipeline/publication.ts'
import {
  type AgainstRest,
  type Comparison,
  type Distribution,
  emptyTables,
  type ItemRow,
  type NetPromoter,
  type PastRow,
  type Quality,
  type Score,
} from '../../pipeline/tables.ts'

import { beliefs, beliefTables } from './belief-publication.ts'
import { comparability, marginsOf, rake, reliabilityOf } from './evidence.ts'
import { gapItems, needMet, touchpoints } from './gap-publication.ts'
import { gapTables } from './journey-publication.ts'
import { ballot, type Cells, combinedRows, topTenRows } from './mixing.ts'
import { segments, segmentTables } from './segment-publication.ts'

export const hostileName =
  '"><script>alert(1)</script> & <b>Ødegård’s</b> عملاء \u202eevil\u202c 👩‍👩‍👧 AksjeselskapetMedEtUvanligLangtNavnSomAldriSlutterOgAldriBrytes AS'

const wave = (
  id: string,
  items: string[],
  indices: PublicWave['indices'],
  fieldwork?: [string, string],
): PublicWave => ({
  id,
  fieldwork,
  mode: fieldwork === undefined ? undefined : 'web panel',
  items,
  indices,
  weighted: true,
  stratified: true,
  clustered: false,
})

const satisfaction = ['sat_overall', 'sat_expect', 'sat_ideal']
const loyalty = ['repurchase', 'rec']
const digital = ['advice_fits', 'offers_new', 'recognised']

const waves = [
  wave('2023', ['sat_overall', 'sat_expect', ...loyalty], {
    satisfaction: { items: ['sat_overall', 'sat_expect'], min_items: 1, break: false },
    loyalty: { items: loyalty, min_items: 1, break: false },
  }),
  wave(
    '2024',
    [...satisfaction, ...loyalty, ...digital],
    {
      satisfaction: { items: satisfaction, min_items: 2, break: true },
      loyalty: { items: loyalty, min_items: 1, break: false },
      digital_relevance: { items: digital, min_items: 2, break: false },
    },
    ['2024-01-08', '2024-02-29'],
  ),
  wave(
    '2025',
    [...satisfaction, ...loyalty, ...digital],
    {
      satisfaction: { items: satisfaction, min_items: 2, break: false },
      loyalty: { items: loyalty, min_items: 1, break: false },
      digital_relevance: { items: digital, min_items: 2, break: false },
    },
    ['2025-01-10', '2025-03-02'],
  ),
]

const company = (
  id: string,
  name: string,
  industry: string,
  more: Partial<PublicCompany> = {},
): PublicCompany => ({
  id,
  name,
  industry,
  valid_from: undefined,
  valid_to: undefined,
  successor: undefined,
  homepage: `https://${id}.example/`,
  ...more,
})

export const companies = [
  company('fjordbanken', 'Fjordbanken', 'bank'),
  company('nordlys', 'Nordlys Bank', 'bank'),
  company('spareskillingen', 'Spareskillingen', 'bank', { homepage: 'javascript:alert(1)' }),
  company('ekko', 'Ekko Mobil', 'telephone'),
  company('tele4', 'Tele4', 'telephone'),
  company('mobilen', 'Mobilen', 'telephone', { valid_to: '2024', successor: 'tele4' }),
  company('hostile', hostileName, 'shops'),
  company('nyhandel', 'Nyhandel', 'shops', { valid_from: '2025' }),
  company('kroken', 'Butikken på Kroken', 'shops'),
]

/** Score and base of each company by wave; a base below 30 is withheld, below 75 unranked. */
type Cell = [score: number, n: number]
const figures: Record<string, Record<string, Record<string, Cell>>> = {
  satisfaction: {
    2023: {
      fjordbanken: [77.2, 104],
      nordlys: [71.3, 98],
      spareskillingen: [69.4, 88],
      ekko: [66.1, 112],
      tele4: [64.9, 95],
      mobilen: [63.2, 90],
      hostile: [70.6, 101],
      kroken: [72.8, 22],
    },
    2024: {
      fjordbanken: [79.1, 108],
      nordlys: [72.4, 101],
      spareskillingen: [70.2, 91],
      ekko: [60.3, 109],
      tele4: [65.8, 99],
      mobilen: [62.1, 81],
      hostile: [71.9, 97],
      kroken: [73.1, 41],
    },
    2025: {
      fjordbanken: [84.6, 101],
      nordlys: [74.2, 103],
      spareskillingen: [72.9, 96],
      ekko: [67.7, 118],
      tele4: [66.4, 102],
      hostile: [73.44, 99],
      nyhandel: [71.1, 84],
      kroken: [75.3, 41],
    },
  },
  loyalty: {
    2023: {
      fjordbanken: [74.0, 103],
      nordlys: [72.2, 98],
      spareskillingen: [71.0, 87],
      ekko: [62.3, 111],
      tele4: [63.5, 95],
      mobilen: [60.0, 90],
      hostile: [68.8, 100],
      kroken: [70.0, 21],
    },
    2024: {
      fjordbanken: [75.2, 107],
      nordlys: [73.3, 100],
      spareskillingen: [72.5, 90],
      ekko: [63.0, 108],
      tele4: [64.4, 98],
      mobilen: [61.1, 80],
      hostile: [69.0, 96],
      kroken: [71.7, 40],
    },
    2025: {
      fjordbanken: [75.9, 100],
      nordlys: [74.8, 102],
      spareskillingen: [73.3, 95],
      ekko: [64.2, 117],
      tele4: [57.1, 101],
      hostile: [72.6, 98],
      nyhandel: [72.0, 83],
      kroken: [73.7, 18],
    },
  },
  digital_relevance: {
    2024: {
      fjordbanken: [51.2, 92],
      nordlys: [50.1, 95],
      spareskillingen: [48.8, 85],
      ekko: [53.4, 99],
      tele4: [49.2, 91],
      mobilen: [47.1, 79],
      hostile: [46.6, 84],
      kroken: [44.4, 25],
    },
    2025: {
      fjordbanken: [52.0, 91],
      nordlys: [51.5, 96],
      spareskillingen: [50.6, 88],
      ekko: [54.1, 105],
      tele4: [50.9, 93],
      hostile: [49.9, 86],
      nyhandel: [50.2, 77],
      kroken: [45.5, 25],
    },
  },
}

/** Satisfaction, digital relevance and the base of both, in the newest wave. */
const mixedCells: Cells = Object.fromEntries(
  Object.entries(figures.satisfaction?.['2025'] ?? {}).flatMap(([id, [score]]) => {
    const [other, n] = figures.digital_relevance?.['2025']?.[id] ?? []
    return other === undefined || n === undefined ? [] : [[id, [score, other, n]]]
  }),
)
const share = 0.25

const half = (n: number) => 38 / Math.sqrt(n)
const industryOf = (id: string) => companies.find((each) => each.id === id)?.industry ?? ''
const nameOf = (id: string) => companies.find((each) => each.id === id)?.name ?? id
const clearly = (a: Cell, b: Cell) => a[0] - b[0] > 1.5 * (half(a[1]) + half(b[1])) * 0.75

function places(of: [string, Cell][], id: string, cell: Cell): [number, number, number] {
  const above = of.filter(([, other]) => clearly(other, cell)).length
  const below = of.filter(([, other]) => clearly(cell, other)).length
  const before = of.filter(([other, [score]]) => score > cell[0] || (score === cell[0] && other < id)).length
  return [before + 1, above + 1, of.length - below]
}

const empty = {
  n_effective: null,
  score: null,
  se: null,
  low: null,
  high: null,
  df: null,
  rank: null,
  rank_low: null,
  rank_high: null,
  rank_in_industry: null,
  rank_in_industry_low: null,
  rank_in_industry_high: null,
  change: null,
  change_se: null,
  change_df: null,
  change_low: null,
  change_high: null,
  change_p: null,
  change_p_adjusted: null,
  change_p_adjusted_bh: null,
  points_for_change: null,
}

function change(index: string, id: string, year: string, [score, n]: Cell) {
  const before = figures[index]?.[String(Number(year) - 1)]
  if (before === undefined) return { change_verdict: 'first_wave' as const }
  const [old, base] = before[id] ?? [0, 0]
  if (base === 0) return { change_verdict: 'new' as const }
  if (waves.find((each) => each.id === year)?.indices[index]?.break === true)
    return { change_verdict: 'not_comparable' as const }
  if (base < 75 || n < 75) return { change_verdict: 'base_too_small' as const }
  const margin = Math.hypot(half(n), half(base))
  const verdict: Score['change_verdict'] =
    score - old > 1.2 * margin ? 'up' : old - score > 1.2 * margin ? 'down' : 'no_clear_change'
  return {
    change: score - old,
    change_se: margin / 2,
    change_df: n + base - 2,
    change_low: score - old - margin,
    change_high: score - old + margin,
    change_p: 0.01,
    change_p_adjusted: 0.04,
    change_p_adjusted_bh: 0.03,
    change_verdict: verdict,
  }
}

function companyRow(index: string, year: string, id: string, cell: Cell, ranked: [string, Cell][]): Score {
  const [score, n] = cell
  const base = {
    wave: year,
    index,
    level: 'company' as const,
    entity_id: id,
    name: nameOf(id),
    industry_id: industryOf(id),
    n,
  }
  if (n < 30)
    return {
      ...base,
      ...empty,
      change_verdict: 'base_too_small',
      published: false,
      reason: 'too_few_ratings',
    }
  const shown = {
    n_effective: n * 0.9,
    score,
    se: half(n) / 2,
    low: score - half(n),
    high: score + half(n),
    df: n - 1,
  }
  if (n < 75)
    return {
      ...base,
      ...empty,
      ...shown,
      change_verdict: 'base_too_small',
      published: true,
      reason: 'unranked_few_ratings',
    }
  const [rank, low, high] = places(ranked, id, cell)
  const near = ranked.filter(([other]) => industryOf(other) === industryOf(id))
  const [nearRank, nearLow, nearHigh] = places(near, id, cell)
  return {
    ...base,
    ...empty,
    ...shown,
    rank,
    rank_low: low,
    rank_high: high,
    rank_in_industry: nearRank,
    rank_in_industry_low: nearLow,
    rank_in_industry_high: nearHigh,
    ...change(index, id, year, cell),
    points_for_change: 5.21,
    published: true,
    reason: null,
  }
}

function groupRow(index: string, year: string, level: 'industry' | 'all', id: string, cells: Cell[]): Score {
  const score = cells.reduce((sum, [each]) => sum + each, 0) / cells.length
  const n = cells.reduce((sum, [, each]) => sum + each, 0)
  return {
    ...empty,
    wave: year,
    index,
    level,
    entity_id: id,
    name: id,
    industry_id: level === 'all' ? null : id,
    n,
    n_effective: n * 0.9,
    score,
    se: half(n) / 2,
    low: score - half(n),
    high: score + half(n),
    df: n - 1,
    change_verdict: year === '2023' ? 'first_wave' : 'no_clear_change',
    published: true,
    reason: null,
  }
}

function scoresOf(year: string): Score[] {
  return Object.entries(figures).flatMap(([index, byYear]) => {
    const cells = Object.entries(byYear[year] ?? {})
    if (cells.length === 0) return []
    const ranked = cells.filter(([, [, n]]) => n >= 75)
    const shown = cells.filter(([, [, n]]) => n >= 30)
    const industry = (id: string) => shown.filter(([each]) => industryOf(each) === id).map(([, cell]) => cell)
    return [
      ...cells.map(([id, cell]) => companyRow(index, year, id, cell, ranked)),
      ...['bank', 'telephone', 'shops'].map((id) => groupRow(index, year, 'industry', id, industry(id))),
      groupRow(
        index,
        year,
        'all',
        'all',
        shown.map(([, cell]) => cell),
      ),
    ]
  })
}

function comparisonsOf(year: string): Comparison[] {
  return Object.entries(figures).flatMap(([index, byYear]) => {
    const ranked = Object.entries(byYear[year] ?? {}).filter(([, [, n]]) => n >= 75)
    return ranked.flatMap(([a, cellA], i) =>
      ranked
        .slice(i + 1)
        .filter(([b]) => industryOf(b) === industryOf(a))
        .map(([b, cellB]): Comparison => {
          const difference = cellA[0] - cellB[0]
          const margin = Math.hypot(half(cellA[1]), half(cellB[1]))
          return {
            wave: year,
            index,
            industry_id: industryOf(a),
            company_a: a,
            company_b: b,
            difference,
            se: margin / 2,
            df: 180,
            low: difference - margin,
            high: difference + margin,
            p_value: 0.02,
            p_adjusted: 0.04,
            p_adjusted_bh: 0.03,
            verdict: clearly(cellA, cellB)
              ? 'a_higher'
              : clearly(cellB, cellA)
                ? 'b_higher'
                : 'no_clear_difference',
            shared_respondents: 17,
          }
        }),
    )
  })
}

/** Far from the mean of the others: one and a half times as far as the interval would ask for. */
function besideOf(year: string): AgainstRest[] {
  return Object.entries(figures).flatMap(([index, byYear]) => {
    const ranked = Object.entries(byYear[year] ?? {}).filter(([, [, n]]) => n >= 75)
    return ranked.flatMap(([id, cell]): AgainstRest[] => {
      const others = ranked.filter(([other]) => other !== id && industryOf(other) === industryOf(id))
      const [first] = others
      if (first === undefined) return []
      const difference = cell[0] - others.reduce((sum, [, [score]]) => sum + score, 0) / others.length
      const margin = half(cell[1])
      return [
        {
          ...{ wave: year, index, industry_id: industryOf(id), company_id: id, difference },
          ...{ se: margin / 2, df: 180, low: difference - margin, high: difference + margin },
          ...{ p_value: 0.02, p_adjusted: 0.04, p_adjusted_bh: 0.03 },
          verdict:
            Math.abs(difference) < 1.5 * margin ? 'no_clear_difference' : difference > 0 ? 'above' : 'below',
        },
      ]
    })
  })
}

const scales: Record<string, [number, number]> = {
  sat_overall: [1, 10],
  sat_expect: [1, 10],
  sat_ideal: [1, 10],
  repurchase: [1, 10],
  rec: [0, 10],
  advice_fits: [1, 7],
  offers_new: [1, 7],
  recognised: [1, 7],
}
const indexOf = (item: string) =>
  satisfaction.includes(item) ? 'satisfaction' : loyalty.includes(item) ? 'loyalty' : 'digital_relevance'

function itemRows(year: string, items: string[]): { items: ItemRow[]; distributions: Distribution[] } {
  const rows: ItemRow[] = []
  const distributions: Distribution[] = []
  for (const item of items) {
    const [min, max] = scales[item] ?? [1, 10]
    for (const [id, [score, n]] of Object.entries(figures[indexOf(item)]?.[year] ?? {})) {
      const few = n < 30
      const rule = { published: !few, reason: few ? ('too_few_ratings' as const) : null }
      rows.push({
        wave: year,
        item,
        company_id: id,
        n,
        ...rule,
        ...(few
          ? { mean: null, score: null, se: null, low: null, high: null }
          : {
              mean: min + (score / 100) * (max - min),
              score,
              se: half(n) / 2,
              low: score - half(n),
              high: score + half(n),
            }),
        n_dont_know: few ? null : 3,
        n_refused: few ? null : 0,
        n_not_asked: few ? null : 0,
        n_not_applicable: few ? null : 1,
      })
      const middle = min + (score / 100) * (max - min)
      const answers = Array.from({ length: max - min + 1 }, (_, i) => min + i)
      const mass = answers.map((answer) => Math.exp(-(((answer - middle) / (0.2 * (max - min))) ** 2) / 2))
      const sum = mass.reduce((a, b) => a + b, 0)
      answers.forEach((answer, i) => {
        const share = (100 * (mass[i] ?? 0)) / sum
        distributions.push({
          wave: year,
          item,
          company_id: id,
          answer,
          ...rule,
          ...(few
            ? { n: null, share: null, low: null, high: null }
            : { n: Math.round((share * n) / 100), share, low: share - 4, high: share + 4 }),
        })
      })
    }
  }
  return { items: rows, distributions }
}

function promotersOf(year: string): NetPromoter[] {
  return Object.entries(figures.loyalty?.[year] ?? {}).map(([id, [score, n]]): NetPromoter => {
    const base = { wave: year, company_id: id, n }
    if (n < 30)
      return {
        ...base,
        promoters: null,
        passives: null,
        detractors: null,
        nps: null,
        se: null,
        low: null,
        high: null,
        published: false,
        reason: 'too_few_ratings',
      }
    const nps = (score - 70) * 3
    return {
      ...base,
      promoters: 35 + nps / 2,
      passives: 30,
      detractors: 35 - nps / 2,
      nps,
      se: 5,
      low: nps - 10,
      high: nps + 10,
      published: true,
      reason: null,
    }
  })
}

const report = 'Report 2004, table <3> & "4"'
const past = (wave: string, id: string, score: number | null, more: Partial<PastRow> = {}): PastRow => ({
  ...{ wave, index: 'satisfaction', level: id === 'all' ? 'all' : 'company', entity_id: id },
  ...{ name: id === 'all' ? 'All' : nameOf(id), score, n: null, se: null, low: null, high: null },
  ...{ source: report, published: score !== null, reason: score === null ? 'too_few_ratings' : null },
  ...more,
})

/** Published elsewhere: before the first edition, and once between two of them. */
const pastRows = [
  past('1998', 'ekko', 70.3, { n: 1250, se: 1, low: 68.3, high: 72.3 }),
  past('1998', 'all', 66.6),
  past('1999', 'ekko', 71.4),
  past('1999', 'all', 67.7),
  past('2001', 'ekko', null, { n: 12 }),
  past('2003', 'ekko', 72.5, { source: 'https://archive.example/2003' }),
  past('2003', 'hostile', 61.9, { source: hostileName }),
  past('2023b', 'tele4', 63.1),
  past('2003', 'kroken', 58.8, { index: 'loyalty' }),
]

function editionOf(each: PublicWave): Edition {
  const quality = each.items.map(
    (item): Quality => ({
      wave: each.id,
      item,
      companies: 9,
      n_valid: 1240,
      n_dont_know: 31,
      n_refused: 2,
      n_not_asked: 0,
      n_not_applicable: 5,
    }),
  )
  const about = {
    wave: each.id,
    respondents: 412,
    ratings: 1278,
    straight_liners: 14,
    duplicates: 0,
    excluded: 0,
    unmatched: 0,
    largest_weight: 3.4,
    smallest_weight: 0.31,
    design_effect: 1.23,
    n_effective: 335,
    weighting: 'raked_and_trimmed' as const,
    trim_rounds: 3,
    largest_before_trim: 6.4,
    smallest_before_trim: 0.31,
    raking_sweeps: 9,
    largest_margin_error: 2e-13,
    sampling_units: 412,
    strata: 4,
  }
  return {
    wave: each,
    tables: {
      ...emptyTables(),
      scores: scoresOf(each.id),
      comparisons: comparisonsOf(each.id),
      against_rest: besideOf(each.id),
      margins: marginsOf(each.id),
      reliability: reliabilityOf(each.id, Object.keys(each.indices)),
      comparability: comparability.filter((row) => row.wave === each.id),
      ...itemRows(each.id, each.items),
      net_promoter: promotersOf(each.id),
      quality,
      waves: [about],
      corrections:
        each.id === '2025'
          ? [
              {
                ...{ wave: '2025', company_id: 'nordlys', column: 'sat_overall', action: 'set' },
                ...{ reason: 'The scanner read 10 as <1>.', status: 'active', corrections: 3 },
              },
              {
                ...{ wave: '2025', company_id: null, column: null, action: 'drop' },
                ...{ reason: 'Test interviews', status: 'withdrawn', corrections: 1 },
              },
            ]
          : [],
      history: pastRows.filter((row) => row.wave <= each.id),
      ...gapTables(each.id),
      ...beliefTables(each.id, scoresOf(each.id)),
      ...segmentTables(each.id),
      ...(each.id === '2025'
        ? {
            combined: combinedRows(mixedCells, share),
            top_ten: topTenRows(mixedCells, share, 'satisfaction', 'digital_relevance'),
            experiments: ballot,
          }
        : {}),
    },
  }
}

const text = (nb: string, en: string) => ({ nb, en })

const study: PublicStudy = {
  id: 'example',
  title: text('Eksempelbarometeret', 'The Example Barometer'),
  publisher: { name: 'Example Institute', url: 'https://example.org', contact: 'index@example.org' },
  licence: 'CC-BY-4.0',
  languages: ['nb', 'en'],
  synthetic: true,
  confidence: 0.95,
  minimum_n: 75,
  minimum_shown: 30,
  minimum_segment_n: 30,
  aggregate: 'companies',
  panel: false,
  weighting: { level: 'respondent', trim: [0.2, 5], rake },
  items: [
    ...[
      [
        'sat_overall',
        text(
          'Hvor fornøyd er du alt i alt med {bedriften}?',
          'All in all, how satisfied are you with {the company}?',
        ),
      ],
      [
        'sat_expect',
        text(
          'I hvilken grad svarte {bedriften} til forventningene dine?',
          'How far did {the company} meet your expectations?',
        ),
      ],
      [
        'sat_ideal',
        text(
          'Tenk deg en bedrift som er perfekt på alle måter. Hvor nær er {bedriften}?',
          'Imagine a company that is perfect in every way. How close is {the company}?',
        ),
      ],
      [
        'repurchase',
        text(
          'Hvor sannsynlig er det at du ville valgt {bedriften} igjen?',
          'How likely would you be to choose {the company} again?',
        ),
      ],
      [
        'rec',
        text(
          'Hvor sannsynlig er det at du vil anbefale {bedriften}?',
          'How likely are you to recommend {the company}?',
        ),
      ],
      [
        'advice_fits',
        text('Gir nettstedet råd som passer for deg?', 'Does the website give advice that suits you?'),
      ],
      [
        'offers_new',
        text(
          'Tilbyr nettbutikken ting du trenger og ikke har?',
          'Does the online shop offer things that you need and do not have?',
        ),
      ],
      [
        'recognised',
        text('Blir du gjenkjent og møtt som den du er?', 'Are you recognised and addressed as who you are?'),
      ],
    ].map(([id, words]) => {
      const [min, max] = scales[String(id)] ?? [1, 10]
      return { id: String(id), text: words as Record<string, string>, scale: { min, max }, reverse: false }
    }),
    ...gapItems,
  ],
  indices: [
    {
      id: 'satisfaction',
      label: text('Kundetilfredshet', 'Customer satisfaction'),
      why: text('Hvor fornøyde kundene er, alt i alt.', 'How satisfied customers are, all in all.'),
      items: satisfaction.map((item) => ({ item, weight: 1 })),
      headline: true,
      author: 'A. Forsker',
      checked_by: 'B. Forsker',
      next_review: '2026-06-01',
    },
    {
      id: 'loyalty',
      label: text('Lojalitet', 'Loyalty'),
      why: undefined,
      items: loyalty.map((item) => ({ item, weight: 1 })),
      headline: false,
      author: undefined,
      checked_by: undefined,
      next_review: undefined,
    },
    {
      id: 'digital_relevance',
      label: text('Digital relevans', 'Digital relevance'),
      why: text(
        'De fleste møter mellom kunde og bedrift skjer på nettet.',
        'Most meetings between customer and company take place on the net.',
      ),
      items: digital.map((item) => ({ item, weight: 1 })),
      headline: false,
      author: undefined,
      checked_by: undefined,
      next_review: undefined,
    },
  ],
  net_promoter: 'rec',
  combined: { index: 'satisfaction', with: 'digital_relevance', share },
  touchpoints,
  drivers: undefined,
  need_met: needMet,
  segments,
  experiments: [{ id: 'digital_first', label: text('Digitalt først', 'Digital first'), halves: {} }],
  beliefs,
  industries: [
    { id: 'bank', name: text('Bank', 'Banking') },
    { id: 'telephone', name: text('Mobiltelefoni', 'Mobile telephony') },
    { id: 'shops', name: text('Dagligvarer <& "kiosk">', 'Groceries <& "kiosk">') },
  ],
  companies,
  waves,
  timeline: ['1998', '1999', '2001', '2003', '2023', '2023b', '2024', '2025'],
  not_yet_computed: ['drivers', 'model'],
}

/** The whole publication. */
export const publication: Publication = {
  study,
  editions: waves.map(editionOf),
  program: { name: 'open-customer-barometer', version: '0.1.0' },
}
