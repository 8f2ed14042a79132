/** A population whose customers also say what they expected and experienced, with what is planted in it. */
import { type Random, randomStream } from '../../../pipeline/simulate/random.ts'
import type { Answers } from '../answers.ts'
import { companyCount, marketOf } from '../companies.ts'
import { type People, peopleOf } from '../population.ts'
import { answering, answersWith, centreFor, meanWith } from './centres.ts'
import { type Kind, kinds } from './kinds.ts'
import { type Latent, latentOf } from './latent.ts'
import { type Planted, plant } from './plants.ts'
import { at, questions } from './questions.ts'
import { type Targets, targetsOf } from './targets.ts'

/** ratings of one survey, about */
const surveyed = 5100

export interface Explained {
  /** of the seed: no other is alike */
  name: string
  kind: Kind
  people: People
  planted: Planted
  /** by half of a split ballot, question and rating */
  answers: readonly [Answers, Answers]
  /** to the questions of satisfaction, in the waves before */
  before: Answers
}

/** Market shares in random order: the largest six times the smallest, many in between. */
function sizesOf(random: Random): number[] {
  const places = Array.from({ length: companyCount }, (_, c) => (2 * c + 1) / companyCount - 1)
  const sizes = places.map((place) => ({
    size: place < 0 ? 2 ** -(place ** 2) : 3 ** (place ** 2),
    order: random.uniform(),
  }))
  return sizes.sort((a, b) => a.order - b.order).map(({ size }) => size)
}

/** By company: the numbers of its ratings. */
function ratingsOf(company: Uint8Array): number[][] {
  const found = Array.from({ length: companyCount }, (): number[] => [])
  for (const [rating, number] of company.entries()) found[number]?.push(rating)
  return found
}

/** By touchpoint, then company: the ratings that answer both questions. */
const meeting = (latent: Latent, byCompany: readonly number[][]): number[][][] =>
  at.expected.map((expected, t) => {
    const codes = [expected, at.experienced[t] ?? 0].map((k) => latent.missing[k])
    return byCompany.map((ratings) => ratings.filter((r) => codes.every((column) => column?.[r] === 0)))
  })

/** What is added to latent answers, by question, then company; and to those of satisfaction in the waves before. */
function centresOf(
  latent: Latent,
  { traits, targets, random }: { traits: Kind; targets: Targets; random: Random },
  byCompany: readonly number[][],
  met: readonly (readonly (readonly number[])[])[],
) {
  const now = questions.map(() => new Float64Array(companyCount))
  const before = new Float64Array(companyCount)
  const [satisfaction = [], loyalty = [], digital = []] = at.indices
  for (const [company, all] of byCompany.entries()) {
    const put = (places: readonly number[], added: number) => {
      for (const k of places) (now[k] ?? before)[company] = added
    }
    for (const [places, wanted] of [
      [at.expected, targets.expected],
      [at.experienced, targets.experienced],
    ] as const)
      for (const [t, k] of places.entries()) {
        const together = { places: [k], ratings: met[t]?.[company] ?? [] }
        put([k], centreFor(latent, together, wanted[t]?.[company] ?? 0))
      }
    const rated = { places: satisfaction, ratings: answering(latent, { places: satisfaction, ratings: all }) }
    const [is = 0, was = 0] = [targets.satisfaction[company], targets.before[company]]
    const added = centreFor(latent, rated, is)
    put(satisfaction, added)
    before[company] = was === is ? added : centreFor(latent, rated, was)
    // Neither loyalty nor the need is aimed at.
    put(loyalty, added - 0.2)
    put([at.need], 3.3 + 0.3 * (added - 7.5))
    const both = answering(latent, { places: digital, ratings: rated.ratings })
    const there = meanWith(latent, { places: satisfaction, ratings: both }, added)
    const { slope, own } = traits.digital
    const wanted = traits.satisfaction - 6 + slope * (there - traits.satisfaction) + own * random.bell()
    put(digital, centreFor(latent, { places: digital, ratings: both }, wanted))
  }
  return { now, before }
}

/** What half b of a split ballot adds to the latent answers to question `k`. */
const orderOf = ({ order }: Kind, k: number): number =>
  order[at.indices.findIndex((places) => places.includes(k))] ?? 0

/** Population number `edition` of a kind. */
export function explainedOf(seed: number, kind: number, edition: number, households: number): Explained {
  const traits = kinds[kind]
  if (traits === undefined) throw new RangeError(`no population ${kind}`)
  const name = `${kind}, ${edition}`
  const random = randomStream(seed, `explained ${name}`)
  const people = peopleOf(random, marketOf(random, sizesOf(random)), households)
  const latent = latentOf(seed, name, traits, people)
  const byCompany = ratingsOf(people.company)
  const met = meeting(latent, byCompany)
  const users = ({ length }: readonly number[]) => (length * surveyed) / people.company.length
  const planted = plant(seed, name, traits, {
    met: met.map((companies) => companies.map(users)),
    ratings: byCompany.map(users),
  })
  const targets = targetsOf(seed, name, traits, planted)
  const { now, before } = centresOf(latent, { traits, targets, random }, byCompany, met)
  const given = (k: number, centres: Float64Array = before) => answersWith(latent, k, people.company, centres)
  const first = questions.map((_, k) => given(k, now[k]))
  const second = questions.map((_, k) => {
    const added = orderOf(traits, k)
    return added === 0
      ? (first[k] ?? given(k))
      : given(
          k,
          now[k]?.map((centre) => centre + added),
        )
  })
  return {
    ...{ name, kind: traits, people, planted },
    answers: [first, second],
    before: (at.indices[0] ?? []).map((k) => given(k)),
  }
}
