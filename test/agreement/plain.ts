/** A study as plain data: what the reference computes from and what randomStudy makes. */

export type Answer = number | 'dont_know' | 'refused' | 'not_asked' | 'not_applicable'

export interface Rating {
  company: string
  answers: Readonly<Record<string, Answer>>
  /** where every rating has its own weight */
  weight?: number
}

export interface Respondent {
  wave: string
  respondent: string
  stratum: string
  weight: number
  household?: string
  /** the categories of the raked variables, by variable */
  groups?: Readonly<Record<string, string>>
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

/** What a wave may lack: without it all weights are 1, all is one stratum, respondents are the units. */
export type Column = 'weight' | 'stratum' | 'household'

export interface PlainWave {
  id: string
  items: readonly string[]
  columns: readonly Column[]
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
  industries: readonly { id: string; name: string }[]
  companies: readonly PlainCompany[]
  respondents: readonly Respondent[]
  publication: {
    minimum_n: number
    minimum_shown: number
    aggregate: 'companies' | 'ratings'
    confidence: number
  }
  single_unit_stratum: 'center' | 'error'
  /** raked to the targets of every variable that has one; `level`: what a weight belongs to */
  weighting: { targets: readonly Target[]; trim?: readonly [number, number]; level: 'respondent' | 'rating' }
  /** the same respondent id is the same person in all waves */
  panel: boolean
}
