import type { PublicItem } from '../../pipeline/publication.ts'
import type { Distribution, ItemRow } from '../../pipeline/tables.ts'
import { indexName, type Page, told } from '../book.ts'
import { missingText } from '../sentences.ts'
import { key } from '../view.ts'
import { AnswerBars } from './AnswerBars.tsx'
import { AnswerTable } from './AnswerTable.tsx'
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

function Bars({ page, item, rows }: { page: Page; item: PublicItem; rows: readonly Distribution[] }) {
  const { words, format, book } = page
  const answers = rows.flatMap((row) =>
    row.published && row.share !== null ? [{ ...row, share: row.share }] : [],
  )
  const most = answers.reduce<(typeof answers)[number] | undefined>(
    (best, row) => (best === undefined || row.share > best.share ? row : best),
    undefined,
  )
  if (most === undefined) return null
  return (
    <>
      <figure class="chart">
        <AnswerBars
          id={`answers-${item.id}`}
          title={told(page, item.text)}
          says={words.answersSays(String(most.answer), format.percent(most.share))}
          answers={answers.map(({ answer, share }) => ({
            answer,
            share,
            label: format.count(Math.round(share)),
          }))}
        />
        <figcaption>
          {book.study.synthetic && <strong class="flag">{words.simulated}</strong>}{' '}
          {words.answersSays(String(most.answer), format.percent(most.share))}
        </figcaption>
      </figure>
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
            {score !== null && low !== null && high !== null && (
              <>
                {words.points}: <b>{format.score(score)}</b> ({format.range(low, high)}).
              </>
            )}
          </p>
          <Bars page={page} item={item} rows={page.view.answers.get(key(row.company_id, row.item)) ?? []} />
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
  return (
    <section>
      <h2>{page.words.answersHead}</h2>
      <p>{page.words.answersWhy}</p>
      <ul class="grid questions">
        {rows.map((row) => (
          <Item page={page} row={row} />
        ))}
      </ul>
    </section>
  )
}
