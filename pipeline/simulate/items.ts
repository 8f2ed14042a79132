/**
 * The questions as the model has them. An answer is a rounded and capped latent value on 0-100:
 * company and question + loading × (groups + lenience of the person + impression of the company)
 * + drivers × effect of the drivers + loads × what happened to this customer + noise.
 */
import { type Driver, drivers } from './drivers.ts'
import type { Phase } from './phases.ts'
import { expectedItem, experiencedItem, type Touchpoint, touchpoints } from './touchpoints.ts'

/** What happens to one customer with one company, each with mean 0 and variance 1. */
export const events = [...drivers, 'need'] as const
export type Event = (typeof events)[number]

export interface Item {
  id: string
  /** what the company has a level of */
  trait: string
  min: number
  max: number
  /** a high answer is bad */
  reverse: boolean
  /** points above or below the level */
  shift: number
  loading: number
  drivers: number
  loads: readonly (readonly [event: Event, points: number])[]
  /** standard deviation in points */
  noise: number
  dontKnow: number
  refused: number
  notAsked: number
  /** asked from the start of one phase until the start of another */
  from: Phase
  until?: Phase
  /** only those who use the company's site or app can answer */
  online: boolean
  /** only those who met it can answer */
  touchpoint?: Touchpoint
  /** asked earlier or later in the interview, by half */
  ordered: boolean
}

const item = (id: string, trait: string, parts: Partial<Item>): Item => ({
  id,
  trait,
  min: 1,
  max: 10,
  reverse: false,
  shift: 0,
  loading: 0,
  drivers: 0,
  loads: [],
  noise: 10,
  dontKnow: 0.03,
  refused: 0.004,
  notAsked: 0.006,
  from: 'start',
  online: false,
  ordered: false,
  ...parts,
})

const satisfied: Partial<Item> = { drivers: 1, loads: [['need', 4]] }
const digital: Partial<Item> = { min: 1, max: 7, loading: 0.8, noise: 15, online: true, ordered: true }
const explains: Partial<Item> = { from: 'explain', noise: 9, dontKnow: 0.04 }

const meeting = (touchpoint: Touchpoint): Item[] => {
  const parts = { from: 'touchpoints', online: touchpoint.online, touchpoint } as const
  return [
    item(expectedItem(touchpoint), expectedItem(touchpoint), {
      ...parts,
      loading: 0.35,
      noise: 12,
      dontKnow: 0.04,
    }),
    item(experiencedItem(touchpoint), experiencedItem(touchpoint), {
      ...parts,
      loading: 0.75,
      noise: 12,
      dontKnow: 0.015,
      loads: [['need', 3]],
    }),
  ]
}

export const items: readonly Item[] = [
  item('sat_overall', 'satisfaction', { ...satisfied, shift: 2, loading: 1, noise: 7, dontKnow: 0.008 }),
  item('sat_expect', 'satisfaction', { ...satisfied, shift: -1, loading: 0.95, noise: 10 }),
  item('sat_ideal', 'satisfaction', { ...satisfied, shift: -5, loading: 1, noise: 11, dontKnow: 0.07 }),
  item('sat_latest', 'satisfaction', {
    ...satisfied,
    shift: 3,
    loading: 0.9,
    noise: 12,
    dontKnow: 0.02,
    loads: [['need', 6]],
  }),
  item('repurchase', 'loyalty', { loading: 1.1, drivers: 0.8, loads: [['need', 7]], noise: 13 }),
  item('rec', 'advocacy', { min: 0, loading: 1.1, drivers: 0.9, loads: [['need', 5]], noise: 12 }),
  item('advice_fits', 'digital', { ...digital, from: 'digital', shift: 2, dontKnow: 0.06 }),
  item('offers_new', 'digital', { ...digital, from: 'digital', shift: -4, dontKnow: 0.09 }),
  item('recognised_site', 'digital', {
    ...digital,
    from: 'digital',
    until: 'reworded',
    shift: 8,
    dontKnow: 0.05,
  }),
  item('recognised', 'digital', { ...digital, from: 'reworded', shift: 1, dontKnow: 0.05 }),
  item('works_first', 'works', { ...explains, shift: 1, loads: [['works', 15]] }),
  item('effort', 'works', { ...explains, reverse: true, shift: -1, loads: [['works', 15]] }),
  item('extra_perks', 'extras', { ...explains, shift: -1, loads: [['extras', 15]] }),
  item('extra_mile', 'extras', { ...explains, shift: 1, loads: [['extras', 15]] }),
  item('promise_kept', 'promises', { ...explains, shift: 1, loads: [['promises', 15]] }),
  item('promise_honest', 'promises', { ...explains, shift: -1, loads: [['promises', 15]], dontKnow: 0.06 }),
  item('need', 'need', { min: 1, max: 5, from: 'explain', loads: [['need', 19]], noise: 12, dontKnow: 0.03 }),
  ...touchpoints.flatMap(meeting),
]

/** The indices of the study and the items they are made of, over all waves. */
export const indices: Readonly<Record<string, readonly string[]>> = {
  satisfaction: ['sat_overall', 'sat_expect', 'sat_ideal', 'sat_latest'],
  loyalty: ['repurchase'],
  digital_relevance: ['advice_fits', 'offers_new', 'recognised_site', 'recognised'],
  just_works: ['works_first', 'effort'],
  extras: ['extra_perks', 'extra_mile'],
  promises: ['promise_kept', 'promise_honest'],
}
export const promoterItem = 'rec'
export const needItem = 'need'

/** The index by which each driver is measured. */
export const driverIndex: Readonly<Record<Driver, string>> = {
  works: 'just_works',
  extras: 'extras',
  promises: 'promises',
}
