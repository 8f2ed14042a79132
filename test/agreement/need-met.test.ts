import { describe, expect, it } from 'vitest'
import type { Answer, PlainStudy } from './plain.ts'
import { reference } from './reference.ts'
import { expectRow, onTwo, person, rating, shop, small } from './small.ts'

describe('the reference on needs known by hand', () => {
  const told = (loyalty: number, need: Answer, served: string) => [rating('X', { loyalty, need }, served)]
  const people = [
    person('A', told(9, 8, '1')),
    person('B', told(7, 9, '2')),
    person('C', told(4, 2, '1')),
    // 5 is the middle of 0-10: not met.
    person('D', told(2, 5, '2')),
    person('E', told(10, 'dont_know', '1')),
  ]
  const columns = ['weight', 'stratum', 'served'] as const
  const study = small(people, {
    ...{ need_met: 'need', channels: ['1', '2'] },
    waves: [{ id: '1', items: ['loyalty', 'need'], columns }],
  })

  it('loyalty where the need was met and where it was not', () => {
    // 80 and 30; u of A to D 5, −5, and turned round −5, 5; five people in the stratum.
    const v = (5 / 4) * 100
    const row = { level: 'company', entity_id: 'X', basis: 'need', served: 'all' }
    const { need_met } = reference(study)
    expectRow(need_met, row, { n_met: 2, n_unmet: 2, met: 50, loyalty_met: 80, loyalty_unmet: 30, df: 2 })
    const p = onTwo(50 / Math.sqrt(v))
    // Company, industry and all are one and the same; those served are too few.
    expectRow(need_met, row, { difference: 50, se: Math.sqrt(v), p_value: p, p_adjusted: p })
    expectRow(need_met, row, { loyalty_met_se: Math.sqrt((5 / 4) * 50) })
    expectRow(
      need_met,
      { ...row, served: '1' },
      { n_met: null, n_unmet: null, met: null, reason: 'too_few_ratings' },
    )
    expect(need_met.length).toBe(9)
  })

  it('a question where a high answer is bad', () => {
    const items = study.items.map((item) => ({ ...item, reverse: item.id === 'need' }))
    const { need_met } = reference({ ...study, items })
    // Only C got what it needed. All would tell what the only company must not.
    const row = { level: 'company', served: 'all' }
    expectRow(need_met, row, { n_met: 1, n_unmet: 3, published: false })
    expectRow(need_met, { ...row, level: 'all' }, { n_met: null, n_unmet: null, published: false })
  })

  it('an expectation that was met', () => {
    const asked = people.map((one, i) => ({
      ...one,
      ratings: one.ratings.map((given) =>
        rating('X', { ...given.answers, e: 5, p: [5, 6, 4, 3, 2][i] ?? 0 }),
      ),
    }))
    const { need_met } = reference(small(asked, { touchpoints: [shop] }))
    // A and B got at least what they expected; C, D and E less: loyalty 40, 20, 100.
    const row = { level: 'company', basis: 'shop', served: 'all' }
    expectRow(need_met, row, { n_met: 2, n_unmet: 3, met: 40, loyalty_met: 80, loyalty_unmet: 160 / 3 })
  })

  it('which index is loyalty', () => {
    const index = (id: string, item: string) => ({ id, items: [item] })
    const loyaltyOf = (more: Partial<PlainStudy>) =>
      reference({ ...study, ...more }).need_met.find(({ served }) => served === 'all')?.loyalty_met
    // The need itself as an index: 85 of those whose need was met.
    const [first, second] = [index('a', 'need'), index('b', 'loyalty')]
    expect(loyaltyOf({ indices: [first, second] })).toBeCloseTo(85, 10)
    expect(loyaltyOf({ indices: [first, second], net_promoter: 'loyalty' })).toBeCloseTo(80, 10)
    expect(loyaltyOf({ indices: [second, { ...first, id: 'loyalty' }] })).toBeCloseTo(85, 10)
  })
})
