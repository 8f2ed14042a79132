import { expect, it } from 'vitest'
import { stringify } from 'yaml'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { expectClose, oracle } from './oracle.ts'

interface Row {
  company?: string
  entity?: string
  n: number
  promoters: number
  passives: number
  detractors: number
  nps: number
  se: number
  low: number
  high: number
  n_promoters: number
  n_passives: number
  n_detractors: number
}
interface Expected {
  settings: {
    scale: { min: number; max: number }
    missing_codes: number[]
    confidence: number
    promoter_from: number
    detractor_to: number
  }
  company: Row[]
  overall: Row[]
}

const { text, rows } = oracle('nps')
const { settings, company, overall }: Expected = JSON.parse(text('expected.json'))

it('equals net promoter with its linearised variance in R survey', async () => {
  const folder = folderWith({
    'study.yaml': stringify({
      ...{
        id: 'nps',
        title: 'Net promoter',
        publisher: { name: 'Test' },
        licence: 'CC0-1.0',
        languages: ['en'],
        synthetic: true,
      },
      items: {
        rec: {
          text: 'rec',
          scale: settings.scale,
          missing: Object.fromEntries(settings.missing_codes.map((code) => [code, 'dont_know'])),
        },
      },
      indices: { loyalty: { items: ['rec'] } },
      net_promoter: { item: 'rec' },
      design: { strata: 'stratum' },
      publication: { minimum_n: 2, minimum_shown: 2, confidence: settings.confidence },
      waves: {
        '2025': {
          file: 'raw/answers.csv',
          columns: { respondent: 'respondent', company: 'company', weight: 'w', stratum: 'stratum' },
        },
      },
    }),
    'companies.csv': [
      'company_id,name,industry',
      ...company.map(({ company: id }) => `${id},${id},industry`),
    ].join('\n'),
    'raw/answers.csv': text('input.csv'),
  })
  expect(rows('input.csv').length).toBeGreaterThan(1000)
  const { net_promoter, distributions } = await computed(folder)
  expect(net_promoter).toHaveLength(company.length + overall.length)
  for (const row of [...company, ...overall]) {
    const id = row.company ?? row.entity ?? ''
    const found = net_promoter.find(({ company_id }) => company_id === id)
    expect(found?.n, id).toBe(row.n)
    for (const figure of ['promoters', 'passives', 'detractors', 'nps', 'se', 'low', 'high'] as const)
      expectClose(found?.[figure], row[figure], `${id} ${figure}`)
  }
  for (const { company: id, n_promoters, n_passives, n_detractors } of company) {
    const count = (from: number, to: number) =>
      distributions
        .filter((row) => row.company_id === id && row.answer >= from && row.answer <= to)
        .reduce((sum, row) => sum + (row.n ?? 0), 0)
    const { promoter_from, detractor_to, scale } = settings
    expect(count(promoter_from, scale.max), `${id} promoters`).toBe(n_promoters)
    expect(count(detractor_to + 1, promoter_from - 1), `${id} passives`).toBe(n_passives)
    expect(count(scale.min, detractor_to), `${id} detractors`).toBe(n_detractors)
  }
})
