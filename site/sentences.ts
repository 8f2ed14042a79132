/** The verdicts as sentences in the language of a page. */
import type { Score } from '../pipeline/tables.ts'
import { companyName, indexInText, type Page } from './book.ts'
import { asksOtherwise, breakSentence } from './reasons.ts'
import { plain, type Sentence } from './sentence.ts'
import { type Changed, changesOf, leadOf, type Shown } from './verdicts.ts'

const longest = 6

/** Who leads an index, as a headline without a full stop, and what it means. */
export function leadSentence(page: Page, index: string): { head: Sentence; more: string | undefined } {
  const { words, view } = page
  if (!view.companies.has(index)) return { head: [words.nothingAsked], more: undefined }
  const lead = leadOf(view, index)
  const label = indexInText(page, index)
  if (lead.kind === 'none') return { head: words.noneRanked(label), more: undefined }
  if (lead.kind === 'only')
    return { head: words.onlyOne(companyName(page, lead.company), label), more: undefined }
  if (lead.kind === 'unsure')
    return { head: words.mayLead(companyName(page, lead.company), label), more: words.mayLeadMore }
  if (lead.kind === 'alone')
    return {
      head: words.leadsAlone(companyName(page, lead.company), label),
      more: words.leadsAloneMore(lead.others),
    }
  const count = lead.companies.length
  const names = lead.companies
    .slice(0, count > longest ? longest - 1 : count)
    .map((id) => companyName(page, id))
  const rest = count - names.length
  const list = words.list(rest > 0 ? [...names, words.others(rest)] : names)
  return { head: words.tied(count, lead.everyone, label, list), more: words.tiedMore }
}

/** The changes of an index in one sentence. */
export function changeSentence(page: Page, index: string): Sentence {
  const { words, view, book } = page
  const changes = changesOf(view, index)
  const label = indexInText(page, index)
  const before = book.views[view.position - 1]
  if (before === undefined) return [words.firstEdition]
  const why = breakSentence(page, index)
  if (changes.broken || why.length > 0) {
    const head = asksOtherwise(view, index) ? words.brokenSeries(label) : words.cannotCompare(label)
    return why.length === 0 ? head : [...head, ' ', ...why]
  }
  if (!book.views.slice(0, view.position).some((other) => other.companies.has(index)))
    return words.firstOfIndex({
      ...label,
      name: label.name.replace(/^./u, (letter) => letter.toLocaleUpperCase(page.lang)),
    })
  if (changes.compared === 0) return words.nothingCompared(label)
  return changes.clear.length === 0
    ? words.noClearChange(changes.compared, label)
    : words.clearChanges(changes.clear.length, changes.compared, label)
}

/** One clear change. */
export function wentSentence(page: Page, row: Changed): Sentence {
  const { format, words } = page
  const { change_low: low, change_high: high } = row
  return words.went(
    companyName(page, row.entity_id),
    row.change > 0,
    format.score(Math.abs(row.change)),
    low === null || high === null
      ? format.change(row.change)
      : format.range(...sameSide(row.change, low, high)),
    format.score(row.score),
  )
}

/** An interval turned to the direction in which the difference is told: “down by 4.0 (1.2–6.8)”. */
export const sameSide = (difference: number, low: number, high: number): [number, number] =>
  difference < 0 ? [-high, -low] : [low, high]

/** An interval, or why there is none. */
export const rangeText = ({ format, words }: Page, low: number | null, high: number | null) =>
  low === null || high === null ? words.noInterval : format.range(low, high)

/** `84.6 (81.2–88.0), n 101`, for a sentence about a row that is shown. */
export const figureText = (page: Page, { score, low, high, n }: Shown): string =>
  `${page.format.score(score)} (${rangeText(page, low, high)}), ${page.words.base(page.format.count(n))}`

/** Why a row has no figure or no place, in words. */
export function missingText(page: Page, row: Pick<Score, 'n' | 'published' | 'reason'>): string {
  const { format, words, book } = page
  const { minimum_n, minimum_shown } = book.study
  if (row.reason === 'too_few_ratings') return words.tooFew(format.count(row.n), format.count(minimum_shown))
  if (row.reason === 'unranked_few_ratings')
    return words.tooFewToRank(format.count(row.n), format.count(minimum_n))
  if (row.reason === 'no_variation') return words.noVariation
  if (row.reason === 'no_company_shown') return words.noCompanyShown
  return row.published ? words.notRanked : words.withheld
}

/** A plain list of waves for a sentence. */
export const waveList = (page: Page, waves: readonly string[]) =>
  plain(page.words.list(waves.map((wave) => [wave])))
