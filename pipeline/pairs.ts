/** compare: pairs of companies within an industry, and each company beside the rest (METHOD.md §8). */
import type { Study } from './contract/study.ts'
import { adjustedTests, testFigures, verdictOf } from './family.ts'
import type { Scored } from './score.ts'
import { differenceTest } from './stats/interval.ts'
import type { AgainstRest, Comparison } from './tables.ts'

/** Each ranked company beside the rest of its industry: one family of tests per industry. */
export function besideRest(study: Study, wave: string, index: string, scored: Scored): AgainstRest[] {
  const { confidence } = study.publication
  return [...scored.industries.keys()].flatMap((industry) => {
    const ranked = scored.companies.flatMap(({ company, reason, rest }) => {
      const { id = '', industry: own } = study.companies[company] ?? {}
      if (reason !== null || own !== industry || rest === undefined) return []
      return [{ id, test: differenceTest(rest.difference, rest.se, rest.df, confidence) }]
    })
    const adjusted = adjustedTests(ranked, ({ test }) => test)
    return ranked.map((one): AgainstRest => {
      const p = adjusted.get(one)
      return {
        ...{ wave, index, industry_id: industry, company_id: one.id },
        ...testFigures(one.test),
        ...{ p_adjusted: p?.holm ?? null, p_adjusted_bh: p?.bh ?? null },
        verdict: verdictOf(one.test, p?.holm, confidence, ['below', 'no_clear_difference', 'above']),
      }
    })
  })
}

/** The pairs of ranked companies within each industry: one family of tests per industry. */
export function comparisons(study: Study, wave: string, index: string, scored: Scored): Comparison[] {
  const { confidence } = study.publication
  const idOf = (k: number) => study.companies[scored.companies[k]?.company ?? -1]?.id ?? ''
  return [...scored.industries.keys()].flatMap((industry) => {
    const ranked = scored.companies
      .flatMap((one, k) =>
        one.reason === null && study.companies[one.company]?.industry === industry ? [k] : [],
      )
      .sort((j, k) => (idOf(j) < idOf(k) ? -1 : 1))
    const pairs = ranked.flatMap((j, place) => ranked.slice(place + 1).map((k) => [j, k] as const))
    const differences = pairs.flatMap(([j, k]) => {
      const [a, b] = [scored.companies[j], scored.companies[k]]
      if (a === undefined || b === undefined) return []
      const both = scored.shared.get(j < k ? `${j} ${k}` : `${k} ${j}`)
      const strata = new Set([...a.strata, ...b.strata]).size
      const cov = (x: number, y: number) => scored.covariance[x]?.[y] ?? 0
      const se = Math.sqrt(Math.max(0, cov(j, j) + cov(k, k) - 2 * cov(j, k)))
      const test = differenceTest(
        (a.score ?? 0) - (b.score ?? 0),
        se,
        a.units + b.units - (both?.units ?? 0) - strata - 1,
        confidence,
      )
      return [{ company_a: idOf(j), company_b: idOf(k), shared: both?.respondents ?? 0, test }]
    })
    const adjusted = adjustedTests(differences, ({ test }) => test)
    return differences.map((one): Comparison => {
      const { company_a, company_b, shared, test } = one
      const p = adjusted.get(one)
      return {
        ...{ wave, index, industry_id: industry, company_a, company_b },
        ...testFigures(test),
        ...{ p_adjusted: p?.holm ?? null, p_adjusted_bh: p?.bh ?? null },
        verdict: verdictOf(test, p?.holm, confidence, ['b_higher', 'no_clear_difference', 'a_higher']),
        shared_respondents: shared,
      }
    })
  })
}
