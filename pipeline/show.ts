/** What may be shown: the publication rule, decided here and nowhere else (METHOD.md §10). */

import type { reasons } from './columns-shared.ts'
import type { Study } from './contract/study.ts'

type Reason = (typeof reasons)[number]

export interface Shown {
  /** false: no figure may leave the program */
  published: boolean
  /** null: shown in full and ranked */
  reason: Reason | null
}

/** Whether a member of a group is no secret: shown, or withheld only since its many answers do not vary. */
export const isNoSecret = ({ published, reason }: Shown): boolean => published || reason === 'no_variation'

/** The rule for a figure from which, with others, a withheld one would follow. */
export const wouldReveal: Shown = { published: false, reason: 'would_reveal_others' }

/** The rule for a figure on `n` answers; `variance` 0 means that they do not vary. */
export function shown(study: Study, n: number, variance: number): Shown {
  const { minimum_shown, minimum_n } = study.publication
  if (n < minimum_shown || n < 2) return { published: false, reason: 'too_few_ratings' }
  if (variance === 0) return { published: false, reason: 'no_variation' }
  return n < minimum_n
    ? { published: true, reason: 'unranked_few_ratings' }
    : { published: true, reason: null }
}

/** The rule for an industry or all together, which have no place: shown or not. */
export const shownTogether = ({ published, reason }: Shown): Shown => ({
  published,
  reason: published ? null : reason,
})

/** The rule for parts of a company’s ratings, such as a touchpoint or a segment; `variances`: of all figures of the row. */
export function shownPart(study: Study, n: number, variances: readonly number[]): Shown {
  if (n < study.publication.minimum_segment_n || n < 2) return { published: false, reason: 'too_few_ratings' }
  return variances.some((variance) => variance === 0)
    ? { published: false, reason: 'no_variation' }
    : { published: true, reason: null }
}

/**
 * Of the members of a group whose ratings are pooled, those that count: the shown ones (`published`), and the withheld ones where two or more of
 * them are enough together. So no withheld member follows from the group and the others. `bases`: each count of ratings that must
 * reach `least`.
 */
export function countedTogether<One extends { published: boolean; bases: readonly number[] }>(
  least: number,
  members: readonly One[],
): One[] {
  const hidden = members.filter(({ published, bases }) => !published && bases.some((n) => n > 0))
  const together = hidden[0]?.bases.map((_, at) =>
    hidden.reduce((sum, { bases }) => sum + (bases[at] ?? 0), 0),
  )
  const enough = hidden.length >= 2 && together?.every((n) => n >= least) === true
  return members.filter(({ published }) => published || enough)
}

/** The rule for counts that add up to a known sum: all of them or none. `counts`: respondents in each category. */
export const shownTogetherOf = (study: Study, counts: readonly number[]): Shown =>
  counts.every((n) => n >= study.publication.minimum_segment_n)
    ? { published: true, reason: null }
    : { published: false, reason: 'too_few_ratings' }

/** The rule for a score that others have published, which has no place; what its source does not say withholds nothing. */
export const shownAsPublished = (
  study: Study,
  n = Number.POSITIVE_INFINITY,
  se = Number.POSITIVE_INFINITY,
): Shown => shownTogether(shown(study, n, se))

/** Fewer people of a company than this could be read by name. */
const fewestPeople = 3

/** Answers on 0-100 nearer than this are one. */
const sameAnswer = 1e-9

/** The rule for what people of a company answered, on 0-100: nobody’s answer may be told, nor everybody’s (METHOD.md §19). */
export function shownPeople(answers: readonly number[]): Shown {
  if (answers.length < fewestPeople) return { published: false, reason: 'too_few_believers' }
  return Math.max(...answers) - Math.min(...answers) > sameAnswer
    ? { published: true, reason: null }
    : { published: false, reason: 'no_variation' }
}
