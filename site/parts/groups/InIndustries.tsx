import { indexName, industryName, type Page } from '../../book.ts'
import { allGroups, groupName } from '../../group-sentences.ts'
import { apartOf, isGroupShown } from '../../group-verdicts.ts'
import { Estimate } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'
import { FromCustomers } from './Differences.tsx'
import { Most, most } from './Most.tsx'

/** The groups that clearly differ from the other customers of their industry, out of how many. */
export function InIndustries({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const index = view.headline?.id ?? ''
  const rows = view.industries.flatMap((id) => allGroups(page, index, 'industry', id))
  if (!rows.some(isGroupShown)) return null
  const { compared, found } = apartOf(rows)
  return (
    <section id="industries">
      <h2>{words.groupIndustriesHead}</h2>
      <p>
        {words.groupIndustries(found.length, compared)} <Most page={page} all={found.length} />
      </p>
      {found.length > 0 && (
        <table class="stack">
          <caption>
            <Say text={words.groupIndustriesCaption(indexName(page, index), view.wave.id)} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.industry}</th>
              <th scope="col">{words.group}</th>
              <th scope="col">{words.pointsHead(format.confidence(book.study.confidence))}</th>
              <th scope="col">{words.besideCustomers}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((row) => (
              <tr>
                <th scope="row" class="who">
                  <NameText {...industryName(page, row.entity_id)} />
                </th>
                <td>
                  <Say text={groupName(page, row)} />
                </td>
                <td class="figures">
                  {isGroupShown(row) && (
                    <Estimate page={page} value={row.score} low={row.low} high={row.high} n={row.n} />
                  )}
                </td>
                <td data-label={words.besideCustomers}>
                  <FromCustomers page={page} row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
