/** Beliefs: from the companies' own survey and the scores of a wave to their two tables (METHOD.md §19). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { indexMeasure } from '../measures.ts'
import type { Scored } from '../score.ts'
import type { ReadWave } from '../sides.ts'
import type { Tables } from '../tables.ts'
import { beliefRows } from './beliefs.ts'
import { beliefTogetherRows } from './beliefs-together.ts'
import { type Believed, bothOf } from './both.ts'
import { chainOf, type ScoredWave } from './course.ts'
import { customersOf } from './superior.ts'
import { surveyOf } from './survey.ts'
import { setsOf } from './together.ts'

/** The tables of a wave; empty where nobody was asked. `earlier`: the waves before, oldest first. */
export async function believe(
  db: Database,
  study: Study,
  read: ReadWave,
  scored: ReadonlyMap<string, Scored>,
  earlier: readonly ScoredWave[],
): Promise<Pick<Tables, 'beliefs' | 'beliefs_together'>> {
  const { beliefs } = study.contract
  if (beliefs === undefined) return { beliefs: [], beliefs_together: [] }
  const { wave } = read.open
  const { min, max } = beliefs.scale
  const superior = beliefs.superior === undefined ? undefined : (100 * (beliefs.superior - min)) / (max - min)
  const companies: Parameters<typeof beliefRows>[2][number][] = []
  const together: Tables['beliefs_together'] = []
  for (const index of study.indices) {
    const own = scored.get(index.id)
    const measure = indexMeasure(index, read.open)
    const survey = surveyOf(study, wave.id, index.id)
    if (own === undefined || measure === undefined || survey.companies.size === 0) continue
    const given: Believed = {
      ...{ index: index.id, survey, scored: own, companies: bothOf(study, survey, own), superior },
      chain: chainOf(study, index.id, wave, earlier),
    }
    const sets = setsOf(given)
    const positions = sets.map(({ members }) => members.map(({ both }) => both.k))
    const customers = await customersOf(db, study, read, { measure, points: superior }, positions)
    companies.push({ ...given, customers })
    together.push(...beliefTogetherRows(study, wave.id, given, sets, customers.sets))
  }
  return { beliefs: beliefRows(study, wave.id, companies), beliefs_together: together }
}
