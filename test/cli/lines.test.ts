import { beforeAll, describe, expect, it } from 'vitest'
import { folderWith } from '../support/folder.ts'
import { barometer } from './run.ts'
import { csv, type Files, header, study, waveOf } from './study.ts'

const wrong = 'r99,12,1.5,s,11,5,6'
const short = 'r99,12,1.5,s,7,5'
const broken = (ending: string) => `"r0${ending}x",11,1,n,7,7,7`
const file = (lines: readonly string[], ending = '\n') => [...lines, ''].join(ending)

/** Files whose wrong row stands on the line given, as an editor counts. */
const cases: [name: string, content: string | Uint8Array, line: number, csv?: object][] = [
  ['a line break in quotes', file([header, broken('\n'), wrong]), 4],
  ['line ends of Windows, a plain line break in quotes', file([header, broken('\n'), wrong], '\r\n'), 4],
  ['line ends of Windows, the same in quotes', file([header, broken('\r\n'), wrong], '\r\n'), 4],
  ['a line break in quotes in the wrong row itself', file([header, `"r9\n9"${wrong.slice(3)}`]), 2],
  ['a line break in quotes before a short line', file([header, broken('\n'), short]), 4],
  ['a line break in quotes before an open quote', file([header, broken('\n'), `"${wrong}`]), 4],
  ['another encoding', Buffer.from(csv([broken('\n'), wrong.replace('r99', 'r\u00e9')]), 'latin1'), 4],
  ['line ends of three kinds', `${header}\r\n"r0\nx",11,1,n,7,7,7\r\r${wrong}\n`, 5],
  ['empty lines', file([header, broken('\n'), '', '', wrong]), 6],
  ['no line end at the end', [header, wrong].join('\n'), 2],
  ['a second header row', file([header, 'How?,,,,,,', wrong]), 3, { header_rows: 2 }],
  [
    'a second header row with a line break',
    file([header, '"What\nnow?",,,,,,', wrong]),
    4,
    { header_rows: 2 },
  ],
]

describe('the line of a mistake is the physical line', () => {
  const names = cases.map((_, k) => `w${k + 1}`)
  let said = ''
  beforeAll(async () => {
    const waves = Object.fromEntries(
      cases.map(([, , , options], k) => [
        `w${k + 1}`,
        waveOf(`w${k + 1}`, options === undefined ? {} : { csv: options }),
      ]),
    )
    const files: Files = Object.fromEntries(cases.map(([, content], k) => [`raw/${names[k]}.csv`, content]))
    const { code, stderr } = await barometer(['check', folderWith({ ...study({ waves }), ...files })])
    expect(code, stderr).toBe(2)
    said = stderr
  })
  it.each(cases.map(([name, , line], k) => [name, names[k], line]))('%s', (_, wave, line) => {
    expect(
      said
        .split('\n')
        .filter((message) => message.includes(`(respondent`) || message.includes('cannot be read'))
        .filter((message) => message.includes(`raw/${wave}.csv`)),
    ).toEqual([expect.stringMatching(new RegExp(`raw/${wave}\\.csv line ${line}[,)]`))])
  })
})
