/** Journeys and needs of the hand-made publication: parts weaker and stronger, changes of every kind, groups withheld. */
import type { JourneyRow, NeedMetRow, Tables } from '../../pipeline/tables.ts'
import { around, cells, gapsOf, half, industryGapsOf, none, touchpoints } from './gap-publication.ts'

type PartCell = { touchpoints: string[]; part: JourneyRow['part']; value: string }

/** Every touchpoint, department, step and channel of the wave. */
function partCells(wave: string): PartCell[] {
  const asked = touchpoints.filter(({ id }) => id !== 'app' || wave === '2025')
  const kinds = (['owner', 'step', 'channel'] as const).flatMap((part) =>
    [...new Set(asked.flatMap((touchpoint) => touchpoint[part] ?? []))].map((value) => ({
      ...{ part, value },
      touchpoints: asked.filter((touchpoint) => touchpoint[part] === value).map(({ id }) => id),
    })),
  )
  return [...asked.map(({ id }) => ({ part: 'touchpoint' as const, value: id, touchpoints: [id] })), ...kinds]
}

/** By wave, company and touchpoints: the verdict, or what became of it. */
const uneven: Record<string, Partial<JourneyRow>> = {
  '2025 ekko website': { verdict: 'weaker', beside_others: -6.2, change_verdict: 'down' },
  '2025 tele4 phone': { verdict: 'weaker', beside_others: -11.3 },
  '2025 fjordbanken website|app': { verdict: 'stronger', beside_others: 5.1 },
  '2025 fjordbanken phone': { change_verdict: 'up' },
  '2025 hostile store': { change_verdict: 'not_comparable' },
}

export function journeyOf(wave: string): JourneyRow[] {
  return Object.entries(cells[wave] ?? {}).flatMap(([company_id, own]) =>
    partCells(wave).flatMap(({ part, value, touchpoints: met }): JourneyRow[] => {
      const met_ = met.flatMap((id) => own[id] ?? [])
      const shown = met_.filter(({ reason }) => reason === undefined)
      const n = met_.reduce((sum, each) => sum + each.n, 0)
      if (met_.length === 0) return []
      const base = { wave, company_id, part, value, touchpoints: met.join('|'), n, n_others: n - 6 }
      if (shown.length === 0)
        return [
          {
            ...{ ...base, published: false, reason: 'too_few_ratings', change_verdict: null, verdict: null },
            ...none('n_effective', 'experienced', 'se', 'df', 'low', 'high', 'gap', 'gap_se', 'gap_low'),
            ...none('gap_high', 'change', 'change_se', 'change_low', 'change_high', 'change_p'),
            ...none('change_p_adjusted', 'beside_others', 'beside_others_se', 'beside_others_df'),
            ...none('beside_others_low', 'beside_others_high', 'p_value', 'p_adjusted'),
          },
        ]
      const experienced = shown.reduce((sum, each) => sum + each.experienced, 0) / shown.length
      const { beside_others = 0.7, ...more } = uneven[`${wave} ${company_id} ${met.join('|')}`] ?? {}
      const [only = '', ...others] = met
      const before = others.length === 0 ? cells['2024']?.[company_id]?.[only]?.experienced : undefined
      const first = wave === '2024' ? 'first_wave' : before === undefined ? 'new' : 'no_clear_change'
      const moved =
        wave === '2024' || before === undefined || more.change_verdict === 'not_comparable'
          ? null
          : experienced - before
      return [
        {
          ...{ ...base, n_effective: n * 0.9, experienced, se: half(n) / 2, df: n - 4 },
          ...{ low: experienced - half(n), high: experienced + half(n), gap: -2, gap_se: 1 },
          ...{ gap_low: -4, gap_high: 0, change: moved, change_se: moved === null ? null : 1.2 },
          ...(moved === null
            ? none('change_low', 'change_high', 'change_p', 'change_p_adjusted')
            : { ...around('change', moved, 2.6), change_p: 0.01, change_p_adjusted: 0.03 }),
          ...{ change_verdict: first, beside_others, beside_others_se: 1.4, beside_others_df: 90 },
          ...around('beside_others', beside_others ?? 0, 3.2),
          ...{ p_value: 0.2, p_adjusted: 0.4, verdict: 'no_clear_difference', published: true, reason: null },
          ...more,
        },
      ]
    }),
  )
}

/** Per cent met, loyalty of both, and both bases. */
type Need = [met: number, good: number, bad: number, n: number, other: number, clear?: boolean]
const needs: [NeedMetRow['level'], string, string, string, Need][] = [
  ['all', 'all', 'need', 'all', [71.4, 78.1, 52.3, 880, 356, true]],
  ['all', 'all', 'need', 'person', [74.2, 78.9, 51.6, 402, 141, true]],
  ['all', 'all', 'need', 'site', [69.3, 77.4, 53.1, 478, 215, true]],
  ['all', 'all', 'need', '<i>robot</i>', [50, 0, 0, 14, 9]],
  ['all', 'all', 'website', 'all', [62.7, 76.2, 61.4, 390, 232, true]],
  ['all', 'all', 'app', 'all', [60.1, 74.2, 73.6, 220, 146, false]],
  ['industry', 'bank', 'need', 'all', [73.3, 79.4, 55.2, 310, 113, true]],
  ['industry', 'bank', 'need', 'site', [70.6, 78.3, 54.4, 190, 79, true]],
  ['industry', 'telephone', 'need', 'all', [66.6, 66.5, 62.2, 140, 70, false]],
  ['industry', 'shops', 'need', 'all', [80, 0, 0, 150, 22]],
  ['company', 'fjordbanken', 'need', 'all', [76.1, 81.2, 58.3, 74, 33, true]],
  ['company', 'fjordbanken', 'need', 'site', [70.2, 0, 0, 40, 18]],
  ['company', 'ekko', 'need', 'all', [64.8, 62.1, 75.3, 72, 40, true]],
  ['company', 'kroken', 'need', 'all', [70, 0, 0, 30, 12]],
]

export const needOf = (wave: string): NeedMetRow[] =>
  needs.map(([level, entity_id, basis, served, [met, good, bad, n, other, clear]]): NeedMetRow => {
    const companies = level === 'company' || clear === undefined ? null : 4
    const base = { wave, level, entity_id, basis, served, companies, n_met: n, n_unmet: other }
    if (clear === undefined)
      return {
        ...{ ...base, published: false, reason: 'too_few_ratings' },
        ...none('met', 'loyalty_met', 'loyalty_met_se', 'loyalty_met_low', 'loyalty_met_high', 'se', 'df'),
        ...none('loyalty_unmet', 'loyalty_unmet_se', 'loyalty_unmet_low', 'loyalty_unmet_high', 'low'),
        ...none('difference', 'high', 'p_value', 'p_adjusted'),
      }
    const difference = good - bad
    const margin = Math.hypot(half(n), half(other))
    return {
      ...{ ...base, met, loyalty_met: good, loyalty_met_se: half(n) / 2, loyalty_unmet: bad, difference },
      ...around('loyalty_met', good, half(n)),
      ...around('loyalty_unmet', bad, half(other)),
      ...{ loyalty_unmet_se: half(other) / 2, se: margin / 2, df: n + other - 5 },
      ...{ low: difference - margin, high: difference + margin, p_value: clear ? 0.0001 : 0.3 },
      ...{ p_adjusted: clear ? 0.001 : 0.5, published: true, reason: null },
    }
  })

/** The tables of a wave; the first wave asks none of it. */
export const gapTables = (wave: string): Pick<Tables, 'gaps' | 'industry_gaps' | 'journey' | 'need_met'> =>
  wave === '2023'
    ? { gaps: [], industry_gaps: [], journey: [], need_met: [] }
    : {
        ...{ gaps: gapsOf(wave), industry_gaps: industryGapsOf(wave), journey: journeyOf(wave) },
        need_met: wave === '2025' ? needOf(wave) : [],
      }
