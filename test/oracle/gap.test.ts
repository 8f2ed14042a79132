import { beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { benjaminiHochberg } from '../../pipeline/stats/adjust.ts'
import type { Tables } from '../../pipeline/tables.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { besideOthers, columnsOf, expected, input, items, itemsOf, register, settings } from './gap-case.ts'
import { expectClose } from './oracle.ts'

/** The case as a study folder, in which every row is shown. */
function study(): string {
  const columns = Object.keys(input[0] ?? {})
  const missing = Object.fromEntries(settings.missing_codes.map((code) => [code, 'dont_know']))
  const contract = {
    ...{ id: 'gap', title: 'Gap', publisher: { name: 'Test' }, licence: 'CC0-1.0', languages: ['en'] },
    synthetic: true,
    items: Object.fromEntries(items.map((id) => [id, { text: id, scale: settings.scale, missing }])),
    indices: { experience: { items: items.filter((id) => id.startsWith('p_')) } },
    touchpoints: Object.fromEntries(
      settings.touchpoints.map((id) => {
        const [expects, experiences] = itemsOf(id)
        return [id, { expected: expects, experienced: experiences }]
      }),
    ),
    weighting: { base: 'weight' },
    design: { strata: 'stratum' },
    publication: {
      ...{ minimum_n: 2, minimum_shown: 2, minimum_segment_n: 2 },
      ...{ aggregate: 'ratings', confidence: settings.confidence },
    },
    waves: {
      '2025': {
        file: 'raw/all.csv',
        columns: { respondent: 'respondent', company: 'company', weight: 'w', stratum: 'stratum' },
      },
    },
  }
  return folderWith({
    'study.yaml': stringify(contract),
    'companies.csv': [
      'company_id,name,industry',
      ...[...register].map(([id, industry]) => `${id},${id},${industry}`),
    ].join('\n'),
    'raw/all.csv': [
      columns.join(','),
      ...input.map((row) => columns.map((name) => row[name]).join(',')),
    ].join('\n'),
  })
}

/** The figures of a row, by column; counts and df are exact. */
function compare(row: object | undefined, wanted: Record<string, number>, name: string): void {
  expect(row, name).toBeDefined()
  const ours = new Map<string, unknown>(Object.entries(row ?? {}))
  for (const [column, figure] of Object.entries(wanted)) {
    const got = ours.get(column)
    if (column === 'n' || column === 'df') expect(got, `${name} ${column}`).toBe(figure)
    else expectClose(typeof got === 'number' ? got : null, figure, `${name} ${column}`)
  }
}

describe('gaps at touchpoints against R survey', () => {
  let tables: Tables
  const groups = [
    ...expected.industry.map((row) => ({ ...row, level: 'industry', id: row.industry })),
    ...expected.overall.map((row) => ({ ...row, level: 'all', id: 'all' })),
  ]
  beforeAll(async () => {
    tables = await computed(study())
  })
  const gapOf = (company: string, touchpoint: string) =>
    tables.gaps.find((row) => row.company_id === company && row.touchpoint === touchpoint)
  const groupOf = (level: string, id: string, touchpoint: string) =>
    tables.industry_gaps.find(
      (row) => row.level === level && row.entity_id === id && row.touchpoint === touchpoint,
    )

  it('has a row for every case, all shown, and no other', () => {
    expect(tables.gaps.length).toBe(expected.company.length)
    expect(tables.industry_gaps.length).toBe(groups.length)
    const all = [...tables.gaps, ...tables.industry_gaps]
    expect(all.every(({ published, reason }) => published && reason === null)).toBe(true)
  })

  it('equals companies: means, paired gaps, their errors and limits, shares', () => {
    for (const row of expected.company)
      compare(gapOf(row.company, row.touchpoint), columnsOf(row), `${row.company} ${row.touchpoint}`)
  })

  it('equals p-values adjusted over all companies and touchpoints', () => {
    for (const { company, touchpoint, p_bh } of expected.company)
      compare(gapOf(company, touchpoint), { p_adjusted: p_bh }, `${company} ${touchpoint}`)
  })

  it('equals company minus the others, from company minus industry', () => {
    for (const row of expected.company) {
      const wanted = besideOthers(row)
      const names = { expected_vs_rest: wanted.expected, experienced_vs_rest: wanted.experienced }
      const difference = { gap_vs_rest: wanted.experienced - wanted.expected }
      const sum = { level_vs_rest: wanted.experienced + wanted.expected }
      const name = `${row.company} ${row.touchpoint}`
      const found = new Map<string, unknown>(Object.entries(gapOf(row.company, row.touchpoint) ?? {}))
      // A difference of two figures near 80: 1e-9 of those.
      for (const [column, figure] of Object.entries({ ...names, ...difference, ...sum })) {
        const got = found.get(column)
        const off = typeof got === 'number' ? Math.abs(got - figure) : Number.POSITIVE_INFINITY
        expect(off, `${name} ${column}: ${got} against ${figure}`).toBeLessThanOrEqual(1e-9 * row.expected)
      }
    }
  })

  it('equals industries and all, all ratings pooled', () => {
    for (const row of groups)
      compare(groupOf(row.level, row.id, row.touchpoint), columnsOf(row), `${row.id} ${row.touchpoint}`)
  })

  it('equals their p-values adjusted together, which R has apart', () => {
    const adjusted = benjaminiHochberg(groups.map(({ p_value }) => p_value))
    groups.forEach(({ level, id, touchpoint }, i) => {
      const wanted = { p_adjusted: adjusted[i] ?? Number.NaN }
      compare(groupOf(level, id, touchpoint), wanted, `${id} ${touchpoint}`)
    })
  })
})
