/** The model of one factor behind several items, by maximum likelihood. */
import { correlations } from './reliability.ts'
import { eigen, positiveInverse } from './symmetric.ts'

export interface OneFactor {
  /** loading of each item on a factor of variance 1, in the unit of the item */
  loadings: number[]
  /** variance of each item that the factor leaves, in its squared unit */
  residuals: number[]
  /** loadings over the standard deviations of the items */
  standardised: number[]
}

interface Step {
  /** log|Σ| + tr(RΣ⁻¹) */
  misfit: number
  /** half its derivatives by the k loadings and the k residuals */
  gradient: number[]
  /** their expected second derivatives, halved as well */
  information: number[][]
}

/** Where a step from loadings l and residuals t stands; undefined where Σ = ll′ + diag t is no covariance. */
function standing(
  r: readonly (readonly number[])[],
  l: readonly number[],
  t: readonly number[],
): Step | undefined {
  const k = l.length
  const model = r.map((_, i) => l.map((lj, j) => (l[i] ?? 0) * lj + (i === j ? (t[i] ?? 0) : 0)))
  const found = positiveInverse(model)
  if (found === undefined) return undefined
  const w = (i: number, j: number) => found.inverse[i]?.[j] ?? 0
  const times = (i: number, vector: (j: number) => number) => {
    let sum = 0
    for (let j = 0; j < k; j++) sum += w(i, j) * vector(j)
    return sum
  }
  const index = l.map((_, i) => i)
  const wr = index.map((i) => index.map((j) => times(i, (m) => r[m]?.[j] ?? 0)))
  const v = index.map((i) => times(i, (j) => l[j] ?? 0))
  const c = v.reduce((sum, value, i) => sum + value * (l[i] ?? 0), 0)
  const wrv = index.map((i) => index.reduce((sum, j) => sum + (wr[i]?.[j] ?? 0) * (v[j] ?? 0), 0))
  const wrw = index.map((i) => index.reduce((sum, j) => sum + (wr[i]?.[j] ?? 0) * w(j, i), 0))
  return {
    misfit: found.logDeterminant + index.reduce((sum, i) => sum + (wr[i]?.[i] ?? 0), 0),
    gradient: [
      ...index.map((i) => (v[i] ?? 0) - (wrv[i] ?? 0)),
      ...index.map((i) => (w(i, i) - (wrw[i] ?? 0)) / 2),
    ],
    information: [
      ...index.map((i) => [
        ...index.map((j) => w(i, j) * c + (v[i] ?? 0) * (v[j] ?? 0)),
        ...index.map((j) => w(i, j) * (v[j] ?? 0)),
      ]),
      ...index.map((i) => [
        ...index.map((j) => w(i, j) * (v[i] ?? 0)),
        ...index.map((j) => w(i, j) ** 2 / 2),
      ]),
    ],
  }
}

/** A standardised loading beyond this has no end: the likelihood rises for ever. */
const runaway = 3

/**
 * One factor by maximum likelihood: Σ = λλ′ + diag θ minimises log|Σ| + tr(SΣ⁻¹), by Fisher’s scoring with halved
 * steps, on the correlations. Residuals are not held above 0: where one ends at or below 0 (a Heywood case) the
 * model does not describe the items, and `omega` and `averageVariance` are undefined.
 * `covariance`: k × k, in squared units of the items. The sign is that with which the loadings sum to more than 0.
 * Undefined for k < 3, where there are more unknowns than figures, and where no solution is found with loadings
 * below 3 standard deviations, as where three correlations have a negative product.
 * RangeError for another shape, or an item without variance.
 * Source: Jöreskog 1967, Psychometrika 32, 443-482; equal to lavaan (R), `std.lv = TRUE`.
 */
export function oneFactor(covariance: readonly (readonly number[])[]): OneFactor | undefined {
  const r = correlations(covariance)
  const k = r.length
  if (k < 3) return undefined
  const { values, vectors } = eigen(r)
  const largest = Math.sqrt(values[0] ?? 0)
  let at = [...(vectors[0] ?? [])].map((x) => 0.9 * largest * x)
  at.push(...at.map((loading) => Math.max(0.1, 1 - loading * loading)))
  let here = standing(r, at.slice(0, k), at.slice(k))
  for (let step = 0; step < 1000 && here !== undefined && slopeOf(here) > 1e-12; step++) {
    const { gradient, misfit, information } = here
    const move = positiveInverse(information)?.inverse.map((row) =>
      row.reduce((sum, x, j) => sum - x * (gradient[j] ?? 0), 0),
    )
    let next: { tried: number[]; there: Step } | undefined
    for (let part = 1; move !== undefined && part > 1e-8 && next === undefined; part /= 2) {
      const tried = at.map((value, i) => value + part * (move[i] ?? 0))
      const there = standing(r, tried.slice(0, k), tried.slice(k))
      if (there !== undefined && there.misfit < misfit + 1e-13) next = { tried, there }
    }
    if (next === undefined) break
    if (next.tried.slice(0, k).some((loading) => Math.abs(loading) > runaway)) return undefined
    at = next.tried
    here = next.there
  }
  // what rounding leaves of the slope, where the items are almost copies of each other
  if (here === undefined || slopeOf(here) > 1e-8) return undefined
  return modelOf(covariance, at.slice(0, k), at.slice(k))
}

const slopeOf = ({ gradient }: Step): number =>
  gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0)

function modelOf(covariance: readonly (readonly number[])[], l: number[], t: number[]): OneFactor {
  const sign = l.reduce((sum, x) => sum + x, 0) < 0 ? -1 : 1
  const variance = covariance.map((row, i) => row[i] ?? 0)
  return {
    loadings: l.map((x, i) => sign * x * Math.sqrt(variance[i] ?? 0)),
    residuals: t.map((x, i) => x * (variance[i] ?? 0)),
    standardised: l.map((x, i) => (sign * x) / Math.sqrt(x * x + (t[i] ?? 0))),
  }
}

const admissible = ({ residuals }: OneFactor): boolean => residuals.every((residual) => residual > 0)

/**
 * McDonald’s omega, the share of the variance of the sum of the items that comes from the factor:
 *   ω = (Σλ)² / ((Σλ)² + Σθ), 0-1. Undefined without a model and in a Heywood case.
 * Source: McDonald 1999, Test Theory.
 */
export function omega(model: OneFactor | undefined): number | undefined {
  if (model === undefined || !admissible(model)) return undefined
  const sum = model.loadings.reduce((total, loading) => total + loading, 0) ** 2
  return sum / (sum + model.residuals.reduce((total, residual) => total + residual, 0))
}

/**
 * The same for the sum of the standardised items: loadings over standard deviations, θ = 1 − λ².
 * Undefined as `omega`.
 */
export function standardisedOmega(model: OneFactor | undefined): number | undefined {
  if (model === undefined) return undefined
  const { residuals, standardised } = model
  const shares = standardised.map((loading, i) => ((residuals[i] ?? 0) > 0 ? 1 - loading * loading : 0))
  return omega({ loadings: standardised, residuals: shares, standardised })
}

/**
 * Average variance extracted: the mean of the squared standardised loadings, 0-1. Undefined as `omega`.
 * Source: Fornell & Larcker 1981, Journal of Marketing Research 18, 39-50.
 */
export function averageVariance(model: OneFactor | undefined): number | undefined {
  if (model === undefined || !admissible(model)) return undefined
  return model.standardised.reduce((sum, loading) => sum + loading * loading, 0) / model.standardised.length
}

/** Whether there is a model and a residual of it is at or below 0. */
export function isHeywood(model: OneFactor | undefined): boolean {
  return model !== undefined && !admissible(model)
}
