import { describe, expect, it } from 'vitest'
import { waveIn } from '../../pipeline/init/names.ts'
import { columnsIn, drafted, lines, people } from '../support/drafts.ts'

describe('the wave in a file name', () => {
  it.each([
    ['sfo_2017.csv', '2017'],
    ['2025.csv.gz', '2025'],
    ['kunder-2024-Q3 endelig.parquet', '2024-q3'],
    ['wave_12.csv', '12'],
    ['bolge3.csv', '3'],
    ['2024-05-answers.csv', '2024-05'],
    ['answers.csv', undefined],
    ['2010_2017.csv', undefined],
    ['respondents12345.csv', undefined],
  ])('%s → %s', (file, wave) => {
    expect(waveIn(file)?.id).toBe(wave)
  })
})

describe('how a file is laid out', () => {
  it('three header rows: names, texts, import ids', async () => {
    const ids = ['a', 'b', 'c', 'd'].map((id) => `"{""ImportId"":""QID_${id}""}"`)
    const rows = people(8).map((i) => [`R_${i}`, 'AB'[i % 2], 1 + (i % 7), 7 - (i % 7)])
    const draft = await drafted({
      '2025.csv': lines(
        ['ResponseId', 'brand', 'sat1', 'sat2'],
        ['Response ID', 'Which brand?', '"How satisfied, all in all?"', 'How near?'],
        ids,
        ...rows,
      ),
    })
    expect(draft.waves[0]?.csv.header_rows?.value).toBe(3)
    expect(draft.items.map(({ text }) => text)).toEqual([
      { value: 'How satisfied, all in all?' },
      { value: 'How near?' },
    ])
  })

  it('two header rows, told by texts above numbers', async () => {
    const rows = people(20).map((i) => [i, 'AB'[i % 2], 1 + (i % 7), 7 - (i % 7), 1 + (i % 7)])
    const draft = await drafted({
      '2025.csv': lines(
        ['id', 'brand', 'q1', 'q2', 'q3'],
        ['Number', 'Brand', 'How good?', 'How near?', 'How fast?'],
        ...rows,
      ),
    })
    expect(draft.waves[0]?.csv.header_rows?.value).toBe(2)
    expect(draft.items.map(({ text }) => text.value)).toEqual(['How good?', 'How near?', 'How fast?'])
  })

  it('a first row that answers nothing is no header', async () => {
    const rows = people(20).map((i) => [i, 'AB'[i % 2], 1 + (i % 7), 7 - (i % 7), 1 + (i % 7)])
    const draft = await drafted({
      '2025.csv': lines(
        ['id', 'brand', 'q1', 'q2', 'q3'],
        ['x', 'A', 'Vet ikke', 'Vet ikke', 'Vet ikke'],
        ...rows,
      ),
    })
    expect(draft.waves[0]?.csv).toEqual({})
  })

  it('ratings side by side become slots', async () => {
    const rows = people(30).map((i) => [
      i,
      'A',
      1 + (i % 7),
      1 + (i % 5),
      ...(i % 3 === 0 ? ['', '', ''] : ['B', 7 - (i % 7), 1 + (i % 6)]),
    ])
    const draft = await drafted({
      '2025.csv': lines(['id', 'company_1', 'sat1_1', 'sat2_1', 'company_2', 'sat1_2', 'sat2_2'], ...rows),
    })
    const [wave] = draft.waves
    expect(wave?.slots?.names).toEqual(['1', '2'])
    expect(columnsIn(draft)).toEqual([{ respondent: 'id', company: 'company_{slot}' }])
    expect([...(wave?.items ?? [])].map(([id, { value }]) => [id, value])).toEqual([
      ['sat1', 'sat1_{slot}'],
      ['sat2', 'sat2_{slot}'],
    ])
    expect(draft.companies.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('a column of years in a single file becomes waves', async () => {
    const rows = people(40).map((i) => [
      i,
      i % 2 === 0 ? 2024 : 2025,
      'AB'[(i >> 1) % 2],
      1 + (i % 7),
      1 + (i % 7),
    ])
    const { waves } = await drafted({ 'all.csv': lines(['id', 'year', 'bank', 'a1', 'a2'], ...rows) })
    expect(waves.map(({ id, rows: of }) => [id.value, of?.column, of?.equals])).toEqual([
      ['2024', 'year', '2024'],
      ['2025', 'year', '2025'],
    ])
  })

  it('several files of one year are one wave; semicolons and decimal commas are found', async () => {
    const rows = (from: number) =>
      people(10).map((i) => [from + i, 'AB'[i % 2], `1,${i}`, 1 + (i % 7)].join(';'))
    const file = (from: number) => ['id;bank;weight;q1', ...rows(from), ''].join('\n')
    const { waves } = await drafted({ '2025_web.csv': file(0), '2025_phone.csv': file(100) })
    expect(waves.map(({ files, csv }) => [files, csv.decimal?.value])).toEqual([
      [['2025_phone.csv', '2025_web.csv'], ','],
    ])
  })
})
