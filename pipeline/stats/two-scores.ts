/** Two scores of each company, and what may lie behind their estimates. */
import { normalDraws } from './draws.ts'

/** Estimates of p companies, and the covariance of their errors: all p of the first, then all p of the second. */
export interface TwoScores {
  first: readonly number[]
  second: readonly number[]
  covariance: readonly (readonly number[])[]
}

/** A symmetric 2 × 2 matrix, of the first score, of both, and of the second. */
interface Two {
  aa: number
  ab: number
  bb: number
}

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length

/** Means over companies, covariance between them, and the mean covariance that errors add to it. */
function spreadOf({ first, second, covariance }: TwoScores): { a: number; b: number; seen: Two; error: Two } {
  const p = first.length
  const [a, b] = [meanOf(first), meanOf(second)]
  const sum = (of: (k: number) => number) => first.reduce((all, _, k) => all + of(k), 0)
  const cell = (i: number, j: number) => covariance[i]?.[j] ?? 0
  /** Errors that all companies share move none past another. */
  const error = (rows: number, columns: number) =>
    (sum((k) => cell(rows + k, columns + k)) - sum((i) => sum((j) => cell(rows + i, columns + j))) / p) /
    (p - 1)
  const [x, y] = [(k: number) => (first[k] ?? 0) - a, (k: number) => (second[k] ?? 0) - b]
  const product = (of: (k: number) => number, by: (k: number) => number) =>
    sum((k) => of(k) * by(k)) / (p - 1)
  return {
    ...{ a, b },
    seen: { aa: product(x, x), ab: product(x, y), bb: product(y, y) },
    error: { aa: error(0, 0), ab: error(0, p), bb: error(p, p) },
  }
}

/** What is left of a covariance without errors; never negative in any direction. */
function without({ aa, ab, bb }: Two, error: Two): Two & { slope: number } {
  const first = Math.max(0, aa - error.aa)
  const slope = first > 0 ? (ab - error.ab) / first : 0
  const own = Math.max(0, bb - error.bb - slope * slope * first)
  return { slope, aa: first, ab: slope * first, bb: slope * slope * first + own }
}

/**
 * A truth in which the second score is only what the first predicts: the first drawn in until its variance between companies is
 * that without errors, the second on its line. Source: Louis 1984, JASA 79, 393-398 (constrained shrinkage).
 */
export function onOneLine(scores: TwoScores): { first: number[]; second: number[] } {
  const { a, b, seen, error } = spreadOf(scores)
  const { aa, slope } = without(seen, error)
  const inward = seen.aa > 0 ? Math.sqrt(aa / seen.aa) : 0
  const first = scores.first.map((value) => a + inward * (value - a))
  return { first, second: first.map((value) => b + slope * (value - a)) }
}

/** A draw of the covariance between companies that was seen as `seen` among p of them: inverse Wishart, p − 1 df. */
function covarianceDrawn({ aa, ab, bb }: Two, p: number, normal: () => number): Two {
  const df = p - 1
  const chiSquare = (terms: number) =>
    Array.from({ length: terms }, normal).reduce((sum, g) => sum + g * g, 0)
  const [t11, t21, t22] = [Math.sqrt(chiSquare(df)), normal(), Math.sqrt(chiSquare(df - 1))]
  const c11 = Math.sqrt(aa)
  const c21 = c11 > 0 ? ab / c11 : 0
  const c22 = Math.sqrt(Math.max(0, bb - c21 * c21))
  const [u11, u12, u22] = [1 / t11, -t21 / (t11 * t22), 1 / t22]
  const [m11, m12] = [c11 * u11, c11 * u12]
  const [m21, m22] = [c21 * u11, c21 * u12 + c22 * u22]
  return {
    aa: df * (m11 * m11 + m12 * m12),
    ab: df * (m11 * m21 + m12 * m22),
    bb: df * (m21 * m21 + m22 * m22),
  }
}

/** True scores of one company: N(mean, between) before its estimates x, y with errors N(0, error) were seen, drawn after. */
function companyDrawn(between: Two, error: Two, [x, y]: readonly [number, number], normal: () => number) {
  const [s11, s12, s22] = [between.aa + error.aa, between.ab + error.ab, between.bb + error.bb]
  const det = s11 * s22 - s12 * s12
  const [g, h] = [normal(), normal()]
  if (!(det > 0)) return { first: x, second: y }
  const [i11, i12, i22] = [s22 / det, -s12 / det, s11 / det]
  const { aa, ab, bb } = between
  const [k11, k12] = [aa * i11 + ab * i12, aa * i12 + ab * i22]
  const [k21, k22] = [ab * i11 + bb * i12, ab * i12 + bb * i22]
  const v11 = Math.max(0, aa - (k11 * aa + k12 * ab))
  const v12 = ab - (k11 * ab + k12 * bb)
  const v22 = Math.max(0, bb - (k21 * ab + k22 * bb))
  const q11 = Math.sqrt(v11)
  const q21 = q11 > 0 ? v12 / q11 : 0
  const q22 = Math.sqrt(Math.max(0, v22 - q21 * q21))
  return { first: k11 * x + k12 * y + q11 * g, second: k21 * x + k22 * y + q21 * g + q22 * h }
}

/**
 * Draws of true scores that the estimates may have come from, around their means: empirical Bayes with normal scores between
 * companies. Each draw takes another covariance between companies (inverse Wishart), takes the error covariance away from it, and
 * then each company’s true scores given its estimates. Errors of different companies are taken as independent here.
 * p ≥ 5 companies (RangeError); points; the same seed gives the same draws.
 * Source: Morris 1983, JASA 78, 47-65; Laird & Louis 1987, JASA 82, 739-750, on the part that drawing the covariance plays.
 */
export function* trueScores(
  scores: TwoScores,
  draws: number,
  seed: number,
): Generator<{ first: Float64Array; second: Float64Array }> {
  const p = scores.first.length
  if (p < 5) throw new RangeError(`the spread between ${p} companies is too uncertain`)
  const { a, b, seen, error } = spreadOf(scores)
  const normals = normalDraws([[1]], draws * (4 * p - 2), seed).values
  let at = 0
  const normal = () => normals[at++] ?? 0
  const own = (k: number): Two => {
    const cell = (i: number, j: number) => scores.covariance[i]?.[j] ?? 0
    return { aa: cell(k, k), ab: cell(k, p + k), bb: cell(p + k, p + k) }
  }
  const errors = scores.first.map((_, k) => own(k))
  for (let draw = 0; draw < draws; draw++) {
    const between = without(covarianceDrawn(seen, p, normal), error)
    const [first, second] = [new Float64Array(p), new Float64Array(p)]
    for (let k = 0; k < p; k++) {
      const estimates = [(scores.first[k] ?? 0) - a, (scores.second[k] ?? 0) - b] as const
      const truth = companyDrawn(between, errors[k] ?? error, estimates, normal)
      first[k] = truth.first
      second[k] = truth.second
    }
    yield { first, second }
  }
}
