/** What is true of a population with touchpoints: plain averages over everybody, without the program. */
import type { Answers } from '../answers.ts'
import { companyCount, industryCount, industryOf } from '../companies.ts'
import { dontKnow, indices } from '../questions.ts'
import type { Explained } from './population.ts'
import { at, hundred, notMet, parts, questions, touchpoints } from './questions.ts'
import { type Staff, staffAt, staffQuestions } from './staff.ts'

/** Averages by place: the companies, then the industries, then all together. */
export type ByPlace = readonly number[]

export const placeOf = {
  company: (number: number) => number,
  industry: (number: number) => companyCount + number,
  all: companyCount + industryCount,
}

export interface Truth {
  /** by touchpoint, of those who answered both questions */
  expected: readonly ByPlace[]
  experienced: readonly ByPlace[]
  /** by index */
  scores: readonly ByPlace[]
  /** satisfaction in the waves before */
  before: ByPlace
  /** satisfaction and digital relevance of those with both */
  first: ByPlace
  second: ByPlace
  /** loyalty where it was met minus where it was not: by the need, then by touchpoint */
  met: readonly ByPlace[]
  /** by part of the journey: what was experienced there minus at the same customers’ other touchpoints */
  besideOthers: readonly ByPlace[]
  /** by index: half b minus half a, all together */
  order: readonly number[]
  /** of the companies’ people: what they believe of satisfaction, how important it is, what they intend by touchpoint */
  believed: ByPlace
  priority: ByPlace
  intended: readonly ByPlace[]
}

type Value = (rating: number) => number | undefined

/** Means of what `value` says of a rating; undefined counts nowhere. */
function averages(company: Uint8Array, value: Value): number[] {
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

const minus = (a: ByPlace, b: ByPlace): number[] => a.map((value, place) => value - (b[place] ?? 0))

/** The answer to question `k` on 0-100. */
function pointsOf(answers: Answers, k: number, question = questions[k]): Value {
  const column = answers[k] ?? new Int8Array()
  return (rating) => {
    const given = column[rating]
    return question === undefined || given === undefined || given === dontKnow || given === notMet
      ? undefined
      : hundred(question, given)
  }
}

/** The mean of those that are there; undefined where fewer are than `least`. */
function meanOf(values: readonly Value[], least = values.length / 2): Value {
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

const where =
  (value: Value, holds: (rating: number) => boolean): Value =>
  (rating) =>
    holds(rating) ? value(rating) : undefined

const difference =
  (a: Value, b: Value): Value =>
  (rating) => {
    const [one, other] = [a(rating), b(rating)]
    return one === undefined || other === undefined ? undefined : one - other
  }

/** By rating: the half of the split ballot that its person was in. */
function halvesOf({ people: { firstRating, company }, half }: Explained): Uint8Array {
  const found = new Uint8Array(company.length)
  for (const [person, own] of half.entries())
    found.fill(own, firstRating[person] ?? 0, firstRating[person + 1] ?? 0)
  return found
}

/** What the companies’ people think, on average. */
function ofStaff({ company, answers }: Staff): Pick<Truth, 'believed' | 'priority' | 'intended'> {
  const of = (k: number) => pointsOf(answers, k, staffQuestions[k])
  return {
    believed: averages(company, meanOf(staffAt.belief.map(of), 0)),
    priority: averages(company, of(staffAt.priority)),
    intended: staffAt.intended.map((k) => averages(company, of(k))),
  }
}

export function truthOf(explained: Explained): Truth {
  const { answers, people } = explained
  const means = (value: Value) => averages(people.company, value)
  const scoreOf = (given: Answers, index: number) =>
    meanOf(
      (at.indices[index] ?? []).map((k, item) => pointsOf(given, given === answers ? k : item, questions[k])),
    )
  const scores = indices.map((_, index) => scoreOf(answers, index))
  const [first, loyalty, second] = scores as [Value, Value, Value]
  const paired = touchpoints.map((_, t) => {
    const sides = [at.expected, at.experienced].map((places) => pointsOf(answers, places[t] ?? -1))
    const [expected, experienced] = sides as [Value, Value]
    const both = (rating: number) => expected(rating) !== undefined && experienced(rating) !== undefined
    return { expected: where(expected, both), experienced: where(experienced, both) }
  })
  const need = pointsOf(answers, at.need)
  const metBy: Value[] = [
    (rating) => {
      const points = need(rating)
      return points === undefined ? undefined : points - 50
    },
    ...paired.map(({ expected, experienced }): Value => {
      const gap = difference(experienced, expected)
      return (rating) => {
        const points = gap(rating)
        return points === undefined ? undefined : points + 1e-6
      }
    }),
  ]
  const halves = halvesOf(explained)
  const experiencedAt = (places: readonly number[]) =>
    meanOf(
      places.flatMap((t) => paired[t]?.experienced ?? []),
      0,
    )
  return {
    expected: paired.map(({ expected }) => means(expected)),
    experienced: paired.map(({ experienced }) => means(experienced)),
    scores: scores.map(means),
    before: means(scoreOf(explained.before, 0)),
    first: means(where(first, (rating) => second(rating) !== undefined)),
    second: means(where(second, (rating) => first(rating) !== undefined)),
    met: metBy.map((by) =>
      minus(
        means(where(loyalty, (rating) => (by(rating) ?? 0) > 0)),
        means(where(loyalty, (rating) => (by(rating) ?? 0) <= 0 && by(rating) !== undefined)),
      ),
    ),
    besideOthers: parts.map((part) => {
      const others = [...touchpoints.keys()].filter((t) => !part.touchpoints.includes(t))
      return means(difference(experiencedAt(part.touchpoints), experiencedAt(others)))
    }),
    order: scores.map((score) => {
      const [a, b] = [0, 1].map(
        (half) => means(where(score, (rating) => halves[rating] === half))[placeOf.all],
      )
      return (b ?? 0) - (a ?? 0)
    }),
    ...ofStaff(explained.staff),
  }
}
