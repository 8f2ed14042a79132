/** A figure over a few editions with its intervals, small: the line is cut at breaks and where an edition is missing. */
import type { HistoryPoint } from './history.ts'
import { drawing, group, label, linear, tag, tick, ticksOf } from './svg.ts'

interface StepChart {
  /** in order of time */
  points: readonly HistoryPoint[]
  /** names of all waves, oldest first */
  waves: readonly string[]
  /** places of the waves that do not compare with the one before */
  breaks: readonly number[]
  domain: [number, number]
}

const [width, height] = [340, 150]
const [top, right, bottom, left] = [10, 28, 26, 34]

/** The drawing, without words of any language. */
export function stepChart({ points, waves, breaks, domain }: StepChart): string {
  const last = Math.max(waves.length - 1, 1)
  const x = linear([-0.15, last + 0.15], [left, width - right])
  const y = linear(domain, [height - bottom, top])
  const every = Math.ceil(waves.length / 7)
  const joined = points.flatMap((point, i) => {
    const before = points[i - 1]
    return before !== undefined && point.position === before.position + 1 && !breaks.includes(point.position)
      ? [[before, point] as const]
      : []
  })
  return drawing(width, height, [
    group(
      'grid',
      ticksOf(domain, 6).map((at) => tag('line', { x1: left, x2: width - right, y1: y(at), y2: y(at) })),
    ),
    group(
      'axis',
      ticksOf(domain, 6).map((at) => label(tick(at), left - 9, y(at))),
      { 'text-anchor': 'end' },
    ),
    group(
      'axis',
      waves.flatMap((wave, i) =>
        (waves.length - 1 - i) % every === 0 ? [label(wave, x(i), height - 12)] : [],
      ),
    ),
    group(
      'break',
      breaks.map((at) => tag('line', { x1: x(at - 0.5), x2: x(at - 0.5), y1: top, y2: height - bottom })),
    ),
    group(
      'line',
      joined.map(([from, to]) =>
        tag('line', {
          ...{ x1: x(from.position), y1: y(from.score) },
          ...{ x2: x(to.position), y2: y(to.score) },
        }),
      ),
    ),
    group(
      'interval',
      points.map(({ position, score, low, high }) =>
        tag('line', { x1: x(position), x2: x(position), y1: y(low ?? score), y2: y(high ?? score) }),
      ),
    ),
    group(
      'dot',
      points.map(({ position, score }) => tag('circle', { cx: x(position), cy: y(score), r: 4.5 })),
    ),
  ])
}
