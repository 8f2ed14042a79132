/** What lies behind the answers of a population: latent answers on 1-10 without the companies’ part, and why some are missing. */
import { randomStream } from '../../../pipeline/simulate/random.ts'
import { deviations, engaged, ofAge, ofStratum } from '../answers.ts'
import { companyCount } from '../companies.ts'
import type { People } from '../population.ts'
import { dontKnow, indices, type Question } from '../questions.ts'
import type { Kind } from './kinds.ts'
import { at, notMet, questions, touchpoints } from './questions.ts'

export interface Latent {
  questions: readonly Question[]
  /** by question, then whoever answers */
  values: readonly Float32Array[]
  /** 0 where there is an answer, else the code of why not */
  missing: readonly Uint8Array[]
}

/** Standard deviations beside those of `deviations`: hope is what all expectations of a rating share. */
const spreads = { digital: 0.7, need: 0.8, hope: 0.8, expected: 0.9, experienced: 1.1 }
/** How much of a customer’s mood, and of the impression of a company beyond it, goes into each answer. */
const loads = {
  digital: { self: 0.8, impression: 0.8 },
  need: { self: 0.3, impression: 0.5 },
  expected: { self: 0.6, impression: 0.35 },
  experienced: { self: 1, impression: 0.9 },
}
/** Loyalty follows the need. */
const needed = 0.5

/** Of all ratings. */
export function latentOf(seed: number, name: string, traits: Kind, people: People): Latent {
  const ratings = people.company.length
  const values = questions.map(() => new Float32Array(ratings))
  const missing = questions.map(() => new Uint8Array(ratings))
  const random = randomStream(seed, `latent answers ${name}`)
  const { bell, uniform } = random
  /** by company: which of its customers meet it where, beside what is usual */
  const usual = Array.from({ length: companyCount }, () => touchpoints.map(() => 0.12 * (uniform() - 0.5)))
  const put = (question: number | undefined, rating: number, value: number) => {
    const column = values[question ?? -1]
    if (column !== undefined) column[rating] = value
  }

  const rate = (r: number, self: number, engagement: number) => {
    const impression = deviations.rating * bell()
    const part = (load: { self: number; impression: number }) =>
      load.self * self + load.impression * impression
    const need = part(loads.need) + spreads.need * bell()
    for (const [i, { id }] of indices.entries()) {
      const own =
        id === 'digital_relevance'
          ? part(loads.digital) + spreads.digital * bell()
          : self + impression + deviations.index * bell() + (id === 'loyalty' ? needed * need : 0)
      for (const k of at.indices[i] ?? []) put(k, r, own + deviations.answer * bell())
    }
    put(at.need, r, need)
    const hope = part(loads.expected) + spreads.hope * bell()
    for (const [t, { met }] of touchpoints.entries()) {
      put(at.expected[t], r, hope + spreads.expected * bell())
      put(at.experienced[t], r, part(loads.experienced) + spreads.experienced * bell())
      const chance = met + (usual[people.company[r] ?? 0]?.[t] ?? 0) + 0.05 * (engagement - 1.5)
      if (uniform() >= chance)
        for (const k of [at.expected[t], at.experienced[t]]) {
          const column = missing[k ?? -1]
          if (column !== undefined) column[r] = notMet
        }
    }
    for (const [k, { unknown }] of questions.entries()) {
      const column = missing[k]
      if (column?.[r] === 0 && uniform() < unknown * (1.6 - 0.4 * engagement)) column[r] = dontKnow
    }
  }

  for (let h = 0; h + 1 < people.firstPerson.length; h++) {
    const home = traits.household * bell() + (ofStratum[people.stratum[h] ?? 0] ?? 0)
    for (let person = people.firstPerson[h] ?? 0; person < (people.firstPerson[h + 1] ?? 0); person++) {
      const engagement = people.engagement[person] ?? 0
      const mood = home + deviations.person * bell() + (ofAge[people.age[person] ?? 0] ?? 0)
      const self = mood + engaged * (engagement - 1.5)
      for (let r = people.firstRating[person] ?? 0; r < (people.firstRating[person + 1] ?? 0); r++)
        rate(r, self, engagement)
    }
  }
  return { questions, values, missing }
}
