/** Whether the items of an index measure one thing, and which item does not fit. */
import { averageVariance, isHeywood, type OneFactor, omega, oneFactor } from './factor.ts'
import { alpha, correlations, itemRest, standardisedAlpha, turned } from './reliability.ts'
import { eigen, expectSquare } from './symmetric.ts'

/** Conventions, in shares of 1: Nunnally 1978 for alpha, Fornell & Larcker 1981 for the variance extracted. */
const enoughAlpha = 0.7
const enoughVariance = 0.5
/** Below this correlation with the rest an item has next to nothing in common with it (Kline 1986). */
const related = 0.2

export type Flag =
  /** a correlation with the rest that is negative, and not when the item is turned round */
  | 'reversed_item'
  /** next to no correlation with the rest, either way round */
  | 'unrelated_item'
  | 'alpha_low'
  /** the factor explains less than half of the items’ variance */
  | 'variance_extracted_low'
  /** two or more eigenvalues of the correlations are above 1 */
  | 'several_dimensions'
  /** two items: no factor model, and alpha is Spearman and Brown’s */
  | 'two_items'
  /** the factor model leaves an item a variance of 0 or below */
  | 'heywood'
  /** the factor model has no finite solution */
  | 'no_factor_model'

export type Verdict =
  | 'too_few_items'
  | 'no_variation'
  | 'reversed_item'
  | 'unrelated_item'
  | 'weak'
  | 'one_thing'

export interface Reliability {
  verdict: Verdict
  flags: Flag[]
  /** places of the items that seem to be the wrong way round */
  reversed: number[]
  /** places of the items that have nothing in common with the rest */
  unrelated: number[]
  alpha: number | undefined
  standardisedAlpha: number | undefined
  /** alpha once the reversed items are turned round */
  alphaTurned: number | undefined
  omega: number | undefined
  averageVariance: number | undefined
  model: OneFactor | undefined
  itemRest: (number | undefined)[]
  eigenvalues: number[]
}

/**
 * The items on the smaller side of the first principal component: fewer items, else less weight. Where the sides are
 * equal, one is turned and all are suspected.
 */
function sides(vector: readonly number[]): { turn: number[]; suspected: number[] } {
  const side = (sign: number) => [...vector.keys()].filter((i) => sign * (vector[i] ?? 0) > 0)
  const weight = (items: number[]) => items.reduce((sum, i) => sum + (vector[i] ?? 0) ** 2, 0)
  const [up, down] = [side(1), side(-1)]
  const lead = up.length - down.length || weight(up) - weight(down)
  if (Math.abs(lead) < 1e-9) return { turn: down, suspected: [...vector.keys()] }
  const smaller = lead < 0 ? up : down
  return { turn: smaller, suspected: smaller }
}

const nothing = {
  flags: [],
  reversed: [],
  unrelated: [],
  alpha: undefined,
  standardisedAlpha: undefined,
  alphaTurned: undefined,
  omega: undefined,
  averageVariance: undefined,
  model: undefined,
  itemRest: [],
  eigenvalues: [],
}

/**
 * What the covariances of the items of an index say about it. The verdict is the first that holds:
 * - `too_few_items`: one item, or none; `no_variation`: an item whose answers are all equal;
 * - `reversed_item`: an item lies on the other side of the first principal component than most, and would have a
 *   correlation of .20 or more with the rest if it were turned round: it is the wrong way round, or the opposite is
 *   asked. Signs are looked at before any coefficient: alpha is then low for no other reason. Where two items oppose each
 *   other both are named, as the figures cannot tell which;
 * - `unrelated_item`: an item with a correlation below .20 with the rest, the reversed ones turned round;
 * - `weak`: standardised alpha below .70; `one_thing`: otherwise.
 * Flags say more; they do not change the verdict.
 * `covariance`: k × k, weighted where the index is, in squared units that the items share.
 * Figures that are not defined are undefined. RangeError for another shape or a value that is not finite.
 * Source: formulas in `reliability.ts` and `factor.ts`; thresholds are conventions.
 */
export function reliability(covariance: readonly (readonly number[])[]): Reliability {
  expectSquare(covariance, 'covariance')
  const k = covariance.length
  if (k < 2) return { ...nothing, verdict: 'too_few_items' }
  if (covariance.some((row, i) => !((row[i] ?? 0) > 0))) return { ...nothing, verdict: 'no_variation' }

  const { values, vectors } = eigen(correlations(covariance))
  const { turn, suspected } = sides(vectors[0] ?? [])
  const fits = itemRest(turned(covariance, turn)).map((r) => r !== undefined && r >= related)
  const reversed = suspected.filter((i) => fits[i])
  const unrelated = [...fits.keys()].filter((i) => !fits[i])
  const model = oneFactor(covariance)
  const [standardised, extracted] = [standardisedAlpha(covariance), averageVariance(model)]
  const low = !(standardised !== undefined && standardised >= enoughAlpha)
  const found: [boolean, Flag][] = [
    [reversed.length > 0, 'reversed_item'],
    [unrelated.length > 0, 'unrelated_item'],
    [low, 'alpha_low'],
    [extracted !== undefined && extracted < enoughVariance, 'variance_extracted_low'],
    [values.filter((value) => value > 1).length > 1, 'several_dimensions'],
    [k === 2, 'two_items'],
    [isHeywood(model), 'heywood'],
    [k > 2 && model === undefined, 'no_factor_model'],
  ]
  const flags = found.flatMap(([holds, flag]) => (holds ? [flag] : []))
  const [first] = flags
  return {
    verdict: first === 'reversed_item' || first === 'unrelated_item' ? first : low ? 'weak' : 'one_thing',
    flags,
    reversed,
    unrelated,
    alpha: alpha(covariance),
    standardisedAlpha: standardised,
    alphaTurned: alpha(
      turned(
        covariance,
        turn.filter((i) => reversed.includes(i)),
      ),
    ),
    omega: omega(model),
    averageVariance: extracted,
    model,
    itemRest: itemRest(covariance),
    eigenvalues: values,
  }
}
