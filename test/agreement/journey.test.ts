import { describe, expect, it } from 'vitest'
import type { Answer, PlainStudy, Respondent } from './plain.ts'
import { reference } from './reference.ts'
import { atShop, expectRow, met, onOne, person, rating, shop, small } from './small.ts'

const way = [
  { id: 't1', owner: 'it', expected: 'e1', experienced: 'p1' },
  { id: 't2', owner: 'it', step: 'use', expected: 'e2', experienced: 'p2' },
  { id: 't3', owner: 'sales', expected: 'e3', experienced: 'p3' },
]
/** Expected and experienced at each of the three that were met. */
const walked = (company: string, ...meetings: (readonly [number, number] | null)[]) =>
  rating(
    company,
    Object.fromEntries(
      meetings.flatMap((pair, k): [string, Answer][] => [
        [`e${k + 1}`, pair?.[0] ?? 'not_applicable'],
        [`p${k + 1}`, pair?.[1] ?? 'not_applicable'],
      ]),
    ),
  )

describe('the reference on journeys known by hand', () => {
  const people = [
    person('A', [walked('X', [6, 8], [6, 4], [5, 5])]),
    person('B', [walked('X', [4, 6], null, [7, 8])]),
    person('C', [walked('X', null, [3, 2], null)]),
    person('D', [walked('X', null, null, [9, 9])]),
    person('E', [walked('Y', [5, 5], null, [5, 6])]),
    person('F', [walked('Y', null, [6, 7], [6, 4])]),
  ]
  const { journey } = reference(small(people, { touchpoints: way }))

  it('of a department: each rating counts once', () => {
    // A experienced 80 and 40 there, gaps 20 and −20; B 60, gap 20; C 20, gap −10. Six people in the stratum.
    const it = { company_id: 'X', part: 'owner', value: 'it' }
    expectRow(journey, it, { touchpoints: 't1|t2', n: 3, experienced: 140 / 3, gap: 10 / 3, df: 2 })
    const squares = (40 / 3) ** 2 + (40 / 3) ** 2 + (80 / 3) ** 2
    expectRow(journey, it, { se: Math.sqrt(((6 / 5) * squares) / 9) })
    expectRow(journey, { company_id: 'X', part: 'step', value: 'use' }, { touchpoints: 't2', n: 2 })
    expect(journey.filter(({ part }) => part === 'channel')).toEqual([])
  })

  it('beside the other touchpoints, and that beside the rest', () => {
    // There minus elsewhere: A 60 − 50, B 60 − 80; E 50 − 60, F 70 − 40. −5 − 10; u 7.5, −7.5, 10, −10. df = 2 − 1.
    const v = (6 / 5) * (2 * 7.5 ** 2 + 2 * 10 ** 2)
    const t = -15 / Math.sqrt(v)
    const beside = {
      beside_others: -15,
      beside_others_se: Math.sqrt(v),
      beside_others_df: 1,
      p_value: onOne(t),
    }
    const row = { part: 'owner', value: 'it' }
    expectRow(
      journey,
      { company_id: 'X', ...row },
      { n_others: 2, ...beside, verdict: 'no_clear_difference' },
    )
    expectRow(journey, { company_id: 'Y', ...row }, { n_others: 2, beside_others: 15, p_value: onOne(t) })
    // Two people of X were at t2, one of them elsewhere too.
    const alone = { company_id: 'X', part: 'touchpoint', value: 't2' }
    expectRow(journey, alone, { n: 2, n_others: 1, published: true, beside_others: null, verdict: null })
  })

  it('of which touchpoints have the same customers as others', () => {
    // At sales D was nowhere else: A 50 − 60, B 80 − 60; of the rest E 60 − 50, F 40 − 70.
    expectRow(journey, { company_id: 'X', value: 'sales' }, { n: 3, n_others: 2, beside_others: 5 + 10 })
  })

  const before = [4, 5, 9]
  const after = [5, 8, 8]
  const twice = ['1', '2'].flatMap((wave) =>
    before.map((p, i) => person(`r${i}`, [met('X', i, wave === '1' ? p : (after[i] ?? 0))], { wave })),
  )
  const changed = (respondents: readonly Respondent[], more: Partial<PlainStudy> = {}) =>
    atShop(respondents, more).journey

  it('changes of people asked twice, and of others', () => {
    // Experienced 60, then 70. Differences 10, 30, −10: V = (0² + 20² + 20²) / 2 / 3, df = 3 − 2.
    const row = { wave: '2', company_id: 'X' }
    const v = 800 / 6
    const same = { change: 10, change_se: Math.sqrt(v), change_p: onOne(10 / Math.sqrt(v)) }
    expectRow(changed(twice, { panel: true }), row, { ...same, change_verdict: 'no_clear_change' })
    // Variances of the means 1400 / 2 / 3 and 600 / 2 / 3.
    expectRow(changed(twice), row, { change: 10, change_se: Math.sqrt(1000 / 3) })
    expectRow(changed(twice), { ...row, wave: '1' }, { change: null, change_verdict: 'first_wave' })
  })

  it('changes that are none', () => {
    const waves = (first: readonly string[], columns: readonly 'weight'[] = ['weight']) => [
      { id: '1', items: first, columns },
      { id: '2', items: ['e', 'p', 'e2', 'p2'], columns: ['weight' as const] },
    ]
    const verdictOf = (one: PlainStudy, cells: object) => {
      const found = reference(one).journey.filter((row) =>
        Object.entries({ wave: '2', company_id: 'X', ...cells }).every(
          ([name, cell]) => new Map(Object.entries(row)).get(name) === cell,
        ),
      )
      expect(found.length).toBe(1)
      return found[0]?.change_verdict
    }
    const touchpoints = [
      { ...shop, owner: 'it' },
      { id: 'app', owner: 'it', expected: 'e2', experienced: 'p2' },
    ]
    const people = twice.map((one) => ({
      ...one,
      ratings: one.ratings.map(({ company, answers }) =>
        rating(company, { ...answers, e2: 3, p2: answers.p ?? 0 }),
      ),
    }))
    const study = small(people, { touchpoints, waves: waves(['e', 'p']) })
    expect(verdictOf(study, { part: 'touchpoint', value: 'shop' })).toBe('no_clear_change')
    // The app was not asked before, so the department is not what it was.
    expect(verdictOf(study, { part: 'owner', value: 'it' })).toBe('not_comparable')
    const bare = { ...study, waves: waves(['e', 'p'], []) }
    expect(verdictOf(bare, { part: 'touchpoint', value: 'shop' })).toBe('not_comparable')
    const others = people.map((one) => (one.wave === '1' ? { ...one, ratings: [met('Y', 1, 1)] } : one))
    const companies = ['X', 'Y'].map((id) => ({ id, name: id, industry: 'i', publish: true }))
    const fresh = { ...study, companies, respondents: others }
    expect(verdictOf(fresh, { part: 'touchpoint', value: 'shop' })).toBe('new')
  })
})
