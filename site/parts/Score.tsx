import type { Score } from '../../pipeline/tables.ts'
import type { Page } from '../book.ts'
import { missingText, rangeText } from '../sentences.ts'
import { isShown } from '../verdicts.ts'

interface Limits {
  page: Page
  low: number | null
  high: number | null
}

/** `(81.2–88.0),`, or why there is none. */
export const Interval = ({ page, low, high }: Limits) => (
  <span class={low === null || high === null ? 'missing' : 'interval'}>({rangeText(page, low, high)}),</span>
)

/** `84.6 (81.2–88.0), n 101`: the score never without its interval and base. */
export function ScoreText({ page, row }: { page: Page; row: Score }) {
  const { format, words } = page
  if (!isShown(row)) return <span class="missing">{missingText(page, row)}</span>
  return (
    <span class="score">
      <b>{format.score(row.score)}</b> <Interval page={page} low={row.low} high={row.high} />{' '}
      <span class="base">{words.base(format.count(row.n))}</span>
    </span>
  )
}

/** The verdict on a change, with the points where it is clear. */
export function ChangeText({ page, row }: { page: Page; row: Score }) {
  const { format, words } = page
  const { change, change_low: low, change_high: high, change_verdict: verdict } = row
  if (!row.published || change === null || low === null || high === null)
    return <span class="quiet">{words.verdict[verdict]}</span>
  const clear = verdict === 'up' || verdict === 'down'
  return (
    <span class={clear ? `change ${verdict}` : 'quiet'}>
      {words.verdict[verdict]}
      {clear && ` ${words.changeIs(format.change(change), format.range(low, high))}`}
    </span>
  )
}
