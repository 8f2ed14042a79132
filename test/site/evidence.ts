/** Weights, reliability and breaks of the hand-made publication. */
import type { PublicMargin } from '../../pipeline/publication.ts'
import type { ComparabilityRow, MarginRow, ReliabilityRow } from '../../pipeline/tables.ts'

const text = (nb: string, en: string) => ({ nb, en })

export const rake: PublicMargin[] = [
  { role: 'age', label: text('Alder', 'Age'), categories: { 'under 40': text('Under 40 år', 'Under 40') } },
  { role: 'region', label: text('Landsdel', 'Part of the country'), categories: {} },
]

const margin = (
  wave: string,
  variable: string,
  category: string,
  [target, delivered, n]: [number, number | null, number | null],
): MarginRow => ({
  ...{ wave, variable, category, target, n, delivered, weighted: target, published: n !== null },
  reason: n === null ? 'too_few_ratings' : null,
})

/** The regions are withheld: one has few respondents. */
export const marginsOf = (wave: string): MarginRow[] => [
  margin(wave, 'age', 'under 40', [0.45, 0.3125, 129]),
  margin(wave, 'age', '40+', [0.55, 0.6875, 283]),
  margin(wave, 'region', 'South <1>', [0.925, null, null]),
  margin(wave, 'region', 'North', [0.075, null, null]),
]

const found: Record<string, Partial<ReliabilityRow>> = {
  satisfaction: {
    ...{ items: 3, alpha: 0.881, alpha_standardised: 0.886, omega: 0.884, average_variance: 0.71 },
    ...{ weakest_item: 'sat_ideal', weakest_correlation: 0.7049, verdict: 'one_thing' },
  },
  loyalty: {
    ...{ items: 2, alpha: 0.78, alpha_standardised: 0.78, weakest_item: 'rec', weakest_correlation: 0.64 },
    ...{ verdict: 'one_thing', flags: 'two_items' },
  },
  digital_relevance: {
    ...{ items: 3, alpha: 0.495, alpha_standardised: 0.512, omega: 0.53, average_variance: 0.29 },
    ...{ weakest_item: 'offers_new', weakest_correlation: 0.28, verdict: 'weak' },
    flags: 'alpha_low|variance_extracted_low',
  },
}

/** In 2024 too few answered every question on digital relevance. */
export const reliabilityOf = (wave: string, indices: string[]): ReliabilityRow[] =>
  indices.map((index) => {
    const none = {
      ...{ alpha: null, alpha_standardised: null, omega: null, average_variance: null },
      ...{ weakest_item: null, weakest_correlation: null, verdict: null, flags: '' },
    }
    return wave === '2024' && index === 'digital_relevance'
      ? { wave, index, items: 3, n: 22, ...none, published: false, reason: 'too_few_ratings' }
      : { wave, index, items: 0, n: 1100, ...none, published: true, reason: null, ...found[index] }
  })

export const comparability: ComparabilityRow[] = [
  {
    ...{ wave: '2024', index: 'satisfaction', wave_before: '2023' },
    ...{ reason: 'items_added', effect: 'not_comparable', detail: 'sat_ideal' },
  },
]
