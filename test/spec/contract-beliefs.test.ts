/** The file of beliefs: what the real loader says of each mistake in it. */
import { describe, expect, it } from 'vitest'
import { loadStudy } from '../../pipeline/contract/load.ts'
import { mistakesIn, toldOf } from '../support/mistakes.ts'

const beliefs =
  'beliefs: { scale: { min: 1, max: 10 }, superior: 9, indices: { sat: { items: [b1, b2], priority: p1 } }, touchpoints: { web: { intended: i_web } } }'
const study = `id: s
title: T
publisher: { name: P }
licence: CC0
items: { a: { text: A, scale: { min: 1, max: 10 } }, b: { text: B, scale: { min: 1, max: 10 } } }
indices: { sat: { items: [a] } }
touchpoints: { web: { expected: a, experienced: b } }
waves:
  2024: { file: f.csv, columns: { respondent: r, company: c } }
  2025: { file: g.csv, columns: { respondent: r, company: c } }
`
const companies = 'company_id,name,industry,codes,valid_to\nalfa,Alfa,bank,11,\nbeta,Beta,bank,12,2024\n'
const header = 'wave,company_id,role,b1,b2,p1,i_web'

const filesOf = (lines: readonly string[] | undefined, contract = beliefs, name = 'beliefs.csv') => ({
  'study.yaml': `${study}${contract}\n`,
  'companies.csv': companies,
  ...(lines === undefined ? {} : { [name]: `${lines.join('\n')}\n` }),
})

describe('the file of beliefs', () => {
  it.each<[name: string, lines: string[] | undefined, expected: string[]]>([
    ['is right', [header, '2024,alfa,manager,1,10,5,7', '2025,alfa,Ærlig & <b>,10.0,,,'], []],
    ['may have columns that nobody asks for, twice', [`${header},note,note,`, '2024,alfa,a,1,1,1,1,,,'], []],
    ['may hold nobody', [header], []],
    [
      'is missing',
      undefined,
      [
        'the file of beliefs is missing: beliefs.csv (study.yaml line 11); write it with the columns wave,company_id,role,b1,b2,p1,i_web, or take beliefs out',
      ],
    ],
    ['is empty', [''], ['the file is empty (beliefs.csv); its first row is wave,company_id,role']],
    [
      'has semicolons',
      [header.replaceAll(',', ';')],
      [
        'columns are not separated by commas: wave;company_id;role;b1;b2;p1;i_web (beliefs.csv line 1); save beliefs.csv as comma-separated',
      ],
    ],
    [
      'lacks columns',
      ['wave,company,rolle,b1,b_2,prio,i_web,b1', '2024,alfa,manager,1,1,1,1,1'],
      [
        'beliefs.indices.sat.items number 2 names a column that beliefs.csv does not have: b2 (study.yaml line 11); did you mean b_2?',
        'beliefs.indices.sat.priority names a column that beliefs.csv does not have: p1 (study.yaml line 11); known columns: company, rolle, b1, b_2, prio, i_web',
        'the column stands twice: b1 (beliefs.csv line 1); remove one of them',
        'missing column: company_id (beliefs.csv line 1); is it company? rename it: the first row of beliefs.csv must name wave, company_id, role',
        'missing column: role (beliefs.csv line 1); is it rolle? rename it: the first row of beliefs.csv must name wave, company_id, role',
      ],
    ],
    [
      'names what is not there',
      [
        header,
        '2023,alfa,manager,1,,,',
        '2024,alfaa,manager,1,,,',
        '2024,11,manager,1,,,',
        '2025,beta,manager,1,,,',
        ',,manager,1,,,',
        '2023,alfa,manager,1,,,',
        '2023,alfa,manager,1,,,',
      ],
      [
        'unknown wave: 2023 (beliefs.csv line 2); did you mean 2024? (and 2 more like this)',
        'unknown company: alfaa (beliefs.csv line 3); did you mean alfa?',
        'unknown company: 11 (beliefs.csv line 4); known companies: alfa, beta',
        'asked in wave 2025, outside its lifetime (until 2024): beta (beliefs.csv line 5); mend valid_from and valid_to in companies.csv, or remove its rows',
        'unknown wave (beliefs.csv line 6); known waves: 2024, 2025',
        'unknown company (beliefs.csv line 6); known companies: alfa, beta',
      ],
    ],
    [
      'has roles that cannot be told apart',
      [
        header,
        '2024,alfa,manager,1,,,',
        '2024,alfa,,1,,,',
        '2024,alfa,All,1,,,',
        '2024,alfa,"a\tb",1,,,',
        '2024,alfa,Manager,1,,,',
        '2024,alfa,__proto__,1,,,',
      ],
      [
        'a person without a role (beliefs.csv line 3); name the role, as manager, or one for all',
        'a role named all: All (beliefs.csv line 4); all stands for all roles together',
        'a control character or line break in a role: a b (beliefs.csv line 5); take it out',
        'two roles differ only in capitals: Manager (beliefs.csv line 6); write manager as before, or rename one',
      ],
    ],
    [
      'has answers that are none',
      [
        header,
        '2024,alfa,manager,0,11,4.5,99',
        '2024,alfa,manager,x,"7,0",1e1,99',
        '2024,alfa,manager,1,1,-,99',
      ],
      [
        'b1 is not a whole number from 1 to 10: 0 (beliefs.csv line 2); mend it or beliefs.scale; an empty cell is no answer',
        'b2 is not a whole number from 1 to 10: 11 (beliefs.csv line 2); mend it or beliefs.scale; an empty cell is no answer',
        'p1 is not a whole number from 1 to 10: 4.5 (beliefs.csv line 2); mend it or beliefs.scale; an empty cell is no answer',
        'i_web is not a whole number from 1 to 10: 99 (beliefs.csv line 2); mend it or beliefs.scale; an empty cell is no answer (and 2 more like this)',
        'b1 is not a whole number from 1 to 10: x (beliefs.csv line 3); mend it or beliefs.scale; an empty cell is no answer',
        'b2 is not a whole number from 1 to 10: 7,0 (beliefs.csv line 3); mend it or beliefs.scale; an empty cell is no answer',
        'p1 is not a whole number from 1 to 10: 1e1 (beliefs.csv line 3); mend it or beliefs.scale; an empty cell is no answer',
        'p1 is not a whole number from 1 to 10: - (beliefs.csv line 4); mend it or beliefs.scale; an empty cell is no answer',
      ],
    ],
    [
      'has a line too short',
      [header, '2024,alfa,manager,1'],
      [
        'the row has another number of values than the header: 4 instead of 7 (beliefs.csv line 2); put quotes around values that hold a comma',
      ],
    ],
  ])('%s', (_, lines, expected) => {
    expect(toldOf(filesOf(lines))).toEqual(expected)
  })

  it('says how often a mistake was found', () => {
    const lines = [header, ...Array.from({ length: 500 }, () => '2024,alfa,manager,11,,,')]
    expect(mistakesIn(filesOf(lines))).toMatchObject([{ value: '11', times: 500 }])
  })

  it('comes after the other files, with all mistakes of all of them at once', () => {
    const files = filesOf([header, '2024,alfa,all,1,,,'])
    const told = toldOf({ ...files, 'companies.csv': `${companies}alfa,Again,bank,,\n` })
    expect(told.map((line) => /\w+\.csv line \d/.exec(line)?.[0])).toEqual([
      'companies.csv line 4',
      'beliefs.csv line 2',
    ])
  })

  it('is not judged by what mistakes in study.yaml hide', () => {
    const told = (contract: string) => {
      const files = filesOf([header, '2026,alfa,manager,1,,,'], contract)
      const waves = '  2025: {'
      return toldOf({
        ...files,
        'study.yaml': files['study.yaml'].replace(waves, `  2026: { fiel: h.csv }\n${waves}`),
      }).filter((line) => /beliefs/.test(line))
    }
    expect(told(beliefs)).toEqual([])
    expect(told(beliefs.replace('superior', 'superiour'))).toEqual([
      'unknown key in beliefs: superiour (study.yaml line 12); did you mean superior?',
    ])
  })

  it.each([
    '../beliefs.csv',
    'a/../../beliefs.csv',
    '/etc/passwd',
    'C:\\beliefs.csv',
    'a\\..\\..\\beliefs.csv',
    '..',
    '.',
  ])('is never read outside the folder: %s', (file) => {
    const asked: string[] = []
    const files: Record<string, string> = filesOf(undefined, `${beliefs.slice(0, -2)}, file: '${file}' }`)
    const load = () =>
      loadStudy((name) => {
        asked.push(name)
        return files[name]
      })
    expect(load).toThrow(
      `beliefs.file lies outside the study folder: ${file} (study.yaml line 11); name a file inside it, without ..`,
    )
    expect(asked).not.toContain(file)
  })

  it('may have another name, in a folder below', () => {
    const named = `${beliefs.slice(0, -2)}, file: own/../own/Tro.csv }`
    const files: Record<string, string> = filesOf([header, '2024,alfa,a,1,,,'], named, 'own/../own/Tro.csv')
    expect(loadStudy((name) => files[name]).beliefs).toHaveLength(1)
    expect(toldOf(filesOf([header, '2024,alfa,a,0,,,'], named, 'own/../own/Tro.csv'))).toEqual([
      'b1 is not a whole number from 1 to 10: 0 (own/../own/Tro.csv line 2); mend it or beliefs.scale; an empty cell is no answer',
    ])
  })

  it('is told of where study.yaml does not name it', () => {
    const of = (contract: string) => {
      const files: Record<string, string> = { ...filesOf(['x'], contract), 'tro.csv': `${header}\n` }
      return loadStudy((name) => files[name]).not_yet_computed.filter((line) => /beliefs/.test(line))
    }
    const told = ['beliefs.csv: not read: no beliefs in study.yaml name it']
    expect(of('')).toEqual(told)
    expect(of(`${beliefs.slice(0, -2)}, file: tro.csv }`)).toEqual(told)
  })

  it('has a column for each thing', () => {
    const contract =
      'beliefs: { scale: { min: 1, max: 10 }, indices: { sat: { items: [b1, b1], priority: b1 } } }'
    expect(toldOf(filesOf([header], contract))).toEqual([
      'beliefs.indices.sat.items names one twice: b1 (study.yaml line 11); remove one of them',
      'beliefs.indices.sat: the belief and its priority are one column: b1 (study.yaml line 11); each is a question of its own',
    ])
  })
})
