/** What is true of a population with touchpoints: plain averages over everybody, without the program. */
import type { Answers } from '../answers.ts'
import {
  averages,
  type ByPlace,
  difference,
  meanOf,
  minus,
  placeOf,
  pointsOf,
  type Value,
  where,
} from './averages.ts'
import type { Explained } from './population.ts'
import { at, parts, questions, touchpoints } from './questions.ts'
import { roles, type Staff, staffAt, staffQuestions } from './staff.ts'

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
}

/** What is true of the companies’ own people. */
export interface StaffTruth {
  /** what they believe of satisfaction */
  believed: ByPlace
  /** by role: belief minus that of the company’s other people */
  roles: readonly ByPlace[]
  /** how important it is to them */
  priority: ByPlace
  /** by touchpoint */
  intended: readonly ByPlace[]
}

/** What the companies’ people think, on average. */
export function truthOfStaff({ company, role, answers }: Staff): StaffTruth {
  const of = (k: number) => pointsOf(answers[k], staffQuestions[k])
  const belief = meanOf(staffAt.belief.map(of), 0)
  const within = (holds: (role: number) => boolean) =>
    averages(
      company,
      where(belief, (person) => holds(role[person] ?? -1)),
    )
  return {
    believed: averages(company, belief),
    roles: roles.map((_, own) =>
      minus(
        within((one) => one === own),
        within((one) => one !== own),
      ),
    ),
    priority: averages(company, of(staffAt.priority)),
    intended: staffAt.intended.map((k) => averages(company, of(k))),
  }
}

const half = (a: ByPlace, b: ByPlace): number[] => a.map((value, place) => (value + (b[place] ?? 0)) / 2)

/** Of those who were asked in one order of questions. */
function inOneOrder(company: Uint8Array, answers: Answers): Omit<Truth, 'before' | 'order'> {
  const means = (value: Value) => averages(company, value)
  const answered = (k: number) => pointsOf(answers[k], questions[k])
  const scores = at.indices.map((places) => meanOf(places.map(answered)))
  const [first, loyalty, second] = scores as [Value, Value, Value]
  const paired = touchpoints.map((_, t) => {
    const sides = [at.expected, at.experienced].map((places) => answered(places[t] ?? -1))
    const [expected, experienced] = sides as [Value, Value]
    const both = (rating: number) => expected(rating) !== undefined && experienced(rating) !== undefined
    return { expected: where(expected, both), experienced: where(experienced, both) }
  })
  const need = answered(at.need)
  const met: ((rating: number) => boolean | undefined)[] = [
    (rating) => {
      const points = need(rating)
      return points === undefined ? undefined : points > 50
    },
    ...paired.map(({ expected, experienced }) => {
      const gap = difference(experienced, expected)
      return (rating: number) => {
        const points = gap(rating)
        return points === undefined ? undefined : points > -1e-6
      }
    }),
  ]
  const loyaltyOf = (by: (rating: number) => boolean | undefined, holds: boolean) =>
    means(where(loyalty, (rating) => by(rating) === holds))
  const experiencedAt = (places: readonly number[]) =>
    meanOf(
      places.flatMap((t) => paired[t]?.experienced ?? []),
      0,
    )
  return {
    expected: paired.map(({ expected }) => means(expected)),
    experienced: paired.map(({ experienced }) => means(experienced)),
    scores: scores.map(means),
    first: means(where(first, (rating) => second(rating) !== undefined)),
    second: means(where(second, (rating) => first(rating) !== undefined)),
    met: met.map((by) => minus(loyaltyOf(by, true), loyaltyOf(by, false))),
    besideOthers: parts.map((part) => {
      const others = [...touchpoints.keys()].filter((t) => !part.touchpoints.includes(t))
      return means(difference(experiencedAt(part.touchpoints), experiencedAt(others)))
    }),
  }
}

/** Everybody is asked in one order as likely as in the other, and nothing but the indices depends on it. */
export function truthOf({ people: { company }, answers, before }: Explained): Truth {
  const [a, b] = [inOneOrder(company, answers[0]), inOneOrder(company, answers[1])]
  const both = (one: readonly ByPlace[], other: readonly ByPlace[]) =>
    one.map((values, k) => half(values, other[k] ?? []))
  const satisfied = (at.indices[0] ?? []).map((k, item) => pointsOf(before[item], questions[k]))
  return {
    ...a,
    scores: both(a.scores, b.scores),
    first: half(a.first, b.first),
    second: half(a.second, b.second),
    met: both(a.met, b.met),
    before: averages(company, meanOf(satisfied)),
    order: a.scores.map((scores, k) => (b.scores[k]?.[placeOf.all] ?? 0) - (scores[placeOf.all] ?? 0)),
  }
}
