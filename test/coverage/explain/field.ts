/** Populations with touchpoints, ready to be sampled, and the contracts of their surveys. */
import type { Study } from '../../../pipeline/contract/study.ts'
import { type Design, designs, marginsOf, type Sampler, samplerOf } from '../draw.ts'
import { studyWith } from '../field.ts'
import { dontKnow, indices } from '../questions.ts'
import { type Explained, explainedOf } from './population.ts'
import { at, need, notMet, questions, touchpoints } from './questions.ts'
import { believing, intended, priority, type Staff, staffOf, staffQuestions, staffScale } from './staff.ts'
import { type StaffTruth, type Truth, truthOf, truthOfStaff } from './truth.ts'

/** The waves: those before ask for satisfaction alone. */
export const waves = ['2023', '2024', '2025'] as const
export const last = '2025'

/** share of digital relevance in the alternative ranking */
export const share = 0.25

export interface ExplainedField {
  population: Explained
  staff: Staff
  sample: Sampler
  truth: Truth & StaffTruth
  /** by design */
  studies: readonly Study[]
}

function studyOf(design: Design, margins: readonly string[]): Study {
  const missing = { [dontKnow]: 'dont_know', [notMet]: 'not_applicable' }
  const asked = new Set((at.indices[0] ?? []).map((k) => questions[k]?.id))
  const others = Object.fromEntries(questions.flatMap(({ id }) => (asked.has(id) ? [] : [[id, null]])))
  const own = {
    items: Object.fromEntries(questions.map(({ id, min, max }) => [id, { min, max, missing }])),
    indices,
    waves: Object.fromEntries(
      waves.map((id) => [id, id === last ? { columns: { half: 'half' } } : { items: others }]),
    ),
    rest: {
      combined: { index: 'satisfaction', with: 'digital_relevance', share },
      need_met: need.id,
      beliefs: {
        scale: staffScale,
        indices: { satisfaction: { items: believing.map(({ id }) => id), priority: priority.id } },
        touchpoints: Object.fromEntries(
          touchpoints.map(({ id }, t) => [id, { intended: intended[t]?.id ?? '' }]),
        ),
      },
      experiments: { order: { column: 'half' } },
      touchpoints: Object.fromEntries(
        touchpoints.map(({ id, channel }, t) => [
          id,
          {
            channel,
            expected: questions[at.expected[t] ?? -1]?.id,
            experienced: questions[at.experienced[t] ?? -1]?.id,
          },
        ]),
      ),
    },
  }
  // Who is asked is drawn anew for every survey.
  const beliefs = ['wave', 'company_id', 'role', ...staffQuestions.map(({ id }) => id)].join(',')
  return studyWith(own, design, margins, { 'beliefs.csv': beliefs })
}

/** Population number `edition` of a kind. */
export function explainedFieldOf(
  seed: number,
  kind: number,
  edition: number,
  households: number,
): ExplainedField {
  const population = explainedOf(seed, kind, edition, households)
  const margins = marginsOf(population.people)
  const customers = truthOf(population)
  const staff = staffOf(seed, population, customers.scores[0] ?? [])
  return {
    ...{ population, staff, sample: samplerOf(population.people) },
    truth: { ...customers, ...truthOfStaff(staff) },
    studies: designs.map((design) => studyOf(design, margins)),
  }
}
