import { beforeAll, describe, expect, it } from 'vitest'
import { expectClose, oracle } from '../oracle/oracle.ts'
import { covariance } from './domain.ts'
import { type Entity, type Measured, measure } from './entities.ts'
import type { Answer, PlainStudy, Rating } from './plain.ts'
import { type Wave, waveOf } from './wave.ts'
import { atMeanOne, rake } from './weights.ts'

type Row = { company?: string; industry?: string; entity?: string } & Record<string, number>
interface Expected {
  settings: { items: string[]; scale: { min: number; max: number }; trim: [number, number] }
  margins: { variable: string; category: string; target: number; n: number }[]
  company: Row[]
  industry: Row[]
  overall: Row[]
  covariance: { companies: string[]; matrix: number[][] }
}

const { text, rows } = oracle('raking')
const expected: Expected = JSON.parse(text('expected.json'))
const { items, scale, trim } = expected.settings
const people = rows('input.csv')
const ratings = rows('ratings.csv')
const targets = rows('targets.csv')

const answer = (cell = ''): Answer => (cell === '' ? 'not_asked' : cell === '98' ? 'dont_know' : Number(cell))

/** The case as a study, with other bounds or other targets where given. */
function study(weighting: Partial<PlainStudy['weighting']>): PlainStudy {
  const industries = new Map(ratings.map(({ company = '', industry = '' }) => [company, industry]))
  const rated = new Map<string, Rating[]>()
  for (const { respondent = '', company = '', ...cells } of ratings) {
    const answers = Object.fromEntries(items.map((item) => [item, answer(cells[item])]))
    rated.set(respondent, [...(rated.get(respondent) ?? []), { company, answers }])
  }
  return {
    waves: [{ id: '1', items, columns: ['weight', 'stratum'] }],
    items: items.map((id) => ({ id, ...scale, reverse: false })),
    indices: [{ id: 'satisfaction', items, min_items: 2 }],
    industries: [...new Set(industries.values())].map((id) => ({ id, name: id })),
    companies: [...industries].map(([id, industry]) => ({ id, name: id, industry, publish: true })),
    respondents: people.map(({ respondent = '', stratum = '', w, ...groups }) => ({
      ...{ wave: '1', respondent, stratum, weight: Number(w), groups },
      ratings: rated.get(respondent) ?? [],
    })),
    publication: { minimum_n: 2, minimum_shown: 2, aggregate: 'ratings', confidence: 0.95 },
    single_unit_stratum: 'center',
    weighting: {
      targets: targets.map(({ variable = '', category = '', share }) => ({
        ...{ wave: '1', variable, category },
        share: Number(share),
      })),
      level: 'respondent',
      ...weighting,
    },
    panel: false,
  }
}

const measured = (plain: PlainStudy): Measured => {
  const found = measure(plain, { id: 'satisfaction', items, min_items: 2 }, '1')
  if (!found) throw new Error('not measured')
  return found
}
const of = ({ companies, groups }: Measured, { company, industry, entity }: Row): Entity => {
  const found = [...companies, ...groups].find(({ id }) => id === (company ?? industry ?? entity))
  if (!found) throw new Error(`no ${company ?? industry ?? entity}`)
  return found
}
const weights = ({ people, weight }: Wave) =>
  people.map((person, i) => weight(i, person.ratings[0] ?? { company: '', answers: {} }))
const all = [...expected.company, ...expected.industry, ...expected.overall]

describe('the reference against R, raking', () => {
  const raked = study({})
  const trimmed = study({ trim })
  let found: { raked: Measured; trimmed: Measured; base: Measured }
  beforeAll(() => {
    found = { raked: measured(raked), trimmed: measured(trimmed), base: measured(study({ targets: [] })) }
  })

  it('weights, raked, trimmed once and trimmed', () => {
    const ours = { w_raked: weights(waveOf(raked, '1')), w_trimmed: weights(waveOf(trimmed, '1')) }
    const margins = expected.margins.map(({ variable, category, target }) => ({
      variable,
      share: target,
      places: people.flatMap((person, i) => (person[variable] === category ? [i] : [])),
    }))
    const byVariable = [...new Set(margins.map(({ variable }) => variable))].map((name) =>
      margins.filter(({ variable }) => variable === name),
    )
    const clipped = atMeanOne(ours.w_raked).map((w) => Math.min(trim[1], Math.max(trim[0], w)))
    const once = atMeanOne(rake(clipped, byVariable))
    const theirs = rows('expected_weights.csv')
    theirs.forEach(({ respondent, w_raked, w_trim_once, w_trimmed }, i) => {
      expect(people[i]?.respondent).toBe(respondent)
      expectClose(ours.w_raked[i], Number(w_raked), `${respondent} raked`, 1e-8)
      expectClose(once[i], Number(w_trim_once), `${respondent} trimmed once`, 1e-7)
      expectClose(ours.w_trimmed[i], Number(w_trimmed), `${respondent} trimmed`, 1e-7)
    })
    expect(theirs.length).toBe(people.length)
    for (const { share, places, variable } of margins)
      for (const final of [ours.w_raked, once, ours.w_trimmed]) {
        const reached = places.reduce((sum, i) => sum + (final[i] ?? 0), 0) / people.length
        expectClose(reached, share, variable, 1e-9)
      }
  })

  it('means, standard errors and effective bases of companies, industries and all', () => {
    for (const row of all) {
      const [base, one, held] = [of(found.base, row), of(found.raked, row), of(found.trimmed, row)]
      const name = `${one.level} ${one.id}`
      expect([one.n, one.df], name).toEqual([row.n, row.df])
      expectClose(base.mean, row.base_mean ?? Number.NaN, `${name} base mean`, 1e-8)
      expectClose(Math.sqrt(base.v), row.base_se ?? Number.NaN, `${name} base se`, 1e-7)
      expectClose(one.mean, row.mean ?? Number.NaN, `${name} mean`, 1e-8)
      expectClose(Math.sqrt(one.v), row.se ?? Number.NaN, `${name} se`, 1e-7)
      expectClose(one.domain.kish, row.n_effective ?? Number.NaN, `${name} n_effective`, 1e-8)
      expectClose(held.mean, row.trimmed_mean ?? Number.NaN, `${name} trimmed mean`, 1e-8)
      expectClose(Math.sqrt(held.v), row.trimmed_se ?? Number.NaN, `${name} trimmed se`, 1e-7)
      expectClose(held.domain.kish, row.trimmed_n_effective ?? Number.NaN, `${name} trimmed base`, 1e-7)
    }
    expect(found.raked.companies.length + found.raked.groups.length).toBe(all.length)
  })

  it('covariance of companies', () => {
    const { companies, matrix } = expected.covariance
    const chosen = companies.map((company) => of(found.raked, { company } as Row))
    chosen.forEach((a, i) => {
      chosen.forEach((b, j) => {
        const gap = covariance(a.wave, a.domain, b.domain) - (matrix[i]?.[j] ?? Number.NaN)
        expect(Math.abs(gap) / Math.sqrt(a.v * b.v), `${a.id} ${b.id}`).toBeLessThanOrEqual(1e-7)
      })
    })
  })
})
