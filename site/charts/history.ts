/** A score over the editions, with its intervals; the line is cut where the questions changed. */
import { axisX, axisY, dot, gridY, line, ruleX } from '@observablehq/plot'
import { draw } from './draw.ts'

export interface HistoryPoint {
  wave: string
  /** place of the edition in time */
  position: number
  score: number
  low: number | null
  high: number | null
}

interface HistoryChart {
  points: HistoryPoint[]
  /** the same index for the industry, for comparison */
  beside: HistoryPoint[]
  /** names of all editions so far, oldest first */
  waves: string[]
  /** positions of the editions where the series is cut */
  breaks: number[]
  domain: [number, number]
}

const width = 340

/** Points with the number of the unbroken stretch they belong to; a skipped edition begins a new stretch too. */
function stretches(points: HistoryPoint[], breaks: number[]) {
  let stretch = 0
  return points.map((point, i) => {
    const before = points[i - 1]
    const cut = before !== undefined && breaks.some((at) => at > before.position && at <= point.position)
    if (cut || (before !== undefined && point.position > before.position + 1)) stretch++
    return { ...point, stretch }
  })
}

/** The drawing, without words of any language. */
export function historyChart({ points, beside, waves, breaks, domain }: HistoryChart): string {
  const every = Math.ceil(waves.length / 7)
  const last = waves.length - 1
  const ticks = waves.map((_, i) => i).filter((i) => (last - i) % every === 0)
  const known = stretches(points, breaks)
  const bars = known.map((point) => ({
    ...point,
    low: point.low ?? point.score,
    high: point.high ?? point.score,
  }))
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
      line(stretches(beside, breaks), { x: 'position', y: 'score', z: 'stretch', className: 'beside' }),
      dot(beside, { x: 'position', y: 'score', r: 2.5, className: 'beside-dot' }),
      line(known, { x: 'position', y: 'score', z: 'stretch', className: 'line' }),
      ruleX(bars, { x: 'position', y1: 'low', y2: 'high', className: 'interval' }),
      dot(known, { x: 'position', y: 'score', r: 4.5, className: 'dot' }),
    ],
  })
}
