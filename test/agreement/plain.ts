/** A study as plain data: what the reference computes from and what randomStudy makes. */

export type Answer = number | 'dont_know' | 'refused' | 'not_asked' | 'not_applicable'

export interface Rating {
  company: string
  answers: Readonly<Record<string, Answer>>
  /** where every rating has its own weight */
  weight?: number
  /** by whom the customer was served: a category of the segment `channel`, another value, or a blank */
  served?: string
  /** what stands in the columns of other segments, by role */
  kinds?: Readonly<Record<string, string>>
}

export interface Respondent {
  wave: string
  respondent: string
  stratum: string
  weight: number
  household?: string
  /** the categories of the raked variables, by variable */
  groups?: Readonly<Record<string, string>>
  /** the half that the person is in, by experiment; a blank is in neither */
  halves?: Readonly<Record<string, string>>
  /** at most one per company */
  ratings: readonly Rating[]
}

export interface PlainItem {
  id: string
  min: number
  max: number
  reverse: boolean
}

export interface PlainIndex {
  id: string
  items: readonly string[]
  weights?: Readonly<Record<string, number>>
  min_items?: number
}

export interface PlainCompany {
  id: string
  name: string
  industry: string
  share?: number
  publish: boolean
}

/** Where customer and company meet: the items that ask what was expected and what was experienced. */
export interface PlainTouchpoint {
  id: string
  channel?: string
  owner?: string
  step?: string
  expected: string
  experienced: string
}

/** A way to divide ratings. `groups`: the lowest and the highest value of each group of the variable. */
export interface PlainSegment {
  id: string
  role: string
  categories?: readonly string[]
  groups?: Readonly<Record<string, readonly [number, number]>>
}

/** A split ballot. `role`: its column is a role of the waves, else a column of the raw file that is none. */
export interface PlainExperiment {
  id: string
  role: boolean
}

/**
 * What a wave may lack: without it all weights are 1, all is one stratum, respondents are the units, nobody knows who served.
 */
export type Column = 'weight' | 'stratum' | 'household' | 'served'

export interface PlainWave {
  id: string
  items: readonly string[]
  columns: readonly Column[]
  /** experiments whose column the wave has */
  experiments?: readonly string[]
  /** roles of segments whose column the wave has */
  kinds?: readonly string[]
}

/** `share` of the population of a wave in one category of a raked variable. */
export interface Target {
  wave: string
  variable: string
  category: string
  share: number
}

export interface PlainStudy {
  /** in order of time, each with the items asked in it */
  waves: readonly PlainWave[]
  items: readonly PlainItem[]
  indices: readonly PlainIndex[]
  net_promoter?: string
  /** the ranking by `index` beside the one that mixes in `with` */
  combined?: { index: string; with: string; share: number }
  touchpoints?: readonly PlainTouchpoint[]
  /** the item that asks whether the need was met */
  need_met?: string
  /** the categories of the segment `channel` */
  channels?: readonly string[]
  /** the other segments */
  segments?: readonly PlainSegment[]
  experiments?: readonly PlainExperiment[]
  industries: readonly { id: string; name: string }[]
  companies: readonly PlainCompany[]
  respondents: readonly Respondent[]
  publication: {
    minimum_n: number
    minimum_shown: number
    /** 30 where nothing is said */
    minimum_segment_n?: number
    aggregate: 'companies' | 'ratings'
    confidence: number
  }
  single_unit_stratum: 'center' | 'error'
  /** raked to the targets of every variable that has one; `level`: what a weight belongs to */
  weighting: { targets: readonly Target[]; trim?: readonly [number, number]; level: 'respondent' | 'rating' }
  /** the same respondent id is the same person in all waves */
  panel: boolean
}
