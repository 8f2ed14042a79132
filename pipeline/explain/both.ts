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
  /** the waves before that it can be compared with, the latest first */
  chain: readonly ScoredWave[]
  /** the superior answer on 0-100 */
  superior: number | undefined
}

/** A company whose people were asked. */
export interface Both {
  id: string
  /** position in study.companies */
  company: number
  survey: CompanySurvey
  /** undefined where no customer rated it */
  estimate: CompanyEstimate | undefined
  rules: CompanyRules
}

const unrated: Shown = { published: false, reason: 'too_few_ratings' }

/** The companies whose people were asked, in the order of the register. */
export function bothOf(study: Study, { survey, scored }: Pick<Believed, 'survey' | 'scored'>): Both[] {
  const estimates = new Map(scored.companies.map((one) => [one.company, one]))
  return study.companies.flatMap(({ id }, company): Both[] => {
    const own = survey.companies.get(id)
    if (own === undefined) return []
    const estimate = estimates.get(company)
    const rules = rulesOf(own, estimate === undefined ? unrated : shownTogether(estimate))
    return [{ id, company, survey: own, estimate, rules }]
  })
}

/** Answers this near to the superior one reach it. */
const rounding = 1e-9

/** Per cent of the answers that reach the superior one; null where there is none. */
export function superiorShare(answers: readonly number[], superior: number | undefined): number | null {
  if (superior === undefined || answers.length === 0) return null
  return (100 * answers.filter((answer) => answer >= superior - rounding).length) / answers.length
}

type Named<Name extends string> = Record<Name | `${Name}_low` | `${Name}_high`, number | null>

/** A figure and its limits as columns. */
export function withLimits<Name extends string>(
  name: Name,
  value: number | undefined,
  range: { low: number | null; high: number | null } | undefined,
): Named<Name> {
  const [low, high] = [range?.low ?? null, range?.high ?? null]
  return { [name]: value ?? null, [`${name}_low`]: low, [`${name}_high`]: high } as Named<Name>
}
