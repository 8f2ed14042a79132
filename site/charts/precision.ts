/** Precision over the base: lines on two log axes, named at their ends, over a rug of the bases that there are. */
import { areaY, axisX, axisY, gridX, gridY, line, ruleX, ruleY, text, tickX } from '@observablehq/plot'
import { draw } from './draw.ts'
import { apart, widthOf } from './text.ts'

export interface PrecisionLine {
  /** one line of text, or two */
  name: readonly string[]
  /** class of the line: first, second, third */
  kind: string
  points: { base: number; value: number; low?: number; high?: number }[]
}

interface Mark {
  at: number
  name: string
}

interface PrecisionChart {
  lines: PrecisionLine[]
  /** bases of the companies */
  rug: number[]
  /** a base and a value to be marked */
  marks: { base?: Mark | undefined; value?: Mark | undefined }
  /** names of the axes */
  axes: { x: string; y: string; rug: string }
  width: number
  height: number
}

const size = 14
const row = 17
const rug = 26
const steps = [1, 2, 3, 5]

/** 1, 2, 3 and 5 of every power of ten that lie in the domain. */
const ticksIn = ([low, high]: readonly [number, number]): number[] =>
  [-2, -1, 0, 1, 2, 3, 4, 5, 6].flatMap((power) =>
    steps.map((step) => step * 10 ** power).filter((tick) => tick >= low && tick <= high),
  )

const label = (tick: number) => String(Number(tick.toPrecision(2)))

/** The drawing, without words of any language but those given. */
export function precisionChart({ lines, rug: bases, marks, axes, width, height }: PrecisionChart): string {
  const margin = { top: 34, bottom: 46 + rug, left: 40 }
  const names = [...lines.flatMap(({ name }) => name), axes.rug]
  // Other fonts than the one that widths are estimated for are up to an eighth broader.
  const right = 14 + 1.125 * Math.max(...names.map((name) => widthOf(name, size)))
  const values = lines.flatMap(({ points }) =>
    points.flatMap(({ value, low = value, high = value }) => [low, high]),
  )
  const all = [...lines.flatMap(({ points }) => points.map(({ base }) => base)), ...bases]
  const x: [number, number] = [Math.min(...all), Math.max(...all)]
  const shown = [...values, ...(marks.value === undefined ? [] : [marks.value.at])]
  const y: [number, number] = [Math.min(...shown) * 0.9, Math.max(...shown) * 1.06]
  const inner = height - margin.top - margin.bottom
  const pixel = (value: number) => margin.top + (inner * Math.log(y[1] / value)) / Math.log(y[1] / y[0])
  const value = (at: number) => y[1] * Math.exp((-(at - margin.top) * Math.log(y[1] / y[0])) / inner)
  const ends = lines.map(({ name, points }) => ({
    at: pixel(points.at(-1)?.value ?? y[0]),
    size: name.length * row + 4,
  }))
  const named = apart(ends).flatMap((at, k) => {
    const { name = [], kind = '' } = lines[k] ?? {}
    return name.map((part, n) => ({ part, kind, y: value(at + (n - (name.length - 1) / 2) * row) }))
  })
  const floor = height - margin.bottom
  return draw({
    width,
    height,
    marginTop: margin.top,
    marginRight: right,
    marginBottom: margin.bottom,
    marginLeft: margin.left,
    x: { type: 'log', domain: x, axis: null },
    y: { type: 'log', domain: y, axis: null },
    marks: [
      gridY({ ticks: ticksIn(y), className: 'grid', strokeOpacity: 1 }),
      gridX({ ticks: ticksIn(x), className: 'grid', strokeOpacity: 1 }),
      axisY({ ticks: ticksIn(y), tickSize: 0, tickFormat: label, label: null, className: 'axis' }),
      axisX({
        ticks: ticksIn(x),
        tickSize: 0,
        tickPadding: rug + 6,
        tickFormat: label,
        label: null,
        className: 'axis',
      }),
      tickX(bases, {
        x: (base: number) => base,
        insetTop: floor - margin.top + 6,
        insetBottom: -rug + 4,
        className: 'rug',
      }),
      ruleX([marks.base?.at ?? []].flat(), { className: 'mark' }),
      ruleY([marks.value?.at ?? []].flat(), { className: 'mark' }),
      text([marks.base ?? []].flat(), {
        x: 'at',
        text: 'name',
        frameAnchor: 'top',
        dy: -10,
        className: 'value',
      }),
      text([marks.value ?? []].flat(), {
        ...{ y: 'at', text: 'name', frameAnchor: 'right', textAnchor: 'end' },
        ...{ dx: -6, dy: -9, className: 'value' },
      }),
      ...lines.flatMap(({ points, kind }) => [
        areaY(
          points.filter(({ low }) => low !== undefined),
          { x: 'base', y1: 'low', y2: 'high', className: `band ${kind}` },
        ),
        line(points, { x: 'base', y: 'value', className: `line ${kind}` }),
      ]),
      text(named, {
        text: 'part',
        y: 'y',
        frameAnchor: 'right',
        textAnchor: 'start',
        dx: 10,
        className: 'name',
      }),
      text([axes.y], {
        text: (one: string) => one,
        frameAnchor: 'top-left',
        textAnchor: 'start',
        dx: -margin.left + 4,
        dy: -24,
        className: 'axis',
      }),
      text([axes.x], {
        text: (one: string) => one,
        frameAnchor: 'bottom-right',
        textAnchor: 'end',
        dy: rug + 38,
        className: 'axis',
      }),
      text([axes.rug], {
        text: (one: string) => one,
        frameAnchor: 'bottom-right',
        textAnchor: 'start',
        dx: 10,
        dy: rug - 6,
        className: 'axis',
      }),
    ],
  })
}
