import { companyName, indexName, type Page } from '../book.ts'
import type { Mix, Placed } from '../mix.ts'
import { indicesOf, shareText } from '../mix-sentences.ts'
import { rangeText } from '../sentences.ts'
import { NameText, Say } from './Say.tsx'

interface Limits {
  low: number | null
  high: number | null
}

/** `84.6 (81.2–88.0)`, or with its sign. */
function Figures({ page, figure, limits: { low, high } }: { page: Page; figure: string; limits: Limits }) {
  return (
    <span class="score">
      <b>{figure}</b>{' '}
      <span class={low === null || high === null ? 'missing' : 'interval'}>
        ({rangeText(page, low, high)})
      </span>
    </span>
  )
}

/** The place with both indices, and how far that is from the place without. */
function PlaceText({ page, row }: { page: Page; row: Placed }) {
  const { words } = page
  return (
    <span class="industry">
      <span class="whole">
        {words.placeThen(row.rank_combined, row.shift_places ?? row.rank - row.rank_combined)}
      </span>
      {row.enters_top10 === true && <> ({words.entersTen})</>}
      {row.leaves_top10 === true && <> ({words.leavesTen})</>}
    </span>
  )
}

/** The verdict on a shift beside the average, with the points. */
function VerdictText({ page, row }: { page: Page; row: Placed }) {
  const { words, format } = page
  const { verdict, shift_vs_mean: shift, shift_vs_mean_low: low, shift_vs_mean_high: high } = row
  if (verdict === null || shift === null) return <span class="quiet">–</span>
  const kind = verdict === 'gains' ? 'change up' : verdict === 'loses' ? 'change down' : 'quiet'
  return (
    <span class={kind}>
      {words.shiftVerdict[verdict]}: {format.change(shift)}{' '}
      <span class="whole">({rangeText(page, low, high)})</span>
    </span>
  )
}

function Row({ page, row, heads }: { page: Page; row: Placed; heads: readonly [string, string] }) {
  const { words, format } = page
  return (
    <tr>
      <td class="place">{row.rank}</td>
      <th scope="row" class="who">
        <NameText {...companyName(page, row.company_id)} />
        <span class="industry">{words.base(format.count(row.n))}</span>
      </th>
      <td data-label={heads[0]}>
        <Figures page={page} figure={format.score(row.score)} limits={row} />
      </td>
      <td data-label={heads[1]}>
        <Figures
          page={page}
          figure={format.score(row.score_with)}
          limits={{ low: row.with_low, high: row.with_high }}
        />
      </td>
      <td data-label={words.mixedHead}>
        <Figures
          page={page}
          figure={format.score(row.score_combined)}
          limits={{ low: row.combined_low, high: row.combined_high }}
        />
        <PlaceText page={page} row={row} />
      </td>
      <td data-label={words.shift}>
        <Figures
          page={page}
          figure={format.change(row.shift)}
          limits={{ low: row.shift_low, high: row.shift_high }}
        />
      </td>
      <td class="verdict" data-label={words.besideAverage}>
        <VerdictText page={page} row={row} />
      </td>
    </tr>
  )
}

/** Ranked companies: both scores, the two places, and what the second index moves. */
export function MixTable({ page, mix }: { page: Page; mix: Mix }) {
  const { words, format, view, book } = page
  const heads = [indexName(page, mix.index).name, indexName(page, mix.with).name] as const
  const caption = words.mixCaption(
    indexName(page, mix.index),
    indicesOf(page, mix).other,
    shareText(page, mix),
    view.wave.id,
    format.confidence(book.study.confidence),
  )
  return (
    <table class="stack dense">
      <caption>
        <Say text={caption} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.company}</th>
          <th scope="col">
            <bdi>{heads[0]}</bdi>
          </th>
          <th scope="col">
            <bdi>{heads[1]}</bdi>
          </th>
          <th scope="col">{words.mixedHead}</th>
          <th scope="col">{words.shift}</th>
          <th scope="col">{words.besideAverage}</th>
        </tr>
      </thead>
      <tbody>
        {mix.placed.map((row) => (
          <Row page={page} row={row} heads={heads} />
        ))}
      </tbody>
    </table>
  )
}
