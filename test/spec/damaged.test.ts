/** Raw files whose damage the library that reads them passes over. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Float64, Table, tableToIPC, Utf8, vectorFromArray } from 'apache-arrow'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../pipeline/db.ts'
import { check } from '../../pipeline/run.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { answers, companies, contract, csv, header, waveOf } from '../cli/study.ts'
import { folderWith } from '../support/folder.ts'

const rows = answers(2025)
const [first = '', ...others] = rows

/** A study of one wave, whose file is `raw/2025.<ending>`. */
const studyOf = (content: string | Uint8Array, ending = 'csv') =>
  folderWith({
    'study.yaml': contract({ waves: { 2025: waveOf('2025', { file: `raw/2025.${ending}` }) } }),
    'companies.csv': companies,
    [`raw/2025.${ending}`]: content,
  })

/** How many ratings `check` finds in the study, or what it complains of. */
async function checked(folder: string): Promise<number | string | undefined> {
  const world = realWorld(silent)
  try {
    return (await check(world, { study: folder }))[0]?.ratings
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    world.close()
  }
}

describe('the names of a csv file', () => {
  it('may stand in quotes behind blanks', async () => {
    const names = header.replace('id', '\t"id"').replace('w', ' "w"')
    expect(await checked(studyOf(csv(rows, names)))).toBe(rows.length)
  })

  it.each([
    header.replace('b', '"b'),
    `${header},how "good"`,
  ])('are not missing, but wrong: %s', async (names) => {
    expect(await checked(studyOf(csv(rows, names)))).toBe(
      'cannot be read as csv: a quote (") that is not closed where its value ends (raw/2025.csv line 1); close it; a quote inside a quoted value is written twice: "Bob ""B"" Ltd"',
    )
  })
})

describe('a csv row with a value too many', () => {
  // The database looks for the column of that value past the end of its list, and passes over it or not.
  it.each([
    1, 8, 10, 24,
  ])('is refused where it holds quotes, and the wave leaves out %i columns', async (more) => {
    const [names, values] = ['name', 'x'].map((cell) =>
      Array.from({ length: more }, (_, k) => `,${cell}${k}`).join(''),
    )
    const wide = rows.map((row) => `${row}${values}`)
    wide[1] += ',"say ""no"""'
    expect(await checked(studyOf(csv(wide, `${header}${names}`)))).toBe(
      `cannot be read as csv: ${more + 8} values instead of ${more + 7} (raw/2025.csv line 3); put quotes around values that hold the delimiter, or mend the line`,
    )
  })
})

describe('a csv row with empty values too many', () => {
  it.each([
    ['one', ','],
    ['one in quotes', ',""'],
    ['two', ',,'],
  ])('is refused where it has %s', async (_, more) => {
    const longer = rows.map((row, k) => (k === 3 ? `${row}${more}` : row))
    expect(await checked(studyOf(csv(longer)))).toMatch(
      /^cannot be read as csv: [89] values instead of 7 \(raw\/2025\.csv line 5\); /,
    )
  })

  it('is refused where it takes two lines', async () => {
    const longer = rows.map((row, k) => `"${k === 3 ? 'two\nlines' : 'one'}",${row}${k === 3 ? ',' : ''}`)
    expect(await checked(studyOf(csv(longer, `comment,${header}`)))).toMatch(
      /^cannot be read as csv: 9 values instead of 8 \(raw\/2025\.csv line 5\); /,
    )
  })

  it('is read where all rows end with a delimiter, and the header does not', async () => {
    expect(await checked(studyOf(csv(rows.map((row) => `${row},`))))).toBe(rows.length)
  })
})

describe('a csv value in quotes behind blanks', () => {
  const led = (blanks: string) =>
    checked(
      studyOf(
        csv([first, ...others.map((row, k) => (k === 3 ? row.replace(/^[^,]*/, `${blanks}"$&"`) : row))]),
      ),
    )

  it('is the value where it is one blank', async () => {
    expect(await led(' ')).toBe(rows.length)
  })

  it.each([
    ['two blanks', '  '],
    ['a tab', '\t'],
    ['a no-break space', '\u00a0'],
  ])('is refused where it is %s, not read with its quotes', async (_, blanks) => {
    expect(await led(blanks)).toBe(
      'cannot be read as csv: blanks before the quote (") that opens a value (raw/2025.csv line 6); take them out: a quoted value starts with its quote',
    )
  })
})

it('half a letter in UTF-16 is refused, not read as another letter', async () => {
  const text = csv([first.replace('r1', 'r1\ud83d'), ...others])
  expect(await checked(studyOf(iconv.encode(text, 'utf-16le', { addBOM: true })))).toMatch(
    /^the file is not utf-16le \(raw\/2025\.csv\); /,
  )
  const whole = csv([first.replace('r1', 'r1😀'), ...others])
  expect(await checked(studyOf(iconv.encode(whole, 'utf-16le', { addBOM: true })))).toBe(rows.length)
})

it('an answer is judged by what it is, not by what the statistics of a Parquet file say', async () => {
  const folder = studyOf('', 'parquet')
  const path = join(folder, 'raw/2025.parquet')
  writeFileSync(
    join(folder, 'answers.csv'),
    csv(rows.map((row, k) => (k === 4 ? row.replace(/[^,]*(?=,[^,]*,[^,]*$)/, '77') : row))),
  )
  const db = await openDatabase(folder, { memory: '1GB' })
  await db.run(
    `copy (select * replace (a::integer as a) from read_csv('${join(folder, 'answers.csv')}')) to '${path}' (format parquet, compression uncompressed)`,
  )
  db.close()
  const offScale = await checked(folder)
  expect(offScale).toMatch(/^off the scale: 77 \(respondent r3, raw\/2025\.parquet row 5, column a\); /)
  const bytes = readFileSync(path)
  const footer = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8)
  const [largest, other] = [77, 10].map((value) => Buffer.from(Int32Array.of(value).buffer))
  let lies = 0
  for (
    let at = bytes.indexOf(largest ?? '', footer);
    at >= 0;
    at = bytes.indexOf(largest ?? '', at + 1), lies++
  )
    other?.copy(bytes, at)
  expect(lies).toBeGreaterThan(0)
  writeFileSync(path, bytes)
  expect(await checked(folder)).toBe(offScale)
})

it('a respondent of a column of numbers that is no number is missing, not one respondent of that name', async () => {
  const numbers = rows.map((row) => row.slice(1).split(','))
  const ids = numbers.map(([id], k) => (k < 2 ? Number.NaN : Number(id)))
  const cells = (name: string) => numbers.map((row) => row[header.split(',').indexOf(name)] || null)
  const others = ['company', 'w', 'stratum', 'a', 'b', 'rec'].map((name) => [
    name,
    vectorFromArray(cells(name), new Utf8()),
  ])
  const table = new Table({ id: vectorFromArray(ids, new Float64()), ...Object.fromEntries(others) })
  const found = await checked(studyOf(tableToIPC(table), 'arrow'))
  expect(String(found).match(/no respondent id \(.*?\)/g)).toEqual([
    'no respondent id (raw/2025.arrow row 1, column id)',
    'no respondent id (raw/2025.arrow row 2, column id)',
  ])
})
