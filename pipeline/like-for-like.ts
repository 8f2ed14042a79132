/** compare: an industry or all, in two waves, over the companies that both show: a change is one of customers, not of company lists (METHOD.md §11). */
import type { Study } from './contract/study.ts'
import type { Scored } from './score.ts'
import { combination } from './stats/design.ts'
import type { Figure, Overlap } from './stats/interval.ts'
import { submatrix } from './stats/matrix.ts'
import { acrossCovariance, type Side, sideTogether } from './stats/panel.ts'
import { spread } from './sums.ts'

/** The same in the wave before and in this one, and what the two share. */
export interface Compared {
  was: Figure
  is: Figure
  overlap: Overlap | undefined
}

/** Numbers of the shown companies of an industry, or of all. */
const shownIn = (study: Study, { companies }: Scored, industry: string | undefined): number[] =>
  companies.flatMap(({ company, published }) =>
    published && (industry === undefined || study.companies[company]?.industry === industry) ? [company] : [],
  )

/** The mean of these companies by their shares; `df`: of the group as it is published. */
function meanOver(
  scored: Scored,
  companies: readonly number[],
  shares: readonly number[],
  df: number,
): Figure {
  const ks = companies.map((company) => scored.companies.findIndex((one) => one.company === company))
  const { mean, variance } = combination(
    ks.map((k) => scored.companies[k]?.score ?? 0),
    submatrix(scored.covariance, ks),
    shares,
  )
  return { score: mean, se: Math.sqrt(variance), df }
}

/**
 * A group in two waves over the companies that both show; undefined where there is none. `df`: those of the group as
 * published then and now; `units`: sampling units that both waves share in it.
 */
export function likeForLike(
  study: Study,
  then: Scored,
  now: Scored,
  { industry, df, units }: { industry: string | undefined; df: readonly [number, number]; units: number },
): Compared | undefined {
  const before = new Set(shownIn(study, then, industry))
  const common = shownIn(study, now, industry).filter((company) => before.has(company))
  if (common.length === 0) return undefined
  const shares = common.map((company) => study.companies[company]?.share ?? 1)
  const total = shares.reduce((a, b) => a + b, 0)
  const side = ({ panel }: Scored): Side | undefined => {
    const sides = common.flatMap((company) => panel?.companies.get(company) ?? [])
    const m = shares.map((share) => share / total)
    return sides.length === common.length ? sideTogether(sides, m) : undefined
  }
  const [first, second, shared] = [side(then), side(now), now.panel?.shared]
  return {
    was: meanOver(then, common, shares, df[0]),
    is: meanOver(now, common, shares, df[1]),
    overlap:
      first && second && shared
        ? { covariance: spread ** 2 * acrossCovariance(first, second, shared.across), units }
        : undefined,
  }
}
