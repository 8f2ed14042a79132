import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { checksums, filesBelow } from './files.ts'
import { barometer } from './run.ts'
import { answers, csv, study } from './study.ts'

const good = folderWith(study())
const offScale = folderWith({ ...study(), 'raw/2025.csv': csv([...answers(2025), 'r99,11,1,n,11,5,6']) })
const foreign = { 'notes.txt': 'not ours', 'index.html': 'somebody else made this' }

describe('help and usage', () => {
  it('lists the commands', async () => {
    const { code, stdout, stderr } = await barometer(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    for (const command of ['init', 'check', 'build', 'plan', 'serve', 'simulate'])
      expect(stdout).toMatch(new RegExp(`^ +${command} `, 'm'))
  })

  it.each([
    ['init', '--out'],
    ['check', '--raw'],
    ['build', '--out'],
    ['plan', '--difference'],
    ['serve', '--port'],
    ['simulate', '--seed'],
  ])('explains %s and its %s', async (command, option) => {
    const { code, stdout, stderr } = await barometer([command, '--help'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(option)
    expect(stdout).toContain('--json')
  })

  it.each([
    [['biuld', 'x'], /biuld.*\n.*build/],
    [['build', 'x', '--nope'], /--nope/],
    [['build'], /study/],
    [['build', '/nowhere/at/all'], /\/nowhere\/at\/all/],
    [['build', good, '--wave', '1999'], /1999.*2024, 2025/],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await barometer(args, { cwd: folderWith({}) })
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(message)
    expect(stderr).not.toMatch(/^ +at /m)
  })
})

describe('check', () => {
  it('says what it read, and writes nothing', async () => {
    const before = checksums(good)
    const ended = await barometer(['check', good])
    const lines = [
      ...['2024', '2025'].map(
        (wave) => `${wave}: 20 respondents, 40 ratings, 0 straight-liners, 0 duplicates`,
      ),
      ...['No errors.', ''],
    ]
    expect(ended).toEqual({ code: 0, stdout: lines.join('\n'), stderr: '' })
    expect(checksums(good)).toEqual(before)
  })

  it('writes one JSON document on standard output', async () => {
    const { code, stdout, stderr } = await barometer(['check', good, '--json'])
    expect([code, stderr]).toEqual([0, ''])
    const wave = (id: string) => ({ wave: id, respondents: 20, ratings: 40, unmatched: 0 })
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, waves: [wave('2024'), wave('2025')] })
  })

  it('writes its errors as JSON, and for people on standard error', async () => {
    const { code, stdout, stderr } = await barometer(['check', offScale, '--json'])
    expect(code).toBe(2)
    const { ok, errors } = JSON.parse(stdout)
    expect(ok).toBe(false)
    expect(errors).toHaveLength(1)
    expect(errors[0]).toMatchObject({ what: 'off the scale', value: '11' })
    expect(errors[0].where).toContain('raw/2025.csv line 42')
    expect(stderr).toContain('raw/2025.csv line 42')
  })
})

describe('build', () => {
  it('writes one JSON document on standard output, of the waves it published', async () => {
    const out = join(folderWith({}), 'out')
    const { code, stdout, stderr } = await barometer([
      'build',
      good,
      '--json',
      '--wave',
      '2024',
      '--out',
      out,
    ])
    expect([code, stderr]).toEqual([0, ''])
    const built = JSON.parse(stdout)
    expect(built).toMatchObject({ ok: true, out, page: join(out, 'index.html'), waves: ['2024'] })
    expect(existsSync(join(out, '2024/data/scores.csv'))).toBe(true)
    expect(existsSync(join(out, '2025'))).toBe(false)
  })

  it('takes the raw files from the folder that --raw names, with or without their own folder', async () => {
    const { 'raw/2024.csv': first = '', 'raw/2025.csv': second = '', ...rest } = study()
    const elsewhere = folderWith({ '2024.csv': first, 'raw/2025.csv': second })
    const { code, stderr } = await barometer(['check', folderWith(rest), '--raw', elsewhere])
    expect([code, stderr]).toEqual([0, ''])
  })

  it('refuses a folder that holds files of somebody else, and touches none', async () => {
    const out = folderWith(foreign)
    const { code, stdout, stderr } = await barometer(['build', good, '--out', out])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(out)
    expect(stderr).toContain('--out')
    expect(filesBelow(out)).toEqual(['index.html', 'notes.txt'])
    expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(foreign['index.html'])
  })
})
