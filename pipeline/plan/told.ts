/** A plan in words and aligned columns. */
import type { Plan, PlanRow } from './figures.ts'
import type { Apart } from './places.ts'
import { type KindName, kindNames, type Tenths } from './variation.ts'

const points = (value: number): string => value.toFixed(1)
const many = (count: number, one: string, more = `${one}s`): string => `${count} ${count === 1 ? one : more}`
const percent = (share: number): string => `${Number((100 * share).toFixed(2))} %`
const tenths = ({ low, median, high }: Tenths): string => `${points(median)} (${points(low)}-${points(high)})`
const none = '-'

/** Rows under their headings, all columns to the right. */
function columns(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [headings, ...rows]
  const widths = headings.map((_, k) => Math.max(...all.map((row) => (row[k] ?? '').length)))
  return all.map((row) => `  ${row.map((cell, k) => cell.padStart(widths[k] ?? 0)).join('   ')}`.trimEnd())
}

const names: Record<KindName, string> = {
  company: 'a company',
  rest: 'beside the rest',
  pair: 'a pair',
  change: 'a change',
}

/** The base, marked where it was asked for. */
const baseOf = ({ n }: Plan, { base }: PlanRow): string => (base === n ? `n = ${base}` : String(base))

function halfWidths(plan: Plan): string[] {
  const cell = (row: PlanRow) => (name: KindName) => {
    const found = row.precision[name]
    return found === null ? none : tenths(found.half_width)
  }
  return columns(
    ['base', ...kindNames.map((name) => names[name])],
    plan.rows.map((row) => [baseOf(plan, row), ...kindNames.map(cell(row))]),
  )
}

/** Each kind alone, and those that are tested in families also there. */
const tested = (plan: Plan): { name: KindName; family: boolean; heading: string }[] =>
  kindNames.flatMap((name) => [
    { name, family: false, heading: name === 'company' ? 'a company' : `${names[name]}, alone` },
    ...(name === 'company' ? [] : [{ name, family: true, heading: `of ${plan.tests[name] ?? none}` }]),
  ])

function differences(plan: Plan): string[] {
  const cells = (row: PlanRow) =>
    tested(plan).map(({ name, family }) => {
      const found = row.precision[name]
      if (found === null) return none
      return points(family ? found.detectable_in_family : found.detectable)
    })
  return columns(
    ['base', ...tested(plan).map(({ heading }) => heading)],
    plan.rows.map((row) => [baseOf(plan, row), ...cells(row)]),
  )
}

function places(plan: Plan): string[] {
  const cells = (apart: Apart | null) =>
    apart === null || apart.pairs === 0
      ? [none, none, none]
      : [
          points(apart.told_apart.value),
          `${Math.round((100 * apart.told_apart.value) / apart.pairs)} %`,
          points(apart.range.value),
        ]
  const [first] = plan.rows
  const pairs = [first?.places.all.pairs ?? 0, first?.places.industry?.pairs ?? 0]
  return columns(
    ['base', `of ${pairs[0]} pairs`, 'share', 'range', `of ${pairs[1]} within`, 'share', 'range'],
    plan.rows.map((row) => [baseOf(plan, row), ...cells(row.places.all), ...cells(row.places.industry)]),
  )
}

const largest = 'over 1000000'

function needed(plan: Plan): string[] {
  if (plan.needed === null) return []
  const { difference, ...kinds } = plan.needed
  const rows = kindNames.map((name) => {
    const found = kinds[name]
    const base = (value: number | null) => (value === null ? largest : String(value))
    if (found === null) return [names[name], none, none]
    const family = name === 'company' ? none : `${base(found.in_family)} (of ${plan.tests[name]})`
    return [names[name], base(found.alone), family]
  })
  return [
    '',
    `Ratings per company that find a true difference of ${difference} points with ${percent(plan.power)} power`,
    ...columns(['', 'alone', 'in its family'], rows),
  ]
}

/** What the figures rest on. */
function assumed(plan: Plan): string[] {
  const { correlation, truth, simulation } = plan
  const errors = plan.rows.flatMap(({ places: { all, industry } }) =>
    [all, industry].flatMap((one) => (one === null ? [] : [one.told_apart.error / Math.max(1, one.pairs)])),
  )
  const overlap =
    plan.sd.pair === null
      ? 'No two ranked companies share an industry'
      : `Errors of two companies of an industry correlate by ${correlation.pair.toFixed(3)} (people who rate both)`
  const waves =
    correlation.change === 0
      ? 'the next wave asks other people'
      : `errors of the two waves correlate by ${correlation.change.toFixed(2)} (the panel)`
  return [
    'What this rests on (METHOD.md §15)',
    `  Every company gets the base, by more of the same: same design, weights, and companies per person.`,
    `  Variances are those of the wave, as if known: no uncertainty of their own. Scores are taken as normal.`,
    `  ${overlap}; ${waves}.`,
    `  True scores spread by ${points(truth.within)} points within industries, industries by ${points(truth.between)} (standard deviations).`,
    `  Power is that of a two-sided t test (noncentral t), both sides counted; in a family at Holm’s strictest step.`,
    `  Places: ${many(simulation.repetitions, 'simulated wave')}, seed ${simulation.seed}; Monte Carlo error of a share at most ${percent(Math.max(...errors))}.`,
  ]
}

/** The plan for people. */
export function told(plan: Plan): string[] {
  const { bases, sd } = plan
  return [
    `${plan.title}: planning ${plan.index} by wave ${plan.wave}`,
    `${many(plan.companies, 'ranked company', 'ranked companies')} in ${many(plan.industries, 'industry', 'industries')}${plan.sd.pair === null ? '' : ` (typically ${plan.industry_size})`}, bases ${bases.least}-${bases.most}, median ${bases.median}. Confidence ${percent(plan.confidence)}.`,
    `A rating varies by ${sd.company === null ? none : tenths(sd.company)} points: standard deviation of the median company (steadiest`,
    'and least steady tenth), weights, strata and clusters included.',
    '',
    'Half the width of an interval, in points: median company or pair (steadiest and least steady tenth)',
    ...halfWidths(plan),
    '',
    `True difference found with ${percent(plan.power)} power, in points: tested alone, or as the first of its family`,
    ...differences(plan),
    '',
    'Places told apart, expected: pairs of all companies and of those in one industry; mean width of a range of places',
    ...places(plan),
    ...needed(plan),
    '',
    '"A company" is one beside a fixed mark, "the rest" the other companies of its industry, "a pair" two of them, and',
    '"a change" one company in two waves of the same base.',
    '',
    ...assumed(plan),
  ]
}
