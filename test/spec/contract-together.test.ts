import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { toldOf } from '../support/mistakes.ts'

const study = `id: s
title: { nb: T, en: T }
publisher: { name: P }
licence: CC0
languages: [nb, en]
items:
  a: { text: A, scale: { min: 1, max: 10 } }
  b: { text: B, scale: { min: 1, max: 10 } }
indices:
  sat: { items: [a, b] }
waves:
  spring: { file: f.csv, fieldwork: [2025-04-01, 2025-04-30], columns: { respondent: r, company: c } }
  autumn: { file: g.csv, fieldwork: [2025-10-01, 2025-10-31], columns: { respondent: r, company: c } }
`
const companies = 'company_id,name,industry,valid_from,valid_to\nA,Alfa,bank,spring,autumn\n'
const industries = 'industry_id,name_nb,name_en\nbank,Bank,Bank\n'

const mistakes = (yaml: string, inCompanies = companies, inIndustries = industries): string[] =>
  toldOf({ 'study.yaml': yaml, 'companies.csv': inCompanies, 'industries.csv': inIndustries })

const changed = (...changes: [from: string, to: string][]): string =>
  changes.reduce((yaml, [from, to]) => {
    expect(yaml).toContain(from)
    return yaml.replace(from, to)
  }, study)

describe('mistakes of every sort, told at once', () => {
  it('of keys, of names, of companies and of industries', () => {
    const yaml = changed(
      ['licence:', 'license:'],
      ['{ items: [a, b] }', '{ items: [a, bb] }'],
      ['text: B,', 'text: B, reverse: perhaps,'],
    )
    expect(
      mistakes(
        yaml,
        'company_id,name,industry,valid_from,valid_to\nA,,bank,autumn,spring\nB,Beta,bnk,,\n',
        'industry_id,name_nb,name_sv\nbank,Bank,Bank\n',
      ),
    ).toEqual([
      'unknown key: license (study.yaml line 4); did you mean licence?',
      'items.b.reverse must be true or false: perhaps (study.yaml line 8); reverse: true where a high answer is bad',
      'indices.sat.items names an unknown item: bb (study.yaml line 10); known items: a, b',
      'a company without a name: A (companies.csv line 2); fill in the column name',
      'valid_from comes after valid_to: autumn to spring (companies.csv line 2); write the first wave under valid_from',
      'unknown column: name_sv (industries.csv line 1); the languages in study.yaml are nb, en',
    ])
    expect(mistakes(study, 'company_id,name,industry\nA,Alfa,bnk\n')).toEqual([
      'unknown industry: bnk (companies.csv line 2); did you mean bank?',
    ])
  })
  it('with the nearest name, though it is faulty itself', () => {
    expect(
      mistakes(changed(['max: 10 } }\nindices', 'max: x } }\nindices'], ['[a, b]', '[a, b_]'])).slice(1),
    ).toEqual(['indices.sat.items names an unknown item: b_ (study.yaml line 10); known items: a, b'])
  })
  it('of registers, though study.yaml is not even YAML', () => {
    expect(
      mistakes(
        'id: [',
        'company_id,name,industry,valid_from,valid_to\nA,,bank,spring,autumn\n',
        'industry_id,name_nb\nall,Bank\n',
      ),
    ).toEqual([
      expect.stringMatching(/^not valid YAML: /),
      'a company without a name: A (companies.csv line 2); fill in the column name',
      'unknown industry: bank (companies.csv line 2); known industries in industries.csv: all',
      expect.stringMatching(/^not a possible industry_id: all \(industries.csv line 2\)/),
    ])
  })
})

describe('mistakes that only follow from another are not told', () => {
  it.each<[name: string, changes: [from: string, to: string][], told: string]>([
    ['an item that is faulty', [['max: 10 } }\nindices', 'max: x } }\nindices']], 'items.b.scale.max'],
    ['a key that is misspelt', [['items:\n', 'item:\n']], 'unknown key: item'],
    ['languages that are no list', [['languages: [nb, en]', 'languages: nb']], 'languages must be a list'],
    ['languages by another name', [['languages:', 'sprachen:']], 'unknown key: sprachen'],
    [
      'a wave that is faulty',
      [['fieldwork: [2025-04-01', 'fieldwork: [2025-04-31']],
      'waves.spring.fieldwork',
    ],
    [
      'a missing code that is faulty',
      [
        ['text: A,', 'text: A, missing: { 97: dontknow },'],
        ['r, company: c } }', 'r, company: c }, values: { a: { None: 97 } } }'],
      ],
      'items.a.missing.97',
    ],
    [
      'a limit by another name',
      [['waves:', 'publication: { minimum_n: 20, minimum_show: 10 }\nwaves:']],
      'unknown key in publication: minimum_show',
    ],
    [
      'a column that is faulty',
      [['r, company: c } }', 'r, company: c }, items: { a: [], b: a } }']],
      'waves.spring.items.a',
    ],
    ['slots that are faulty', [['company: c } }', 'company: "c{slot}" }, slots: 3 }']], 'waves.spring.slots'],
    [
      'a wave without columns',
      [
        [', columns: { respondent: r, company: c } }', ' }'],
        ['waves:', 'segments: { age: { column: age } }\nwaves:'],
      ],
      'waves.spring.columns is missing',
    ],
  ])('%s', (_, changes, told) => {
    expect(mistakes(changed(...changes))).toEqual([expect.stringContaining(told)])
  })

  const example: Record<string, Record<string, unknown>> = parse(
    readFileSync(new URL('example/study.yaml', import.meta.url), 'utf8'),
  )
  const registers = (name: string): string =>
    readFileSync(new URL(`example/${name}`, import.meta.url), 'utf8')
  const parts = ['items', 'indices', 'touchpoints', 'weighting', 'design', 'publication', 'waves', 'model']
  it.each(parts)('any one key of %s in the example that is empty', (part) => {
    for (const key of Object.keys(example[part] ?? {})) {
      const yaml = stringify({ ...example, [part]: { ...example[part], [key]: null } })
      const told = toldOf({
        'study.yaml': yaml,
        ...Object.fromEntries(
          ['companies.csv', 'industries.csv', 'targets.csv', 'beliefs.csv'].map((name) => [
            name,
            registers(name),
          ]),
        ),
      })
      expect(told).toEqual([expect.stringContaining(`${part}.${key} must be`)])
    }
  })
})

describe('the lifetime of a company', () => {
  const lives = (from: string, to: string): string =>
    `company_id,name,industry,valid_from,valid_to\nA,Alfa,bank,${from},${to}\n`
  it('follows the time order of the waves, not their names', () => {
    expect(mistakes(study, lives('spring', 'autumn'))).toEqual([])
    expect(mistakes(study, lives('autumn', 'spring'))).toEqual([
      'valid_from comes after valid_to: autumn to spring (companies.csv line 2); write the first wave under valid_from',
    ])
  })
  it('follows the natural order of names that are no waves', () => {
    expect(mistakes(study, lives('w2', 'w10'))).toEqual([])
    expect(mistakes(study, lives('w10', 'w2'))).toHaveLength(1)
  })
})
