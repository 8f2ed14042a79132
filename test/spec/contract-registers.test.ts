import { describe, expect, it } from 'vitest'
import { loadStudy } from '../../pipeline/contract/load.ts'
import { toldOf } from '../support/mistakes.ts'

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

function mistakes(
  companies: string | undefined,
  industries?: string,
  others: Readonly<Record<string, string>> = {},
): string[] {
  return toldOf({ 'study.yaml': study, 'companies.csv': companies, 'industries.csv': industries, ...others })
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
        'missing column: industry (companies.csv line 1); add it: the first row of companies.csv must name company_id, name, industry',
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

describe('history.csv', () => {
  const companies = 'company_id,name,industry,valid_from,valid_to\nA,Alfa,bank,2000,\nB,Beta,bank,,2003\n'
  const columns = 'wave,index,company_id,score,n,se,source'
  const later = study.replace(
    '  2025: {',
    '  2026: { file: h.csv, columns: { respondent: r, company: c }, items: { a: null } }\n  2025: {',
  )
  it.each<[name: string, lines: string[], expected: string[]]>([
    ['is right', [columns, '2001,sat,A,71.4,1200,0.9,"Report 2001, table 2"', '1996,sat,all,0,,,R'], []],
    ['needs no n and se', ['wave,index,company_id,score,source', '2001,sat,A,100,R'], []],
    ['has no rows', [columns], []],
    [
      'lacks a column',
      ['wave,index,company,score', '2001,sat,A,70'],
      [
        'unknown column: company (history.csv line 1); did you mean company_id?',
        'missing column: source (history.csv line 1); add it: the first row of history.csv must name wave, index, company_id, score, source',
      ],
    ],
    [
      'has wrong values',
      [
        columns,
        '2001,sat,A,"71,4",0,-1,R',
        '2002,sat,A,100.1,12.5,x,',
        ',sat,A,,,,"R\t."',
        '../1,sat,A,1e1,2e9,101,R',
      ],
      [
        'score is not a number from 0 to 100: 71,4 (history.csv line 2); write it with a point, as 71.4',
        'n is not a whole number above 0: 0 (history.csv line 2); write the number of ratings, or leave it empty',
        'se is not a number from 0 to 100: -1 (history.csv line 2); write it with a point, as 0.9, or leave it empty',
        'score is not a number from 0 to 100: 100.1 (history.csv line 3); write it with a point, as 71.4',
        'n is not a whole number above 0: 12.5 (history.csv line 3); write the number of ratings, or leave it empty',
        'se is not a number from 0 to 100: x (history.csv line 3); write it with a point, as 0.9, or leave it empty',
        'a score without a source: 100.1 (history.csv line 3); say where it was published',
        `not a possible wave (history.csv line 4); ${idRule}`,
        'score is not a number from 0 to 100 (history.csv line 4); write it with a point, as 71.4',
        'a control character or line break in a source: R . (history.csv line 4); take it out',
        `not a possible wave: ../1 (history.csv line 5); ${idRule}`,
        'score is not a number from 0 to 100: 1e1 (history.csv line 5); write it with a point, as 71.4',
        'n is not a whole number above 0: 2e9 (history.csv line 5); write the number of ratings, or leave it empty',
        'se is not a number from 0 to 100: 101 (history.csv line 5); write it with a point, as 0.9, or leave it empty',
      ],
    ],
    [
      'names what is not there',
      [columns, '2001,satt,A,70,,,R', '2001,sat,C,70,,,R', '2001,sat,All,70,,,R', '2001,sat,bank,70,,,R'],
      [
        'unknown index: satt (history.csv line 2); did you mean sat?',
        'unknown company: C (history.csv line 3); known companies: A, B, all',
        'unknown company: All (history.csv line 4); did you mean all?',
        'unknown company: bank (history.csv line 5); known companies: A, B, all',
      ],
    ],
    [
      'has a score of a company outside its lifetime',
      [columns, '1999,sat,A,70,,,R', '2003,sat,B,70,,,R', '2004,sat,B,70,,,R'],
      [
        'scored in wave 1999, outside its lifetime (from 2000): A (history.csv line 2); mend valid_from and valid_to in companies.csv, or remove the row',
        'scored in wave 2004, outside its lifetime (until 2003): B (history.csv line 4); mend valid_from and valid_to in companies.csv, or remove the row',
      ],
    ],
    [
      'has two scores for one',
      [columns, '2001,sat,A,70,,,R', '', '2001,sat,A,71,,,S', '2024,sat,all,70,,,R'],
      [
        'the score stands twice: 2001, sat, A (history.csv line 4); it is on line 2 already; remove one',
        'a published score for a wave with answers: 2024, sat (history.csv line 5); the wave asks the index, so there would be two figures for one; remove the row',
      ],
    ],
    [
      'has a wave that no edition reaches',
      [columns, '2024b,sat,A,70,,,R', '2026,sat,A,70,,,R'],
      [
        'a wave after the last of the study: 2026 (history.csv line 3); an edition holds scores up to its own wave; the last is 2025, and names are put in natural order',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(mistakes(companies, undefined, { 'history.csv': `${lines.join('\n')}\n` })).toEqual(expected)
  })
  it('may hold scores of a wave that does not ask the index', () => {
    const row = (wave: number) => ({
      'study.yaml': later,
      'history.csv': `${columns}\n${wave},sat,A,70,,,R\n`,
    })
    expect(mistakes(companies, undefined, row(2026))).toEqual([])
    expect(mistakes(companies, undefined, row(2025))).toHaveLength(1)
  })
  it('does not complain of what mistakes in study.yaml hide', () => {
    const faulty = study.replace('sat: { items: [a] }', 'sat: { itmes: [a] }')
    const past = { 'history.csv': `${columns}\n2001,sat,A,70,,,R\n2001,sta,A,x,,,R\n` }
    expect(
      mistakes(companies, undefined, { 'study.yaml': faulty, ...past }).filter((line) =>
        /history/.test(line),
      ),
    ).toEqual([
      'score is not a number from 0 to 100: x (history.csv line 3); write it with a point, as 71.4',
      'unknown index: sta (history.csv line 3); did you mean sat?',
    ])
  })
  it('is in order of time, in which a wave of the study keeps its place', () => {
    const files: Record<string, string> = {
      'study.yaml': later,
      'companies.csv': companies,
      'history.csv': `${columns}\n${[2024.5, 2001, 1999, 2026].map((wave) => `${wave},sat,all,70,,,R`).join('\n')}\n`,
    }
    expect(loadStudy((name) => files[name]).timeline).toEqual([
      '1999',
      '2001',
      '2024',
      '2024.5',
      '2025',
      '2026',
    ])
  })
})
