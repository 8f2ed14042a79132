import { beliefMissing } from '../../belief-sentences.ts'
import { foundOf, isBeliefShown } from '../../belief-verdicts.ts'
import { companyName, indexName, type Page, to } from '../../book.ts'
import { NameText } from '../Say.tsx'
import { beliefRows } from './BeliefCompanies.tsx'
import { BeliefTable } from './BeliefTable.tsx'

/** What the companies of an industry believe beside what their customers answer; nothing where none was asked. */
export function BeliefsOfIndustry({ page, id }: { page: Page; id: string }) {
  const { words, view } = page
  const indices = view.beliefs.indices.flatMap((index) => {
    const rows = beliefRows(page, index).filter(
      ({ company_id }) => view.present.get(company_id)?.industry === id,
    )
    return rows.length > 0 ? [{ index, rows }] : []
  })
  if (indices.length === 0) return null
  return (
    <section id="beliefs">
      <h2>{words.beliefsOfIndustry}</h2>
      <p>
        {words.beliefsWhat} <a href={to(page, { kind: 'beliefs' })}>{words.moreBeliefs}</a>
      </p>
      {indices.map(({ index, rows }) => (
        <BeliefTable
          page={page}
          caption={words.beliefCaption(indexName(page, index), words.beliefsOfIndustry, view.wave.id)}
          head={words.company}
          rows={rows.map((row) => {
            const found = isBeliefShown(row) ? foundOf(row) : undefined
            return {
              head: (
                <>
                  <NameText {...companyName(page, row.company_id)} />
                  {found !== undefined && <span class="industry">{words.beliefIs[found]}</span>}
                </>
              ),
              row: isBeliefShown(row) ? row : beliefMissing(page, row),
            }
          })}
        />
      ))}
    </section>
  )
}
