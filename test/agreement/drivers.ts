/** Rows of the table `drivers` from single ratings, without sums and without derivatives (METHOD.md §21). */
import { benjaminiHochberg } from '../../pipeline/stats/adjust.ts'
import { relativeWeights } from '../../pipeline/stats/relative-weights.ts'
import { positiveInverse } from '../../pipeline/stats/symmetric.ts'
import { correlationsOf, type Ratings, regression } from '../support/regression.ts'
import { type Domain, domainOf, freedom, intervalOf, variance } from './domain.ts'
import { personMean } from './entities.ts'
import { contrast, estimate, minus } from './estimate.ts'
import { groupsOf } from './gaps.ts'
import type { PlainStudy, Rating } from './plain.ts'
import { publicCompanies } from './publication.ts'
import { together, tTest } from './tests.ts'
import { type Wave, waveOf } from './wave.ts'

export interface DrivenStudy extends PlainStudy {
  drivers: { outcome: string; of: readonly string[] }
}

/** A rating that has the outcome and every driver. */
interface Driven {
  place: number
  rating: Rating
  y: number
  x: number[]
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** R² of a set of drivers, by the inverse of their correlations. */
function explainedBy(r: readonly (readonly number[])[], set: readonly number[]): number {
  const last = r.length - 1
  const inverse = positiveInverse(set.map((a) => set.map((b) => r[a]?.[b] ?? 0)))?.inverse ?? []
  const own = set.map((a) => r[a]?.[last] ?? 0)
  return sum(inverse.map((row, i) => (own[i] ?? 0) * sum(row.map((one, j) => one * (own[j] ?? 0)))))
}

const orders = (left: readonly number[]): number[][] =>
  left.length === 0
    ? [[]]
    : left.flatMap((one) => orders(left.filter((other) => other !== one)).map((rest) => [one, ...rest]))

/** What each driver adds to R², averaged over all orders. */
function shapley(r: readonly (readonly number[])[]): number[] {
  const drivers = Array.from({ length: r.length - 1 }, (_, j) => j)
  const all = orders(drivers)
  return drivers.map(
    (j) =>
      sum(
        all.map((order) => {
          const before = order.slice(0, order.indexOf(j))
          return explainedBy(r, [...before, j]) - explainedBy(r, before)
        }),
      ) / all.length,
  )
}

const shares = (parts: readonly number[]) => parts.map((part) => part / sum(parts))

/** Derivatives of figures by the weight of each rating: what a rating’s influence is. */
function byWeight(ratings: Ratings, figures: (r: number[][]) => number[]): number[][] {
  return ratings.w.map((own, i) => {
    const step = 1e-4 * own
    const at = (moved: number) =>
      figures(correlationsOf({ ...ratings, w: ratings.w.map((w, k) => (k === i ? w + moved : w)) }))
    const [up, down] = [at(step), at(-step)]
    return up.map((value, j) => (value - (down[j] ?? 0)) / (2 * step))
  })
}

const cut = (steps: number) => (100 * steps) / 9
const count = (column: readonly number[]) => sum(column)

/** Three regressions of an entity and what they say of driver j. */
function forms(ratings: Ratings, confidence: number, df: number) {
  const { x, y, w } = ratings
  const p = x.length
  const ones = y.map(() => 1)
  const flag = (when: (value: number) => boolean) =>
    x.map((column) => column.map((value) => Number(when(value))))
  const [low, high] = [flag((v) => v <= cut(5) + 1e-9), flag((v) => v >= cut(8) - 1e-9)]
  const ends = regression([ones, ...low, ...high], ratings)
  const knot = cut(6.5)
  const lines = regression(
    [
      ...[ones, ...x.map((column) => column.map((v) => (v < knot ? v - knot : 0)))],
      ...x.map((column) => column.map((v) => (v > knot ? v - knot : 0))),
    ],
    ratings,
  )
  return x.map((_, j) => {
    const nLow = count(low[j] ?? [])
    const nHigh = count(high[j] ?? [])
    const share = sum((low[j] ?? []).map((one, i) => one * (w[i] ?? 0))) / sum(w)
    const of = (fit: typeof ends, at: number) => ({ value: fit?.b[at] ?? 0, v: fit?.v[at]?.[at] ?? 0 })
    const [penalty, reward] = [of(ends, 1 + j), of(ends, 1 + p + j)]
    const [below, above] = [of(lines, 1 + j), of(lines, 1 + p + j)]
    const limits = (one: { value: number; v: number }) =>
      intervalOf(one.value, one.v, df, y.length, confidence)
    const lost = limits({ value: -share * penalty.value, v: share ** 2 * penalty.v })
    const [first, second] = [limits(penalty), limits(reward)]
    const both = lines?.v[1 + j]?.[1 + p + j] ?? 0
    const [larger, smaller] = below.value >= above.value ? [below, above] : [above, below]
    const bend = tTest(larger.value / 2 - smaller.value, larger.v / 4 + smaller.v - both, df, confidence)
    const penaltyP = tTest(penalty.value, penalty.v, df, confidence)?.p ?? 1
    const slopeP = tTest(below.value, below.v, df, confidence)?.p ?? 1
    return {
      ends: { nLow, nHigh, between: y.length - nLow - nHigh },
      ofEnds: {
        ...{ n_low: nLow, n_high: nHigh, penalty: penalty.value, reward: reward.value },
        ...{ penalty_se: first.se, penalty_low: first.low, penalty_high: first.high },
        ...{ reward_se: second.se, reward_low: second.low, reward_high: second.high },
        ...{ lost: -share * penalty.value, lost_low: lost.low, lost_high: lost.high },
      },
      slopes: {
        ...{ slope_below: 10 * below.value, slope_below_se: 10 * Math.sqrt(below.v) },
        ...{ slope_above: 10 * above.value, slope_above_se: 10 * Math.sqrt(above.v) },
      },
      bend: larger.value > 0 && larger.value / 2 > smaller.value ? (bend?.p ?? 1) : 1,
      lostP: Math.max(penalty.value < 0 ? penaltyP : 1, below.value > 0 ? slopeP : 1),
    }
  })
}

/** Everything of the table but kinds and advice, which follow from it; by `level entity driver`. */
export function plainDrivers(study: DrivenStudy, waveId: string): Map<string, Record<string, unknown>> {
  const wave: Wave = waveOf(study, waveId)
  const { confidence, minimum_n, minimum_segment_n: least = 30 } = study.publication
  const scoreOf = (id: string, rating: Rating) => {
    const index = study.indices.find((one) => one.id === id)
    return index === undefined ? null : personMean(study, index, index.items, rating)
  }
  const companies = publicCompanies(study, waveId)
  const publicIds = new Set(companies.map(({ id }) => id))
  const driven = wave.people.flatMap(({ ratings }, place) =>
    ratings.flatMap((rating): Driven[] => {
      const y = scoreOf(study.drivers.outcome, rating)
      const x = study.drivers.of.map((id) => scoreOf(id, rating))
      if (!publicIds.has(rating.company) || y === null || x.includes(null)) return []
      return [{ place, rating, y, x: x.map((one) => one ?? 0) }]
    }),
  )
  const p = study.drivers.of.length
  const needed = Math.max(least, 10 * (2 * p + 1))
  const byRating = new Map(driven.map((one) => [one.rating, one]))
  const inside = (ids: readonly string[]) => driven.filter(({ rating }) => ids.includes(rating.company))
  const scoreDomain = (ids: readonly string[], j: number): Domain =>
    domainOf(wave, (rating) => {
      const one = byRating.get(rating)
      return one !== undefined && ids.includes(rating.company) ? (one.x[j] ?? 0) : null
    })
  const varies = (ids: readonly string[]) =>
    study.drivers.of.every((_, j) => variance(wave, scoreDomain(ids, j)) > 0)
  const groups = groupsOf(study, companies, (ids) => ({
    // One is a company; the industries of these studies have several, or none that counts.
    published: inside(ids).length >= (ids.length === 1 ? least : needed) && varies(ids),
    bases: [inside(ids).length],
  }))
  const entities = [
    ...companies.map(({ id }) => ({ level: 'company' as const, id, members: [id] as readonly string[] })),
    ...groups,
  ]
  const rows = entities.flatMap(({ level, id, members }) => {
    const own = inside(members)
    const ratings: Ratings = {
      y: own.map(({ y }) => y),
      x: study.drivers.of.map((_, j) => own.map(({ x }) => x[j] ?? 0)),
      w: own.map(({ place, rating }) => wave.weight(place, rating)),
      unit: own.map(({ place }) => wave.unitOf[place] ?? -1),
    }
    const large = own.length >= (level === 'company' ? Math.max(needed, minimum_n) : needed)
    const r = large ? correlationsOf(ratings) : []
    const parts = large ? shapley(r) : []
    const total = sum(ratings.w)
    const influences = large
      ? byWeight(ratings, (moved) => [...shares(shapley(moved)), ...shares(relativeWeights(moved).weights)])
      : []
    const limitsOf = (column: number, value: number, df: number) => {
      const values = new Map(own.map(({ rating }, i) => [rating, total * (influences[i]?.[column] ?? 0)]))
      const v = variance(
        wave,
        domainOf(wave, (rating) => values.get(rating) ?? null),
      )
      return intervalOf(value, v, df, own.length, confidence)
    }
    const first = scoreDomain(members, 0)
    const df = freedom(wave, first.members)
    const shaped = large ? forms(ratings, confidence, df - 2 * p) : []
    const industry = groups.find(
      (one) =>
        one.level === 'industry' && one.id === companies.find((company) => company.id === id)?.industry,
    )
    return study.drivers.of.map((driver, j) => {
      const domain = scoreDomain(members, j)
      const limits = intervalOf(domain.mean, variance(wave, domain), df, domain.n, confidence)
      const n = own.length
      const published = n >= (level === 'company' ? least : needed) && variance(wave, domain) > 0
      const others = (industry?.members ?? []).filter((other) => other !== id)
      const compared = level === 'company' && published && inside(others).length >= least
      const freedoms = others.map((other) => freedom(wave, scoreDomain([other], j).members))
      const rest = compared
        ? contrast(
            ...([study, wave, minus(estimate(domain), estimate(scoreDomain(others, j)))] as const),
            Math.min(df, Math.max(...freedoms)),
          )
        : null
      const form = shaped[j]
      const lmgLimits = large ? limitsOf(j, shares(parts)[j] ?? 0, df) : undefined
      const weights = large ? shares(relativeWeights(r).weights) : []
      const johnson = large ? limitsOf(p + j, weights[j] ?? 0, df) : undefined
      const enough =
        form !== undefined && Math.min(form.ends.nLow, form.ends.nHigh, form.ends.between) >= least
      const figures: Record<string, unknown> = {
        ...{
          n_effective: domain.kish,
          score: domain.mean,
          se: limits.se,
          df,
          low: limits.low,
          high: limits.high,
        },
        ...{ score_vs_rest: rest?.difference ?? null, score_vs_rest_p: rest?.p ?? null },
        ...{ score_vs_rest_low: rest?.low ?? null, score_vs_rest_high: rest?.high ?? null },
        ...{
          r2: large ? sum(parts) : null,
          lmg: parts[j] ?? null,
          importance: large ? shares(parts)[j] : null,
        },
        ...{ importance_se: lmgLimits?.se ?? null, importance_low: lmgLimits?.low ?? null },
        ...{ importance_high: lmgLimits?.high ?? null, johnson: weights[j] ?? null },
        ...{ johnson_low: johnson?.low ?? null, johnson_high: johnson?.high ?? null },
        ...(enough
          ? form.ofEnds
          : { n_low: null, penalty: null, penalty_se: null, reward: null, lost: null }),
        ...(form?.slopes ?? { slope_below: null, slope_above: null }),
        bend_p: level === 'company' ? null : (form?.bend ?? null),
      }
      const shown = published ? figures : Object.fromEntries(Object.keys(figures).map((name) => [name, null]))
      return {
        key: `${level} ${id} ${driver}`,
        lostP:
          level !== 'company' && published && enough && Math.min(form.ends.nLow, form.ends.nHigh) >= 30
            ? form.lostP
            : null,
        figures: { n, published, ...shown } as Record<string, unknown>,
      }
    })
  })
  const adjust = (values: (number | null)[]) => together(values, benjaminiHochberg)
  const numbers = (name: string) => rows.map(({ figures }) => (figures[name] as number | null) ?? null)
  const [rests, bends, losses] = [
    adjust(numbers('score_vs_rest_p')),
    adjust(numbers('bend_p')),
    adjust(rows.map(({ lostP }) => lostP)),
  ]
  return new Map(
    rows.map(({ key, figures }, i) => [
      key,
      {
        ...figures,
        score_vs_rest_p_adjusted: rests[i] ?? null,
        bend_p_adjusted: bends[i] ?? null,
        lost_p_adjusted: losses[i] ?? null,
      },
    ]),
  )
}
