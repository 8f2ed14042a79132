import type { ReliabilityRow } from '../../pipeline/tables.ts'
import { indexName, type Page, told } from '../book.ts'
import { NameText } from './Say.tsx'

/** By convention: Nunnally 1978. */
const enough = 0.7

/** What a row says of its index; why it says nothing, where it is withheld. */
function Judgement({ page, row }: { page: Page; row: ReliabilityRow }) {
  const { words, format, book } = page
  if (!row.published || row.verdict === null)
    return (
      <span class="missing">
        {words.fewForThis(format.count(row.n), format.count(book.study.minimum_shown))}
      </span>
    )
  const also = row.flags.split('|').flatMap((flag) => words.oneThingAlso[flag] ?? [])
  return <>{[words.oneThingIs[row.verdict], ...also].join(' ')}</>
}

function Weakest({ page, row }: { page: Page; row: ReliabilityRow }) {
  const { format, book } = page
  const { published, weakest_item: item, weakest_correlation: r } = row
  if (!published || item === null || r === null) return <>–</>
  return (
    <>
      <bdi>{told(page, book.items.get(item)?.text) || item}</bdi> ({format.coefficient(r)})
    </>
  )
}

/** Per index: whether its questions measure one thing. */
export function Reliability({ page }: { page: Page }) {
  const { words, format, view } = page
  const rows = view.indices.flatMap(({ id }) => view.reliability.get(id) ?? [])
  if (rows.length === 0) return null
  const figure = (row: ReliabilityRow, value: number | null) =>
    row.published && value !== null ? format.coefficient(value) : '–'
  return (
    <section id="one-thing">
      <h2>{words.oneThingHead}</h2>
      <p>
        {words.oneThingLead(format.coefficient(enough))}{' '}
        {rows.some(({ items }) => items === 2) && words.twoItems}
      </p>
      <table class="stack">
        <caption>{words.oneThingCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.index}</th>
            <th scope="col">{words.alpha}</th>
            <th scope="col">{words.alphaStandardised}</th>
            <th scope="col">{words.omega}</th>
            <th scope="col">{words.weakest}</th>
            <th scope="col">{words.judged}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <NameText {...indexName(page, row.index, true)} />
                <span class="industry">
                  {words.questionsAsked(row.items)},{' '}
                  <span class="base">{words.base(format.count(row.n))}</span>
                </span>
              </th>
              <td data-label={words.alpha}>{figure(row, row.alpha)}</td>
              <td data-label={words.alphaStandardised}>{figure(row, row.alpha_standardised)}</td>
              <td data-label={words.omega}>{figure(row, row.omega)}</td>
              <td data-label={words.weakest} class="wording">
                <Weakest page={page} row={row} />
              </td>
              <td data-label={words.judged} class="wording">
                <Judgement page={page} row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
