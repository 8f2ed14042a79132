import { expect, it } from 'vitest'
import { bendTest, contrastKind, driverKind, type Two } from '../../pipeline/stats/driver-kind.ts'
import { aimsAt, tally } from '../coverage/drivers/aims.ts'

const two = (first: number, second: number, se = 1, covariance = 0): Two => ({
  ...{ first, second, covariance },
  ...{ firstVariance: se ** 2, secondVariance: se ** 2 },
})
const contrast = (penalty: number, reward: number) => contrastKind(two(penalty, reward), 100, 100)

it('a bend: the smaller slope against half of the larger', () => {
  // 10/2 − 1 = 4; variance 1/4 + 1 = 1.25. One and the same t on both sides.
  for (const [slopes, side] of [
    [two(10, 1), 'below'],
    [two(1, 10), 'above'],
  ] as const) {
    const { side: found, p } = bendTest(slopes, 1e9)
    expect(found).toBe(side)
    // Two-sided normal p of 4/√1.25 = 3.5777.
    expect(p).toBeCloseTo(0.000347, 6)
  }
  // With a covariance of 0.5: variance 0.75.
  expect(bendTest(two(10, 1, 1, 0.5), 1e9).p).toBeCloseTo(0.00000386, 8)
  // 6 is not less than half of 10; and what has no slope has no bend.
  expect(bendTest(two(10, 6), 100).p).toBe(1)
  expect(bendTest(two(-1, -9), 100).p).toBe(1)
  expect(bendTest(two(10, 1), 0).p).toBe(1)
})

it('kinds need a bend on their side, and two pairs of cuts that agree', () => {
  const kind = (cuts: [number, number], other: [number, number], slopes: Two, bend?: 'below' | 'above') =>
    driverKind({ contrast: contrast(...cuts), otherCuts: contrast(...other), slopes, bend })
  const [steepBelow, steepAbove, straight, flat] = [two(9, 1), two(1, 9), two(6, 6), two(1, 1)]
  // Penalty and reward by both cuts, slopes, bend → kind.
  expect(kind([-9, 1], [-9, 1], steepBelow, 'below')).toBe('basic')
  expect(kind([-1, 9], [-1, 9], steepAbove, 'above')).toBe('excitement')
  expect(kind([-9, 1], [-9, 1], steepBelow)).toBe('not_interpretable')
  expect(kind([-9, 1], [-9, 1], straight)).toBe('performance')
  // By the other cuts −5 and 3 have an asymmetry of −0.25 that is not clear: the same direction is enough.
  expect(kind([-9, 1], [-5, 3], steepBelow, 'below')).toBe('basic')
  // −5 and 4: −0.11 is none.
  expect(kind([-9, 1], [-5, 4], steepBelow, 'below')).toBe('not_interpretable')
  expect(kind([-9, 1], [-1, 9], steepBelow, 'below')).toBe('not_interpretable')
  // Wrong signs and too few at an end are no evidence of nothing.
  expect(kind([9, 1], [-9, 1], steepBelow, 'below')).toBe('not_interpretable')
  expect(
    driverKind({
      ...{ contrast: contrastKind(two(-9, 1), 29, 100), otherCuts: contrast(-9, 1) },
      ...{ slopes: steepBelow, bend: 'below' },
    }),
  ).toBe('not_interpretable')
  // No effect: of the ends, or of the lines, which alone leave nothing of the other drivers in a driver.
  expect(kind([-1, 1], [-9, 1], steepBelow, 'below')).toBe('none')
  expect(kind([-9, 1], [-9, 1], flat)).toBe('none')
})

/** Studies of each kind: enough to see an aim that is missed by far. */
const few = 40

it('straight lines are not called bent, nor advice given on nothing, in most of some drawn studies', () => {
  const aims = aimsAt(300).filter(({ most }) => most !== undefined)
  expect(aims.length).toBe(12)
  // Of 480 studies at most 5 % on average are 24; 40 are four standard errors more.
  const found = [...tally(aims, few).values()].reduce((sum, hits) => sum + hits, 0)
  expect(found).toBeLessThan(40)
})

it('planted drivers are found in most of some drawn studies', () => {
  // At 80 % 16 are expected; 9 or fewer have a chance of 0.0002.
  for (const [{ name }, hits] of tally(
    aimsAt(1000).filter(({ least }) => least !== undefined),
    few / 2,
  ))
    expect(hits, name).toBeGreaterThan(9)
})
