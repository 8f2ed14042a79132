/** score: one or more measures of the ratings of a wave by company, with their joint covariance (METHOD.md §4, §16-18). */
import type { Parts } from './aggregate.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import type { Measure } from './measures.ts'
import type { OpenWave } from './read/wave.ts'
import { covariance, type DomainSums, domainMean } from './stats/design.ts'
import { bases, measureSums, type Sampling } from './sums.ts'

/** A wave that has been read: how its columns are called, how it was sampled, and its public companies with a rating. */
export interface ReadWave {
  open: OpenWave
  design: Sampling
  rated: readonly number[]
}

/** Companies by measures: company `k` of `rated` in measure `side` is part `k · count + side`. */
export interface Sides {
  parts: Parts
  /** public companies with a rating, by position in study.companies */
  rated: readonly number[]
  /** how many measures */
  count: number
}

const nobody: DomainSums = { moments: [], pairs: [], margins: undefined }

/**
 * Scores the ratings of the wave that is loaded by each of the measures, which rest on the same ratings or on different ones.
 * `from`: SQL of a relation with the columns of `ratings`, where it is another one.
 */
export async function sidesOf(
  db: Database,
  study: Study,
  measures: readonly Measure[],
  rated: readonly number[],
  design: Sampling,
  aggregate: Study['publication']['aggregate'],
  from = 'ratings',
): Promise<Sides> {
  const count = measures.length
  const { domains: found, shared } = await measureSums(db, study, design, measures, { from })
  const place = new Map(rated.map((company, k) => [company, k]))
  const part = (domain: number) => (place.get(Math.floor(domain / count)) ?? -1) * count + (domain % count)
  const sums = rated.flatMap((company) =>
    measures.map((_, side) => found.get(company * count + side) ?? nobody),
  )
  const domains = sums.map((one) => domainMean(one, design))
  const pairs = shared.map((pair) => ({ ...pair, a: part(pair.a), b: part(pair.b) }))
  const shares = rated.flatMap((company) => measures.map(() => study.companies[company]?.share ?? 1))
  const matrix = covariance(domains, pairs, design)
  const known = { sums, domains, matrix, shares, design, aggregate }
  return { parts: { ...known, pairs: grouped(pairs, ({ a }) => a) }, rated, count }
}

/**
 * Degrees of freedom of groups of domains, by their numbers in `scored`: sampling units with a score in any of them minus the
 * strata that they touch. Of the measures scored last.
 */
export async function freedomOf(db: Database, groups: readonly (readonly number[])[]): Promise<number[]> {
  const touched = grouped(await bases(db, groups), (row) => row.number)
  return groups.map((_, group) => (touched.get(group) ?? []).reduce((sum, { units }) => sum + units - 1, 0))
}

/** The numbers in `scored` of parts. */
export const domainsOf = ({ rated, count }: Sides, parts: readonly number[]): number[] =>
  parts.map((part) => (rated[Math.floor(part / count)] ?? -1) * count + (part % count))
