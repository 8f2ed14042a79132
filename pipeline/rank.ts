/** rank: places and the ranges of places that the data allow, among ranked companies (METHOD.md §9). */
import type { Study } from './contract/study.ts'
import { grouped } from './group.ts'
import type { Scored } from './score.ts'
import { submatrix } from './stats/matrix.ts'
import { holmRanks } from './stats/ranks.ts'

export interface Place {
  rank: number
  low: number
  high: number
}

/** Places of companies by position: among all, and within the company’s industry. */
export interface Places {
  all: ReadonlyMap<number, Place>
  industry: ReadonlyMap<number, Place>
}

/** Companies to be ranked. */
interface Ranked {
  /** by position in what they are ranked of */
  k: number
  industry: string
  score: number
}

/** The places of companies; `matrix`: the covariance of their scores, in their order. */
export function placesOf(
  ranked: readonly Ranked[],
  matrix: readonly (readonly number[])[],
  confidence: number,
): Places {
  const among = (ones: readonly number[]) => {
    const scores = ones.map((at) => ranked[at]?.score ?? 0)
    const { rank, low, high } = holmRanks(scores, submatrix(matrix, ones), 1 - confidence)
    return ones.map(
      (at, place) =>
        [
          ranked[at]?.k ?? -1,
          { rank: rank[place] ?? 0, low: low[place] ?? 0, high: high[place] ?? 0 },
        ] as const,
    )
  }
  const all = [...ranked.keys()]
  return {
    all: new Map(among(all)),
    industry: new Map([...grouped(all, (at) => ranked[at]?.industry).values()].flatMap(among)),
  }
}

/** The places of one index in one wave, by position in `scored.companies`. */
export function rank(study: Study, { companies, covariance }: Scored): Places {
  const ranked = companies.flatMap(({ reason, company, score }, k) =>
    reason === null ? [{ k, industry: study.companies[company]?.industry ?? '', score: score ?? 0 }] : [],
  )
  const matrix = submatrix(
    covariance,
    ranked.map(({ k }) => k),
  )
  return placesOf(ranked, matrix, study.publication.confidence)
}
