/** Studies of a few people whose figures can be worked out by hand: one stratum, weights of 1, questions on 0-10. */
import { expect } from 'vitest'
import type { Answer, PlainItem, PlainStudy, Rating, Respondent } from './plain.ts'
import { reference } from './reference.ts'

export const rating = (company: string, answers: Record<string, Answer>, served?: string): Rating => ({
  company,
  answers,
  ...(served === undefined ? {} : { served }),
})

export const person = (
  respondent: string,
  ratings: readonly Rating[],
  more: Partial<Respondent> = {},
): Respondent => ({ wave: '1', respondent, stratum: 's', weight: 1, ratings, ...more })

/** Companies X, Y and so on of one industry, as the ratings name them. */
export function small(respondents: readonly Respondent[], more: Partial<PlainStudy> = {}): PlainStudy {
  const ratings = respondents.flatMap((one) => one.ratings)
  const ids = [...new Set(ratings.flatMap(({ answers }) => Object.keys(answers)))]
  const items = ids.map((id): PlainItem => ({ id, min: 0, max: 10, reverse: false }))
  const companies = [...new Set(ratings.map(({ company }) => company))]
  const waves = [...new Set(respondents.map(({ wave }) => wave))]
  return {
    waves: waves.map((id) => ({ id, items: ids, columns: ['weight', 'stratum'] })),
    items,
    indices: [{ id: 'index', items: ids.slice(0, 1) }],
    industries: [{ id: 'i', name: 'Industry' }],
    companies: companies.map((id) => ({ id, name: id, industry: 'i', publish: true })),
    respondents,
    publication: {
      ...{ minimum_n: 2, minimum_shown: 2, minimum_segment_n: 2 },
      ...{ aggregate: 'ratings', confidence: 0.95 },
    },
    single_unit_stratum: 'center',
    weighting: { targets: [], level: 'respondent' },
    panel: false,
    ...more,
  }
}

export const shop = { id: 'shop', expected: 'e', experienced: 'p' }
/** A rating of a company that expected and experienced so much at the shop. */
export const met = (company: string, e: Answer, p: Answer): Rating => rating(company, { e, p })
export const atShop = (respondents: readonly Respondent[], more: Partial<PlainStudy> = {}) =>
  reference(small(respondents, { touchpoints: [shop], ...more }))

/** Two-sided p of t on two degrees of freedom, and on one. */
export const onTwo = (t: number): number => 1 - Math.abs(t) / Math.sqrt(2 + t ** 2)
export const onOne = (t: number): number => 1 - (2 / Math.PI) * Math.atan(Math.abs(t))

/** The one row with these cells holds those figures; numbers to ten digits. */
export function expectRow(rows: readonly object[], cells: object, figures: object): void {
  const found = rows.filter((row) =>
    Object.entries(cells).every(([name, cell]) => new Map(Object.entries(row)).get(name) === cell),
  )
  expect(found.length, JSON.stringify(cells)).toBe(1)
  const row = new Map<string, unknown>(Object.entries(found[0] ?? {}))
  for (const [name, wanted] of Object.entries(figures)) {
    const got = row.get(name)
    const what = `${JSON.stringify(cells)} ${name}`
    if (typeof wanted === 'number' && typeof got === 'number') expect(got, what).toBeCloseTo(wanted, 10)
    else expect(got, what).toBe(wanted)
  }
}
