import { expect, it } from 'vitest'
import { verdictOn } from './report.ts'
import { tallies } from './run.ts'
import { shareOf, type Tally } from './tally.ts'

it('a few simulated surveys cover about as often as they say', async () => {
  const found: Tally[] = []
  // Numbers 2, 6, 10 and 14: one population, each design once.
  for await (const tally of tallies(1, 'scores', [2, 6, 10, 14], { households: 12_000 })) found.push(tally)
  for (const name of ['companies', 'pairs', 'against the rest', 'changes of companies', 'net promoter']) {
    const { percent, times } = shareOf(found, name) ?? { percent: 0, times: 0 }
    expect(times, name).toBeGreaterThan(200)
    // Half the variance would cover 83 %, twice of it 99.4 %.
    expect(percent, name).toBeGreaterThan(90)
    expect(percent, name).toBeLessThan(98.5)
  }
  expect(shareOf(found, 'ranks')?.percent).toBeGreaterThan(90)
})

it('an aim is missed only beyond what chance explains', () => {
  const surveys = (hits: number, times: number, count: number): Tally[] =>
    Array.from({ length: count }, (_, k) => ({ one: [hits + (k % 2), times] }))
  const verdict = (tallies: Tally[], aim: Parameters<typeof verdictOn>[1]) => {
    const share = shareOf(tallies, 'one')
    return share && verdictOn(share, aim)
  }
  expect(verdict(surveys(94, 100, 100), { from: 94, to: 96 })).toBe('met')
  expect(verdict(surveys(93, 100, 4), { from: 94, to: 96 })).toBe('open')
  expect(verdict(surveys(93, 100, 100), { from: 94, to: 96 })).toBe('missed')
  expect(verdict(surveys(97, 100, 100), { from: 94, to: 96 })).toBe('missed')
  expect(verdict(surveys(0, 1, 100), { bound: 7 })).toBe('missed')
  expect(
    verdict([...Array.from({ length: 1000 }, (_, k): Tally => ({ one: [k < 50 ? 1 : 0, 1] }))], { bound: 7 }),
  ).toBe('met')
  expect(
    verdict([...Array.from({ length: 1000 }, (_, k): Tally => ({ one: [k < 60 ? 1 : 0, 1] }))], { bound: 7 }),
  ).toBe('open')
})
