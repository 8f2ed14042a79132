import type { BeliefRow } from '../../../pipeline/tables.ts'
import { beliefMissing, beliefRule } from '../../belief-sentences.ts'
import { beliefFound, everyone, foundOf, isBeliefShown, type ShownBelief } from '../../belief-verdicts.ts'
import { companyName, indexName, type Page } from '../../book.ts'
import { whoOf } from '../../gap-sentences.ts'
import type { BeliefFound } from '../../words/beliefs-en.ts'
import { NameText, Say } from '../Say.tsx'
import { BeliefTable } from './BeliefTable.tsx'

/** The rows of an index, role all, by name of the company. */
export function beliefRows(page: Page, index: string): BeliefRow[] {
  const rows = [...page.view.beliefs.companies.values()].flat()
  return rows
    .filter((row) => row.index === index && row.role === everyone)
    .sort((a, b) =>
      page.format.compare(companyName(page, a.company_id).name, companyName(page, b.company_id).name),
    )
}

function Who({ page, company }: { page: Page; company: string }) {
  const who = whoOf(page, company)
  return (
    <>
      <span class="who">
        <NameText {...who.company} />
      </span>
      <span class="industry">
        <NameText {...who.industry} />
      </span>
    </>
  )
}

/** Longer tables are folded until wanted. */
const longest = 30

interface TableProps {
  page: Page
  index: string
  found: BeliefFound
  rows: readonly ShownBelief[]
}

const Table = ({ page, index, found, rows }: TableProps) => (
  <BeliefTable
    page={page}
    caption={page.words.beliefCaption(indexName(page, index), page.words.beliefIs[found], page.view.wave.id)}
    head={page.words.company}
    grouped
    rows={rows.map((row) => ({ head: <Who page={page} company={row.company_id} />, row }))}
  />
)

/** The companies of an index, by what they look like, each kind with its rule. */
export function BeliefCompanies({ page, index }: { page: Page; index: string }) {
  const { words } = page
  const rows = beliefRows(page, index)
  const label = indexName(page, index)
  const shown = rows.filter(isBeliefShown)
  const few = rows.filter((row) => !isBeliefShown(row))
  const groups = beliefFound.flatMap((found) => {
    const group: ShownBelief[] = shown.filter((row) => foundOf(row) === found)
    return group.length > 0 ? [{ found, id: `${index}-${found}`, rows: group }] : []
  })
  const fewId = `${index}-too-few`
  if (rows.length === 0) return null
  return (
    <section>
      <h2>
        <Say text={words.beliefCompanies(label)} />
      </h2>
      <ul class="jump">
        {groups.map(({ found, id, rows: group }) => (
          <li>
            <a href={`#${id}`}>
              {words.beliefIs[found]} ({group.length})
            </a>
          </li>
        ))}
        {few.length > 0 && (
          <li>
            <a href={`#${fewId}`}>
              {words.beliefFewHead} ({few.length})
            </a>
          </li>
        )}
      </ul>
      {groups.map(({ found, id, rows: group }) => (
        <>
          <h3 id={id}>{words.beliefIs[found]}</h3>
          {[...new Set(group.flatMap((row) => beliefRule(page, row) ?? []))].sort().map((rule) => (
            <p>{rule}</p>
          ))}
          {group.length > longest ? (
            <details>
              <summary>
                {words.table} ({group.length})
              </summary>
              <Table page={page} index={index} found={found} rows={group} />
            </details>
          ) : (
            <Table page={page} index={index} found={found} rows={group} />
          )}
        </>
      ))}
      {few.length > 0 && (
        <>
          <h3 id={fewId}>{words.beliefFewHead}</h3>
          <ul class="plain">
            {few.map((row) => (
              <li>
                <NameText {...companyName(page, row.company_id)} />: {beliefMissing(page, row)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
