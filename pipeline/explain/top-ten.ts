/** explain: how the first ten depend on the share of the index that is mixed in, beside what chance does (METHOD.md §16). */
import type { Means } from '../aggregate.ts'
import { amongFirst, mixedIn } from '../stats/turnover.ts'
import { spread } from '../sums.ts'
import type { TopTenRow } from '../tables.ts'
import { meanAt, pointsOf, shownIf } from './figures.ts'

/** The first so many places are looked at. */
export const top = 10
const draws = 1000
const seed = 1
/** Shares of the second index that are tried. */
const tried = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/** A row per share; none below two companies. `ids`: of the ranked companies; `joint`: the first index of all of them, then the second. */
export function topTenRows(
  wave: string,
  { index, with: second, share: stated }: { index: string; with: string; share: number },
  ids: readonly string[],
  joint: Means,
  confidence: number,
): TopTenRow[] {
  const companies = ids.length
  if (companies < 2) return []
  const points = joint.means.map((_, at) => pointsOf(meanAt(joint, at)))
  const scores = {
    ...{ first: points.slice(0, companies), second: points.slice(companies) },
    covariance: joint.matrix.map((row) => row.map((value) => spread ** 2 * value)),
  }
  const shares = [...new Set([...tried, stated])].sort((a, b) => a - b)
  const was = amongFirst(scores.first, top)
  return mixedIn(scores, { shares, top, draws, seed, confidence }).map((one): TopTenRow => {
    const { share } = one
    const combined = scores.first.map((a, k) => (1 - share) * a + share * (scores.second[k] ?? 0))
    const is = amongFirst(combined, top)
    const turnover = {
      ...{ turnover: one.turnover, turnover_expected: one.expected, turnover_p: one.p },
      ...{ turnover_low: one.low, turnover_high: one.high },
    }
    return {
      ...{ wave, index, with: second, share, stated: share === stated, companies },
      ...shownIf(companies > top, turnover),
      entering: ids.filter((_, k) => is[k] && !was[k]).join('|'),
      leaving: ids.filter((_, k) => was[k] && !is[k]).join('|'),
      kendall_tau: Number.isNaN(one.tau) ? null : one.tau,
      ...{ tau_low: one.tauLow ?? null, tau_high: one.tauHigh ?? null },
    }
  })
}
