import { describe, expect, it } from 'vitest'
import { loadStudy } from '../../pipeline/contract/load.ts'
import { UserError } from '../../pipeline/errors.ts'

const study = `id: s
title: T
publisher: { name: P }
licence: CC0
languages: [nb, en]
items: { a: { text: A, scale: { min: 1, max: 10 } } }
indices: { sat: { items: [a] } }
waves:
  2024: { file: f.csv, columns: { respondent: r, company: c } }
  2025: { file: g.csv, columns: { respondent: r, company: c } }
`
const idRule =
  'an id has letters a-z, digits, _ and - (and . but not first), at most 64 of them, and is not all, BLANK or a reserved word such as constructor'

function mistakes(companies: string | undefined, industries?: string): string[] {
  const files: Record<string, string | undefined> = {
    'study.yaml': study,
    'companies.csv': companies,
    'industries.csv': industries,
  }
  try {
    loadStudy((name) => files[name])
    return []
  } catch (error) {
    if (error instanceof UserError) return error.message.split('\n')
    throw error
  }
}

const header = 'company_id,name,industry,codes,valid_from,valid_to,successor,homepage,share,publish'

describe('companies.csv', () => {
  it.each<[name: string, lines: string[], expected: string[]]>([
    [
      'is right',
      [header, 'A,Alfa,bank,1|2024:2,2023,2030,B,https://a.example,0.5,TRUE', 'B,Beta,bank,2|2025:3,,,,,,'],
      [
        'one code for two companies: 2 (companies.csv line 3); A has it too (companies.csv line 2); a code that holds in one wave is written wave:code',
      ],
    ],
    ['has codes bound to waves', [header, 'A,Alfa,bank,2024:2,,,,,,', 'B,Beta,bank,2025:2,,,,,,'], []],
    [
      'has a code that is another id',
      [header, 'A,Alfa,bank,,,,,,,', 'B,Beta,bank, a ,,,,,,'],
      [
        'one code for two companies: a (companies.csv line 3); A has it too (companies.csv line 2); a code that holds in one wave is written wave:code',
      ],
    ],
    ['is empty', [''], ['the file is empty (companies.csv); its first row is company_id,name,industry']],
    ['has no rows', [header], ['the file names no company (companies.csv); write one row per company']],
    [
      'has semicolons',
      ['company_id;name;industry', 'A;Alfa;bank'],
      [
        'columns are not separated by commas: company_id;name;industry (companies.csv line 1); save companies.csv as comma-separated',
      ],
    ],
    [
      'has wrong columns',
      ['company_id,nmae,colour,codes,codes'],
      [
        'unknown column: nmae (companies.csv line 1); did you mean name?',
        'unknown column: colour (companies.csv line 1); known columns: company_id, name, industry, codes, valid_from, valid_to, successor, homepage, share, publish, key',
        'the column stands twice: codes (companies.csv line 1); remove one of them',
        'missing column: industry (companies.csv line 1); the first row of companies.csv names the columns',
      ],
    ],
    [
      'has ragged rows after a quoted line break',
      ['company_id,name,industry', '', 'A,"Al', 'fa",bank', 'B,Beta,bank,x', 'C,Gamma'],
      [
        'a control character or line break in a name: Al fa (companies.csv line 3); take it out',
        'the row has another number of values than the header: 4 instead of 3 (companies.csv line 5); put quotes around values that hold a comma',
        'the row has another number of values than the header: 2 instead of 3 (companies.csv line 6); put quotes around values that hold a comma',
      ],
    ],
    [
      'has an open quote',
      ['company_id,name,industry', 'A,Alfa,bank', 'B,"Beta,bank', 'C,Gamma,bank'],
      ['a quote is opened and not closed (companies.csv line 3); close it with "'],
    ],
    [
      'has a stray quote',
      ['company_id,name,industry', 'A,Al"fa,bank'],
      [
        'a quote inside a value (companies.csv line 2); put quotes around the whole value and write each inner quote twice: "Bob ""B"" Ltd"',
      ],
    ],
    [
      'has wrong values',
      [
        header,
        '../A,Alfa,bank,,2025,2024,,ftp://x,"0,5",yes',
        'B,Beta,,,w10,w2,,javascript:alert(1),0,',
        ',Gamma,bank,,,,,,,',
      ],
      [
        `not a possible company_id: ../A (companies.csv line 2); ${idRule}`,
        'share is not a number above 0: 0,5 (companies.csv line 2); write it with a point, as 0.25, or leave it empty',
        'publish is neither true nor false: yes (companies.csv line 2); write true or false; empty is true',
        'homepage is not a web address: ftp://x (companies.csv line 2); it starts with https:// or http://',
        'valid_from comes after valid_to: 2025 to 2024 (companies.csv line 2); write the first wave under valid_from',
        'a company without an industry: B (companies.csv line 3); fill in the column industry',
        'share is not a number above 0: 0 (companies.csv line 3); write it with a point, as 0.25, or leave it empty',
        'homepage is not a web address: javascript:alert(1) (companies.csv line 3); it starts with https:// or http://',
        'valid_from comes after valid_to: w10 to w2 (companies.csv line 3); write the first wave under valid_from',
        `not a possible company_id (companies.csv line 4); ${idRule}`,
      ],
    ],
    [
      'has wrong successors',
      [
        header,
        'A,Alfa,bank,,,,A,,,',
        'Beta,Beta,bank,,,,Gama,,,',
        'Gamma,G,bank,,,,D,,,',
        'D,D,bank,,,,Gamma,,,',
      ],
      [
        'a company is its own successor: A (companies.csv line 2); name another company, or leave it empty',
        'unknown successor: Gama (companies.csv line 3); did you mean Gamma?',
        'successors go in a circle: Gamma → D → Gamma (companies.csv line 4); the last company has no successor',
      ],
    ],
    [
      'has industries that are no ids',
      [header, 'A,Alfa,bank,,,,,,,', 'B,Beta,Bank,,,,,,,', 'C,Gamma,a & b,,,,,,,'],
      [
        'two industries differ only in capitals: Bank (companies.csv line 3); write bank as before, or rename one',
        `not a possible industry: a & b (companies.csv line 4); ${idRule}; names go into industries.csv`,
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(mistakes(`${lines.join('\n')}\n`)).toEqual(expected)
  })
  it('is missing', () => {
    expect(mistakes(undefined)).toEqual([
      'companies.csv is missing; write one beside study.yaml, with the columns company_id,name,industry',
    ])
  })
})

describe('industries.csv', () => {
  const companies = 'company_id,name,industry\nA,Alfa,bnak\nB,Beta,tele\n'
  it.each<[name: string, lines: string[], expected: string[]]>([
    [
      'knows an industry by another name',
      ['industry_id,name', 'bank,Bank', 'tele,Tele'],
      ['unknown industry: bnak (companies.csv line 2); did you mean bank?'],
    ],
    [
      'has a language that is not the study’s',
      ['industry_id,name_nb,name_sv', 'bnak,Bank,Bank'],
      ['unknown column: name_sv (industries.csv line 1); the languages in study.yaml are nb, en'],
    ],
    [
      'has wrong rows',
      ['industry_id,name_nb,name_en', 'bnak,Bank,', 'BNAK,Bank,', 'tele,,', 'all,x,"y\t."'],
      [
        'the industry_id stands twice: BNAK (industries.csv line 3); it is on line 2 already (capitals do not count); rename or remove one',
        'an industry without a name: tele (industries.csv line 4); fill in name or name_nb or name_en',
        `not a possible industry_id: all (industries.csv line 5); ${idRule}`,
        'a control character or line break in a name: all (industries.csv line 5); take it out',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(mistakes(companies, `${lines.join('\n')}\n`)).toEqual(expected)
  })
})
