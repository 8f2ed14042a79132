/** From estimates, changes and places to the rows of the tables scores and net_promoter. */
import { share } from './answers.ts'
import type { Change, IndexChanges } from './compare.ts'
import type { Study } from './contract/study.ts'
import type { Places } from './rank.ts'
import type { Estimate, Scored } from './score.ts'
import { interval, pointsForChange } from './stats/interval.ts'
import type { AnswerSums, ItemSums } from './sums.ts'
import type { NetPromoter, Score } from './tables.ts'

/** What an estimate may show: its figures, or none of them. */
function figures(one: Estimate, confidence: number) {
  const limits =
    one.score === null || one.se === null ? undefined : interval(one.score, one.se, one.df, confidence)
  const open = one.published
  return {
    n: one.n,
    n_effective: open ? one.nEffective : null,
    score: open ? one.score : null,
    se: open ? one.se : null,
    low: open ? (limits?.low ?? null) : null,
    high: open ? (limits?.high ?? null) : null,
    df: open ? one.df : null,
  }
}

/** The places of company `k`; without any, of industries and all too. */
export function placeColumns(places: Places | undefined, k: number) {
  const [all, within] = [places?.all.get(k), places?.industry.get(k)]
  return {
    ...{ rank: all?.rank ?? null, rank_low: all?.low ?? null, rank_high: all?.high ?? null },
    rank_in_industry: within?.rank ?? null,
    rank_in_industry_low: within?.low ?? null,
    rank_in_industry_high: within?.high ?? null,
  }
}

const changeFigures = (change: Change | undefined) => ({
  change: change?.test?.difference ?? null,
  change_se: change?.test?.se ?? null,
  change_df: change?.test?.df ?? null,
  change_low: change?.test?.low ?? null,
  change_high: change?.test?.high ?? null,
  change_p: change?.test?.p ?? null,
  change_p_adjusted: change?.adjusted ?? null,
  change_p_adjusted_bh: change?.adjustedBh ?? null,
  change_verdict: change?.verdict ?? ('first_wave' as const),
})

/** The rows of one index in one wave: companies, industries, all. */
export function scoreRows(
  study: Study,
  wave: string,
  index: string,
  scored: Scored,
  changes: IndexChanges,
  places: Places,
): Score[] {
  const { confidence } = study.publication
  const id = (k: number) => study.companies[scored.companies[k]?.company ?? -1]?.id ?? ''
  const ranked = scored.companies.filter(({ reason }) => reason === null).length
  const industryCount = [...scored.industries.values()].filter((one) => one.published).length
  const needed = ({ se, df }: Estimate, tests: number): number | null =>
    (se === null ? undefined : pointsForChange(se, df, tests, confidence)) ?? null
  const companies = scored.companies.map((one, k): Score => {
    const company = study.companies[one.company]
    return {
      ...{
        wave,
        index,
        level: 'company',
        entity_id: id(k),
        name: company?.name ?? '',
        industry_id: company?.industry ?? null,
      },
      ...figures(one, confidence),
      ...placeColumns(places, k),
      ...changeFigures(changes.companies.get(id(k))),
      points_for_change: one.reason === null ? needed(one, ranked) : null,
      ...{ published: one.published, reason: one.reason },
    }
  })
  const group = (
    level: 'industry' | 'all',
    entity: string,
    name: string,
    one: Estimate,
    change: Change | undefined,
    tests: number,
  ): Score => ({
    ...{ wave, index, level, entity_id: entity, name, industry_id: level === 'all' ? null : entity },
    ...figures(one, confidence),
    ...placeColumns(undefined, 0),
    ...changeFigures(change),
    points_for_change: one.published ? needed(one, tests) : null,
    ...{ published: one.published, reason: one.reason },
  })
  const language = study.languages[0] ?? ''
  const industries = [...scored.industries].map(([industry, one]) => {
    const name = study.industries.find((known) => known.id === industry)?.name[language] ?? industry
    return group('industry', industry, name, one, changes.industries.get(industry), industryCount)
  })
  return [...companies, ...industries, group('all', 'all', 'All', scored.all, changes.all, 1)]
}

/** The rows of net promoter in one wave: companies and all (METHOD.md §6). */
export function netPromoterRows(study: Study, wave: string, scored: Scored, sums: ItemSums): NetPromoter[] {
  const row = (company_id: string, one: Estimate, rows: readonly AnswerSums[]): NetPromoter => {
    const { n, score, se, low, high } = figures(one, study.publication.confidence)
    const percent = (given: (answer: number) => boolean) => (score === null ? null : 100 * share(rows, given))
    return {
      ...{ wave, company_id, n },
      promoters: percent((answer) => answer >= 9),
      passives: percent((answer) => answer >= 7 && answer < 9),
      detractors: percent((answer) => answer < 7),
      ...{ nps: score, se, low, high, published: one.published, reason: one.reason },
    }
  }
  const companies = scored.companies.map((one) =>
    row(study.companies[one.company]?.id ?? '', one, sums.answers.get(one.company) ?? []),
  )
  const counted = [...sums.answers].flatMap(([company, rows]) => (scored.pooled.has(company) ? rows : []))
  return [...companies, row('all', scored.all, counted)]
}
