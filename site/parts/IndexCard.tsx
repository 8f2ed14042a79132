import type { Score } from '../../pipeline/tables.ts'
import { indexName, type Page } from '../book.ts'
import { breakSentence, cautionSentence } from '../reasons.ts'
import { missingText } from '../sentences.ts'
import { isRanked, isShown } from '../verdicts.ts'
import { key } from '../view.ts'
import { RestText, restOf } from './BesideRest.tsx'
import { OneThing } from './OneThing.tsx'
import { NameText, Say } from './Say.tsx'
import { ChangeText, ScoreText } from './Score.tsx'

/** Whether it is known what a clear change of a ranked company would take. */
export const takesPoints = (row: Score | undefined): row is Score & { points_for_change: number } =>
  row !== undefined && isRanked(row) && row.points_for_change !== null

/** Where a company stands on one index: score, places and change. */
export function IndexCard({ page, row }: { page: Page; row: Score }) {
  const { words, format, view } = page
  const among = (place: string) => format.count(view.placed.get(place) ?? 0)
  const { rank_in_industry_low: low, rank_in_industry_high: high } = row
  const placed = isRanked(row)
  const why =
    row.change_verdict === 'not_comparable'
      ? breakSentence(page, row.index)
      : row.change === null
        ? []
        : cautionSentence(page, row.index)
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
              ? words.placeOf(format.places(row.rank_low, row.rank_high), among(row.index))
              : missingText(page, row)}
          </dd>
        </div>
        {placed && low !== null && high !== null && (
          <div>
            <dt>{words.placeInIndustry}</dt>
            <dd>{words.placeOf(format.places(low, high), among(key(row.index, row.industry_id ?? '')))}</dd>
          </div>
        )}
        {restOf(page, row.index, row.entity_id) && (
          <div>
            <dt>{words.besideRest}</dt>
            <dd>
              <RestText page={page} index={row.index} company={row.entity_id} />
            </dd>
          </div>
        )}
        <div>
          <dt>{words.changesHead}</dt>
          <dd>
            <ChangeText page={page} row={row} />
          </dd>
          {why.length > 0 && (
            <dd class="why">
              <Say text={why} />
            </dd>
          )}
        </div>
        {takesPoints(row) && (
          <div>
            <dt>{words.wouldTake}</dt>
            <dd>{words.wouldTakeIs(format.atLeast(row.points_for_change))}</dd>
          </div>
        )}
      </dl>
      {isShown(row) && <OneThing page={page} index={row.index} />}
    </li>
  )
}
