/** A large finite population: households of persons, who each rate a few companies. All of it is fixed before anyone is sampled. */
import { type Random, randomStream } from '../../pipeline/simulate/random.ts'
import { type Answers, answersOf } from './answers.ts'
import { type Companies, companiesOf, type Market } from './companies.ts'

/** What one population is like; latent answers stand on the scale 1-10. */
export interface Traits {
  /** centre of the latent answers */
  level: number
  /** standard deviation of the companies around it */
  spread: number
  /** standard deviation of what members of a household have in common */
  household: number
}

/** From companies that hardly differ, where ranks are hardest, to plain differences and a strong ceiling. */
export const kinds: readonly Traits[] = [
  { level: 7.9, spread: 0.1, household: 0.5 },
  { level: 7.7, spread: 0.25, household: 0.7 },
  { level: 8.3, spread: 0.35, household: 0.5 },
  { level: 7.3, spread: 0.45, household: 0.3 },
]

/** Households of a population, with some 290,000 persons. */
const manyHouseholds = 136_000
export const strata = 4
const stratumShares = [0.4, 0.3, 0.2, 0.1]
const regionShares = [0.25, 0.45, 0.3]
const ageShares = [0.3, 0.35, 0.35]
const memberShares = [0.35, 0.33, 0.16, 0.16]
/** how engaged persons are, by age: it moves answers, don't knows and the chance to be selected */
const engagementShares = [
  [0.15, 0.25, 0.3, 0.3],
  [0.25, 0.3, 0.25, 0.2],
  [0.4, 0.3, 0.2, 0.1],
]
const favourites = 5

/** Who lives there, and whom they rate. */
export interface People {
  /** persons of household h: firstPerson[h] … firstPerson[h + 1] − 1; their ratings likewise */
  firstPerson: Int32Array
  firstRating: Int32Array
  /** by household */
  stratum: Uint8Array
  region: Uint8Array
  /** by person */
  age: Uint8Array
  gender: Uint8Array
  engagement: Uint8Array
  /** by rating */
  company: Uint8Array
}

export interface Population extends People {
  traits: Traits
  companies: Companies
  /** answers of the population as it is, and as it is a year later: the same persons and companies */
  years: readonly [Answers, Answers]
}

/** Companies that a person rates, some of them those of the household, none twice. */
function rated(random: Random, companies: Market, known: readonly number[], engagement: number): number[] {
  const count = 2 + random.choice([0.3, 0.4, 0.3])
  const found: number[] = []
  while (found.length < count) {
    const own = random.uniform() < 0.5
    const company = own
      ? known[Math.floor(random.uniform() * known.length)]
      : companies.pick(random.uniform())
    if (company === undefined || found.includes(company)) continue
    if (random.uniform() < Math.exp(0.2 * (companies.tilt[company] ?? 0) * (engagement - 1.5) - 0.3))
      found.push(company)
  }
  return found
}

/** Households whose members rate companies. */
export function peopleOf(random: Random, companies: Market, households: number): People {
  const [stratum, region] = [new Uint8Array(households), new Uint8Array(households)]
  const firstPerson = new Int32Array(households + 1)
  const persons: number[][] = [[], [], []]
  const firstRating: number[] = [0]
  const company: number[] = []
  for (let h = 0; h < households; h++) {
    stratum[h] = random.choice(stratumShares)
    region[h] = random.choice(regionShares)
    const known = Array.from({ length: favourites }, () => companies.pick(random.uniform()))
    const members = 1 + random.choice(memberShares)
    for (let member = 0; member < members; member++) {
      const age = random.choice(ageShares)
      const engagement = random.choice(engagementShares[age] ?? [])
      for (const [k, value] of [age, random.choice([0.5, 0.5]), engagement].entries()) persons[k]?.push(value)
      // Somebody who knows no two companies of the household still finds others.
      for (const one of rated(random, companies, known, engagement)) company.push(one)
      firstRating.push(company.length)
    }
    firstPerson[h + 1] = firstRating.length - 1
  }
  const [age = [], gender = [], engagement = []] = persons
  return {
    ...{ firstPerson, stratum, region },
    firstRating: Int32Array.from(firstRating),
    age: Uint8Array.from(age),
    gender: Uint8Array.from(gender),
    engagement: Uint8Array.from(engagement),
    company: Uint8Array.from(company),
  }
}

/** Population number `kind` of a seed. */
export function populationOf(seed: number, kind: number, households = manyHouseholds): Population {
  const traits = kinds[kind]
  if (traits === undefined) throw new RangeError(`no population ${kind}`)
  const companies = companiesOf(randomStream(seed, `companies ${kind}`), traits)
  const people = peopleOf(randomStream(seed, `population ${kind}`), companies, households)
  return { traits, companies, ...people, years: answersOf(seed, kind, { traits, companies, ...people }) }
}
