/** Companies, industries and the whole of one index in one wave, with what was measured of each. */
import type { Score } from '../../pipeline/tables.ts'
import { countedIn } from './counted.ts'
import { type Domain, domainOf, freedom, variance } from './domain.ts'
import type { PlainCompany, PlainIndex, PlainStudy, Rating } from './plain.ts'
import { points, publicCompanies, type Standing, standing } from './publication.ts'
import { type Wave, waveOf } from './wave.ts'

export interface Entity extends Standing {
  level: Score['level']
  id: string
  name: string
  industry: string | null
  wave: Wave
  domain: Domain
  n: number
  mean: number
  v: number
  df: number
}

/** One index in one wave. */
export interface Measured {
  index: string
  wave: Wave
  /** the wave has weights of its own */
  weighted: boolean
  items: string[]
  companies: Entity[]
  groups: Entity[]
}

/**
 * The score of a rating: weighted mean of its answered items on 0-100, null below min_items (METHOD.md §2).
 */
export function personMean(study: PlainStudy, index: PlainIndex, items: readonly string[], rating: Rating) {
  let answered = 0
  let weights = 0
  let total = 0
  for (const item of items) {
    const y = points(study, item, rating)
    if (y === null) continue
    const weight = index.weights?.[item] ?? 1
    answered += 1
    weights += weight
    total += weight * y
  }
  return answered >= (index.min_items ?? Math.ceil(items.length / 2)) && weights > 0 ? total / weights : null
}

/** Null where none of the index’s items was asked in the wave. */
export function measure(study: PlainStudy, index: PlainIndex, waveId: string): Measured | null {
  const asked = study.waves.find(({ id }) => id === waveId)
  const items = index.items.filter((item) => asked?.items.includes(item))
  if (items.length === 0) return null
  const wave = waveOf(study, waveId)
  const score = (rating: Rating) => personMean(study, index, items, rating)
  const registered = publicCompanies(study, waveId)
  const companies = registered.map(({ id, name, industry }) => {
    const domain = domainOf(wave, (rating) => (rating.company === id ? score(rating) : null))
    return entity(wave, { level: 'company', id, name, industry }, domain, standing(wave, domain, study))
  })
  const within = study.industries
    .filter(({ id }) => companies.some(({ industry }) => industry === id))
    .map(({ id, name }) => ({ level: 'industry' as const, id, name, industry: id }))
  const all = { level: 'all' as const, id: 'all', name: 'All', industry: null }
  const groups = [...within, all].map((name) => {
    const members = companies.filter(({ industry }) => name.industry === null || industry === name.industry)
    const pooled = (some: readonly Entity[]) =>
      domainOf(wave, (rating) => (some.some(({ id }) => id === rating.company) ? score(rating) : null))
    if (study.publication.aggregate === 'ratings') {
      const of = (ids: readonly string[]) => pooled(companies.filter(({ id }) => ids.includes(id)))
      const counted = countedIn(
        companies,
        (ids) => ({ n: of(ids).n, published: standing(wave, of(ids), study).published }),
        study.publication.minimum_shown,
      )
      const own = name.industry === null ? counted.all : counted.industry(name.id)
      if (own.length === 0) return entity(wave, name, pooled(members), nobody)
      return pooledRatings(study, wave, name, pooled(own))
    }
    const shown = members.filter(({ published }) => published)
    return averageOfCompanies(registered, wave, name, shown, pooled(shown.length > 0 ? shown : members))
  })
  return {
    index: index.id,
    wave,
    weighted: asked?.columns.includes('weight') === true,
    items,
    companies,
    groups,
  }
}

const nobody: Standing = { published: false, reason: 'no_company_shown' }

type Name = Pick<Entity, 'level' | 'id' | 'name' | 'industry'>

function entity(wave: Wave, name: Name, domain: Domain, { published, reason }: Standing): Entity {
  const { n, mean, members } = domain
  const df = freedom(wave, members)
  return { ...name, wave, domain, n, mean, v: variance(wave, domain), df, published, reason }
}

/** `aggregate: ratings`. Groups are not ranked, so only what is not shown has a reason. */
function pooledRatings(study: PlainStudy, wave: Wave, name: Name, pooled: Domain): Entity {
  const { published, reason } = standing(wave, pooled, study)
  return entity(wave, name, pooled, { published, reason: published ? null : reason })
}

/**
 * A group over the companies that it shows in both waves, for a change with `aggregate: companies`; the people who count
 * are those of the group as published. Null where no company is shown in both.
 */
export function overBoth(study: PlainStudy, one: Entity, now: Measured, other: Measured): Entity | null {
  const shown = (measured: Measured) => measured.companies.filter(({ published }) => published)
  const common = shown(now).filter(
    ({ id, industry }) =>
      (one.level === 'all' || industry === one.id) && shown(other).some((company) => company.id === id),
  )
  if (common.length === 0) return null
  const { id, level, name, industry, wave, domain, df } = one
  const registered = study.companies
  return { ...averageOfCompanies(registered, wave, { id, level, name, industry }, common, domain), df }
}

/**
 * `aggregate: companies`: the mean of the shown companies by share. Its influence is the same mean of
 * theirs, so its variance is m'Σm (METHOD.md §11).
 */
function averageOfCompanies(
  registered: readonly PlainCompany[],
  wave: Wave,
  name: Name,
  shown: readonly Entity[],
  pooled: Domain,
): Entity {
  if (shown.length === 0) return entity(wave, name, pooled, nobody)
  const shares = shown.map((one) => registered.find(({ id }) => id === one.id)?.share ?? 1)
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const average = (of: (one: Entity) => number) =>
    shown.reduce((sum, one, k) => sum + ((shares[k] ?? 0) / whole) * of(one), 0)
  const influence = pooled.influence.map((_, i) => average(({ domain }) => domain.influence[i] ?? 0))
  const domain = { ...pooled, mean: average(({ mean }) => mean), influence }
  return entity(wave, name, domain, { published: true, reason: null })
}
