/**
 * A score over time, with its intervals. The line is cut where the questions changed, and between figures of the
 * editions and figures that others have published.
 */
import { axisX, axisY, dot, gridY, line, ruleX } from '@observablehq/plot'
import { draw } from './draw.ts'

export interface HistoryPoint {
  wave: string
  /** place among the waves of the chart */
  position: number
  score: number
  low: number | null
  high: number | null
  /** who published it, where it is not computed here */
  source?: string
}

interface HistoryChart {
  points: HistoryPoint[]
  /** figures that others have published */
  past: HistoryPoint[]
  /** the same index for the industry, for comparison */
  beside: HistoryPoint[]
  /** names of all waves, oldest first */
  waves: string[]
  /** places of the waves where the questions changed */
  breaks: number[]
  domain: [number, number]
}

const width = 340

/** Points with the number of the unbroken stretch they belong to; a skipped wave or another source begins a new one too. */
function stretches(points: HistoryPoint[], breaks: number[]) {
  let stretch = 0
  return points.map((point, i) => {
    const before = points[i - 1]
    const cut = before !== undefined && breaks.some((at) => at > before.position && at <= point.position)
    const skipped = before !== undefined && point.position > before.position + 1
    if (cut || skipped || before?.source !== point.source) stretch++
    return { ...point, stretch }
  })
}

/** Places where figures of the editions and of others meet. */
function seams(points: HistoryPoint[], past: HistoryPoint[]): number[] {
  const all = [...points, ...past].sort((a, b) => a.position - b.position)
  return all.flatMap((point, i) => {
    const before = all[i - 1]
    const same = before === undefined || (before.source === undefined) === (point.source === undefined)
    return same ? [] : [point.position - 0.5]
  })
}

const drawn = (points: readonly HistoryPoint[]) =>
  points.map((point) => ({ ...point, low: point.low ?? point.score, high: point.high ?? point.score }))

/** The drawing, without words of any language. */
export function historyChart({ points, past, beside, waves, breaks, domain }: HistoryChart): string {
  const every = Math.ceil(waves.length / 7)
  const last = waves.length - 1
  const ticks = waves.map((_, i) => i).filter((i) => (last - i) % every === 0)
  const known = stretches(points, breaks)
  return draw({
    width,
    height: 190,
    marginTop: 12,
    marginRight: 24,
    marginBottom: 28,
    marginLeft: 34,
    x: { domain: waves.length === 1 ? [-0.5, 0.5] : [-0.15, last + 0.15], axis: null },
    y: { domain, axis: null },
    marks: [
      gridY({ ticks: 4, className: 'grid', strokeOpacity: 1 }),
      axisY({ ticks: 4, tickSize: 0, tickFormat: String, label: null, className: 'axis' }),
      axisX({
        ticks,
        tickSize: 0,
        tickPadding: 10,
        tickFormat: (i: number) => waves[i] ?? '',
        label: null,
        className: 'axis',
      }),
      ruleX(
        breaks.map((at) => at - 0.5),
        { className: 'break' },
      ),
      ruleX(seams(points, past), { className: 'seam' }),
      line(stretches(beside, breaks), { x: 'position', y: 'score', z: 'stretch', className: 'beside' }),
      dot(beside, { x: 'position', y: 'score', r: 2.5, className: 'beside-dot' }),
      line(stretches(past, []), { x: 'position', y: 'score', z: 'stretch', className: 'past-line' }),
      ruleX(drawn(past), { x: 'position', y1: 'low', y2: 'high', className: 'past-interval' }),
      dot(past, { x: 'position', y: 'score', r: 3.5, className: 'past' }),
      line(known, { x: 'position', y: 'score', z: 'stretch', className: 'line' }),
      ruleX(drawn(known), { x: 'position', y1: 'low', y2: 'high', className: 'interval' }),
      dot(known, { x: 'position', y: 'score', r: 4.5, className: 'dot' }),
    ],
  })
}
