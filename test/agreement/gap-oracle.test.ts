import { describe, expect, it } from 'vitest'
import { besideOthers, columnsOf, expected, input, items, itemsOf, settings } from '../oracle/gap-case.ts'
import { expectClose } from '../oracle/oracle.ts'
import { gapRows, industryGapRows } from './gaps.ts'
import { studyOf } from './oracle.ts'
import type { PlainStudy } from './plain.ts'

const plain = studyOf(
  input,
  { settings: { ...settings, items, waves: ['1'], indices: {} } },
  items,
  'ratings',
)
/** The case as a study, in which every row is shown. */
const study: PlainStudy = {
  ...plain,
  touchpoints: settings.touchpoints.map((id) => {
    const [expects, experiences] = itemsOf(id)
    return { id, expected: expects, experienced: experiences }
  }),
  publication: { ...plain.publication, minimum_segment_n: 2 },
}

function compare(row: object | undefined, wanted: Record<string, number>, name: string): void {
  const ours = new Map<string, unknown>(Object.entries(row ?? {}))
  for (const [column, figure] of Object.entries(wanted)) {
    const got = ours.get(column)
    if (column === 'n' || column === 'df') expect(got, `${name} ${column}`).toBe(figure)
    else expectClose(typeof got === 'number' ? got : null, figure, `${name} ${column}`)
  }
}

describe('the reference against R, gap', () => {
  it('companies, and each minus the others of its industry', () => {
    const gaps = gapRows(study, '1')
    expect(gaps.length).toBe(expected.company.length)
    for (const row of expected.company) {
      const { company, touchpoint, p_bh } = row
      const name = `${company} ${touchpoint}`
      const found = gaps.find((one) => one.company_id === company && one.touchpoint === touchpoint)
      compare(found, { ...columnsOf(row), p_adjusted: p_bh }, name)
      const wanted = besideOthers(row)
      expect(found?.expected_vs_rest, name).toBeCloseTo(wanted.expected, 9)
      expect(found?.experienced_vs_rest, name).toBeCloseTo(wanted.experienced, 9)
      expect(found?.gap_vs_rest, name).toBeCloseTo(wanted.experienced - wanted.expected, 9)
    }
  })

  it('industries and all', () => {
    const rows = industryGapRows(study, '1')
    const wanted = [
      ...expected.industry.map((row) => ({ ...row, id: row.industry })),
      ...expected.overall.map((row) => ({ ...row, id: 'all' })),
    ]
    expect(rows.length).toBe(wanted.length)
    for (const row of wanted) {
      const found = rows.find((one) => one.entity_id === row.id && one.touchpoint === row.touchpoint)
      compare(found, columnsOf(row), `${row.id} ${row.touchpoint}`)
    }
  })
})
