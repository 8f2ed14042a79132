import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import iconv from 'iconv-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { barometer } from './run.ts'
import { answers, columns, companies, csv, header, study, waveOf } from './study.ts'
import { type Row, readJson, tableNames, withDuckDB } from './tables.ts'

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

const named = (text: string, k: number) => (k === 1 && text === '12' ? name : text)
const names = header.split(',')
/** The cells of a row as an object; blank ones are left out. */
const records = rows.map((row) =>
  Object.fromEntries(row.split(',').flatMap((text, k) => (text === '' ? [] : [[names[k], text]]))),
)
/** The column as an Arrow file keeps it. */
const vector = (k: number) => {
  const cells = rows.map((row) => row.split(',')[k] ?? '')
  return k === 2 || k > 3
    ? vectorFromArray(cells.map((text) => (text === '' ? null : Number(text))))
    : vectorFromArray(cells, new Utf8())
}
const arrow = (format: 'file' | 'stream') =>
  tableToIPC(new Table(Object.fromEntries(names.map((column, k) => [column, vector(k)]))), format)
const half = rows.length / 2
/** Both ratings of a respondent on one line, the third slot empty; the last item of a slot stands first. */
const beside = [
  [
    'id',
    'w',
    'stratum',
    ...[1, 2, 3].flatMap((slot) => [`rec${slot}`, `company${slot}`, `a${slot}`, `b${slot}`]),
  ].join(),
  ...Array.from({ length: half }, (_, p) => {
    const [first = [], second = []] = rows.slice(2 * p, 2 * p + 2).map((row) => row.split(','))
    const slot = (cells: string[]) => [cells[6], cells[1], cells[4], cells[5]]
    return [first[0], first[2], first[3], ...slot(first), ...slot(second), '', '', '', ''].join()
  }),
  '',
].join('\n')

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
  'raw/guessed.csv': iconv.encode(csv(written(named)), 'windows-1252'),
  'raw/latin.csv': iconv.encode(csv(written(named)).replaceAll('–', '-'), 'latin1'),
  'raw/wide.csv': Buffer.concat([Buffer.of(0xff, 0xfe), iconv.encode(csv(written(named)), 'utf-16le')]),
  'raw/unmarked.csv': iconv.encode(csv(written(named)), 'utf-16be'),
  'raw/mixed.csv': csv(rows).replaceAll('\n', (_, at: number) => (at % 2 === 0 ? '\n' : '\r\n')),
  'raw/old.csv': csv(rows).replaceAll('\n', '\r'),
  'raw/tabs.csv': csv(
    written((text) => text, '\t'),
    header.replaceAll(',', '\t'),
  ),
  'raw/breaks.csv': csv(
    written((text, k) => (k === 6 ? `${text},"a\r\nb, ""c"" 5"` : text)),
    `${header},"what\nelse"`,
  ),
  'raw/headers.csv': csv(['"What is\nit?",,,,,,', '"{""ImportId"":""QID1""}",,,,,,', ...rows]),
  'raw/packed.csv.gz': gzipSync(csv(rows)),
  'raw/parts.csv.gz': Buffer.concat([gzipSync(`${header}\n`), gzipSync(csv(rows).slice(header.length + 1))]),
  'raw/list.json': JSON.stringify(records),
  'raw/pretty.json': `\ufeff${JSON.stringify(records, null, 2)}`,
  'raw/lines.json': `${records.map((record) => JSON.stringify(record)).join('\n')}\n`,
  'raw/numbers.json': JSON.stringify(
    records.map((record) =>
      Object.fromEntries(
        Object.entries<string>(record).map(([key, text]) => [
          key,
          /^[\d.]+$/.test(text) ? Number(text) : text,
        ]),
      ),
    ),
  ),
  'raw/file.arrow': arrow('file'),
  'raw/stream.arrow': arrow('stream'),
  'raw/first.csv': csv(rows.slice(0, half)),
  'raw/second.json': JSON.stringify(records.slice(half)),
  'raw/years.csv': csv(
    [...rows.map((row) => `${row}, 25 `), ...rows.map((row) => `${row.replace(/^r/, 's')},24`)],
    `${header},year`,
  ),
  'raw/beside.csv': beside,
  'raw/words.csv': csv(
    written((text, k) =>
      k === 4 ? (text === '10' ? '10 Very good' : `  ${text}`) : k === 3 ? text.toUpperCase() : text,
    ),
  ),
  'raw/recoded.csv': csv(
    written((text, k, row) =>
      k === 4 && Number(text) <= 10
        ? ([`${11 - Number(text)}.0`, `0${11 - Number(text)}`][row % 2] ?? '')
        : text,
    ),
  ),
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
const stem = (path: string) => path.slice(4, path.indexOf('.'))
const waves: Record<string, object> = Object.fromEntries(
  Object.keys(files).map((path) => [stem(path), waveOf(stem(path), { file: path })]),
)
delete waves.first
waves.second = { file: ['raw/first.csv', 'raw/second.json'], columns }
waves.turned = { file: ['raw/second.json', 'raw/first.csv'], columns }
waves.headers = waveOf('headers', { csv: { header_rows: 3 } })
waves.latin = waveOf('latin', { csv: { encoding: 'latin-1' } })
waves.years = waveOf('years', { rows: { column: 'year', equals: 25 } })
waves.beside = waveOf('beside', {
  columns: { ...columns, company: 'company{slot}' },
  items: { a: 'a{slot}', b: 'b{slot}', rec: 'rec{slot}' },
  slots: [1, 2, 3],
})
waves.words = waveOf('words', { values: { a: { '10 Very good': 10 }, stratum: { N: 'n', S: 's' } } })
waves.recoded = waveOf('recoded', {
  values: { a: Object.fromEntries(Array.from({ length: 10 }, (_, k) => [k + 1, 10 - k])) },
})
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
    'companies.csv': companies.replace('bank,12', `bank,12|${name}|${name.replace('–', '-')}`),
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
    expect([code, stderr]).toEqual([
      0,
      'wave guessed: raw/guessed.csv is not UTF-8: read as windows-1252 (csv.encoding of the wave names another)\n',
    ])
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
    for (const table of tableNames)
      expect(figures(out, wave, table), table).toEqual(figures(out, 'plain', table))
  })
})
