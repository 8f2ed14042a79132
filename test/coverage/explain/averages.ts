/** Plain averages over everybody in a population. */
import { companyCount, industryCount, industryOf } from '../companies.ts'
import { dontKnow, type Question } from '../questions.ts'
import { hundred, notMet } from './questions.ts'

/** Averages by place: the companies, then the industries, then all together. */
export type ByPlace = readonly number[]

export const placeOf = {
  company: (number: number) => number,
  industry: (number: number) => companyCount + number,
  all: companyCount + industryCount,
}

/** What is averaged, of a rating or of one of a company’s people. */
export type Value = (one: number) => number | undefined

/** Means of what `value` says of a rating; undefined counts nowhere. */
export function averages(company: Uint8Array, value: Value): number[] {
  const size = placeOf.all + 1
  const [sums, counts] = [new Float64Array(size), new Float64Array(size)]
  for (const [rating, number] of company.entries()) {
    const one = value(rating)
    if (one === undefined) continue
    for (const place of [number, placeOf.industry(industryOf(number)), placeOf.all]) {
      sums[place] = (sums[place] ?? 0) + one
      counts[place] = (counts[place] ?? 0) + 1
    }
  }
  return Array.from(sums, (sum, place) => sum / (counts[place] ?? 0))
}

export const minus = (a: ByPlace, b: ByPlace): number[] => a.map((value, place) => value - (b[place] ?? 0))

/** The answer on 0-100. */
export function pointsOf(column: Int8Array | undefined, question: Question | undefined): Value {
  return (rating) => {
    const given = column?.[rating]
    return question === undefined || given === undefined || given === dontKnow || given === notMet
      ? undefined
      : hundred(question, given)
  }
}

/** The mean of those that are there; undefined where fewer are than `least`. */
export function meanOf(values: readonly Value[], least = values.length / 2): Value {
  return (rating) => {
    let [sum, count] = [0, 0]
    for (const value of values) {
      const one = value(rating)
      if (one === undefined) continue
      sum += one
      count++
    }
    return count === 0 || count < least ? undefined : sum / count
  }
}

export const where =
  (value: Value, holds: (rating: number) => boolean): Value =>
  (rating) =>
    holds(rating) ? value(rating) : undefined

export const difference =
  (a: Value, b: Value): Value =>
  (rating) => {
    const [one, other] = [a(rating), b(rating)]
    return one === undefined || other === undefined ? undefined : one - other
  }
