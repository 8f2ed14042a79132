/** What the persons of a population answer: latent answers, rounded to whole numbers and capped by the scale. */
import { randomStream } from '../../pipeline/simulate/random.ts'
import { companyCount } from './companies.ts'
import type { Population } from './population.ts'
import { dontKnow, indices, questions } from './questions.ts'

/** By question, then rating. */
export type Answers = readonly Int8Array[]

/** Standard deviations of latent answers on 1-10: of a person, a rating, an index within it, and a single answer. */
export const deviations = { person: 0.9, rating: 1.1, index: 0.5, answer: 1 }
export const ofStratum = [0.2, 0, -0.2, -0.4]
export const ofAge = [-0.25, 0, 0.3]
/** of each step of engagement */
export const engaged = 0.35

export function answersOf(seed: number, kind: number, people: Omit<Population, 'years'>): [Answers, Answers] {
  const ratings = people.company.length
  const years: [Int8Array[], Int8Array[]] = [
    questions.map(() => new Int8Array(ratings)),
    questions.map(() => new Int8Array(ratings)),
  ]
  const lasting = randomStream(seed, `persons ${kind}`)
  const passing = randomStream(seed, `answers ${kind}`)
  for (let h = 0; h + 1 < people.firstPerson.length; h++) {
    const home = people.traits.household * lasting.bell() + (ofStratum[people.stratum[h] ?? 0] ?? 0)
    for (let person = people.firstPerson[h] ?? 0; person < (people.firstPerson[h + 1] ?? 0); person++) {
      const engagement = people.engagement[person] ?? 0
      const mood = home + deviations.person * lasting.bell() + (ofAge[people.age[person] ?? 0] ?? 0)
      const self = mood + engaged * (engagement - 1.5)
      for (let r = people.firstRating[person] ?? 0; r < (people.firstRating[person + 1] ?? 0); r++)
        for (const [year, answers] of years.entries()) {
          const impression = self + deviations.rating * passing.bell()
          let k = 0
          for (const [index, { items }] of indices.entries()) {
            const centre = people.companies.centres[year]?.[index]?.[people.company[r] ?? companyCount] ?? 0
            const latent = centre + impression + deviations.index * passing.bell()
            for (const { min, max, unknown } of items) {
              const column = answers[k++]
              if (column === undefined) continue
              const given = Math.round(latent + deviations.answer * passing.bell())
              const silent = passing.uniform() < unknown * (1.6 - 0.4 * engagement)
              column[r] = silent ? dontKnow : Math.max(min, Math.min(max, given))
            }
          }
        }
    }
  }
  return years
}
