/** A plan as a picture that stands by itself: half-widths and differences found, over the base. */
import { escaped, labelled } from '../../site/charts/draw.ts'
import { type PrecisionLine, precisionChart } from '../../site/charts/precision.ts'
import { shortened } from '../../site/charts/text.ts'
import type { Plan, PlanRow } from './figures.ts'
import type { KindName } from './variation.ts'

const width = 860
const height = 560
const head = 64

const colours = (paper: string, ink: string, soft: string, rule: string, lines: readonly string[]): string =>
  [
    `.paper{fill:${paper}}.plot text,.title{fill:${ink}}.plot .axis text,.subtitle{fill:${soft}}.plot .grid{stroke:${rule}}.plot .value text{stroke:${paper}}`,
    `.plot .rug{stroke:${ink}}.plot .mark{stroke:${soft}}`,
    ...['first', 'second', 'third'].map((kind, k) => `.plot .${kind}{stroke:${lines[k]}}`),
    `.plot .band{fill:${lines[0]};stroke:none}`,
  ].join('')

const style = [
  'text{font-family:"Source Sans 3","Segoe UI","Helvetica Neue",Arial,sans-serif;font-size:13px;font-variant-numeric:tabular-nums lining-nums}',
  '.plot text{white-space:pre}.plot .name text{font-size:14px}.plot .value text{font-weight:700;paint-order:stroke;stroke-width:5}.title{font-size:19px;font-weight:700}.subtitle{font-size:14px}',
  '.plot .line{fill:none;stroke-width:2.5}.plot .second{stroke-dasharray:9 4}.plot .third{stroke-dasharray:2 4}',
  '.plot .band{fill-opacity:.18}.plot .rug{stroke-opacity:.45}.plot .mark{stroke-dasharray:4 4}',
  colours('#fcfbf8', '#1b2325', '#545e60', '#e4e1d7', ['#0f5f66', '#97331d', '#4a3a8c']),
  `@media (prefers-color-scheme:dark){${colours('#14191a', '#e9e7e0', '#aab2b2', '#2b3334', ['#7ecdd2', '#f2a68e', '#bdb2f0'])}}`,
].join('')

function lineOf(plan: Plan, name: readonly string[], kind: string, of: (row: PlanRow) => number | undefined) {
  const points = plan.rows.flatMap((row) => {
    const value = of(row)
    return value === undefined ? [] : [{ base: row.base, value }]
  })
  return points.length === 0 ? [] : [{ name, kind, points }]
}

function linesOf(plan: Plan): PrecisionLine[] {
  const family = (kind: KindName) => (row: PlanRow) => row.precision[kind]?.detectable_in_family
  const own = plan.rows.flatMap(({ base, precision: { company } }) => {
    if (company === null) return []
    const { low, median, high } = company.half_width
    return [{ base, value: median, low, high }]
  })
  const company = { name: ['half the interval', 'of a company’s score'], kind: 'first', points: own }
  return [
    ...(own.length === 0 ? [] : [company]),
    ...lineOf(
      plan,
      ['difference found between', `two of an industry (1 of ${plan.tests.pair})`],
      'second',
      family('pair'),
    ),
    ...lineOf(plan, ['change found', `(1 of ${plan.tests.change})`], 'third', family('change')),
  ]
}

const percent = (share: number): string => `${Number((100 * share).toFixed(2))} %`

/** The picture as SVG text, readable on light and dark screens. */
export function picture(plan: Plan, companies: readonly { n: number }[]): string {
  const title = `What a base gives: ${plan.index}, by wave ${plan.wave}`
  const chart = precisionChart({
    lines: linesOf(plan),
    rug: companies.map(({ n }) => n),
    marks: {
      base: plan.n === null ? undefined : { at: plan.n, name: `n = ${plan.n}` },
      value:
        plan.needed === null
          ? undefined
          : { at: plan.needed.difference, name: `${plan.needed.difference} points` },
    },
    axes: { x: 'ratings per company', y: 'points', rug: 'bases of the companies now' },
    ...{ width, height },
  })
  const described = `Half the width of a ${percent(plan.confidence)} interval, and the true differences found with ${percent(plan.power)} power, against the number of ratings per company, on log axes.`
  const inside = chart.replace(/^<svg[^>]*>/, '').replace(/<\/svg>$/, '')
  const size = `width="${width}" height="${height + head}" viewBox="0 0 ${width} ${height + head}"`
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style><rect class="paper" width="100%" height="100%"/>`
  const heading = (y: number, kind: string, text: string, size: number) =>
    `<text class="${kind}" x="16" y="${y}">${escaped(shortened(text, size, width - 32))}</text>`
  return [
    labelled(frame, 'plan', `${plan.title}. ${title}`, described),
    heading(32, 'title', title, 21),
    heading(
      54,
      'subtitle',
      `${plan.title}. Confidence ${percent(plan.confidence)}, power ${percent(plan.power)}; band: steadiest to least steady tenth of companies`,
      14,
    ),
    `<g class="plot" text-anchor="middle" transform="translate(0 ${head})">${inside}</g></svg>`,
  ].join('')
}
