import type { Score } from '../../pipeline/tables.ts'
import { companyName, type Page } from '../book.ts'
import { missingText } from '../sentences.ts'
import { isShown } from '../verdicts.ts'
import { NameText } from './Say.tsx'
import { ScoreText } from './Score.tsx'

/** Companies without a place, each with the reason in words and the score where it may be shown. */
export function UnrankedList({ page, rows }: { page: Page; rows: readonly Score[] }) {
  const { format, view } = page
  if (rows.length === 0) return null
  const nameOf = (row: Score) => view.present.get(row.entity_id)?.name ?? row.name
  return (
    <ul class="plain">
      {[...rows]
        .sort((a, b) => format.compare(nameOf(a), nameOf(b)))
        .map((row) => (
          <li>
            <NameText {...companyName(page, row.entity_id)} />: {missingText(page, row)}
            {isShown(row) && (
              <>
                {' '}
                · <ScoreText page={page} row={row} />
              </>
            )}
          </li>
        ))}
    </ul>
  )
}

/** The same with a heading and the rule. */
export function Unranked({ page, rows }: { page: Page; rows: readonly Score[] }) {
  const { words, format, book } = page
  if (rows.length === 0) return null
  return (
    <section>
      <h2>{words.unrankedHead}</h2>
      <p>{words.unrankedWhy(format.count(book.study.minimum_n), format.count(book.study.minimum_shown))}</p>
      <UnrankedList page={page} rows={rows} />
    </section>
  )
}
