/** The rows of the table beliefs_together: all companies, each counting once (METHOD.md §19). */
import type { Study } from '../contract/study.ts'
import { type Shown, shownPeople } from '../show.ts'
import { holm } from '../stats/adjust.ts'
import { changeTest, type Difference, differenceTest } from '../stats/interval.ts'
import type { Pooled } from '../stats/pooled.ts'
import type { BeliefTogetherRow } from '../tables.ts'
import { type Believed, type Both, bothOf, superiorShare, withLimits } from './both.ts'
import { type Cell, isExposed } from './hidden.ts'
import { meanOf } from './people.ts'
import type { Together } from './superior.ts'

/** One company of a set: the people who count, of a role or all. */
interface Member {
  both: Both
  answers: readonly number[]
}

/** The companies that make one row. */
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
export function setsOf(study: Study, given: Believed): CompanySet[] {
  const scored = bothOf(study, given).filter(({ estimate }) => estimate?.published)
  const reason = scored.length === 0 ? 'no_company_shown' : 'too_few_believers'
  const whole = scored.filter(({ rules }) => rules.all.published)
  return [
    { role: undefined, members: ofAll(scored), reason },
    ...ofRoles(whole, given.survey.roles).map((set) => ({ ...set, reason }) as const),
  ]
}

/** Variance of the mean of some scores, by their full covariance. */
function varianceOfMean({ scored }: Believed, members: readonly Member[]): number {
  const companies = new Set(members.map(({ both }) => both.company))
  const ks = scored.companies.flatMap(({ company }, k) => (companies.has(company) ? [k] : []))
  const sum = ks.reduce(
    (rows, j) => rows + ks.reduce((row, k) => row + (scored.covariance[j]?.[k] ?? 0), 0),
    0,
  )
  return Math.max(0, sum) / ks.length ** 2
}

/**
 * A role beside the other roles of the same companies. With n_c people of a company, r_c of them in the role, and d_c the
 * difference of the two means: Σ (1 − r_c/n_c) d_c / Σ (1 − r_c/n_c), so that it follows from the means of the role and of all.
 */
function beside(members: readonly Member[], spread: Pooled, confidence: number): Difference | undefined {
  const parts = members.map(({ both, answers }) => {
    const all = both.survey.all.beliefs
    const others = all.length - answers.length
    return {
      share: others / all.length,
      difference: meanOf(answers) - meanOf(all),
      variance: (spread.variance * others) / (all.length * answers.length),
    }
  })
  const share = parts.reduce((sum, one) => sum + one.share, 0)
  if (share === 0) return undefined
  const total = parts.reduce((sum, one) => sum + one.difference, 0)
  const variance = parts.reduce((sum, one) => sum + one.variance, 0)
  return differenceTest(total / share, Math.sqrt(variance) / share, spread.df, confidence)
}

function rowOf(
  study: Study,
  wave: string,
  given: Believed,
  { role, members, reason }: CompanySet,
  customers: Together | undefined,
  difference: Difference | undefined,
  adjusted: number | undefined,
): BeliefTogetherRow {
  const { spread } = given.survey
  const open = members.length > 0
  const believed = open ? meanOf(members.map(({ answers }) => meanOf(answers))) : null
  const actual = open ? meanOf(members.map(({ both }) => both.estimate?.score ?? Number.NaN)) : null
  const inverse = members.reduce((sum, { answers }) => sum + 1 / answers.length, 0)
  const gap =
    believed === null || actual === null || spread.beliefs === undefined
      ? undefined
      : changeTest(
          { score: actual, se: Math.sqrt(varianceOfMean(given, members)), df: customers?.df ?? 0 },
          {
            ...{ score: believed, df: spread.beliefs.df },
            se: Math.sqrt(spread.beliefs.variance * inverse) / members.length,
          },
          study.publication.confidence,
        )
  const superior = members.filter(({ answers }) => (superiorShare(answers, given.superior) ?? 0) > 50)
  const share = open ? customers?.superior : undefined
  return {
    ...{ wave, index: given.index, role: role ?? 'all' },
    companies: members.length,
    n_believers: members.reduce((sum, { answers }) => sum + answers.length, 0),
    ...{ believed, actual, gap: believed === null || actual === null ? null : believed - actual },
    ...{ se: gap?.se ?? null, df: gap?.df ?? null, low: gap?.low ?? null, high: gap?.high ?? null },
    companies_superior:
      open && given.superior !== undefined ? (100 * superior.length) / members.length : null,
    ...withLimits('customers_superior', share?.share, share),
    ...withLimits('role_difference', difference?.difference, difference),
    role_difference_se: difference?.se ?? null,
    ...{ p_value: difference?.p ?? null, p_adjusted: adjusted ?? null },
    ...{ published: open, reason: open ? null : reason },
  }
}

/** The rows of an index in a wave: all, then each role. `customers`: of the same sets. */
export function beliefTogetherRows(
  study: Study,
  wave: string,
  given: Believed,
  sets: readonly CompanySet[],
  customers: readonly Together[],
): BeliefTogetherRow[] {
  const { beliefs: spread } = given.survey.spread
  const tests = sets.map(({ role, members }) =>
    role === undefined || spread === undefined
      ? undefined
      : beside(members, spread, study.publication.confidence),
  )
  const tested = tests.flatMap((test) => test ?? [])
  const adjusted = holm(tested.map(({ p }) => p))
  return sets.map((set, k) => {
    const test = tests[k]
    const p = test && adjusted[tested.indexOf(test)]
    return rowOf(study, wave, given, set, customers[k], test, p)
  })
}
