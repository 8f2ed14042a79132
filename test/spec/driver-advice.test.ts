import { expect, it } from 'vitest'
import {
  adviceOfCompany,
  adviceTogether,
  type Candidate,
  type CompanyDriver,
} from '../../pipeline/drivers/advice.ts'

const driver = (lost: number, more: Partial<Candidate> = {}): Candidate => ({
  ...{ kind: 'performance', matters: true, rewards: false, loses: true, lost },
  ...more,
})
/** Independent losses with these errors. */
const errors = (...se: number[]) => se.map((one, a) => se.map((_, b) => (a === b ? one ** 2 : 0)))
const together = (drivers: Candidate[], covariance: number[][]) =>
  adviceTogether(drivers, covariance, 1e6, 0.05)

it('what loses most comes first, with what is not clearly behind', () => {
  // 4 − 1 = 3 beside √(0.5² + 0.5²) = 0.71 is clear; 4 − 3 = 1 is not.
  const drivers = [driver(1), driver(4, { kind: 'basic' }), driver(3)]
  expect(together(drivers, errors(0.5, 0.5, 0.5))).toEqual(['fix_next', 'fix_first', 'fix_first'])
  expect(together(drivers, errors(0.1, 0.1, 0.1))).toEqual(['fix_next', 'fix_first', 'fix_next'])
  // Losses that err together: 1 beside √(0.25 + 0.25 − 2 · 0.24) = 0.14 is clear.
  const alike = errors(0.5, 0.5, 0.5).map((row) => row.map((one) => one || 0.24))
  expect(together(drivers, alike)).toEqual(['fix_next', 'fix_first', 'fix_next'])
})

it('no advice on what may be nothing', () => {
  const one = (more: Partial<Candidate>) => together([driver(4, more)], errors(1))
  expect(one({})).toEqual(['fix_first'])
  expect(one({ matters: false })).toEqual(['none'])
  expect(one({ loses: false })).toEqual(['none'])
  // What too little costs is known where the form is not.
  expect(one({ kind: 'not_interpretable' })).toEqual(['fix_first'])
  expect(one({ kind: 'excitement' })).toEqual(['none'])
  expect(one({ kind: 'none' })).toEqual(['none'])
  expect(one({ kind: 'excitement', rewards: true })).toEqual(['then_please'])
  expect(one({ kind: 'excitement', rewards: false })).toEqual(['none'])
  expect(one({ kind: 'excitement', rewards: true, matters: false })).toEqual(['none'])
})

it('a company mends first what costs it most beside the rest', () => {
  const own = (beside: number, more: Partial<CompanyDriver> = {}): CompanyDriver => ({
    ...{ acts: 'costs', slope: 0.2, beside },
    ...more,
  })
  // 5 · 0.2 = 1 point, 3 · 0.5 = 1.5 points.
  expect(adviceOfCompany([own(-5), own(-3, { slope: 0.5 }), own(4)])).toEqual([
    'fix_next',
    'fix_first',
    'keep',
  ])
  // What pleases waits until nothing is to be mended.
  const pleasing = own(-5, { acts: 'pleases' })
  expect(adviceOfCompany([pleasing, own(-3)])).toEqual(['none', 'fix_first'])
  expect(adviceOfCompany([pleasing, own(0)])).toEqual(['then_please', 'none'])
  // No clear difference, or a driver of which its industry knows nothing.
  expect(adviceOfCompany([own(0), own(-5, { acts: undefined }), own(5, { acts: undefined })])).toEqual([
    ...['none', 'none', 'none'],
  ])
})
