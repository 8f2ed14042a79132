import type { Score } from '../../pipeline/tables.ts'
import { indexName, type Page } from '../book.ts'
import { missingText } from '../sentences.ts'
import { isRanked } from '../verdicts.ts'
import { NameText } from './Say.tsx'
import { ChangeText, ScoreText } from './Score.tsx'

/** Where a company stands on one index: score, places and change. */
export function IndexCard({ page, row }: { page: Page; row: Score }) {
  const { words, format, view } = page
  const ranked = (view.companies.get(row.index) ?? []).filter(isRanked)
  const near = ranked.filter((other) => other.industry_id === row.industry_id)
  const { rank_in_industry_low: low, rank_in_industry_high: high } = row
  const placed = isRanked(row)
  return (
    <li>
      <h2>
        <NameText {...indexName(page, row.index, true)} />
      </h2>
      <p class="large">
        <ScoreText page={page} row={row} />
      </p>
      <dl>
        <div>
          <dt>{words.placeAmongAll}</dt>
          <dd>
            {placed
              ? words.placeOf(format.places(row.rank_low, row.rank_high), format.count(ranked.length))
              : missingText(page, row)}
          </dd>
        </div>
        {placed && low !== null && high !== null && (
          <div>
            <dt>{words.placeInIndustry}</dt>
            <dd>{words.placeOf(format.places(low, high), format.count(near.length))}</dd>
          </div>
        )}
        <div>
          <dt>{words.changesHead}</dt>
          <dd>
            <ChangeText page={page} row={row} />
          </dd>
        </div>
      </dl>
    </li>
  )
}
