/** What the companies' own survey may show: nobody's answer, neither directly nor by what is shown beside it (METHOD.md §19). */
import { type Shown, shownPeople } from '../show.ts'
import type { Answers, ByRole, CompanySurvey } from './survey.ts'

const withheld: Shown = { published: false, reason: 'too_few_believers' }

/**
 * The rule for each role of a company that is shown as a whole: what its own answers allow. Where those of the roles that are
 * not shown follow from the others, they must allow it too; else the smallest shown role is withheld as well.
 */
export function shownRoles(
  roles: ReadonlyMap<string, readonly number[]>,
  candidate: (role: string) => boolean = () => true,
): Map<string, Shown> {
  const rules = new Map(
    [...roles].map(([role, answers]) => [role, candidate(role) ? shownPeople(answers) : withheld]),
  )
  const size = (role: string) => roles.get(role)?.length ?? 0
  const shown = () => [...roles.keys()].filter((role) => rules.get(role)?.published)
  for (let open = shown(); open.length > 0; open = shown()) {
    const rest = [...roles].flatMap(([role, answers]) => (open.includes(role) ? [] : answers))
    if (rest.length === 0 || shownPeople(rest).published) break
    rules.set(
      open.reduce((a, b) => (size(b) < size(a) ? b : a)),
      withheld,
    )
  }
  return rules
}

/** What may be shown of a company: by role, and of all its people. */
export interface CompanyRules extends ByRole<Shown> {
  /** whether the priority is shown too */
  priority: (role: string | undefined) => boolean
}

/** The rules for one company; `score`: the rule for its score, without which nothing is shown. */
export function rulesOf({ all, roles }: CompanySurvey, score: Shown): CompanyRules {
  const whole = score.published ? shownPeople(all.beliefs) : score
  const of = (kind: keyof Answers) => new Map([...roles].map(([role, answers]) => [role, answers[kind]]))
  if (!whole.published)
    return {
      ...{ all: whole, priority: () => false },
      roles: new Map([...roles.keys()].map((role) => [role, score.published ? withheld : score])),
    }
  const own = shownRoles(of('beliefs'))
  const priorityOfAll = shownPeople(all.priorities).published
  const priorities = shownRoles(of('priorities'), (role) => own.get(role)?.published ?? false)
  return {
    ...{ all: whole, roles: own },
    priority: (role) => priorityOfAll && (role === undefined || (priorities.get(role)?.published ?? false)),
  }
}
