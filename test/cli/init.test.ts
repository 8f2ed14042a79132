import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../pipeline/db.ts'
import { folderWith } from '../support/folder.ts'
import { checksums, filesBelow } from './files.ts'
import { barometer } from './run.ts'

const people = Array.from({ length: 80 }, (_, i) => i)
const rows = (header: string, row: (i: number) => readonly unknown[]): string =>
  [header, ...people.map((i) => row(i).join()), ''].join('\n')

/** 80 rows, 40 respondents, two companies each; 98 in every tenth row. */
const answers = (header = 'resp_id,brand,w,sat1,sat2,rec'): string =>
  rows(header, (i) => [
    `r${i >> 1}`,
    ['Nord', 'Sør', 'Øst'][((i >> 1) + (i % 2)) % 3],
    ((80 + (i >> 1)) / 100).toFixed(2),
    i % 10 === 0 ? 98 : 1 + (i % 10),
    10 - (i % 10),
    i % 11,
  ])

const folders = (files: Readonly<Record<string, string>>) => ({
  raw: folderWith(files),
  out: join(folderWith({}), 'study'),
})

/** Accepts every guess: the word TODO goes, what follows it stays. */
function accept(folder: string): void {
  for (const name of filesBelow(folder)) {
    const path = join(folder, name)
    writeFileSync(path, readFileSync(path, 'utf8').replace(/\bTODO /g, ''))
  }
}

async function initiated(files: Readonly<Record<string, string>>) {
  const { raw, out } = folders(files)
  const ended = await barometer(['init', ...Object.keys(files).map((name) => join(raw, name)), '--out', out])
  return { raw, out, ...ended }
}

describe('init', () => {
  it('writes a study that check refuses until it is decided, and reads then', async () => {
    const { raw, out, code, stdout } = await initiated({ '2024.csv': answers(), '2025.csv': answers() })
    expect(code).toBe(0)
    expect(stdout).toContain(`Then: barometer check ${out} --raw ${raw}\n`)
    expect(filesBelow(out)).toEqual(['companies.csv', 'study.yaml'])
    const undecided = await barometer(['check', out, '--raw', raw])
    expect(undecided.code).toBe(2)
    expect(undecided.stderr).toMatch(
      /still to decide: title: TODO name of the study \(study\.yaml line 6\); write/,
    )
    expect(undecided.stderr).toMatch(/still to decide: industry: TODO industry \(companies\.csv line 2\)/)
    accept(out)
    const decided = await barometer(['check', out, '--raw', raw])
    expect([decided.code, decided.stdout]).toEqual([
      0,
      expect.stringContaining('2024: 40 respondents, 80 ratings'),
    ])
  })

  it('names what waits as JSON, at the lines where it stands', async () => {
    const { raw, out } = folders({ '2025.csv': answers() })
    const { code, stdout } = await barometer(['init', join(raw, '2025.csv'), '--out', out, '--json'])
    const { ok, folder, files, todos } = JSON.parse(stdout)
    expect([code, ok, folder, files]).toEqual([0, true, out, ['study.yaml', 'companies.csv']])
    const whole = new Map<string, string[]>(
      files.map((name: string) => [name, readFileSync(join(out, name), 'utf8').split('\n')]),
    )
    const marked = [...whole].flatMap(([file, lines]) =>
      lines.flatMap((line, k) => (/^[^#]*\bTODO\b/.test(line) ? [{ file, line: k + 1 }] : [])),
    )
    expect(todos.map(({ file, line }: { file: string; line: number }) => ({ file, line }))).toEqual(marked)
    expect(todos[0]).toEqual({ file: 'study.yaml', line: 6, what: 'title: TODO name of the study' })
  })

  it('replaces no file and leaves none behind', async () => {
    const { raw } = folders({ '2025.csv': answers() })
    for (const mine of ['study.yaml', 'companies.csv', 'industries.csv']) {
      const out = folderWith({ [mine]: 'mine' })
      const { code, stderr } = await barometer(['init', join(raw, '2025.csv'), '--out', out])
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining(`these files are there already: ${mine} (${out})`),
      ])
      expect([filesBelow(out), readFileSync(join(out, mine), 'utf8')]).toEqual([[mine], 'mine'])
    }
  })

  it.each<[string, Record<string, string>, RegExp]>([
    ['a file that is not there', {}, /no such file: .*2025\.csv/],
    ['a file without answers', { '2025.csv': 'id,q1\n' }, /no answers below the header/],
    [
      'a file that nothing reads',
      { '2025.docx': 'x' },
      /no reader for this file format: .*formats read: \.csv/,
    ],
    [
      'a damaged file',
      { '2025.csv': 'id,q1\n1,2,3\n' },
      /cannot be read as csv: 3 values instead of 2 \(2025\.csv line 2\)/,
    ],
  ])('refuses %s and writes nothing', async (_, files, says) => {
    const { raw, out } = folders(files)
    const { code, stderr } = await barometer([
      'init',
      join(raw, Object.keys(files)[0] ?? '2025.csv'),
      '--out',
      out,
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(says)
    expect(existsSync(out)).toBe(false)
  })

  it('leaves the raw files as they are, also in the folder of the study', async () => {
    const out = folderWith({ 'raw/2025.csv': answers() })
    const before = checksums(out)['raw/2025.csv']
    const { code, stdout } = await barometer(['init', join(out, 'raw/2025.csv'), '--out', out])
    expect([code, stdout]).toEqual([0, expect.stringContaining(`Then: barometer check ${out}\n`)])
    expect(checksums(out)['raw/2025.csv']).toBe(before)
    writeFileSync(join(out, 'raw/2025.csv'), answers())
    for (const name of ['study.yaml', 'companies.csv'])
      writeFileSync(join(out, name), readFileSync(join(out, name), 'utf8').replace(/\bTODO /g, ''))
    expect((await barometer(['check', out])).code).toBe(0)
  })

  it('gives the same bytes for files in any order', async () => {
    const { raw } = folders({ '2024.csv': answers(), '2025_a.csv': answers(), '2025_b.csv': answers() })
    const name = (folder: string) => ['init', '--out', join(folder, 'study')]
    const [one, other] = [folderWith({}), folderWith({})]
    const paths = ['2024.csv', '2025_a.csv', '2025_b.csv'].map((file) => join(raw, file))
    await barometer([...name(one), ...paths])
    await barometer([...name(other), ...[...paths].reverse()])
    expect(checksums(one)).toEqual(checksums(other))
  })

  it('reads Parquet by the types of the file', async () => {
    const { raw, out } = folders({ '2025.csv': answers() })
    const db = await openDatabase(raw, { memory: '1GB' })
    await db.run(
      `copy (from read_csv('${join(raw, '2025.csv')}')) to '${join(raw, '2025.parquet')}' (format parquet)`,
    )
    db.close()
    await barometer(['init', join(raw, '2025.parquet'), '--out', out])
    accept(out)
    const { code, stdout } = await barometer(['check', out, '--raw', raw])
    expect([code, stdout]).toEqual([0, expect.stringContaining('40 respondents, 80 ratings')])
  })
})

describe('hostile files', () => {
  const long = `q ${'x'.repeat(200)}`
  const names = [
    'null',
    '"a: b"" #c"',
    '- x',
    '*star',
    '&anchor',
    "it's",
    '{slot}',
    '"line\nbreak"',
    long,
    '=1+1',
    '1',
    'constructor',
    '__proto__',
  ]
  const header = `id,"a company, they say",${names.join()}`

  it('columns whose names mean something to YAML, to a spreadsheet or to a program', async () => {
    const text = rows(header, (i) => [i, 'AB'[i % 2], ...names.map((_, k) => 1 + ((i + (i % (k + 2))) % 7))])
    const { raw, out, code } = await initiated({ '2025.csv': text.replace('a company, they say', 'company') })
    expect(code).toBe(0)
    accept(out)
    const checked = await barometer(['check', out, '--raw', raw])
    expect([checked.code, checked.stderr]).toEqual([0, expect.not.stringContaining('still to decide')])
    expect(checked.stdout).toContain('80 respondents, 80 ratings')
  })

  it('companies and categories that do the same', async () => {
    const values = [
      'a|b',
      '"=HYPERLINK(""x"")"',
      '"two\nlines"',
      '2025:9',
      ' Nord ',
      'NORD',
      '"x,y"',
      '-1',
      'null',
      'all',
      'BLANK',
      `"${'y'.repeat(200)}"`,
    ]
    const text = rows('id,company,gender,sat1,sat2', (i) => [
      i,
      values[i % values.length],
      values[(i + 3) % values.length],
      1 + (i % 7),
      1 + (i % 7),
    ])
    const { raw, out, code } = await initiated({ '2025.csv': text })
    expect(code).toBe(0)
    accept(out)
    const checked = await barometer(['check', out, '--raw', raw])
    expect([checked.code, checked.stdout]).toEqual([0, expect.stringContaining('80 respondents, 80 ratings')])
  })
})
