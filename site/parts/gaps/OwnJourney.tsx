import type { JourneyRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { partName, touchpointList } from '../../gap-sentences.ts'
import { isPartShown, partsOf, type ShownPart, unevenOf } from '../../gap-verdicts.ts'
import type { Name } from '../../sentence.ts'
import { Estimate, estimateText } from '../Estimate.tsx'
import { Say } from '../Say.tsx'
import { touchpointMissing } from './Touchpoint.tsx'

/** `clearly weaker: −6.1 (−9.4 to −2.8)`. */
export function PartVerdict({ page, row }: { page: Page; row: ShownPart }) {
  const { words } = page
  const { verdict, beside_others: value, beside_others_low: low, beside_others_high: high } = row
  if (verdict === null || value === null) return <span class="quiet">{words.partAlone}</span>
  const kind = verdict === 'weaker' ? 'change down' : verdict === 'stronger' ? 'change up' : 'quiet'
  return (
    <span class={kind}>
      {words.partVerdict[verdict]}: {estimateText(page, value, low, high, true)}
    </span>
  )
}

/** `clearly up +4.1 (1.0–7.2)`; the points only where the change is clear. */
export function PartChange({ page, row }: { page: Page; row: ShownPart }) {
  const { words } = page
  const { change, change_low: low, change_high: high, change_verdict: verdict } = row
  if (verdict === null) return <span class="quiet">–</span>
  const clear = change !== null && (verdict === 'up' || verdict === 'down')
  return (
    <span class={clear ? `change ${verdict}` : 'quiet'}>
      {words.verdict[verdict]}
      {clear && ` ${estimateText(page, change, low, high, true)}`}
    </span>
  )
}

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
                <Say text={partName(page, row)} />
                {row.part !== 'touchpoint' && (
                  <span class="industry">
                    <Say text={touchpointList(page, row.touchpoints)} />
                  </span>
                )}
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
        <p class="small">{words.journeyCount(format.confidence(1 - book.study.confidence))}</p>
      )}
    </>
  )
}
