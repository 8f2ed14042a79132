/**
 * What the site is made from: the published tables and the public part of the contract.
 * Companies with `publish: false` appear nowhere in it.
 */
import type { Tables } from './tables.ts'

/** A text in each language of the study. */
export type Words = Readonly<Record<string, string>>

export interface PublicItem {
  id: string
  text: Words
  scale: { min: number; max: number }
  reverse: boolean
}

export interface PublicIndex {
  id: string
  label: Words
  why: Words | undefined
  items: { item: string; weight: number }[]
  headline: boolean
  author: string | undefined
  checked_by: string | undefined
  next_review: string | undefined
}

export interface PublicIndustry {
  id: string
  name: Words
}

export interface PublicCompany {
  id: string
  name: string
  industry: string
  /** first and last wave of its life, where the register says so */
  valid_from: string | undefined
  valid_to: string | undefined
  /** the company that took over, by id */
  successor: string | undefined
  homepage: string | undefined
}

export interface PublicWave {
  id: string
  fieldwork: readonly [string, string] | undefined
  mode: string | undefined
  /** the files hold a weight; otherwise every respondent weighs 1 */
  weighted: boolean
  /** the files hold a stratum; otherwise all respondents are one stratum */
  stratified: boolean
  /** the files hold a sampling unit above the respondent */
  clustered: boolean
  /** items asked in this wave */
  items: string[]
  /** per index: the items available in this wave, and whether they differ from the wave before (a break) */
  indices: Record<string, { items: string[]; min_items: number; break: boolean }>
}

/** A variable that weights are raked by, with its names where a segment has the same column. */
export interface PublicMargin {
  role: string
  label: Words
  categories: Readonly<Record<string, Words>>
}

/** A place where customer and company meet. */
export interface PublicTouchpoint {
  id: string
  label: Words
  channel: string | undefined
  /** the department that owns it */
  owner: string | undefined
  /** the step of the customer’s journey */
  step: string | undefined
  /** items */
  expected: string
  experienced: string
}

/** A way to divide customers into groups. */
export interface PublicSegment {
  id: string
  label: Words
  /** those that the contract names, in its order; none where it names none, and a value is its own name */
  categories: { id: string; label: Words }[]
}

export interface PublicStudy {
  id: string
  title: Words
  publisher: { name: string; url: string | undefined; contact: string | undefined }
  licence: string
  /** the first is the default */
  languages: string[]
  synthetic: boolean
  confidence: number
  minimum_n: number
  minimum_shown: number
  minimum_segment_n: number
  aggregate: 'companies' | 'ratings'
  /** respondent ids of different waves are the same people */
  panel: boolean
  weighting: {
    /** what a weight belongs to */
    level: 'respondent' | 'rating'
    /** smallest and largest weight, in multiples of the mean */
    trim: readonly [number, number] | undefined
    rake: PublicMargin[]
  }
  items: PublicItem[]
  indices: PublicIndex[]
  net_promoter: string | undefined
  /** the alternative ranking: `share` of the index `with` beside the index */
  combined: { index: string; with: string; share: number } | undefined
  touchpoints: PublicTouchpoint[]
  /** indices that may explain an outcome, an index too */
  drivers: { outcome: string; of: string[] } | undefined
  /** the item that asks whether the need was met, the index that stands for loyalty, and by whom customers are served */
  need_met: { item: string | undefined; loyalty: string; channels: Readonly<Record<string, Words>> }
  segments: PublicSegment[]
  /** split ballots, with the names of their halves by value where the contract has them */
  experiments: { id: string; label: Words; halves: Readonly<Record<string, Words>> }[]
  /** the companies’ own survey */
  beliefs:
    | { scale: { min: number; max: number }; superior: number | undefined; indices: string[] }
    | undefined
  industries: PublicIndustry[]
  companies: PublicCompany[]
  /** in order of time */
  waves: PublicWave[]
  /** the waves, and those that others have published scores of, in order of time */
  timeline: string[]
  /** parts of the contract that the program does not compute yet, in words */
  not_yet_computed: string[]
}

/** One edition per wave, oldest first. */
export interface Edition {
  wave: PublicWave
  tables: Tables
}

export interface Publication {
  study: PublicStudy
  editions: Edition[]
  /** name and version of the program that made it */
  program: { name: string; version: string }
}
