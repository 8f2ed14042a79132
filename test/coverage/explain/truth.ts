/** What is true of a population with touchpoints: plain averages over everybody, without the program. */
import type { Answers } from '../answers.ts'
import { indices } from '../questions.ts'
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
  /** of the companies’ people: what they believe of satisfaction, how important it is, what they intend by touchpoint */
  believed: ByPlace
  /** by role: belief minus that of the company’s other people */
  roles: readonly ByPlace[]
  priority: ByPlace
  intended: readonly ByPlace[]
}

/** By rating: the half of the split ballot that its person was in. */
function halvesOf({ people: { firstRating, company }, half }: Explained): Uint8Array {
  const found = new Uint8Array(company.length)
  for (const [person, own] of half.entries())
    found.fill(own, firstRating[person] ?? 0, firstRating[person + 1] ?? 0)
  return found
}

/** What the companies’ people think, on average. */
function ofStaff({
  company,
  role,
  answers,
}: Staff): Pick<Truth, 'believed' | 'roles' | 'priority' | 'intended'> {
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

export function truthOf(explained: Explained): Truth {
  const { answers, people } = explained
  const means = (value: Value) => averages(people.company, value)
  const answered = (k: number) => pointsOf(answers[k], questions[k])
  const scoreOf = (given: Answers, index: number) =>
    meanOf(
      (at.indices[index] ?? []).map((k, item) => pointsOf(given[given === answers ? k : item], questions[k])),
    )
  const scores = indices.map((_, index) => scoreOf(answers, index))
  const [first, loyalty, second] = scores as [Value, Value, Value]
  const paired = touchpoints.map((_, t) => {
    const sides = [at.expected, at.experienced].map((places) => answered(places[t] ?? -1))
    const [expected, experienced] = sides as [Value, Value]
    const both = (rating: number) => expected(rating) !== undefined && experienced(rating) !== undefined
    return { expected: where(expected, both), experienced: where(experienced, both) }
  })
  const need = answered(at.need)
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
