/** What gaps and journeys of one survey say, beside what is true. */
import type { GapRow, Tables } from '../../../pipeline/tables.ts'
import { industryOf } from '../companies.ts'
import { numberOf } from '../field.ts'
import { add, addShare, cover, type Limits, type Tally } from '../tally.ts'
import { type ByPlace, placeOf } from './averages.ts'
import { isNull } from './kinds.ts'
import type { Explained } from './population.ts'
import { touchpoints } from './questions.ts'
import { aboutHundred, byBase, clearly, type Diagnoses, mean, shareFalse } from './rest.ts'
import type { StaffTruth, Truth } from './truth.ts'

type Diagnosis = GapRow['diagnosis']

const named = ['promise_too_high', 'delivery_too_low', 'both_or_unclear'] as const
const isNamed = (diagnosis: Diagnosis) => named.some((one) => one === diagnosis)

/** What should be said of each plant. */
const right: Record<string, Diagnosis> = {
  ...{ promise: 'promise_too_high', delivery: 'delivery_too_low', both: 'both_or_unclear' },
  ...{ plain: 'none', modest: 'both_or_unclear' },
}

const limits = (low: number | null, high: number | null): Limits => ({ low, high })

/** True figures of a company at a touchpoint, beside the rest of its industry: the others that are shown there. */
function trueRest(truth: Truth, t: number, company: number, shown: readonly number[]) {
  const others = shown.filter((one) => one !== company && industryOf(one) === industryOf(company))
  const beside = (values: ByPlace = []) =>
    (values[company] ?? 0) - mean(others.map((one) => values[one] ?? 0))
  const [expected, experienced] = [beside(truth.expected[t]), beside(truth.experienced[t])]
  return { expected, experienced, gap: experienced - expected, level: expected + experienced }
}

/** Whether a diagnosis says what is not so. `asIntended`: customers experience what its people intend, or more. */
function isFalse(diagnosis: Diagnosis, rest: ReturnType<typeof trueRest>, asIntended: boolean): boolean {
  if (!clearly.below(rest.gap)) return true
  if (diagnosis === 'promise_too_high') return !clearly.above(rest.level)
  return diagnosis === 'delivery_too_low' && (!clearly.below(rest.level) || asIntended)
}

/** Counts diagnoses; gives how many there are and how many of them are false. */
export function judgeGaps(
  tally: Tally,
  { gaps, industry_gaps }: Tables,
  truth: Truth & StaffTruth,
  explained: Explained,
): Diagnoses {
  const diagnoses = { all: 0, false: 0 }
  const placed = gaps.map((row) => ({
    row,
    company: numberOf(row.company_id),
    t: touchpoints.findIndex(({ id }) => id === row.touchpoint),
  }))
  for (const { row, company, t } of placed) {
    if (!row.published) continue
    const [expected = 0, experienced = 0] = [truth.expected[t]?.[company], truth.experienced[t]?.[company]]
    const own = (name: string) => byBase(name, row.n)
    cover(tally, own('expected'), limits(row.expected_low, row.expected_high), expected)
    cover(tally, own('experienced'), limits(row.experienced_low, row.experienced_high), experienced)
    cover(tally, own('gap'), row, experienced - expected)
    const shown = placed.flatMap((one) => (one.t === t && one.row.published ? [one.company] : []))
    const rest = trueRest(truth, t, company, shown)
    cover(tally, own('gap beside the rest'), limits(row.gap_vs_rest_low, row.gap_vs_rest_high), rest.gap)
    cover(
      tally,
      own('level beside the rest'),
      limits(row.level_vs_rest_low, row.level_vs_rest_high),
      rest.level,
    )
    const plant = explained.planted.atTouchpoints.get(`${company} ${t}`)
    if (plant !== undefined && aboutHundred(row.n))
      add(tally, `found: ${plant}`, row.diagnosis === right[plant])
    if (!isNamed(row.diagnosis)) continue
    diagnoses.all++
    const intended = truth.intended[t]?.[company] ?? Number.POSITIVE_INFINITY
    if (isFalse(row.diagnosis, rest, experienced >= intended)) diagnoses.false++
  }
  for (const row of industry_gaps) {
    const t = touchpoints.findIndex(({ id }) => id === row.touchpoint)
    const place = row.level === 'all' ? placeOf.all : placeOf.industry(numberOf(row.entity_id))
    const gap = (truth.experienced[t]?.[place] ?? 0) - (truth.expected[t]?.[place] ?? 0)
    cover(tally, row.level === 'all' ? 'gap of all' : 'gap of an industry', row, gap)
  }
  if (isNull(explained.kind)) {
    for (const diagnosis of named)
      add(
        tally,
        `without any effect: ${diagnosis}`,
        gaps.some((row) => row.diagnosis === diagnosis),
      )
    add(tally, 'without any effect: gaps', diagnoses.all > 0)
  } else addShare(tally, 'false diagnoses: gaps', shareFalse(diagnoses))
  return diagnoses
}
