import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { measure } from './entities.ts'
import { acrossWaves } from './panel.ts'
import type { PlainStudy, Rating, Respondent } from './plain.ts'
import { reference } from './reference.ts'
import { randomStudy } from './study.ts'
import { rakeWithin } from './weights.ts'

/** One question on 0-10, companies X and Y in one industry, waves 1 and 2. */
function study(respondents: Respondent[], more: Partial<PlainStudy> = {}): PlainStudy {
  const columns = ['weight', 'stratum'] as const
  return {
    waves: ['1', '2'].map((id) => ({ id, items: ['q'], columns })),
    items: [{ id: 'q', min: 0, max: 10, reverse: false }],
    indices: [{ id: 'index', items: ['q'] }],
    industries: [{ id: 'i', name: 'Industry' }],
    companies: ['X', 'Y'].map((id) => ({ id, name: id, industry: 'i', publish: true })),
    respondents,
    publication: { minimum_n: 2, minimum_shown: 2, aggregate: 'ratings', confidence: 0.95 },
    single_unit_stratum: 'center',
    weighting: { targets: [], level: 'respondent' },
    panel: true,
    ...more,
  }
}
const rated = (company: string, q: number, weight = 1): Rating => ({ company, answers: { q }, weight })
const person = (wave: string, respondent: string, ratings: Rating[], stratum = 's'): Respondent => ({
  ...{ wave, respondent, stratum, weight: 1, ratings },
})
const scoreOf = (plain: PlainStudy, wave: string, id: string) =>
  reference(plain).scores.find((row) => row.wave === wave && row.entity_id === id)

/** Drawn studies with what they have of sampling set aside. */
const drawn = fc.sample(randomStudy, { numRuns: 15, seed: 7 }).map(
  (one): PlainStudy => ({
    ...one,
    waves: one.waves.map((wave) => ({
      ...wave,
      columns: wave.columns.filter((column) => column !== 'household'),
    })),
    weighting: { targets: [], level: 'respondent' },
    panel: false,
  }),
)

describe('the reference on studies with known figures', () => {
  it('a panel of one stratum is a paired t test', () => {
    const before = [3, 5, 6, 8]
    const after = [5, 6, 9, 10]
    const people = before.flatMap((x, i) => [
      person('1', `r${i}`, [rated('X', x)]),
      person('2', `r${i}`, [rated('X', after[i] ?? 0)]),
    ])
    // Differences 20, 10, 30, 20: t = 20 / (√(200/3) / √4) = √24, and on two degrees p = 1 − t / √(2 + t²).
    const row = scoreOf(study(people), '2', 'X')
    expect(row?.change).toBeCloseTo(20, 10)
    expect(row?.change_p).toBeCloseTo(1 - Math.sqrt(24 / 26), 10)
    // Apart, the two samples have variances 350/3 and 1700/12: t = 20 / √(775/3).
    expect(scoreOf(study(people, { panel: false }), '2', 'X')?.change_p).toBeGreaterThan(0.2)
  })

  it('people who change stratum, one of them alone in it', () => {
    const answers = [
      person('1', 'A', [rated('X', 2)]),
      person('1', 'B', [rated('X', 4)]),
      person('1', 'C', [rated('X', 9)], 'alone'),
      person('2', 'A', [rated('X', 4)]),
      person('2', 'B', [rated('X', 10)], 'alone'),
      person('2', 'C', [rated('X', 7)]),
    ]
    const [first, second] = ['1', '2'].map((wave) =>
      measure(study(answers), { id: 'index', items: ['q'] }, wave),
    )
    const [a, b] = [first?.companies[0], second?.companies[0]]
    if (!a || !b) throw new Error('not measured')
    expect(a.v).toBeCloseTo(2000 / 9, 9)
    expect(b.v).toBeCloseTo(200, 9)
    // √(2·2) (−10/3)(−5) + √(2·1) (10/3)(10) + √(1·2) (40/3)(5)
    expect(acrossWaves(a, b)).toBeCloseTo(100 / 3 + 100 * Math.SQRT2, 9)
  })

  it('weights that differ between the ratings of one person', () => {
    const people = [
      person('1', 'A', [rated('X', 10, 1), rated('Y', 0, 3)]),
      person('1', 'B', [rated('X', 0, 1)]),
      person('1', 'C', [rated('Y', 10, 3)]),
    ]
    const row = scoreOf(study(people, { weighting: { targets: [], level: 'rating' } }), '1', 'all')
    expect(row?.score).toBeCloseTo(50, 10)
    // u = −100/8, −50/8, 150/8
    expect(row?.se).toBeCloseTo(Math.sqrt(820.3125), 9)
    expect(row?.n_effective).toBeCloseTo(64 / 20, 10)
  })

  it('weights that are only trimmed', () => {
    const { final } = rakeWithin([1, 1, 1, 1, 6], [], [0.5, 2])
    expect(final.map((w) => Number(w.toFixed(7)))).toEqual([0.75, 0.75, 0.75, 0.75, 2])
    const half = { share: 0.5, places: [0] }
    const rest = { share: 0.5, places: [1, 2, 3] }
    expect(() => rakeWithin([1, 1, 1, 1], [[half, rest]], [0.8, 1.5])).toThrow('contradict')
    expect(() => rakeWithin([1, 1], [[half, { share: 0.6, places: [1] }]])).toThrow('cannot be reached')
  })

  it('a wave with weights after one without', () => {
    const people = ['1', '2'].flatMap((wave) =>
      [1, 4, 7, 9].map((x, i) => person(wave, `r${i}`, [rated('X', x + (wave === '1' ? 0 : i % 2))])),
    )
    const waves = (first: readonly 'weight'[]) => [
      { id: '1', items: ['q'], columns: first },
      { id: '2', items: ['q'], columns: ['weight' as const] },
    ]
    expect(scoreOf(study(people, { waves: waves([]) }), '2', 'X')?.change_verdict).toBe('not_comparable')
    expect(scoreOf(study(people, { waves: waves(['weight']) }), '2', 'X')?.change_verdict).toBe(
      'no_clear_change',
    )
  })
})

describe('the reference on studies that come to the same', () => {
  it('a household that answers as one person is that person', () => {
    for (const one of drawn) {
      const columns = ['weight', 'stratum', 'household'] as const
      const waves = one.waves.map((wave) => ({ ...wave, columns }))
      const alone = one.respondents.map((who) => ({ ...who, household: who.respondent }))
      const twins = alone.flatMap((who) => [who, { ...who, respondent: `${who.respondent}-2` }])
      const limits = (times: number) => ({ minimum_n: 5 * times, minimum_shown: 3 * times })
      const tables = (respondents: Respondent[], times: number) =>
        reference({
          ...{ ...one, waves, respondents },
          publication: { ...one.publication, ...limits(times) },
        })
      const [single, double] = [tables(alone, 1), tables(twins, 2)]
      expect(double.scores.map(({ n }) => n)).toEqual(single.scores.map(({ n }) => 2 * n))
      double.scores.forEach((row, i) => {
        const other = single.scores[i]
        expect([row.df, row.reason, row.rank_low]).toEqual([other?.df, other?.reason, other?.rank_low])
        expect(row.se ?? -1).toBeCloseTo(other?.se ?? -1, 7)
        expect(row.change_p ?? -1).toBeCloseTo(other?.change_p ?? -1, 7)
      })
      expect(double.comparisons.map((row) => [row.df, row.shared_respondents])).toEqual(
        single.comparisons.map((row) => [row.df, 2 * row.shared_respondents]),
      )
    }
  })

  it('weights of ratings that are those of the respondents', () => {
    for (const one of drawn) {
      const respondents = one.respondents.map((who) => ({
        ...who,
        ratings: who.ratings.map((rating) => ({ ...rating, weight: who.weight })),
      }))
      expect(reference({ ...one, respondents, weighting: { targets: [], level: 'rating' } })).toEqual(
        reference(one),
      )
    }
  })

  it('a panel in which nobody stays is independent samples', () => {
    for (const one of drawn) {
      const respondents = one.respondents.map((who) => ({ ...who, respondent: who.respondent + who.wave }))
      expect(reference({ ...one, respondents, panel: true })).toEqual(reference({ ...one, respondents }))
    }
  })
})
