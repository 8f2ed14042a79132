import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tQuantile } from '../../pipeline/stats/distributions.ts'
import type { Comparison, ExperimentRow, NeedMetRow } from '../../pipeline/tables.ts'
import { combinedRows } from './combined.ts'
import { measure } from './entities.ts'
import { experimentRows } from './experiments.ts'
import { gapRows, industryGapRows } from './gaps.ts'
import { journeyRows } from './journey.ts'
import { loyaltyIndex, needMetRows } from './need-met.ts'
import { comparisonRows } from './pairs.ts'
import type { PlainStudy, Rating, Respondent } from './plain.ts'
import { points } from './publication.ts'
import { restRows } from './rest.ts'
import { scoreRows } from './scores.ts'
import { randomStudy } from './study.ts'

const drawn = fc.sample(randomStudy, { numRuns: 60, seed: 11 })

/** Every company, industry and half is shown by one rule. */
const oneRule = (study: PlainStudy): PlainStudy => ({
  ...study,
  publication: { ...study.publication, minimum_n: 3, minimum_shown: 3, minimum_segment_n: 3 },
})
const withRatings = (study: PlainStudy, of: (rating: Rating, person: Respondent) => Rating): PlainStudy => ({
  ...study,
  respondents: study.respondents.map((person) => ({
    ...person,
    ratings: person.ratings.map((rating) => of(rating, person)),
  })),
})

/** Columns of two rows, ours → theirs, to nine digits; null only with null. */
function same(one: object, other: object | undefined, columns: Record<string, string>): void {
  const [a, b] = [one, other ?? {}].map((row) => new Map<string, unknown>(Object.entries(row)))
  for (const [ours, theirs] of Object.entries(columns)) {
    const [x, y] = [a?.get(ours), b?.get(theirs)]
    if (typeof x === 'number' && typeof y === 'number') expect(x, ours).toBeCloseTo(y, 9)
    else expect(x, ours).toBe(y)
  }
}

const limits = { low: 'low', high: 'high' }

describe('the reference on what comes to the same as scores', () => {
  it('what was experienced at a touchpoint is an index of one question', () => {
    let [compared, pooled] = [0, 0]
    for (const one of drawn.filter(({ touchpoints = [] }) => touchpoints.length > 0)) {
      const [touchpoint] = one.touchpoints ?? []
      if (!touchpoint) continue
      const { expected, experienced } = touchpoint
      const scale = one.items.find(({ id }) => id === expected)
      // Whoever tells what was experienced tells what was expected: one of two answers by weight, so that all figures vary.
      const told = ({ answers, ...rating }: Rating, { weight }: Respondent): Rating => {
        const e =
          scale &&
          (typeof answers[experienced] === 'number' ? scale.min + (Math.round(weight * 1e4) % 2) : 'refused')
        return { ...rating, answers: { ...answers, [expected]: e ?? 'refused' } }
      }
      const study: PlainStudy = {
        ...oneRule(withRatings(one, told)),
        touchpoints: [touchpoint],
        indices: [{ id: 'there', items: [experienced] }],
      }
      study.waves.forEach(({ id: wave }, t) => {
        const index = { id: 'there', items: [experienced] }
        const now = measure(study, index, wave)
        const gaps = gapRows(study, wave)
        if (!now || gaps.length === 0) return
        const before = study.waves[t - 1]
        const earlier = before ? measure(study, index, before.id) : null
        const first = study.waves.slice(0, t).every(({ id }) => measure(study, index, id) === null)
        const scores = scoreRows(study, wave, now, first, earlier)
        const rests = restRows(study, wave, now)
        const journey = journeyRows(study, wave)
        // A touchpoint is withheld too where its expectation does not vary.
        const whole = gaps.every((row) => row.reason !== 'no_variation')
        for (const row of gaps.filter(({ published }) => published)) {
          const score = scores.find(
            ({ level, entity_id }) => level === 'company' && entity_id === row.company_id,
          )
          const base = { n: 'n', n_effective: 'n_effective', df: 'df' }
          const own = { experienced: 'score', experienced_se: 'se' }
          same(row, score, { ...base, ...own, experienced_low: 'low', experienced_high: 'high' })
          const part = journey.find(
            ({ company_id, part }) => part === 'touchpoint' && company_id === row.company_id,
          )
          same(part ?? {}, score, { experienced: 'score', se: 'se', ...limits })
          if (part?.change !== null && score?.change !== null)
            same(part ?? {}, score, { change: 'change', change_se: 'change_se', change_p: 'change_p' })
          const rest = rests.find(({ company_id }) => company_id === row.company_id)
          if (!whole || !rest) continue
          // Degrees of freedom follow another rule, by which there may be too few; the standard error is the same.
          const { experienced_vs_rest_low: low, experienced_vs_rest_high: high, gap_vs_rest_df: df } = row
          if (df === null) continue
          same(row, rest, { experienced_vs_rest: 'difference' })
          const t = tQuantile(1 - (1 - study.publication.confidence) / 2, df)
          expect(((high ?? 0) - (low ?? 0)) / 2 / t).toBeCloseTo(rest.se ?? -1, 9)
          compared += 1
        }
        // A company that is withheld may not count in its industry.
        const open = gaps.every(({ published, n }) => published || n === 0)
        if (study.publication.aggregate === 'companies' || !open) return
        for (const row of industryGapRows(study, wave).filter(({ published }) => published)) {
          const score = scores.find(
            ({ level, entity_id }) => level === row.level && entity_id === row.entity_id,
          )
          same(row, score, { n: 'n', experienced: 'score', experienced_se: 'se', df: 'df' })
          pooled += 1
        }
      })
    }
    expect(compared).toBeGreaterThan(100)
    expect(pooled).toBeGreaterThan(10)
  })

  /** A study in which two groups of public ratings are two companies, and the row that compares them. */
  function asCompanies(
    study: PlainStudy,
    wave: string,
    index: string,
    group: (rating: Rating, person: Respondent) => string,
  ) {
    const open = new Set(study.companies.filter(({ publish }) => publish).map(({ id }) => id))
    const companies = ['a', 'b'].map((id) => ({ id, name: id, industry: 'i0', publish: true }))
    const split = withRatings(study, (rating, person) => ({
      ...rating,
      company: open.has(rating.company) ? group(rating, person) : 'nobody',
    }))
    const found = study.indices.find(({ id }) => id === index)
    const now = found && measure({ ...split, companies }, found, wave)
    return now ? comparisonRows({ ...split, companies }, wave, now) : []
  }
  const tested = { difference: 'difference', se: 'se', df: 'df', ...limits, p_value: 'p_value' }
  /** b minus a: a pair turned round. 1 where there was something to compare. */
  function sameTest(row: ExperimentRow | NeedMetRow, pair: Comparison | undefined): number {
    expect(row.published).toBe(pair !== undefined)
    if (!pair) return 0
    const [difference, low, high] = [pair.difference, pair.high, pair.low].map((x) =>
      x === null ? null : -x,
    )
    same(row, { ...pair, difference, low, high }, tested)
    return 1
  }

  it('those whose need was met, and the others, are two companies', () => {
    let compared = 0
    for (const study of drawn.map(oneRule))
      for (const { id: wave } of study.waves)
        for (const row of needMetRows(study, wave, [])) {
          if (row.level !== 'all' || row.basis !== 'need' || row.served !== 'all') continue
          // A company that is withheld may not count.
          const all = needMetRows(study, wave, []).filter(
            ({ level, basis, served }) => level === 'company' && basis === 'need' && served === 'all',
          )
          if (all.some(({ n_met, n_unmet }) => n_met === null || n_unmet === null)) continue
          const ratings = (one: NeedMetRow) => (one.n_met ?? 0) + (one.n_unmet ?? 0)
          if (ratings(row) < all.reduce((sum, one) => sum + ratings(one), 0)) continue
          const index = loyaltyIndex(study)
          const group = (rating: Rating) => {
            const y = points(study, 'need', rating)
            return y === null ? 'nobody' : y > 50 ? 'b' : 'a'
          }
          const [pair] = asCompanies(study, wave, index?.id ?? '', group)
          compared += sameTest(row, pair)
        }
    expect(compared).toBeGreaterThan(20)
  })

  it('the halves of a ballot are two companies', () => {
    let compared = 0
    for (const study of drawn.map(oneRule))
      for (const { id: wave } of study.waves)
        for (const row of experimentRows(study, wave)) {
          const group = (_: Rating, { halves }: Respondent) => {
            const half = halves?.[row.experiment]
            return half === row.half_a ? 'a' : half === row.half_b ? 'b' : 'nobody'
          }
          // A company that is withheld may not count.
          const now = study.indices.map((index) => measure(study, index, wave))
          const scored = now.find((one) => one?.index === row.index)
          if (scored?.companies.some(({ published, n }) => !published && n > 0)) continue
          const [pair] = asCompanies(study, wave, row.index, group)
          compared += sameTest(row, pair)
        }
    expect(compared).toBeGreaterThan(20)
  })

  it('two indices of one question each, mixed, are an index of two with weights', () => {
    let compared = 0
    for (const one of drawn) {
      const [a, b] = one.indices.map(({ items: [item = ''] }) => item)
      if (a === undefined || b === undefined) continue
      const share = 0.3
      const indices = [a, b].map((item) => ({ id: item, items: [item] }))
      const study: PlainStudy = { ...oneRule(one), indices, combined: { index: a, with: b, share } }
      for (const { id: wave, items } of study.waves) {
        if (![a, b].every((item) => items.includes(item))) continue
        const mixed = { id: 'mixed', items: [a, b], weights: { [a]: 1 - share, [b]: share }, min_items: 2 }
        const now = measure({ ...study, indices: [mixed] }, mixed, wave)
        if (!now) throw new Error('not measured')
        const scores = scoreRows(study, wave, now, true, null)
        for (const row of combinedRows(study, wave).filter(({ published }) => published)) {
          const score = scores.find(
            ({ level, entity_id }) => level === 'company' && entity_id === row.company_id,
          )
          const base = { n: 'n', n_effective: 'n_effective', df: 'df' }
          const own = {
            score_combined: 'score',
            combined_se: 'se',
            combined_low: 'low',
            combined_high: 'high',
          }
          same(row, score, { ...base, ...own })
          compared += 1
        }
      }
    }
    expect(compared).toBeGreaterThan(50)
  })
})
