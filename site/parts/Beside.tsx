import type { Page } from '../book.ts'
import { estimateText } from './Estimate.tsx'

interface Props {
  page: Page
  /** the difference from the rest of the industry */
  value: number | null
  low: number | null
  high: number | null
}

/** `beside the rest +9.1 (6.0–12.2)`, on a line of its own; nothing where there is no rest. */
export const Beside = ({ page, value, low, high }: Props) =>
  value === null ? null : (
    <span class="industry">
      {page.words.besideIs} <span class="base">{estimateText(page, value, low, high, true)}</span>
    </span>
  )
