import type { SegmentGapRow, SegmentRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { estimateText } from '../Estimate.tsx'

type Row = SegmentRow | SegmentGapRow
const kinds: Readonly<Record<string, string>> = {
  ...{ higher: 'change up', better: 'change up' },
  ...{ lower: 'change down', worse: 'change down' },
}

interface Props {
  page: Page
  row: Row
}

/** `clearly lower: −4.1 (−5.3 to −2.9)`: a group beside the other customers of the same company, industry or all. */
export function FromCustomers({ page, row }: Props) {
  const { verdict, difference_from_rest: value, difference_low: low, difference_high: high } = row
  if (verdict === null || value === null) return <span class="quiet">{page.words.notCompared}</span>
  return (
    <span class={kinds[verdict] ?? 'quiet'}>
      {page.words.groupVerdict[verdict]}:{' '}
      <span class="whole">{estimateText(page, value, low, high, true)}</span>
    </span>
  )
}

/** `clearly worse: −4.1 (−5.3 to −2.9)`: a group of a company beside the same group in the rest of the industry. */
export function FromIndustry({ page, row }: Props) {
  const { served, difference_from_industry: value, industry_low: low, industry_high: high } = row
  if (served === null || value === null) return <span class="quiet">{page.words.notCompared}</span>
  return (
    <span class={kinds[served] ?? 'quiet'}>
      {page.words.servedVerdict[served]}:{' '}
      <span class="whole">{estimateText(page, value, low, high, true)}</span>
    </span>
  )
}
