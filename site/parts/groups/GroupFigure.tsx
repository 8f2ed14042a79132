import type { SegmentRow } from '../../../pipeline/tables.ts'
import { indexName, type Page } from '../../book.ts'
import { domainOf, intervalChart } from '../../charts/intervals.ts'
import { allGroups, categoryName, segmentInText } from '../../group-sentences.ts'
import { isGroupShown, type ShownGroup } from '../../group-verdicts.ts'
import { plain } from '../../sentence.ts'
import { Figure } from '../Figure.tsx'

interface Props {
  page: Page
  segment: string
  index: string
  rows: readonly SegmentRow[]
}

function drawn(page: Page, shown: readonly ShownGroup[], index: string, width: number, stacked: boolean) {
  const all = allGroups(page, index, 'all', 'all').filter(isGroupShown)
  return intervalChart({
    rows: shown.map((row) => ({
      name: categoryName(page, row.segment, row.category).name,
      ...{ score: row.score, low: row.low, high: row.high, ranked: true },
      label: page.format.score(row.score),
    })),
    domain: domainOf(all.flatMap(({ score, low, high }) => [score, low, high])),
    average: undefined,
    width,
    stacked,
  })
}

/** The groups of a division of all customers, with their intervals; all divisions have the same axis. Nothing where none is shown. */
export function GroupFigure({ page, segment, index, rows }: Props) {
  const { words, format, view, book } = page
  const shown = rows.filter(isGroupShown)
  if (shown.length === 0) return null
  const scores = shown.map(({ score }) => score)
  const percent = format.confidence(book.study.confidence)
  return (
    <Figure
      page={page}
      id={`groups-${segment}`}
      title={plain(words.groupChartTitle(indexName(page, index), segmentInText(page, segment), view.wave.id))}
      says={words.groupChartSays(
        shown.length,
        format.score(Math.min(...scores)),
        format.score(Math.max(...scores)),
        percent,
      )}
      note={words.groupChartKey(percent)}
      drawings={[
        { svg: drawn(page, shown, index, 720, false), on: 'wide' },
        { svg: drawn(page, shown, index, 340, true), on: 'narrow' },
      ]}
    />
  )
}
