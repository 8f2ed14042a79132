/** What one explained survey says, beside what is true. */
import type { Tables } from '../../../pipeline/tables.ts'
import { add, addShare, type Tally } from '../tally.ts'
import type { ExplainedField } from './field.ts'
import { judgeBeliefs } from './judge-beliefs.ts'
import { judgeGaps } from './judge-gaps.ts'
import { judgeJourney } from './judge-journey.ts'
import { judgeCombined, judgeExperiments, judgeNeeds } from './judge-rankings.ts'
import { isNull } from './kinds.ts'
import { shareFalse } from './rest.ts'

export function judgeExplained(tables: Tables, { population, truth }: ExplainedField): Tally {
  const tally: Tally = {}
  const gaps = judgeGaps(tally, tables, truth, population)
  const beliefs = judgeBeliefs(tally, tables, truth, population)
  if (isNull(population.kind))
    add(tally, 'without any effect: diagnoses', gaps.false > 0 || beliefs.false > 0)
  else addShare(tally, 'false diagnoses', shareFalse(gaps, beliefs))
  judgeJourney(tally, tables, truth, population)
  judgeCombined(tally, tables, truth, population)
  judgeExperiments(tally, tables, truth, population)
  judgeNeeds(tally, tables, truth)
  return tally
}
