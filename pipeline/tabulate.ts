/** From estimates, changes and places to the rows of the tables scores and net_promoter. */
import { share } from './answers.ts'
import type { Before, Change } from './compare.ts'
import { changes } from './compare.ts'
import type { Study, Wave } from './contract/study.ts'
import { grouped } from './group.ts'
import { asks, sameItems } from './public-study.ts'
import { type Places, rank } from './rank.ts'
import type { Estimate, Scored } from './score.ts'
import { interval } from './stats/interval.ts'
import type { AnswerSums } from './sums.ts'
import type { NetPromoter, Score, WaveRow } from './tables.ts'

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

const noPlaces = {
  rank: null,
  rank_low: null,
  rank_high: null,
  rank_in_industry: null,
  rank_in_industry_low: null,
  rank_in_industry_high: null,
}

const placesOf = (all: Places | undefined, within: Places | undefined) => ({
  rank: all?.rank ?? null,
  rank_low: all?.low ?? null,
  rank_high: all?.high ?? null,
  rank_in_industry: within?.rank ?? null,
  rank_in_industry_low: within?.low ?? null,
  rank_in_industry_high: within?.high ?? null,
})

const changeFigures = (change: Change | undefined) => ({
  change: change?.test?.difference ?? null,
  change_low: change?.test?.low ?? null,
  change_high: change?.test?.high ?? null,
  change_p: change?.test?.p ?? null,
  change_p_adjusted: change?.adjusted ?? null,
  change_p_adjusted_bh: change?.adjustedBh ?? null,
  change_verdict: change?.verdict ?? ('first_wave' as const),
})

/** The wave before, as the three levels of an index see it. */
export interface BeforeLevels {
  company: Before
  industry: Before
  all: Before
}

/** What the wave before knows of the index. A panel's changes need the covariance of its waves: not compared yet. */
export function levelsBefore(
  study: Study,
  wave: Wave,
  index: string,
  before: { wave: Wave; scored: ReadonlyMap<string, Scored> } | undefined,
): BeforeLevels {
  const then = before?.scored.get(index)
  const earlier = study.waves.slice(
    0,
    study.waves.findIndex(({ id }) => id === wave.id),
  )
  const comparable = before !== undefined && sameItems(study, index, before.wave, wave) && !study.design.panel
  const level = (estimateOf: (entity: string) => Estimate | undefined): Before => ({
    first: !earlier.some((one) => asks(study, index, one)),
    asked: before !== undefined && asks(study, index, before.wave),
    comparable,
    estimate: estimateOf,
  })
  const byId = new Map(then?.companies.map((one) => [study.companies[one.company]?.id ?? '', one]))
  return {
    company: level((entity) => byId.get(entity)),
    industry: level((entity) => then?.industries.get(entity)),
    all: level(() => then?.all),
  }
}

/** The row of the table waves: counts, and weights in multiples of their mean. */
export function waveRow(
  wave: string,
  strata: readonly { respondents: number; w: number; ww: number; largest: number; smallest: number }[],
  counts: { ratings: number; straight_liners: number; duplicates: number },
  unmatched: number,
): WaveRow {
  const total = (of: (stratum: (typeof strata)[number]) => number) =>
    strata.reduce((sum, one) => sum + of(one), 0)
  const respondents = total((one) => one.respondents)
  const mean = total((one) => one.w) / respondents
  return {
    ...{ wave, respondents, ...counts, unmatched },
    largest_weight: Math.max(...strata.map((one) => one.largest)) / mean,
    smallest_weight: Math.min(...strata.map((one) => one.smallest)) / mean,
    design_effect: (respondents * total((one) => one.ww)) / total((one) => one.w) ** 2,
  }
}

/** The rows of one index in one wave: companies, industries, all. */
export function scoreRows(
  study: Study,
  wave: string,
  index: string,
  scored: Scored,
  before: BeforeLevels,
): Score[] {
  const { confidence } = study.publication
  const id = (k: number) => study.companies[scored.companies[k]?.company ?? -1]?.id ?? ''
  const among = rank(study, scored)
  const within = new Map(
    [...scored.industries.keys()].flatMap((industry) => [...rank(study, scored, industry)]),
  )
  const companyChanges = changes(
    new Map(scored.companies.map((one, k) => [id(k), one])),
    before.company,
    true,
    confidence,
  )
  const industryChanges = changes(scored.industries, before.industry, false, confidence)
  const allChanges = changes(new Map([['all', scored.all]]), before.all, false, confidence)
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
      ...placesOf(among.get(k), within.get(k)),
      ...changeFigures(companyChanges.get(id(k))),
      ...{ published: one.published, reason: one.reason },
    }
  })
  const group = (
    level: 'industry' | 'all',
    entity: string,
    name: string,
    one: Estimate,
    change: Change | undefined,
  ): Score => ({
    ...{ wave, index, level, entity_id: entity, name, industry_id: level === 'all' ? null : entity },
    ...figures(one, confidence),
    ...noPlaces,
    ...changeFigures(change),
    // Industries and all are not ranked: a base that is too small for a place is none of their concern.
    ...{ published: one.published, reason: one.published ? null : one.reason },
  })
  const language = study.languages[0] ?? ''
  const industries = [...scored.industries].map(([industry, one]) => {
    const name = study.industries.find((known) => known.id === industry)?.name[language] ?? industry
    return group('industry', industry, name, one, industryChanges.get(industry))
  })
  return [...companies, ...industries, group('all', 'all', 'All', scored.all, allChanges.get('all'))]
}

/** The rows of net promoter in one wave: companies and all (METHOD.md §6). */
export function netPromoterRows(
  study: Study,
  wave: string,
  scored: Scored,
  sums: readonly AnswerSums[],
): NetPromoter[] {
  const row = (company_id: string, one: Estimate, rows: readonly AnswerSums[]): NetPromoter => {
    const { n, score, se, low, high } = figures(one, study.publication.confidence)
    const percent = (given: (answer: number) => boolean) =>
      score === null ? null : 100 * share(rows, given).mean
    return {
      ...{ wave, company_id, n },
      promoters: percent((answer) => answer >= 9),
      passives: percent((answer) => answer >= 7 && answer < 9),
      detractors: percent((answer) => answer < 7),
      ...{ nps: score, se, low, high, published: one.published, reason: one.reason },
    }
  }
  const byCompany = grouped(sums, ({ company }) => company)
  const companies = scored.companies.map((one) =>
    row(study.companies[one.company]?.id ?? '', one, byCompany.get(one.company) ?? []),
  )
  return [
    ...companies,
    { ...row('all', scored.all, sums), reason: scored.all.published ? null : scored.all.reason },
  ]
}
