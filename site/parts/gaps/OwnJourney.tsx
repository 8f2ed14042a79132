import type { JourneyRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { isPartShown, partsOf, type ShownPart, unevenOf } from '../../gap-verdicts.ts'
import type { Name } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { Say } from '../Say.tsx'
import { Part, PartChange, PartVerdict } from './Part.tsx'
import { touchpointMissing } from './Touchpoint.tsx'

function Figures({ page, row }: { page: Page; row: ShownPart }) {
  const { words } = page
  return (
    <>
      <td data-label={words.experienced}>
        <Estimate page={page} value={row.experienced} low={row.low} high={row.high} n={row.n} />
      </td>
      <td data-label={words.besideOthers}>
        <PartVerdict page={page} row={row} />
      </td>
      <td data-label={words.changesHead}>
        <PartChange page={page} row={row} />
      </td>
    </>
  )
}

interface Props {
  page: Page
  name: Name
  rows: readonly JourneyRow[]
}

/** A company's journey part by part: where it is weaker or stronger than it is elsewhere. */
export function OwnJourney({ page, name, rows }: Props) {
  const { words, format, book } = page
  const parts = partsOf(rows)
  if (parts.length === 0) return null
  const { compared, found } = unevenOf(parts)
  const weaker = found.filter(({ verdict }) => verdict === 'weaker').length
  return (
    <>
      <h3>{words.journeyHead}</h3>
      <p>
        {words.ownJourneyFound(weaker, found.length - weaker, compared)} {words.ownJourneyWhat}
      </p>
      <table class="stack">
        <caption>
          <Say text={words.ownJourney(name)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.experienced}</th>
            <th scope="col">{words.besideOthers}</th>
            <th scope="col">{words.changesHead}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((row) => (
            <tr>
              <th scope="row">
                <Part page={page} row={row} among={rows} />
              </th>
              {isPartShown(row) ? (
                <Figures page={page} row={row} />
              ) : (
                <td colSpan={3} class="missing">
                  {touchpointMissing(page, row)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {compared > 0 && (
        <p class="small">
          {words.journeyCount(format.confidence(1 - book.study.confidence))}{' '}
          {rows.some(({ change_p }) => change_p !== null) && words.journeyChanges}
        </p>
      )}
    </>
  )
}
