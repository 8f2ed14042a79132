import type { SegmentRow } from '../../../pipeline/tables.ts'
import { indexInText, type Page } from '../../book.ts'
import { categoryName, notShown, segmentInText } from '../../group-sentences.ts'
import { isGroupShown } from '../../group-verdicts.ts'
import { type Name, named } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { FromCustomers, FromIndustry } from './Differences.tsx'

interface Props {
  page: Page
  /** whose customers they are */
  name: Name
  segment: string
  index: string
  rows: readonly SegmentRow[]
}

/** The groups of one division on one index; what is withheld follows in words. Nothing without a row. */
export function GroupTable({ page, name, segment, index, rows }: Props) {
  const { words, format, view, book } = page
  const shown = rows.filter(isGroupShown)
  const missing = notShown(page, rows)
  const company = rows.some(({ level }) => level === 'company')
  const beside = company ? words.besideOwnCustomers : words.besideCustomers
  return (
    <>
      {shown.length > 0 && (
        <table class="stack">
          <caption>
            <Say
              text={words.groupCaption(
                name,
                indexInText(page, index),
                segmentInText(page, segment),
                view.wave.id,
              )}
            />
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.pointsHead(format.confidence(book.study.confidence))}</th>
              <th scope="col">{beside}</th>
              {company && <th scope="col">{words.besideSame}</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr>
                <th scope="row">
                  <NameText {...categoryName(page, segment, row.category)} />
                </th>
                <td class="figures">
                  <Estimate page={page} value={row.score} low={row.low} high={row.high} n={row.n} />
                </td>
                <td data-label={beside}>
                  <FromCustomers page={page} row={row} />
                </td>
                {company && (
                  <td data-label={words.besideSame}>
                    <FromIndustry page={page} row={row} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {missing !== undefined && (
        <p class="small">
          <Say text={missing} />
        </p>
      )}
    </>
  )
}

/** The tables of the other indices, folded until wanted; nothing where none has a figure. */
export function OtherIndices({ page, tables }: { page: Page; tables: readonly Omit<Props, 'page'>[] }) {
  const shown = tables.filter(({ rows }) => rows.some(isGroupShown))
  if (shown.length === 0) return null
  return (
    <details>
      <summary>
        <Say
          text={page.words.otherIndicesBy(
            page.words.list(shown.map(({ index }) => named(indexInText(page, index).name))),
          )}
        />
      </summary>
      {shown.map((table) => (
        <GroupTable page={page} {...table} />
      ))}
    </details>
  )
}
