import { describe, expect, it } from 'vitest'
import { chiSquareUpperP } from '../../pipeline/stats/chi-square.ts'
import { expectClose } from '../oracle/oracle.ts'

describe('chiSquareUpperP', () => {
  it('equals the regularised gamma function computed to 30 digits, also where e^(−x/2) underflows', () => {
    const known: [number, number, number][] = [
      [3.5, 1, 0.0613688291394022],
      [30, 3, 1.38005703129325e-6],
      [0.001, 2, 0.999500124979169],
      [200, 10, 1.61393053369773e-37],
      [149, 149, 0.484592148392863],
      [1600, 1500, 0.0360264467040266],
      [1700, 1499, 2.07247269669313e-4],
      [0.5, 40, 1],
    ]
    for (const [x, df, p] of known) expectClose(chiSquareUpperP(x, df), p, `${x} with ${df}`, 1e-11)
  })

  it('is 1 at 0 and 0 at Infinity', () => {
    expect(chiSquareUpperP(0, 3)).toBe(1)
    expect(chiSquareUpperP(Number.POSITIVE_INFINITY, 3)).toBe(0)
  })

  it('refuses other arguments', () => {
    for (const [x, df] of [
      [-1, 1],
      [Number.NaN, 1],
      [1, 0],
      [1, 1.5],
      [1, Number.NaN],
    ] as const)
      expect(() => chiSquareUpperP(x, df)).toThrow(RangeError)
  })
})
