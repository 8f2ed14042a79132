import type { Score } from '../../pipeline/tables.ts'
import { indexName, type Page } from '../book.ts'
import { historyChart } from '../charts/history.ts'
import { domainOf } from '../charts/intervals.ts'
import { causesOf } from '../reasons.ts'
import { type Name, plain } from '../sentence.ts'
import { waveList } from '../sentences.ts'
import { editionPoints, type Series, seriesOf } from '../series.ts'
import { hasLimits } from '../verdicts.ts'
import { key } from '../view.ts'
import type { Cause } from '../words/comparing-en.ts'
import { Figure } from './Figure.tsx'
import { HistoryTable } from './HistoryTable.tsx'

interface Props {
  page: Page
  index: string
  level: Score['level']
  id: string
  name: Name
  /** the industry drawn beside a company */
  beside?: string | undefined
}

function drawing({ page, index, level, id, beside }: Props, series: Series): string {
  const name = key('history', index, level, id)
  const known = page.book.drawings.get(name)
  if (known !== undefined) return known
  const { waves, points, past, cuts } = series
  const near =
    beside === undefined ? [] : editionPoints(page, { index, level: 'industry', id: beside }, waves)
  const drawn = historyChart({
    points,
    past,
    beside: near,
    waves,
    breaks: cuts.map((wave) => waves.indexOf(wave)),
    domain: domainOf([...points, ...past, ...near].flatMap((point) => [point.score, point.low, point.high])),
  })
  page.book.drawings.set(name, drawn)
  return drawn
}

/** What the chart shows, for those who do not see it. */
function facts({ words }: Page, { points, past }: Series): string {
  const ends = (all: Series['points']): [number, string, string] => [
    all.length,
    all[0]?.wave ?? '',
    all.at(-1)?.wave ?? '',
  ]
  return [
    points.length > 0 ? words.historySays(...ends(points), !points.every(hasLimits)) : words.historyNone,
    ...(past.length > 0 ? [words.pastSays(...ends(past))] : []),
  ].join(' ')
}

/** More sources than this are named in the table only. */
const mostSources = 3

/** Where the line is cut, and why: the causes in order, each with its editions. */
function breakNote(page: Page, index: string, { cuts }: Series): string {
  const waves = new Map<Cause, string[]>()
  for (const view of page.book.views.filter(({ wave }) => cuts.includes(wave.id)))
    for (const cause of causesOf(view, index)) waves.set(cause, [...(waves.get(cause) ?? []), view.wave.id])
  return page.words.historyBreak(
    [...waves].map(([cause, ids]) => `${page.words.cutBy[cause]} ${waveList(page, ids)}`),
  )
}

function notes(page: Page, index: string, series: Series): string {
  const { points, past, cuts } = series
  const { words } = page
  const sources = [...new Set(past.flatMap(({ source }) => source ?? []))]
  const listed = words.list(sources.map((source) => ({ name: source })))
  return [
    ...(past.length > 0
      ? [plain(words.pastKey(sources.length > mostSources ? [words.pastSources] : listed))]
      : []),
    ...(past.length > 0 && points.length > 0 ? [words.pastSeam] : []),
    ...(cuts.length > 0 ? [breakNote(page, index, series)] : []),
  ].join(' ')
}

/** An index up to this edition: chart and table. Breaks, and scores published elsewhere, cut the line. */
export function History(props: Props) {
  const { page, index, name } = props
  const series = seriesOf(page, props)
  if (series.points.length + series.past.length === 0) return <p class="quiet">{page.words.historyNone}</p>
  const title = plain(page.words.historyTitle(name, indexName(page, index)))
  return (
    <>
      <Figure
        page={page}
        id={`history-${index}`}
        title={title}
        says={facts(page, series)}
        note={notes(page, index, series)}
        drawings={[{ svg: drawing(props, series), on: 'both' }]}
      />
      <HistoryTable page={page} title={title} index={index} series={series} />
    </>
  )
}
