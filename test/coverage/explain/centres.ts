/** From latent answers to whole ones: what to add to them so that their mean over those who answer for a company is as planned. */
import { dontKnow, type Question } from '../questions.ts'
import type { Latent } from './latent.ts'
import { hundred } from './questions.ts'

/** latent answers lie that near to the scales */
const reach = 25
const steps = 24

/** What must be added for `mean`, which rises with it, to be `wanted`. */
function solve(wanted: number, mean: (added: number) => number): number {
  let [low, high] = [-reach, reach]
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (mean(middle) < wanted) low = middle
    else high = middle
  }
  return (low + high) / 2
}

const answerOf = ({ min, max }: Question, latent: number): number =>
  Math.max(min, Math.min(max, Math.round(latent)))

/** Questions that are answered together, some of them, by ratings of a company, or by its people. */
export interface Together {
  places: readonly number[]
  ratings: readonly number[]
}

const nothing: Question = { id: '', min: 0, max: 0, unknown: 0 }

const isGiven = ({ missing }: Latent, k: number, rating: number): boolean => missing[k]?.[rating] === 0

/** The ratings that answer at least half of the questions. */
export const answering = (latent: Latent, { places, ratings }: Together): number[] =>
  ratings.filter((r) => 2 * places.filter((k) => isGiven(latent, k, r)).length >= places.length)

/** Mean over the ratings of their mean answer on 0-100, with so much added to latent ones. */
export function meanWith(latent: Latent, { places, ratings }: Together, added: number): number {
  const asked = places.map((k) => ({
    question: latent.questions[k] ?? nothing,
    values: latent.values[k] ?? new Float32Array(),
    missing: latent.missing[k] ?? new Uint8Array(),
  }))
  let total = 0
  for (const r of ratings) {
    let [sum, count] = [0, 0]
    for (const { question, values, missing } of asked) {
      if (missing[r] !== 0) continue
      sum += hundred(question, answerOf(question, added + (values[r] ?? 0)))
      count++
    }
    total += sum / count
  }
  return total / ratings.length
}

/** What to add for that mean to be `wanted`. */
export const centreFor = (latent: Latent, together: Together, wanted: number): number =>
  solve(wanted, (added) => meanWith(latent, together, added))

/** The answers to question `k`, with so much added to the latent ones of each company. */
export function answersWith(
  { questions, values, missing }: Latent,
  k: number,
  company: Uint8Array,
  added: ArrayLike<number>,
): Int8Array {
  const [question, codes, latent] = [questions[k] ?? nothing, missing[k], values[k]]
  return Int8Array.from(company, (number, r) => {
    const code = codes?.[r] ?? dontKnow
    return code === 0 ? answerOf(question, (added[number] ?? 0) + (latent?.[r] ?? 0)) : code
  })
}
