/** Which companies, and which of their people, count in all together: as many as can be without telling of any who are withheld (METHOD.md §19). */
import { type Shown, shownPeople } from '../show.ts'
import type { Believed, Both } from './both.ts'
import { type Cell, isExposed } from './hidden.ts'

/** One company of a set: the people who count, of a role or all. */
export interface Member {
  both: Both
  answers: readonly number[]
}

/** The companies that make a row of beliefs_together. */
export interface CompanySet {
  /** undefined: all */
  role: string | undefined
  members: readonly Member[]
  reason: Shown['reason']
}

const fewestCompanies = 3

const withPeople = (both: Both, answers: readonly number[] = []): Member[] =>
  answers.length === 0 ? [] : [{ both, answers }]

/** All companies with a shown score; those whose own row is withheld where they are three and do not all answer alike. */
function ofAll(scored: readonly Both[]): Member[] {
  const members = scored.flatMap((both) => withPeople(both, both.survey.all.beliefs))
  const shown = members.filter(({ both }) => both.rules.all.published)
  const hidden = members.filter(({ both }) => !both.rules.all.published)
  const enough =
    hidden.length >= fewestCompanies && shownPeople(hidden.flatMap(({ answers }) => answers)).published
  return enough ? members : shown
}

/**
 * Each role, among companies that are shown as a whole: all of these where nobody is told of by it, together with the roles
 * before it; else those whose people of the role are shown themselves.
 */
function ofRoles(whole: readonly Both[], roles: readonly string[]): { role: string; members: Member[] }[] {
  const isShown = ({ both }: Member, role: string) => both.rules.roles.get(role)?.published ?? false
  const withRole = roles.map((role) => ({
    role,
    all: whole.flatMap((both) => withPeople(both, both.survey.roles.get(role)?.beliefs)),
  }))
  const cells = withRole.flatMap(({ role, all }) =>
    all
      .filter((one) => !isShown(one, role))
      .map(({ both, answers }): Cell => ({ company: both.id, role, answers })),
  )
  const published: string[] = []
  return withRole.map(({ role, all }) => {
    const shown = all.filter((one) => isShown(one, role))
    if (shown.length === all.length) return { role, members: shown }
    if (isExposed(cells, [...published, role])) return { role, members: shown }
    published.push(role)
    return { role, members: all }
  })
}

/** The sets of an index: all, then each role. */
export function setsOf({ companies, survey }: Pick<Believed, 'companies' | 'survey'>): CompanySet[] {
  const scored = companies.filter(({ estimate }) => estimate?.published)
  const reason = scored.length === 0 ? 'no_company_shown' : 'too_few_believers'
  const whole = scored.filter(({ rules }) => rules.all.published)
  return [
    { role: undefined, members: ofAll(scored), reason },
    ...ofRoles(whole, survey.roles).map((set) => ({ ...set, reason }) as const),
  ]
}
