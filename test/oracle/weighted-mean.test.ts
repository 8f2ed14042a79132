import { beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Score, Tables } from '../../pipeline/tables.ts'
import { computed, waveResults } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { expectClose, oracle } from './oracle.ts'

interface Figures {
  wave: string
  index: string
  n: number
  n_effective: number
  mean: number
  se: number
  df: number
  low: number
  high: number
  company_average: number
  company_average_se: number
}
interface Test {
  index: string
  difference: number
  se: number
  df: number
  low: number
  high: number
  p_value: number
  p_bh: number
  p_holm: number
}
interface Expected {
  settings: {
    scale: { min: number; max: number }
    items: string[]
    missing_codes: number[]
    indices: Record<string, { weights: Record<string, number>; min_items: number }>
    confidence: number
    waves: string[]
  }
  company: (Figures & { company: string })[]
  industry: (Figures & { industry: string })[]
  overall: (Figures & { entity: string })[]
  covariance: { wave: string; index: string; companies: string[]; matrix: number[][] }[]
  pairs: (Test & {
    wave: string
    industry: string
    company_a: string
    company_b: string
    shared_respondents: number
  })[]
  change: (Test & { company: string; to: string })[]
  change_industry: (Test & { industry: string; to: string })[]
  change_overall: (Test & { entity: string; to: string })[]
  lonely_stratum: {
    wave: string
    index: string
    respondent: string
    rows: { company: string; mean: number; se: number }[]
  }
}

const { text, rows } = oracle('weighted-mean')
const expected: Expected = JSON.parse(text('expected.json'))
const { settings } = expected
const input = rows('input.csv')

/** The case as a study folder. */
function study(aggregate: 'ratings' | 'companies', ratings = input): string {
  const columns = Object.keys(input[0] ?? {})
  const line = (row: Record<string, string>) => columns.map((column) => row[column]).join(',')
  const companies = new Map(ratings.map(({ company = '', industry = '' }) => [company, industry]))
  const missing = Object.fromEntries(settings.missing_codes.map((code) => [code, 'dont_know']))
  const contract = {
    id: 'weighted-mean',
    title: 'Weighted mean',
    publisher: { name: 'Test' },
    licence: 'CC0-1.0',
    languages: ['en'],
    synthetic: true,
    items: Object.fromEntries(settings.items.map((id) => [id, { text: id, scale: settings.scale, missing }])),
    indices: Object.fromEntries(
      Object.entries(settings.indices).map(([id, { weights, min_items }]) => [
        id,
        { items: settings.items, weights, min_items },
      ]),
    ),
    weighting: { base: 'weight' },
    design: { strata: 'stratum' },
    publication: { minimum_n: 2, minimum_shown: 2, aggregate, confidence: settings.confidence },
    waves: Object.fromEntries(
      settings.waves.map((wave) => [
        wave,
        {
          file: 'raw/all.csv',
          rows: { column: 'wave', equals: wave },
          columns: { respondent: 'respondent', company: 'company', weight: 'w', stratum: 'stratum' },
        },
      ]),
    ),
  }
  return folderWith({
    'study.yaml': stringify(contract),
    'companies.csv': [
      'company_id,name,industry',
      ...[...companies].map(([id, industry]) => `${id},${id},${industry}`),
    ].join('\n'),
    'raw/all.csv': [columns.join(','), ...ratings.map(line)].join('\n'),
  })
}

const key = (...parts: string[]) => parts.join(' ')
const byKey = (scores: readonly Score[]) =>
  new Map(scores.map((row) => [key(row.wave, row.index, row.level, row.entity_id), row]))

describe('weighted mean, standard errors, pairs and changes against R survey', () => {
  let pooled: Tables
  let averaged: Map<string, Score>
  let scores: Map<string, Score>
  const levels = [
    ...expected.company.map((row) => ({ ...row, level: 'company', entity: row.company })),
    ...expected.industry.map((row) => ({ ...row, level: 'industry', entity: row.industry })),
    ...expected.overall.map((row) => ({ ...row, level: 'all' })),
  ]
  beforeAll(async () => {
    pooled = await computed(study('ratings'))
    scores = byKey(pooled.scores)
    averaged = byKey((await computed(study('companies'))).scores)
  })

  it('has a row for every case, and no other', () => {
    expect([...scores.keys()].sort()).toEqual(
      levels.map((row) => key(row.wave, row.index, row.level, row.entity)).sort(),
    )
  })

  it('equals n, mean, se, df and limits of companies, industries and all', () => {
    for (const row of levels) {
      const name = key(row.wave, row.index, row.level, row.entity)
      const found = scores.get(name)
      expect(found?.n, name).toBe(row.n)
      expect(found?.df, name).toBe(row.df)
      expectClose(found?.n_effective, row.n_effective, `${name} n_effective`)
      expectClose(found?.score, row.mean, `${name} mean`)
      expectClose(found?.se, row.se, `${name} se`)
      expectClose(found?.low, row.low, `${name} low`)
      expectClose(found?.high, row.high, `${name} high`)
    }
  })

  it('equals the mean of companies with its se from the full covariance', () => {
    for (const row of levels.filter(({ level }) => level !== 'company')) {
      const name = key(row.wave, row.index, row.level, row.entity)
      expectClose(averaged.get(name)?.score, row.company_average, `${name} company_average`)
      expectClose(averaged.get(name)?.se, row.company_average_se, `${name} company_average_se`)
    }
  })

  it('equals differences of companies that share respondents', () => {
    const pairs = new Map(
      pooled.comparisons.map((row) => [key(row.wave, row.index, row.company_a, row.company_b), row]),
    )
    for (const row of expected.pairs) {
      const name = key(row.wave, row.index, row.company_a, row.company_b)
      const found = pairs.get(name)
      expect(found?.df, name).toBe(row.df)
      expect(found?.shared_respondents, name).toBe(row.shared_respondents)
      expectClose(found?.difference, row.difference, `${name} difference`)
      expectClose(found?.se, row.se, `${name} se`)
      expectClose(found?.low, row.low, `${name} low`)
      expectClose(found?.high, row.high, `${name} high`)
      expectClose(found?.p_value, row.p_value, `${name} p`)
      expectClose(found?.p_adjusted, row.p_holm, `${name} Holm`)
      expectClose(found?.p_adjusted_bh, row.p_bh, `${name} Benjamini-Hochberg`)
      const clear = row.p_holm < 1 - settings.confidence
      expect(found?.verdict, name).toBe(
        clear ? (row.difference > 0 ? 'a_higher' : 'b_higher') : 'no_clear_difference',
      )
    }
  })

  it('equals changes, adjusted within index, wave and level', () => {
    const all = [
      ...expected.change.map((row) => ({ ...row, level: 'company', entity: row.company })),
      ...expected.change_industry.map((row) => ({ ...row, level: 'industry', entity: row.industry })),
      ...expected.change_overall.map((row) => ({ ...row, level: 'all' })),
    ]
    for (const row of all) {
      const name = key(row.to, row.index, row.level, row.entity)
      const found = scores.get(name)
      expectClose(found?.change, row.difference, `${name} change`)
      expectClose(found?.change_low, row.low, `${name} low`)
      expectClose(found?.change_high, row.high, `${name} high`)
      expectClose(found?.change_p, row.p_value, `${name} p`)
      expectClose(found?.change_p_adjusted, row.p_holm, `${name} Holm`)
      expectClose(found?.change_p_adjusted_bh, row.p_bh, `${name} Benjamini-Hochberg`)
    }
  })

  it('equals the covariance matrix of companies', async () => {
    const folder = study('ratings')
    const results = await waveResults(folder)
    const ids = [...new Set(input.map(({ company = '' }) => company))]
    for (const { wave, index, companies, matrix } of expected.covariance) {
      const scored = results.find((result) => result.wave.id === wave)?.scored.get(index)
      const place = (id: string) => scored?.companies.findIndex(({ company }) => ids[company] === id) ?? -1
      for (const [i, a] of companies.entries())
        for (const [j, b] of companies.entries()) {
          // An entry near 0 is judged against its diagonal: 1e-9 of the standard errors of the two companies.
          const value = matrix[i]?.[j] ?? Number.NaN
          const scale = Math.sqrt((matrix[i]?.[i] ?? 0) * (matrix[j]?.[j] ?? 0))
          const off = Math.abs((scored?.covariance[place(a)]?.[place(b)] ?? Number.NaN) - value) / scale
          expect(off, `${index} ${a} ${b}`).toBeLessThanOrEqual(1e-9)
        }
    }
  })

  it('centres a stratum of one respondent on the mean of all', async () => {
    const { wave, index, respondent, rows: lonely } = expected.lonely_stratum
    const moved = input.map((row) => (row.respondent === respondent ? { ...row, stratum: 'ALONE' } : row))
    const found = byKey((await computed(study('ratings', moved))).scores)
    for (const { company, mean, se } of lonely) {
      const name = key(wave, index, 'company', company)
      expectClose(found.get(name)?.score, mean, `${name} mean`)
      expectClose(found.get(name)?.se, se, `${name} se`)
    }
  })
})
