import type { Page } from '../../book.ts'
import { whoOf } from '../../gap-sentences.ts'
import { causes, type Diagnosed, type GapCause, reachesIntended } from '../../gap-verdicts.ts'
import { Beside } from '../Beside.tsx'
import { Estimate } from '../Estimate.tsx'
import { NameText } from '../Say.tsx'
import { Touchpoint } from './Touchpoint.tsx'

/** More rows of a diagnosis than this are in the file only. */
const most = 40

function Row({ page, row, within }: { page: Page; row: Diagnosed; within: boolean }) {
  const { words, book } = page
  const { company, industry } = whoOf(page, row.company_id)
  return (
    <tr>
      <th scope="row" class="who">
        <NameText {...company} />
        {!within && (
          <span class="industry">
            <NameText {...industry} />
          </span>
        )}
      </th>
      <td>
        <Touchpoint page={page} row={row} />
        {reachesIntended(row, book.study.confidence) && <span class="industry">{words.causeIntended}</span>}
      </td>
      <td data-label={words.expected}>
        <Estimate page={page} value={row.expected} low={row.expected_low} high={row.expected_high} />
        <Beside
          page={page}
          value={row.expected_vs_rest}
          low={row.expected_vs_rest_low}
          high={row.expected_vs_rest_high}
        />
      </td>
      <td data-label={words.experienced}>
        <Estimate page={page} value={row.experienced} low={row.experienced_low} high={row.experienced_high} />
        <Beside
          page={page}
          value={row.experienced_vs_rest}
          low={row.experienced_vs_rest_low}
          high={row.experienced_vs_rest_high}
        />
      </td>
      <td data-label={words.gap}>
        <Estimate page={page} value={row.gap} low={row.low} high={row.high} signed />
        <Beside page={page} value={row.gap_vs_rest} low={row.gap_vs_rest_low} high={row.gap_vs_rest_high} />
      </td>
    </tr>
  )
}

interface Props {
  page: Page
  cause: GapCause
  rows: readonly Diagnosed[]
  within: boolean
}

function Cause({ page, cause, rows, within }: Props) {
  const { words, view } = page
  return (
    <section>
      <h3>{words.causeIs[cause]}</h3>
      <p>
        {words.causeRule[cause]} {rows.length > most && words.causesMost(most, rows.length)}
      </p>
      <table class="stack many even">
        <caption class="away">{words.diagnosesCaption(words.causeIs[cause], view.wave.id)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.touchpoint}</th>
            <th scope="col">{words.expected}</th>
            <th scope="col">{words.experienced}</th>
            <th scope="col">{words.gap}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Row page={page} row={row} within={within} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Every gap that is clearly worse than in the rest of the industry, by what it looks like, each with the rule. */
export const Diagnoses = ({
  page,
  found,
  within = false,
}: {
  page: Page
  found: readonly Diagnosed[]
  /** all of one industry, which is then not named */
  within?: boolean
}) => (
  <>
    {causes.map((cause) => {
      const rows = found.filter(({ diagnosis }) => diagnosis === cause)
      return rows.length > 0 && <Cause page={page} cause={cause} rows={rows} within={within} />
    })}
  </>
)
