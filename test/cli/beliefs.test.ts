import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { filesBelow } from './files.ts'
import { barometer } from './run.ts'
import { study } from './study.ts'
import { readCsv, readTyped } from './tables.ts'

const roles = ['=1+1', '<script>alert(1)</script>', '__proto__', "'; drop table beliefs; --", 'constructor']
const secret = 'zq7 said in confidence'
const lines = roles.flatMap((role, k) =>
  [3, 5 + k].map((belief) => `2025,alfa,"${role}",${belief},${4 + k},${secret}`),
)
const own = ['wave,company_id,role,think,important,comment', ...lines, ''].join('\n')
const changes = {
  beliefs: {
    ...{ file: 'own/beliefs.csv', scale: { min: 1, max: 10 }, superior: 9 },
    indices: { satisfaction: { items: ['think'], priority: 'important' } },
  },
}

describe('a study whose people are asked', () => {
  const out = join(folderWith({}), 'site')
  const data = (file: string) => join(out, '2025', 'data', file)
  beforeAll(async () => {
    const { 'study.yaml': yaml, 'companies.csv': companies, ...raw } = study(changes)
    const folder = folderWith({ 'study.yaml': yaml ?? '', 'companies.csv': companies ?? '' })
    const answers = folderWith({ ...raw, 'own/beliefs.csv': own })
    const built = await barometer(['build', folder, '--raw', answers, '--out', out])
    expect([built.code, built.stderr]).toEqual([0, ''])
  })

  it('has their roles as they were written, and in csv no formula', async () => {
    const sorted = ['all', ...roles.toSorted()]
    for (const rows of Object.values(await readTyped(join(out, '2025', 'data'), 'beliefs')))
      expect(rows.map(({ role }) => role)).toEqual(sorted)
    expect(readCsv(data('beliefs.csv')).map(({ role }) => role)).toEqual(
      sorted.map((role) => (role.startsWith('=') ? `'${role}` : role)),
    )
    expect(readCsv(data('beliefs.csv'))[0]).toMatchObject({
      company_id: 'alfa',
      n_believers: '10',
      published: 'true',
    })
  })

  it('has nothing of what a single person said, and no role as markup', () => {
    const pages = filesBelow(out)
    expect(pages.length).toBeGreaterThan(20)
    for (const path of pages) {
      const content = readFileSync(join(out, path))
      expect([path, content.includes(secret)]).toEqual([path, false])
      if (path.endsWith('.html')) expect([path, content.includes('<script>alert(1)')]).toEqual([path, false])
    }
  })

  it('says of a mistake in them where it is', async () => {
    const folder = folderWith({ ...study(changes), 'own/beliefs.csv': own.replace(',3,', ',0,') })
    const { code, stderr } = await barometer(['check', folder])
    expect([code, stderr]).toEqual([
      2,
      'think is not a whole number from 1 to 10: 0 (own/beliefs.csv line 2); mend it or beliefs.scale; an empty cell is no answer\n',
    ])
  })
})
