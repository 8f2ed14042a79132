/** What one explained survey says, beside what is true. */
import type { Tables } from '../../../pipeline/tables.ts'
import type { Tally } from '../tally.ts'
import type { ExplainedField } from './field.ts'
import { judgeGaps, judgeJourney } from './judge-gaps.ts'
import { judgeCombined, judgeExperiments, judgeNeeds } from './judge-rankings.ts'

export function judgeExplained(tables: Tables, { population, truth }: ExplainedField): Tally {
  const tally: Tally = {}
  judgeGaps(tally, tables, truth, population)
  judgeJourney(tally, tables, truth, population)
  judgeCombined(tally, tables, truth, population)
  judgeExperiments(tally, tables, truth, population)
  judgeNeeds(tally, tables, truth)
  return tally
}
