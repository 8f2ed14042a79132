import { describe, expect, it } from 'vitest'
import { normalDraws } from '../../pipeline/stats/draws.ts'
import { kendallTau } from '../../pipeline/stats/kendall.ts'
import { amongFirst, leaving, mixedIn } from '../../pipeline/stats/turnover.ts'
import { trueScores } from '../../pipeline/stats/two-scores.ts'

describe('Kendall’s tau-b', () => {
  it('counts pairs', () => {
    expect(kendallTau([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo((5 - 1) / 6, 12)
    expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1)
    expect(kendallTau([], [])).toBeNaN()
    expect(kendallTau([1, 1], [1, 2])).toBeNaN()
    expect(() => kendallTau([1], [])).toThrow(RangeError)
  })

  it('takes ties as cor(method = "kendall") of R 4.2.2 does', () => {
    const a = [3, 1, 2, 2, 5, 4, 4, 9]
    expect(kendallTau(a, [2, 2, 1, 3, 5, 4, 6, 6])).toBeCloseTo(0.6923076923076924, 14)
  })
})

describe('the first of a ranking', () => {
  it('are more where the last place is shared', () => {
    expect(amongFirst([5, 3, 4, 4], 2)).toEqual([true, false, true, true])
    expect(amongFirst([5, 3, 4, 4 + 5e-10], 2)).toEqual([true, false, true, true])
    expect(amongFirst([5, 3], 10)).toEqual([true, true])
  })

  it('are left by those who are passed', () => {
    const inside = amongFirst([5, 4, 3, 2], 2)
    expect(leaving(inside, [5, 4, 3, 2], 2)).toBe(0)
    expect(leaving(inside, [5, 2, 3, 4], 2)).toBe(1)
    expect(leaving(inside, [1, 2, 3, 4], 2)).toBe(2)
    // Tied with the one that comes in, it stays.
    expect(leaving(inside, [5, 4, 4, 2], 2)).toBe(0)
  })
})

/** Estimates of p companies: true first scores 70 ± 6; true second ones on a line with them, and `own` beside it; errors of 2 and 1.8 points. */
function surveyOf(p: number, own: number, seed: number) {
  const error = [
    [4, 1.44],
    [1.44, 3.24],
  ]
  const traits = normalDraws(
    [
      [1, 0],
      [0, 1],
    ],
    p,
    seed,
  ).values
  const errors = normalDraws(error, p, seed + 100_000).values
  const ks = Array.from({ length: p }, (_, k) => k)
  const truth = {
    first: ks.map((k) => 70 + 6 * (traits[2 * k] ?? 0)),
    second: ks.map((k) => 55 + 5 * (traits[2 * k] ?? 0) + own * (traits[2 * k + 1] ?? 0)),
  }
  const covariance = Array.from({ length: 2 * p }, (_, i) =>
    Array.from({ length: 2 * p }, (_, j) =>
      i % p === j % p ? (error[i < p ? 0 : 1]?.[j < p ? 0 : 1] ?? 0) : 0,
    ),
  )
  const first = truth.first.map((value, k) => value + (errors[2 * k] ?? 0))
  const second = truth.second.map((value, k) => value + (errors[2 * k + 1] ?? 0))
  return { truth, estimates: { first, second, covariance } }
}

const options = { top: 10, draws: 100, confidence: 0.95 }

describe('a second score mixed in', () => {
  it('leaves the ranking as it is with no share', () => {
    const { estimates } = surveyOf(30, 4, 1)
    expect(mixedIn(estimates, { ...options, shares: [0], seed: 1 })).toEqual([
      { share: 0, turnover: 0, expected: 0, low: 0, high: 0, p: 1, tau: 1, tauLow: 1, tauHigh: 1 },
    ])
  })

  it('is the same for the same seed', () => {
    const { estimates } = surveyOf(30, 4, 1)
    const twice = [1, 1, 2].map((seed) => mixedIn(estimates, { ...options, shares: [0.5], seed }))
    expect(twice[0]).toEqual(twice[1])
    expect(twice[0]).not.toEqual(twice[2])
  })

  it('seems to change the first ten by more than chance in few of the surveys where it does not', () => {
    const p = Array.from({ length: 200 }, (_, s) => {
      const { estimates } = surveyOf(40, 0, 10 + s)
      return mixedIn(estimates, { ...options, shares: [0.25], seed: s })[0]?.p ?? 0
    })
    // 5 % of 200 are 10; with 17 or more the chance would be above 5 % (binomial, 0.98).
    expect(p.filter((one) => one < 0.05).length).toBeLessThan(17)
  })

  it('holds the agreement of the true scores within its limits', () => {
    const share = 0.25
    const mix = (one: { first: readonly number[]; second: readonly number[] }) =>
      one.first.map((a, k) => (1 - share) * a + share * (one.second[k] ?? 0))
    let missed = 0
    for (let s = 0; s < 200; s++) {
      const { truth, estimates } = surveyOf(40, 3, 1000 + s)
      const [found] = mixedIn(estimates, { ...options, shares: [share], seed: s })
      const tau = kendallTau(truth.first, mix(truth))
      if (tau < (found?.tauLow ?? 1) || tau > (found?.tauHigh ?? -1)) missed++
    }
    // 5 % of 200 are 10; of 100 draws the quantiles are rough. 20 would be 10 %.
    expect(missed).toBeLessThan(20)
    expect(missed).toBeGreaterThan(1)
  })

  it('leaves out the plausible truths in which no company differs from another: they have no ranking', () => {
    const { first, ...others } = surveyOf(12, 4, 2).estimates
    const alike = { ...others, first: first.map((value) => 70 + (value - 70) / 4) }
    const plausible = [...trueScores(alike, 100, 1)].map(({ first }) => new Set(first).size)
    expect([plausible.includes(1), plausible.includes(12)]).toEqual([true, true])
    const [found] = mixedIn(alike, { ...options, shares: [0.5], seed: 1 })
    expect(found?.tauHigh).toBeGreaterThan(found?.tauLow ?? 1)
    const equal = { ...alike, first: first.map(() => 70) }
    const [none] = mixedIn(equal, { ...options, shares: [0.5], seed: 1 })
    expect(none).toMatchObject({ tau: Number.NaN, tauLow: undefined, tauHigh: undefined })
  })

  it('has no limits of agreement where the spread between companies is unknown', () => {
    const { estimates } = surveyOf(4, 3, 1)
    const [found] = mixedIn(estimates, { ...options, shares: [0.5], seed: 1 })
    expect(found).toMatchObject({ tauLow: undefined, tauHigh: undefined })
    expect(() => trueScores(estimates, 1, 1).next()).toThrow(RangeError)
  })
})
