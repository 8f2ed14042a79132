import type { ComponentChildren } from 'preact'
import { everyone, type ShownBelief } from '../../belief-verdicts.ts'
import type { Page } from '../../book.ts'
import type { Sentence } from '../../sentence.ts'
import { rowOf } from '../../verdicts.ts'
import { Beside } from '../Beside.tsx'
import { Estimate } from '../Estimate.tsx'
import { Say } from '../Say.tsx'

function Figures({ page, row }: { page: Page; row: ShownBelief }) {
  const { words, format, view } = page
  const { believed_superior: people, customers_superior: customers, priority } = row
  const score = rowOf(view, row.index, 'company', row.company_id)
  const { low = null, high = null } = score?.published ? score : {}
  return (
    <>
      <td data-label={words.believed}>
        <Estimate page={page} value={row.believed} low={row.believed_low} high={row.believed_high} />
        <span class="industry">{words.peopleCount(format.count(row.n_believers))}</span>
        {row.role === everyone && (
          <Beside
            page={page}
            value={row.believed_vs_rest}
            low={row.believed_vs_rest_low}
            high={row.believed_vs_rest_high}
          />
        )}
      </td>
      <td data-label={words.customersAnswer}>
        <Estimate page={page} value={row.actual} low={low} high={high} n={row.n_customers} />
        {row.role === everyone && (
          <Beside
            page={page}
            value={row.actual_vs_rest}
            low={row.actual_vs_rest_low}
            high={row.actual_vs_rest_high}
          />
        )}
      </td>
      <td data-label={words.beliefGap}>
        <Estimate page={page} value={row.gap} low={row.low} high={row.high} signed />
      </td>
      <td data-label={words.superior}>
        {people === null || customers === null
          ? '–'
          : words.superiorCell(format.percent(people), format.percent(customers))}
      </td>
      <td data-label={words.priority}>
        {priority === null ? (
          <span class="missing">{row.n_priority === 0 ? words.notStated : words.withheld}</span>
        ) : (
          <Estimate page={page} value={priority} low={row.priority_low} high={row.priority_high} />
        )}
      </td>
    </>
  )
}

interface Props {
  page: Page
  caption: Sentence
  /** what the first column holds */
  head: string
  /** one of several tables below each other, each with a heading of its own */
  grouped?: boolean
  rows: readonly { head: ComponentChildren; row: ShownBelief | string }[]
}

/** What people believe beside what customers answer, row by row; a text stands where figures are not shown. */
export function BeliefTable({ page, caption, head, grouped = false, rows }: Props) {
  const { words } = page
  if (rows.length === 0) return null
  return (
    <table class={grouped ? 'stack many even' : 'stack many'}>
      <caption class={grouped ? 'away' : undefined}>
        <Say text={caption} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{words.believed}</th>
          <th scope="col">{words.customersAnswer}</th>
          <th scope="col">{words.beliefGap}</th>
          <th scope="col">{words.superior}</th>
          <th scope="col">{words.priority}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ head: first, row }) => (
          <tr>
            <th scope="row">{first}</th>
            {typeof row === 'string' ? (
              <td colSpan={5} class="missing">
                {row}
              </td>
            ) : (
              <Figures page={page} row={row} />
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
