import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksOf, withResults } from '../../notebooks/document.ts'
import { moduleOf, run } from '../../notebooks/module.ts'
import { openFor, prepare } from '../../notebooks/studies.ts'
import { markdownTable } from '../../notebooks/table.ts'
import { realWorld, silent } from '../../pipeline/world.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const names = readdirSync(join(root, 'notebooks')).flatMap((file) => file.match(/^(.+)\.md$/)?.[1] ?? [])
const textOf = (name: string) => readFileSync(join(root, 'notebooks', `${name}.md`), 'utf8')

describe('the notebooks', () => {
  const world = realWorld(silent)
  let prepared = ''
  beforeAll(async () => {
    prepared = await prepare(world)
  })
  afterAll(() => world.close())

  for (const name of names)
    it(`${name}: what stands below each block is what comes out of it`, async () => {
      const text = textOf(name)
      const results = await run(name, text, await openFor(world, prepared))
      expect(results.filter((result) => result !== '').length).toBeGreaterThan(3)
      expect(text).toBe(withResults(text, results))
    })

  it('by hand, the published figures come out', () => {
    const text = textOf('one-company-by-hand')
    const found = text.match(/^\| (?:score|se|low|high) \|.*\| (?:yes|no) \|$/gm) ?? []
    expect(found.length).toBe(6)
    expect(found.filter((line) => !line.endsWith('| yes |'))).toEqual([])
  })

  it('R and this program have the same figures, and equal words', () => {
    const rows = [...textOf('against-r').matchAll(/^\| [^|]+ \| \d+ \| (\d+) \| (\d+) \| (.+) \|$/gm)]
    expect(rows.length).toBe(16)
    for (const [line, missing, words, deviation = ''] of rows) {
      expect([missing, words], line).toEqual(['0', '0'])
      expect(deviation === 'equal' || Number(deviation.replace('below ', '')) <= 1e-8, line).toBe(true)
    }
  })

  it('are TypeScript that the compiler accepts', async () => {
    const folder = join(root, '.work', 'notebook-types')
    mkdirSync(folder, { recursive: true })
    try {
      for (const name of names) writeFileSync(join(folder, `${name}.ts`), moduleOf(blocksOf(textOf(name))))
      const settings = { extends: '../../tsconfig.json', include: ['*.ts'], compilerOptions: unused }
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings))
      const compiler = join(root, 'node_modules/typescript/bin/tsc')
      const ended = await promisify(execFile)(process.execPath, [compiler, '-p', folder]).catch(
        (error: { stdout: string }) => error,
      )
      expect(ended.stdout).toBe('')
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

/** A notebook has at hand what it may not need. */
const unused = { noUnusedLocals: false, noUnusedParameters: false }

describe('the runner', () => {
  const world = realWorld(silent)
  afterAll(() => world.close())
  const ended = async (text: string) => run('made-up', text, await world.openDatabase())

  it('gives blocks of SQL one database, and blocks of TypeScript one scope and that database', async () => {
    const text = [
      '# Made up\n',
      '```sql\ncreate table t as select 2 as a;\n\nselect a, a / 3 as b from t;\n```\n',
      "```ts\nimport { sameScore } from '../pipeline/stats/ranks.ts'\n\nconst twice = 2 * sameScore\n```\n",
      "```ts\nconst [row] = await rows<{ a: number }>('from t')\nshow(row?.a + ' and ' + twice)\nshow([{ c: 1 }])\n```\n",
    ].join('\n')
    const results = await ended(text)
    expect(results).toEqual([
      '| a | b |\n| ---: | ---: |\n| 2 | 0.666667 |',
      '',
      '2 and 2e-9\n\n| c |\n| ---: |\n| 1 |',
    ])
    const written = withResults(text, results)
    expect(written).toContain('```\n\n<!-- out -->\n\n| a | b |')
    expect(withResults(written, results)).toBe(written)
    expect(withResults(written.replace('0.666667', '0.666668'), results)).toBe(written)
    expect(withResults(written, ['', '', ''])).toBe(text)
  })

  it('says which block failed', async () => {
    await expect(ended('```ts\n```\n\n```sql\nselect * from nothing;\n```\n')).rejects.toThrow(
      /made-up\.md, block 2: .*nothing/,
    )
  })

  it('prints numbers to six digits, a column with as many decimals as it needs', () => {
    const rows = [
      { name: 'a|b', x: 1.5, n: 12n, tiny: 3.21e-12 },
      { name: null, x: 2, n: 3n, tiny: 0 },
      { name: 'c', x: 123.456789, n: 1234567n, tiny: -1 },
    ]
    expect(markdownTable(rows).split('\n')).toEqual([
      '| name | x | n | tiny |',
      '| --- | ---: | ---: | ---: |',
      '| a\\|b | 1.500 | 12 | 3.2e-12 |',
      '|  | 2.000 | 3 | 0.000000 |',
      '| c | 123.457 | 1234567 | -1.000000 |',
    ])
    expect(markdownTable([])).toBe('No rows.')
  })
})
