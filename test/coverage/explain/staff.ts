/** The companies’ own people, who say what they think that customers answer, how important it is, and what they intend. */
import { randomStream } from '../../../pipeline/simulate/random.ts'
import { uniforms } from '../../../pipeline/stats/random.ts'
import { companyCount } from '../companies.ts'
import { companyId } from '../field.ts'
import { dontKnow, type Question } from '../questions.ts'
import { answering, answersWith, centreFor } from './centres.ts'
import { effectAt, effectIn } from './kinds.ts'
import type { Latent } from './latent.ts'
import type { Explained } from './population.ts'
import { touchpoints } from './questions.ts'

const ten = { min: 1, max: 10 }
export const staffScale = ten
export const believing: readonly Question[] = [
  { id: 'belief_overall', ...ten, unknown: 0.02 },
  { id: 'belief_ideal', ...ten, unknown: 0.08 },
]
export const priority: Question = { id: 'priority', ...ten, unknown: 0.02 }
export const intended = touchpoints.map(
  ({ id }): Question => ({ id: `intended_${id}`, ...ten, unknown: 0.05 }),
)
export const staffQuestions: readonly Question[] = [...believing, priority, ...intended]
export const staffAt = { belief: [0, 1], priority: 2, intended: intended.map((_, t) => 3 + t) }

export const roles: readonly string[] = ['manager', 'service']

export interface Staff {
  /** by person */
  company: Uint8Array
  role: Uint8Array
  /** by question, then person */
  answers: readonly Int8Array[]
}

/** people of each company, and how many of them are asked */
const size = 500
const asked = { least: 20, most: 32 }
const managers = 0.3
/** managers see their company as better */
const ofRole = [0.35, -0.15]
const deviations = { person: 1.2, answer: 1, priority: 1.4 }
/** what is intended, in points */
const usual = 88

function latentOf(seed: number, name: string): Latent & { role: Uint8Array } {
  const random = randomStream(seed, `staff ${name}`)
  const count = companyCount * size
  const values = staffQuestions.map(() => new Float32Array(count))
  const missing = staffQuestions.map(() => new Uint8Array(count))
  const role = Uint8Array.from({ length: count }, () => random.choice([managers, 1 - managers]))
  for (let person = 0; person < count; person++) {
    const attitude = (ofRole[role[person] ?? 0] ?? 0) + deviations.person * random.bell()
    for (const [k, { unknown }] of staffQuestions.entries()) {
      const [column, codes] = [values[k], missing[k]]
      if (column === undefined || codes === undefined) continue
      column[person] =
        k === staffAt.priority
          ? deviations.priority * random.bell()
          : attitude + deviations.answer * random.bell()
      if (random.uniform() < unknown) codes[person] = dontKnow
    }
  }
  return { questions: staffQuestions, values, missing, role }
}

/** The people of the companies of a population, whose satisfaction is truly `scores`, with what is planted. */
export function staffOf(
  seed: number,
  { name, kind: { priority: calls }, planted }: Pick<Explained, 'name' | 'kind' | 'planted'>,
  scores: readonly number[],
): Staff {
  const { role, ...latent } = latentOf(seed, name)
  const random = randomStream(seed, `what staff think ${name}`)
  const company = Uint8Array.from(role, (_, person) => Math.floor(person / size))
  const centres = staffQuestions.map(() => new Float64Array(companyCount))
  for (let number = 0; number < companyCount; number++) {
    const all = Array.from({ length: size }, (_, k) => number * size + k)
    const aim = (places: readonly number[], wanted: number) => {
      const centre = centreFor(
        latent,
        { places, ratings: answering(latent, { places, ratings: all }) },
        wanted,
      )
      for (const k of places) centres[k]?.fill(centre, number, number + 1)
    }
    const found = planted.inCompanies.get(number)
    const effect = found && effectIn(found)
    aim(staffAt.belief, (scores[number] ?? 0) + (effect?.belief ?? 0))
    aim([staffAt.priority], effect?.priority ?? calls.mean + calls.spread * (2 * random.uniform() - 1))
    for (const [t, k] of staffAt.intended.entries()) {
      const plant = planted.atTouchpoints.get(`${number} ${t}`)
      aim([k], (plant && effectAt(plant).intended) ?? usual)
    }
  }
  const answers = staffQuestions.map((_, k) => answersWith(latent, k, company, centres[k] ?? []))
  return { company, role, answers }
}

/** Somebody who was asked: the answers by column. */
interface Asked {
  wave: string
  company: string
  role: string
  answers: Map<string, number>
}

/** The people asked in one survey, drawn with replacement. */
export function askStaff({ role, answers }: Staff, wave: string, seed: number, label: string): Asked[] {
  const uniform = uniforms(seed, label)
  return Array.from({ length: companyCount }, (_, number) => {
    const count = asked.least + (number % (asked.most - asked.least + 1))
    return Array.from({ length: count }, (): Asked => {
      const person = number * size + Math.floor(uniform() * size)
      const given = staffQuestions.flatMap(({ id }, k): [string, number][] => {
        const answer = answers[k]?.[person] ?? dontKnow
        return answer === dontKnow ? [] : [[id, answer]]
      })
      return {
        wave,
        company: companyId(number),
        role: roles[role[person] ?? 0] ?? '',
        answers: new Map(given),
      }
    })
  }).flat()
}
