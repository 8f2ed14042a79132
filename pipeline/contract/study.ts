/** The study as everything behind the contract sees it. */
import type { Mistake, Place } from '../errors.ts'
import type { Contract } from './schema.ts'

/** A text in every language of the study. */
export type Words = Readonly<Record<string, string>>

/** Why an answer is missing. */
export type MissingKind = 'dont_know' | 'refused' | 'not_asked' | 'not_applicable'

/** One question on a scale of whole numbers. */
export interface Item {
  readonly id: string
  readonly text: Words
  readonly scale: { readonly min: number; readonly max: number }
  /** a high answer is bad */
  readonly reverse: boolean
  /** code as written in the file → kind; BLANK, the empty value, is always there */
  readonly missing: Readonly<Record<string, MissingKind>>
}

/** A 0-100 score made of items. */
export interface Index {
  readonly id: string
  readonly label: Words
  readonly why?: Words
  readonly items: readonly { readonly item: string; readonly weight: number }[]
  /** undefined: half of the items available in the wave, rounded up */
  readonly min_items: number | undefined
  readonly headline: boolean
  readonly author?: string
  readonly checked_by?: string
  readonly next_review?: string
}

/** One round of fieldwork: which files, and how they are read. */
export interface Wave {
  readonly id: string
  /** where study.yaml names its files */
  readonly at: Place
  readonly files: readonly string[]
  /** first and last day, as 2025-01-31 */
  readonly fieldwork?: readonly [string, string]
  /** in the default language */
  readonly mode?: string
  /** role → column; respondent and company are always there */
  readonly columns: Readonly<Record<string, string>>
  /** every item → its column; null: not asked */
  readonly items: Readonly<Record<string, string | null>>
  /** role or item → what the file writes → what the contract means */
  readonly values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** which rows of the file belong to the wave */
  readonly rows?: { readonly column: string; readonly equals: string }
  /** ratings side by side on one line: what {slot} in column names stands for */
  readonly slots?: readonly string[]
  readonly csv: {
    readonly delimiter?: string
    readonly encoding?: string
    readonly decimal: '.' | ','
    readonly header_rows: number
  }
}

/** One row of companies.csv. */
export interface Company {
  readonly id: string
  readonly name: string
  readonly industry: string
  /** values that name the company in raw files besides its id; with a wave: in that wave only */
  readonly codes: readonly { readonly code: string; readonly wave: string | undefined }[]
  /** first and last wave: in the time order of the study's waves, in natural order where it is no wave */
  readonly valid_from?: string
  readonly valid_to?: string
  readonly successor?: string
  readonly homepage?: string
  /** its weight in the industry */
  readonly share: number | undefined
  readonly publish: boolean
}

/** What a correction does: gives a value, leaves ratings out, or keeps one of a respondent's ratings of a company. */
export type CorrectionAction = 'set' | 'drop' | 'keep_first' | 'keep_last'
export type CorrectionStatus = 'active' | 'proposed' | 'withdrawn'

/** One row of corrections.csv. Empty cells are undefined; BLANK is null. */
export interface Correction {
  readonly wave: string
  /** undefined: all respondents */
  readonly respondent: string | null | undefined
  /** an id or a code; undefined: all companies */
  readonly company: string | null | undefined
  /** a role or item */
  readonly column: string | undefined
  readonly action: CorrectionAction
  readonly value: string | null | undefined
  /** what the raw file must hold there */
  readonly expect: string | null | undefined
  readonly reason: string
  readonly status: CorrectionStatus
  readonly where: string
}

/** One row of targets.csv: what share of the population a category has. */
export interface Target {
  readonly wave: string
  readonly variable: string
  readonly category: string
  /** above 0; those of a variable in a wave sum to 1 */
  readonly share: number
  readonly where: string
}

/** One row of industries.csv. */
export interface Industry {
  readonly id: string
  readonly name: Words
}

/** One row of history.csv: a score that others have published. */
export interface PastScore {
  readonly wave: string
  readonly index: string
  /** a company_id, or `all` */
  readonly company: string
  /** 0-100 */
  readonly score: number
  readonly n: number | undefined
  readonly se: number | undefined
  /** where it was published */
  readonly source: string
}

/** One row of the file of beliefs: what one person of a company answered. */
export interface Belief {
  readonly wave: string
  readonly company: string
  readonly role: string
  /** column → answer, on the scale of the contract; nothing where there is none */
  readonly answers: ReadonlyMap<string, number>
}

/** A part of study.yaml without which answers cannot be read as it says, while there is no reader for it. */
export interface Unreadable extends Mistake {
  /** the wave that cannot be read; undefined: none can */
  readonly wave?: string
}

/** A study folder's contract and registers, checked. */
export interface Study {
  readonly id: string
  readonly title: Words
  readonly publisher: { readonly name: string; readonly url?: string; readonly contact?: string }
  readonly licence: string
  /** the first is the default */
  readonly languages: readonly string[]
  readonly synthetic: boolean
  readonly items: readonly Item[]
  readonly indices: readonly Index[]
  readonly net_promoter?: string
  readonly weighting: {
    /** the role of the weight as delivered; a wave without that role is unweighted */
    readonly base: string
    /** the roles that weights are raked by, in order */
    readonly rake: readonly string[]
    /** smallest and largest weight, in multiples of the mean */
    readonly trim?: readonly [number, number]
    readonly level: 'respondent' | 'rating'
    /** replicate weights to be written beside the weights */
    readonly replicates?: Readonly<NonNullable<Contract['weighting']['replicates']>>
  }
  readonly design: {
    readonly strata?: string
    /** the role of the sampling unit; undefined: the respondent */
    readonly cluster?: string
    readonly single_unit_stratum: 'center' | 'error'
    readonly panel: boolean
  }
  readonly publication: Readonly<
    Pick<
      Contract['publication'],
      'minimum_n' | 'minimum_shown' | 'minimum_segment_n' | 'aggregate' | 'confidence'
    >
  >
  /** ratings of a company that nobody knows */
  readonly unmatched: 'error' | 'drop'
  /** answers that are left out */
  readonly exclude: readonly Contract['exclude'][number][]
  /** role → its groups, each with the lowest and highest value */
  readonly variables: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>
  /** in order of time */
  readonly waves: readonly Wave[]
  readonly companies: readonly Company[]
  readonly industries: readonly Industry[]
  readonly corrections: readonly Correction[]
  readonly targets: readonly Target[]
  readonly history: readonly PastScore[]
  /** of unpublished companies too */
  readonly beliefs: readonly Belief[]
  /** all waves and those of `history`, in order of time, also those that `--wave` leaves out */
  readonly timeline: readonly string[]
  /** all of study.yaml with defaults: what later stations need and this type does not name */
  readonly contract: Contract
  /** parts the contract asks for whose station does not exist yet, a line each */
  readonly not_yet_computed: readonly string[]
  /** what no reader can read yet, each with its line: to be thrown before answers are read */
  readonly not_yet_readable: readonly Unreadable[]
}
