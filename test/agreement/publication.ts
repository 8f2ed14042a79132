/** What is shown (METHOD.md §10), as the reference understands it. */
import type { reasons } from '../../pipeline/columns-shared.ts'
import { type Domain, variance } from './domain.ts'
import type { PlainCompany, PlainStudy, Rating } from './plain.ts'
import type { Wave } from './wave.ts'

export interface Standing {
  published: boolean
  reason: (typeof reasons)[number] | null
}

export function standing(wave: Wave, domain: Domain, { publication }: PlainStudy): Standing {
  // One answer has no standard error: it is too few, whatever the contract says.
  if (domain.n < Math.max(2, publication.minimum_shown))
    return { published: false, reason: 'too_few_ratings' }
  if (variance(wave, domain) === 0) return { published: false, reason: 'no_variation' }
  if (domain.n < publication.minimum_n) return { published: true, reason: 'unranked_few_ratings' }
  return { published: true, reason: null }
}

/** Public companies with at least one rating in the wave, in the order of their ids. */
export function publicCompanies(study: PlainStudy, wave: string): PlainCompany[] {
  const rated = new Set(
    study.respondents
      .filter((person) => person.wave === wave)
      .flatMap(({ ratings }) => ratings.map((r) => r.company)),
  )
  return study.companies
    .filter(({ id, publish }) => publish && rated.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** An answer on 0-100 with high = good; null for every kind of missing. */
export function points(study: PlainStudy, item: string, rating: Rating): number | null {
  const answer = rating.answers[item]
  const scale = study.items.find(({ id }) => id === item)
  if (typeof answer !== 'number' || !scale) return null
  const y = (100 * (answer - scale.min)) / (scale.max - scale.min)
  return scale.reverse ? 100 - y : y
}

/** What is shown of a part of a company’s ratings: a touchpoint, a half, a group. `figures`: what must vary. */
export function shownPart(wave: Wave, figures: readonly Domain[], least: number): Standing {
  if (figures.some(({ n }) => n < Math.max(2, least))) return { published: false, reason: 'too_few_ratings' }
  if (figures.some((domain) => variance(wave, domain) === 0))
    return { published: false, reason: 'no_variation' }
  return { published: true, reason: null }
}

export const segmentBase = ({ publication }: PlainStudy): number => publication.minimum_segment_n ?? 30
