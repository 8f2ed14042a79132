/**
 * The invented population. Respondents are drawn with `sample` shares and weighted back to `population` shares; whatever
 * has a `lenience` adds that many points to every latent answer of the person.
 */
import type { Text } from './text.ts'

/** Groups of respondents; drawn with `sample`, weighted back to `population`. */
export interface Group {
  name: string
  sample: number
  population: number
  lenience: number
}

export interface AgeGroup extends Group {
  from: number
  to: number
  /** share that does not use the company's site or app */
  offline: number
  /** of those who do, the share last served by the site and not by a person */
  site: number
  /** factor on the chance of don't know */
  unsure: number
  /** chances of the kinds of customer, in the order of `personas` */
  personas: readonly [number, number, number, number]
}

export const ageGroups: readonly AgeGroup[] = [
  {
    name: '18-29',
    from: 18,
    to: 29,
    sample: 0.15,
    population: 0.27,
    lenience: -3.5,
    offline: 0.05,
    site: 0.72,
    unsure: 1.3,
    personas: [0.4, 0.2, 0.08, 0.32],
  },
  {
    name: '30-44',
    from: 30,
    to: 44,
    sample: 0.22,
    population: 0.26,
    lenience: -1,
    offline: 0.06,
    site: 0.66,
    unsure: 1,
    personas: [0.36, 0.24, 0.12, 0.28],
  },
  {
    name: '45-59',
    from: 45,
    to: 59,
    sample: 0.28,
    population: 0.24,
    lenience: 1,
    offline: 0.1,
    site: 0.55,
    unsure: 0.9,
    personas: [0.26, 0.3, 0.22, 0.22],
  },
  {
    name: '60+',
    from: 60,
    to: 80,
    sample: 0.35,
    population: 0.23,
    lenience: 3,
    offline: 0.22,
    site: 0.42,
    unsure: 1.2,
    personas: [0.16, 0.33, 0.35, 0.16],
  },
]

/** Parts of the country with the regions in them and their shares of the people there. */
export const strata: readonly (Group & { regions: Readonly<Record<string, number>> })[] = [
  {
    name: 'Østlandet',
    sample: 8 / 20,
    population: 0.51,
    lenience: -0.8,
    regions: { Oslo: 0.26, 'Østlandet ellers': 0.74 },
  },
  {
    name: 'Sør- og Vestlandet',
    sample: 6 / 20,
    population: 0.31,
    lenience: 0.6,
    regions: { Sørlandet: 0.18, Vestlandet: 0.82 },
  },
  { name: 'Midt-Norge', sample: 3 / 20, population: 0.09, lenience: 0.4, regions: { 'Midt-Norge': 1 } },
  { name: 'Nord-Norge', sample: 3 / 20, population: 0.09, lenience: 1.2, regions: { 'Nord-Norge': 1 } },
]

/** Strata of each 20 respondents in turn: a fixed allocation in the shares `sample`. */
export const allocation: readonly number[] = [0, 1, 0, 2, 1, 0, 3, 0, 1, 0, 2, 1, 0, 3, 1, 0, 2, 0, 1, 3]

export const genders: readonly Group[] = [
  { name: 'K', sample: 0.52, population: 0.5, lenience: 0.6 },
  { name: 'M', sample: 0.48, population: 0.5, lenience: -0.6 },
]

/** Whom the respondent answers for. */
export const markets: readonly Group[] = [
  { name: 'private', sample: 0.85, population: 0.85, lenience: 0.2 },
  { name: 'business', sample: 0.15, population: 0.15, lenience: -1.2 },
]

/** The kinds of customer; how often each occurs depends on age. */
export const personas: readonly { name: string; lenience: number; label: Text }[] = [
  {
    name: '1',
    lenience: -0.5,
    label: { nb: 'Vil ordne alt selv', en: 'Wants to manage alone' },
  },
  { name: '2', lenience: 0.5, label: { nb: 'Vil ha råd', en: 'Wants advice' } },
  {
    name: '3',
    lenience: 1.5,
    label: { nb: 'Vil ha det trygt og kjent', en: 'Wants the safe and familiar' },
  },
  {
    name: '4',
    lenience: -1.5,
    label: { nb: 'Jakter på det beste tilbudet', en: 'Hunts for the best deal' },
  },
]

/** Who served the customer last. It matters little; whether the need was met matters more. */
export const channels = [
  { name: 'person', lenience: 0.5 },
  { name: 'site', lenience: -0.5 },
] as const

/** Split ballot: who gets the digital questions first answers them by so many points more or less. */
export const halves = [
  { name: 'first', shift: 0.75, label: { nb: 'Digitale spørsmål først', en: 'Digital questions first' } },
  { name: 'last', shift: -0.75, label: { nb: 'Digitale spørsmål sist', en: 'Digital questions last' } },
] as const

/** Weights vary by this factor around population / sample. */
export const weightNoise = { low: 0.77, high: 1.23 }

/** Standard deviations in points: the person over all companies, the person about one company. */
export const spread = { lenience: 8, impression: 9.5 }

/** Chance of 1, 2, … 6 ratings per respondent: 3.4 on average. */
export const ratingCounts: readonly number[] = [0.08, 0.18, 0.29, 0.24, 0.13, 0.08]
