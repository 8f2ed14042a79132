import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, holm } from '../../pipeline/stats/adjust.ts'
import { normalTwoSidedP, tQuantile, tTwoSidedP } from '../../pipeline/stats/distributions.ts'

interface Test {
  index: string
  industry?: string
  t: number
  df: number
  p_value: number
  p_holm: number
  p_bh: number
}
interface Interval {
  mean: number
  se: number
  df: number
  low: number
}
const figures: { company: Interval[]; pairs: Test[]; change: Test[]; change_overall: Test[] } = JSON.parse(
  readFileSync(new URL('../oracle/weighted-mean/expected.json', import.meta.url), 'utf8'),
)

function near(value: number, expected: number, relative = 1e-12) {
  expect(Math.abs(value - expected), `${value} is not ${expected}`).toBeLessThanOrEqual(
    relative * Math.abs(expected),
  )
}

describe('t and normal', () => {
  it('gives the figures of the tables', () => {
    near(normalTwoSidedP(1), 0.31731050786291415)
    near(normalTwoSidedP(-3), 0.0026997960632601866)
    near(tQuantile(0.975, 1), 12.7062047361747)
    near(tQuantile(0.975, 2), 4.302652729749464)
    near(tQuantile(0.975, 10), 2.228138851986275)
    near(tTwoSidedP(1, 3), 0.39100221895577064)
    near(tTwoSidedP(2.5, 7.3), 0.03965023466560047)
    near(tTwoSidedP(40, 5), 1.841196217177295e-7)
    near(tTwoSidedP(1e-3, 12), 0.9992185475306495)
  })

  it('agrees with closed forms, far into the tail', () => {
    for (const t of [1e-8, 0.3, 1.7, 1.8, 5, 200, 1e9, 1e100, 1e199]) {
      near(tTwoSidedP(t, 1), (2 / Math.PI) * Math.atan(1 / t))
      if (t >= 1 && t < 1e100) near(tTwoSidedP(t, 2), 2 / (Math.sqrt(2 + t * t) * (Math.sqrt(2 + t * t) + t)))
    }
    for (const p of [1e-200, 1e-20, 0.01, 0.2, 0.4999, 0.6, 0.9, 0.99]) {
      near(tQuantile(p, 2), (2 * p - 1) / Math.sqrt(2 * p * (1 - p)))
      near(tQuantile(p, 1), -1 / Math.tan(Math.PI * p), 1e-11)
    }
    near(normalTwoSidedP(30), 9.813427854296374e-198)
    near(tTwoSidedP(30, 1e9), 9.815419687967462e-198)
  })

  it('gives the p-values and limits of R', () => {
    const tests = [...figures.pairs, ...figures.change, ...figures.change_overall]
    expect(tests.length).toBeGreaterThan(100)
    for (const row of tests) near(tTwoSidedP(row.t, row.df), row.p_value)
    for (const row of figures.company) near(row.mean - tQuantile(0.975, row.df) * row.se, row.low)
  })

  it('is symmetric, and each undoes the other', () => {
    for (const df of [1, 2.7, 30, 31.9, 32.1, 1e4, 1e9, Number.POSITIVE_INFINITY]) {
      for (const p of [1e-150, 1e-9, 0.02, 0.24, 0.25, 0.26, 0.47]) {
        near(tTwoSidedP(tQuantile(p, df), df), 2 * p)
        if (p > 0.01) near(tQuantile(1 - p, df), -tQuantile(p, df), 1e-11)
      }
    }
    expect(tQuantile(0.5, 3)).toBe(0)
    expect(tTwoSidedP(0, 3)).toBe(1)
    expect(tTwoSidedP(Number.POSITIVE_INFINITY, 3)).toBe(0)
    expect(normalTwoSidedP(Number.NEGATIVE_INFINITY)).toBe(0)
  })

  it('refuses what has no answer', () => {
    for (const df of [0, -1, Number.NaN]) {
      expect(() => tQuantile(0.9, df)).toThrow(RangeError)
      expect(() => tTwoSidedP(1, df)).toThrow(RangeError)
    }
    for (const p of [0, 1, -0.1, Number.NaN]) {
      expect(() => tQuantile(p, 5)).toThrow(RangeError)
    }
    expect(() => tTwoSidedP(Number.NaN, 5)).toThrow(RangeError)
    expect(() => normalTwoSidedP(Number.NaN)).toThrow(RangeError)
  })
})

describe('adjusted p-values', () => {
  it('equals R, p.adjust', () => {
    const p = [0.01, 0.04, 0.03, 0.005, 0.04, 0]
    const holmed = [0.04, 0.09, 0.09, 0.025, 0.09, 0]
    const bh = [0.02, 0.04, 0.04, 0.015, 0.04, 0]
    holm(p).forEach((value, i) => {
      expect(value).toBeCloseTo(holmed[i] ?? -1, 15)
    })
    benjaminiHochberg(p).forEach((value, i) => {
      expect(value).toBeCloseTo(bh[i] ?? -1, 15)
    })
    for (const family of families(figures.pairs)) checkFamily(family)
    for (const family of families(figures.change)) checkFamily(family)
  })

  function families(rows: Test[]): Test[][] {
    const key = (row: Test) => `${row.index} ${row.industry}`
    return [...new Set(rows.map(key))].map((family) => rows.filter((row) => key(row) === family))
  }

  function checkFamily(rows: Test[]) {
    const p = rows.map((row) => row.p_value)
    const holmed = holm(p)
    const bh = benjaminiHochberg(p)
    rows.forEach((row, i) => {
      near(holmed[i] ?? -1, row.p_holm)
      near(bh[i] ?? -1, row.p_bh)
    })
  }

  it('takes none, one, ties, and no nonsense', () => {
    expect(holm([])).toEqual([])
    expect(benjaminiHochberg([])).toEqual([])
    expect(holm([0.2])).toEqual([0.2])
    expect(benjaminiHochberg([0.2])).toEqual([0.2])
    expect(holm([0.5, 0.5, 1])).toEqual([1, 1, 1])
    expect(benjaminiHochberg([0.25, 0.25])).toEqual([0.25, 0.25])
    for (const wrong of [-0.1, 1.1, Number.NaN]) {
      expect(() => holm([0.5, wrong])).toThrow(RangeError)
      expect(() => benjaminiHochberg([0.5, wrong])).toThrow(RangeError)
    }
  })
})
