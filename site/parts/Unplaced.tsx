import type { CombinedRow } from '../../pipeline/tables.ts'
import { companyName, type Page } from '../book.ts'
import type { Mix } from '../mix.ts'
import { indicesOf } from '../mix-sentences.ts'
import { missingText, rangeText } from '../sentences.ts'
import { NameText, Say } from './Say.tsx'

/** Both scores of a company that is shown without a place. */
function Scores({ page, mix, row }: { page: Page; mix: Mix; row: CombinedRow }) {
  const { format } = page
  if (!row.published || row.score === null || row.score_with === null) return null
  const { index, other } = indicesOf(page, mix)
  return (
    <>
      {' '}
      · <bdi>{index.name}</bdi> {format.score(row.score)} ({rangeText(page, row.low, row.high)}),{' '}
      <bdi>{other.name}</bdi> {format.score(row.score_with)} ({rangeText(page, row.with_low, row.with_high)})
    </>
  )
}

/** Companies without a place in the mix, each with the reason in words. */
export function Unplaced({ page, mix }: { page: Page; mix: Mix }) {
  const { words, format, book } = page
  if (mix.unplaced.length === 0) return null
  const { index, other } = indicesOf(page, mix)
  const { minimum_n, minimum_shown } = book.study
  const nameOf = ({ company_id }: CombinedRow) => companyName(page, company_id).name
  return (
    <section>
      <h2>{words.unrankedHead}</h2>
      <p>
        <Say text={words.unplacedWhy(index, other, format.count(minimum_n), format.count(minimum_shown))} />
      </p>
      <ul class="plain">
        {[...mix.unplaced]
          .sort((a, b) => format.compare(nameOf(a), nameOf(b)))
          .map((row) => (
            <li>
              <NameText {...companyName(page, row.company_id)} />: {missingText(page, row)}
              <Scores page={page} mix={mix} row={row} />
            </li>
          ))}
      </ul>
    </section>
  )
}
