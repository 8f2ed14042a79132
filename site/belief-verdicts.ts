/** What may be said about beliefs: which rows are shown, what they look like, and which roles differ. */
import type { BeliefRow, BeliefTogetherRow } from '../pipeline/tables.ts'
import { isClear } from './gap-verdicts.ts'
import { type Known, known } from './rows.ts'
import type { BeliefFound } from './words/beliefs-en.ts'

/** Answers of fewer people than this are never shown, METHOD.md §19. */
export const fewestPeople = 3

type Figures = 'believed' | 'actual' | 'gap'
export type ShownBelief = Known<BeliefRow, Figures>
export type ShownTogether = Known<BeliefTogetherRow, Figures>
export const isBeliefShown = known<BeliefRow, Figures>('believed', 'actual', 'gap')
export const isTogetherShown = known<BeliefTogetherRow, Figures>('believed', 'actual', 'gap')

export const everyone = 'all'

/** Diagnoses in the order they are told in. */
export const beliefFound: readonly BeliefFound[] = [
  'does_not_know',
  'does_not_want',
  'does_not_act',
  'not_enough_waves',
  'unclear',
  'in_touch',
]

/** The diagnosis of a row that is shown. */
export const foundOf = ({ diagnosis }: ShownBelief): BeliefFound | undefined =>
  beliefFound.find((found) => found === diagnosis)

/** Whether the score of a row lies clearly below that of the rest of the industry. */
export const isBehind = (
  { actual_vs_rest, actual_vs_rest_p_adjusted }: ShownBelief,
  confidence: number,
): boolean => (actual_vs_rest ?? 0) < 0 && isClear(actual_vs_rest_p_adjusted, confidence)

/** Whether a role clearly believes more or less than the other roles of the same companies; nothing where not compared. */
export function roleVerdict(
  { role_difference, p_adjusted }: ShownTogether,
  confidence: number,
): 'more' | 'less' | 'same' | undefined {
  if (role_difference === null || p_adjusted === null) return undefined
  if (!isClear(p_adjusted, confidence)) return 'same'
  return role_difference > 0 ? 'more' : 'less'
}
