import { companyName, type Page, told } from '../book.ts'
import { NameText } from './Say.tsx'

/** What was corrected in the answers as delivered and what was left out; nothing where neither was. */
export function Corrections({ page }: { page: Page }) {
  const { words, format, view, book } = page
  const { corrections, waves } = view.edition.tables
  const excluded = waves[0]?.excluded ?? 0
  if (corrections.length === 0 && excluded === 0) return null
  return (
    <section>
      <h2>{words.correctedHead}</h2>
      <p>{words.correctedLead}</p>
      {excluded > 0 && <p>{words.excludedIs(excluded, format.count(excluded))}</p>}
      {corrections.length > 0 && (
        <table class="stack">
          <caption>{words.correctedCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.correctedWhat}</th>
              <th scope="col">{words.company}</th>
              <th scope="col">{words.correctedWhy}</th>
              <th scope="col">{words.correctedStatus}</th>
              <th scope="col">{words.correctedTimes}</th>
            </tr>
          </thead>
          <tbody>
            {corrections.map(({ action, column, company_id, reason, status, corrections: times }) => (
              <tr>
                <th scope="row" class="wording">
                  {words.correctedBy[action]}
                  {column !== null && (
                    <>
                      : <bdi>{told(page, book.items.get(column)?.text) || column}</bdi>
                    </>
                  )}
                </th>
                <td data-label={words.company}>
                  {company_id === null ? '–' : <NameText {...companyName(page, company_id)} />}
                </td>
                <td data-label={words.correctedWhy}>
                  <bdi>{reason}</bdi>
                </td>
                <td data-label={words.correctedStatus}>{words.correctedIs[status]}</td>
                <td data-label={words.correctedTimes}>{format.count(times)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
