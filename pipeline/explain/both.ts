/** The two surveys of an index side by side: what the people of companies believe, and what customers answer (METHOD.md §19). */
import type { Study } from '../contract/study.ts'
import type { CompanyEstimate, Scored } from '../score.ts'
import { type Shown, shownTogether } from '../show.ts'
import type { ScoredWave } from './course.ts'
import { type CompanyRules, rulesOf } from './disclosure.ts'
import type { CompanySurvey, Survey } from './survey.ts'

/** One index of a wave, in both surveys. */
export interface Believed {
  index: string
  survey: Survey
  scored: Scored
  companies: readonly Both[]
  /** the waves before that it can be compared with, the latest first */
  chain: readonly ScoredWave[]
  /** the superior answer on 0-100 */
  superior: number | undefined
}

/** A company whose people were asked. */
export interface Both {
  id: string
  survey: CompanySurvey
  /** undefined where no customer rated it */
  estimate: CompanyEstimate | undefined
  /** position among those rated, −1 where no customer did */
  k: number
  rules: CompanyRules
}

const unrated: Shown = { published: false, reason: 'too_few_ratings' }

/** The companies whose people were asked, in the order of the register. */
export function bothOf(study: Study, survey: Survey, scored: Scored): Both[] {
  const positions = new Map(scored.companies.map(({ company }, k) => [company, k]))
  return study.companies.flatMap(({ id }, company): Both[] => {
    const own = survey.companies.get(id)
    if (own === undefined) return []
    const k = positions.get(company) ?? -1
    const estimate = scored.companies[k]
    const rules = rulesOf(own, estimate === undefined ? unrated : shownTogether(estimate))
    return [{ id, survey: own, estimate, k, rules }]
  })
}
