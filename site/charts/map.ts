/** Two figures of each thing as a place: a dot with both intervals, its name beside it, and two lines that halve the drawing. */
import { drawing, group, label, linear, tag, tick, ticksOf } from './svg.ts'
import { apart, shortened } from './text.ts'

interface Measured {
  at: number
  low: number | null
  high: number | null
}

export interface MapPoint {
  name: string
  x: Measured
  y: Measured
  filled: boolean
}

interface MapChart {
  points: readonly MapPoint[]
  domain: { x: [number, number]; y: [number, number] }
  halves: { x: number; y: number }
  /** what the axes show */
  axes: { x: string; y: string }
  width: number
}

const size = 14
/** room of a name, how far from its dot it begins, and how far above */
const line = 18
const away = 8
const above = 11
const [top, right, bottom, left] = [30, 10, 40, 34]

/** The drawing, without words of any language but those given. */
export function mapChart({ points, domain, halves, axes, width }: MapChart): string {
  const height = top + bottom + Math.max(230, line * (points.length + 2))
  const ends = { x: width - right, y: height - bottom }
  const x = linear(domain.x, [left, ends.x])
  const y = linear(domain.y, [ends.y, top])
  const placed = points.map((point) => ({ ...point, cx: x(point.x.at), cy: y(point.y.at) }))
  const sides = sidesOf(placed, (left + ends.x) / 2)
  const names = (toRight: boolean) => {
    const those = placed.filter((_, i) => sides[i] === toRight)
    const places = apart(those.map(({ cy }) => ({ at: cy - above, size: line })))
    const inside = within(places, [top + line / 2, ends.y - line / 2])
    return those.map(({ name, cx, cy }, i) => {
      const room = (toRight ? ends.x - cx : cx - left) - away
      const at = { x: cx + (toRight ? away : -away), y: inside[i] ?? cy - above }
      return { name, short: shortened(name, size, room), toRight, cx, cy, ...at }
    })
  }
  const labels = [...names(false), ...names(true)]
  const side = (toRight: boolean) =>
    group(
      'name halo',
      labels.filter((one) => one.toRight === toRight).map((one) => label(one.short, one.x, one.y, one.name)),
      { 'text-anchor': toRight ? 'start' : 'end' },
    )
  const dots = (filled: boolean) =>
    placed
      .filter((point) => point.filled === filled)
      .map(({ cx, cy }) => tag('circle', { cx, cy, r: filled ? 5.5 : 5 }))
  const across = (at: number, y: number) => tag('line', { x1: left, x2: ends.x, y1: at, y2: y })
  return drawing(width, height, [
    group(
      'grid',
      ticksOf(domain.y, 6).map((at) => across(y(at), y(at))),
    ),
    group(
      'axis',
      ticksOf(domain.y, 6).map((at) => label(tick(at), left - 8, y(at))),
      { 'text-anchor': 'end' },
    ),
    group(
      'axis',
      ticksOf(domain.x, width > 400 ? 9 : 6).map((at) => label(tick(at), x(at), ends.y + 14)),
    ),
    group('axis', [label(axes.y, 0, 10)], { 'text-anchor': 'start' }),
    group('axis', [label(axes.x, ends.x, height - 8)], { 'text-anchor': 'end' }),
    group('average', [
      tag('line', { x1: x(halves.x), x2: x(halves.x), y1: top, y2: ends.y }),
      across(y(halves.y), y(halves.y)),
    ]),
    group(
      'cross',
      placed.flatMap(({ cx, cy, ...point }) => [
        tag('line', { x1: x(point.x.low ?? point.x.at), x2: x(point.x.high ?? point.x.at), y1: cy, y2: cy }),
        tag('line', { x1: cx, x2: cx, y1: y(point.y.low ?? point.y.at), y2: y(point.y.high ?? point.y.at) }),
      ]),
    ),
    group(
      'leader',
      labels
        .filter((one) => Math.abs(one.y - one.cy + above) > 5)
        .map((one) => tag('line', { x1: one.cx, y1: one.cy, x2: one.x, y2: one.y })),
    ),
    side(true),
    side(false),
    group('dot open', dots(false)),
    group('dot', dots(true)),
  ])
}

/**
 * Which names stand to the right of their dots: those of dots at about the same height point away from each other, others
 * to where there is more room.
 */
function sidesOf(placed: readonly { cx: number; cy: number }[], middle: number): boolean[] {
  const order = placed.map((_, k) => k).sort((a, b) => (placed[a]?.cx ?? 0) - (placed[b]?.cx ?? 0) || a - b)
  return placed.map((own, k) => {
    const near = order.filter((other) => Math.abs((placed[other]?.cy ?? 0) - own.cy) < 1.5 * line)
    return near.length === 1 ? own.cx < middle : near.indexOf(k) >= near.length / 2
  })
}

/** Places pushed back between two limits, in their order, as far as they have room. */
function within(places: readonly number[], [first, last]: readonly [number, number]): number[] {
  const order = places.map((_, k) => k).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const moved = [...places]
  order.forEach((k, i) => {
    moved[k] = Math.max(moved[k] ?? 0, first + line * i)
  })
  ;[...order].reverse().forEach((k, i) => {
    moved[k] = Math.min(moved[k] ?? 0, last - line * i)
  })
  return moved
}
