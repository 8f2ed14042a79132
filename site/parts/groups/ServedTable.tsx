import type { SegmentRow } from '../../../pipeline/tables.ts'
import { companyName, indexName, industryName, type Page } from '../../book.ts'
import { groupName } from '../../group-sentences.ts'
import { isGroupShown, type Served, servedOf } from '../../group-verdicts.ts'
import type { Sentence } from '../../sentence.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { FromIndustry } from './Differences.tsx'
import { Most, most } from './Most.tsx'

interface Props {
  page: Page
  caption: Sentence
  rows: readonly Served[]
  /** all of one industry, which is then not named */
  within: boolean
}

function ServedTable({ page, caption, rows, within }: Props) {
  const { words, format, view, book } = page
  if (rows.length === 0) return null
  return (
    <>
      <table class="stack">
        <caption>
          <Say text={caption} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.group}</th>
            <th scope="col">{words.pointsHead(format.confidence(book.study.confidence))}</th>
            <th scope="col">{words.besideSame}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr>
              <th scope="row" class="who">
                <NameText {...companyName(page, row.entity_id)} />
                {!within && (
                  <span class="industry">
                    <NameText {...industryName(page, view.present.get(row.entity_id)?.industry ?? '')} />
                  </span>
                )}
              </th>
              <td>
                <Say text={groupName(page, row)} />
              </td>
              <td class="figures">
                {isGroupShown(row) && (
                  <Estimate page={page} value={row.score} low={row.low} high={row.high} n={row.n} />
                )}
              </td>
              <td data-label={words.besideSame}>
                <FromIndustry page={page} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > most && (
        <p class="small">
          <Most page={page} all={rows.length} />
        </p>
      )}
    </>
  )
}

/** The groups that companies clearly serve worse, and better, than the rest of their industry, on one index. */
export function ServedTables({
  page,
  index,
  rows,
  within = false,
}: {
  page: Page
  index: string
  rows: readonly SegmentRow[]
  within?: boolean
}) {
  const { words, view } = page
  const { worse, better } = servedOf(rows)
  const name = indexName(page, index)
  return (
    <>
      <ServedTable
        page={page}
        caption={words.servedWorseCaption(name, view.wave.id)}
        {...{ rows: worse, within }}
      />
      <ServedTable
        page={page}
        caption={words.servedBetterCaption(name, view.wave.id)}
        {...{ rows: better, within }}
      />
    </>
  )
}
