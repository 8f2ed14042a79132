import { describe, expect, it } from 'vitest'
import { explainedBySets, independent, lmg } from '../../pipeline/stats/importance.ts'
import { lmgGradients } from '../../pipeline/stats/importance-gradient.ts'
import { leastSquares, sandwich } from '../../pipeline/stats/least-squares.ts'
import { uniforms } from '../../pipeline/stats/random.ts'
import { relativeWeights } from '../../pipeline/stats/relative-weights.ts'

/** Correlations of two drivers with each other, and of each with the outcome. */
const two = (between: number, first: number, second: number) => [
  [1, between, first],
  [between, 1, second],
  [first, second, 1],
]

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

/** Correlations of p drivers and an outcome with a common part, drawn. */
function drawn(p: number, seed: number): number[][] {
  const next = uniforms(seed, 'correlations')
  const loadings = Array.from({ length: p + 1 }, () => 0.3 + 0.5 * next())
  return loadings.map((a, i) => loadings.map((b, j) => (i === j ? 1 : a * b)))
}

describe('importance', () => {
  it('of drivers that are not correlated is what each explains alone', () => {
    // 0.6² and 0.3².
    for (const of of [lmg(two(0, 0.6, 0.3)), relativeWeights(two(0, 0.6, 0.3)).weights]) {
      expect(of[0]).toBeCloseTo(0.36, 12)
      expect(of[1]).toBeCloseTo(0.09, 12)
    }
  })

  it('of two drivers is the mean of what each adds first and last', () => {
    // R² = (0.36 + 0.09 − 2 · 0.5 · 0.6 · 0.3) / (1 − 0.25) = 0.36: the second adds nothing last.
    const [first, second] = lmg(two(0.5, 0.6, 0.3))
    expect(first).toBeCloseTo((0.36 + 0.27) / 2, 12)
    expect(second).toBeCloseTo((0.09 + 0) / 2, 12)
    expect([...explainedBySets(two(0.5, 0.6, 0.3))].map((r2) => Number(r2.toFixed(12)))).toEqual([
      0, 0.36, 0.09, 0.36,
    ])
  })

  it('of drivers that are alike is alike, and does not depend on their order', () => {
    const r = drawn(7, 3)
    const order = [4, 0, 6, 2, 1, 5, 3, 7]
    const turned = order.map((a) => order.map((b) => r[a]?.[b] ?? 0))
    const [plain, other] = [lmg(r), lmg(turned)]
    for (const [at, j] of order.slice(0, 7).entries()) expect(other[at]).toBeCloseTo(plain[j] ?? 0, 12)
    const alike = lmg([...two(0.4, 0.5, 0.5)])
    expect(alike[0]).toBeCloseTo(alike[1] ?? 0, 14)
  })

  it('of fifteen drivers sums to R²', () => {
    const r = drawn(15, 1)
    const whole = explainedBySets(r).at(-1) ?? 0
    expect(sum(lmg(r))).toBeCloseTo(whole, 12)
    expect(sum(relativeWeights(r).weights)).toBeCloseTo(whole, 12)
    expect(() => lmg(drawn(16, 1))).toThrow(RangeError)
    expect(() => lmg([[1]])).toThrow(RangeError)
  })

  it('a driver that is another adds nothing after it, and is found out', () => {
    const twins = two(1, 0.5, 0.5)
    expect(lmg(twins)).toEqual([0.125, 0.125])
    expect(independent(twins)).toBe(false)
    expect(independent(two(0.99, 0.5, 0.5))).toBe(true)
  })
})

it('derivatives are what a small change of a correlation brings', () => {
  const r = drawn(5, 2)
  const step = 1e-6
  const gradients = lmgGradients(r)
  const johnson = relativeWeights(r).gradients
  for (let a = 0; a < 6; a++)
    for (let b = a + 1; b < 6; b++) {
      const moved = (by: number) =>
        r.map((row, i) => row.map((one, j) => one + ((i === a && j === b) || (i === b && j === a) ? by : 0)))
      const [up, down] = [moved(step), moved(-step)]
      const slope = (of: (m: number[][]) => number) => (of(up) - of(down)) / (2 * step)
      expect(gradients.r2[a]?.[b]).toBeCloseTo(
        slope((m) => sum(lmg(m))),
        7,
      )
      for (let j = 0; j < 5; j++) {
        expect(gradients.lmg[j]?.[a]?.[b], `lmg ${j} by ${a} ${b}`).toBeCloseTo(
          slope((m) => lmg(m)[j] ?? 0),
          7,
        )
        expect(johnson[j]?.[a]?.[b], `johnson ${j} by ${a} ${b}`).toBeCloseTo(
          slope((m) => relativeWeights(m).weights[j] ?? 0),
          7,
        )
      }
    }
})

it('least squares from sums: a line through three points, a column twice', () => {
  // x 0, 1, 2; y 1, 2, 4: slope 1.5, intercept 5/6.
  const { coefficients, estimable } = leastSquares(
    [
      [3, 3, 3],
      [3, 5, 5],
      [3, 5, 5],
    ],
    [7, 10, 10],
  )
  expect(coefficients[0]).toBeCloseTo(5 / 6, 12)
  expect(coefficients[1]).toBeCloseTo(1.5, 12)
  expect(coefficients[2]).toBe(0)
  expect(estimable).toEqual([true, true, false])
  expect(() => leastSquares([[1]], [1, 2])).toThrow(RangeError)
  // A = [[2, 1], [1, 3]], M = diag(1, 2): A M A = [[4 + 2, 2 + 6], [2 + 6, 1 + 18]].
  expect(
    sandwich(
      [
        [2, 1],
        [1, 3],
      ],
      [
        [1, 0],
        [0, 2],
      ],
    ),
  ).toEqual([
    [6, 8],
    [8, 19],
  ])
})
