import type { Score } from '../../pipeline/tables.ts'
import { indexName, type Page } from '../book.ts'
import { singledOut } from '../charts/draw.ts'
import { domainOf, intervalChart } from '../charts/intervals.ts'
import { plain, type Sentence } from '../sentence.ts'
import { figureText } from '../sentences.ts'
import { hasLimits, isRanked, isShown, rowOf } from '../verdicts.ts'
import { Figure } from './Figure.tsx'

interface Props {
  page: Page
  id: string
  index: string
  rows: readonly Score[]
  /** one small drawing, shared with other pages under this key */
  shared?: string | undefined
  /** the company that the page is about */
  own?: string | undefined
  /** what part of the list it is, where it is not the whole */
  part?: Sentence | undefined
}

function drawingOf(
  page: Page,
  index: string,
  rows: readonly Score[],
  width: number,
  stacked: boolean,
): string {
  const { view, format } = page
  const everyone = (view.companies.get(index) ?? []).filter(isShown)
  const all = rowOf(view, index, 'all', 'all')
  return intervalChart({
    rows: rows.filter(isShown).map((row) => ({
      name: row.name,
      score: row.score,
      low: row.low,
      high: row.high,
      ranked: isRanked(row),
      label: format.score(row.score),
    })),
    domain: domainOf(everyone.flatMap((row) => [row.score, row.low, row.high])),
    average: isShown(all) ? all.score : undefined,
    width,
    stacked,
  })
}

/** Scores of companies with their intervals. All charts of an index in an edition have the same axis. */
export function IntervalFigure({ page, id, index, rows, shared, own, part }: Props) {
  const { words, format, view, book } = page
  const shown = rows.filter(isShown)
  if (shown.length === 0) return null
  const scores = shown.map((row) => row.score)
  const all = rowOf(view, index, 'all', 'all')
  const average = isShown(all) ? figureText(page, all) : undefined
  const percent = format.confidence(book.study.confidence)
  const says = words.chartSays(
    shown.length,
    format.score(Math.min(...scores)),
    format.score(Math.max(...scores)),
    percent,
    !shown.every(hasLimits),
  )
  const draw = (width: number, stacked: boolean) => drawingOf(page, index, shown, width, stacked)
  const kept = () => {
    const name = `${page.lang}|${shared}`
    const known = book.drawings.get(name) ?? draw(340, true)
    book.drawings.set(name, known)
    const place = shown.findIndex((row) => row.entity_id === own)
    return singledOut(singledOut(known, 'interval', 'line', place), 'name', 'text', place)
  }
  return (
    <Figure
      page={page}
      id={id}
      title={plain(words.chartTitle(indexName(page, index), view.wave.id))}
      says={part === undefined ? says : `${plain(part)}. ${says}`}
      note={shared === undefined ? words.chartKey(percent, average, !shown.every(isRanked)) : ''}
      drawings={
        shared === undefined
          ? [
              { svg: draw(720, false), on: 'wide' },
              { svg: draw(340, true), on: 'narrow' },
            ]
          : [{ svg: kept(), on: 'both' }]
      }
    />
  )
}
