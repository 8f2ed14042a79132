import { beforeAll, describe, it } from 'vitest'
import { type Before, builtBefore, expectRefused } from './refused.ts'
import { companies, contract, type Files, question, study } from './study.ts'

const yaml = (from: string, to: string): Files => ({ ...study(), 'study.yaml': contract().replace(from, to) })
const without = (name: string): Files => {
  const { [name]: _, ...rest } = study()
  return rest
}

const cases: [name: string, files: Files, says: (string | RegExp)[]][] = [
  [
    'an unknown key',
    yaml('licence:', 'license:'),
    ['unknown key: license', 'study.yaml line 7', 'did you mean licence'],
  ],
  ['no YAML', yaml('id: tiny', 'id: [tiny'), ['not valid YAML', 'study.yaml line 2', 'brackets']],
  [
    'an item that is not there',
    study({ indices: { satisfaction: { items: ['a', 'bb'] } } }),
    ['indices.satisfaction.items', 'unknown item: bb', /study\.yaml line \d+/, 'known items: a, b, rec'],
  ],
  [
    'a missing code on the scale',
    study({ items: { a: question('A', 1, { 7: 'refused' }), b: question('B'), rec: question('C', 0) } }),
    ['items.a', ': 7 ', /study\.yaml line \d+/, '1-10'],
  ],
  ['no study.yaml', without('study.yaml'), ['no study.yaml in this folder', 'name a study folder']],
  ['no companies.csv', without('companies.csv'), ['companies.csv is missing', 'company_id,name,industry']],
  [
    'one code for two companies',
    { ...study(), 'companies.csv': companies.replace('bank,12', 'bank,11') },
    ['one code for two companies: 11', 'companies.csv line 3', 'alfa', 'line 2'],
  ],
]

describe('a wrong contract: exit 2, a message to act on, the old output whole', () => {
  let before: Before
  beforeAll(async () => {
    before = await builtBefore()
  })
  it.each(cases)('%s', async (_, files, says) => {
    await expectRefused(before, files, says)
  })
})
