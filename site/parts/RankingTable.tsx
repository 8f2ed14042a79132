import type { Score } from '../../pipeline/tables.ts'
import { companyName, industryName, type Page } from '../book.ts'
import type { Sentence } from '../sentence.ts'
import { isRanked } from '../verdicts.ts'
import { key } from '../view.ts'
import { RestText } from './BesideRest.tsx'
import { NameText, Say } from './Say.tsx'
import { ChangeText, ScoreText } from './Score.tsx'

interface Props {
  page: Page
  caption: Sentence
  rows: readonly Score[]
  /** places within the industry, and no industry named */
  within?: boolean
}

function placesOf(page: Page, row: Score, within: boolean): string {
  const low = within ? row.rank_in_industry_low : row.rank_low
  const high = within ? row.rank_in_industry_high : row.rank_high
  return isRanked(row) && low !== null && high !== null ? page.format.places(low, high) : '–'
}

/** Companies with range of places, score with interval and base, and verdict on the change. */
export function RankingTable({ page, caption, rows, within = false }: Props) {
  const { words, format, view, book } = page
  const beside = within && rows.some((row) => view.rest.has(key(row.index, row.entity_id)))
  return (
    <table class="stack">
      <caption>
        <Say text={caption} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.company}</th>
          <th scope="col">{words.pointsHead(format.confidence(book.study.confidence))}</th>
          {beside && <th scope="col">{words.besideRest}</th>}
          <th scope="col">{words.change}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <td class="place">{placesOf(page, row, within)}</td>
            <th scope="row" class="who">
              <NameText {...companyName(page, row.entity_id)} />
              {!within && row.industry_id !== null && (
                <span class="industry">
                  <NameText {...industryName(page, row.industry_id)} />
                </span>
              )}
            </th>
            <td class="figures">
              <ScoreText page={page} row={row} />
            </td>
            {beside && (
              <td class="verdict" data-label={words.besideRest}>
                <RestText page={page} index={row.index} company={row.entity_id} />
              </td>
            )}
            <td class="verdict" data-label={beside ? words.change : undefined}>
              <ChangeText page={page} row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
