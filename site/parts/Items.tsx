import type { PublicItem } from '../../pipeline/publication.ts'
import type { Distribution, ItemRow } from '../../pipeline/tables.ts'
import { indexName, type Page, told } from '../book.ts'
import { missingText, rangeText } from '../sentences.ts'
import { key } from '../view.ts'
import { AnswerBars } from './AnswerBars.tsx'
import { type Answer, AnswerTable } from './AnswerTable.tsx'
import { NameText } from './Say.tsx'

/** How many gave no answer on the scale, each kind in words. */
function missingFacts({ words, format }: Page, row: ItemRow): string {
  const facts: [number | null, (n: string) => string][] = [
    [row.n_dont_know, words.dontKnow],
    [row.n_refused, words.refused],
    [row.n_not_applicable, words.notApplicable],
    [row.n_not_asked, words.notAsked],
  ]
  return facts
    .map(([n, say]) => (n === null || (n === 0 && say !== words.dontKnow) ? '' : `; ${say(format.count(n))}`))
    .join('')
}

/** Whether the scale has few enough steps for a column each. */
const hasColumns = ({ scale }: PublicItem) => scale.max - scale.min < 21

function Columns({ page, item, answers }: { page: Page; item: PublicItem; answers: readonly Answer[] }) {
  const { words, format, book } = page
  const most = Math.max(...answers.map(({ share }) => share))
  const says = words.answersSays(
    answers.filter(({ share }) => share === most).map(({ answer }) => String(answer)),
    format.percent(most),
  )
  return (
    <figure class="chart">
      <AnswerBars
        id={`answers-${item.id}`}
        title={told(page, item.text)}
        says={says}
        answers={answers.map(({ answer, share }) => ({ answer, share, label: format.count(share) }))}
      />
      <figcaption>
        {book.study.synthetic && <strong class="flag">{words.simulated}</strong>} {says}
      </figcaption>
    </figure>
  )
}

function Answers({ page, item, rows }: { page: Page; item: PublicItem; rows: readonly Distribution[] }) {
  const answers = rows.flatMap((row) =>
    row.published && row.share !== null ? [{ ...row, share: row.share }] : [],
  )
  if (answers.length === 0) return null
  if (!hasColumns(item))
    return <AnswerTable page={page} item={item} rows={answers.filter(({ share }) => share > 0)} />
  return (
    <>
      <Columns page={page} item={item} answers={answers} />
      <AnswerTable page={page} item={item} rows={answers} />
    </>
  )
}

function Item({ page, row }: { page: Page; row: ItemRow }) {
  const { words, format, book } = page
  const item = book.items.get(row.item)
  if (item === undefined) return null
  const used = page.view.indices.filter((index) => page.view.wave.indices[index.id]?.items.includes(item.id))
  const { score, low, high, mean } = row
  return (
    <li>
      <h3>
        <bdi>{told(page, item.text)}</bdi>
      </h3>
      {used.length > 0 && (
        <p class="small">
          {words.partOf}{' '}
          {used.map((index, i) => (
            <>
              {i > 0 && ', '}
              <NameText {...indexName(page, index.id)} />
            </>
          ))}
          {item.reverse && ` (${words.reversed})`}
        </p>
      )}
      {row.published && mean !== null ? (
        <>
          <p>
            {words.itemFacts(format.score(mean), item.scale.min, item.scale.max, format.count(row.n))}
            {missingFacts(page, row)}.{' '}
            {score !== null && (
              <>
                {words.points}: <b>{format.score(score)}</b> ({rangeText(page, low, high)}).
              </>
            )}
          </p>
          <Answers
            page={page}
            item={item}
            rows={page.view.answers.get(key(row.company_id, row.item)) ?? []}
          />
        </>
      ) : (
        <p class="missing">{row.reason === null ? words.withheld : missingText(page, row)}</p>
      )}
    </li>
  )
}

/** The questions behind a company's scores, with the distribution of all answers. */
export function Items({ page, company }: { page: Page; company: string }) {
  const rows = page.view.items.get(company) ?? []
  if (rows.length === 0) return null
  const drawn = rows.some((row) => {
    const item = page.book.items.get(row.item)
    return row.published && item !== undefined && hasColumns(item)
  })
  return (
    <section id="answers">
      <h2>{page.words.answersHead}</h2>
      <p>
        {page.words.answersWhy} {drawn && page.words.columnsWhy}
      </p>
      <ul class="grid questions">
        {rows.map((row) => (
          <Item page={page} row={row} />
        ))}
      </ul>
    </section>
  )
}
