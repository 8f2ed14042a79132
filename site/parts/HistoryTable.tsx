import type { PastRow } from '../../pipeline/tables.ts'
import type { Page } from '../book.ts'
import { webLink } from '../links.ts'
import { breakSentence } from '../reasons.ts'
import { missingText } from '../sentences.ts'
import type { Series } from '../series.ts'
import { NameText, Say } from './Say.tsx'
import { ScoreText } from './Score.tsx'

function PastFigures({
  page,
  row: { score, low, high, n },
}: {
  page: Page
  row: PastRow & { score: number }
}) {
  const { format, words } = page
  const limits = low !== null && high !== null
  return (
    <span class="score">
      <b>{format.score(score)}</b>{' '}
      <span class={limits ? 'interval' : 'missing'}>
        ({limits ? format.range(low, high) : words.pastNoInterval}),
      </span>{' '}
      <span class={n === null ? 'missing' : 'base'}>
        {n === null ? words.pastNoBase : words.base(format.count(n))}
      </span>
    </span>
  )
}

/** A score as others have published it, never without its source. */
function PastText({ page, row }: { page: Page; row: PastRow }) {
  const { published, score, n, source } = row
  return (
    <>
      {published && score !== null ? (
        <PastFigures page={page} row={{ ...row, score }} />
      ) : (
        <span class="missing">{missingText(page, { ...row, n: n ?? 0 })}</span>
      )}{' '}
      <span class="source">
        {page.words.pastSource}: <NameText name={source} href={webLink(source)} />
      </span>
    </>
  )
}

/** Why an edition does not compare with that before. */
function CutText({ page, index, wave }: { page: Page; index: string; wave: string }) {
  const why = breakSentence(
    page,
    index,
    page.book.views.find((view) => view.wave.id === wave),
  )
  return (
    <span class="source">
      <Say text={why} />
    </span>
  )
}

interface Props {
  page: Page
  title: string
  index: string
  series: Series
}

/** The rows behind a chart over time, folded until wanted. */
export function HistoryTable({ page, title, index, series: { moments, cuts } }: Props) {
  const { words, format, book } = page
  return (
    <details>
      <summary>{words.table}</summary>
      <table>
        <caption class="away">
          <bdi>{title}</bdi>
        </caption>
        <thead>
          <tr>
            <th scope="col">{moments.some(({ kind }) => kind === 'past') ? words.waveOrYear : words.wave}</th>
            <th scope="col">{words.pointsHead(format.confidence(book.study.confidence))}</th>
          </tr>
        </thead>
        <tbody>
          {moments.map((moment) => (
            <tr>
              <th scope="row">{moment.row.wave}</th>
              <td>
                {moment.kind === 'own' ? (
                  <>
                    <ScoreText page={page} row={moment.row} />
                    {cuts.includes(moment.row.wave) && (
                      <CutText page={page} index={index} wave={moment.row.wave} />
                    )}
                  </>
                ) : (
                  <PastText page={page} row={moment.row} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
