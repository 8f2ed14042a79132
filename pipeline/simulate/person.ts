/** One respondent of a wave. */
import {
  type AgeGroup,
  ageGroups,
  allocation,
  type Group,
  genders,
  halves,
  markets,
  personas,
  spread,
  strata,
  weightNoise,
} from './population.ts'
import type { Random } from './random.ts'

export interface Person {
  age: AgeGroup
  /** by place in `strata` and in `personas` */
  stratum: number
  persona: number
  half: (typeof halves)[number]
  /** points added to every latent answer */
  lenience: number
  weight: number
  /** role → value, as the study means it */
  roles: Readonly<Record<string, string>>
}

/** One of a list, as a place drawn for it says. */
export function memberOf<T>(list: readonly T[], place: number): T {
  const member = list[place]
  if (member === undefined) throw new RangeError(`nothing at ${place}`)
  return member
}

const drawn = <T extends Group>(groups: readonly T[], random: Random): T =>
  memberOf(groups, random.choice(groups.map(({ sample }) => sample)))

/** Respondent number `number`, from 1. */
export function personOf(number: number, random: Random): Person {
  const age = drawn(ageGroups, random)
  const place = memberOf(allocation, (number - 1) % allocation.length)
  const stratum = memberOf(strata, place)
  const gender = drawn(genders, random)
  const market = drawn(markets, random)
  const regions = Object.entries(stratum.regions)
  const [region] = memberOf(regions, random.choice(regions.map(([, share]) => share)))
  const persona = random.choice(age.personas)
  const kind = memberOf(personas, persona)
  const half = memberOf(halves, random.uniform() < 0.5 ? 0 : 1)
  const groups = [age, stratum, gender, market]
  const noise = weightNoise.low + (weightNoise.high - weightNoise.low) * random.uniform()
  return {
    age,
    stratum: place,
    persona,
    half,
    lenience:
      groups.reduce((sum, { lenience }) => sum + lenience, kind.lenience) + spread.lenience * random.bell(),
    weight: groups.reduce((product, { population, sample }) => (product * population) / sample, noise),
    roles: {
      respondent: String(number),
      stratum: stratum.name,
      age: String(age.from + Math.floor(random.uniform() * (age.to - age.from + 1))),
      gender: gender.name,
      region,
      market: market.name,
      persona: kind.name,
      half: half.name,
    },
  }
}
