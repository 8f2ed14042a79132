/** Drawings written by hand, for pages that hold several of each company: a sixth of the time that Plot takes. */
import { escaped } from './draw.ts'

type Attributes = Readonly<Record<string, string | number>>

const tidy = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value)

/** An element; `inside` is markup. */
export const tag = (name: string, attributes: Attributes, inside = ''): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${tidy(value)}"`)
    .join('')}${inside === '' ? ' />' : `>${inside}</${name}>`}`

/** Marks under one class; nothing without any. */
export const group = (kind: string, marks: readonly string[], more: Attributes = {}): string =>
  marks.length === 0 ? '' : tag('g', { class: kind, ...more }, marks.join(''))

/** A line of text, its middle at `y`; the whole of it in a title where it is cut. */
export const label = (text: string, x: number, y: number, whole = text): string =>
  tag(
    'text',
    { x, y, dy: '0.32em' },
    escaped(text) + (whole === text ? '' : `<title>${escaped(whole)}</title>`),
  )

export const drawing = (width: number, height: number, parts: readonly string[]): string =>
  tag(
    'svg',
    {
      ...{ viewBox: `0 0 ${width} ${height}`, width, height, class: 'plot' },
      ...{ fill: 'currentColor', 'text-anchor': 'middle' },
    },
    parts.join(''),
  )

/** From figures to pixels. */
export const linear =
  ([low, high]: readonly [number, number], [from, until]: readonly [number, number]) =>
  (value: number): number =>
    from + ((value - low) / (high - low)) * (until - from)

/** Round values of a domain, as many as there may be at most: multiples of 1, 2 or 5 times a power of ten. */
export function ticksOf([low, high]: readonly [number, number], most: number): number[] {
  const steps = [1, 10, 100, 1000].flatMap((power) => [1, 2, 5].map((step) => step * power))
  const first = (step: number) => Math.ceil(low / step)
  const last = (step: number) => Math.floor(high / step)
  const step = steps.find((one) => last(one) - first(one) < most) ?? high - low
  return Array.from({ length: last(step) - first(step) + 1 }, (_, i) => (first(step) + i) * step)
}

/** A number on an axis. */
export const tick = (value: number): string => String(value).replace('-', '−')
