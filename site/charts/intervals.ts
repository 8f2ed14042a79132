/** Dots with intervals, one row per company: names at the side on a wide page, above the line on a phone. */
import { axisX, dot, gridX, ruleX, ruleY, text } from '@observablehq/plot'
import { draw } from './draw.ts'
import { shortened, widthOf } from './text.ts'

interface IntervalRow {
  name: string
  score: number
  low: number | null
  high: number | null
  /** a filled dot; an open one otherwise */
  ranked: boolean
  /** the score as printed */
  label: string
}

interface IntervalChart {
  rows: IntervalRow[]
  domain: [number, number]
  average: number | undefined
  width: number
  /** names above the lines */
  stacked: boolean
  /** a number of the axis as the language writes it */
  tick?: (value: number) => string
}

const size = 14

/** Limits of an axis that holds all figures: multiples of five, at least twenty apart, within 0-100 where they can be. */
export function domainOf(values: readonly (number | null)[]): [number, number] {
  const known = values.filter((value) => value !== null)
  if (known.length === 0) return [0, 100]
  const least = Math.min(...known)
  const most = Math.max(...known)
  const top = Math.ceil((most + 1) / 5) * 5
  const high = most <= 100 ? Math.min(top, 100) : top
  const low = Math.min(Math.floor((least - 1) / 5) * 5, high - 20)
  return least >= 0 && low < 0 ? [0, Math.max(high, 20)] : [low, high]
}

/** Limits on both sides of 0, equally far, that hold all figures. */
export function aroundZero(values: readonly (number | null)[]): [number, number] {
  const most = Math.max(1, ...values.map((value) => Math.abs(value ?? 0)))
  const limit = most > 8 ? Math.ceil(most / 5) * 5 : Math.ceil(most)
  return [-limit, limit]
}

/** The drawing, without words of any language but the numbers given in the rows. */
export function intervalChart({
  rows,
  domain,
  average,
  width,
  stacked,
  tick = String,
}: IntervalChart): string {
  const step = stacked ? 42 : 28
  const marginTop = 28
  const marginRight = 44
  const room = stacked
    ? width - marginRight - 8
    : Math.min(260, Math.max(...rows.map((row) => widthOf(row.name, size)), 60) + 4)
  const marginLeft = stacked ? 8 : room + 14
  const placed = rows.map((row, i) => ({
    ...row,
    y: i + (stacked ? 0.22 : 0),
    top: i - 0.24,
    short: shortened(row.name, size, room),
  }))
  const all = placed.map((row) => ({ ...row, low: row.low ?? row.score, high: row.high ?? row.score }))
  return draw({
    width,
    height: marginTop + step * rows.length + 4,
    marginTop,
    marginRight,
    marginBottom: 4,
    marginLeft,
    x: { domain, axis: null },
    y: { domain: [-0.5, rows.length - 0.5], reverse: true, axis: null },
    marks: [
      gridX({ ticks: 5, className: 'grid', strokeOpacity: 1 }),
      axisX({ anchor: 'top', ticks: 5, tickSize: 0, tickFormat: tick, label: null, className: 'axis' }),
      ...(average === undefined ? [] : [ruleX([average], { className: 'average' })]),
      ruleY(all, { y: 'y', x1: 'low', x2: 'high', className: 'interval' }),
      dot(
        all.filter((row) => row.ranked),
        { x: 'score', y: 'y', r: 5, className: 'dot' },
      ),
      dot(
        all.filter((row) => !row.ranked),
        { x: 'score', y: 'y', r: 4.5, className: 'dot open' },
      ),
      text(all, {
        text: 'short',
        title: 'name',
        y: stacked ? 'top' : 'y',
        frameAnchor: 'left',
        textAnchor: stacked ? 'start' : 'end',
        dx: stacked ? 0 : -14,
        className: 'name',
      }),
      text(all, {
        text: 'label',
        y: 'y',
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: marginRight - 4,
        className: 'value',
      }),
    ],
  })
}
