import type { PublicItem } from '../../pipeline/publication.ts'
import type { Distribution } from '../../pipeline/tables.ts'
import { type Page, told } from '../book.ts'

/** An answer whose share is shown. */
export type Answer = Distribution & { share: number }

interface Props {
  page: Page
  item: PublicItem
  rows: readonly Answer[]
}

/** The answers to one question as a table, folded until wanted. */
export function AnswerTable({ page, item, rows }: Props) {
  const { words, format } = page
  return (
    <details>
      <summary>{words.table}</summary>
      <table>
        <caption class="away">
          <bdi>{told(page, item.text)}</bdi>
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.answer}</th>
            <th scope="col">{words.answersCount}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.interval}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ answer, n, share, low, high }) => (
            <tr>
              <th scope="row">{answer}</th>
              <td>{n === null ? '–' : format.count(n)}</td>
              <td>{format.percent(share)}</td>
              <td>{low === null || high === null ? '–' : format.range(low, high)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
