import { describe, expect, it } from 'vitest'
import type { Answer } from './plain.ts'
import { reference } from './reference.ts'
import { expectRow, onTwo, person, rating, small } from './small.ts'

describe('the reference on two rankings and split ballots known by hand', () => {
  const two = (company: string, a: number, b: Answer) => rating(company, { a, b })
  const indices = ['a', 'b'].map((id) => ({ id, items: [id] }))

  it('a ranking beside the one that mixes another index in', () => {
    const people = [
      person('A', [two('X', 4, 6), two('Y', 5, 1)]),
      person('B', [two('X', 6, 6), two('Y', 5, 3)]),
      person('C', [two('X', 8, 9), two('Y', 8, 8)]),
      person('D', [two('X', 0, 'dont_know'), two('Y', 0, 'refused')]),
    ]
    const { combined } = reference(
      small(people, { indices, combined: { index: 'a', with: 'b', share: 0.5 } }),
    )
    // Both 60. With b, 70 and 40: 65 and 50. Shifts of X 10, 0, 5, of Y −20, −10, 0: on average 5 and −10, together −2.5.
    // Off the means X 5, −5, 0; Y −10, 0, 10; X minus the mean of both half of 15, −5, −10. Four people in the stratum.
    const x = {
      n: 3,
      score: 60,
      score_with: 70,
      score_combined: 65,
      shift: 5,
      df: 2,
      se: Math.sqrt((4 / 3) * (800 / 9)),
    }
    const v = ((4 / 3) * (7.5 ** 2 + 2.5 ** 2 + 5 ** 2)) / 9
    const p = onTwo(7.5 / Math.sqrt(v))
    expectRow(combined, { company_id: 'X' }, { ...x, shift_se: Math.sqrt((4 / 3) * (50 / 9)) })
    expectRow(
      combined,
      { company_id: 'X' },
      { shift_vs_mean: 7.5, shift_vs_mean_se: Math.sqrt(v), p_value: p },
    )
    const places = { rank: 1, rank_combined: 2, shift_places: -1, enters_top10: false, leaves_top10: false }
    expectRow(combined, { company_id: 'Y' }, { ...places, p_adjusted: 2 * p, verdict: 'no_clear_shift' })
  })

  it('a single ranked company, which has nothing beside it', () => {
    const people = [
      person('A', [two('X', 4, 6)]),
      person('B', [two('X', 6, 5)]),
      person('C', [two('X', 8, 1)]),
    ]
    const { combined } = reference(
      small(people, { indices, combined: { index: 'a', with: 'b', share: 0.5 } }),
    )
    expectRow(combined, { company_id: 'X' }, { rank: 1, shift: -10, shift_vs_mean: null, p_value: null })
  })

  it('the first ten', () => {
    // On 0-20. a: k + 1 and k + 3, so 5 (k + 2). b: k and k + 1, so 5 (k + 1/2); of c0 19 and 20, so 97.5.
    const ratings = (at: 0 | 1) =>
      Array.from({ length: 11 }, (_, k) => two(`c${k}`, k + 1 + 2 * at, k === 0 ? 19 + at : k + at))
    const people = [person('A', ratings(0)), person('B', ratings(1))]
    const items = ['a', 'b'].map((id) => ({ id, min: 0, max: 20, reverse: false }))
    const combined = { index: 'a', with: 'b', share: 0.1 }
    const { top_ten, combined: rows } = reference(small(people, { items, indices, combined }))
    expect(top_ten.length).toBe(11)
    // c0 passes c1 where 10 (1 − s) + 97.5 s > 15 (1 − s) + 7.5 s: from s = 1/19 on. Then one of 55 pairs has changed places.
    const stays = { companies: 11, turnover: 0, entering: '', leaving: '', kendall_tau: 1, stated: false }
    expectRow(top_ten, { share: 0 }, stays)
    const changes = { turnover: 1, entering: 'c0', leaving: 'c1' }
    expectRow(top_ten, { share: 0.1 }, { ...changes, kendall_tau: 53 / 55, stated: true })
    expectRow(top_ten, { share: 1 }, { ...changes, kendall_tau: 35 / 55, stated: false })
    expectRow(
      rows,
      { company_id: 'c0' },
      { rank: 11, rank_combined: 10, enters_top10: true, leaves_top10: false },
    )
    expectRow(
      rows,
      { company_id: 'c1' },
      { rank: 10, rank_combined: 11, enters_top10: false, leaves_top10: true },
    )
    const third = reference(
      small(people, { items, indices, combined: { ...combined, share: 1 / 3 } }),
    ).top_ten
    expect(third.filter(({ stated }) => stated).map(({ share }) => share)).toEqual([1 / 3])
  })

  it('halves of a split ballot', () => {
    const inHalf = (respondent: string, half: string, a: number, b: number) =>
      person(respondent, [two('X', a, b)], { halves: { order: half } })
    const people = [
      inHalf('A', '2', 4, 4),
      inHalf('B', '2', 6, 6),
      inHalf('C', '10', 8, 4),
      inHalf('D', '10', 10, 7),
      inHalf('E', '', 0, 0),
    ]
    const waves = [{ id: '1', items: ['a', 'b'], columns: [], experiments: ['order'] }]
    const { experiments } = reference(small(people, { indices, waves }))
    // Of a 50 and 90, u ±5 and ±5; of b 50 and 55, u ±5 and ±7.5. Five people, df = 4 − 1 − 1.
    const [va, vb] = [(5 / 4) * 100, (5 / 4) * 162.5]
    const p = onTwo(40 / Math.sqrt(va))
    const a = { half_a: '2', half_b: '10', n_a: 2, n_b: 2, score_a: 50, score_b: 90, difference: 40, df: 2 }
    expectRow(experiments, { index: 'a' }, { ...a, se: Math.sqrt(va), p_value: p, p_adjusted: 2 * p })
    const other = onTwo(5 / Math.sqrt(vb))
    expectRow(experiments, { index: 'b' }, { difference: 5, p_value: other, p_adjusted: other })
  })
})
