import type { GapRow, IndustryGapRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { placeOf, touchpointName } from '../../gap-sentences.ts'
import { NameText, Say } from '../Say.tsx'

/** A touchpoint with its channel, department and step, and the base where its figures are shown. */
export function Touchpoint({ page, row }: { page: Page; row: GapRow | IndustryGapRow }) {
  const { words, format } = page
  const place = placeOf(page, row)
  return (
    <>
      <NameText {...touchpointName(page, row.touchpoint)} />
      {place.length > 0 && (
        <span class="industry">
          <Say text={place} />
        </span>
      )}
      {row.published && <span class="industry">{words.base(format.count(row.n))}</span>}
    </>
  )
}

/** Why the figures of a touchpoint are not shown, in words. */
export function touchpointMissing(
  { words, format, book }: Page,
  { reason, n }: Pick<GapRow, 'reason' | 'n'>,
): string {
  if (reason === 'too_few_ratings')
    return words.tooFewGaps(format.count(n), format.count(book.study.minimum_segment_n))
  return reason === 'no_variation' ? words.noVariation : words.withheld
}
