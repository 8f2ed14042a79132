/** Where something is planted: where about a hundred customers answer. */
import { type Random, randomStream } from '../../../pipeline/simulate/random.ts'
import { companyCount, industryOf } from '../companies.ts'
import { type CompanyPlant, effectIn, type Kind, type TouchpointPlant } from './kinds.ts'
import { touchpoints } from './questions.ts'

export interface Planted {
  /** by `company touchpoint` */
  atTouchpoints: ReadonlyMap<string, TouchpointPlant>
  /** by company */
  inCompanies: ReadonlyMap<number, CompanyPlant>
}

/** Users that surveys are expected to find, by touchpoint, then company; and ratings by company. */
export interface Bases {
  met: readonly (readonly number[])[]
  ratings: readonly number[]
}

/** How far from a hundred, as a ratio; the same for all that are near. */
const fromHundred = (n = 0) => Math.max(0.16, Math.abs(Math.log(n / 100)))

const list = <Name extends string>(counts: Partial<Record<Name, number>>): Name[] =>
  Object.entries(counts).flatMap(([name, count]) => new Array<Name>(Number(count)).fill(name as Name))

const shuffled = <One>(random: Random, all: readonly One[]): One[] =>
  all
    .map((one) => ({ one, order: random.uniform() }))
    .sort((a, b) => a.order - b.order)
    .map(({ one }) => one)

const companies = Array.from({ length: companyCount }, (_, company) => company)

/**
 * Where to plant: one per touchpoint and industry and one per company; satisfaction in one company of an industry. What is to be
 * found stands where about a hundred answer, as far as there are such places.
 */
export function plant(seed: number, name: string, traits: Kind, bases: Bases): Planted {
  const random = randomStream(seed, `plants ${name}`)
  const found = {
    atTouchpoints: new Map<string, TouchpointPlant>(),
    inCompanies: new Map<number, CompanyPlant>(),
  }
  const users = ({ company, t }: { company: number; t: number }) => fromHundred(bases.met[t]?.[company])
  const all = touchpoints.flatMap((_, t) => companies.map((company) => ({ company, t })))
  const cells = shuffled(random, all).sort((a, b) => users(a) - users(b))
  const taken = new Set<string>()
  for (const plant of list(traits.atTouchpoints)) {
    const keys = ({ company, t }: { company: number; t: number }) => [
      `company ${company}`,
      `touchpoint ${t} of industry ${industryOf(company)}`,
    ]
    const cell = cells.find((one) => !keys(one).some((key) => taken.has(key)))
    if (cell === undefined) throw new Error(`no touchpoint is left for ${plant}`)
    for (const key of keys(cell)) taken.add(key)
    found.atTouchpoints.set(`${cell.company} ${cell.t}`, plant)
  }
  const moved = new Set<number>()
  const anywhere = shuffled(random, companies)
  const customers = (company: number) => fromHundred(bases.ratings[company])
  const bySize = [...anywhere].sort((a, b) => customers(a) - customers(b))
  for (const plant of list(traits.inCompanies)) {
    const { satisfaction, ordinary } = effectIn(plant)
    const company = (ordinary ? anywhere : bySize).find(
      (one) => !found.inCompanies.has(one) && !(satisfaction && moved.has(industryOf(one))),
    )
    if (company === undefined) throw new Error(`no company is left for ${plant}`)
    found.inCompanies.set(company, plant)
    if (satisfaction !== undefined) moved.add(industryOf(company))
  }
  return found
}
