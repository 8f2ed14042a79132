/** A study as plain data: what the reference computes from and what randomStudy makes. */

export type Answer = number | 'dont_know' | 'refused' | 'not_asked' | 'not_applicable'

export interface Rating {
  company: string
  answers: Readonly<Record<string, Answer>>
}

export interface Respondent {
  wave: string
  respondent: string
  stratum: string
  weight: number
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

export interface PlainStudy {
  /** in order of time, each with the items asked in it */
  waves: readonly { id: string; items: readonly string[] }[]
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
}
