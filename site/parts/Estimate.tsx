import type { Page } from '../book.ts'
import { rangeText } from '../sentences.ts'

interface Props {
  page: Page
  value: number
  low: number | null
  high: number | null
  /** a difference, written with its sign */
  signed?: boolean
  /** the base */
  n?: number | undefined
}

/** `81.2 (78.9–83.5)`, and the base where it is given. */
export const Estimate = ({ page, value, low, high, signed = false, n }: Props) => (
  <span class="score">
    <b>{signed ? page.format.change(value) : page.format.score(value)}</b>{' '}
    <span class={low === null || high === null ? 'missing' : 'interval'}>
      ({rangeText(page, low, high)}){n !== undefined && ','}
    </span>
    {n !== undefined && (
      <>
        {' '}
        <span class="base">{page.words.base(page.format.count(n))}</span>
      </>
    )}
  </span>
)

/** The same in a sentence. */
export const estimateText = (
  page: Page,
  value: number,
  low: number | null,
  high: number | null,
  signed = false,
): string =>
  `${signed ? page.format.change(value) : page.format.score(value)} (${rangeText(page, low, high)})`
