import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Int64, Table, tableToIPC, Uint64, Utf8, vectorFromArray } from 'apache-arrow'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../pipeline/db.ts'
import { added } from '../../pipeline/sql.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { builtBefore } from './built.ts'
import { checksums } from './files.ts'
import { barometer } from './run.ts'
import { companies, contract, type Files, question, study, waveOf } from './study.ts'

const rows = ['r1,11,1,n,1,1,0', 'r2,11,1,n,2,2,1', 'r3,12,1,n,9,9,9', 'r4,12,1,n,10,10,10']
const csv = ['id,company,w,stratum,a,b,rec', ...rows].join('\n')
const others = csv.replaceAll(',1,n,1,1,', ',1,n,10,10,')
const oneWave = (changes: object, files: Files, more: object = {}) =>
  folderWith({
    'study.yaml': contract({
      publication: { minimum_n: 2, minimum_shown: 2 },
      waves: { 2025: waveOf('2025', changes) },
      ...more,
    }),
    'companies.csv': companies,
    ...files,
  })

describe('files whose names say something to a database', () => {
  it('reads the file of that name, not those it matches', async () => {
    const folder = oneWave(
      { file: 'raw/[a]?.csv' },
      { 'raw/[a]?.csv': csv, 'raw/ab.csv': others, 'raw/[a]x.csv': others },
    )
    const { items } = await computed(folder)
    expect(items.find((row) => row.item === 'a' && row.company_id === 'alfa')).toMatchObject({
      n: 2,
      mean: 1.5,
    })
  })

  it('takes no column from the name of a folder', async () => {
    const folder = oneWave({ file: 'raw/company=12/a=3/f.parquet' }, { 'f.csv': csv })
    mkdirSync(join(folder, 'raw/company=12/a=3'), { recursive: true })
    const db = await openDatabase(folder, { memory: '1GB' })
    await db.run(
      `copy (from read_csv('${join(folder, 'f.csv')}')) to '${join(folder, 'raw/company=12/a=3/f.parquet')}' (format parquet)`,
    )
    db.close()
    const { items } = await computed(folder)
    expect(items.filter((row) => row.item === 'a').map((row) => [row.company_id, row.mean])).toEqual([
      ['alfa', 1.5],
      ['beta', 9.5],
    ])
  })
})

describe('values that few files hold', () => {
  const parquet = async (select: string) => {
    const folder = oneWave({ file: 'raw/2025.parquet' }, { 'raw/none.csv': '' })
    const db = await openDatabase(folder, { memory: '1GB' })
    await db.run(`copy (${select}) to '${join(folder, 'raw/2025.parquet')}' (format parquet)`)
    db.close()
    return folder
  }

  it('adds up more terms than an expression may be deep', async () => {
    const db = await openDatabase(folderWith({}), { memory: '1GB' })
    const of = async (terms: number) =>
      Number(
        (await db.rows(`select ${added(Array.from({ length: terms }, (_, k) => `${k}`))} as sum`))[0]?.sum,
      )
    const sums = [await of(0), await of(1), await of(2), await of(3), await of(5001)]
    db.close()
    expect(sums).toEqual([0, 0, 1, 3, 12_502_500])
  })

  it('weighs by numbers of a hundred digits', async () => {
    const heavy = await computed(oneWave({}, { 'raw/2025.csv': csv.replaceAll(',1,n,', `,${2 ** 330},n,`) }))
    const light = await computed(oneWave({}, { 'raw/2025.csv': csv }))
    expect(heavy.items).toEqual(light.items)
  })

  it('refuses lists, also those of decimal numbers', async () => {
    const folder = await parquet(
      "select 'r' || i as id, 11 as company, 1 as w, 'n' as stratum, [5.0::decimal(5, 2)] as a, 5 as b, 5 as rec from range(4) r(i)",
    )
    await expect(computed(folder)).rejects.toThrow('off the scale: [5.00]')
  })

  it.each([new Int64(), new Uint64()])('tells apart ids of %s that are close together', async (type) => {
    const largest = type.isSigned ? 2n ** 63n - 1n : 2n ** 64n - 1n
    const ids = [largest, largest - 1n, 2n ** 53n, 2n ** 53n + 1n]
    const cells = rows.map((row) => row.split(','))
    const columns = csv.split('\n')[0]?.split(',') ?? []
    const table = new Table(
      Object.fromEntries(
        columns.map((name, k) => [
          name,
          k === 0
            ? vectorFromArray(ids, type)
            : vectorFromArray(
                cells.map((row) => row[k] ?? ''),
                new Utf8(),
              ),
        ]),
      ),
    )
    const folder = oneWave({ file: 'raw/2025.arrow' }, { 'raw/2025.arrow': tableToIPC(table, 'file') })
    const { waves, items } = await computed(folder)
    expect(waves[0]).toMatchObject({ respondents: 4, ratings: 4 })
    expect(items).toEqual((await computed(oneWave({}, { 'raw/2025.csv': csv }))).items)
  })
})

describe('what the contract means', () => {
  it('gives the empty value another meaning where values says so', async () => {
    const blank = csv.replace('r1,11,1,n,1,', 'r1,11,1,n,,')
    const { items } = await computed(
      oneWave({ values: { a: { BLANK: 98, 2: '' } } }, { 'raw/2025.csv': blank }),
    )
    const row = items.find(({ item, company_id }) => item === 'a' && company_id === 'alfa')
    expect(row?.n).toBe(0)
    const { quality } = await computed(
      oneWave({ values: { a: { BLANK: 98 } } }, { 'raw/2025.csv': `${blank}\nr5,11,1,n,,1,1` }),
    )
    expect(quality.find(({ item }) => item === 'b')?.n_valid).toBe(5)
  })

  it('refuses two codes that differ in capitals only, also outside ASCII', async () => {
    const folder = oneWave(
      {},
      {
        'raw/2025.csv': csv,
        'companies.csv': 'company_id,name,industry,codes\nalfa,A,x,11|İx\nbeta,B,x,12|ix',
      },
    )
    await expect(computed(folder)).rejects.toThrow('one code for two companies')
  })

  it('keeps scales from -100 to 100', async () => {
    const wide = { text: 'wide', scale: { min: -100, max: 100 } }
    const folder = oneWave(
      {},
      { 'raw/2025.csv': csv.replaceAll(',n,1,', ',n,-100,').replaceAll(',n,9,', ',n,100,') },
      {
        items: { a: wide, b: question('B'), rec: question('C', 0) },
        indices: { one: { items: ['a'], weights: { a: 1e308 } } },
      },
    )
    const { scores } = await computed(folder)
    expect(scores.find((row) => row.entity_id === 'alfa')?.score).toBeCloseTo(25.5, 9)
  })
})

describe('the output folder', () => {
  it('is not replaced where another program made it', async () => {
    const out = folderWith({ 'barometer.json': '{"name":"weather"}', 'thesis.txt': 'mine' })
    const sums = checksums(out)
    const { code, stderr } = await barometer(['build', folderWith(study()), '--out', out])
    expect([code, stderr]).toEqual([2, expect.stringContaining('files that this program did not make')])
    expect(checksums(out)).toEqual(sums)
  })

  it('keeps what somebody added to an earlier output, and nothing of its own that is gone', async () => {
    const { out, beside } = await builtBefore()
    writeFileSync(join(out, 'CNAME'), 'example.org')
    const later = folderWith({ ...study(), 'study.yaml': contract({ waves: { 2025: waveOf('2025') } }) })
    expect((await barometer(['build', later, '--out', out])).code).toBe(0)
    expect(readFileSync(join(out, 'CNAME'), 'utf8')).toBe('example.org')
    expect(existsSync(join(out, '2024'))).toBe(false)
    expect(readdirSync(beside)).toEqual(['site'])
  })

  it('is not replaced where it holds the study', async () => {
    const { out } = await builtBefore()
    const inside = join(out, 'mine')
    renameSync(folderWith(study()), inside)
    const { code, stderr } = await barometer(['build', inside, '--out', out])
    expect([code, stderr]).toEqual([2, expect.stringContaining('would replace the study')])
    expect(existsSync(join(inside, 'study.yaml'))).toBe(true)
  })

  it('is the folder that a link leads to', async () => {
    const { out, beside } = await builtBefore()
    const link = join(beside, 'link')
    symlinkSync(out, link)
    writeFileSync(join(out, 'index.html'), 'old')
    expect((await barometer(['build', folderWith(study()), '--out', link])).code).toBe(0)
    expect(readlinkSync(link)).toBe(out)
    expect(readFileSync(join(out, 'index.html'), 'utf8')).not.toBe('old')
  })

  it('that cannot be made is the user’s mistake', async () => {
    const folder = folderWith({ 'file.txt': 'a file' })
    const { code, stderr } = await barometer([
      'build',
      folderWith(study()),
      '--out',
      join(folder, 'file.txt/site'),
    ])
    expect([code, stderr]).toEqual([2, expect.stringContaining('cannot be read or written')])
  })
})

it('a register that is not UTF-8 is refused, not published with holes', async () => {
  const latin = Buffer.from('company_id,name,industry,codes\nalfa,Kj\u00f8tt,x,11\nbeta,B,x,12', 'latin1')
  const folder = folderWith({ ...study(), 'companies.csv': latin })
  const { code, stderr } = await barometer(['check', folder])
  expect([code, stderr]).toEqual([2, expect.stringContaining('not UTF-8 (companies.csv)')])
})

it('texts from a file neither flood the terminal nor steer it', async () => {
  const flood = 'x'.repeat(100_000)
  const columns = { respondent: 'id', company: 'company', persona: 'stratum' }
  const folder = (content: string) =>
    folderWith({
      'study.yaml': contract({
        design: {},
        segments: {
          persona: { column: 'persona', label: 'Kind' },
          kind: { column: 'persona', label: 'Kind', categories: { n: 'N' } },
        },
        waves: { 2025: waveOf('2025', { columns }) },
      }),
      'companies.csv': companies,
      'raw/2025.csv': content,
    })
  const steering = csv.replace(',1,n,1,', ',1,\u001b[31m,1,').replace(',1,n,2,', `,1,${flood},2,`)
  const clean = await barometer(['check', folder(steering)])
  expect([clean.code, clean.stdout + clean.stderr]).toEqual([0, expect.stringContaining('[31m')])
  const wrong = await barometer(['check', folder(steering.replace('r4,12,1,n,10', `${flood},12,1,n,77`))])
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('off the scale: 77')])
  const unnamed = await barometer(['check', folder(steering.replace(',rec', `,${flood}`))])
  expect([unnamed.code, unnamed.stderr]).toEqual([2, expect.stringContaining('no such column: rec')])
  for (const { stdout, stderr } of [clean, wrong, unnamed]) {
    expect((stdout + stderr).length).toBeLessThan(3000)
    expect(stdout + stderr).not.toContain('\u001b')
  }
})
