/** What a ranking with and without a second index says, as sentences in the language of a page. */
import type { TopTenRow } from '../pipeline/tables.ts'
import { companyName, indexInText, type Page } from './book.ts'
import type { Format } from './format.ts'
import { byChance, exchangeOf, hasMoreThanTen, type Mix, type Placed, shiftsOf, turnsOf } from './mix.ts'
import { type Sentence, say } from './sentence.ts'

/** More names than this are counted in a sentence, and listed below it. */
const longest = 4

/** The names of both indices inside a sentence, linked to their rankings if wished and the edition has them. */
export function indicesOf(page: Page, mix: Mix, linked = false) {
  const nameOf = (id: string) =>
    indexInText(page, id, linked && page.view.indices.some((index) => index.id === id))
  return { index: nameOf(mix.index), other: nameOf(mix.with) }
}

export const shareText = ({ format }: Page, mix: Mix): string => format.confidence(mix.share)

const names = (page: Page, rows: readonly Placed[]) =>
  page.words.list(rows.map(({ company_id }) => companyName(page, company_id)))

/** The names, or how many they are. */
const namesOrNumber = (page: Page, rows: readonly Placed[]): Sentence =>
  rows.length > longest ? [page.words.someCompanies(rows.length)] : names(page, rows)

/** Whole numbers without decimals, others with up to two. */
export const bounds = (format: Format, low: number, high: number): [string, string] => [
  format.ratio(low),
  format.ratio(high),
]

/** A share of simulated surveys; near the risk with two decimals, and cut off where it would round onto a limit that it lies below. */
function rarity(format: Format, p: number, risk: number): string {
  if (p >= 2 * risk) return format.percent(100 * p)
  const rounded = Math.round(p * 1e4) / 1e4
  return format.confidence(p < risk && rounded >= risk - 1e-12 ? Math.floor(p * 1e4) / 1e4 : rounded)
}

function exchangeText(page: Page, mix: Mix): Sentence {
  const { words } = page
  const { other } = indicesOf(page, mix, true)
  const share = shareText(page, mix)
  const { alone, entering, leaving } = exchangeOf(mix)
  if (entering.length + leaving.length === 0) return words.sameTen(other, share)
  if (leaving.length === alone.length) return words.noneStays(other, share)
  return words.exchange(other, share, namesOrNumber(page, entering), namesOrNumber(page, leaving))
}

function orderText(page: Page, mix: Mix): Sentence {
  const { words } = page
  const { other } = indicesOf(page, mix, true)
  const [only] = mix.placed
  if (mix.placed.length === 1 && only !== undefined)
    return words.onePlaced(companyName(page, only.company_id))
  const { pairs, turned, same } = turnsOf(mix)
  const turns = words.orderTurns(other, shareText(page, mix), pairs, turned, same)
  return say`${words.fewPlaced(mix.placed.length)} ${turns}`
}

/** Kendall’s tau, and what it may be among all customers; nothing where it is not known. */
function tauText({ words, format }: Page, row: TopTenRow | undefined): string {
  if (row === undefined || row.kendall_tau === null) return ''
  const { tau_low: low, tau_high: high } = row
  const known = low !== null && high !== null
  const limits = known ? ([format.coefficient(low), format.coefficient(high)] as const) : undefined
  return words.tauIs(format.coefficient(row.kendall_tau), limits, limits?.[1] === format.coefficient(1))
}

/** What chance alone would do to the top ten; nothing where that is not known. */
function chanceText(page: Page, mix: Mix): Sentence {
  const { words, format, book } = page
  const { stated } = mix
  if (stated === undefined) return []
  const {
    turnover,
    turnover_expected: expected,
    turnover_low: low,
    turnover_high: high,
    turnover_p: p,
  } = stated
  if (expected === null || low === null || high === null) return []
  const { index, other } = indicesOf(page, mix)
  const percent = format.confidence(book.study.confidence)
  const alone = words.chanceAlone(index, other, format.score(expected), bounds(format, low, high), percent)
  const seen = turnover !== null && turnover > 0 && p !== null
  return seen ? say`${alone} ${words.asMany(turnover, rarity(format, p, 1 - book.study.confidence))}` : alone
}

function tiesText(page: Page, mix: Mix): Sentence {
  const { alone, mixed } = exchangeOf(mix)
  const { index, other } = indicesOf(page, mix)
  return alone.length > 10 || mixed.length > 10
    ? page.words.tiedTens(alone.length, mixed.length, index, other)
    : []
}

interface Answer {
  /** who would enter and leave, or how the order would turn */
  what: Sentence
  /** whether that is more than chance; empty where there is nothing to ask it of */
  verdict: string
  /** what chance alone would do, ties, or how far the two orders agree */
  more: Sentence[]
  /** names that are too many for the sentence */
  lists: [head: string, names: Sentence][]
}

/** Would the top ten be different? */
export function answerOf(page: Page, mix: Mix): Answer {
  const { words, book } = page
  const { entering, leaving } = exchangeOf(mix)
  if (!hasMoreThanTen(mix)) {
    const tau = mix.placed.length > 1 ? tauText(page, mix.stated) : ''
    return { what: orderText(page, mix), verdict: '', more: tau === '' ? [] : [[tau]], lists: [] }
  }
  const moved = entering.length + leaving.length > 0
  const everyone = leaving.length === exchangeOf(mix).alone.length
  const listed = everyone || Math.max(entering.length, leaving.length) > longest
  return {
    what: exchangeText(page, mix),
    verdict: moved ? words.byChance[byChance(mix.stated, book.study.confidence)] : '',
    more: [chanceText(page, mix), tiesText(page, mix)].filter((text) => text.length > 0),
    lists: listed
      ? [
          [words.wouldEnter, entering.length === 0 ? [words.nobody] : names(page, entering)],
          [words.wouldLeave, leaving.length === 0 ? [words.nobody] : names(page, leaving)],
        ]
      : [],
  }
}

/** Who clearly gains and who loses on the others, and how many were compared. */
export function shiftsSentence(page: Page, mix: Mix): Sentence {
  const { words } = page
  const { gains, loses, counted } = shiftsOf(mix)
  const { other } = indicesOf(page, mix)
  const some = (rows: readonly Placed[]) =>
    rows.length > longest
      ? words.list([
          ...rows.slice(0, longest - 1).map(({ company_id }) => companyName(page, company_id)),
          words.others(rows.length - longest + 1),
        ])
      : names(page, rows)
  const said = words.shiftsAre(other, some(gains), gains.length, some(loses), loses.length)
  return counted < 2 ? said : say`${said} ${words.shiftsCount(counted)}`
}
