/** The rows of the table beliefs_together: all companies, each counting once (METHOD.md §19). */
import type { Study } from '../contract/study.ts'
import { adjustedTests } from '../family.ts'
import { combination } from '../stats/design.ts'
import { changeTest, type Difference, differenceTest } from '../stats/interval.ts'
import { submatrix } from '../stats/matrix.ts'
import type { Pooled } from '../stats/pooled.ts'
import type { BeliefTogetherRow } from '../tables.ts'
import type { Believed } from './both.ts'
import { testAs, withLimits } from './figures.ts'
import { meanOf } from './people.ts'
import { superiorShare, type Together } from './superior.ts'
import type { CompanySet, Member } from './together.ts'

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

/** Beliefs and scores of the companies of a set; `df`: of its customers. */
function means({ survey, scored }: Believed, members: readonly Member[], df: number, confidence: number) {
  const believed = meanOf(members.map(({ answers }) => meanOf(answers)))
  const { mean: actual, variance } = combination(
    members.map(({ both }) => both.estimate?.score ?? 0),
    submatrix(
      scored.covariance,
      members.map(({ both }) => both.k),
    ),
    members.map(() => 1),
  )
  const { beliefs: spread } = survey.spread
  const inverse = members.reduce((sum, { answers }) => sum + 1 / answers.length, 0)
  const test =
    spread &&
    changeTest(
      { score: actual, se: Math.sqrt(variance), df },
      { score: believed, se: Math.sqrt(spread.variance * inverse) / members.length, df: spread.df },
      confidence,
    )
  return { believed, actual, gap: believed - actual, test }
}

/** The rows of an index in a wave: all, then each role. `customers`: of the same sets. */
export function beliefTogetherRows(
  study: Study,
  wave: string,
  given: Believed,
  sets: readonly CompanySet[],
  customers: readonly Together[],
): BeliefTogetherRow[] {
  const { confidence } = study.publication
  const { beliefs: spread } = given.survey.spread
  const found = sets.map((set, k) => ({
    ...{ set, customers: customers[k] },
    test: set.role === undefined ? undefined : spread && beside(set.members, spread, confidence),
  }))
  const adjusted = adjustedTests(found, ({ test }) => test)
  return found.map((one): BeliefTogetherRow => {
    const { role, members, reason } = one.set
    const published = members.length > 0
    const figures = published ? means(given, members, one.customers?.df ?? 0, confidence) : undefined
    const superior = members.filter(({ answers }) => (superiorShare(answers, given.superior) ?? 0) > 50)
    const share = published ? one.customers?.superior : undefined
    const { believed = null, actual = null, gap = null, test } = figures ?? {}
    return {
      ...{ wave, index: given.index, role: role ?? 'all' },
      companies: members.length,
      n_believers: members.reduce((sum, { answers }) => sum + answers.length, 0),
      ...{ believed, actual, gap },
      ...{ se: test?.se ?? null, df: test?.df ?? null, low: test?.low ?? null, high: test?.high ?? null },
      companies_superior:
        published && given.superior !== undefined ? (100 * superior.length) / members.length : null,
      ...withLimits('customers_superior', share?.share, share),
      ...testAs('role_difference', one.test),
      ...{ role_difference_se: one.test?.se ?? null, p_value: one.test?.p ?? null },
      p_adjusted: adjusted.get(one)?.holm ?? null,
      ...{ published, reason: published ? null : reason },
    }
  })
}
