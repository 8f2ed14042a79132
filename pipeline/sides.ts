/** score: one or more measures of the ratings of a wave by company, with their joint covariance (METHOD.md §4, §16-18). */
import type { Parts } from './aggregate.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import type { Measure } from './measures.ts'
import type { OpenWave } from './read/wave.ts'
import { covariance, type DomainSums, domainMean } from './stats/design.ts'
import { bases, byCompany, measureSums, type Sampling, sharedSums } from './sums.ts'

/** How the ratings of a wave were sampled, and the public companies that have some, by position in study.companies. */
export interface Sampled {
  design: Sampling
  rated: readonly number[]
}

/** A wave that has been read: the same, and how its columns are called. */
export interface ReadWave extends Sampled {
  open: OpenWave
}

/** Companies by measures: company `k` of `rated` in measure `side` is part `k · count + side`. */
export interface Sides {
  parts: Parts
  rated: readonly number[]
  /** how many measures */
  count: number
}

export const nobody: DomainSums = { moments: [], pairs: [], margins: undefined }

/** Scores the ratings of the wave that is loaded by each of the measures, which rest on the same ratings or on different ones. `from`: see `measureSums`. */
export async function sidesOf(
  db: Database,
  study: Study,
  { design, rated }: Sampled,
  measures: readonly Measure[],
  { aggregate = study.publication.aggregate, from = 'ratings' } = {},
): Promise<Sides> {
  const count = measures.length
  const found = await measureSums(db, study, design, byCompany(measures), true, from)
  const place = new Map(rated.map((company, k) => [company, k]))
  const part = (domain: number) => (place.get(Math.floor(domain / count)) ?? -1) * count + (domain % count)
  const sums = rated.flatMap((company) =>
    measures.map((_, side) => found.get(company * count + side) ?? nobody),
  )
  const domains = sums.map((one) => domainMean(one, design))
  const pairs = (await sharedSums(db)).map((pair) => ({ ...pair, a: part(pair.a), b: part(pair.b) }))
  const shares = rated.flatMap((company) => measures.map(() => study.companies[company]?.share ?? 1))
  const matrix = covariance(domains, pairs, design)
  const known = { sums, domains, matrix, shares, design, aggregate }
  return { parts: { ...known, pairs: grouped(pairs, ({ a }) => a) }, rated, count }
}

/** The parts of some companies in each measure. */
export const partsOf = ({ count }: Pick<Sides, 'count'>, ks: readonly number[]): number[][] =>
  Array.from({ length: count }, (_, side) => ks.map((k) => k * count + side))

/**
 * Degrees of freedom of groups of parts: sampling units with a score in any of them minus the strata that they touch. Of the
 * sides that were scored last.
 */
export async function freedomOf(
  db: Database,
  { rated, count }: Sides,
  groups: readonly (readonly number[])[],
): Promise<number[]> {
  const domain = (part: number) => (rated[Math.floor(part / count)] ?? -1) * count + (part % count)
  const found = await bases(
    db,
    groups.map((parts) => parts.map(domain)),
  )
  const touched = grouped(found, (row) => row.number)
  return groups.map((_, group) => (touched.get(group) ?? []).reduce((sum, { units }) => sum + units - 1, 0))
}
