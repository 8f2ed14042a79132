/** What the rules of METHOD.md §21 make of a drawn study: of one industry. */
import { type Advice, adviceTogether } from '../../../pipeline/drivers/advice.ts'
import { type Fitted, kindOf, knownOf } from '../../../pipeline/drivers/evidence.ts'
import { benjaminiHochberg } from '../../../pipeline/stats/adjust.ts'
import { interval } from '../../../pipeline/stats/interval.ts'
import { errorOf, importanceOf } from '../../support/importance.ts'
import { type Ratings, regression } from '../../support/regression.ts'

const level = 0.05
export const cuts = { low: 500 / 9, high: 800 / 9 }
const step = 100 / 9
export const knot = (cuts.low + cuts.high) / 2
const rounding = 1e-9

const flags = (x: readonly (readonly number[])[], when: (value: number) => boolean) =>
  x.map((column) => column.map((value) => Number(when(value))))
const count = (column: readonly number[]) => column.reduce((sum, one) => sum + one, 0)

export interface Verdict {
  kinds: string[]
  /** computed when asked for: importance takes longest */
  advice: () => Advice[]
}

export function judge(ratings: Ratings): Verdict {
  const { x, y, w } = ratings
  const p = x.length
  const ones = y.map(() => 1)
  const fitBy = (first: number[][], second: number[][]): Fitted => {
    const found = regression([ones, ...first, ...second], ratings)
    return found === undefined
      ? { b: [], v: [], estimable: [] }
      : { ...found, estimable: found.b.map(() => true) }
  }
  const low = flags(x, (value) => value <= cuts.low + rounding)
  const high = flags(x, (value) => value >= cuts.high - rounding)
  const otherLow = flags(x, (value) => value <= cuts.low - step + rounding)
  const otherHigh = flags(x, (value) => value >= cuts.high - step - rounding)
  const fits = {
    ends: fitBy(low, high),
    otherEnds: fitBy(otherLow, otherHigh),
    lines: fitBy(
      x.map((column) => column.map((value) => Math.min(0, value - knot))),
      x.map((column) => column.map((value) => Math.max(0, value - knot))),
    ),
  }
  const df = y.length - 1 - 2 * p
  const known = x.map((_, j) =>
    knownOf(
      fits,
      {
        ...{ low: count(low[j] ?? []), high: count(high[j] ?? []) },
        ...{ otherLow: count(otherLow[j] ?? []), otherHigh: count(otherHigh[j] ?? []) },
        share: count(low[j] ?? []) / y.length,
      },
      ...([j, p, df] as const),
    ),
  )
  const bends = benjaminiHochberg(known.map(({ bend }) => bend.p))
  const losses = benjaminiHochberg(
    known.map(({ contrast, lostP }) => (contrast.reason === 'too_few' ? 1 : lostP)),
  )
  const kinds = known.map((one, j) => kindOf(one, bends[j] ?? 1, level))
  const advice = () => {
    const importance = importanceOf(ratings)
    return adviceTogether(
      known.map(({ ends, ofEnds, contrast }, j) => ({
        kind: kinds[j] ?? 'none',
        matters:
          (interval(
            importance.lmg[j] ?? 0,
            errorOf(importance.lmgInfluence[j] ?? [], w),
            y.length - 1,
            1 - level,
          )?.low ?? 0) > 0,
        rewards: contrast.kind === 'excitement',
        loses: (losses[j] ?? 1) < level,
        lost: -ends.share * ofEnds.first,
      })),
      known.map((_, a) =>
        known.map(
          (_, b) =>
            (known[a]?.ends.share ?? 0) * (known[b]?.ends.share ?? 0) * (fits.ends.v[1 + a]?.[1 + b] ?? 0),
        ),
      ),
      df,
      level,
    )
  }
  return { kinds, advice }
}
