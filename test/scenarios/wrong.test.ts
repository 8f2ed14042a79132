import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checksums } from '../cli/files.ts'
import { commandLineHere } from '../cli/in-process.ts'
import { barometer, type Ended } from '../cli/run.ts'
import { folderWith } from '../support/folder.ts'

const scenarios = fileURLToPath(new URL('.', import.meta.url))
const folder = join(scenarios, 'wrong')
const names = readdirSync(folder).sort()

interface Refused extends Ended {
  /** what became of the output that was there before, and of the study */
  output: 'as before' | 'changed'
  study: 'as before' | 'changed'
  beside: string[]
}

/** Every twentieth is refused by a program of its own too, as a user runs it. */
const asUsed = names.filter((_, k) => k % 20 === 0)

describe('a wrong study: exit 2, the message expected, the old output whole', () => {
  const beside = folderWith({})
  const out = join(beside, 'site')
  const here = process.cwd()
  let before = ''
  const sums = (path: string) => JSON.stringify(checksums(path))
  const compared = (path: string, earlier: string) => (sums(path) === earlier ? 'as before' : 'changed')

  beforeAll(async () => {
    const built = await barometer(['build', 'right', '--out', out], { cwd: scenarios })
    expect([built.code, built.stderr]).toEqual([0, expect.not.stringContaining('mistake')])
    before = sums(out)
    process.chdir(folder)
  })
  afterAll(() => process.chdir(here))

  async function refused(name: string, run: (args: readonly string[]) => Promise<Ended>): Promise<Refused> {
    const study = sums(join(folder, name))
    const ended = await run(['build', name, '--out', out])
    return {
      ...ended,
      output: compared(out, before),
      study: compared(join(folder, name), study),
      beside: readdirSync(beside),
    }
  }

  /** What shall come of a scenario. */
  const expected = (name: string): Refused => ({
    code: 2,
    stdout: '',
    stderr: readFileSync(join(folder, name, 'expected.txt'), 'utf8'),
    output: 'as before',
    study: 'as before',
    beside: ['site'],
  })

  it('holds a message for every scenario, and at least forty scenarios', () => {
    expect(names.length).toBeGreaterThanOrEqual(40)
    expect(names.filter((name) => !existsSync(join(folder, name, 'expected.txt')))).toEqual([])
  })

  it.each(names)('%s', async (name) => {
    const { stderr } = expected(name)
    expect(stderr).toMatch(/; /)
    expect(stderr).not.toMatch(/^ +at |node:|node_modules|duckdb|\w+ Error:|\[object/im)
    expect(await refused(name, commandLineHere)).toEqual(expected(name))
  })

  it.each(asUsed)('%s, in a process', async (name) => {
    expect(await refused(name, (args) => barometer(args, { cwd: folder }))).toEqual(expected(name))
  })
})

describe('check --json', () => {
  const named = (part: string) => names.find((name) => name.endsWith(`_${part}`)) ?? ''
  const raw = 'raw/2025.csv'
  it.each<[string, object[]]>([
    [
      'missing_code_not_declared',
      [{ what: 'off the scale', value: '99', at: { file: raw, line: 8, column: 'satisfied' }, times: 7 }],
    ],
    [
      'unknown_company_in_slot_2',
      [{ what: 'unknown company', value: '13', at: { file: raw, line: 3, column: 'shop2' }, times: 1 }],
    ],
    [
      'answer_off_the_scale_in_parquet',
      [{ what: 'off the scale', value: '77', at: { file: 'raw/2025.parquet', row: 2, column: 'satisfied' } }],
    ],
    [
      'json_column_twice',
      [
        {
          what: 'a record names a column twice',
          value: 'satisfied',
          at: { file: 'raw/2025.json', record: 2 },
        },
      ],
    ],
    [
      'unknown_words_in_corrections',
      [2, 3, 4, 5].map((line) => ({ what: expect.any(String), at: { file: 'corrections.csv', line } })),
    ],
  ])('%s: what, value, place and times of each', async (part, errors) => {
    const { code, stdout } = await barometer(['check', named(part), '--json'], { cwd: folder })
    expect([code, JSON.parse(stdout)]).toMatchObject([2, { ok: false, errors }])
    for (const { hint, where } of JSON.parse(stdout).errors)
      expect([hint, where]).toEqual([
        expect.any(String),
        expect.stringContaining(errors.length > 1 ? '.csv' : 'raw/'),
      ])
  })
})
