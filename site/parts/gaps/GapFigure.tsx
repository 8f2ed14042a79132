import type { GapRow, IndustryGapRow } from '../../../pipeline/tables.ts'
import type { Page } from '../../book.ts'
import { type DumbbellRow, dumbbellChart } from '../../charts/dumbbell.ts'
import { domainOf } from '../../charts/intervals.ts'
import { allGaps, touchpointName } from '../../gap-sentences.ts'
import { isGapShown, isIndustryGapShown, type ShownGap, type ShownIndustryGap } from '../../gap-verdicts.ts'
import { type Name, plain } from '../../sentence.ts'
import { estimateText } from '../Estimate.tsx'
import { Figure } from '../Figure.tsx'

type Shown = ShownGap | ShownIndustryGap

/** Limits of the axis that all charts of companies, or of industries, have in an edition. */
function domainFor(page: Page, companies: boolean): [number, number] {
  const groups = [...page.view.gaps.groups.values()].flat().filter(isIndustryGapShown)
  const own = companies ? allGaps(page).filter(isGapShown) : []
  return domainOf([
    ...[...groups, ...own].flatMap((row) => [
      ...[row.expected, row.expected_low, row.expected_high],
      ...[row.experienced, row.experienced_low, row.experienced_high],
    ]),
    ...own.map(({ intended }) => intended),
  ])
}

function drawnRow(page: Page, row: Shown, beside: readonly ShownIndustryGap[]): DumbbellRow {
  const near = beside.find(({ touchpoint }) => touchpoint === row.touchpoint)
  return {
    name: touchpointName(page, row.touchpoint).name,
    open: { at: row.expected, low: row.expected_low, high: row.expected_high },
    filled: { at: row.experienced, low: row.experienced_low, high: row.experienced_high },
    third: 'intended' in row ? (row.intended ?? undefined) : undefined,
    beside: near && { open: near.expected, filled: near.experienced },
    label: estimateText(page, row.gap, row.low, row.high, true),
  }
}

interface Props {
  page: Page
  id: string
  /** whose touchpoints they are */
  name: Name
  rows: readonly (GapRow | IndustryGapRow)[]
  /** one small drawing, shared with other pages under this key, and explained elsewhere */
  shared?: string
  /** the industry of a company, drawn beside it */
  beside?: readonly IndustryGapRow[]
}

/** Expected against experienced at each touchpoint, with their intervals. Nothing where no figure is shown. */
export function GapFigure({ page, id, name, rows, shared, beside = [] }: Props) {
  const { words, format, view, book } = page
  const shown: Shown[] = rows.flatMap((row): Shown[] =>
    'company_id' in row ? (isGapShown(row) ? [row] : []) : isIndustryGapShown(row) ? [row] : [],
  )
  if (shown.length === 0) return null
  const near = beside.filter(isIndustryGapShown)
  const drawn = shown.map((row) => drawnRow(page, row, near))
  const domain = domainFor(
    page,
    shown.some((row) => 'company_id' in row),
  )
  const draw = (width: number, stacked: boolean) => dumbbellChart({ rows: drawn, domain, width, stacked })
  const kept = () => {
    const place = `gaps|${page.lang}|${shared}`
    const svg = book.drawings.get(place) ?? draw(340, true)
    book.drawings.set(place, svg)
    return svg
  }
  const gaps = shown.map(({ gap }) => gap)
  const note = [
    words.gapChartKey(format.confidence(book.study.confidence)),
    ...(drawn.some((row) => row.beside !== undefined) ? [words.gapChartBeside] : []),
    ...(drawn.some(({ third }) => third !== undefined) ? [words.gapChartIntended] : []),
  ]
  return (
    <Figure
      page={page}
      id={id}
      title={plain(words.gapChartTitle(name, view.wave.id))}
      says={words.gapChartSays(
        shown.length,
        format.change(Math.min(...gaps)),
        format.change(Math.max(...gaps)),
      )}
      note={shared === undefined ? note.join(' ') : ''}
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
