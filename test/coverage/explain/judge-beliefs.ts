/** What beliefs of one survey say, beside what is true. */
import type { BeliefRow, Tables } from '../../../pipeline/tables.ts'
import { industryOf } from '../companies.ts'
import { numberOf } from '../field.ts'
import { add, addShare, cover, type Limits, type Tally } from '../tally.ts'
import type { ByPlace } from './averages.ts'
import { waves } from './field.ts'
import { type CompanyPlant, isNull } from './kinds.ts'
import type { Explained } from './population.ts'
import { aboutHundred, byBase, clearly, type Diagnoses, mean, shareFalse } from './rest.ts'
import { roles } from './staff.ts'
import type { StaffTruth, Truth } from './truth.ts'

type Diagnosis = BeliefRow['diagnosis']

const named = ['does_not_know', 'does_not_want', 'does_not_act'] as const
const isNamed = (diagnosis: Diagnosis) => named.some((one) => one === diagnosis)

/** What should be said of each plant. */
const right: Partial<Record<CompanyPlant, Diagnosis>> = {
  ...{ unaware: 'does_not_know', unwilling: 'does_not_want', idle: 'does_not_act' },
}

const limits = (low: number | null, high: number | null): Limits => ({ low, high })

/** The waves before are alike. */
const earlier = waves.length - 1

/** True differences of a company; the rest are the others of its industry that are shown. */
function trueOf(
  { scores, before, believed, priority }: Truth & StaffTruth,
  company: number,
  shown: readonly number[],
) {
  const others = shown.filter((one) => one !== company && industryOf(one) === industryOf(company))
  const ofRest = (values: ByPlace = []) => mean(others.map((one) => values[one] ?? 0))
  const [score, belief, was] = [scores[0]?.[company] ?? 0, believed[company] ?? 0, before[company] ?? 0]
  const [rest, improvement] = [ofRest(scores[0]), score - was]
  const lacked = (rest - score + earlier * (ofRest(before) - was)) / waves.length
  return {
    ...{ gap: belief - score, score: score - rest, belief: belief - rest, improvement },
    priority: (priority[company] ?? 0) - 50,
    beyondMissing: improvement - lacked,
  }
}

/** Whether a diagnosis says what is not so. Who has risen acts. */
function isFalse(diagnosis: Diagnosis, truth: ReturnType<typeof trueOf>): boolean {
  if (diagnosis === 'does_not_know') return !clearly.above(truth.gap)
  const knows = clearly.below(truth.score) && clearly.below(truth.belief)
  if (diagnosis === 'does_not_want') return !(knows && clearly.below(truth.priority))
  const stands = !clearly.above(truth.improvement) && clearly.below(truth.beyondMissing)
  return !(knows && clearly.above(truth.priority) && stands)
}

/** Counts diagnoses; gives how many there are and how many of them are false. */
export function judgeBeliefs(
  tally: Tally,
  { beliefs, beliefs_together: together, scores }: Tables,
  truth: Truth & StaffTruth,
  explained: Explained,
): Diagnoses {
  const shown = scores.flatMap((row) =>
    row.level === 'company' && row.published ? [numberOf(row.entity_id)] : [],
  )
  const diagnoses = { all: 0, false: 0 }
  const wrong = new Map<Diagnosis, number>()
  for (const row of beliefs) {
    if (row.role !== 'all' || !row.published) continue
    const company = numberOf(row.company_id)
    const own = trueOf(truth, company, shown)
    cover(tally, byBase('belief minus score', row.n_customers), row, own.gap)
    cover(tally, 'priority', limits(row.priority_low, row.priority_high), own.priority + 50)
    cover(
      tally,
      'belief beside the rest',
      limits(row.believed_vs_rest_low, row.believed_vs_rest_high),
      own.belief,
    )
    cover(tally, 'improvement', limits(row.improvement_low, row.improvement_high), own.improvement)
    const beyond = limits(row.improvement_beyond_missing_low, row.improvement_beyond_missing_high)
    cover(tally, 'improvement beyond what is missing', beyond, own.beyondMissing)
    const plant = explained.planted.inCompanies.get(company)
    const wanted = plant && right[plant]
    if (plant !== undefined && wanted !== undefined && aboutHundred(row.n_customers))
      add(tally, `found: ${plant}`, row.diagnosis === wanted)
    if (!isNamed(row.diagnosis)) continue
    diagnoses.all++
    if (!isFalse(row.diagnosis, own)) continue
    diagnoses.false++
    wrong.set(row.diagnosis, (wrong.get(row.diagnosis) ?? 0) + 1)
  }
  const whole = beliefs.flatMap((row) =>
    row.role === 'all' && row.published ? [numberOf(row.company_id)] : [],
  )
  for (const row of together) {
    const role = roles.indexOf(row.role)
    const gap = (company: number) => (truth.believed[company] ?? 0) - (truth.scores[0]?.[company] ?? 0)
    if (row.role === 'all') cover(tally, 'belief minus score of all', row, mean(whole.map(gap)))
    const apart = mean(whole.map((company) => truth.roles[role]?.[company] ?? 0))
    cover(tally, 'role', limits(row.role_difference_low, row.role_difference_high), apart)
  }
  if (isNull(explained.kind)) {
    for (const diagnosis of named) add(tally, `without any effect: ${diagnosis}`, wrong.has(diagnosis))
    add(tally, 'without any effect: beliefs', diagnoses.false > 0)
  } else addShare(tally, 'false diagnoses: beliefs', shareFalse(diagnoses))
  return diagnoses
}
