/** Names of groups of customers, and what is said of them, in the language of a page. */
import type { SegmentGapRow, SegmentRow } from '../pipeline/tables.ts'
import { indexInText, indexName, inText, type Page, told } from './book.ts'
import { apartOf, isGroupShown, servedOf } from './group-verdicts.ts'
import { estimateText } from './parts/Estimate.tsx'
import { key } from './rows.ts'
import { type Name, named, type Sentence } from './sentence.ts'
import { sameSide } from './sentences.ts'

const segmentOf = ({ book }: Page, id: string) => book.study.segments.find((segment) => segment.id === id)

/** The name of a division of customers. */
export const segmentName = (page: Page, id: string): Name =>
  named(told(page, segmentOf(page, id)?.label) || id)

/** The same inside a sentence. */
export const segmentInText = (page: Page, id: string): Name => named(inText(page, segmentName(page, id).name))

/** The name of a category: a value is its own name where the study gives it none. */
export function categoryName(page: Page, segment: string, category: string): Name {
  const known = segmentOf(page, segment)?.categories.find(({ id }) => id === category)
  return named(told(page, known?.label) || category)
}

type Grouped = Pick<SegmentRow, 'segment' | 'category'>

/** `“60+” (age)` */
export const groupName = (page: Page, { segment, category }: Grouped): Sentence =>
  page.words.groupIn(categoryName(page, segment, category), segmentInText(page, segment))

/** The rows of an entity in a division, in the order of the categories. */
export const groupRows = (
  { view }: Page,
  segment: string,
  index: string,
  level: SegmentRow['level'],
  id: string,
): SegmentRow[] => view.groups.rows.get(key(segment, index, level, id)) ?? []

/** The rows of all divisions of an entity. */
export const allGroups = (page: Page, index: string, level: SegmentRow['level'], id: string): SegmentRow[] =>
  page.view.groups.segments.flatMap((segment) => groupRows(page, segment.id, index, level, id))

/** What stands out most among all customers on the index that leads: a headline without a full stop. */
export function groupHeadline(page: Page): Sentence {
  const { words, view } = page
  const index = view.headline?.id ?? ''
  const { compared, found } = apartOf(allGroups(page, index, 'all', 'all'))
  const [first] = found
  return first === undefined
    ? words.groupsHeadNone(indexInText(page, index), compared)
    : words.groupsHead(indexName(page, index), groupName(page, first), first.difference_from_rest > 0)
}

/** By how much it does, and what the group scores; nothing where none does. */
export function groupLead(page: Page): string | undefined {
  const { words, format, view } = page
  const [first] = apartOf(allGroups(page, view.headline?.id ?? '', 'all', 'all')).found
  if (first === undefined || !isGroupShown(first)) return undefined
  const { difference_from_rest: points, difference_low: low, difference_high: high } = first
  return words.groupsLead(
    format.score(Math.abs(points)),
    format.range(...sameSide(points, low ?? points, high ?? points)),
    `${estimateText(page, first.score, first.low, first.high)}, ${words.base(format.count(first.n))}`,
  )
}

/** How many groups companies clearly serve worse, and better, than their industry on an index. */
export function servedSentence(page: Page, index: string): Sentence {
  const { worse, better, compared } = servedOf(page.view.groups.companies.get(index) ?? [])
  return page.words.groupsServed(worse.length, better.length, compared, indexName(page, index))
}

/** What the front page tells of groups, without a full stop; nothing where no difference is clear. */
export function groupNews(page: Page): Sentence | undefined {
  const index = page.view.headline?.id ?? ''
  if (apartOf(allGroups(page, index, 'all', 'all')).found.length > 0) return groupHeadline(page)
  const { worse, better } = servedOf(page.view.groups.companies.get(index) ?? [])
  if (worse.length + better.length === 0) return undefined
  const said = servedSentence(page, index)
  return said.map((piece, i) =>
    i === said.length - 1 && typeof piece === 'string' ? piece.replace(/\.$/, '') : piece,
  )
}

type Withheld = Pick<SegmentRow | SegmentGapRow, 'reason' | 'segment' | 'category'>

/** Why the figure of a group is not shown. */
export function groupMissing({ words, format, book }: Page, { reason }: Withheld): string {
  if (reason === 'too_few_ratings') return words.groupFew(format.count(book.study.minimum_segment_n))
  if (reason === 'would_reveal_others') return words.groupReveals
  return reason === 'no_variation' ? words.groupSame : words.withheld
}

/** The groups of a division that are not shown, with the reason once for each kind; nothing where all are. */
export function notShown(page: Page, rows: readonly SegmentRow[]): Sentence | undefined {
  const { words } = page
  const kinds = new Map<string, Name[]>()
  for (const row of rows.filter((one) => !isGroupShown(one))) {
    const why = groupMissing(page, row)
    kinds.set(why, [...(kinds.get(why) ?? []), categoryName(page, row.segment, row.category)])
  }
  if (kinds.size === 0) return undefined
  return words.notShownAre(
    [...kinds].flatMap(([why, names], i) => [
      ...(i === 0 ? [] : ['; ']),
      ...words.notShownFor(words.list(names), why),
    ]),
  )
}
