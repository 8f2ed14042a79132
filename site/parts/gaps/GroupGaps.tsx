import type { IndustryGapRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { isIndustryGapShown, type ShownIndustryGap } from '../../gap-verdicts.ts'
import type { Name } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { Say } from '../Say.tsx'
import { Touchpoint, touchpointMissing } from './Touchpoint.tsx'

function Figures({ page, row }: { page: Page; row: ShownIndustryGap }) {
  const { words, format } = page
  const { expected, experienced, gap, below, met, above, expected_top: top } = row
  return (
    <>
      <td data-label={words.expected}>
        <Estimate page={page} value={expected} low={row.expected_low} high={row.expected_high} />
      </td>
      <td data-label={words.experienced}>
        <Estimate page={page} value={experienced} low={row.experienced_low} high={row.experienced_high} />
      </td>
      <td data-label={words.gap}>
        <Estimate page={page} value={gap} low={row.low} high={row.high} signed />
      </td>
      <td data-label={words.gotHead}>
        {below === null || met === null || above === null
          ? '–'
          : words.gotIs(format.percent(below), format.percent(met), format.percent(above))}
      </td>
      <td data-label={words.topHeadOf}>{top === null ? '–' : format.percent(top)}</td>
    </>
  )
}

interface Props {
  page: Page
  name: Name
  rows: readonly IndustryGapRow[]
}

/** The touchpoints of an industry, or of all companies together. */
export function GroupGaps({ page, name, rows }: Props) {
  const { words, view } = page
  return (
    <table class="stack many">
      <caption>
        <Say text={words.gapCaption(name, view.wave.id)} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.touchpoint}</th>
          <th scope="col">{words.expected}</th>
          <th scope="col">{words.experienced}</th>
          <th scope="col">{words.gap}</th>
          <th scope="col">{words.gotHead}</th>
          <th scope="col">{words.topHeadOf}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <Touchpoint page={page} row={row} />
            </th>
            {isIndustryGapShown(row) ? (
              <Figures page={page} row={row} />
            ) : (
              <td colSpan={5} class="missing">
                {touchpointMissing(page, row)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
