/** What is true of a whole population: plain averages over everybody, without the program. */

import type { Answers } from './answers.ts'
import { companyCount } from './companies.ts'
import { dontKnow, indices, netPromoter, questions } from './questions.ts'

export interface Truth {
  /** by index, then company: 0-100 */
  scores: readonly (readonly number[])[]
  /** by company; `all`: over all ratings */
  promoters: readonly number[]
  all: number
  /** by question, then company: mean on its scale */
  means: readonly (readonly number[])[]
  /** by question, company and answer: per cent */
  shares: readonly (readonly ReadonlyMap<number, number>[])[]
}

/** Means by company of what `value` says of a rating; undefined counts nowhere. The last one is that of all. */
function averages(company: Uint8Array, value: (rating: number) => number | undefined): number[] {
  const [sums, counts] = [new Float64Array(companyCount + 1), new Float64Array(companyCount + 1)]
  for (const [rating, number] of company.entries()) {
    const one = value(rating)
    if (one === undefined) continue
    for (const place of [number, companyCount]) {
      sums[place] = (sums[place] ?? 0) + one
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return Array.from(sums, (sum, place) => sum / (counts[place] ?? 0))
}

export function truthOf(company: Uint8Array, answers: Answers): Truth {
  const answer = (k: number) => {
    const column = answers[k] ?? new Int8Array()
    return (rating: number): number | undefined => {
      const given = column[rating]
      return given === dontKnow ? undefined : given
    }
  }
  let next = 0
  const scores = indices.map(({ items }) => {
    const asked = items.map((item) => ({ ...item, of: answer(next++) }))
    return averages(company, (rating) => {
      let [sum, count] = [0, 0]
      for (const { min, max, of } of asked) {
        const given = of(rating)
        if (given === undefined) continue
        sum += (100 * (given - min)) / (max - min)
        count++
      }
      return 2 * count >= asked.length ? sum / count : undefined
    })
  })
  const recommended = answer(questions.findIndex(({ id }) => id === netPromoter))
  const promoters = averages(company, (rating) => {
    const given = recommended(rating)
    if (given === undefined) return undefined
    return given >= 9 ? 100 : given >= 7 ? 0 : -100
  })
  return {
    scores,
    promoters,
    all: promoters[companyCount] ?? 0,
    means: questions.map((_, k) => averages(company, answer(k))),
    shares: questions.map(({ min, max }, k) => {
      const of = answer(k)
      const found = Array.from({ length: companyCount }, () => new Map<number, number>())
      for (let value = min; value <= max; value++) {
        const shares = averages(company, (rating) => {
          const given = of(rating)
          return given === undefined ? undefined : given === value ? 100 : 0
        })
        for (const [c, map] of found.entries()) map.set(value, shares[c] ?? 0)
      }
      return found
    }),
  }
}
