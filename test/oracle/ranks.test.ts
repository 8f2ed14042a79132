import { describe, expect, it } from 'vitest'
import { holmRanks } from '../../pipeline/stats/ranks.ts'
import { oracle } from './oracle.ts'

interface Row {
  company: string
  industry: string
  rank: number
  holm_low: number
  holm_high: number
}

const { text, rows: table } = oracle('ranks')
const expected: { settings: { coverage: number }; rows: Row[]; by_industry: Row[] } = JSON.parse(
  text('expected.json'),
)

const companies = table('input.csv')
const covariance = table('sigma.csv').map((row) => companies.map(({ company = '' }) => Number(row[company])))
const alpha = 1 - expected.settings.coverage

function placesOf(chosen: number[]): Row[] {
  const score = (i: number) => Number(companies[i]?.mean)
  const sigma = chosen.map((i) => chosen.map((j) => covariance[i]?.[j] ?? Number.NaN))
  const { rank, low, high } = holmRanks(chosen.map(score), sigma, alpha)
  return chosen.map((i, at) => ({
    company: companies[i]?.company ?? '',
    industry: companies[i]?.industry ?? '',
    rank: rank[at] ?? 0,
    holm_low: low[at] ?? 0,
    holm_high: high[at] ?? 0,
  }))
}

/** What R says of the same columns. */
const placesIn = (rows: readonly Row[]): Row[] =>
  rows.map(({ company, industry, rank, holm_low, holm_high }) => ({
    company,
    industry,
    rank,
    holm_low,
    holm_high,
  }))

describe('rank ranges against R', () => {
  const all = companies.map((_, i) => i)

  it('over all companies', () => {
    expect(placesOf(all)).toEqual(placesIn(expected.rows))
  })

  it('within each industry', () => {
    const industries = [...new Set(companies.map(({ industry }) => industry))]
    const within = industries.flatMap((id) => placesOf(all.filter((i) => companies[i]?.industry === id)))
    expect(within).toEqual(placesIn(expected.by_industry))
  })
})

describe('rank ranges by their rules', () => {
  it('one company has the only place, none has none', () => {
    expect(holmRanks([70], [[4]], 0.05)).toEqual({ rank: [1], low: [1], high: [1] })
    expect(holmRanks([], [], 0.05)).toEqual({ rank: [], low: [], high: [] })
  })

  it('ties share a place and are never told apart; a difference without variance always is', () => {
    const flat = [0, 0, 0].map(() => [4, 4, 4])
    expect(holmRanks([70, 80, 70], flat, 0.05)).toEqual({ rank: [2, 1, 2], low: [2, 1, 2], high: [3, 1, 3] })
    expect(
      holmRanks(
        [70, 70.0000000000001],
        [
          [0, 0],
          [0, 0],
        ],
        0.05,
      ),
    ).toEqual({ rank: [1, 1], low: [1, 1], high: [2, 2] })
  })

  it('uses the covariance, and stops at the first pair that is not clear', () => {
    const apart = [
      [1, 0],
      [0, 1],
    ]
    expect(holmRanks([70, 72.7], apart, 0.05).high).toEqual([2, 2])
    expect(holmRanks([70, 72.8], apart, 0.05)).toEqual({ rank: [2, 1], low: [2, 1], high: [2, 1] })
    expect(
      holmRanks(
        [70, 72.7],
        [
          [1, 0.3],
          [0.3, 1],
        ],
        0.05,
      ).high,
    ).toEqual([2, 1])
    // z = 2.3, 2.1 and 4.4 against 2.39 (0.05 / 3), then 2.24 (0.05 / 2), then 1.96: one failure ends it
    const three = [0.5, 0.5, 0.5].map((v, i) => [0, 0, 0].map((_, j) => (i === j ? v : 0)))
    expect(holmRanks([70, 72.2, 74.3], three, 0.05)).toEqual({
      rank: [3, 2, 1],
      low: [2, 1, 1],
      high: [3, 3, 2],
    })
  })

  it('takes 500 companies', () => {
    const scores = Array.from({ length: 500 }, (_, i) => 70 + 10 * Math.sin(i))
    const covariance = scores.map((_, i) => scores.map((_, j) => (i === j ? 1 : 0.1)))
    const { rank, low, high } = holmRanks(scores, covariance, 0.05)
    expect(new Set(rank).size).toBe(500)
    expect(rank.every((place, i) => (low[i] ?? 0) <= place && place <= (high[i] ?? 0))).toBe(true)
  })

  it('refuses other shapes', () => {
    expect(() => holmRanks([70, 71], [[1, 0]], 0.05)).toThrow(RangeError)
    expect(() => holmRanks([70, 71], [[1], [0]], 0.05)).toThrow(RangeError)
    expect(() => holmRanks([Number.NaN], [[1]], 0.05)).toThrow(RangeError)
    expect(() => holmRanks([70], [[1]], 1)).toThrow(RangeError)
  })
})
