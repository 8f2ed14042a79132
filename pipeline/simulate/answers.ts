import { type Company, isActive, numberIn } from './companies.ts'
import {
  type AgeGroup,
  ageGroups,
  allocation,
  type Group,
  type Item,
  items,
  ratingCounts,
  spread,
  strata,
  weightNoise,
} from './population.ts'
import { type Random, randomStream } from './random.ts'
import type { Wave } from './waves.ts'

const sampleShares = ageGroups.map(({ sample }) => sample)

const memberOf = <T>(groups: readonly T[], index: number): T => {
  const group = groups[index]
  if (group === undefined) throw new RangeError(`no group ${index}`)
  return group
}

/** A latent value on 0-100 as an answer: rounded to the scale and capped at its ends. */
export const rounded = ({ min, max }: Item, latent: number): number =>
  Math.min(max, Math.max(min, Math.floor(min + ((max - min) * latent) / 100 + 0.5)))

/** Chance that the group does not know an answer. */
export const unsureOf = (item: Item, { unsure }: AgeGroup): number => item.dontKnow * unsure

function answer(item: Item, latent: number, age: AgeGroup, random: Random): string {
  const fate = random.uniform()
  const value = rounded(item, latent + item.noise * random.bell())
  if (fate < item.notAsked) return ''
  if (fate < item.notAsked + item.refused) return '99'
  return fate < item.notAsked + item.refused + unsureOf(item, age) ? '98' : String(value)
}

function weightOf(age: Group, stratum: Group, random: Random): number {
  const noise = weightNoise.low + (weightNoise.high - weightNoise.low) * random.uniform()
  return ((age.population * stratum.population) / (age.sample * stratum.sample)) * noise
}

/** A name as people at a supplier type it: case and surrounding spaces vary. */
function typed(name: string, random: Random): string {
  const habit = Math.floor(random.uniform() * 10)
  if (habit === 0) return name.toUpperCase()
  if (habit === 1) return name.toLowerCase()
  if (habit === 2) return `${name} `
  return habit === 3 ? `  ${name}` : name
}

/** The file of one wave as delivered, one line per rating, in pieces of one respondent each. */
export function* answerLines(
  seed: number,
  respondents: number,
  companies: readonly Company[],
  wave: Wave,
): Generator<string> {
  const random = randomStream(seed, `answers ${wave.id}`)
  const asked = items.filter((_, index) => wave.itemColumns[index] !== null)
  const line = (cells: readonly string[]) => `${cells.join(wave.delimiter)}\n`
  const openShares = companies.map((company) => (isActive(company, wave) ? company.share : 0))
  const open = openShares.filter((share) => share > 0).length

  yield line([...Object.values(wave.columns), ...wave.itemColumns.filter((column) => column !== null)])
  for (let number = 1; number <= respondents; number++) {
    const age = memberOf(ageGroups, random.choice(sampleShares))
    const stratum = memberOf(strata, allocation[(number - 1) % allocation.length] ?? 0)
    const person = [
      weightOf(age, stratum, random).toFixed(4).replace('.', wave.decimal),
      stratum.name,
      String(age.from + Math.floor(random.uniform() * (age.to - age.from + 1))),
      random.uniform() < 0.5 ? 'K' : 'M',
    ]
    const lenience = age.lenience + stratum.lenience + spread.lenience * random.bell()
    const shares = [...openShares]
    let ratings = Math.min(open, 1 + random.choice(ratingCounts))
    let text = ''
    while (ratings-- > 0) {
      const place = random.choice(shares)
      shares[place] = 0
      const company = memberOf(companies, place)
      const feeling = lenience + spread.impression * random.bell()
      const offline = random.uniform() < age.offline
      const answers = asked.map((item) => {
        const mean = company.means[wave.index]?.[items.indexOf(item)] ?? 0
        const given = answer(item, mean + item.shift + item.loading * feeling, age, random)
        return item.trait === 'digital' && offline ? '97' : given
      })
      const code =
        wave.naming === 'name'
          ? typed(company.formerName ?? company.name, random)
          : String(numberIn(wave, place, companies.length))
      text += line([String(number), code, ...person, ...answers])
    }
    yield text
  }
}
