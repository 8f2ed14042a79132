import { describe, expect, it } from 'vitest'
import { covariance } from './domain.ts'
import { measure } from './entities.ts'
import { agree, figures, lines, studyOf } from './oracle.ts'
import { reference } from './reference.ts'

const mean = {
  n: 'n',
  n_effective: 'n_effective',
  score: 'mean',
  se: 'se',
  df: 'df',
  low: 'low',
  high: 'high',
}
const change = {
  change: 'difference',
  change_low: 'low',
  change_high: 'high',
  change_p: 'p_value',
  change_p_adjusted: 'p_holm',
  change_p_adjusted_bh: 'p_bh',
}

describe('the reference against R, weighted-mean', () => {
  const input = lines('weighted-mean')
  const expected = figures('weighted-mean')
  const { items } = expected.settings
  const pooled = reference(studyOf(input, expected, items, 'ratings'))
  const averaged = reference(studyOf(input, expected, items, 'companies'))
  const find = (tables: typeof pooled, level: string, index: unknown, wave: unknown, id: unknown) =>
    tables.scores.find((r) => r.level === level && r.index === index && r.wave === wave && r.entity_id === id)

  it('companies, industries and all', () => {
    for (const row of expected.company)
      agree(find(pooled, 'company', row.index, row.wave, row.company), row, mean)
    for (const row of expected.industry)
      agree(find(pooled, 'industry', row.index, row.wave, row.industry), row, mean)
    for (const row of expected.overall) agree(find(pooled, 'all', row.index, row.wave, 'all'), row, mean)
    expect(pooled.scores.length).toBe(
      expected.company.length + expected.industry.length + expected.overall.length,
    )
  })

  it('averages of companies with the full covariance', () => {
    const average = { n: 'n', score: 'company_average', se: 'company_average_se' }
    for (const r of expected.industry)
      agree(find(averaged, 'industry', r.index, r.wave, r.industry), r, average)
    for (const r of expected.overall) agree(find(averaged, 'all', r.index, r.wave, 'all'), r, average)
  })

  it('covariance of companies', () => {
    const study = studyOf(input, expected, items, 'ratings')
    for (const { wave, index, companies, matrix } of expected.covariance) {
      const measured = measure(
        study,
        study.indices.find(({ id }) => id === index) ?? { id: '', items: [] },
        wave,
      )
      const chosen = companies.map((id) => measured?.companies.find((one) => one.id === id))
      chosen.forEach((a, i) => {
        chosen.forEach((b, j) => {
          if (!measured || !a || !b) throw new Error('not measured')
          const gap = covariance(measured.wave, a.domain, b.domain) - (matrix[i]?.[j] ?? Number.NaN)
          expect(Math.abs(gap)).toBeLessThan(1e-9 * Math.sqrt(a.v * b.v))
        })
      })
    }
  })

  it('changes', () => {
    for (const row of expected.change)
      agree(find(pooled, 'company', row.index, row.to, row.company), row, change)
    for (const row of expected.change_industry)
      agree(find(pooled, 'industry', row.index, row.to, row.industry), row, change)
    for (const row of expected.change_overall)
      agree(find(pooled, 'all', row.index, row.to, 'all'), row, change)
    const tested = pooled.scores.filter((row) => row.change !== null)
    const { change: companies, change_industry, change_overall } = expected
    expect(tested.length).toBe(companies.length + change_industry.length + change_overall.length)
  })

  it('pairs', () => {
    for (const row of expected.pairs) {
      const ours = pooled.comparisons.find(
        (r) =>
          r.index === row.index &&
          r.wave === row.wave &&
          r.company_a === row.company_a &&
          r.company_b === row.company_b,
      )
      const names = { p_value: 'p_value', p_adjusted: 'p_holm', p_adjusted_bh: 'p_bh' }
      const own = ['difference', 'se', 'df', 'low', 'high', 'shared_respondents'].map((name) => [name, name])
      agree(ours, row, { ...names, ...Object.fromEntries(own) })
    }
  })

  it('a stratum of one respondent', () => {
    const { respondent, wave, index, rows } = expected.lonely_stratum
    const moved = input
      .filter((line) => line.wave === wave)
      .map((line) => (line.respondent === respondent ? { ...line, stratum: 'ALONE' } : line))
    const whole = studyOf(moved, expected, items, 'ratings')
    const study = { ...whole, waves: whole.waves.filter(({ id }) => id === wave) }
    const { scores } = reference(study)
    for (const row of rows) {
      const ours = scores.find(
        (r) => r.index === index && r.level === 'company' && r.entity_id === row.company,
      )
      agree(ours, row, { score: 'mean', se: 'se' })
    }
    expect(() => reference({ ...study, single_unit_stratum: 'error' })).toThrow('one unit')
  })
})

describe('the reference against R, nps', () => {
  it('companies and all', () => {
    const expected = figures('nps')
    const { net_promoter } = reference(studyOf(lines('nps'), expected, ['rec'], 'ratings'))
    const same = ['n', 'promoters', 'passives', 'detractors', 'nps', 'se', 'low', 'high'].map((name) => [
      name,
      name,
    ])
    const rows = [...expected.company, ...expected.overall]
    for (const row of rows) {
      const ours = net_promoter.find(({ company_id }) => company_id === (row.company ?? row.entity))
      agree(ours, row, Object.fromEntries(same))
    }
    expect(net_promoter.length).toBe(rows.length)
  })
})
