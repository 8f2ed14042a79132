/**
 * Two figures of a row, one below the other with a line between them: an open dot and a filled one, each with its
 * interval. Names at the side on a wide page, above the dots on a phone.
 */
import { axisX, dot, gridX, link, ruleY, text } from '@observablehq/plot'
import { draw } from './draw.ts'
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
}

const size = 14
const labelSize = 13
/** pixels between the two figures */
const apart = 11

const limits = (y: number, { at, low, high }: Point) => ({ at, y, low: low ?? at, high: high ?? at })

/** Where everything of a row lies, in rows; `y` counts from its top. */
function placedOf(rows: readonly DumbbellRow[], step: number, stacked: boolean, compared: boolean) {
  const first = (stacked ? 30 : compared ? 11 : 13) / step
  return rows.map(({ open, filled, third, beside, ...row }, i) => {
    const top = i + first
    const bottom = top + apart / step
    const grey = bottom + apart / step
    return {
      ...row,
      line: i + (stacked ? 11 / step : first + apart / step / 2),
      open: limits(top, open),
      filled: limits(bottom, filled),
      third: third === undefined ? [] : [{ at: third, y: top + apart / step / 2 }],
      beside: beside === undefined ? [] : [{ ...beside, y: grey }],
    }
  })
}

/** The drawing, without words of any language but those given in the rows. */
export function dumbbellChart({ rows, domain, width, stacked }: DumbbellChart): string {
  const compared = rows.some(({ beside }) => beside !== undefined)
  const step = (stacked ? 58 : 38) + (compared ? 8 : 0)
  const marginTop = 28
  const labels = Math.max(...rows.map(({ label }) => widthOf(label, labelSize))) + 6
  const room = stacked
    ? width - 12
    : Math.min(230, Math.max(...rows.map(({ name }) => widthOf(name, size)), 60) + 4)
  const marginLeft = stacked ? 8 : room + 14
  const marginRight = stacked ? 12 : labels + 14
  const placed = placedOf(rows, step, stacked, compared).map((row) => ({
    ...row,
    short: shortened(row.name, size, stacked ? room - widthOf(row.label, labelSize) : room),
  }))
  const open = placed.map((row) => row.open)
  const filled = placed.map((row) => row.filled)
  const beside = placed.flatMap((row) => row.beside)
  const interval = { x1: 'low', x2: 'high', y: 'y' } as const
  return draw({
    width,
    height: marginTop + step * rows.length + 4,
    marginTop,
    marginRight,
    marginBottom: 4,
    marginLeft,
    x: { domain, axis: null },
    y: { domain: [0, rows.length], reverse: true, axis: null },
    marks: [
      gridX({ ticks: 5, className: 'grid', strokeOpacity: 1 }),
      axisX({ anchor: 'top', ticks: 5, tickSize: 0, tickFormat: String, label: null, className: 'axis' }),
      link(placed, {
        x1: (row) => row.open.at,
        y1: (row) => row.open.y,
        x2: (row) => row.filled.at,
        y2: (row) => row.filled.y,
        className: 'joint',
      }),
      ruleY(open, { ...interval, className: 'thin' }),
      ruleY(filled, { ...interval, className: 'interval' }),
      dot(open, { x: 'at', y: 'y', r: 4.5, className: 'dot open' }),
      dot(filled, { x: 'at', y: 'y', r: 5, className: 'dot' }),
      ...(compared
        ? [
            dot(beside, { x: 'open', y: 'y', r: 3, className: 'near open' }),
            dot(beside, { x: 'filled', y: 'y', r: 3, className: 'near' }),
          ]
        : []),
      dot(
        placed.flatMap((row) => row.third),
        { x: 'at', y: 'y', r: 5, symbol: 'diamond', className: 'third' },
      ),
      text(placed, {
        text: 'short',
        title: 'name',
        y: 'line',
        frameAnchor: 'left',
        textAnchor: stacked ? 'start' : 'end',
        dx: stacked ? 0 : -14,
        className: 'name',
      }),
      text(placed, {
        text: 'label',
        y: 'line',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: marginRight - 4,
        className: 'figure',
      }),
    ],
  })
}
