/** Companies of an industry beside each other (METHOD.md §8), and places among them. */
import { type Domain, freedom } from './domain.ts'
import { average, type Estimate, estimate } from './estimate.ts'
import type { PlainCompany, PlainStudy } from './plain.ts'
import type { Wave } from './wave.ts'

/**
 * The rest of a company’s industry: with `aggregate: ratings` all ratings of the others, else the mean of those others that
 * `counts`, by their shares. `over`: the ratings of some companies as one domain. Null without any.
 */
export function restOf(
  study: PlainStudy,
  companies: readonly PlainCompany[],
  one: PlainCompany,
  counts: (id: string) => boolean,
  over: (ids: readonly string[]) => Domain,
): Estimate | null {
  const others = companies.filter(({ id, industry }) => industry === one.industry && id !== one.id)
  if (study.publication.aggregate === 'ratings') {
    const pooled = over(others.map(({ id }) => id))
    return pooled.n > 0 ? estimate(pooled) : null
  }
  const shown = others.filter(({ id }) => counts(id))
  if (shown.length === 0) return null
  return average(shown.map(({ id, share }) => [share ?? 1, estimate(over([id]))]))
}

/**
 * Degrees of freedom of a company beside that rest (METHOD.md §17): its own, units minus strata, or those of the largest of the
 * others where these are fewer.
 */
export function freedomBeside(
  study: PlainStudy,
  wave: Wave,
  companies: readonly PlainCompany[],
  one: PlainCompany,
  counts: (id: string) => boolean,
  over: (ids: readonly string[]) => Domain,
): number {
  const others = companies.filter(({ id, industry }) => industry === one.industry && id !== one.id)
  const inRest = others.filter(({ id }) =>
    study.publication.aggregate === 'ratings' ? over([id]).n > 0 : counts(id),
  )
  const own = ({ id }: PlainCompany) => freedom(wave, over([id]).members)
  const largest = inRest.reduce((most, other) => Math.max(most, own(other)), 0)
  return Math.min(own(one), largest)
}

/** Scores closer than this are one score. */
const tied = 1e-9

/** 1 + the number of scores that are higher. */
export const placesOf = (scores: readonly number[]): number[] =>
  scores.map((score) => 1 + scores.filter((other) => other - score > tied).length)

/** −1, 0 or 1. */
export const orderOf = (a: number, b: number): number => (Math.abs(a - b) <= tied ? 0 : Math.sign(a - b))
