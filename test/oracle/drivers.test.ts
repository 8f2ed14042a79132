import { expect, it } from 'vitest'
import { contrastKind } from '../../pipeline/stats/driver-kind.ts'
import { lmg } from '../../pipeline/stats/importance.ts'
import { relativeWeights } from '../../pipeline/stats/relative-weights.ts'
import { errorOf, importanceOf } from '../support/importance.ts'
import { correlationsOf, regression } from '../support/regression.ts'
import { type DriverCase, driverCase, type ShareRow } from './driver-case.ts'
import { expectClose } from './oracle.ts'

const { input, expected } = driverCase()

function ratings(drivers: readonly string[], weighted: boolean) {
  return {
    y: input.map((row) => Number(row.y)),
    x: drivers.map((name) => input.map((row) => Number(row[name]))),
    w: input.map((row) => (weighted ? Number(row.w) : 1)),
    unit: input.map((_, i) => i),
  }
}

for (const [name, { drivers, rows, r2, r2_weighted }] of [
  ['five', expected.five],
  ['ten', expected.ten],
] as const)
  it(`${name} drivers: LMG and relative weights`, () => {
    for (const weighted of [false, true]) {
      const correlations = correlationsOf(ratings(drivers, weighted))
      const parts = lmg(correlations)
      const { weights } = relativeWeights(correlations)
      const key = (of: 'lmg' | 'johnson') => (weighted ? (`${of}_weighted` as const) : of)
      for (const [j, row] of rows.entries()) {
        expectClose(parts[j], row[key('lmg') as keyof ShareRow] as number, `${row.driver} lmg`, 1e-10)
        expectClose(
          weights[j],
          row[key('johnson') as keyof ShareRow] as number,
          `${row.driver} johnson`,
          1e-10,
        )
      }
      for (const shares of [parts, weights])
        expectClose(
          shares.reduce((sum, share) => sum + share, 0),
          weighted ? r2_weighted : r2,
          'R²',
          1e-10,
        )
    }
  })

it('errors of parts of R² are those of 1,000 resamples, within a tenth', () => {
  const five = ratings(expected.five.drivers, false)
  const { lmgPartInfluence, johnsonPartInfluence } = importanceOf(five)
  for (const [j, row] of expected.five.bootstrap_1000.entries()) {
    expectClose(errorOf(lmgPartInfluence[j] ?? [], five.w), row.lmg_se, `${row.driver} lmg`, 0.1)
    expectClose(errorOf(johnsonPartInfluence[j] ?? [], five.w), row.johnson_se, `${row.driver} johnson`, 0.1)
  }
})

it('penalty and reward, their errors and what they are called', () => {
  const { low_if_at_most, high_if_at_least } = expected.settings
  for (const [weighted, rows] of [
    [false, expected.prca.rows],
    [true, expected.prca_weighted.rows],
  ] as const) {
    const all = ratings(expected.ten.drivers, weighted)
    const low = all.x.map((x) => x.map((value) => Number(value <= low_if_at_most)))
    const high = all.x.map((x) => x.map((value) => Number(value >= high_if_at_least)))
    const found = regression([all.y.map(() => 1), ...low, ...high], all)
    for (const [j, row] of rows.entries()) {
      const [p, r] = [1 + j, 11 + j]
      expectClose(found?.b[p], row.penalty, `${row.driver} penalty`)
      expectClose(found?.b[r], row.reward, `${row.driver} reward`)
      expectClose(Math.sqrt(found?.v[p]?.[p] ?? 0), row.penalty_se, `${row.driver} penalty_se`)
      expectClose(Math.sqrt(found?.v[r]?.[r] ?? 0), row.reward_se, `${row.driver} reward_se`)
      expectClose(found?.v[p]?.[r], row.covariance, `${row.driver} covariance`, 1e-8)
      expectKind(row)
    }
  }
})

it('the rule, case by case', () => {
  expect(expected.rule_cases).toHaveLength(24)
  for (const row of expected.rule_cases) expectKind(row)
})

function expectKind(row: DriverCase['rule_cases'][number]): void {
  const { kind, reason, asymmetry } = contrastKind(
    {
      ...{ first: row.penalty, second: row.reward, covariance: row.covariance },
      ...{ firstVariance: row.penalty_se ** 2, secondVariance: row.reward_se ** 2 },
    },
    row.n_low,
    row.n_high,
  )
  // Of a kind that is given the case names the rule as reason, the program none.
  expect([kind, reason ?? row.reason]).toEqual([row.kind, row.reason])
  expect(reason === null).toBe(row.kind !== 'none')
  if (row.impact_asymmetry === null) expect(asymmetry).toBeUndefined()
  else expectClose(asymmetry, row.impact_asymmetry, 'asymmetry')
}
