import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { openDatabase } from '../../pipeline/db.ts'
import type { Ask } from '../../pipeline/init/ask.ts'
import type { Draft } from '../../pipeline/init/draft.ts'
import { init } from '../../pipeline/init/init.ts'
import { waveIn } from '../../pipeline/init/names.ts'
import { type Candidate, correlations } from '../../pipeline/init/sample.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { folderWith } from '../support/folder.ts'

const lines = (...rows: readonly (readonly unknown[])[]): string =>
  `${rows.map((row) => row.join()).join('\n')}\n`
const people = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** What init makes of raw files, and the folder it wrote. */
async function started(files: Readonly<Record<string, string>>, ask?: Ask) {
  const raw = folderWith(files)
  const out = join(folderWith({}), 'study')
  const world = realWorld(silent)
  try {
    const paths = Object.keys(files).map((name) => join(raw, name))
    return { out, ...(await init(world, paths, out, ask)) }
  } finally {
    world.close()
  }
}

const drafted = async (files: Readonly<Record<string, string>>): Promise<Draft> =>
  (await started(files)).draft

const itemsIn = ({ items }: Draft) =>
  items.map(({ id, scale, missing }) => [
    id,
    `${scale.min.value}-${scale.max.value}`,
    Object.fromEntries(
      [...missing].map(([code, { value, todo }]) => [code, todo === true ? `TODO ${value}` : value]),
    ),
  ])

const columnsIn = ({ waves }: Draft) =>
  waves.map(({ columns }) =>
    Object.fromEntries(
      [...columns].map(([role, { value, todo }]) => [role, todo === true ? `TODO ${value}` : value]),
    ),
  )

/** Three questions answered by mood, from `low` to `high`, and what `other` makes of the first. */
function moods(
  low: number,
  high: number,
  other: (i: number, answer: number) => unknown = (_, answer) => answer,
): string {
  const steps = high - low + 1
  const near = (i: number, place: number) =>
    Math.min(high, Math.max(low, low + (i % steps) + (Math.floor(i / steps / 3 ** place) % 3) - 1))
  return lines(
    ['id', 'bank', 'alpha', 'beta', 'gamma'],
    ...people(81 * steps).map((i) => [
      `r${i}`,
      i % 2 === 0 ? 'North' : 'South',
      other(i, near(i, 0)),
      near(i, 1),
      near(i, 2),
    ]),
  )
}

describe('the wave in a file name', () => {
  it.each([
    ['sfo_2017.csv', '2017'],
    ['2025.csv.gz', '2025'],
    ['kunder-2024-Q3 endelig.parquet', '2024-q3'],
    ['wave_12.csv', '12'],
    ['bolge3.csv', '3'],
    ['2024-05-answers.csv', '2024-05'],
    ['answers.csv', undefined],
    ['2010_2017.csv', undefined],
    ['respondents12345.csv', undefined],
  ])('%s → %s', (file, wave) => {
    expect(waveIn(file)?.id).toBe(wave)
  })
})

describe('roles', () => {
  it('come from names and from what the columns hold', async () => {
    const rows = people(60).map((i) => [
      `x${i >> 1}`,
      i % 2,
      (0.5 + (i >> 1) / 30).toFixed(2),
      `s${(i >> 1) % 3}`,
      20 + (i >> 1),
      'MF'[(i >> 1) % 2],
      1 + (i % 5),
    ])
    const text = lines(['RESPNUM', 'Merke', 'Vekt', 'Kilde', 'Alder', 'Kjønn', 'q1'], ...rows)
    const draft = await drafted({ '2025.csv': text })
    expect(columnsIn(draft)).toEqual([
      {
        respondent: 'RESPNUM',
        company: 'Merke',
        weight: 'Vekt',
        stratum: 'Kilde',
        age: 'Alder',
        gender: 'Kjønn',
      },
    ])
    expect(draft.waves[0]?.columns.get('respondent')?.why).toBe(
      '30 different values in 60 rows, never blank; rows per value 2',
    )
    expect(
      draft.segments.map(({ id, groups }) => [id, groups === undefined ? 'as written' : 'groups']),
    ).toEqual([
      ['age', 'groups'],
      ['gender', 'as written'],
    ])
  })

  it('wait for a decision where check would refuse them, with the reason', async () => {
    const rows = people(40).map((i) => [
      i >> 1,
      'AB'[i % 2],
      i === 7 ? 2.5 : 1.5,
      i === 3 ? '' : 's',
      1 + (i % 7),
      1 + (i % 7),
    ])
    const [wave] = (
      await drafted({
        '2025.csv': lines(['id', 'bank', 'weight', 'stratum', 'a1', 'a2'], ...rows, [0, 'A', 1.5, 't', 3, 4]),
      })
    ).waves
    expect(wave?.columns.get('respondent')).toMatchObject({
      todo: true,
      why: expect.stringContaining('1 row repeat a respondent and company'),
    })
    expect(wave?.columns.get('weight')).toMatchObject({
      todo: true,
      why: expect.stringContaining('1 respondent with two weights'),
    })
    expect(wave?.columns.get('stratum')).toMatchObject({
      todo: true,
      why: expect.stringContaining('blank in 1 row'),
    })
  })

  it('are named TODO where no column fits', async () => {
    const { draft, todos } = await started({ '2025.csv': lines(['q1', 'q2'], [1, 2], [5, 5], [1, 5]) })
    expect(columnsIn(draft)).toEqual([{ respondent: 'TODO ', company: 'TODO ' }])
    expect(todos.map(({ what }) => what)).toContain('waves: 2025: columns: company: TODO')
  })
})

describe('scales and codes', () => {
  const codes =
    (every: number, ...values: readonly unknown[]) =>
    (i: number, answer: number) =>
      i % every === 0 ? values[(i / every) % values.length] : answer
  it.each<[string, string, string, object]>([
    [
      '1-10 with the usual codes',
      moods(1, 10, codes(9, 97, 98, 99)),
      '1-10',
      { 97: 'not_applicable', 98: 'dont_know', 99: 'refused' },
    ],
    ['0-10', moods(0, 10), '0-10', {}],
    ['1-7 with a 9', moods(1, 7, codes(10, 9)), '1-7', { 9: 'TODO dont_know' }],
    ['1-5 with 99 alone', moods(1, 5, codes(10, 99)), '1-5', { 99: 'TODO refused' }],
    ['1-5 with -1', moods(1, 5, codes(10, -1)), '1-5', { '-1': 'TODO not_asked' }],
    [
      '1-5 with words',
      moods(1, 5, codes(10, 'Vet ikke', 'Refused', 'N/A')),
      '1-5',
      { 'Vet ikke': 'dont_know', Refused: 'refused', 'N/A': 'not_applicable' },
    ],
    [
      'a 6 given in every mood: a code beside 1-5',
      moods(1, 5, codes(4, 6)),
      '1-5',
      { 6: 'TODO not_applicable' },
    ],
    ['a 6 given in the best mood: the top of 1-6', moods(1, 6), '1-6', {}],
    ['a 0 given in every mood: a code beside 1-5', moods(1, 5, codes(4, 0)), '1-5', { 0: 'TODO not_asked' }],
    ['a 0 given in the worst mood: the foot of 0-5', moods(0, 5), '0-5', {}],
  ])('%s', async (_, text, scale, missing) => {
    const draft = await drafted({ '2025.csv': text })
    expect(itemsIn(draft).map(([id, range]) => [id, range])).toEqual(
      ['alpha', 'beta', 'gamma'].map((id) => [id, scale]),
    )
    expect(itemsIn(draft)[0]?.[2]).toEqual(missing)
  })

  it('are numbers behind words, with the words as they were written', async () => {
    const word = (i: number, answer: number) =>
      answer === 10 ? '10 Svært fornøyd' : answer === 1 ? 'Very bad (1)' : i % 50 === 3 ? 'Vet ikke' : answer
    const draft = await drafted({ '2025.csv': moods(1, 10, word) })
    expect(itemsIn(draft)[0]).toEqual(['alpha', '1-10', { 'Vet ikke': 'dont_know' }])
    expect([...(draft.waves[0]?.values.get('alpha') ?? [])].sort()).toEqual([
      ['10 Svært fornøyd', '10'],
      ['Very bad (1)', '1'],
    ])
  })

  it('wait for a decision where nobody gave the highest answer', async () => {
    const rows = people(10).map((i) => [i, 'A', 6 + (i % 3), 6 + (i % 2)])
    const { items } = await drafted({ '2025.csv': lines(['id', 'bank', 'sat1', 'sat2'], ...rows) })
    expect(items[0]?.scale.max).toMatchObject({
      value: 10,
      todo: true,
      why: 'the highest answer given is 8, the lowest 6',
    })
  })
})

it('sees how answers go together, blanks left out, and nothing where few answered both', async () => {
  const db = await openDatabase(folderWith({}), { memory: '1GB' })
  await db.run(`create table sampled as select
    i % 5 + 1 as a0, 5 - i % 5 as a1, 3 as a2, case when i < 20 then i % 5 + 1 end as a3, i // 5 % 5 + 1 as a4,
    case when i < 50 then i % 5 + 1 else 98 end as a5 from range(100) r(i)`)
  const range = { min: 1, max: 5, codes: [], edges: [] }
  const nothing = { column: {}, answers: {}, range } as unknown as Candidate
  const matrix = await correlations(
    db,
    Array.from({ length: 6 }, () => nothing),
  )
  db.close()
  const rounded = matrix.map((row) => row.map((r) => Number(r.toFixed(6))))
  const [all, half] = [0.8, Number((1 - 2 / Math.sqrt(50)).toFixed(6))]
  expect(rounded).toEqual([
    [0, all, 0, 0, 0, half],
    [all, 0, 0, 0, 0, half],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 0, 0],
    [half, half, 0, 0, 0, 0],
  ])
})

describe('columns that are no questions', () => {
  it('are listed with what they hold, and not proposed', async () => {
    const rows = people(300).map((i) => {
      const mood = 1 + (i % 5)
      return [
        i,
        'AB'[i % 2],
        mood,
        Math.min(5, mood + (i % 2)),
        Math.max(1, mood - (i % 2)),
        1 + ((i * 7 + (i >> 3)) % 4),
        `0${i % 9}:30`,
        i % 3 === 0 ? 'fine' : '',
      ]
    })
    const draft = await drafted({
      '2025.csv': lines(['id', 'bank', 'a', 'b', 'c', 'terminal', 'gate_time', 'comment'], ...rows),
    })
    expect(draft.items.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(draft.waves[0]?.unused).toEqual([
      'terminal: 1: 75, 2: 75, 3: 75, 4: 75',
      'gate_time: 9 different values, such as 00:30',
      'comment: fine: 100, 67% blank',
    ])
  })
})

it('no questions at all are still to decide', async () => {
  const { todos } = await started({
    '2025.csv': lines(['id', 'bank', 'comment'], ...people(9).map((i) => [i, 'AB'[i % 2], `text ${i}`])),
  })
  expect(todos.map(({ what }) => what)).toEqual(expect.arrayContaining(['items: TODO', 'indices: TODO']))
})

it('tells no value that one person may have given', async () => {
  const { out } = await started({
    '2025.csv': lines(
      ['id', 'bank', 'a1', 'a2', 'mail', 'phone', 'said'],
      ...people(300).map((i) => [
        i,
        'AB'[i % 2],
        1 + (i % 7),
        1 + (i % 7),
        `p${i}@example.org`,
        40_000_000 + i,
        i === 7 ? 'my name is Kari' : 'no',
      ]),
    ),
  })
  const text = readFileSync(join(out, 'study.yaml'), 'utf8')
  expect(text).toContain('# mail: 300 different values\n')
  expect(text).toContain('# phone: 300 different values, numbers\n')
  expect(text).toContain('# said: 2 different values, such as no\n')
  expect(text).not.toContain('Kari')
})

describe('how a file is laid out', () => {
  it('three header rows: names, texts, import ids', async () => {
    const ids = ['a', 'b', 'c', 'd'].map((id) => `"{""ImportId"":""QID_${id}""}"`)
    const rows = people(8).map((i) => [`R_${i}`, 'AB'[i % 2], 1 + (i % 7), 7 - (i % 7)])
    const draft = await drafted({
      '2025.csv': lines(
        ['ResponseId', 'brand', 'sat1', 'sat2'],
        ['Response ID', 'Which brand?', '"How satisfied, all in all?"', 'How near?'],
        ids,
        ...rows,
      ),
    })
    expect(draft.waves[0]?.csv.header_rows?.value).toBe(3)
    expect(draft.items.map(({ text }) => text)).toEqual([
      { value: 'How satisfied, all in all?' },
      { value: 'How near?' },
    ])
  })

  it('two header rows, told by texts above numbers', async () => {
    const rows = people(20).map((i) => [i, 'AB'[i % 2], 1 + (i % 7), 7 - (i % 7), 1 + (i % 7)])
    const draft = await drafted({
      '2025.csv': lines(
        ['id', 'brand', 'q1', 'q2', 'q3'],
        ['Number', 'Brand', 'How good?', 'How near?', 'How fast?'],
        ...rows,
      ),
    })
    expect(draft.waves[0]?.csv.header_rows?.value).toBe(2)
    expect(draft.items.map(({ text }) => text.value)).toEqual(['How good?', 'How near?', 'How fast?'])
  })

  it('a first row that answers nothing is no header', async () => {
    const rows = people(20).map((i) => [i, 'AB'[i % 2], 1 + (i % 7), 7 - (i % 7), 1 + (i % 7)])
    const draft = await drafted({
      '2025.csv': lines(
        ['id', 'brand', 'q1', 'q2', 'q3'],
        ['x', 'A', 'Vet ikke', 'Vet ikke', 'Vet ikke'],
        ...rows,
      ),
    })
    expect(draft.waves[0]?.csv).toEqual({})
  })

  it('ratings side by side become slots', async () => {
    const rows = people(30).map((i) => [
      i,
      'A',
      1 + (i % 7),
      1 + (i % 5),
      ...(i % 3 === 0 ? ['', '', ''] : ['B', 7 - (i % 7), 1 + (i % 6)]),
    ])
    const draft = await drafted({
      '2025.csv': lines(['id', 'company_1', 'sat1_1', 'sat2_1', 'company_2', 'sat1_2', 'sat2_2'], ...rows),
    })
    const [wave] = draft.waves
    expect(wave?.slots?.names).toEqual(['1', '2'])
    expect(columnsIn(draft)).toEqual([{ respondent: 'id', company: 'company_{slot}' }])
    expect([...(wave?.items ?? [])].map(([id, { value }]) => [id, value])).toEqual([
      ['sat1', 'sat1_{slot}'],
      ['sat2', 'sat2_{slot}'],
    ])
    expect(draft.companies.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('a column of years in a single file becomes waves', async () => {
    const rows = people(40).map((i) => [
      i,
      i % 2 === 0 ? 2024 : 2025,
      'AB'[(i >> 1) % 2],
      1 + (i % 7),
      1 + (i % 7),
    ])
    const { waves } = await drafted({ 'all.csv': lines(['id', 'year', 'bank', 'a1', 'a2'], ...rows) })
    expect(waves.map(({ id, rows: of }) => [id.value, of?.column, of?.equals])).toEqual([
      ['2024', 'year', '2024'],
      ['2025', 'year', '2025'],
    ])
  })

  it('several files of one year are one wave; semicolons and decimal commas are found', async () => {
    const rows = (from: number) =>
      people(10).map((i) => [from + i, 'AB'[i % 2], `1,${i}`, 1 + (i % 7)].join(';'))
    const file = (from: number) => ['id;bank;weight;q1', ...rows(from), ''].join('\n')
    const { waves } = await drafted({ '2025_web.csv': file(0), '2025_phone.csv': file(100) })
    expect(waves.map(({ files, csv }) => [files, csv.decimal?.value])).toEqual([
      [['2025_phone.csv', '2025_web.csv'], ','],
    ])
  })
})

describe('several waves', () => {
  const wave = (names: readonly string[], answer: (i: number, k: number) => unknown): string =>
    lines(
      ['id', 'bank', ...names],
      ...people(210).map((i) => [i, 'AB'[i % 2], ...names.map((_, k) => answer(i, k))]),
    )
  const mood = (i: number, k: number) => Math.min(10, Math.max(1, 1 + (i % 10) + ((i * (k + 2)) % 3) - 1))
  const itemsOf = ({ waves }: Draft) =>
    waves.map(({ items }) =>
      Object.fromEntries(
        [...items].map(([id, { value, todo }]) => [id, todo === true ? `TODO ${value}` : value]),
      ),
    )

  it('one name is one item; what is missing is null; capitals are told, likeness waits', async () => {
    const draft = await drafted({
      '2024.csv': wave(['overall', 'NEAR', 'q7_expectations'], mood),
      '2025.csv': wave(['overall', 'near', 'q9_expectation', 'fast'], mood),
    })
    expect(draft.items.map(({ id }) => id)).toEqual(['overall', 'near', 'q9_expectation', 'fast'])
    expect(itemsOf(draft)).toEqual([{ near: 'NEAR', q9_expectation: 'TODO q7_expectations', fast: null }, {}])
    expect(draft.waves[0]?.items.get('near')?.why).toBe('the name differs in capitals or signs only')
  })

  it('bare numbers are matched by place and answers, named by the wave that says more, and wait', async () => {
    const draft = await drafted({
      '2024.csv': wave(['q1', 'q2', 'q3'], mood),
      '2025.csv': wave(['overall', 'near', 'fast'], mood),
    })
    expect(itemsOf(draft)).toEqual([{ overall: 'TODO q1', near: 'TODO q2', fast: 'TODO q3' }, {}])
  })

  it('one name on two scales is two items', async () => {
    const half = (i: number, k: number) => Math.ceil(mood(i, k) / 2)
    const draft = await drafted({
      '2024.csv': wave(['overall', 'near', 'fast'], half),
      '2025.csv': wave(['overall', 'near', 'fast'], mood),
    })
    expect(draft.items).toHaveLength(6)
    expect(
      draft.waves.map(({ items }) => [...items.values()].filter(({ value }) => value === null).length),
    ).toEqual([3, 3])
  })

  it('the same texts as the stratum of another wave are the stratum, when somebody says so', async () => {
    const rows = (name: string) =>
      lines(
        ['id', 'bank', name, 'a1', 'a2'],
        ...people(40).map((i) => [
          i,
          'AB'[i % 2],
          ['East', 'West', 'North'][i % 3],
          1 + (i % 7),
          1 + (i % 7),
        ]),
      )
    const draft = await drafted({ '2024.csv': rows('stratum'), '2025.csv': rows('landsdel') })
    expect(columnsIn(draft)[1]).toEqual({ respondent: 'id', company: 'bank', stratum: 'TODO landsdel' })
  })
})

describe('companies', () => {
  const rated = (names: readonly string[]): string =>
    lines(
      ['id', 'bank', 'a1', 'a2'],
      ...people(names.length * 5).map((i) => [
        i,
        `"${(names[i % names.length] ?? '').replaceAll('"', '""')}"`,
        1 + (i % 7),
        1 + (i % 7),
      ]),
    )

  it('values that differ in capitals or blanks are one', async () => {
    const { companies } = await drafted({
      '2025.csv': rated(['Nord Bank', 'NORD BANK', 'nord  bank', 'NORD BANK', 'Sør Bank']),
    })
    expect(companies.map(({ id, name, codes }) => [id, name.value, codes])).toEqual([
      ['nord-bank', 'NORD BANK', ['NORD BANK', 'nord  bank']],
      ['sor-bank', 'Sør Bank', ['Sør Bank']],
    ])
  })

  it('numbers hold in their wave, and their names wait', async () => {
    const { companies } = await drafted({ '2024.csv': rated(['28', '9']), '2025.csv': rated(['28', '7']) })
    expect(companies.map(({ id, name, codes }) => [id, name.todo, codes])).toEqual([
      ['c7', true, ['2025:7']],
      ['c9', true, ['2024:9']],
      ['c28', true, ['2024:28', '2025:28']],
    ])
  })

  it('values that no cell can hold are recoded in the wave', async () => {
    const { companies, waves } = await drafted({ '2025.csv': rated(['a|b', '=cmd()', '2025:x', 'Plain']) })
    expect(companies.map(({ id, codes }) => [id, codes])).toEqual([
      ['2025-x', []],
      ['cmd', []],
      ['a-b', []],
      ['plain', []],
    ])
    expect(Object.fromEntries(waves[0]?.values.get('company') ?? [])).toEqual({
      '2025:x': '2025-x',
      '=cmd()': 'cmd',
      'a|b': 'a-b',
    })
  })

  it('have the industry that a column gives each of them', async () => {
    const rows = people(20).map((i) => [
      i,
      'ABC'[i % 3],
      i % 3 === 2 ? 'Kraft & strøm' : 'Bank',
      1 + (i % 7),
      1 + (i % 7),
    ])
    const { companies, industries } = await drafted({
      '2025.csv': lines(['id', 'company', 'bransje', 'a1', 'a2'], ...rows),
    })
    expect(companies.map(({ industry }) => industry.value)).toEqual(['bank', 'bank', 'kraft-strom'])
    expect(industries).toEqual([
      { id: 'bank', name: 'Bank' },
      { id: 'kraft-strom', name: 'Kraft & strøm' },
    ])
  })
})

describe('indices', () => {
  const asked = (names: readonly string[], low = 1): string =>
    lines(
      ['id', 'bank', ...names],
      ...people(110).map((i) => [i, 'AB'[i % 2], ...names.map(() => low + (i % (11 - low)))]),
    )
  it.each<[string[], Record<string, string[]>]>([
    [
      ['sat1', 'sat2', 'loy1', 'loy2', 'image'],
      { satisfaction: ['sat1', 'sat2'], loyalty: ['loy1', 'loy2'] },
    ],
    [['tilf_alt', 'tilf_forv', 'x'], { satisfaction: ['tilf_alt', 'tilf_forv'] }],
    [['good', 'near', 'fast', 'kind'], { satisfaction: ['good', 'near', 'fast'] }],
  ])('of %j', async (names, indices) => {
    const draft = await drafted({ '2025.csv': asked(names) })
    expect(Object.fromEntries(draft.indices.map(({ id, items }) => [id, items]))).toEqual(indices)
  })

  it('leave out what is asked as expected and experienced, and the question whether they recommend', async () => {
    const draft = await drafted({ '2025.csv': asked(['sat1', 'sat2', 'exp_web', 'per_web', 'recommend'], 0) })
    expect(draft.indices.map(({ id }) => id)).toEqual(['satisfaction'])
    expect(draft.touchpoints).toEqual([{ id: 'web', expected: 'exp_web', experienced: 'per_web' }])
    expect(draft.net_promoter).toEqual({ value: 'recommend', why: 'its name, and the scale 0-10' })
  })
})

describe('a person who is asked', () => {
  const file = { 'answers.csv': moods(1, 5, (i, answer) => (i % 4 === 0 ? 6 : answer)) }
  const patient = (answers: Readonly<Record<string, string | string[]>>, heard: string[] = []): Ask => {
    const answer = (question: string): string | string[] | undefined => {
      heard.push(question)
      return Object.entries(answers).find(([part]) => question.includes(part))?.[1]
    }
    return {
      text: async (question, initial) => String(answer(question) ?? initial),
      one: async (question, _, initial) => String(answer(question) ?? initial),
      some: async (question, _, initial) => [answer(question) ?? [...initial]].flat(),
    }
  }

  it('decides waves, columns, questions and codes', async () => {
    const heard: string[] = []
    const ask = patient(
      {
        'Which wave': '2026',
        'questions on a scale': ['alpha', 'gamma'],
        called: 'Banks',
        publishes: 'Us',
        'What does it mean': 'refused',
      },
      heard,
    )
    const { draft, todos } = await started(file, ask)
    expect(draft.waves.map(({ id }) => id)).toEqual([{ value: '2026' }])
    expect(itemsIn(draft)).toEqual([
      ['alpha', '1-5', { 6: 'refused' }],
      ['gamma', '1-5', { 6: 'refused' }],
    ])
    expect([draft.title.value, draft.publisher.value, draft.licence.value]).toEqual([
      'Banks',
      'Us',
      'CC-BY-4.0',
    ])
    expect(todos.map(({ what }) => what.replace(/.*TODO/, 'TODO')).sort()).toEqual([
      'TODO Satisfaction',
      'TODO alpha',
      'TODO gamma',
      'TODO industry',
      'TODO industry',
    ])
    expect(heard.filter((question) => question.includes('What does it mean'))).toHaveLength(1)
  })

  it('may leave everything as guessed', async () => {
    const { out: asked } = await started(
      { '2025.csv': file['answers.csv'] },
      patient({ 'What does it mean': 'later', 'Which licence': '' }),
    )
    const { out: alone } = await started({ '2025.csv': file['answers.csv'] })
    const read = (out: string) => parse(readFileSync(join(out, 'study.yaml'), 'utf8'))
    expect({ ...read(asked), licence: '' }).toEqual({ ...read(alone), licence: '' })
  })

  it('who breaks off leaves nothing behind', async () => {
    const out = join(folderWith({}), 'study')
    const world = realWorld(silent)
    const stop = async () => {
      throw new Error('broken off')
    }
    const raw = folderWith(file)
    await expect(
      init(world, [join(raw, 'answers.csv')], out, { text: stop, one: stop, some: stop }),
    ).rejects.toThrow('broken off')
    world.close()
    expect(existsSync(out)).toBe(false)
  })
})
