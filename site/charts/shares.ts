/** A figure over the share of the second index, from 0 to 100 per cent: dots on a line, a band, and what chance alone gives. */
import { areaY, axisX, axisY, dot, gridY, line, ruleX } from '@observablehq/plot'
import { draw } from './draw.ts'

export interface SharePoint {
  share: number
  value: number
  low: number | null
  high: number | null
  /** what chance alone gives on average */
  expected?: number | null
}

interface ShareChart {
  points: SharePoint[]
  domain: [number, number]
  /** the share that the contract states */
  stated: number | undefined
  /** a number of the axis as the language writes it */
  tick: (value: number) => string
}

/** The drawing, without words of any language. */
export function shareChart({ points, domain, stated, tick }: ShareChart): string {
  const band = points.filter(({ low, high }) => low !== null && high !== null)
  const expected = points.filter((point) => typeof point.expected === 'number')
  const ticks = domain[1] > 2 ? [0, 2, 4, 6, 8, 10] : [-1, -0.5, 0, 0.5, 1]
  const within = ticks.filter((at) => at >= domain[0] && at <= domain[1])
  return draw({
    width: 340,
    height: 220,
    marginTop: 12,
    marginRight: 14,
    marginBottom: 30,
    marginLeft: 34,
    x: { domain: [0, 1], axis: null },
    y: { domain, axis: null, clamp: true },
    marks: [
      gridY({ ticks: within, className: 'grid', strokeOpacity: 1 }),
      axisY({ ticks: within, tickSize: 0, tickFormat: tick, label: null, className: 'axis' }),
      axisX({
        ticks: [0, 0.25, 0.5, 0.75, 1],
        tickSize: 0,
        tickPadding: 10,
        tickFormat: (share: number) => String(Math.round(100 * share)),
        label: null,
        className: 'axis',
      }),
      areaY(band, { x: 'share', y1: 'low', y2: 'high', className: 'chance' }),
      line(expected, { x: 'share', y: 'expected', className: 'expected' }),
      ruleX(stated === undefined ? [] : [stated], { className: 'stated' }),
      line(points, { x: 'share', y: 'value', className: 'line' }),
      dot(points, { x: 'share', y: 'value', r: 3, className: 'dot' }),
    ],
  })
}
