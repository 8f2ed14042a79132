/**
 * Two rankings side by side, a line per company from its place in one to its place in the other. Names at both ends, or, on a
 * phone, at the right end only.
 */
import { dot, line, link, text } from '@observablehq/plot'
import { draw } from './draw.ts'
import { shortened, widthOf } from './text.ts'

/** One end of a line: the place as printed, the row of its name, and the row of its dot, which those who tie share. */
interface End {
  place: string
  row: number
  at: number
}

export interface Slope {
  name: string
  kind: 'enters' | 'leaves' | 'stays' | 'other'
  left: End
  right: End
}

interface SlopeChart {
  slopes: Slope[]
  /** rows of the drawing */
  rows: number
  /** lines of others are cut off, and their names left out, below this row */
  floor: number
  /** after which row the top ten end, left and right */
  ends: readonly [number, number] | undefined
  heads: readonly [string, string]
  width: number
  /** names at the right end only */
  narrow: boolean
}

const size = 14
const step = 25
const kinds = ['other', 'stays', 'leaves', 'enters'] as const

/** The line as far as it is drawn. */
function cut({ kind, left, right }: Slope, floor: number) {
  const end = floor + 0.6
  const x = (end - left.at) / (right.at - left.at)
  return {
    ...(kind === 'other' && left.at > end ? { x1: x, y1: end } : { x1: 0, y1: left.at }),
    ...(kind === 'other' && right.at > end ? { x2: x, y2: end } : { x2: 1, y2: right.at }),
  }
}

const isNamed = ({ kind }: Slope, end: End, floor: number) => kind !== 'other' || end.row <= floor

/** The drawing, without words of any language but those given. */
export function slopeChart({ slopes, rows, floor, ends, heads, width, narrow }: SlopeChart): string {
  // Other fonts than the one that widths are estimated for are up to an eighth broader; so is bold.
  const broad = (words: string) => 1.125 * widthOf(words, size)
  const digits = Math.max(...slopes.flatMap(({ left, right }) => [broad(left.place), broad(right.place)]), 18)
  const wished = Math.max(...slopes.map(({ name }) => broad(name)), ...(narrow ? [] : heads.map(broad)))
  const room = Math.min(wished, narrow ? width - 2 * digits - 128 : width / 2 - digits - 110)
  const side = digits + 12 + room
  const margins = {
    marginLeft: narrow ? digits + 8 : side,
    marginRight: side,
    marginTop: 34,
    marginBottom: 6,
  }
  const shown = slopes.map((slope) => ({ ...slope, short: shortened(slope.name, size, room / 1.125) }))
  const labels = (kind: Slope['kind'], end: 'left' | 'right') => {
    const those = shown
      .filter((slope) => slope.kind === kind && isNamed(slope, slope[end], floor))
      .map((slope) => ({ ...slope, x: end === 'left' ? 0 : 1, y: slope[end].row, place: slope[end].place }))
    const anchor = end === 'left' ? ('end' as const) : ('start' as const)
    const away = end === 'left' ? -1 : 1
    const common = { x: 'x', y: 'y', textAnchor: anchor }
    return [
      text(those, { ...common, text: 'place', dx: away * 9, className: `places ${kind}` }),
      ...(narrow && end === 'left'
        ? []
        : [
            text(those, {
              ...{ ...common, text: 'short', title: 'name', dx: away * (12 + digits) },
              className: `name ${kind}`,
            }),
          ]),
    ]
  }
  const head = (words: string, right: boolean) => {
    const outward = right === narrow ? ('end' as const) : ('start' as const)
    const away = narrow ? (right ? margins.marginRight : -margins.marginLeft) : right ? 9 : -9
    return text([shortened(words, size, narrow ? width / 2 - 8 : room)], {
      text: (one: string) => one,
      frameAnchor: right ? 'top-right' : 'top-left',
      textAnchor: outward,
      dx: away,
      dy: -30,
      className: 'value',
    })
  }
  return draw({
    width,
    height: margins.marginTop + margins.marginBottom + step * rows,
    ...margins,
    x: { domain: [0, 1], axis: null },
    y: { domain: [0.5, rows + 0.6], reverse: true, axis: null },
    marks: [
      ...(ends === undefined
        ? []
        : [line(ends, { x: (_, k) => k, y: (after: number) => after + 0.5, className: 'ends' })]),
      ...kinds.map((kind) =>
        link(
          slopes.filter((slope) => slope.kind === kind).map((slope) => cut(slope, floor)),
          { x1: 'x1', y1: 'y1', x2: 'x2', y2: 'y2', className: `slope ${kind}` },
        ),
      ),
      ...kinds.flatMap((kind) =>
        (['left', 'right'] as const).flatMap((end) => [
          dot(
            slopes.filter((slope) => slope.kind === kind && isNamed(slope, slope[end], floor)),
            {
              ...{ x: () => (end === 'left' ? 0 : 1), y: (slope: Slope) => slope[end].at, r: 4 },
              className: `dot ${kind}`,
            },
          ),
          ...labels(kind, end),
        ]),
      ),
      head(heads[0], false),
      head(heads[1], true),
    ],
  })
}
