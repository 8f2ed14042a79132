/** Rows of the table `scores`. */
import { tQuantile } from '../../pipeline/stats/distributions.ts'
import { holmRanks } from '../../pipeline/stats/ranks.ts'
import type { Score } from '../../pipeline/tables.ts'
import { covariance, type Domain, intervalOf } from './domain.ts'
import { type Entity, type Measured, overBoth } from './entities.ts'
import { panelTest } from './panel.ts'
import type { PlainStudy } from './plain.ts'
import { family, type Tested, welch } from './tests.ts'
import type { Wave } from './wave.ts'

interface Place {
  rank: number | null
  low: number | null
  high: number | null
}

const noPlace: Place = { rank: null, low: null, high: null }

/** Places among the ranked companies of a list, by id. */
function placesOf({ wave }: Measured, companies: readonly Entity[], confidence: number): [string, Place][] {
  const ranked = companies.filter(({ reason }) => reason === null)
  const places = placesAmong(
    wave,
    ranked.map(({ domain }) => domain),
    confidence,
  )
  return ranked.map(({ id }, i) => [id, places[i] ?? noPlace])
}

/** Place and range of each of some figures. */
export function placesAmong(wave: Wave, figures: readonly Domain[], confidence: number): Place[] {
  const sigma = figures.map((a) => figures.map((b) => covariance(wave, a, b)))
  const means = figures.map(({ mean }) => mean)
  const { rank, low, high } = holmRanks(means, sigma, 1 - confidence)
  return figures.map((_, i) => ({ rank: rank[i] ?? null, low: low[i] ?? null, high: high[i] ?? null }))
}

/**
 * Each entity of this wave with itself in the wave before, and the verdict where there is nothing to
 * test.
 */
function settle(study: PlainStudy, now: Measured, first: boolean, earlier: Measured | null, one: Entity) {
  const all = [...(earlier?.companies ?? []), ...(earlier?.groups ?? [])]
  const was = all.find(({ level, id }) => level === one.level && id === one.id)
  const usable = ({ level, published, reason }: Entity) => (level === 'company' ? reason === null : published)
  if (first) return { one, verdict: 'first_wave' as const }
  if (!earlier) return { one, verdict: 'not_comparable' as const }
  if (!was || was.n === 0) return { one, verdict: 'new' as const }
  if (!usable(one) || !usable(was)) return { one, verdict: 'base_too_small' as const }
  if (now.items.join() !== earlier.items.join()) return { one, verdict: 'not_comparable' as const }
  if (now.weighted !== earlier.weighted) return { one, verdict: 'not_comparable' as const }
  if (one.level === 'company' || study.publication.aggregate === 'ratings') return { one, was }
  const [then, today] = [overBoth(study, was, earlier, now), overBoth(study, one, now, earlier)]
  return then && today ? { one: today, was: then } : { one, verdict: 'base_too_small' as const }
}

type Settled = ReturnType<typeof settle>
type Change = { verdict: Score['change_verdict']; test: Tested | null }

/**
 * Changes of one level, one family. A change that cannot be tested (no degrees of freedom) has too
 * small a base.
 */
function changes(settled: readonly Settled[], panel: boolean, confidence: number): Change[] {
  const test = panel ? panelTest : welch
  const tests = family(settled.map(({ one, was }) => (was ? test(was, one, confidence) : null)))
  return settled.map(({ verdict }, i) => {
    const test = tests[i] ?? null
    if (!test) return { verdict: verdict ?? 'base_too_small', test }
    if (test.holm >= 1 - confidence) return { verdict: 'no_clear_change', test }
    return { verdict: test.difference > 0 ? 'up' : 'down', test }
  })
}

export function scoreRows(
  study: PlainStudy,
  wave: string,
  now: Measured,
  first: boolean,
  earlier: Measured | null,
): Score[] {
  const { confidence } = study.publication
  const overall = new Map(placesOf(now, now.companies, confidence))
  const industries = study.industries.map(({ id }) => now.companies.filter(({ industry }) => industry === id))
  const within = new Map(industries.flatMap((companies) => placesOf(now, companies, confidence)))
  const levels = (['company', 'industry', 'all'] as const).map((level) =>
    [...now.companies, ...now.groups].filter((one) => one.level === level),
  )
  return levels.flatMap((entities) => {
    const changed = changes(
      entities.map((one) => settle(study, now, first, earlier, one)),
      study.panel,
      confidence,
    )
    const tests = entities.filter(({ level, published, reason }) =>
      level === 'company' ? reason === null : published,
    )
    return entities.map((one, i) => {
      const place = one.level === 'company' ? overall.get(one.id) : undefined
      const placeWithin = one.level === 'company' ? within.get(one.id) : undefined
      return {
        wave,
        index: now.index,
        ...row(one, place ?? noPlace, placeWithin ?? noPlace, changed[i], confidence),
        points_for_change: tests.includes(one) ? pointsNeeded(one, tests.length, confidence) : null,
      }
    })
  })
}

/** The strictest step of Holm’s correction against an equal second sample: Welch’s df is then twice that of one. */
function pointsNeeded({ v, df }: Entity, tests: number, confidence: number): number | null {
  return df < 1 ? null : tQuantile(1 - (1 - confidence) / tests / 2, df + df) * Math.sqrt(v + v)
}

function row(one: Entity, place: Place, within: Place, changed: Change | undefined, confidence: number) {
  const { published, reason } = one
  const limits = published
    ? intervalOf(one.mean, one.v, one.df, one.n, confidence)
    : { se: null, low: null, high: null }
  return {
    level: one.level,
    entity_id: one.id,
    name: one.name,
    industry_id: one.industry,
    n: one.n,
    n_effective: published ? one.domain.kish : null,
    score: published ? one.mean : null,
    ...limits,
    df: published ? one.df : null,
    rank: place.rank,
    rank_low: place.low,
    rank_high: place.high,
    rank_in_industry: within.rank,
    rank_in_industry_low: within.low,
    rank_in_industry_high: within.high,
    change: changed?.test?.difference ?? null,
    change_se: changed?.test?.se ?? null,
    change_df: changed?.test?.df ?? null,
    change_low: changed?.test?.low ?? null,
    change_high: changed?.test?.high ?? null,
    change_p: changed?.test?.p ?? null,
    change_p_adjusted: changed?.test?.holm ?? null,
    change_p_adjusted_bh: changed?.test?.bh ?? null,
    change_verdict: changed?.verdict ?? 'first_wave',
    published,
    reason,
  }
}
