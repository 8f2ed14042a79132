/** rank: places and the ranges of places that the data allow, among ranked companies (METHOD.md §9). */
import type { Study } from './contract/study.ts'
import type { Scored } from './score.ts'
import { submatrix } from './stats/matrix.ts'
import { holmRanks } from './stats/ranks.ts'

export interface Place {
  rank: number
  low: number
  high: number
}

/** Places of the ranked companies of `scored` by position; `within` an industry, or among all. */
function placesAmong(study: Study, scored: Scored, within?: string): Map<number, Place> {
  const ranked = scored.companies.flatMap((one, k) =>
    one.reason === null && (within === undefined || study.companies[one.company]?.industry === within)
      ? [k]
      : [],
  )
  const ranks = holmRanks(
    ranked.map((k) => scored.companies[k]?.score ?? 0),
    submatrix(scored.covariance, ranked),
    1 - study.publication.confidence,
  )
  return new Map(
    ranked.map((k, place) => [
      k,
      { rank: ranks.rank[place] ?? 0, low: ranks.low[place] ?? 0, high: ranks.high[place] ?? 0 },
    ]),
  )
}

/** Places by position in `scored.companies`: among all, and within the company's industry. */
export interface Places {
  all: ReadonlyMap<number, Place>
  industry: ReadonlyMap<number, Place>
}

/** The places of one index in one wave. */
export function rank(study: Study, scored: Scored): Places {
  return {
    all: placesAmong(study, scored),
    industry: new Map([...scored.industries.keys()].flatMap((id) => [...placesAmong(study, scored, id)])),
  }
}
