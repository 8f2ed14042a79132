import type { GapRow } from '../../../pipeline/tables.ts'
import { fewestPeople } from '../../belief-verdicts.ts'
import type { Page } from '../../book.ts'
import { causes, isGapShown, type ShownGap } from '../../gap-verdicts.ts'
import type { Name } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { Say } from '../Say.tsx'
import { Touchpoint, touchpointMissing } from './Touchpoint.tsx'

/** What the company's own people intend, or why it is not told. */
function Intended({ page, row }: { page: Page; row: ShownGap }) {
  const { words, format } = page
  const { intended, n_intended: people } = row
  if (people === null || people === 0) return null
  return (
    <span class="industry">
      {intended === null
        ? words.intendedFew(people, fewestPeople)
        : words.intendedIs(format.score(intended), people)}
    </span>
  )
}

/** The diagnosis of a touchpoint by its name. */
function Diagnosis({ page, row }: { page: Page; row: ShownGap }) {
  const { words } = page
  const cause = causes.find((one) => one === row.diagnosis)
  if (cause !== undefined) return <span class="change down">{words.causeIs[cause]}</span>
  return <span class="quiet">{row.gap_vs_rest_p === null ? words.causeAlone : words.causeNone}</span>
}

function Figures({ page, row }: { page: Page; row: ShownGap }) {
  const { words } = page
  const { expected, experienced, gap, gap_vs_rest: beside } = row
  return (
    <>
      <td data-label={words.expected}>
        <Estimate page={page} value={expected} low={row.expected_low} high={row.expected_high} />
      </td>
      <td data-label={words.experienced}>
        <Estimate page={page} value={experienced} low={row.experienced_low} high={row.experienced_high} />
        <Intended page={page} row={row} />
      </td>
      <td data-label={words.gap}>
        <Estimate page={page} value={gap} low={row.low} high={row.high} signed />
      </td>
      <td data-label={words.besideRest}>
        {beside === null ? (
          '–'
        ) : (
          <Estimate page={page} value={beside} low={row.gap_vs_rest_low} high={row.gap_vs_rest_high} signed />
        )}
      </td>
      <td data-label={words.diagnosis}>
        <Diagnosis page={page} row={row} />
      </td>
    </>
  )
}

interface Props {
  page: Page
  name: Name
  rows: readonly GapRow[]
}

/** The touchpoints of a company, each beside the rest of the industry. */
export function CompanyGaps({ page, name, rows }: Props) {
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
          <th scope="col">{words.besideRest}</th>
          <th scope="col">{words.diagnosis}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <Touchpoint page={page} row={row} />
            </th>
            {isGapShown(row) ? (
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
