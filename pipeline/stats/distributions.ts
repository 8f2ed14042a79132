/**
 * The t distribution and the normal, both tails accurate to about 1e-13 relative.
 *
 * One form serves both: with e = 1 / df the normal is e = 0. For a = 1 / (2e), x = 1 / (1 + t²e), y = 1 - x,
 *   P(|T| > t) = I_x(a, 1/2),  P(|T| < t) = I_y(1/2, a)
 * by a continued fraction for the tail (its terms are all positive, also for very large df) and
 * a series of positive terms for the middle, so that nothing cancels.
 * Source: Didonato & Morris 1992, ACM TOMS 18(3) 360-373, equations 9 and 7 divided through by a.
 */

interface Shares {
  /** P(|T| < t) */
  inside: number
  /** P(|T| > t) */
  outside: number
  /** t × density of T at t: half the derivative of `inside` by log t */
  slope: number
}

/** log of Γ(a + 1/2) / (Γ(a) √a), a = 1 / (2e); 0 for e = 0. Asymptotic series after a shift to a ≥ 16. */
function logGammaRatio(e: number): number {
  if (e === 0) return 0
  const start = 1 / (2 * e)
  let a = start
  let product = 1
  for (; a < 16; a += 1) product *= a / (a + 0.5)
  const r = 1 / a
  const s = r * r
  const series =
    -1 / 8 + s * (1 / 192 + s * (-1 / 640 + s * (17 / 14336 + s * (-31 / 18432 + (s * 691) / 180224))))
  return Math.log(product) + 0.5 * Math.log(a / start) + r * series
}

/** Continued fraction of the tail by the modified Lentz method; h = a·y, x as above. */
function tailFraction(h: number, x: number, e: number): number {
  let f = (h + 1 - x / 2) / (1 + 2 * e)
  let c = f
  let d = 0
  for (let m = 1; m < 10_000; m++) {
    const middle = 1 + 2 * e * (2 * m - 1)
    const gain =
      (1 + 2 * e * (m - 1)) * (1 + 2 * e * (m - 0.5)) * m * (0.5 - m) * ((x / middle) * (x / middle))
    const b =
      m +
      (2 * e * m * (0.5 - m) * x) / middle +
      ((1 + 2 * e * m) / (1 + 2 * e * (2 * m + 1))) * (h + 1 - x / 2 + m * (2 - x))
    d = 1 / (b + gain * d)
    c = b + gain / c
    f *= c * d
    if (Math.abs(c * d - 1) < 2e-16) break
  }
  return f
}

/** What lies inside and outside ±t, t ≥ 0, for 1 / df = e. */
function shares(t: number, e: number): Shares {
  if (t === 0) return { inside: 0, outside: 1, slope: 0 }
  if (t > 1e150 && e === 0) return { inside: 1, outside: 0, slope: 0 }
  const q = t * t * e
  const log = e === 0 ? (t * t) / 2 : (q > 1e20 ? 2 * Math.log(t) + Math.log(e) : Math.log1p(q)) / (2 * e)
  const x = 1 / (1 + q)
  const h = 1 / (2 * (1 / (t * t) + e))
  const slope = Math.exp(logGammaRatio(e) - log) * Math.sqrt(h / Math.PI)
  if (slope === 0) return { inside: 1, outside: 0, slope }
  if (t * t > 3) {
    const outside = slope / tailFraction(h, x, e)
    return { inside: 1 - outside, outside, slope }
  }
  let term = 1
  let sum = 1
  for (let n = 0; n < 10_000 && term > sum * 1e-17; n++) {
    term *= (h * (1 + 2 * e * (n + 0.5))) / (n + 1.5)
    sum += term
  }
  const inside = 2 * slope * sum
  return { inside, outside: 1 - inside, slope }
}

/** The t with P(T < t) = p, by Newton's method on logarithms inside a shrinking bracket. */
function quantile(p: number, e: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`a quantile needs a probability between 0 and 1, not ${p}`)
  if (p === 0.5) return 0
  const tail = 2 * Math.min(p, 1 - p)
  const far = tail < 0.5
  const target = Math.log(far ? tail : Math.abs(2 * p - 1))
  let low = -800
  let high = 709
  let u = 0
  for (let step = 0; step < 200; step++) {
    const { inside, outside, slope } = shares(Math.exp(u), e)
    const short = far ? Math.log(outside) - target : target - Math.log(inside)
    if (short > 0) low = u
    else high = u
    const next = u + (short * (far ? outside : inside)) / (2 * slope)
    if (Math.abs(next - u) < 1e-15 * Math.max(1, Math.abs(u))) break
    u = next > low && next < high ? next : (low + high) / 2
  }
  return p < 0.5 ? -Math.exp(u) : Math.exp(u)
}

function inverse(df: number): number {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be above 0, not ${df}`)
  return 1 / df
}

function size(t: number): number {
  if (Number.isNaN(t)) throw new RangeError('a test statistic is not a number')
  return Math.abs(t)
}

/**
 * Quantile of Student’s t: the t with P(T < t) = p.
 * `p` in (0, 1), `df` > 0, need not be whole; Infinity gives the normal. RangeError otherwise.
 * Source: METHOD.md §4; header of this file.
 */
export function tQuantile(p: number, df: number): number {
  return quantile(p, inverse(df))
}

/**
 * Two-sided p-value of a t statistic: P(|T| > |t|), accurate far into the tail.
 * `df` > 0, need not be whole (Welch); Infinity gives the normal. RangeError for df ≤ 0 or NaN.
 * Source: METHOD.md §4, §7; header of this file.
 */
export function tTwoSidedP(t: number, df: number): number {
  return shares(size(t), inverse(df)).outside
}

/**
 * Two-sided p-value of a z statistic: P(|Z| > |z|) for the standard normal. RangeError for NaN.
 * Source: METHOD.md §9; header of this file.
 */
export function normalTwoSidedP(z: number): number {
  return shares(size(z), 0).outside
}
