/** A study as guessed from its files: every guess with what it rests on. Pure data. */
import type { MissingKind } from '../contract/study.ts'

/** A guess: `todo` where a person must decide, `why` as evidence for the comment. */
export interface Guess<T> {
  value: T
  todo?: boolean
  why?: string
}

/** A guess as it is written: with TODO in front where a person must decide. */
export const written = ({ value, todo }: Guess<string | number | null>): string =>
  (todo === true ? `TODO ${value ?? ''}` : `${value ?? ''}`).trim()

/** One question. */
export interface DraftItem {
  id: string
  text: Guess<string>
  scale: { min: Guess<number>; max: Guess<number> }
  /** codes that are no answer, as the file writes them */
  missing: ReadonlyMap<string, Guess<MissingKind>>
  /** what the answers look like */
  why: string
}

/** A score made of items. */
export interface DraftIndex {
  id: string
  label: Guess<string>
  items: readonly string[]
  why: string
}

/** A way to divide respondents. */
export interface DraftSegment {
  /** also the role of its column */
  id: string
  categories: ReadonlyMap<string, Guess<string>>
  /** lowest and highest value of each group, where the column holds numbers to be grouped */
  groups?: Readonly<Record<string, readonly [number, number]>>
  why: string
}

/** One round of fieldwork. */
export interface DraftWave {
  id: Guess<string>
  /** relative to the folder of the raw files */
  files: readonly string[]
  rows?: { column: string; equals: string; why: string }
  slots?: { names: readonly string[]; why: string }
  /** role → column */
  columns: ReadonlyMap<string, Guess<string>>
  /** item → column; null: not asked */
  items: ReadonlyMap<string, Guess<string | null>>
  /** role or item → what the file writes → what the contract means */
  values: ReadonlyMap<string, ReadonlyMap<string, string>>
  csv: { decimal?: Guess<','>; header_rows?: Guess<number> }
  /** columns that nothing uses, a line each */
  unused: readonly string[]
}

/** One row of companies.csv. */
export interface DraftCompany {
  id: string
  name: Guess<string>
  industry: Guess<string>
  codes: readonly string[]
}

/** The whole first study. */
export interface Draft {
  id: string
  title: Guess<string>
  publisher: Guess<string>
  licence: Guess<string>
  language: Guess<string>
  items: readonly DraftItem[]
  indices: readonly DraftIndex[]
  net_promoter: Guess<string> | undefined
  touchpoints: readonly { id: string; expected: string; experienced: string }[]
  segments: readonly DraftSegment[]
  stratified: boolean
  /** ratings that name no company: how many */
  nameless: number
  waves: readonly DraftWave[]
  companies: readonly DraftCompany[]
  industries: readonly { id: string; name: string }[]
  /** names that may mean one company */
  alike: readonly string[]
}

/** `4,700`. */
export const counted = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')

/** `12%`, `0.4%`; never 0% of something. */
export function percent(part: number, whole: number): string {
  const share = whole === 0 ? 0 : (100 * part) / whole
  if (part > 0 && share < 0.1) return 'under 0.1%'
  return `${share >= 10 || share === 0 ? share.toFixed(0) : share.toFixed(1)}%`
}

/** `1 row`, `4,700 rows`. */
export const many = (n: number, noun: string, nouns = `${noun}s`): string =>
  `${counted(n)} ${n === 1 ? noun : nouns}`
