/** The questions of surveys whose ratings also say what was expected and experienced. */
import { indices, type Question } from '../questions.ts'

/** Codes of "don't know", and of those who did not meet a touchpoint. */
export const notMet = 97

/** Where customers and companies meet; `met`: by this share of the moderately engaged. */
export const touchpoints = [
  { id: 'website', channel: 'digital', met: 0.88 },
  { id: 'shop', channel: 'physical', met: 0.72 },
  { id: 'service', channel: 'physical', met: 0.57 },
  { id: 'app', channel: 'digital', met: 0.42 },
] as const

/** The parts of the journey, each by the places of its touchpoints. */
export const parts = [
  ...touchpoints.map(({ id }, t) => ({ kind: 'touchpoint', value: id, touchpoints: [t] })),
  ...['digital', 'physical'].map((value) => ({
    ...{ kind: 'channel', value },
    touchpoints: touchpoints.flatMap(({ channel }, t) => (channel === value ? [t] : [])),
  })),
]

const ten = { min: 1, max: 10 }

export const expected = touchpoints.map(
  ({ id }): Question => ({ id: `expected_${id}`, ...ten, unknown: 0.08 }),
)
export const experienced = touchpoints.map(
  ({ id }): Question => ({ id: `experienced_${id}`, ...ten, unknown: 0.03 }),
)
export const need: Question = { id: 'need', min: 1, max: 5, unknown: 0.03 }

/** In the order in which the population answers them. */
export const questions: readonly Question[] = [
  ...indices.flatMap(({ items }) => items),
  need,
  ...expected,
  ...experienced,
]

const numberOf = ({ id }: Question): number => questions.findIndex((one) => one.id === id)

/** The place of each question: by index, the need, and by touchpoint. */
export const at = {
  indices: indices.map(({ items }) => items.map(numberOf)),
  need: numberOf(need),
  expected: expected.map(numberOf),
  experienced: experienced.map(numberOf),
}

/** A whole answer on 0-100. */
export const hundred = ({ min, max }: Question, answer: number): number =>
  (100 * (answer - min)) / (max - min)
