import type { Page } from '../book.ts'
import { rangeText } from '../sentences.ts'
import { isRanked, rowOf } from '../verdicts.ts'
import { key } from '../view.ts'

/** The row of a ranked company beside the rest of its industry, where the two could be compared. */
export function restOf({ view }: Page, index: string, company: string) {
  const row = view.rest.get(key(index, company))
  const own = rowOf(view, index, 'company', company)
  if (row === undefined || row.difference === null || own === undefined || !isRanked(own)) return undefined
  return { ...row, difference: row.difference }
}

/** `clearly above: +3.2 (1.0–5.4)`. */
export function RestText({ page, index, company }: { page: Page; index: string; company: string }) {
  const { words, format } = page
  const row = restOf(page, index, company)
  if (row === undefined) return <span class="quiet">–</span>
  const { verdict, difference, low, high } = row
  const kind = verdict === 'above' ? 'change up' : verdict === 'below' ? 'change down' : 'quiet'
  return (
    <span class={kind}>
      {words.restVerdict[verdict]}: {words.changeIs(format.change(difference), rangeText(page, low, high))}
    </span>
  )
}

/** What the rest is, and that the verdict counts all companies compared in the industry. */
export function RestNote({ page, index, industry }: { page: Page; index: string; industry: string }) {
  const { words, view } = page
  const compared = view.restCompared.get(key(index, industry)) ?? 0
  return compared === 0 ? null : <p class="small">{words.restWhy(compared)}</p>
}
