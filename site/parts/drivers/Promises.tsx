import type { PromiseEffectRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { hurting, outcomeText } from '../../driver-sentences.ts'
import { isPromiseShown, type ShownPromise } from '../../driver-verdicts.ts'
import { touchpointName } from '../../gap-sentences.ts'
import { key } from '../../rows.ts'
import type { Name } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'

function Figures({ page, row }: { page: Page; row: ShownPromise }) {
  const { words } = page
  const { expectation, low, high, delivery, delivery_low, delivery_high, verdict } = row
  return (
    <>
      <td data-label={words.promiseExpected}>
        <Estimate page={page} value={expectation} low={low} high={high} signed />
      </td>
      <td data-label={words.promiseGot}>
        {delivery === null ? (
          '–'
        ) : (
          <Estimate page={page} value={delivery} low={delivery_low} high={delivery_high} signed />
        )}
      </td>
      <td data-label={words.promiseVerdictHead}>
        <span class={verdict === 'hurts' ? 'change down' : 'quiet'}>{words.promiseVerdict[verdict]}</span>
      </td>
    </>
  )
}

/** Ratings that the regression with three slopes needs, METHOD.md §21. */
const leastRatings = 40

/** Why the figures of a touchpoint are not shown, in words. */
function promiseMissing({ words, format, book }: Page, { reason, n }: PromiseEffectRow): string {
  const needed = Math.max(book.study.minimum_segment_n, leastRatings)
  if (reason === 'too_few_ratings') return words.tooFewGaps(format.count(n), format.count(needed))
  return reason === 'no_variation' ? words.noVariation : words.withheld
}

interface Props {
  page: Page
  name: Name
  rows: readonly PromiseEffectRow[]
}

/** What expectations do to the outcome at each touchpoint, where experience is equal. Nothing without rows. */
export function PromiseTable({ page, name, rows }: Props) {
  const { words, format, view } = page
  if (rows.length === 0) return null
  return (
    <table class="stack many">
      <caption>
        <Say text={words.promiseCaption(name, outcomeText(page), view.wave.id)} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.touchpoint}</th>
          <th scope="col">{words.promiseExpected}</th>
          <th scope="col">{words.promiseGot}</th>
          <th scope="col">{words.promiseVerdictHead}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <NameText {...touchpointName(page, row.touchpoint)} />
              {row.published && <span class="industry">{words.base(format.count(row.n))}</span>}
            </th>
            {isPromiseShown(row) ? (
              <Figures page={page} row={row} />
            ) : (
              <td colSpan={3} class="missing">
                {promiseMissing(page, row)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What promises do, for all companies together, and how often in the industries. */
export function Promises({ page, name }: { page: Page; name: Name }) {
  const { words, view } = page
  const all = [...view.drivers.promises.values()].flat()
  if (!all.some(isPromiseShown)) return null
  const rows = view.drivers.promises.get(key('all', 'all')) ?? []
  const together = hurting(rows)
  const industries = hurting(all.filter(({ level }) => level === 'industry'))
  return (
    <section id="promises">
      <h2>{words.promiseHead}</h2>
      <p>
        <Say text={words.promiseWhat(outcomeText(page))} />
      </p>
      {together.compared > 0 && <p>{words.promiseCount(together.hurts, together.compared)}</p>}
      <PromiseTable page={page} name={name} rows={rows} />
      {industries.compared > 0 && <p>{words.promiseIndustries(industries.hurts, industries.compared)}</p>}
      <p class="small">{words.promiseMind}</p>
    </section>
  )
}
