import { join } from 'node:path'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { barometer } from './run.ts'
import { answers, columns, companies, csv, header, study, waveOf } from './study.ts'
import { type Row, readJson, withDuckDB } from './tables.ts'

const rows = answers(2025)
/** The rows with every cell written otherwise. `k` is the column: 4 and above are answers. */
const written = (cell: (text: string, k: number, row: number) => string, mark = ',') =>
  rows.map((row, number) =>
    row
      .split(',')
      .map((text, k) => cell(text, k, number))
      .join(mark),
  )
const answerAs = (forms: readonly ((text: string) => string)[]) =>
  written((text, k, row) => (k < 4 || text === '' ? text : (forms[row % forms.length]?.(text) ?? text)))

const name = 'Bétå – Sønn'
const inWindows = iconv.encode(
  csv(
    written((text, k) => (k === 1 && text === '12' ? name : k === 2 ? text.replace('.', ',') : text), ';'),
    header.replace('rec', 'spørsmål').replaceAll(',', ';'),
  ),
  'windows-1252',
)

const files: Record<string, string | Uint8Array> = {
  'raw/plain.csv': csv(rows),
  'raw/decimals.csv': csv(answerAs([(text) => `${text}.0`, (text) => `${text}.00`, (text) => `${text}.`])),
  'raw/blanks.csv': csv(
    answerAs([
      (text) => ` ${text} `,
      (text) => `"  ${text}"`,
      (text) => `\t${text}`,
      (text) => `\u00a0${text}`,
    ]),
  ),
  'raw/quoted.csv': csv(
    written((text) => `"${text}"`),
    '"id", company ,"w",stratum,a,b,rec',
  ),
  'raw/windows.csv': `\ufeff${csv(rows).replaceAll('\n', '\r\n')}`,
  'raw/semicolon.csv': inWindows,
  'raw/order.csv': csv(
    [...rows].reverse().map((row) => row.split(',').reverse().join()),
    header.split(',').reverse().join(),
  ),
}
const kinds: Record<string, (column: string, k: number) => string> = {
  whole: (column, k) => `try_cast(${column} as ${k === 2 ? 'decimal(6, 2)' : k > 3 ? 'tinyint' : 'varchar'})`,
  double: (column, k) => `try_cast(${column} as ${k === 1 || k === 2 || k > 3 ? 'double' : 'varchar'})`,
  text: (column) => column,
}
const waves: Record<string, object> = Object.fromEntries(
  Object.keys(files).map((path) => [path.slice(4, -4), waveOf(path.slice(4, -4))]),
)
waves.semicolon = waveOf('semicolon', {
  csv: { decimal: ',', encoding: 'windows-1252' },
  items: { rec: 'spørsmål' },
})
for (const kind of Object.keys(kinds)) waves[kind] = { file: `raw/${kind}.parquet`, columns }

/** The rows of a table of one wave, without what may differ between waves: the wave itself and the change. */
function figures(out: string, wave: string, table: string): Row[] {
  return readJson(join(out, wave, 'data', `${table}.json`)).map((row) =>
    Object.fromEntries(
      Object.entries(row).filter(([column]) => column !== 'wave' && !column.startsWith('change')),
    ),
  )
}

describe('the same answers in another file give the same figures', () => {
  const folder = folderWith({
    ...study({ waves }),
    ...files,
    'companies.csv': companies.replace('bank,12', `bank,12|${name}`),
  })
  const out = join(folder, 'site')
  beforeAll(async () => {
    await withDuckDB(async (sql) => {
      const source = `read_csv('${join(folder, 'raw/plain.csv')}', all_varchar = true)`
      for (const [kind, cast] of Object.entries(kinds)) {
        const chosen = header.split(',').map((column, k) => `${cast(column, k)} as ${column}`)
        await sql(
          `copy (select ${chosen.join(', ')} from ${source}) to '${join(folder, `raw/${kind}.parquet`)}'`,
        )
      }
    })
    const { code, stderr } = await barometer(['build', folder, '--out', out])
    expect([code, stderr]).toEqual([0, ''])
  })

  it('has figures, and counts the codes that are no answers', () => {
    const blank = rows.filter((row) => row.endsWith(',')).length
    const unknown = rows.filter((row) => row.split(',')[5] === '98').length
    const [, b, rec] = figures(out, 'plain', 'quality')
    expect([blank > 0, unknown > 0]).toEqual([true, true])
    expect(b).toMatchObject({ item: 'b', n_valid: rows.length - unknown, n_dont_know: unknown })
    expect(rec).toMatchObject({ item: 'rec', n_valid: rows.length - blank, n_not_asked: blank })
  })

  it.each(Object.keys(waves).filter((wave) => wave !== 'plain'))('%s', (wave) => {
    for (const table of [
      'scores',
      'comparisons',
      'items',
      'net_promoter',
      'distributions',
      'quality',
      'waves',
    ])
      expect(figures(out, wave, table), table).toEqual(figures(out, 'plain', table))
  })
})
