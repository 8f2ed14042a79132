import type { Score } from '../../pipeline/tables.ts'
import { indexName, type Page } from '../book.ts'
import { type HistoryPoint, historyChart } from '../charts/history.ts'
import { domainOf } from '../charts/intervals.ts'
import { type Name, plain } from '../sentence.ts'
import { waveList } from '../sentences.ts'
import { hasLimits, isShown, rowOf } from '../verdicts.ts'
import { key, type View } from '../view.ts'
import { Figure } from './Figure.tsx'
import { ScoreText } from './Score.tsx'

interface Props {
  page: Page
  index: string
  level: Score['level']
  id: string
  name: Name
  /** the industry drawn beside a company */
  beside?: string | undefined
}

const soFar = ({ book, view }: Page): View[] => book.views.slice(0, view.position + 1)

function pointsOf(page: Page, index: string, level: Score['level'], id: string): HistoryPoint[] {
  return soFar(page).flatMap((view) => {
    const row = rowOf(view, index, level, id)
    if (!isShown(row)) return []
    return [{ wave: view.wave.id, position: view.position, score: row.score, low: row.low, high: row.high }]
  })
}

function drawing(page: Page, props: Props, points: HistoryPoint[], breaks: number[]): string {
  const name = key('history', props.index, props.level, props.id)
  const known = page.book.drawings.get(name)
  if (known !== undefined) return known
  const beside = props.beside === undefined ? [] : pointsOf(page, props.index, 'industry', props.beside)
  const drawn = historyChart({
    points,
    beside,
    waves: soFar(page).map((view) => view.wave.id),
    breaks,
    domain: domainOf([...points, ...beside].flatMap((point) => [point.score, point.low, point.high])),
  })
  page.book.drawings.set(name, drawn)
  return drawn
}

/** An index over the editions up to this one: chart and table. Breaks cut the line. */
export function History(props: Props) {
  const { page, index, level, id, name } = props
  const { words } = page
  const points = pointsOf(page, index, level, id)
  const first = points[0]
  const last = points.at(-1)
  if (first === undefined || last === undefined) return <p class="quiet">{words.historyNone}</p>
  const cuts = soFar(page).filter(
    (view) => view.position > first.position && view.wave.indices[index]?.break === true,
  )
  const label = indexName(page, index)
  return (
    <>
      <Figure
        page={page}
        id={`history-${index}`}
        title={plain(words.historyTitle(name, label))}
        says={words.historySays(points.length, first.wave, last.wave, !points.every(hasLimits))}
        note={
          cuts.length === 0
            ? ''
            : words.historyBreak(
                waveList(
                  page,
                  cuts.map((view) => view.wave.id),
                ),
              )
        }
        drawings={[
          {
            svg: drawing(
              page,
              props,
              points,
              cuts.map((view) => view.position),
            ),
            on: 'both',
          },
        ]}
      />
      <details>
        <summary>{words.table}</summary>
        <table>
          <caption class="away">
            <bdi>{plain(words.historyTitle(name, label))}</bdi>
          </caption>
          <thead>
            <tr>
              <th scope="col">{words.wave}</th>
              <th scope="col">{words.pointsHead(page.format.confidence(page.book.study.confidence))}</th>
            </tr>
          </thead>
          <tbody>
            {soFar(page).map((view) => {
              const row = rowOf(view, index, level, id)
              return (
                row && (
                  <tr>
                    <th scope="row">{view.wave.id}</th>
                    <td>
                      <ScoreText page={page} row={row} />
                    </td>
                  </tr>
                )
              )
            })}
          </tbody>
        </table>
      </details>
    </>
  )
}
