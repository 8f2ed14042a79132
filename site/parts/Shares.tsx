import type { TopTenRow } from '../../pipeline/tables.ts'
import { companyName, indexName, type Page } from '../book.ts'
import { type SharePoint, shareChart } from '../charts/shares.ts'
import { byChance, hasMoreThanTen, type Mix, runsOfMore } from '../mix.ts'
import { bounds, indicesOf, shareText } from '../mix-sentences.ts'
import { plain } from '../sentence.ts'
import { Figure } from './Figure.tsx'
import { Say } from './Say.tsx'

const turnoverPoints = (rows: readonly TopTenRow[]): SharePoint[] =>
  rows.flatMap(({ share, turnover, turnover_low, turnover_high, turnover_expected }) =>
    turnover === null
      ? []
      : [{ share, value: turnover, low: turnover_low, high: turnover_high, expected: turnover_expected }],
  )

const tauPoints = (rows: readonly TopTenRow[]): SharePoint[] =>
  rows.flatMap(({ share, kendall_tau, tau_low, tau_high }) =>
    kendall_tau === null ? [] : [{ share, value: kendall_tau, low: tau_low, high: tau_high }],
  )

/** At which shares more drop out than chance can explain. */
function turnoverSays(page: Page, { shares }: Mix): string {
  const { words, format, book } = page
  const most = Math.max(...shares.map(({ turnover }) => turnover ?? 0))
  const at = shares.find(({ turnover }) => turnover === most)?.share ?? 0
  const runs = runsOfMore(shares, book.study.confidence).map(
    ([from, to]) => [format.confidence(from), format.confidence(to)] as const,
  )
  return [
    ...(most > 0 ? [words.sharesFrom(most, format.confidence(at))] : []),
    runs.length === 0 ? words.sharesNever(shares.length) : words.sharesWhere(runs),
  ].join(' ')
}

function Chart({ page, mix }: { page: Page; mix: Mix }) {
  const { words, format, book } = page
  const { other } = indicesOf(page, mix)
  const turnover = turnoverPoints(mix.shares)
  const tau = tauPoints(mix.shares)
  const points = turnover.length > 0 ? turnover : tau
  const percent = format.confidence(book.study.confidence)
  if (points.length < 2) return null
  const values = points.map(({ value }) => value)
  const lows = points.map(({ value, low }) => low ?? value)
  const svg = shareChart({
    points,
    domain: turnover.length > 0 ? [0, 10.5] : [Math.min(0, ...lows), 1],
    stated: mix.stated?.share,
    tick: format.ratio,
  })
  const [title, says, key] =
    turnover.length > 0
      ? [words.sharesTitle(other), turnoverSays(page, mix), words.sharesKey(percent)]
      : [
          words.sharesTauTitle(other),
          words.sharesTauSays(
            format.coefficient(Math.min(...values)),
            format.coefficient(Math.max(...values)),
          ),
          words.sharesTauKey(percent),
        ]
  return (
    <Figure
      page={page}
      id="shares"
      title={plain(title)}
      says={says}
      note={key}
      drawings={[{ svg, on: 'both' }]}
    />
  )
}

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
      <Chart page={page} mix={mix} />
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
