/** What stands between a company's beliefs and its customers: the decision, from tests alone (METHOD.md §19). */
import type { beliefDiagnoses } from '../tables-explain.ts'

/** What a test says of a difference from 0. */
export const sides = ['below', 'unclear', 'above'] as const
type Side = (typeof sides)[number]

/** What is known of a company and an index. */
export interface Evidence {
  published: boolean
  /** belief minus score */
  gap: Side
  /** its interval lies below what may be overlooked */
  closeToScore: boolean
  /** score minus that of the rest of the industry */
  score: Side
  /** belief minus the score of that rest */
  belief: Side
  /** priority minus the middle of the scale */
  priority: Side
  /** comparable waves with a shown score, this one included */
  waves: number
  /** score minus that of the earliest of them */
  improvement: Side
  /** the improvement minus the distance that is still missing to the rest */
  beyondMissing: Side
}

/** A gap of so many points may be overlooked. */
export const margin = 10

/** Waves without which nobody is told not to act, of the last so many. */
export const fewestWaves = 3
export const lastWaves = 5

/** The first that holds. Nothing follows from a test that found nothing. */
export function diagnose(given: Evidence): (typeof beliefDiagnoses)[number] {
  if (!given.published) return 'too_few_answers'
  if (given.gap === 'above') return 'does_not_know'
  if (given.score !== 'below') return given.closeToScore ? 'in_touch' : 'unclear'
  if (given.belief !== 'below') return 'unclear'
  if (given.priority === 'below') return 'does_not_want'
  if (given.priority !== 'above') return 'unclear'
  if (given.waves < fewestWaves) return 'not_enough_waves'
  if (given.improvement === 'above') return 'in_touch'
  return given.beyondMissing === 'below' ? 'does_not_act' : 'unclear'
}
