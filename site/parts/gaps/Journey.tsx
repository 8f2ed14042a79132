import type { JourneyRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { partName, whoOf } from '../../gap-sentences.ts'
import { partsOf, type Uneven, unevenOf } from '../../gap-verdicts.ts'
import { groupBy } from '../../rows.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { Part, PartVerdict } from './Part.tsx'

/** More parts than this are in the file only. */
const most = 40

/** How many companies are clearly weaker or stronger in each part. */
function Kinds({ page, rows }: { page: Page; rows: readonly JourneyRow[] }) {
  const { words, format } = page
  const parts = [...groupBy(partsOf(rows), ({ touchpoints }) => touchpoints).values()].flatMap((group) => {
    const { compared, found } = unevenOf(group)
    const [first] = group
    return first === undefined || compared === 0 ? [] : [{ first, compared, found }]
  })
  if (parts.length === 0) return null
  return (
    <table class="shares kinds">
      <caption>{words.journeyKinds}</caption>
      <thead>
        <tr>
          <th scope="col">{words.part}</th>
          <th scope="col">{words.comparedHead}</th>
          <th scope="col">{words.weakerHead}</th>
          <th scope="col">{words.strongerHead}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ first, compared, found }) => {
          const weaker = found.filter(({ verdict }) => verdict === 'weaker').length
          return (
            <tr>
              <th scope="row">
                <Part page={page} row={first} among={rows} />
              </th>
              <td>{format.count(compared)}</td>
              <td>{format.count(weaker)}</td>
              <td>{format.count(found.length - weaker)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Row({ page, row }: { page: Page; row: Uneven }) {
  const { words } = page
  const { company, industry } = whoOf(page, row.company_id)
  return (
    <tr>
      <th scope="row" class="who">
        <NameText {...company} />
        <span class="industry">
          <NameText {...industry} />
        </span>
      </th>
      <td>
        <Say text={partName(page, row)} />
      </td>
      <td data-label={words.experienced}>
        <Estimate page={page} value={row.experienced} low={row.low} high={row.high} n={row.n} />
      </td>
      <td data-label={words.besideOthers}>
        <PartVerdict page={page} row={row} />
      </td>
    </tr>
  )
}

/** Where companies are clearly weaker or stronger than they are elsewhere, all companies of the edition. */
export function Journey({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const rows = [...view.gaps.journey.values()].flat()
  if (rows.length === 0) return null
  const { compared, found } = unevenOf(partsOf(rows))
  const weaker = found.filter(({ verdict }) => verdict === 'weaker').length
  return (
    <section id="journey">
      <h2>{words.journeyHead}</h2>
      <p>{words.journeyWhat}</p>
      <p>
        {words.journeyFound(weaker, found.length - weaker, compared)}{' '}
        {compared > 0 && words.journeyCount(format.confidence(1 - book.study.confidence))}
      </p>
      <Kinds page={page} rows={rows} />
      {found.length > 0 && (
        <>
          <table class="stack">
            <caption>{words.journeyCaption(view.wave.id)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.company}</th>
                <th scope="col">{words.part}</th>
                <th scope="col">{words.experienced}</th>
                <th scope="col">{words.besideOthers}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, most).map((row) => (
                <Row page={page} row={row} />
              ))}
            </tbody>
          </table>
          {found.length > most && <p class="small">{words.journeyMost(most, found.length)}</p>}
        </>
      )}
    </section>
  )
}
