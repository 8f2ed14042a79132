import { describe, expect, it } from 'vitest'
import { toldOf } from '../support/mistakes.ts'

const study = `id: s
title: T
publisher: { name: P }
licence: CC0
languages: [nb, en]
items:
  a: { text: A, scale: { min: 1, max: 10 } }
  b: { text: B, scale: { min: 1, max: 10 } }
  rec: { text: R, scale: { min: 0, max: 10 } }
indices:
  sat: { items: [a, b] }
waves:
  2025:
    file: f.csv
    columns: { respondent: r, company: c, weight: w, age: age, sex: s }
    items: { a: q1 }
`
const registers = 'company_id,name,industry\nA,Alfa,bank\n'
const idRule =
  'an id has letters a-z, digits, _ and - (and . but not first), at most 64 of them, and is not all, BLANK or a reserved word such as constructor'
const roles = 'known roles under columns of the waves: respondent, company, weight, age, sex'

const mistakes = (yaml: string | undefined, companies: string | undefined = registers): string[] =>
  toldOf({ 'study.yaml': yaml, 'companies.csv': companies })

function changed(from: string, to: string): string {
  expect(study).toContain(from)
  return study.replace(from, to)
}

const changes: [name: string, from: string, to: string, expected: string[]][] = [
  ['nothing', 'id: s', 'id: s', []],
  [
    'an unknown key',
    '{ items: [a, b] }',
    '{ items: [a, b], min_item: 1 }',
    ['unknown key in indices.sat: min_item (study.yaml line 11); did you mean min_items?'],
  ],
  [
    'an unknown key near no other',
    '{ name: P }',
    '{ name: P, telephone: 1 }',
    ['unknown key in publisher: telephone (study.yaml line 3); known keys: name, url, contact'],
  ],
  [
    'a misspelt required key, not missing as well',
    'indices:',
    'indexes:',
    ['unknown key: indexes (study.yaml line 10); did you mean indices?'],
  ],
  [
    'a missing key',
    'licence: CC0\n',
    '',
    [
      'licence is missing (study.yaml); add licence: the licence of the published data, for example CC-BY-4.0',
    ],
  ],
  [
    'a misspelt role',
    'respondent: r',
    'respondant: r',
    [
      'waves.2025.columns.respondent is missing (study.yaml line 15); did you write respondant for respondent?',
    ],
  ],
  [
    'a wrong type',
    'min: 0',
    'min: zero',
    [
      'items.rec.scale.min must be a number: zero (study.yaml line 9); min: the lowest answer, a whole number',
    ],
  ],
  [
    'a scale that is not whole',
    'min: 0',
    'min: 0.5',
    [
      'items.rec.scale.min must be a whole number: 0.5 (study.yaml line 9); min: the lowest answer, a whole number',
    ],
  ],
  [
    'an empty value',
    'scale: { min: 0, max: 10 }',
    'scale:',
    [
      'items.rec.scale must be keys with values, and is empty (study.yaml line 9); scale: the lowest and the highest answer: { min: 1, max: 10 }',
    ],
  ],
  [
    'a list for a text',
    'title: T',
    'title: [T]',
    [
      'title must be a text, or one text per language, not a list (study.yaml line 2); title: the name of the study',
    ],
  ],
  [
    'an empty text',
    'title: T',
    'title: " "',
    ['title must not be empty:   (study.yaml line 2); title: the name of the study'],
  ],
  [
    'a number for a text in a language',
    'title: T',
    'title: { en: 5 }',
    ['title.en must be a text: 5 (study.yaml line 2); title: the name of the study'],
  ],
  [
    'an unknown language',
    'text: R',
    'text: { nb: R, eng: R }',
    ['items.rec.text names an unknown language: eng (study.yaml line 9); did you mean en?'],
  ],
  [
    'an unknown language for a half of an experiment',
    'title: T',
    'title: T\nexperiments: { order: { column: half, categories: { a: { eng: First } } } }',
    ['experiments.order.categories.a names an unknown language: eng (study.yaml line 3); did you mean en?'],
  ],
  [
    'a scale upside down',
    'min: 0, max: 10',
    'min: 10, max: 0',
    [
      'items.rec.scale: max must be more than min: 10 to 0 (study.yaml line 9); write the lowest and the highest answer: { min: 1, max: 10 }',
    ],
  ],
  [
    'missing codes inside the scale',
    'text: R,',
    'text: R, missing: { 97: dont_know, 0: refused, "10": refused, "": not_asked },',
    [
      'items.rec.missing: a code inside the scale: 0 (study.yaml line 9); 0-10 are answers; take the code out, or correct the scale',
      'items.rec.missing: a code inside the scale: 10 (study.yaml line 9); 0-10 are answers; take the code out, or correct the scale',
      'items.rec.missing: an empty code (study.yaml line 9); write BLANK for the empty value',
    ],
  ],
  [
    'an unknown kind of missing',
    'text: R,',
    'text: R, missing: { 97: dontknow },',
    [
      'items.rec.missing.97 must be dont_know or refused or not_asked or not_applicable: dontknow (study.yaml line 9); did you mean dont_know?',
    ],
  ],
  [
    'an unsafe id',
    '  rec:',
    '  ../rec:',
    [`items: not a possible key: ../rec (study.yaml line 9); ${idRule}`],
  ],
  ['a reserved id', '  rec:', '  All:', [`items: not a possible key: All (study.yaml line 9); ${idRule}`]],
  [
    'an id that starts with a point',
    'id: s',
    'id: .s',
    [`id is not well formed: .s (study.yaml line 1); ${idRule}`],
  ],
  [
    'an id that is too long',
    '  rec:',
    `  ${'r'.repeat(65)}:`,
    [`items: not a possible key: ${'r'.repeat(65)} (study.yaml line 9); ${idRule}`],
  ],
  [
    'ids that differ in capitals only',
    '  rec:',
    '  A:',
    [
      'items: two ids differ only in capitals: A (study.yaml line 9); a is there already, and both become file names; rename one',
    ],
  ],
  [
    'an index without items',
    '[a, b]',
    '[]',
    [
      'indices.sat.items must name at least one (study.yaml line 11); items: the items the index is made of, in a list',
    ],
  ],
  [
    'unknown and repeated items',
    '[a, b]',
    '[a, toString, a, rek]',
    [
      'indices.sat.items names an unknown item: toString (study.yaml line 11); known items: a, b, rec',
      'indices.sat names an item twice: a (study.yaml line 11); remove one of them',
      'indices.sat.items names an unknown item: rek (study.yaml line 11); did you mean rec?',
    ],
  ],
  [
    'weights of other items',
    '[a, b] }',
    '[a, b], weights: { a: 1, rec: 2 } }',
    [
      'indices.sat.weights names an unknown item of the index: rec (study.yaml line 11); known items of the index: a, b',
      'indices.sat.weights lacks items of the index: b (study.yaml line 11); give every item of the index a weight, or none',
    ],
  ],
  [
    'a weight of zero',
    '[a, b] }',
    '[a, b], weights: { a: 1, b: 0 } }',
    [
      'indices.sat.weights.b must be more than 0: 0 (study.yaml line 11); weights: the weight of each item: { sat_overall: 0.5, sat_expect: 0.5 }; default: all equal',
    ],
  ],
  [
    'min_items above the number of items',
    '[a, b] }',
    '[a, b], min_items: 3, base_period: [2024] }',
    [
      'indices.sat.min_items is more than the index has items: 3 (study.yaml line 11); it has 2',
      'indices.sat.base_period names an unknown wave: 2024 (study.yaml line 11); did you mean 2025?',
    ],
  ],
  [
    'no index at all',
    '  sat: { items: [a, b] }',
    '  {}',
    ['indices must name at least one (study.yaml line 10); write one index below it'],
  ],
  [
    'a day that does not exist',
    'file: f.csv',
    'file: f.csv\n    fieldwork: [2025-02-30, 2025-03-01]',
    [
      'waves.2025.fieldwork number 1 is not well formed: 2025-02-30 (study.yaml line 15); write a day that exists, as 2025-01-31',
    ],
  ],
  [
    'fieldwork backwards',
    'file: f.csv',
    'file: f.csv\n    fieldwork: [2025-03-02, 2025-03-01]',
    [
      'waves.2025.fieldwork ends before it begins: 2025-03-02 to 2025-03-01 (study.yaml line 15); write the first day first',
    ],
  ],
  [
    'fieldwork of one day',
    'file: f.csv',
    'file: f.csv\n    fieldwork: [2025-03-02]',
    [
      'waves.2025.fieldwork must have 2 entries (study.yaml line 15); fieldwork: first and last day: [2025-01-10, 2025-03-02]',
    ],
  ],
  [
    'an empty list of files',
    'file: f.csv',
    'file: []',
    [
      'waves.2025.file must name at least one (study.yaml line 14); file: the file of answers, or a list of files: .csv .csv.gz .parquet .arrow .sav .zsav .xlsx .json',
    ],
  ],
  [
    'an unknown item in a wave',
    '{ a: q1 }',
    '{ a: q1, rex: q2 }',
    ['waves.2025.items names an unknown item: rex (study.yaml line 16); did you mean rec?'],
  ],
  [
    'two items on one column, one of them by default',
    '{ a: q1 }',
    '{ a: b }',
    [
      'waves.2025.items: two items read one column: b (study.yaml line 16); a and b both do; name the right column of each, or null where it was not asked',
    ],
  ],
  [
    'a role named as an item',
    'sex: s',
    'Rec: s',
    [
      'waves.2025.columns: a role with the name of an item: Rec (study.yaml line 15); columns of items go under items; give the role another name',
    ],
  ],
  [
    'one column for respondent and company',
    'respondent: r',
    'respondent: c',
    ['waves.2025.columns: respondent and company are one column: c (study.yaml line 15); each needs its own'],
  ],
  [
    'values of nobody, and off the scale',
    '    items: { a: q1 }',
    '    values:\n      sax: { 1: M }\n      a:\n        Good: 11\n        None: BLANK',
    [
      'waves.2025.values names an unknown role or item: sax (study.yaml line 17); did you mean sex?',
      'waves.2025.values.a: neither an answer nor a missing code: 11 (study.yaml line 19); the scale is 1-10; missing codes: BLANK',
    ],
  ],
  [
    '{slot} without slots',
    'company: c',
    'company: "c{slot}"',
    [
      'waves.2025: {slot} in a column name without slots: c{slot} (study.yaml line 13); write `slots: [1, 2, 3]` in the wave',
    ],
  ],
  [
    'slots without {slot}',
    'file: f.csv',
    'file: f.csv\n    slots: [1, 2, 2]',
    [
      'waves.2025.slots names one twice: 2 (study.yaml line 15); remove one of them',
      'waves.2025: slots, but one column for all companies: c (study.yaml line 16); write {slot} in the name of the company column',
    ],
  ],
  [
    'a wave named api',
    '  2025:',
    '  api:',
    [
      'waves: not a possible id: api (study.yaml line 13); the folder api of the site is taken; rename the wave',
    ],
  ],
  [
    'a quote that is not closed',
    'title: T',
    'title: "T',
    ['not valid YAML: a quote is opened and not closed (study.yaml line 2); close it, or take it out'],
  ],
  [
    'a tab',
    '  a: {',
    '\ta: {',
    ['not valid YAML: a tab as indentation (study.yaml line 7); indent with spaces'],
  ],
  [
    'a key that is a list',
    'id: s',
    '? [a]\n: s',
    ['not valid YAML: a key that is not plain text (study.yaml line 1); put quotes around it'],
  ],
  [
    'a tag',
    'title: T',
    'title: !wow T',
    ['not valid YAML: a text that starts with ! (study.yaml line 2); put quotes around it'],
  ],
  [
    'an alias of nothing',
    'title: T',
    'title: *T',
    [
      'not valid YAML: an alias of nothing: *T (study.yaml line 2); put quotes around it, or write the anchor &T above',
    ],
  ],
]

const additions: [name: string, added: string, expected: string[]][] = [
  [
    'a key that stands twice',
    'title: U\n',
    ['the key stands twice: title (study.yaml line 17); it stands on line 2 already; remove one of them'],
  ],
  [
    'a wave that stands twice, with and without quotes',
    '  "2025": {}\n',
    ['the key stands twice: 2025 (study.yaml line 17); it stands on line 13 already; remove one of them'],
  ],
  [
    'a key that no object can have',
    'segments: { __proto__: { column: age } }\n',
    ['not a possible key: __proto__ (study.yaml line 17); choose another name'],
  ],
  [
    'a second document',
    '---\nid: t\n',
    ['not valid YAML: more than one document (study.yaml line 17); remove the line with ---'],
  ],
  [
    'an item off the scale 0-10 for net_promoter',
    'net_promoter: { item: a }\n',
    [
      'net_promoter needs an item on the scale 0-10: a (study.yaml line 17); its scale is 1-10; name another item, or leave net_promoter out',
    ],
  ],
  [
    'an unknown item for net_promoter',
    'net_promoter: { item: rce }\n',
    ['net_promoter.item names an unknown item: rce (study.yaml line 17); did you mean rec?'],
  ],
  [
    'publication',
    'publication: { confidence: 95, minimum_n: 1.5, aggregate: company }\n',
    [
      'publication.minimum_n must be a whole number: 1.5 (study.yaml line 17); minimum_n: ratings a company needs to be ranked',
      'publication.aggregate must be companies or ratings: company (study.yaml line 17); did you mean companies?',
      'publication.confidence must be at most 0.9999: 95 (study.yaml line 17); confidence: the confidence of intervals and verdicts, from 0.5 to 0.9999',
    ],
  ],
  [
    'fewer ratings to be ranked than to be shown',
    'publication:\n  minimum_shown: 40\n  minimum_n: 39\n',
    [
      'publication.minimum_n is less than minimum_shown: 39 and 40 (study.yaml line 19); only a company that is shown can be ranked: raise minimum_n to 40, or lower minimum_shown',
    ],
  ],
  [
    'more ratings to be shown than the default to be ranked',
    'publication: { minimum_shown: 80 }\n',
    [
      'publication.minimum_n is less than minimum_shown: 75 and 80 (study.yaml line 17); only a company that is shown can be ranked: raise minimum_n to 80, or lower minimum_shown',
    ],
  ],
  [
    'no ratings at all',
    'publication: { minimum_n: 0, minimum_shown: 0, minimum_segment_n: -1 }\n',
    [
      'publication.minimum_n must be at least 1: 0 (study.yaml line 17); minimum_n: ratings a company needs to be ranked',
      'publication.minimum_shown must be at least 1: 0 (study.yaml line 17); minimum_shown: ratings a company needs to be shown at all',
      'publication.minimum_segment_n must be at least 1: -1 (study.yaml line 17); minimum_segment_n: ratings a segment or touchpoint needs to be shown',
    ],
  ],
  [
    'weighting and design',
    'weighting:\n  base: wieght\n  rake: [age, gender]\n  level: rating\n  trim: [5, 0.2]\ndesign: { cluster: household, strata: sx }\n',
    [
      'weighting.base names an unknown role: wieght (study.yaml line 18); did you mean weight?',
      `weighting.rake names an unknown role: gender (study.yaml line 19); ${roles}`,
      'targets.csv is missing, though weights are to be raked: age, gender (study.yaml line 19); write it beside study.yaml, with the columns wave,variable,category,share, or take rake out',
      'weighting.level rating forbids raking: age, gender (study.yaml line 20); raking works on respondents: write `level: respondent`, or take rake out',
      'weighting.level rating forbids trim (study.yaml line 21); it works on respondents: write `level: respondent`, or take trim out',
      'weighting.trim must hold the mean weight, 1, between its ends: 5 to 0.2 (study.yaml line 21); multiples of the mean weight, smallest first: [0.2, 5]',
      'design.strata names an unknown role: sx (study.yaml line 22); did you mean sex?',
      `design.cluster names an unknown role: household (study.yaml line 22); ${roles}`,
    ],
  ],
  [
    'combined with a share of all',
    'combined: { index: sat, with: sat, share: 1 }\n',
    [
      'combined.share must be less than 1: 1 (study.yaml line 17); share: the share of the index mixed in, between 0 and 1',
    ],
  ],
  [
    'combined, need_met and drivers',
    'combined: { index: sat, with: sat, share: 0.5 }\nneed_met: need\ndrivers: { outcome: sta, of: [sat, sat] }\n',
    [
      'combined mixes an index with itself: sat (study.yaml line 17); name another index',
      'need_met names an unknown item: need (study.yaml line 18); known items: a, b, rec',
      'drivers.outcome names an unknown index: sta (study.yaml line 19); did you mean sat?',
      'drivers.of names one twice: sat (study.yaml line 19); remove one of them',
    ],
  ],
  [
    'touchpoints and segments',
    'touchpoints:\n  web: { expected: rec, experienced: rec }\n  app: { expected: rec, experienced: x }\nsegments: { age: { column: aeg } }\n',
    [
      'touchpoints.web: expected and experienced are one item: rec (study.yaml line 18); each is a question of its own',
      'touchpoints.app.experienced names an unknown item: x (study.yaml line 19); known items: a, b, rec',
      'segments.age.column names an unknown role: aeg (study.yaml line 20); did you mean age?',
    ],
  ],
  [
    'a model with a misspelt key',
    'model: { constructs: { x: [a], y: [b] }, path: [[x, y]] }\n',
    ['unknown key in model: path (study.yaml line 17); did you mean paths?'],
  ],
  [
    'a model in a circle',
    'model:\n  constructs:\n    x: [a]\n    y: [b, a]\n  paths:\n    - [x, y]\n    - [y, z]\n    - [y, x]\n',
    [
      'model: an item in two places: a (study.yaml line 20); x has it already; an item belongs to one construct, once',
      'model.paths goes in a circle: x → y → x (study.yaml line 21); arrows lead from cause to effect; take one out',
      'model.paths names an unknown construct: z (study.yaml line 23); known constructs: x, y',
    ],
  ],
  [
    'an unknown ready-made model',
    'model: { name: esci, items: { x: [a] } }\n',
    ['model.name must be ecsi or acsi or ncsb or epsi: esci (study.yaml line 17); did you mean ecsi?'],
  ],
  [
    'beliefs',
    'beliefs: { scale: { min: 1, max: 5 }, superior: 9, indices: { stat: { items: [q] } }, touchpoints: { web: { intended: i } } }\n',
    [
      'beliefs.superior is off the scale: 9 (study.yaml line 17); the scale is 1-5',
      'beliefs.indices names an unknown index: stat (study.yaml line 17); did you mean sat?',
      'beliefs.touchpoints names an unknown touchpoint: web (study.yaml line 17); there are no touchpoints',
      'the file of beliefs is missing: beliefs.csv (study.yaml line 17); write it with the columns wave,company_id,role,q,i, or take beliefs out',
    ],
  ],
  [
    'variables',
    'variables:\n  age: { groups: { young: [18, 30], old: [30, 99], odd: [9, 1] } }\n  agee: { groups: {} }\n',
    [
      'variables.age: a group ends before it begins: odd (study.yaml line 18); write the lowest value first',
      'variables.age: two groups overlap: young and old (study.yaml line 18); a value belongs to one group',
      'variables names an unknown role: agee (study.yaml line 19); did you mean age?',
      'variables.agee has no groups (study.yaml line 19); write them as { "18-29": [18, 29] }',
    ],
  ],
]

describe('one mistake of study.yaml', () => {
  it.each(changes)('%s', (_, from, to, expected) => {
    expect(mistakes(changed(from, to))).toEqual(expected)
  })
  it.each(additions)('%s', (_, added, expected) => {
    expect(mistakes(study + added)).toEqual(expected)
  })
})

describe('many mistakes at once', () => {
  it('come by file and line', () => {
    const yaml = study
      .replace('text: A', 'txt: A')
      .replace('min: 0', 'min: zero')
      .replace('title: T', 'tilte: T')
      .replace('f.csv', '5')
    expect(mistakes(yaml, 'company_id,name,industry\nA,Alfa,bank\na,,bank\n')).toEqual([
      'unknown key: tilte (study.yaml line 2); did you mean title?',
      'unknown key in items.a: txt (study.yaml line 7); did you mean text?',
      'items.rec.scale.min must be a number: zero (study.yaml line 9); min: the lowest answer, a whole number',
      'waves.2025.file must be a text or a list: 5 (study.yaml line 14); file: the file of answers, or a list of files: .csv .csv.gz .parquet .arrow .sav .zsav .xlsx .json',
      'a company without a name: a (companies.csv line 3); fill in the column name',
      'the company_id stands twice: a (companies.csv line 3); it is on line 2 already (capitals do not count); rename or remove one',
    ])
  })
  it('ids that every object has are refused', () => {
    const yaml = study
      .replace('id: s', 'id: valueOf')
      .replace('  rec:', '  constructor:')
      .replace('  sat: {', '  toString: {')
      .replace('  2025:', '  __defineGetter__:')
      .replace('age: age', 'hasOwnProperty: age')
      .replace('[a, b]', '[a, constructor, toLocaleString]')
    expect(mistakes(yaml)).toEqual([
      `id is not well formed: valueOf (study.yaml line 1); ${idRule}`,
      `items: not a possible key: constructor (study.yaml line 9); ${idRule}`,
      `indices: not a possible key: toString (study.yaml line 11); ${idRule}`,
      `waves: not a possible key: __defineGetter__ (study.yaml line 13); ${idRule}`,
    ])
    expect(mistakes(changed('age: age', 'hasOwnProperty: age'))).toEqual([
      `waves.2025.columns: not a possible role: hasOwnProperty (study.yaml line 15); ${idRule}`,
    ])
    expect(mistakes(study, 'company_id,name,industry\n__proto__,Alfa,constructor\n')).toEqual([
      `not a possible company_id: __proto__ (companies.csv line 2); ${idRule}`,
      `not a possible industry: constructor (companies.csv line 2); ${idRule}; names go into industries.csv`,
    ])
  })
  it('include the missing files', () => {
    expect(mistakes(undefined)).toEqual([
      'study.yaml is missing; name a study folder, or write an example with `barometer simulate`',
    ])
  })
})

describe('hostile texts', () => {
  const bomb = `a: &a [${'x,'.repeat(9)}x]\n${[...'bcdefghij'].map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}x]`).join('\n')}\n`
  it.each([
    [
      'nothing',
      '',
      [
        'the file must be keys with values, and is empty (study.yaml); write keys and values, such as `id: my-study`',
      ],
    ],
    [
      'a list',
      '- a',
      [
        'the file must be keys with values, not a list (study.yaml); write keys and values, such as `id: my-study`',
      ],
    ],
    [
      'aliases of aliases',
      bomb,
      [
        'not valid YAML: too many aliases (study.yaml); write the texts out instead of *names that hold *names',
      ],
    ],
    [
      'a hundred thousand brackets',
      `a: ${'['.repeat(100_000)}`,
      ['not valid YAML: nested too deeply (study.yaml); write it with fewer levels'],
    ],
    [
      'a long file',
      'x'.repeat(4_000_001),
      ['the file is too long: 4000001 characters (study.yaml); at most 4000000'],
    ],
  ])('%s', (_, yaml, expected) => {
    expect(mistakes(yaml)).toEqual(expected)
  })
  it('ten thousand wrong items are told in time', { timeout: 5000 }, () => {
    const items = Array.from({ length: 10_000 }, (_, i) => `  k${i}: 1\n`).join('')
    expect(mistakes(study.replace('items:\n', `items:\n${items}`)).length).toBe(10_000)
  })
})
