/**
 * The invented population. An answer is a rounded and capped latent value on 0-100:
 * company and question + loading × (group + lenience of the person + impression of the company) + noise.
 */

/** Groups of respondents; drawn with `sample`, weighted back to `population`. */
export interface Group {
  sample: number
  population: number
  /** points added to every latent answer */
  lenience: number
}

export interface AgeGroup extends Group {
  from: number
  to: number
  /** share that does not use the company's site or app */
  offline: number
  /** factor on the chance of don't know */
  unsure: number
}

export const ageGroups: readonly AgeGroup[] = [
  { from: 18, to: 29, sample: 0.15, population: 0.27, lenience: -3.5, offline: 0.05, unsure: 1.3 },
  { from: 30, to: 44, sample: 0.22, population: 0.26, lenience: -1, offline: 0.06, unsure: 1 },
  { from: 45, to: 59, sample: 0.28, population: 0.24, lenience: 1, offline: 0.1, unsure: 0.9 },
  { from: 60, to: 80, sample: 0.35, population: 0.23, lenience: 3, offline: 0.22, unsure: 1.2 },
]

export const strata: readonly (Group & { name: string })[] = [
  { name: 'Østlandet', sample: 8 / 20, population: 0.51, lenience: -0.8 },
  { name: 'Sør- og Vestlandet', sample: 6 / 20, population: 0.31, lenience: 0.6 },
  { name: 'Midt-Norge', sample: 3 / 20, population: 0.09, lenience: 0.4 },
  { name: 'Nord-Norge', sample: 3 / 20, population: 0.09, lenience: 1.2 },
]

/** Strata of each 20 respondents in turn: a fixed allocation in the shares `sample`. */
export const allocation: readonly number[] = [0, 1, 0, 2, 1, 0, 3, 0, 1, 0, 2, 1, 0, 3, 1, 0, 2, 0, 1, 3]

/** Weights vary by this factor around population / sample. */
export const weightNoise = { low: 0.77, high: 1.23 }

/** Standard deviations in points: the person over all companies, the person about one company. */
export const spread = { lenience: 8, impression: 11.5 }

/** Chance of 1, 2, … 6 ratings per respondent: 3.4 on average. */
export const ratingCounts: readonly number[] = [0.08, 0.18, 0.29, 0.24, 0.13, 0.08]

export const traits = ['satisfaction', 'loyalty', 'advocacy', 'digital'] as const
export type Trait = (typeof traits)[number]

export interface Item {
  id: string
  trait: Trait
  min: number
  max: number
  /** points above or below the trait */
  shift: number
  /** how much group, lenience and impression count */
  loading: number
  /** standard deviation in points */
  noise: number
  dontKnow: number
  refused: number
  notAsked: number
}

const rare = { refused: 0.004, notAsked: 0.006 }
const satisfaction = { trait: 'satisfaction', min: 1, max: 10, ...rare } as const
const digital = { trait: 'digital', min: 1, max: 7, loading: 0.8, noise: 15, ...rare } as const

export const items: readonly Item[] = [
  { id: 'sat_overall', ...satisfaction, shift: 2, loading: 1, noise: 7, dontKnow: 0.008 },
  { id: 'sat_expect', ...satisfaction, shift: -1, loading: 0.95, noise: 10, dontKnow: 0.03 },
  { id: 'sat_ideal', ...satisfaction, shift: -5, loading: 1, noise: 11, dontKnow: 0.07 },
  { id: 'sat_latest', ...satisfaction, shift: 3, loading: 0.9, noise: 12, dontKnow: 0.02 },
  {
    id: 'repurchase',
    trait: 'loyalty',
    min: 1,
    max: 10,
    shift: 0,
    loading: 1.1,
    noise: 14,
    dontKnow: 0.03,
    ...rare,
  },
  {
    id: 'rec',
    trait: 'advocacy',
    min: 0,
    max: 10,
    shift: 0,
    loading: 1.15,
    noise: 13,
    dontKnow: 0.025,
    ...rare,
  },
  { id: 'advice_fits', ...digital, shift: 2, dontKnow: 0.06 },
  { id: 'offers_new', ...digital, shift: -4, dontKnow: 0.09 },
  { id: 'recognised', ...digital, shift: 1, dontKnow: 0.05 },
]

/** The indices of the study and the items they are made of. */
export const indices: Readonly<Record<string, readonly string[]>> = {
  satisfaction: ['sat_overall', 'sat_expect', 'sat_ideal', 'sat_latest'],
  loyalty: ['repurchase'],
  digital_relevance: ['advice_fits', 'offers_new', 'recognised'],
}
export const promoterItem = 'rec'
