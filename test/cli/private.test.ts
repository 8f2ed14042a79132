import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { filesBelow } from './files.ts'
import { barometer } from './run.ts'
import { answers, companies, csv, study } from './study.ts'
import { type Row, readTyped, tableNames } from './tables.ts'

const hidden = { id: 'zq7hidden', name: 'Skjultselskapet', code: 'QZX991' }
const small = { id: 'smallest', code: '31' }
/** Ratings whose weights make figures that no other company comes to. */
const extra = (wave: number) =>
  [hidden, hidden, hidden, hidden, hidden, hidden, small, small, small].map(
    ({ code }, k) =>
      `x${k},${code},${0.7 + k / 7 + wave / 1e5},${k % 2 === 0 ? 'n' : 's'},${6 + (k % 4)},${5 + (k % 5)},${7 + (k % 3)}`,
  )
const files = (publish: boolean, minimum: number) => ({
  ...study({ publication: { minimum_n: 5, minimum_shown: minimum } }),
  'companies.csv': [
    ...companies.split('\n').map((line, k) => `${line}${k === 0 ? ',publish' : ','}`),
    `${hidden.id},${hidden.name},bank,${hidden.code}|2024:${hidden.code}b,${publish}`,
    `${small.id},Småselskapet,energy,${small.code},`,
  ].join('\n'),
  'history.csv': [
    'wave,index,company_id,score,n,se,source',
    `1997,satisfaction,${hidden.id},61.2345678901234,900,1.23456789012345,A report on ${hidden.name}`,
    `1998,loyalty,${hidden.id},62.3456789012345,,,A report`,
    `1998,satisfaction,${small.id},63.4567890123456,3,1.34567890123456,A report`,
    '1998,satisfaction,alfa,64,,,A report',
  ].join('\n'),
  'raw/2024.csv': csv([...answers(2024), ...extra(2024)]),
  'raw/2025.csv': csv([...answers(2025), ...extra(2025)]),
})

/** All rows of all tables in every format that keeps types. */
async function allRows(out: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const wave of ['2024', '2025'])
    for (const table of tableNames)
      rows.push(...Object.values(await readTyped(join(out, wave, 'data'), table)).flat())
  return rows
}
const about = (row: Row, id: string) =>
  [row.entity_id, row.company_id, row.company_a, row.company_b].includes(id)
/** Figures with so many digits that they are nobody else's by chance. */
const telling = (rows: readonly Row[]): Set<number> =>
  new Set(
    rows
      .flatMap((row) => Object.values(row))
      .filter((cell) => typeof cell === 'number' && String(cell).length > 12) as number[],
  )

describe('what is not public', () => {
  const [open, closed] = [join(folderWith({}), 'open'), join(folderWith({}), 'closed')]
  let openRows: Row[] = []
  let closedRows: Row[] = []
  beforeAll(async () => {
    for (const [out, publish, minimum] of [
      [open, true, 1],
      [closed, false, 4],
    ] as const) {
      const { code, stderr } = await barometer(['build', folderWith(files(publish, minimum)), '--out', out])
      expect([code, stderr]).toEqual([0, ''])
    }
    openRows = await allRows(open)
    closedRows = await allRows(closed)
  })

  it('names an unpublished company in no file', () => {
    const traces = [hidden.id, hidden.name, hidden.code].map((text) => Buffer.from(text))
    const found = (out: string) =>
      filesBelow(out).filter((path) => traces.some((trace) => readFileSync(join(out, path)).includes(trace)))
    expect(found(open).length).toBeGreaterThan(10)
    expect(found(closed)).toEqual([])
    expect(closedRows.filter((row) => about(row, hidden.id))).toEqual([])
    expect(Object.keys(closedRows[0] ?? {}).length).toBeGreaterThan(0)
    expect(openRows.filter((row) => row.score === 61.2345678901234)).not.toEqual([])
    expect(closedRows.filter((row) => row.source === 'A report' && row.score === 64)).not.toEqual([])
  })

  it.each([hidden.id, small.id])('shows the figures of %s in no file', (id) => {
    const secret = telling(openRows.filter((row) => about(row, id)))
    const others = telling(openRows.filter((row) => !about(row, id)))
    for (const figure of others) secret.delete(figure)
    expect(secret.size).toBeGreaterThan(20)
    expect([...telling(closedRows)].filter((figure) => secret.has(figure))).toEqual([])
    const starts = [...secret].map((figure) => String(figure).slice(0, 11))
    const texts = filesBelow(closed).filter((path) => /\.(html|json|csv|svg|xml|js|txt)$/.test(path))
    for (const path of texts) {
      const text = readFileSync(join(closed, path), 'utf8')
      expect(
        starts.filter((start) => text.includes(start)),
        path,
      ).toEqual([])
    }
  })

  it('says why the figures of a company are withheld', () => {
    const rows = closedRows.filter((row) => about(row, small.id) && 'reason' in row)
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(row).toMatchObject({ published: false, reason: 'too_few_ratings' })
  })
})
