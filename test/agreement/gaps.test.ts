import { describe, expect, it } from 'vitest'
import type { PlainStudy } from './plain.ts'
import { atShop, expectRow, met, onOne, person, small } from './small.ts'

const publication = (more: Partial<PlainStudy['publication']>): Pick<PlainStudy, 'publication'> => ({
  publication: { ...small([]).publication, ...more },
})

/** Four people, two for each company. */
const four = [
  person('A', [met('X', 8, 6)]),
  person('B', [met('X', 6, 2)]),
  person('C', [met('Y', 5, 5)]),
  person('D', [met('Y', 7, 9)]),
]

describe('the reference on gaps known by hand', () => {
  it('of a company: one stratum of four, so V = 4/3 Σu²', () => {
    const { gaps } = atShop(four)
    // Of X: E 80, 60; P 60, 20; gaps −20, −40. u = ±5, ±10, ±5.
    const t = -30 / Math.sqrt(200 / 3)
    expectRow(
      gaps,
      { company_id: 'X' },
      { n: 2, n_effective: 2, expected: 70, experienced: 40, gap: -30, df: 1 },
    )
    expectRow(
      gaps,
      { company_id: 'X' },
      { expected_se: Math.sqrt(200 / 3), experienced_se: Math.sqrt(800 / 3) },
    )
    expectRow(
      gaps,
      { company_id: 'X' },
      { se: Math.sqrt(200 / 3), p_value: onOne(t), below: 100, met: 0, above: 0 },
    )
    // t(0.975; 1) = tan(0.475 π)
    const half = Math.tan(0.475 * Math.PI) * Math.sqrt(200 / 3)
    expectRow(gaps, { company_id: 'X' }, { low: -30 - half, high: -30 + half, expected_high: 70 + half })
    // Of Y: gaps 0, 20. Benjamini and Hochberg: 2 p of X, which is the smaller; p of Y.
    const other = onOne(10 / Math.sqrt(200 / 3))
    expectRow(gaps, { company_id: 'Y' }, { gap: 10, below: 0, met: 50, above: 50, p_adjusted: other })
    expectRow(gaps, { company_id: 'X' }, { p_adjusted: 2 * onOne(t), published: true, reason: null })
  })

  it('beside the rest: the influences of the others are taken away', () => {
    const { gaps } = atShop(four, publication({ confidence: 0.8 }))
    // E 70 − 60, P 40 − 70, gap −30 − 10, sum 110 − 130. u of A, B, C, D: E 5, −5, 5, −5; P 10, −10, 10, −10;
    // gap 5, −5, 5, −5; sum 15, −15, 15, −15. Each company has two people: df = 2 − 1.
    expectRow(gaps, { company_id: 'X' }, { expected_vs_rest: 10, experienced_vs_rest: -30 })
    const gap = { gap_vs_rest: -40, gap_vs_rest_se: Math.sqrt(400 / 3), gap_vs_rest_df: 1 }
    expectRow(gaps, { company_id: 'X' }, { ...gap, gap_vs_rest_p: onOne(Math.sqrt(12)) })
    // Both companies have the same p, 0.179, and are told apart at 0.2.
    expectRow(gaps, { company_id: 'X' }, { gap_vs_rest_p_adjusted: onOne(Math.sqrt(12)), level_vs_rest: -20 })
    const level = onOne(20 / Math.sqrt(1200))
    expectRow(gaps, { company_id: 'X' }, { level_vs_rest_p: level, level_vs_rest_p_adjusted: level })
    expectRow(gaps, { company_id: 'X' }, { diagnosis: 'both_or_unclear' })
    // Y is clearly better.
    expectRow(
      gaps,
      { company_id: 'Y' },
      { gap_vs_rest: 40, level_vs_rest_p: level, level_vs_rest_p_adjusted: null },
    )
    expectRow(gaps, { company_id: 'Y' }, { diagnosis: 'none' })
  })

  it.each([
    // E + P of Y is 120 and 90. Of X 160 and 130: 40 more; or 80 and 50: 40 less. V = 4/3 · 4 · 7.5² = 300, p = 0.26.
    // Of the gap, −40 with V = 400/3, 0.179.
    ['promise_too_high', [10, 6], [8, 5], 40],
    ['delivery_too_low', [6, 2], [5, 0], -40],
  ] as const)('%s', (diagnosis, [e1, p1], [e2, p2], level) => {
    const people = [
      person('A', [met('X', e1, p1)]),
      person('B', [met('X', e2, p2)]),
      person('C', [met('Y', 6, 6)]),
      person('D', [met('Y', 4, 5)]),
    ]
    const { gaps } = atShop(people, publication({ confidence: 0.7 }))
    const p = onOne(40 / Math.sqrt(300))
    expectRow(gaps, { company_id: 'X' }, { level_vs_rest: level, level_vs_rest_p: p, diagnosis })
    expect(atShop(people, publication({ confidence: 0.8 })).gaps[0]?.diagnosis).toBe('both_or_unclear')
  })

  it('people who rate all: summed before they are squared; the rest by shares', () => {
    const answers = {
      X: [
        [5, 4],
        [6, 4],
        [8, 5],
      ],
      Y: [
        [5, 5],
        [5, 6],
        [6, 5],
      ],
      Z: [
        [4, 6],
        [5, 5],
        [5, 6],
      ],
    }
    const people = ['A', 'B', 'C'].map((id, i) =>
      person(
        id,
        Object.entries(answers).map(([company, given]) =>
          met(company, given[i]?.[0] ?? 0, given[i]?.[1] ?? 0),
        ),
      ),
    )
    const base = small(people)
    const companies = base.companies.map((one) => (one.id === 'Y' ? { ...one, share: 3 } : one))
    const { gaps, industry_gaps } = atShop(people, { companies, ...publication({ aggregate: 'companies' }) })
    // Gaps of X −10, −20, −30; of Y 0, 10, −10; of Z 20, 0, 10. The rest is (3 · 0 + 10) / 4. Off the means, of A, B, C:
    // X 10, 0, −10; the rest 2.5, 5, −7.5; the difference 7.5, −5, −2.5; u is a third. V = 3/2 Σu². Three people in
    // each company: df = 3 − 1.
    const v = (1.5 * (7.5 ** 2 + 5 ** 2 + 2.5 ** 2)) / 9
    expectRow(
      gaps,
      { company_id: 'X' },
      { gap_vs_rest: -22.5, gap_vs_rest_se: Math.sqrt(v), gap_vs_rest_df: 2 },
    )
    // Together −30 / 9; of A, B, C the sums off it are 20, 0, −20; u is a ninth.
    const all = { n: 9, gap: -30 / 9, se: Math.sqrt((1.5 * 800) / 81), df: 2 }
    expectRow(industry_gaps, { level: 'industry', entity_id: 'i' }, all)
    expectRow(industry_gaps, { level: 'all', entity_id: 'all' }, all)
  })

  it('weights, strata and households', () => {
    const people = [
      person('A', [met('X', 5, 8)], { weight: 3, household: 'h1' }),
      person('B', [met('X', 5, 4)], { weight: 1, household: 'h2' }),
      person('C', [met('X', 6, 5)], { weight: 1, household: 'h2' }),
      person('D', [met('X', 4, 2)], { weight: 1, stratum: 'alone', household: 'h2' }),
    ]
    const columns = ['weight', 'stratum', 'household'] as const
    const waves = [{ id: '1', items: ['e', 'p'], columns }]
    // Gaps 30, −10, −10, −20: (90 − 40) / 6. Off it 65/3, −55/3, −55/3, −85/3, times w / 6: u of the units 65/6, −55/9 and,
    // alone in its stratum, −85/18. With two units Σu² − (Σu)²/2 is half of the squared difference, times 2/1.
    const v = (65 / 6 + 55 / 9) ** 2 + (85 / 18) ** 2
    const { gaps } = atShop(people, { waves })
    expectRow(
      gaps,
      { company_id: 'X' },
      { n: 4, n_effective: 36 / 12, gap: 50 / 6, se: Math.sqrt(v), df: 3 - 2 },
    )
    expectRow(gaps, { company_id: 'X' }, { below: 50, met: 0, above: 50 })
  })

  it('who is not public, not shown or did not answer', () => {
    const people = [
      ...four,
      person('E', [met('H', 1, 9)]),
      person('F', [met('Z', 10, 10), met('X', 4, 'dont_know')]),
    ]
    const companies = small(people).companies.map((one) => ({ ...one, publish: one.id !== 'H' }))
    const { gaps } = atShop(people, { companies, ...publication({ aggregate: 'companies' }) })
    expect(gaps.map((row) => row.company_id)).toEqual(['X', 'Y', 'Z'])
    // Six people in the stratum now; Z has one rating, so it is in nobody’s rest.
    expectRow(gaps, { company_id: 'X' }, { gap_vs_rest: -40, gap_vs_rest_se: Math.sqrt((6 / 5) * 100) })
    expectRow(gaps, { company_id: 'X' }, { n: 2, gap_vs_rest_df: 1 })
    const nothing = { expected: null, gap: null, p_adjusted: null, expected_top: null, gap_vs_rest: null }
    const why = { published: false, reason: 'too_few_ratings', diagnosis: 'too_few_answers' }
    expectRow(gaps, { company_id: 'Z' }, { n: 1, ...nothing, ...why })
    const steady = [person('A', [met('X', 9, 6)]), person('B', [met('X', 8, 5)])]
    expectRow(atShop(steady).gaps, { company_id: 'X' }, { n: 2, gap: null, reason: 'no_variation' })
  })

  it('two scales: the same point is met, and the lowest answer of a reversed question is the top', () => {
    const items = [
      { id: 'e', min: 1, max: 7, reverse: true },
      { id: 'p', min: 1, max: 10, reverse: false },
    ]
    // On 1-7 turned round 5 is 33⅓ and 1 is 100; on 1-10 4 is 33⅓.
    const people = [person('A', [met('X', 5, 4)]), person('B', [met('X', 1, 7)])]
    expectRow(atShop(people, { items }).gaps, { company_id: 'X' }, { expected_top: 50, below: 50, met: 50 })
  })
})
