import { expect, it } from 'vitest'
import { companyCount, industryOf } from './companies.ts'
import { type ExplainedField, explainedFieldOf } from './explain/field.ts'
import { verdictOn } from './report.ts'
import { judged } from './run.ts'
import { shareOf, type Tally } from './tally.ts'

it('a few simulated surveys cover about as often as they say', async () => {
  const found: Tally[] = []
  // Numbers 2, 6, 10 and 14: one population, each design once.
  for await (const { tally } of judged(1, 'scores', [2, 6, 10, 14], { households: 12_000 })) found.push(tally)
  for (const name of ['companies', 'pairs', 'against the rest', 'changes of companies', 'net promoter']) {
    const { percent, times } = shareOf(found, name) ?? { percent: 0, times: 0 }
    expect(times, name).toBeGreaterThan(200)
    // Half the variance would cover 83 %, twice of it 99.4 %.
    expect(percent, name).toBeGreaterThan(90)
    expect(percent, name).toBeLessThan(98.5)
  }
  expect(shareOf(found, 'ranks')?.percent).toBeGreaterThan(90)
})

it('populations hold what is planted in them, and nothing else', () => {
  const [nothing, plants] = [0, 2].map((kind) => explainedFieldOf(1, kind, 0, 12_000))
  const apart = ({ truth }: ExplainedField, side: 'expected' | 'experienced', t: number, company: number) => {
    const industry = Array.from({ length: companyCount }, (_, k) => k).filter(
      (other) => other !== company && industryOf(other) === industryOf(company),
    )
    const values = truth[side][t] ?? []
    const others = industry.reduce((sum, other) => sum + (values[other] ?? 0), 0) / industry.length
    return (values[company] ?? 0) - others
  }
  expect(plants?.population.planted.atTouchpoints.size).toBe(13)
  for (const [field, plant] of [
    [nothing, undefined],
    [
      plants,
      { promise: [15, 0], delivery: [0, -15], both: [7.5, -7.5], plain: [-10, -10], modest: [0, -15] },
    ],
  ] as const)
    for (let company = 0; company < companyCount; company++)
      for (let t = 0; t < 4; t++) {
        if (field === undefined) throw new Error('a population is missing')
        const name = field.population.planted.atTouchpoints.get(`${company} ${t}`)
        const others = [...field.population.planted.atTouchpoints.keys()].some((key) => {
          const [other, at] = key.split(' ').map(Number)
          return at === t && other !== company && industryOf(other ?? 0) === industryOf(company)
        })
        if (others) continue
        const [expected, experienced] = (name && plant?.[name]) ?? [0, 0]
        expect(Math.abs(apart(field, 'expected', t, company) - expected), `${name}`).toBeLessThan(0.1)
        expect(Math.abs(apart(field, 'experienced', t, company) - experienced), `${name}`).toBeLessThan(0.1)
      }
})

/** Of one population in each design once: 0 has no effect, 2 has plants. */
async function explained(kind: number): Promise<Tally[]> {
  const found: Tally[] = []
  const numbers = [0, 1, 2, 3].map((design) => kind + 4 * design)
  for await (const { tally } of judged(1, 'explained', numbers, { households: 12_000 })) found.push(tally)
  return found
}

it('a few simulated surveys without any effect explain nothing, by intervals that hold', async () => {
  const found = await explained(0)
  const intervals = ['gap', 'gap beside the rest', 'experienced', 'beside other touchpoints', 'shift']
  for (const name of [...intervals, 'belief minus score', 'need met: company']) {
    const { percent, times } = shareOf(found, name) ?? { percent: 0, times: 0 }
    expect(times, name).toBeGreaterThan(100)
    expect(percent, name).toBeGreaterThan(89)
    expect(percent, name).toBeLessThan(99)
  }
  for (const name of ['gaps', 'beliefs', 'shifts', 'split ballot'])
    expect(shareOf(found, `without any effect: ${name}`)?.hits, name).toBeLessThan(2)
})

it('a few simulated surveys with plants find them, and little else', async () => {
  const found = await explained(2)
  for (const name of ['promise', 'delivery', 'unaware', 'unwilling', 'idle'])
    expect(shareOf(found, `found: ${name}`)?.percent, name).toBeGreaterThan(60)
  expect(shareOf(found, 'false diagnoses')?.percent).toBeLessThan(12)
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
