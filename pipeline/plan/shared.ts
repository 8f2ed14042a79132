/** What two companies, a company and the rest of its industry, and two waves of a panel have in common (METHOD.md §15). */
import type { Study } from '../contract/study.ts'
import type { CompanyEstimate, Scored } from '../score.ts'
import type { Difference } from '../stats/interval.ts'
import { dot, product } from '../stats/matrix.ts'
import { mean, pairsOf } from './truth.ts'

/** A company’s change from the wave before as tested, its standard error in that wave, and the units with a score in both. */
export interface Returning {
  test: Difference
  se: number
  units: number
}

/** The ranked companies of a wave, and their covariance at a base of one rating for each. */
export interface PilotWave {
  study: Study
  scored: Scored
  /** `k`: position in `scored.companies` */
  ranked: readonly (CompanyEstimate & { k: number })[]
  cell(a: number, b: number): number
  /** positions in `ranked` by industry, of industries with at least two */
  groups: readonly (readonly number[])[]
}

/** Every two companies of an industry: standard deviation at a base of one, and what is shared per rating. */
export const pairFigures = ({ scored, ranked, cell, groups }: PilotWave) =>
  groups.flatMap(pairsOf).flatMap(([a, b]) => {
    const [first, second] = [ranked[a], ranked[b]]
    if (first === undefined || second === undefined) return []
    const units = scored.shared.get(`${first.k} ${second.k}`)?.units ?? 0
    return [
      {
        sd: Math.sqrt(Math.max(0, cell(a, a) + cell(b, b) - 2 * cell(a, b))),
        correlation: cell(a, b) / Math.sqrt(cell(a, a) * cell(b, b)),
        shared: units / Math.sqrt(first.n * second.n),
        strata: new Set([...first.strata, ...second.strata]).size,
      },
    ]
  })

/** Every company beside the others of its industry, as its figure takes them together; units per rating of the industry. */
export const restFigures = ({ study, ranked, cell, groups }: PilotWave) =>
  groups.flatMap((ks) => {
    const share = (k: number) =>
      study.publication.aggregate === 'ratings' ? 1 : (study.companies[ranked[k]?.company ?? -1]?.share ?? 1)
    const matrix = ks.map((a) => ks.map((b) => cell(a, b)))
    const ratings = mean(ks.map((k) => ranked[k]?.n ?? 0)) * ks.length
    const all = ks.reduce((sum, k) => sum + share(k), 0)
    return ks.map((k) => {
      const contrast = ks.map((one) => (one === k ? 1 : -share(one) / (all - share(k))))
      const units = (ranked[k]?.rest?.df ?? 0) + 1 + (ranked[k]?.strata.length ?? 0)
      return { sd: Math.sqrt(Math.max(0, dot(contrast, product(matrix, contrast)))), slope: units / ratings }
    })
  })

/** A company in both waves of a panel: correlation of its two estimates, and units in both per rating. `square`: its variance at a base of one. */
export function changeFigures({ n }: CompanyEstimate, square: number, then: Returning | undefined) {
  if (then === undefined) return []
  const [v1, v2] = [then.se ** 2, square / n]
  return [
    {
      correlation: (v1 + v2 - then.test.se ** 2) / (2 * Math.sqrt(v1 * v2)),
      shared: then.units / n,
    },
  ]
}
