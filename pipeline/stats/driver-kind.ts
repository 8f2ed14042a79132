/** In which way a driver acts: whether its lack hurts, or plenty of it pleases, or both. */
import { tTwoSidedP } from './distributions.ts'

/** Two estimates of one regression. */
export interface Two {
  first: number
  second: number
  firstVariance: number
  secondVariance: number
  covariance: number
}

export type Kind = 'basic' | 'performance' | 'excitement' | 'none'
export type NoKind = 'too_few' | 'wrong_sign' | 'no_effect'

export interface Contrast {
  kind: Kind
  /** why there is none */
  reason: NoKind | null
  /** (reward − |penalty|) / (reward + |penalty|), −1 to 1, both at least 0; undefined where there is no kind */
  asymmetry: number | undefined
}

/** Ratings that either end needs. */
export const fewestAtEnds = 30
/** Estimates of this many errors are clear. */
const clear = 2
/** An asymmetry beyond this is one. */
const lopsided = 0.2

const tOf = (estimate: number, variance: number) => estimate / Math.sqrt(variance)

/**
 * Kind by penalty (`first`) and reward (`second`): the first rule of METHOD.md §21 that holds. `low`, `high`: ratings at
 * either end. Source: Brandt 1987; Mikulić & Prebežac 2008, Managing Service Quality 18, 559-576.
 */
export function contrastKind(two: Two, low: number, high: number): Contrast {
  const { first: penalty, second: reward } = two
  const none = (reason: NoKind): Contrast => ({ kind: 'none', reason, asymmetry: undefined })
  if (Math.min(low, high) < fewestAtEnds) return none('too_few')
  const [tPenalty, tReward] = [tOf(penalty, two.firstVariance), tOf(reward, two.secondVariance)]
  if (tPenalty > clear || tReward < -clear) return none('wrong_sign')
  if (!(tPenalty <= -clear || tReward >= clear)) return none('no_effect')
  const tSum = tOf(penalty + reward, two.firstVariance + two.secondVariance + 2 * two.covariance)
  const [lost, won] = [Math.max(0, -penalty), Math.max(0, reward)]
  const asymmetry = (won - lost) / (won + lost)
  const as = (kind: Kind): Contrast => ({ kind, reason: null, asymmetry })
  if (tPenalty <= -clear && tSum < -clear && asymmetry <= -lopsided) return as('basic')
  if (tReward >= clear && tSum > clear && asymmetry >= lopsided) return as('excitement')
  return as('performance')
}

/** On which side a driver acts more. */
export type Side = 'below' | 'above'

/**
 * Whether one slope is less than half of the other: below (`first`) and above (`second`) the knot. One-sided t test of half
 * the larger minus the smaller, doubled for the choice of the side; p is 1 where the larger is not above 0. METHOD.md §21.
 */
export function bendTest(two: Two, df: number): { side: Side; p: number } {
  const side: Side = two.first >= two.second ? 'below' : 'above'
  const [larger, smaller] = side === 'below' ? [two.first, two.second] : [two.second, two.first]
  const [wide, narrow] =
    side === 'below' ? [two.firstVariance, two.secondVariance] : [two.secondVariance, two.firstVariance]
  const t = (larger / 2 - smaller) / Math.sqrt(wide / 4 + narrow - two.covariance)
  return { side, p: larger > 0 && t > 0 && df >= 1 ? tTwoSidedP(t, df) : 1 }
}

export interface Evidence {
  contrast: Contrast
  otherCuts: Contrast
  slopes: Two
  /** the side of the bend; undefined where it is not clear */
  bend: Side | undefined
}

/**
 * The kind of a driver from all evidence (METHOD.md §21). Two pairs of cuts agree where one of them gives the kind, and the
 * other sees the same asymmetry in the same direction.
 */
export function driverKind({ contrast, otherCuts, slopes, bend }: Evidence): Kind | 'not_interpretable' {
  if (contrast.reason === 'no_effect') return 'none'
  const t = {
    below: tOf(slopes.first, slopes.firstVariance),
    above: tOf(slopes.second, slopes.secondVariance),
  }
  if (!(Math.abs(t.below) >= clear || Math.abs(t.above) >= clear)) return 'none'
  const both = [contrast, otherCuts]
  const agree = (kind: Kind, direction: number) =>
    both.some((one) => one.kind === kind) &&
    both.every(({ asymmetry = 0 }) => direction * asymmetry >= lopsided)
  if (bend === 'below' && t.below >= clear && agree('basic', -1)) return 'basic'
  if (bend === 'above' && t.above >= clear && agree('excitement', 1)) return 'excitement'
  return contrast.kind !== 'none' && t.below >= clear && t.above >= clear
    ? 'performance'
    : 'not_interpretable'
}
