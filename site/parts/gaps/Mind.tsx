import type { GapRow, IndustryGapRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { mindSentences } from '../../gap-sentences.ts'
import { Say } from '../Say.tsx'

/** What to mind about gaps, as far as it applies to these rows. */
export const Mind = ({ page, rows }: { page: Page; rows: readonly (GapRow | IndustryGapRow)[] }) => (
  <ul>
    {mindSentences(page, rows).map((sentence) => (
      <li>
        <Say text={sentence} />
      </li>
    ))}
  </ul>
)
