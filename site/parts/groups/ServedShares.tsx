import { companyName, indexName, industryName, type Page } from '../../book.ts'
import { categoryName, groupRows, segmentName } from '../../group-sentences.ts'
import { isShareShown, type ShownShare } from '../../group-verdicts.ts'
import { RestText } from '../BesideRest.tsx'
import { NameText, Say } from '../Say.tsx'
import { Most, most } from './Most.tsx'

/** The groups of a company that it clearly serves worse, or better, by name. */
export const servedNames = (page: Page, row: ShownShare, served: 'worse' | 'better') =>
  groupRows(page, row.segment, row.index, 'company', row.company_id)
    .filter((one) => one.published && one.served === served)
    .map(({ segment, category }) => categoryName(page, segment, category))

/** The companies that clearly serve a group of their customers worse, by how many of the customers it is. */
export function ServedShares({ page, index }: { page: Page; index: string }) {
  const { words, format, view } = page
  const rows = view.edition.tables.served_worse
    .filter((row) => row.index === index)
    .filter(isShareShown)
    .filter(({ share_worse }) => share_worse > 0)
    .sort((a, b) => b.share_worse - a.share_worse)
  if (rows.length === 0) return null
  return (
    <section id="shares">
      <h2>{words.servedSharesHead}</h2>
      <p>{words.servedSharesWhat}</p>
      <table class="stack many">
        <caption>
          <Say text={words.servedSharesCaption(indexName(page, index), view.wave.id)} />
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.company}</th>
            <th scope="col">{words.division}</th>
            <th scope="col">{words.shareWorse}</th>
            <th scope="col">{words.shareCompared}</th>
            <th scope="col">{words.shareWhole}</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <tr>
              <th scope="row" class="who">
                <NameText {...companyName(page, row.company_id)} />
                <span class="industry">
                  <NameText {...industryName(page, view.present.get(row.company_id)?.industry ?? '')} />
                </span>
              </th>
              <td data-label={words.division}>
                <NameText {...segmentName(page, row.segment)} />
              </td>
              <td data-label={words.shareWorse}>
                <b>{format.percent(row.share_worse)}</b>
                <span class="industry">
                  <Say text={words.list(servedNames(page, row, 'worse'))} />
                </span>
              </td>
              <td data-label={words.shareCompared}>{format.percent(row.share_compared)}</td>
              <td data-label={words.shareWhole}>
                <RestText page={page} index={index} company={row.company_id} />
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
    </section>
  )
}
