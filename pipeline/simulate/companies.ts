import { type Conviction, convictionOf } from './conviction.ts'
import { items } from './items.ts'
import { industryLevels, type Levels, levelsOf } from './levels.ts'
import { type Industry, industriesOf, industryNames, root, slug } from './names.ts'
import { events, type Planted, plantedAt } from './planted.ts'
import { personas } from './population.ts'
import { type Random, randomStream } from './random.ts'
import type { Wave } from './waves.ts'

export interface Company {
  id: string
  name: string
  /** the name until the last wave, where it changed */
  formerName?: string
  industry: Industry
  validFrom?: string
  validTo?: string
  successor?: string
  planted?: Planted
  /** chance of being rated, relative to other companies */
  share: number
  /** latent points: by wave, by trait */
  levels: readonly Levels[]
  /** latent points: by wave, by item */
  means: readonly (readonly number[])[]
  /** latent points that each kind of customer feels more or less than the average customer */
  personas: readonly number[]
  conviction: Conviction
}

const newNameRoot = 210

/** In the supplier's file of `wave`, the number of the company at `place`: each file counts from another company. */
export const numberIn = (wave: Wave, place: number, companies: number): number =>
  101 + ((place + 13 * wave.index) % companies)

export const isActive = ({ validFrom, validTo }: Company, wave: Wave): boolean =>
  (validFrom ?? wave.id) <= wave.id && wave.id <= (validTo ?? wave.id)

function shareOf(place: number, random: Random): number {
  const ordinary = 0.88 + 0.5 * random.uniform()
  if (place % 30 === 17) return 0.16
  return place % 13 === 5 ? 0.48 : ordinary
}

function personasOf(effect: Planted['persona'], random: Random): number[] {
  return personas.map((_, kind) => {
    const drawn = 1.2 * random.bell()
    if (effect === undefined) return drawn
    return kind === effect.kind ? effect.points : 0
  })
}

/** The invented companies with their true means. */
export function companiesOf(seed: number, count: number, waves: readonly Wave[]): Company[] {
  const last = waves.at(-1)
  const before = waves.at(-2)
  const levelsByIndustry = new Map<string, Levels>(
    industryNames.map(({ id }) => [id, industryLevels(randomStream(seed, `industry ${id}`))]),
  )
  return industriesOf(count).map((industry, place) => {
    const random = randomStream(seed, `company ${place}`)
    const name = (index: number) =>
      `${root(index)} ${industry.endings[place % industry.endings.length] ?? ''}`.trim()
    const found = plantedAt(place)
    const drawn = shareOf(place, random)
    const leanings = items.map(({ touchpoint }) => (touchpoint === undefined ? 1.2 : 0) * random.bell())
    const levels = levelsOf(levelsByIndustry.get(industry.id) ?? {}, found, waves, random)
    const company: Company = {
      id: slug(root(place)),
      name: name(place),
      industry,
      ...(found === undefined ? {} : { planted: found }),
      share: found?.share ?? drawn,
      levels,
      means: levels.map((level) =>
        items.map(({ trait }, item) => (level[trait] ?? 0) + (leanings[item] ?? 0)),
      ),
      personas: personasOf(found?.persona, random),
      conviction: convictionOf(found, levels[0]?.satisfaction ?? 0, random),
    }
    if (last === undefined || before === undefined) return company
    if (place === events.renamed) return { ...company, name: name(newNameRoot), formerName: company.name }
    if (place === events.merged)
      return { ...company, validTo: before.id, successor: slug(root(events.successor)) }
    return place === events.fresh ? { ...company, validFrom: last.id } : company
  })
}
