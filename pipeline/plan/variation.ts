/** What a wave says about the next: how much ratings vary, what companies share, how far apart they are (METHOD.md §15). */
import type { Study } from '../contract/study.ts'
import { grouped } from '../group.ts'
import type { Scored } from '../score.ts'
import { quantile } from '../stats/quantile.ts'
import { changeFigures, type PilotWave, pairFigures, type Returning, restFigures } from './shared.ts'
import { spreadOfTruth, type Truth } from './truth.ts'

/** The tenth of companies with the least, the median, and the tenth with the most. */
export interface Tenths {
  low: number
  median: number
  high: number
}

/** One kind of figure: at a base of n ratings per company its standard error is sd / √n, and df = slope · n − lost. */
export interface Kind {
  /** standard deviation at a base of one rating, design effect included, in points */
  sd: Tenths
  slope: number
  lost: number
  /** tests that the program makes at once; 1 where it makes none */
  tests: number
}

export const kindNames = ['company', 'rest', 'pair', 'change'] as const
export type KindName = (typeof kindNames)[number]

/** The ranked companies of an index in one wave. */
export interface Variation {
  companies: { id: string; industry: string; n: number; score: number }[]
  /** companies by industry, as positions in `companies`, of industries with at least two */
  groups: number[][]
  /** number of ranked companies in the median of those industries */
  size: number
  kinds: { company: Kind; rest: Kind | undefined; pair: Kind | undefined; change: Kind }
  /** covariance of the scores at a base of one rating for each, in points² */
  covariance: number[][]
  /** median correlation: of the errors of two companies of an industry, and of one company’s in two waves */
  correlation: { pair: number; change: number }
  truth: Truth
}

export const tenthsOf = (values: readonly number[]): Tenths => ({
  low: quantile(values, 0.1),
  median: quantile(values, 0.5),
  high: quantile(values, 0.9),
})
const median = (values: readonly number[]): number => quantile(values, 0.5)

/**
 * What the ranked companies of `scored` say. `returning`: by company, in a panel. RangeError where no company is ranked.
 */
export function variationOf(
  study: Study,
  scored: Scored,
  returning: ReadonlyMap<string, Returning> = new Map(),
): Variation {
  const ranked = scored.companies.flatMap((one, k) => (one.reason === null ? [{ ...one, k }] : []))
  if (ranked.length === 0) throw new RangeError('no company is ranked')
  const companies = ranked.map(({ company, n, score }) => {
    const { id = '', industry = '' } = study.companies[company] ?? {}
    return { id, industry, n, score: score ?? 0 }
  })
  const covariance = ranked.map((a) =>
    ranked.map((b) => (scored.covariance[a.k]?.[b.k] ?? 0) * Math.sqrt(a.n * b.n)),
  )
  const cell = (a: number, b: number) => covariance[a]?.[b] ?? 0
  const base = (k: number) => companies[k]?.n ?? 1
  const groups = [...grouped(companies.keys(), (k) => companies[k]?.industry).values()].filter(
    (ks) => ks.length > 1,
  )
  const size = groups.length === 0 ? 1 : Math.round(median(groups.map((ks) => ks.length)))
  const units = median(ranked.map((one) => one.units / one.n))
  const strata = median(ranked.map((one) => one.strata.length))

  const wave: PilotWave = { study, scored, ranked, cell, groups }
  const pairs = pairFigures(wave)
  const rests = restFigures(wave)
  const waves = ranked.flatMap((one, k) =>
    changeFigures(one, cell(k, k), returning.get(companies[k]?.id ?? '')),
  )
  const own = companies.map((_, k) => Math.sqrt(cell(k, k)))
  const again = waves.length === 0 ? 0 : median(waves.map((one) => one.correlation))
  const shared = waves.length === 0 ? 0 : median(waves.map((one) => one.shared))
  return {
    ...{ companies, groups, size, covariance },
    kinds: {
      company: { sd: tenthsOf(own), slope: units, lost: strata, tests: 1 },
      rest:
        rests.length === 0
          ? undefined
          : {
              sd: tenthsOf(rests.map(({ sd }) => sd)),
              slope: median(rests.map(({ slope }) => slope)) * size,
              ...{ lost: strata + 1, tests: size },
            },
      pair:
        pairs.length === 0
          ? undefined
          : {
              sd: tenthsOf(pairs.map(({ sd }) => sd)),
              slope: 2 * units - median(pairs.map(({ shared }) => shared)),
              lost: median(pairs.map((one) => one.strata)) + 1,
              tests: (size * (size - 1)) / 2,
            },
      change: {
        sd: tenthsOf(own.map((sd) => sd * Math.sqrt(2 - 2 * again))),
        slope: 2 * units - shared,
        ...{ lost: 2 * strata, tests: companies.length },
      },
    },
    correlation: {
      pair: pairs.length === 0 ? 0 : median(pairs.map((one) => one.correlation)),
      change: again,
    },
    truth: spreadOfTruth(companies, (a, b) => {
      const part = (j: number, k: number) => cell(j, k) / Math.sqrt(base(j) * base(k))
      return part(a, a) + part(b, b) - 2 * part(a, b)
    }),
  }
}
