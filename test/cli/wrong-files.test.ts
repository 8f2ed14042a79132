import { beforeAll, describe, it } from 'vitest'
import { type Before, builtBefore, expectRefused } from './refused.ts'
import { answers, csv, type Files, header, study, waveOf } from './study.ts'

const rows = answers(2025)
const withFile = (content: string | Uint8Array): Files => ({ ...study(), 'raw/2025.csv': content })
/** The wave 2025 with one more row, on line 4. */
const withRow = (row: string): Files => withFile(csv([...rows.slice(0, 2), row, ...rows.slice(2)]))
const withoutFile = (): Files => {
  const { 'raw/2025.csv': _, ...rest } = study()
  return rest
}
const fileNamed = (file: string): Files =>
  study({ waves: { 2024: waveOf('2024'), 2025: waveOf('2025', { file }) } })

const line = 'raw/2025.csv line 4'
const scale = 'the scale is 1-10'
type Case = [name: string, files: Files, says: (string | RegExp)[]]
const answer = (value: string): Case => [
  `the answer ${value}`,
  withRow(`r99,12,1.5,s,${value},5,6`),
  [`off the scale: ${value} `, 'respondent r99, a,', line, scale, 'items.a in study.yaml'],
]
const weight = (value: string): Case => [
  `the weight ${value || 'blank'}`,
  withRow(`r99,12,${value},s,7,5,6`),
  [`not a weight: ${value || 'blank'} `, line, 'positive numbers'],
]

const cases: Case[] = [
  ...['11', '3.7', '0x10', 'NaN', '1e1'].map(answer),
  ...['-1.5', '0', '', 'NaN'].map(weight),
  [
    'an unknown company',
    withRow('r99,77,1.5,s,7,5,6'),
    ['unknown company: 77 ', line, 'codes in companies.csv', 'unmatched'],
  ],
  [
    'a double rating',
    withRow('r1,11,1,n,7,5,6'),
    ['rated twice: respondent r1, company 11', line, 'one rating per'],
  ],
  [
    'a changing weight',
    withRow('r1,22,1.5,n,7,5,6'),
    [/two weights for one respondent: r1: (1 and 1\.5|1\.5 and 1) /, line, 'one weight'],
  ],
  ['a blank respondent', withRow(',12,1.5,s,7,5,6'), ['no respondent id', line, 'columns.respondent']],
  [
    'a missing column',
    withFile(csv(rows, header.replace('rec', 'recc'))),
    ['no such column: rec ', 'raw/2025.csv header', 'did you mean recc', 'rec: null'],
  ],
  ['a line that is too short', withRow('r99,12,1.5,s,7,5'), [line, '7 columns expected, 6 found']],
  ['a line that is too long', withRow('r99,12,1.5,s,7,5,6,7'), [line, '7 columns expected, 8 found']],
  ['an open quote', withRow('r99,"12,1.5,s,7,5,6'), [line, /quote .*not closed/]],
  ['a quote within a value', withRow('r99,12,1.5,s,7" wide,5,6'), ['off the scale: 7" wide ', line, scale]],
  [
    'damaged characters in UTF-8',
    withFile(
      Buffer.concat([Buffer.from(csv([...rows, 'ré,12,1,s,7,5,6', 'rø,11,1,s,7,5,6'])), Buffer.of(0xff)]),
    ),
    ['raw/2025.csv', 'damaged characters: 1 of 3', 'csv.encoding'],
  ],
  ['an empty file', withFile(''), ['raw/2025.csv', 'first row', 'column names']],
  ['a file of names only', withFile(csv([])), ['raw/2025.csv']],
  ['no file', withoutFile(), ['no such file: raw/2025.csv', 'study.yaml, file of wave 2025', '--raw']],
  [
    'a file outside',
    fileNamed('../x.csv'),
    ['outside', '../x.csv', 'study.yaml, file of wave 2025', 'without ..'],
  ],
]

describe('a wrong file: exit 2, a message to act on, the old output whole', () => {
  let before: Before
  beforeAll(async () => {
    before = await builtBefore()
  })
  it.each(cases)('%s', async (_, files, says) => {
    await expectRefused(before, files, says)
  })
})
