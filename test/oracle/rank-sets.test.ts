import { describe, expect, it } from 'vitest'
import { type Draws, drawsOf, normalDraws } from '../../pipeline/stats/draws.ts'
import {
  bonferroniMultiplier,
  intervalRanks,
  naiveOverlapRanks,
  sidakMultiplier,
} from '../../pipeline/stats/rank-overlap.ts'
import {
  amongBest,
  amongWorst,
  marginalRanks,
  oneStepRanks,
  stepdownRanks,
} from '../../pipeline/stats/rank-sets.ts'
import type { Ranks } from '../../pipeline/stats/ranks.ts'
import { expectClose, oracle } from './oracle.ts'

type Row = Record<string, number | boolean | string>
interface Expected {
  settings: { coverage: number; tau: number }
  critical_values: {
    simultaneous: number[]
    one_step: number
    marginal_first_step: number[]
    marginal_steps: number[]
    kww_sidak: number
    kww_bonferroni: number
  }
  rows: Row[]
  by_industry: Row[]
}

const { text, rows: table } = oracle('ranks')
const { settings, critical_values, rows, by_industry }: Expected = JSON.parse(text('expected.json'))
const alpha = 1 - settings.coverage
const companies = table('input.csv')
const id = companies.map(({ company = '' }) => company)
const scores = companies.map(({ mean }) => Number(mean))
const covariance = table('sigma.csv').map((row) => id.map((company) => Number(row[company])))
const se = covariance.map((row, i) => Math.sqrt(row[i] ?? Number.NaN))
const drawn = table('draws.csv')
const draws: Draws = {
  values: Float64Array.from(drawn.flatMap((row) => id.map((company) => Number(row[company])))),
  rows: drawn.length,
  columns: id.length,
}

const column = (name: string, from = rows) => from.map((row) => row[name])
function expectRanks(found: Ranks, name: string, from = rows): void {
  expect(found.rank, `${name} rank`).toEqual(column('rank', from))
  expect(found.low, `${name} low`).toEqual(column(`${name}_low`, from))
  expect(found.high, `${name} high`).toEqual(column(`${name}_high`, from))
}

describe('rank sets against R', () => {
  it('stepdown, with its critical values', () => {
    const found = stepdownRanks(scores, covariance, draws, alpha)
    expectRanks(found, 'mrsw')
    expect(found.critical.length).toBe(critical_values.simultaneous.length)
    for (const [step, c] of critical_values.simultaneous.entries())
      expectClose(found.critical[step], c, `step ${step}`)
    expect(amongBest(found, settings.tau)).toEqual(column('tau_best'))
    expect(amongWorst(found, settings.tau)).toEqual(column('tau_worst'))
  })

  it('one step', () => {
    const found = oneStepRanks(scores, covariance, draws, alpha)
    expectRanks(found, 'mrsw_onestep')
    expect(found.critical.length).toBe(1)
    expectClose(found.critical[0], critical_values.one_step, 'one step')
  })

  it('each company by itself', () => {
    const found = marginalRanks(scores, covariance, draws, alpha)
    expectRanks(found, 'marginal')
    expect(found.critical.map((steps) => steps.length)).toEqual(critical_values.marginal_steps)
    for (const [i, c] of critical_values.marginal_first_step.entries())
      expectClose(found.critical[i]?.[0], c, `${id[i]}`)
  })

  it('joint intervals of Šidák and of Bonferroni, and the mistake', () => {
    const [sidak, bonferroni] = [sidakMultiplier(id.length, alpha), bonferroniMultiplier(id.length, alpha)]
    expectClose(sidak, critical_values.kww_sidak, 'sidak')
    expectClose(bonferroni, critical_values.kww_bonferroni, 'bonferroni')
    expectRanks(intervalRanks(scores, se, sidak), 'kww')
    expectRanks(intervalRanks(scores, se, bonferroni), 'kww_bonferroni')
    expectRanks(naiveOverlapRanks(scores, se, alpha), 'naive_overlap')
  })

  it('within each industry', () => {
    const industries = [...new Set(column('industry', by_industry))]
    expect(industries.length).toBeGreaterThan(1)
    for (const industry of industries) {
      const from = by_industry.filter((row) => row.industry === industry)
      const chosen = column('company', from).map((company) => id.indexOf(String(company)))
      const own = chosen.map((i) => scores[i] ?? Number.NaN)
      const sigma = chosen.map((i) => chosen.map((j) => covariance[i]?.[j] ?? Number.NaN))
      const found = stepdownRanks(own, sigma, drawsOf(draws, chosen), alpha)
      expectRanks(found, 'mrsw', from)
      expectClose(found.critical[0], Number(from[0]?.mrsw_crit_first), `${industry}`)
      const errors = chosen.map((i) => se[i] ?? Number.NaN)
      expectRanks(intervalRanks(own, errors, sidakMultiplier(own.length, alpha)), 'kww', from)
    }
  })

  it('own draws give the same critical value, up to their error', () => {
    const own = normalDraws(covariance, 20_000, 5)
    const [found] = stepdownRanks(scores, covariance, own, alpha).critical
    expect(Math.abs((found ?? 0) - critical_values.one_step)).toBeLessThan(0.1)
  })
})

const identity = (p: number) =>
  Array.from({ length: p }, (_, i) => Array.from({ length: p }, (_, j) => +(i === j)))
/** ±1, ±2, … ±rows/2 for the first company, 0 for the other. */
const plain = (rows: number): Draws => ({
  values: Float64Array.from({ length: 2 * rows }, (_, i) =>
    i % 2 ? 0 : (i % 4 ? -1 : 1) * (1 + Math.floor(i / 4)),
  ),
  rows,
  columns: 2,
})

describe('rank sets by their rules', () => {
  it('takes the quantile of the largest |difference| in standard errors, between two draws', () => {
    // |Z1 − Z2| / √2 of four draws: 1, 1, 2, 2 over √2; three quarters of the way from the first to the fourth: 2 / √2
    const sigma = identity(2)
    expectClose(oneStepRanks([0, 0], sigma, plain(4), 0.25).critical[0], 2 / Math.SQRT2, 'at 3/4')
    expectClose(oneStepRanks([0, 0], sigma, plain(4), 0.5).critical[0], 1.5 / Math.SQRT2, 'at 1/2')
    expect(oneStepRanks([2.01, 0], sigma, plain(4), 0.25).high).toEqual([1, 2])
    expect(oneStepRanks([1.99, 0], sigma, plain(4), 0.25).high).toEqual([2, 2])
  })

  it('goes on with the pairs that are left: the second step may find what the first did not', () => {
    const own = normalDraws(identity(3), 4000, 1)
    const [first = 0, second = 0] = stepdownRanks([0, 100, 100], identity(3), own, 0.05).critical
    expect(second).toBeLessThan(first)
    const close = [0, 100, 100 + (Math.SQRT2 * (first + second)) / 2]
    expect(oneStepRanks(close, identity(3), own, 0.05)).toMatchObject({ low: [3, 1, 1], high: [3, 2, 2] })
    expect(stepdownRanks(close, identity(3), own, 0.05)).toMatchObject({ low: [3, 2, 1], high: [3, 2, 1] })
  })

  it('ties share a place and are never told apart; a difference without variance always is', () => {
    const flat = [0, 0, 0].map(() => [4, 4, 4])
    const same: Draws = { values: new Float64Array(6).fill(1), rows: 2, columns: 3 }
    expect(stepdownRanks([70, 80, 70], flat, same, 0.05)).toEqual({
      rank: [2, 1, 2],
      low: [2, 1, 2],
      high: [3, 1, 3],
      critical: [],
    })
    const still: Draws = { values: new Float64Array(4), rows: 2, columns: 2 }
    const apart = (x: number) => stepdownRanks([70, 70 + x], identity(2), still, 0.05)
    expect(apart(1e-10)).toMatchObject({ rank: [1, 1], low: [1, 1], high: [2, 2] })
    expect(apart(1e-8)).toMatchObject({ rank: [2, 1], low: [2, 1], high: [2, 1] })
  })

  it('one company has the only place, none has none', () => {
    const single: Draws = { values: Float64Array.from([1]), rows: 1, columns: 1 }
    expect(stepdownRanks([70], [[4]], single, 0.05)).toEqual({ rank: [1], low: [1], high: [1], critical: [] })
    expect(intervalRanks([], [], 2)).toEqual({ rank: [], low: [], high: [] })
  })

  it('intervals that touch are not told apart', () => {
    expect(intervalRanks([70, 74], [1, 1], 2)).toEqual({ rank: [2, 1], low: [1, 1], high: [2, 2] })
    expect(intervalRanks([70, 74], [1, 1], 1.99)).toEqual({ rank: [2, 1], low: [2, 1], high: [2, 1] })
  })

  it('among the best and the worst, by the limits of the ranges', () => {
    const ranks = { rank: [1, 2, 3], low: [1, 1, 3], high: [2, 2, 3] }
    expect(amongBest(ranks, 2)).toEqual([true, true, false])
    expect(amongWorst(ranks, 1)).toEqual([false, false, true])
    expect(amongWorst(ranks, 2)).toEqual([true, true, true])
    expect(() => amongBest(ranks, 4)).toThrow(RangeError)
    expect(() => amongWorst(ranks, 0)).toThrow(RangeError)
  })

  it('refuses other shapes and what is no number', () => {
    const draws = plain(4)
    expect(() => stepdownRanks([70], [[1]], draws, 0.05)).toThrow(RangeError)
    expect(() => stepdownRanks([70, 71], [[1, 0]], draws, 0.05)).toThrow(RangeError)
    expect(() => stepdownRanks([70, Number.NaN], identity(2), draws, 0.05)).toThrow(RangeError)
    expect(() => stepdownRanks([70, 71], identity(2), { ...draws, rows: 3 }, 0.05)).toThrow(RangeError)
    expect(() =>
      stepdownRanks([70, 71], identity(2), { ...draws, values: draws.values.map(() => Number.NaN) }, 0.05),
    ).toThrow(RangeError)
    expect(() => stepdownRanks([70, 71], identity(2), draws, 1)).toThrow(RangeError)
    expect(() => intervalRanks([70, 71], [1], 2)).toThrow(RangeError)
    expect(() => intervalRanks([70], [-1], 2)).toThrow(RangeError)
    expect(() => sidakMultiplier(0, 0.05)).toThrow(RangeError)
    expect(() => drawsOf(draws, [2])).toThrow(RangeError)
  })

  it('passes over nothing that counts: the same as looking at every pair of every draw in every step', () => {
    const p = 12
    const sd = Array.from({ length: p }, (_, i) => 1 + 0.9 * Math.sin(7 * i))
    const sigma = sd.map((a, i) => sd.map((b, j) => (i === j ? a * a : 0.3 * a * b)))
    const scores = sd.map((_, i) => 70 + ((5 * i) % p))
    const se = (j: number, k: number) =>
      Math.sqrt((sigma[j]?.[j] ?? 0) + (sigma[k]?.[k] ?? 0) - 2 * (sigma[j]?.[k] ?? 0))
    const { values, rows, columns } = normalDraws(sigma, 301, 4)
    const standing = (j: number, k: number, of: (i: number) => number) => (of(j) - of(k)) / se(j, k)
    for (const alpha of [0.001, 0.05, 0.4, 0.7]) {
      let open = scores.flatMap((_, j) => scores.flatMap((_, k) => (j === k ? [] : [[j, k] as const])))
      const critical: number[] = []
      for (let before = Number.POSITIVE_INFINITY; open.length > 0 && open.length < before; ) {
        const largest = Array.from({ length: rows }, (_, row) =>
          Math.max(...open.map(([j, k]) => standing(j, k, (i) => values[row * columns + i] ?? 0))),
        ).sort((a, b) => a - b)
        const at = (rows - 1) * (1 - alpha)
        const [lower = 0, upper = 0] = [largest[Math.floor(at)], largest[Math.ceil(at)]]
        const c = lower + (at - Math.floor(at)) * (upper - lower)
        critical.push(c)
        before = open.length
        open = open.filter(([j, k]) => standing(j, k, (i) => scores[i] ?? 0) <= c)
      }
      const found = stepdownRanks(scores, sigma, { values, rows, columns }, alpha)
      expect(found.critical.length, `steps at ${alpha}`).toBe(critical.length)
      for (const [step, c] of critical.entries())
        expectClose(found.critical[step], c, `${alpha} step ${step}`)
      const worse = (i: number) => open.filter(([j, k]) => j === i || k === i).length
      // the places that each leaves open: pairs of which neither order was told apart, once for each order
      expect(found.high.map((high, i) => high - (found.low[i] ?? 0))).toEqual(
        scores.map((_, i) => worse(i) - (p - 1)),
      )
    }
  })

  it('takes 150 companies and 10,000 draws', () => {
    const [scores, se] = [
      Array.from({ length: 150 }, (_, i) => 70 + 9 * Math.sin(i)),
      Array.from({ length: 150 }, (_, i) => 1.5 + Math.sin(7 * i)),
    ]
    const sigma = se.map((a, i) => se.map((b, j) => (i === j ? a * a : 0.1 * a * b)))
    const drawn = normalDraws(sigma, 10_000, 1)
    const { rank, low, high, critical } = stepdownRanks(scores, sigma, drawn, 0.05)
    expect(critical.length).toBeGreaterThan(1)
    expect(rank.every((place, i) => (low[i] ?? 0) <= place && place <= (high[i] ?? 0))).toBe(true)
  })
})

describe('draws', () => {
  it('have the mean and the covariance asked for, also where it is singular', () => {
    const sigma = [
      [4, 2, 0, 6],
      [2, 9, 0, 11],
      [0, 0, 0, 0],
      [6, 11, 0, 17],
    ]
    const { values, rows, columns } = normalDraws(sigma, 50_000, 11)
    const of = (column: number) =>
      Array.from({ length: rows }, (_, row) => values[row * columns + column] ?? 0)
    for (const [i, line] of sigma.entries()) {
      const a = of(i)
      expect(Math.abs(a.reduce((sum, x) => sum + x, 0) / rows)).toBeLessThan(0.08)
      for (const [j, wanted] of line.entries()) {
        const b = of(j)
        const found = a.reduce((sum, x, row) => sum + x * (b[row] ?? 0), 0) / rows
        expect(Math.abs(found - wanted), `${i}, ${j}`).toBeLessThan(0.5)
      }
    }
    // the last is the sum of the first two
    const [a, b, sum] = [of(0), of(1), of(3)]
    expect(
      Math.max(...a.slice(0, 1000).map((x, row) => Math.abs(x + (b[row] ?? 0) - (sum[row] ?? 0)))),
    ).toBeLessThan(1e-9)
  })

  it('are normal in the tails', () => {
    const { values, rows } = normalDraws([[1]], 200_000, 3)
    const beyond = (z: number) => values.filter((x) => Math.abs(x) > z).length / rows
    expect(Math.abs(beyond(1) - 0.3173)).toBeLessThan(0.005)
    expect(Math.abs(beyond(3) - 0.0027)).toBeLessThan(0.0005)
  })

  it('are the same for the same seed only', () => {
    const draw = (seed: number) => normalDraws(identity(3), 4, seed).values
    expect(draw(1)).toEqual(draw(1))
    expect(draw(1)).not.toEqual(draw(2))
    expect(draw(1)).not.toEqual(draw(1 + 2 ** 32))
  })

  it('refuse what is no covariance', () => {
    expect(() =>
      normalDraws(
        [
          [1, 2],
          [2, 1],
        ],
        1,
        1,
      ),
    ).toThrow(/negative/)
    expect(() => normalDraws([[-1]], 1, 1)).toThrow(/negative/)
    expect(() =>
      normalDraws(
        [
          [1, 0.5],
          [0.4, 1],
        ],
        1,
        1,
      ),
    ).toThrow(/symmetric/)
    expect(() => normalDraws([[1, 0]], 1, 1)).toThrow(RangeError)
    expect(() => normalDraws([[Number.NaN]], 1, 1)).toThrow(RangeError)
    expect(() => normalDraws([[1]], 0, 1)).toThrow(RangeError)
    expect(() => normalDraws([[1]], 1, 0.5)).toThrow(RangeError)
  })
})
