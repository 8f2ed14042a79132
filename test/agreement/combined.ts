/** Rows of the table `combined`: a ranking beside the one that mixes another index in (METHOD.md §16). */
import { holm } from '../../pipeline/stats/adjust.ts'
import type { CombinedRow } from '../../pipeline/tables.ts'
import { placesOf } from './companies.ts'
import { type Domain, domainOf, freedom } from './domain.ts'
import { personMean } from './entities.ts'
import { average, type Estimate, estimate, limitsOf, minus, varianceOf } from './estimate.ts'
import type { PlainStudy, Rating } from './plain.ts'
import { publicCompanies, type Standing, shownPart } from './publication.ts'
import { together, tTest } from './tests.ts'
import { type Wave, waveOf } from './wave.ts'

/** A company on the ratings with both indices: the one, the other, both mixed, and what the mixing moves. */
export interface Mixed extends Standing {
  id: string
  one: Domain
  other: Domain
  mixed: Domain
  shift: Domain
}

/** Null where the study has no such ranking, or the wave does not ask both indices. */
export function mixedCompanies(study: PlainStudy, waveId: string): Mixed[] | null {
  const { combined, indices, waves, publication } = study
  if (!combined) return null
  const asked = waves.find(({ id }) => id === waveId)?.items ?? []
  const [a, b] = [combined.index, combined.with].map((name) => {
    const index = indices.find(({ id }) => id === name)
    const items = index?.items.filter((item) => asked.includes(item)) ?? []
    return index && items.length > 0 ? (rating: Rating) => personMean(study, index, items, rating) : null
  })
  if (!a || !b) return null
  const wave = waveOf(study, waveId)
  return publicCompanies(study, waveId).map(({ id }) => {
    const of = (value: (a: number, b: number) => number) =>
      domainOf(wave, (rating) => {
        const [first, second] = rating.company === id ? [a(rating), b(rating)] : [null, null]
        return first === null || second === null ? null : value(first, second)
      })
    const { share } = combined
    const domains = {
      one: of((first) => first),
      other: of((_, second) => second),
      mixed: of((first, second) => (1 - share) * first + share * second),
      shift: of((first, second) => share * (second - first)),
    }
    const standing = shownPart(wave, Object.values(domains), publication.minimum_shown)
    const few = standing.published && domains.one.n < publication.minimum_n
    return { id, ...domains, ...standing, ...(few ? { reason: 'unranked_few_ratings' as const } : {}) }
  })
}

const withheld = {
  ...{ n_effective: null, df: null, score: null, se: null, low: null, high: null },
  ...{ score_with: null, with_se: null, with_low: null, with_high: null },
  ...{ score_combined: null, combined_se: null, combined_low: null, combined_high: null },
  ...{ shift: null, shift_se: null, shift_low: null, shift_high: null },
}

const unranked = {
  ...{ rank: null, rank_combined: null, shift_places: null, enters_top10: null, leaves_top10: null },
  ...{ shift_vs_mean: null, shift_vs_mean_se: null, shift_vs_mean_low: null, shift_vs_mean_high: null },
  ...{ p_value: null, p_adjusted: null, verdict: null },
}

function shownFigures(study: PlainStudy, wave: Wave, { one, other, mixed, shift }: Mixed) {
  const df = freedom(wave, one.members)
  const limits = (domain: Domain) => limitsOf(study, wave, estimate(domain), df, one.n)
  const [a, b, m, s] = [limits(one), limits(other), limits(mixed), limits(shift)]
  return {
    ...{ n_effective: one.kish, df, score: one.mean, ...a },
    ...{ score_with: other.mean, with_se: b.se, with_low: b.low, with_high: b.high },
    ...{ score_combined: mixed.mean, combined_se: m.se, combined_low: m.low, combined_high: m.high },
    ...{ shift: shift.mean, shift_se: s.se, shift_low: s.low, shift_high: s.high },
  }
}

/** A ranked company’s shift minus the mean shift of all that are ranked. */
function besideMean(study: PlainStudy, wave: Wave, one: Mixed, mean: Estimate, alone: boolean) {
  const difference = minus(estimate(one.shift), mean)
  const df = freedom(wave, one.one.members)
  const { se, low, high } = limitsOf(study, wave, difference, df, one.one.n)
  const found = tTest(difference.value, varianceOf(wave, difference), df, study.publication.confidence)
  const test = alone ? null : found
  return {
    // A single ranked company is its own mean: nothing to test, so nothing to tell.
    ...{ shift_vs_mean: test ? difference.value : null, shift_vs_mean_se: test ? se : null },
    ...{ shift_vs_mean_low: test ? low : null, shift_vs_mean_high: test ? high : null },
    p_value: test?.p ?? null,
  }
}

/** Places of the ranked companies in both rankings, and who comes into the first ten or leaves them. */
function places(ranked: readonly Mixed[]) {
  const before = placesOf(ranked.map(({ one }) => one.mean))
  const after = placesOf(ranked.map(({ mixed }) => mixed.mean))
  return ranked.map((_, i) => {
    const [rank, rank_combined] = [before[i] ?? 0, after[i] ?? 0]
    const [was, is] = [rank <= 10, rank_combined <= 10]
    const moved = { enters_top10: is && !was, leaves_top10: was && !is }
    return { rank, rank_combined, shift_places: rank - rank_combined, ...moved }
  })
}

export function combinedRows(study: PlainStudy, waveId: string): CombinedRow[] {
  const wave = waveOf(study, waveId)
  const companies = mixedCompanies(study, waveId) ?? []
  const ranked = companies.filter(({ reason }) => reason === null)
  const mean = ranked.length > 0 ? average(ranked.map(({ shift }) => [1, estimate(shift)])) : null
  const moves = ranked.map((one) => mean && besideMean(study, wave, one, mean, ranked.length === 1))
  const p = together(
    moves.map((move) => move?.p_value),
    holm,
  )
  const placed = places(ranked)
  return companies.map((company): CombinedRow => {
    const i = ranked.indexOf(company)
    const [move, place, adjusted] = [moves[i], placed[i], p[i] ?? null]
    const clear = adjusted !== null && adjusted < 1 - study.publication.confidence
    const direction = (move?.shift_vs_mean ?? 0) > 0 ? 'gains' : 'loses'
    const { id, published, reason, one } = company
    return {
      ...{ wave: waveId, company_id: id, n: one.n },
      ...(published ? shownFigures(study, wave, company) : withheld),
      ...unranked,
      ...(move && place
        ? { ...move, ...place, p_adjusted: adjusted, verdict: clear ? direction : 'no_clear_shift' }
        : {}),
      ...{ published, reason },
    }
  })
}
