/**
 * Two figures of a row, one below the other with a line between them: an open dot and a filled one, each with its
 * interval. Names at the side on a wide page, above the dots on a phone.
 */
import { drawing, group, label, linear, tag, tick, ticksOf } from './svg.ts'
import { shortened, widthOf } from './text.ts'

interface Point {
  at: number
  low: number | null
  high: number | null
}

export interface DumbbellRow {
  name: string
  open: Point
  filled: Point
  /** a third figure, as a diamond */
  third?: number | undefined
  /** the same two of what it is compared with, small and grey */
  beside?: { open: number; filled: number } | undefined
  /** the difference as printed */
  label: string
}

interface DumbbellChart {
  rows: readonly DumbbellRow[]
  domain: [number, number]
  width: number
  /** names above the dots */
  stacked: boolean
  /** a line at 0 */
  zero?: boolean
}

const size = 14
const labelSize = 13
/** pixels between the two figures */
const apart = 11
const top = 28

/** Margins and room for names: of one row where they stand above the dots, of all where they stand beside. */
function layout({ rows, width, stacked }: DumbbellChart, compared: boolean) {
  const labels = Math.max(...rows.map((row) => widthOf(row.label, labelSize))) + 6
  const step = (stacked ? 58 : 38) + (compared ? 8 : 0)
  if (stacked) {
    const room = (row: DumbbellRow) => width - 18 - widthOf(row.label, labelSize)
    return { step, left: 8, right: 12, first: 30, line: 11, room }
  }
  const names = Math.min(230, Math.max(...rows.map(({ name }) => widthOf(name, size)), 60) + 4)
  const first = compared ? 11 : 13
  return { step, left: names + 14, right: labels + 14, first, line: first + apart / 2, room: () => names }
}

/** The drawing, without words of any language but those given in the rows. */
export function dumbbellChart(chart: DumbbellChart): string {
  const { rows, domain, width, stacked, zero = false } = chart
  const { step, left, right, first, line, room } = layout(
    chart,
    rows.some(({ beside }) => beside !== undefined),
  )
  const height = top + step * rows.length + 4
  const x = linear(domain, [left, width - right])
  const ticks = ticksOf(domain, 9)
  const placed = rows.map((row, i) => ({ ...row, y: top + step * i + first, middle: top + step * i + line }))
  const interval = ({ at, low, high }: Point, y: number) =>
    tag('line', { x1: x(low ?? at), x2: x(high ?? at), y1: y, y2: y })
  const circle = (at: number, y: number, r: number) => tag('circle', { cx: x(at), cy: y, r })
  const near = (of: 'open' | 'filled') =>
    placed.flatMap(({ beside, y }) => (beside === undefined ? [] : [circle(beside[of], y + 2 * apart, 3)]))
  const diamond = (at: number, y: number) => {
    const [middle, over] = [Math.round(x(at) * 100) / 100, y + apart / 2]
    return tag('path', { d: `M${middle},${over - 7}l4.5,7l-4.5,7l-4.5,-7Z` })
  }
  return drawing(width, height, [
    group(
      'grid',
      ticks.map((at) => tag('line', { x1: x(at), x2: x(at), y1: top, y2: height - 4 })),
    ),
    group(
      'axis',
      ticks.map((at) => label(tick(at), x(at), top - 14)),
    ),
    group('zero', zero ? [tag('line', { x1: x(0), x2: x(0), y1: top, y2: height - 4 })] : []),
    group(
      'joint',
      placed.map(({ open, filled, y }) =>
        tag('line', { x1: x(open.at), y1: y, x2: x(filled.at), y2: y + apart }),
      ),
    ),
    group(
      'thin',
      placed.map(({ open, y }) => interval(open, y)),
    ),
    group(
      'interval',
      placed.map(({ filled, y }) => interval(filled, y + apart)),
    ),
    group(
      'dot open',
      placed.map(({ open, y }) => circle(open.at, y, 4.5)),
    ),
    group(
      'dot',
      placed.map(({ filled, y }) => circle(filled.at, y + apart, 5)),
    ),
    group('near open', near('open')),
    group('near', near('filled')),
    group(
      'third',
      placed.flatMap(({ third, y }) => (third === undefined ? [] : [diamond(third, y)])),
    ),
    group(
      'name',
      placed.map((row) =>
        label(shortened(row.name, size, room(row)), stacked ? left : left - 14, row.middle, row.name),
      ),
      { 'text-anchor': stacked ? 'start' : 'end' },
    ),
    group(
      'figure',
      placed.map((row) => label(row.label, width - 4, row.middle)),
      { 'text-anchor': 'end' },
    ),
  ])
}
