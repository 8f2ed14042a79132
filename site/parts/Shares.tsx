import type { TopTenRow } from '../../pipeline/tables.ts'
import { companyName, indexName, type Page } from '../book.ts'
import { byChance, hasMoreThanTen, type Mix } from '../mix.ts'
import { bounds, indicesOf, shareText } from '../mix-sentences.ts'
import { Say } from './Say.tsx'
import { SharesFigure } from './SharesFigure.tsx'

function Row({ page, row, more }: { page: Page; row: TopTenRow; more: boolean }) {
  const { words, format, book } = page
  const { turnover, turnover_expected: expected, turnover_low: low, turnover_high: high } = row
  const { kendall_tau: tau, tau_low, tau_high } = row
  const entering = row.entering.split('|').filter((id) => id !== '')
  return (
    <tr>
      <th scope="row" class="who">
        {format.confidence(row.share)}
        {row.stated && <span class="industry">{words.thisShare}</span>}
      </th>
      {more && (
        <>
          <td data-label={words.dropOut}>{turnover === null ? '–' : format.count(turnover)}</td>
          <td data-label={words.chanceOnly}>
            {expected === null || low === null || high === null
              ? '–'
              : `${format.score(expected)} (${bounds(format, low, high).join('–')})`}
          </td>
          <td data-label={words.moreThanChance}>{words.isMore[byChance(row, book.study.confidence)]}</td>
        </>
      )}
      <td data-label={words.agreement}>
        {tau === null ? '–' : format.coefficient(tau)}
        {tau !== null &&
          tau_low !== null &&
          tau_high !== null &&
          ` (${format.coefficients(tau_low, tau_high)})`}
      </td>
      {more && (
        <td data-label={words.whoEnters} class="wording">
          {entering.length === 0 ? (
            <span class="quiet">{words.nobody}</span>
          ) : (
            entering.map((id, k) => (
              <>
                {k > 0 && ', '}
                <bdi>{companyName(page, id).name}</bdi>
              </>
            ))
          )}
        </td>
      )}
    </tr>
  )
}

/** What other shares of the second index would do to the ranking, beside what chance alone does. */
export function Shares({ page, mix }: { page: Page; mix: Mix }) {
  const { words } = page
  const { other } = indicesOf(page, mix)
  const more = hasMoreThanTen(mix)
  if (mix.shares.length < 2 || mix.placed.length < 2) return null
  return (
    <section id="share">
      <h2>{words.sharesHead}</h2>
      <p>
        <Say text={words.sharesLead(other, shareText(page, mix))} />
      </p>
      <SharesFigure page={page} mix={mix} />
      <details>
        <summary>{words.table}</summary>
        <table class="stack">
          <caption class="away">
            <Say text={words.sharesCaption(indexName(page, mix.index), other)} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.counts}</th>
              {more && (
                <>
                  <th scope="col">{words.dropOut}</th>
                  <th scope="col">{words.chanceOnly}</th>
                  <th scope="col">{words.moreThanChance}</th>
                </>
              )}
              <th scope="col">{words.agreement}</th>
              {more && <th scope="col">{words.whoEnters}</th>}
            </tr>
          </thead>
          <tbody>
            {mix.shares.map((row) => (
              <Row page={page} row={row} more={more} />
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
