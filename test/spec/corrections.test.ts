import { describe, expect, it } from 'vitest'
import { answers, csv, type Files, study, waveOf } from '../cli/study.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

const rows = answers(2025)
const [first = '', second = ''] = rows
const files = (delivered: readonly string[], corrections: readonly string[] = [], changes = {}): Files => ({
  ...study(changes),
  'raw/2025.csv': csv(delivered),
  ...(corrections.length === 0
    ? {}
    : {
        'corrections.csv': [
          'wave,respondent,company,column,action,value,expect,reason,status',
          ...corrections,
        ].join('\n'),
      }),
})
const tables = async (given: Files) => {
  const { corrections, ...rest } = await computed(folderWith(given))
  return rest
}
const refusal = async (given: Files): Promise<string> => {
  try {
    await computed(folderWith(given))
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  return 'no mistake'
}

/** r1 rates 11 (6,5,6) and 13 (9,8,9): `first` and `second`. */
describe('a correction gives what the mended file gives', () => {
  const mended = (replace: readonly (readonly [string, string | undefined])[]) =>
    rows.flatMap((row) => {
      const found = replace.find(([from]) => from === row)
      return found === undefined ? [row] : (found[1] ?? [])
    })
  const changed = (row: string, k: number, value: string) =>
    row
      .split(',')
      .map((cell, at) => (at === k ? value : cell))
      .join()
  const company = first.split(',')[1]

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    [
      'an answer that was off the scale',
      [changed(first, 4, '66'), ...rows.slice(1)],
      [`2025,r1,${company},a,set,6,66,typed twice,`],
      mended([[first, changed(first, 4, '6')]]),
    ],
    [
      'an answer made blank',
      rows,
      [`2025,r1,${company},rec,set,BLANK,,not meant,active`],
      mended([[first, changed(first, 6, '')]]),
    ],
    [
      'a blank filled',
      [changed(first, 6, ''), ...rows.slice(1)],
      [`2025,r1,${company},rec,set,7,BLANK,on paper,`],
      mended([[first, changed(first, 6, '7')]]),
    ],
    ['a rating left out', rows, [`2025,r1,${company},,drop,,,a test,`], rows.slice(1)],
    ['a respondent left out', rows, ['2025,r1,,,drop,,,an employee,applied'], rows.slice(2)],
    [
      'the company, named by its id',
      rows,
      ['2025,r1,alfa,company,set,beta,,wrong card,'],
      mended([[first, changed(first, 1, '12')]]),
    ],
    [
      'an unknown company everywhere',
      mended([[first, changed(first, 1, '999')]]),
      [`2025,,,company,set,${company},999,the code of a shop,`],
      rows,
    ],
    [
      'the first of two ratings',
      [...rows, changed(first, 4, '1')],
      [`2025,r1,${company},,keep_first,,,sent twice,`],
      rows,
    ],
    [
      'the last of two ratings',
      [changed(first, 4, '1'), ...rows.slice(1), first],
      [`2025,r1,${company},,keep_last,,,sent twice,`],
      [...rows.slice(1), first],
    ],
    [
      'the first of what is not dropped',
      [changed(first, 4, '1'), ...rows, changed(first, 4, '2')],
      [`2025,r1,${company},a,drop,,1,a test,`, `2025,r1,${company},,keep_first,,,sent twice,`],
      rows,
    ],
    [
      'one of two ratings, known by an answer',
      [...rows, changed(first, 4, '1')],
      [`2025,r1,${company},a,drop,,1,sent twice,`],
      rows,
    ],
    [
      'the weight of a respondent',
      mended([
        [first, changed(first, 2, '-9')],
        [second, changed(second, 2, '-9')],
      ]),
      ['2025,r1,,weight,set,1,-9,no weight delivered,'],
      rows,
    ],
  ])('%s', async (_, delivered, corrections, wanted) => {
    expect(await tables(files(delivered, corrections))).toEqual(await tables(files(wanted)))
  })

  it('leaves the answers alone when it is only proposed or was withdrawn', async () => {
    const waiting = ['2025,r1,,,drop,,,who knows,proposed', '2025,r1,,a,set,1,,who knows,withdrawn']
    expect(await tables(files(rows, waiting))).toEqual(await tables(files(rows)))
  })

  it('holds where the ratings stand side by side', async () => {
    const beside = csv(
      Array.from({ length: rows.length / 2 }, (_, p) => [0, 1].map((k) => rows[2 * p + k]).join()),
      ['id1,c1,w1,s1,a1,b1,rec1', 'id2,c2,w2,s2,a2,b2,rec2'].join(),
    )
    const waves = {
      2024: waveOf('2024'),
      2025: waveOf('2025', {
        columns: { respondent: 'id1', company: 'c{slot}', weight: 'w1', stratum: 's1' },
        items: { a: 'a{slot}', b: 'b{slot}', rec: 'rec{slot}' },
        slots: [1, 2],
      }),
    }
    const given = {
      ...files(rows, [`2025,r1,${second.split(',')[1]},a,set,2,,misheard,`], { waves }),
      'raw/2025.csv': beside,
    }
    const wanted = mended([[second, changed(second, 4, '2')]])
    expect(await tables(given)).toEqual(await tables(files(wanted)))
  })
})

/** test/scenarios holds the corrections that do not apply, and two that give one cell a value. */
it('two corrections that keep different ratings stop the run', async () => {
  const two = ['2025,r1,alfa,,keep_first,,,one,', '2025,r1,11,,keep_last,,,two,']
  expect(await refusal(files([...rows, first], two))).toContain(
    'two corrections of one rating: respondent r1, company 11 (corrections.csv line 3); corrections.csv line 2',
  )
})

describe('the published list', () => {
  const list = async (corrections: readonly string[], companies?: string) =>
    (
      await computed(
        folderWith({
          ...files(rows, corrections),
          ...(companies === undefined ? {} : { 'companies.csv': companies }),
        }),
      )
    ).corrections

  it('puts like corrections together and names no respondent and no value', async () => {
    const given = [
      '2025,r1,,a,set,1,,misread,',
      '2025,r2,,a,set,2,,misread,',
      '2025,r1,alfa,,drop,,,=a test,proposed',
    ]
    expect(await list(given)).toEqual([
      {
        wave: '2025',
        company_id: null,
        column: 'a',
        action: 'set',
        reason: 'misread',
        status: 'active',
        corrections: 2,
      },
      {
        wave: '2025',
        company_id: 'alfa',
        column: null,
        action: 'drop',
        reason: '=a test',
        status: 'proposed',
        corrections: 1,
      },
    ])
  })

  it('is silent about a company that is not public, by whichever code it is named', async () => {
    const register = String(study()['companies.csv'])
      .split('\n')
      .map((line, k) => `${line}${k === 0 ? ',publish' : line.startsWith('alfa') ? ',false' : ','}`)
      .join('\n')
    const given = [
      '2025,r1,ALFA,,drop,,,x,proposed',
      '2025,r1,11,,drop,,,x,proposed',
      '2025,r1,beta,,drop,,,x,proposed',
      '2025,r1,gamma,company,set,11,,a rating of Alfa,proposed',
      '2025,,,company,set,gamma,alfa,a rating of Alfa,proposed',
    ]
    expect((await list(given, register)).map(({ company_id }) => company_id)).toEqual(['beta'])
  })
})

describe('what corrections.csv may not hold', () => {
  it.each<[string, string]>([
    ['2026,r1,,,drop,,,x,', 'unknown wave: 2026 (corrections.csv line 2); did you mean'],
    ['2025,r1,,q,set,1,,x,', 'neither a role of the wave nor an item: q (corrections.csv line 2)'],
    ['2025,r1,,a,sett,1,,x,', 'unknown action: sett (corrections.csv line 2); did you mean set?'],
    ['2025,r1,,a,set,1,,x,activ', 'unknown status: activ (corrections.csv line 2); did you mean active?'],
    ['2025,r1,,a,set,1,,,', 'a correction without a reason (corrections.csv line 2)'],
    ['2025,r1,,a,set,,,x,', 'set needs a column and a value: a (corrections.csv line 2)'],
    ['2025,r1,,a,drop,1,,x,', 'drop takes no value: 1 (corrections.csv line 2)'],
    ['2025,r1,,,drop,,5,x,', 'an expectation without a column: 5 (corrections.csv line 2)'],
    ['2025,r1,,,keep_first,,,x,', 'keep_first needs a company and no column (corrections.csv line 2)'],
    ['2025,,,a,set,1,,x,', 'a correction of all respondents (corrections.csv line 2)'],
  ])('%s', async (line, says) => {
    expect(await refusal(files(rows, [line]))).toContain(says)
  })
})
