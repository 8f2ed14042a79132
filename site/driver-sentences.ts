/** What drives an index as sentences in the language of a page. */
import type { DriverRow, PromiseEffectRow } from '../pipeline/tables.ts'
import { indexInText, indexName, type Page } from './book.ts'
import {
  advices,
  advised,
  isWeighed,
  type Kind,
  leadersOf,
  type Mattering,
  type ShownPair,
  type Told,
  toldOf,
  type Weighed,
} from './driver-verdicts.ts'
import { key } from './rows.ts'
import { type Name, named, type Sentence } from './sentence.ts'
import { rangeText, sameSide } from './sentences.ts'

/** A driver in quotes, linked to its ranking where it has one. */
export const driverText = (page: Page, id: string, linked = false): Sentence =>
  page.words.quoted(indexName(page, id, linked && page.view.indices.some((index) => index.id === id)))

const driverList = (page: Page, rows: readonly DriverRow[]): Sentence =>
  page.words.list(rows.map(({ driver }) => driverText(page, driver)))

/** What is explained, inside a sentence. */
export const outcomeText = (page: Page): Name => indexInText(page, page.view.drivers.outcome)

export const driversOf = ({ view }: Page, level: string, id: string): DriverRow[] =>
  view.drivers.rows.get(key(level, id)) ?? []

export const togetherDrivers = (page: Page): DriverRow[] => driversOf(page, 'all', 'all')

/** `46.3% (41.2–51.4%)` */
export function importanceText(
  page: Page,
  { importance, importance_low: low, importance_high: high }: Weighed,
): string {
  const { format, words } = page
  const range = low === null || high === null ? words.noInterval : format.portions(low, high)
  return `${format.portion(importance)} (${range})`
}

/** What matters most over all: a headline without a full stop. A driver is named only where its interval lies above 0. */
export function driverHeadline(page: Page): Sentence {
  const { words } = page
  const rows = togetherDrivers(page).filter(isWeighed)
  const outcome = outcomeText(page)
  if (page.view.drivers.drivers.length === 0) return words.driversHead.promises(outcome)
  if (rows.length === 0) return words.driversHead.few(outcome)
  if (rows.length === 1) return words.driversHead.alone(outcome)
  const leaders = leadersOf(rows)
  const list = driverList(page, leaders)
  if (leaders.length === 0) return words.driversHead.none(outcome)
  if (leaders.length === 1) return words.driversHead.one(list, outcome)
  if (leaders.length < rows.length) return words.driversHead.tied(list, outcome)
  return leaders.length === 2 ? words.driversBoth(list, outcome) : words.driversHead.everyone(list, outcome)
}

/** The shares of those that the headline names, and how much the drivers explain together. */
export function driverShares(page: Page, rows: readonly DriverRow[]): Sentence {
  const { words, format } = page
  const weighed = rows.filter(isWeighed)
  const [first] = weighed
  if (first === undefined) return []
  const together = format.portion(first.r2)
  const leaders = leadersOf(rows)
  if (leaders.length === 0) return words.driversExplain(outcomeText(page), together, weighed.length)
  const shares = leaders.map((row) =>
    words.driverShare(driverText(page, row.driver), importanceText(page, row)),
  )
  return words.driverShares(outcomeText(page), words.list(shares), together)
}

/** What a driver costs the whole where it fails: points and interval; nothing where it is not known. */
export const lostOf = (
  page: Page,
  { lost, lost_low: low, lost_high: high }: DriverRow,
): [string, string] | undefined =>
  lost === null ? undefined : [page.format.score(lost), rangeText(page, low, high)]

/** The drivers that are to be fixed first, by name. */
export const firstList = (page: Page, rows: readonly DriverRow[]): { list: Sentence; rows: Mattering[] } => {
  const first = advised(rows, 'fix_first')
  return { list: driverList(page, first), rows: first }
}

/** How each of these drivers acts and what it costs; one alone is not named again. */
export const lossSentences = (page: Page, rows: readonly Mattering[]): Sentence[] =>
  rows.flatMap((row) => {
    const { words } = page
    const lost = lostOf(page, row)
    if (row.kind === null || lost === undefined) return []
    const name = rows.length === 1 ? undefined : driverText(page, row.driver)
    return [words.adviceLoses(name, words.kindActs[row.kind]), words.adviceLost(outcomeText(page), ...lost)]
  })

/** Ratings that the regressions of so many drivers need, METHOD.md §21. */
const ratingsFor = (drivers: number) => 10 * (2 * drivers + 1)

/** Why a row is not shown, in words. */
export function driverMissing(
  page: Page,
  { reason, n, level }: Pick<DriverRow, 'reason' | 'n' | 'level'>,
): string {
  const { words, format, book, view } = page
  const least = book.study.minimum_segment_n
  const needed = level === 'company' ? least : Math.max(least, ratingsFor(view.drivers.drivers.length))
  if (reason === 'too_few_ratings') return words.tooFewDrivers(format.count(n), format.count(needed))
  return reason === 'no_variation' ? words.noVariation : words.withheld
}

/** How a driver acts, by its name. */
export const kindName = ({ words }: Page, kind: Kind | null): string =>
  kind === null ? '–' : words.kindIs[kind]

/** Two sentences on a pair of drivers: the two scores, and the verdict. */
export function pairSentence(page: Page, row: ShownPair): Sentence {
  const { words, format } = page
  const [failing, other] = [driverText(page, row.failing), driverText(page, row.with)]
  const at = (score: number, low: number | null, high: number | null) =>
    `${format.score(score)} (${rangeText(page, low, high)})`
  const difference = `${format.change(row.difference)} (${rangeText(page, row.low, row.high)})`
  return [
    ...words.makesUpIs(
      failing,
      other,
      outcomeText(page),
      at(row.score_failed, row.score_failed_low, row.score_failed_high),
      at(row.score_works, row.score_works_low, row.score_works_high),
    ),
    ' ',
    ...words.makesUpVerdict(other, difference)[row.verdict],
  ]
}

/** What is told of one driver of a company: the advice, how it acts in the industry, and how far from the rest. */
export function toldSentence(page: Page, { row, kind, advice }: Told): Sentence {
  const { words, format } = page
  const difference = row.score_vs_rest ?? 0
  const [low, high] = [row.score_vs_rest_low ?? difference, row.score_vs_rest_high ?? difference]
  const points = format.score(Math.abs(difference))
  const interval = format.range(...sameSide(difference, low, high))
  return [
    ...words.ownAdvice[advice](driverText(page, row.driver)),
    ` ${words.ownActs(kind === 'not_interpretable' ? undefined : words.kindIs[kind], words.kindActs[kind])}`,
    ` ${difference < 0 ? words.ownBehind(points, interval) : words.ownAhead(points, interval)}`,
  ]
}

/** What a company is advised, from its rows and those of its industry: at least one sentence. */
export function ownAdvice(
  page: Page,
  rows: readonly DriverRow[],
  industry: readonly DriverRow[],
): Sentence[] {
  const { words } = page
  const told = toldOf(rows, industry).map((one) => ({ advice: one.advice, text: toldSentence(page, one) }))
  const fixes = told.some(({ advice }) => advice !== 'keep')
  const kept = told.map(({ text }) => text)
  if (fixes) return kept
  const shown = rows.filter(({ published }) => published)
  const known = isKnown(industry)
  const why =
    shown.length === 0
      ? words.ownFew
      : shown.every((row) => row.score_vs_rest === null)
        ? words.ownAlone
        : known
          ? words.ownNothing
          : words.ownUnknown
  return [[why], ...kept]
}

/** Whether it is clear of some driver of the industry that it costs or pleases: it has advice. */
const isKnown = (industry: readonly DriverRow[]): boolean =>
  advices.some((advice) => advised(industry, advice).length > 0)

/** A touchpoint’s rows that carry the verdict, out of those that could be examined. */
export const hurting = (rows: readonly PromiseEffectRow[]): { hurts: number; compared: number } => {
  const shown = rows.filter(({ published, verdict }) => published && verdict !== null)
  return { hurts: shown.filter(({ verdict }) => verdict === 'hurts').length, compared: shown.length }
}

/** All companies together, as a name. */
export const everyoneName = ({ words }: Page): Name => named(words.allTogether)
