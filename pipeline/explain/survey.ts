/** The companies' own survey of one index in one wave: answers by company and role, and how far people spread (METHOD.md §19). */
import type { Study } from '../contract/study.ts'
import { grouped } from '../group.ts'
import type { Figure } from '../stats/interval.ts'
import { type Pooled, pooledVariance } from '../stats/pooled.ts'
import { meanOf, peopleOf, pointsOf } from './people.ts'

/** What some people answered, on 0-100; who did not answer is not there. */
export interface Answers {
  /** what they think that customers answer */
  beliefs: readonly number[]
  /** how important they call it */
  priorities: readonly number[]
}

/** Something of all people of a company, and of those in each role. */
export interface ByRole<One> {
  all: One
  /** in the order of their code points */
  roles: ReadonlyMap<string, One>
}
export type CompanySurvey = ByRole<Answers>

/** That of a role; undefined: all. */
export const inRole = <One>({ all, roles }: ByRole<One>, role: string | undefined): One =>
  role === undefined ? all : (roles.get(role) ?? all)

export interface Survey {
  /** by id, public ones only */
  companies: ReadonlyMap<string, CompanySurvey>
  /** every role of the wave, in the order of their code points */
  roles: readonly string[]
  /** variance of answers within company and role; undefined where no two people can be compared */
  spread: { beliefs: Pooled | undefined; priorities: Pooled | undefined }
}

/** The mean of some answers by the spread of all; undefined where the spread is not known. */
export function meanBy(answers: readonly number[], spread: Pooled | undefined): Figure | undefined {
  if (answers.length === 0 || spread === undefined) return undefined
  return { score: meanOf(answers), se: Math.sqrt(spread.variance / answers.length), df: spread.df }
}

/** Within company and role; within companies where no cell has two people, or all that have agree. */
function spreadOf(companies: Iterable<CompanySurvey>, kind: keyof Answers): Pooled | undefined {
  const all = [...companies]
  const within = pooledVariance(all.flatMap(({ roles }) => [...roles.values()].map((one) => one[kind])))
  return within !== undefined && within.variance > 0
    ? within
    : pooledVariance(all.map((company) => company.all[kind]))
}

/** Answers of the wave on the index; nobody where the contract does not ask for it. */
export function surveyOf(study: Study, wave: string, index: string): Survey {
  const { beliefs } = study.contract
  const asked = beliefs?.indices[index]
  const people = beliefs === undefined || asked === undefined ? [] : peopleOf(study, wave)
  const answersOf = (some: typeof people): Answers => {
    const points = (columns: readonly string[]) =>
      beliefs === undefined ? [] : some.flatMap((one) => pointsOf(one, columns, beliefs.scale) ?? [])
    const { items = [], priority } = asked ?? {}
    return { beliefs: points(items), priorities: priority === undefined ? [] : points([priority]) }
  }
  const roles = [...new Set(people.map(({ role }) => role))].sort()
  const companies = new Map(
    [...grouped(people, ({ company }) => company)].map(([id, own]): [string, CompanySurvey] => {
      const inRole = roles.map((role) => [role, own.filter((one) => one.role === role)] as const)
      return [
        id,
        {
          all: answersOf(own),
          roles: new Map(
            inRole.filter(([, some]) => some.length > 0).map(([role, some]) => [role, answersOf(some)]),
          ),
        },
      ]
    }),
  )
  const spread = (kind: keyof Answers) => spreadOf(companies.values(), kind)
  return { companies, roles, spread: { beliefs: spread('beliefs'), priorities: spread('priorities') } }
}
