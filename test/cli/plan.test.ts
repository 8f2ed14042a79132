import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { checksums } from './files.ts'
import { barometer } from './run.ts'
import { study } from './study.ts'

const good = folderWith(study({ title: { nb: 'Lite & <b>lurt</b>', en: 'Small' } }))

describe('plan', () => {
  it('tells which base gives what, and writes nothing', async () => {
    const before = checksums(good)
    const { code, stdout, stderr } = await barometer(['plan', good, '--n', '42', '--difference', '2.5'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('planning satisfaction by wave 2025')
    expect(stdout).toContain('5 ranked companies in 2 industries')
    for (const table of [/^ +base +a company +beside the rest +a pair +a change$/m, /^ +base +of 10 pairs/m])
      expect(stdout).toMatch(table)
    expect(stdout.match(/^ +n = 42 /gm)).toHaveLength(3)
    expect(stdout).toMatch(/true difference of 2\.5 points with 80 % power/)
    expect(stdout.split('\n').filter((line) => line.length > 140)).toEqual([])
    expect(checksums(good)).toEqual(before)
  })

  it('writes the same as one JSON document, and a picture', async () => {
    const out = join(folderWith({}), 'plan.svg')
    const args = ['plan', good, '--index', 'loyalty', '--wave', '2024', '--n', '42', '--json', '--out', out]
    const first = await barometer(args)
    expect([first.code, first.stderr]).toEqual([0, ''])
    const { ok, plan } = JSON.parse(first.stdout)
    expect([ok, plan.index, plan.wave, plan.n, plan.needed]).toEqual([true, 'loyalty', '2024', 42, null])
    const bases = plan.rows.map(({ base }: { base: number }) => base)
    expect(bases).toEqual([30, 42, 50, 75, 100, 150, 200, 300, 500, 1000])
    const drawn = readFileSync(out, 'utf8')
    expect(drawn).toContain('Lite &amp; &lt;b&gt;lurt')
    expect(drawn).not.toContain('<b>')
    expect(await barometer(args)).toEqual(first)
    expect(readFileSync(out, 'utf8')).toBe(drawn)
  })

  const nobody = folderWith(study({ publication: { minimum_n: 75, minimum_shown: 4 } }))
  const there = folderWith({ 'mine.svg': '<svg/>', 'plan.txt': 'notes' })
  it.each([
    [['plan', nobody], /no company is ranked.*satisfaction, wave 2025.*75 ratings.*largest base is 8/],
    [['plan', good, '--index', 'satisfcation'], /no such index: satisfcation .*did you mean satisfaction\?/],
    [['plan', good, '--wave', '1999'], /no such wave: 1999 .*2024, 2025/],
    [['plan', good, '--n', '1'], /--n.*from 2 to 1000000/],
    [['plan', good, '--n', '30.5'], /--n.*whole number/],
    [['plan', good, '--difference', '0'], /--difference.*0\.1 to 100/],
    [['plan', good, '--difference', '101'], /--difference.*0\.1 to 100/],
    [['plan', good, '--out', join(there, 'plan.png')], /svg file: .*plan\.png.*--out/],
    [['plan', good, '--out', join(there, 'mine.svg')], /there already.*mine\.svg.*--out/],
    [['plan', nobody, '--out', join(there, 'new.svg')], /no company is ranked/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await barometer(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^ +at /m)
    expect(readFileSync(join(there, 'mine.svg'), 'utf8')).toBe('<svg/>')
    expect(existsSync(join(there, 'new.svg'))).toBe(false)
  })
})
