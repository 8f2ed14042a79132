import { type Industry, industriesOf, industryNames, root, slug } from './names.ts'
import { items, type Trait, traits } from './population.ts'
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
  /** chance of being rated, relative to other companies */
  share: number
  /** latent points: by wave, by item */
  means: readonly (readonly number[])[]
}

/** Companies that something happens to, by place in the register. */
export const roles = { successor: 0, renamed: 1, merged: 3, up: 6, fresh: 8, down: 9, leader: 10 } as const

/** Latent points that make about 7 on the scale of the index. */
const planted = 7.35

const newNameRoot = 210

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

/** In the supplier's file of `wave`, the number of the company at `place`: each file counts from another company. */
export const numberIn = (wave: Wave, place: number, companies: number): number =>
  101 + ((place + 13 * wave.index) % companies)

export const isActive = ({ validFrom, validTo }: Company, wave: Wave): boolean =>
  (validFrom ?? wave.id) <= wave.id && wave.id <= (validTo ?? wave.id)

function shareOf(place: number, random: Random): number {
  const ordinary = 0.75 + 0.6 * random.uniform()
  if (place === roles.up || place === roles.down) return 1.9
  if (place === roles.leader) return 1.2
  if (place % 30 === 17) return 0.16
  return place % 13 === 5 ? 0.48 : ordinary
}

function startOf(
  place: number,
  industry: Readonly<Record<Trait, number>>,
  random: Random,
): Record<Trait, number> {
  const drawn = clamp(industry.satisfaction + 3.2 * random.bell(), 60, 79)
  const known: Readonly<Record<number, number>> = { [roles.leader]: 89, [roles.up]: 69, [roles.down]: 73 }
  const satisfaction = known[place] ?? drawn
  return {
    satisfaction,
    loyalty: 0.8 * satisfaction + industry.loyalty + 2.5 * random.bell(),
    advocacy: 0.9 * satisfaction + industry.advocacy + 2 * random.bell(),
    digital: 0.35 * satisfaction + industry.digital + 6 * random.bell(),
  }
}

/** Trait means of a company by wave: a slow walk; for the planted ones, none but the change in the last wave. */
function walk(
  place: number,
  start: Record<Trait, number>,
  waves: readonly Wave[],
  random: Random,
): Record<Trait, number>[] {
  const jump = place === roles.up ? planted : place === roles.down ? -planted : 0
  const pace = jump !== 0 ? 0 : place === roles.leader ? 0.3 : 0.7
  const now = { ...start }
  return waves.map(({ index }) => {
    for (const trait of traits) if (index > 0) now[trait] += pace * random.bell()
    if (place !== roles.leader) now.satisfaction = clamp(now.satisfaction, 58, 80)
    if (index === 0 || index < waves.length - 1) return { ...now }
    const { satisfaction, loyalty, advocacy, digital } = now
    return {
      satisfaction: satisfaction + jump,
      loyalty: loyalty + 0.8 * jump,
      advocacy: advocacy + 0.9 * jump,
      digital,
    }
  })
}

function industryMeans(random: Random): Record<Trait, number> {
  return {
    satisfaction: 72 + 3 * random.bell(),
    loyalty: 15 + 3 * random.bell(),
    advocacy: 9 + 1.5 * random.bell(),
    digital: 27 + 4 * random.bell(),
  }
}

/** The invented companies with their true means. */
export function companiesOf(seed: number, count: number, waves: readonly Wave[]): Company[] {
  const last = waves.at(-1)
  const before = waves.at(-2)
  const means = new Map(
    industryNames.map(({ id }) => [id, industryMeans(randomStream(seed, `industry ${id}`))]),
  )
  return industriesOf(count).map((industry, place) => {
    const random = randomStream(seed, `company ${place}`)
    const name = (index: number) =>
      `${root(index)} ${industry.endings[place % industry.endings.length] ?? ''}`.trim()
    const share = shareOf(place, random)
    const leanings = items.map(() => 1.2 * random.bell())
    const start = startOf(place, means.get(industry.id) ?? industryMeans(random), random)
    const company: Company = {
      id: slug(root(place)),
      name: name(place),
      industry,
      share,
      means: walk(place, start, waves, random).map((level) =>
        items.map(({ trait }, item) => level[trait] + (leanings[item] ?? 0)),
      ),
    }
    if (last === undefined || before === undefined) return company
    if (place === roles.renamed) return { ...company, name: name(newNameRoot), formerName: company.name }
    if (place === roles.merged)
      return { ...company, validTo: before.id, successor: slug(root(roles.successor)) }
    return place === roles.fresh ? { ...company, validFrom: last.id } : company
  })
}
