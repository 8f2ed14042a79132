/** explain: from what is clear to a diagnosis, and nothing from what is not (METHOD.md §17). */
import type { GapRow } from '../tables.ts'

/** What is known of a company at a touchpoint, beside the rest of its industry. */
export interface GapFindings {
  /** false: the figures are withheld */
  shown: boolean
  /** its gap is clearly worse */
  worse: boolean
  /** expected plus experienced: clearly higher 1, clearly lower −1, otherwise 0 */
  level: number
  /** it delivers what its own people intend, or more */
  asIntended: boolean
}

/** The diagnosis of a company at a touchpoint. */
export function gapDiagnosis({ shown, worse, level, asIntended }: GapFindings): GapRow['diagnosis'] {
  if (!shown) return 'too_few_answers'
  if (!worse) return 'none'
  if (level > 0) return 'promise_too_high'
  return level < 0 && !asIntended ? 'delivery_too_low' : 'both_or_unclear'
}
