/** Companies of an industry beside each other (METHOD.md §8), and places among them. */
import { countedTogether } from './counted.ts'
import { type Domain, freedom } from './domain.ts'
import { average, type Estimate, estimate } from './estimate.ts'
import type { PlainCompany, PlainStudy } from './plain.ts'
import { segmentBase } from './publication.ts'
import type { Wave } from './wave.ts'

/** The others of its industry that make the industry’s figure (METHOD.md §22). */
function othersThatCount(
  study: PlainStudy,
  companies: readonly PlainCompany[],
  one: PlainCompany,
  counts: (id: string) => boolean,
  over: (ids: readonly string[]) => Domain,
): PlainCompany[] {
  const inside = companies
    .filter(({ industry }) => industry === one.industry)
    .map((company) => ({ company, id: company.id, published: counts(company.id), n: over([company.id]).n }))
  const counted =
    study.publication.aggregate === 'ratings'
      ? countedTogether(inside, segmentBase(study))
      : inside.filter(({ published }) => published)
  return counted.flatMap(({ company }) => (company.id === one.id ? [] : [company]))
}

/**
 * The rest of a company’s industry: with `aggregate: ratings` the ratings of the others that count, else the mean of those others that
 * `counts`, by their shares. `over`: the ratings of some companies as one domain. Null without any.
 */
export function restOf(
  study: PlainStudy,
  companies: readonly PlainCompany[],
  one: PlainCompany,
  counts: (id: string) => boolean,
  over: (ids: readonly string[]) => Domain,
): Estimate | null {
  const shown = othersThatCount(study, companies, one, counts, over)
  if (study.publication.aggregate === 'ratings') {
    const pooled = over(shown.map(({ id }) => id))
    return pooled.n > 0 ? estimate(pooled) : null
  }
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
  const inRest = othersThatCount(study, companies, one, counts, over).filter(({ id }) => over([id]).n > 0)
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
