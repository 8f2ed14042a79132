import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { computed, waveResults } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

type Answer = readonly [company: string, kind: string, answer: number]

/** A study of one question on 0-10, one rating a person; `least`: ratings that a figure needs. */
const study = (answers: readonly Answer[], segments: object, more: object = {}, least = 4): string =>
  folderWith({
    'study.yaml': stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'T' }, licence: 'CC0-1.0', languages: ['en'] },
      items: { rec: { text: 'rec', scale: { min: 0, max: 10 } } },
      indices: { one: { items: ['rec'] } },
      segments,
      publication: { minimum_n: least, minimum_shown: least, minimum_segment_n: least },
      waves: { '2025': { file: 'raw.csv', columns: { respondent: 'r', company: 'c', kind: 'k' } } },
      ...more,
    }),
    'companies.csv': 'company_id,name,industry\na,A,x\nb,B,x\nc,C,y',
    'raw.csv': ['r,c,k,rec', ...answers.map((row, k) => [`p${k}`, ...row].join(','))].join('\n'),
  })

/** Half of the answers one below, half one above. */
const around = (company: string, kind: string, middle: number, count: number): Answer[] =>
  Array.from({ length: count }, (_, k) => [company, kind, middle + (k % 2 === 0 ? 1 : -1)] as const)

const kinds = { kind: { column: 'kind', categories: { u: 'U', v: 'V' } } }

describe('a category of a company', () => {
  // u: 10 × 5 ± 1, v: 20 × 7 ± 1, on 0-100: 50 and 70, each with s = 10
  const a = [...around('a', 'u', 5, 10), ...around('a', 'v', 7, 20)]
  // in its industry: u: 8 × 8 ± 1
  const b = [...around('b', 'u', 8, 8), ...around('b', 'v', 7, 20)]

  it('has a score, the others of the company and the same customers of the industry beside it', async () => {
    const { segments } = await computed(study([...a, ...b], kinds))
    const [u] = segments.filter((row) => row.entity_id === 'a')
    expect(u).toMatchObject({ category: 'u', n: 10, score: 50, df: 9, published: true, reason: null })
    expect(u).toMatchObject({ n_rest: 20, difference_from_rest: expect.closeTo(-20, 9), difference_df: 9 })
    expect(u).toMatchObject({
      industry_n: 8,
      difference_from_industry: expect.closeTo(-30, 9),
      industry_df: 7,
    })
    // one stratum of 58 people: c = 58/57; each person of u is 10 points from its mean: V = c · 10 · (10/10)² = 10.175
    expect(u?.se).toBeCloseTo(Math.sqrt((58 / 57) * 10), 9)
    // of v: c · 20 · (10/20)² = 5.088; of u in b: c · 8 · (10/8)² = 12.719
    expect(u?.difference_se).toBeCloseTo(Math.sqrt((58 / 57) * (10 + 5)), 9)
    expect(u?.industry_se).toBeCloseTo(Math.sqrt((58 / 57) * (10 + 12.5)), 9)
    expect([u?.verdict, u?.served]).toEqual(['lower', 'worse'])
  })

  it('pools industries and all', async () => {
    const { segments } = await computed(study([...a, ...b, ...around('c', 'v', 2, 9)], kinds))
    const of = (level: string, id: string) =>
      segments
        .filter((row) => row.level === level && row.entity_id === id)
        .map(({ n, score, companies }) => [n, score, companies])
    // (10 · 50 + 8 · 80) / 18, (20 · 70 + 20 · 70) / 40
    expect(of('industry', 'x')).toEqual([
      [18, expect.closeTo(1140 / 18, 9), 2],
      [40, expect.closeTo(70, 9), 2],
    ])
    // v of c: answers 3, 1, 3, … (five and four): 19/9 on 0-10
    expect(of('all', 'all')[1]).toEqual([49, expect.closeTo((40 * 70 + 190) / 49, 9), 3])
  })

  it('counts into the share of customers served worse', async () => {
    const { served_worse } = await computed(study([...a, ...b], kinds))
    expect(
      served_worse.map(({ company_id, compared, worse, better, share_worse, share_better }) => [
        company_id,
        compared,
        worse,
        better,
        share_worse,
        share_better,
      ]),
    ).toEqual([
      ['a', 2, 'u', '', expect.closeTo(100 / 3, 9), 0],
      ['b', 2, '', 'u', 0, expect.closeTo(800 / 28, 9)],
    ])
  })

  it('has a place among those with enough ratings in it', async () => {
    const { segments } = await computed(study([...a, ...b, ...around('c', 'u', 3, 20)], kinds))
    expect(
      segments
        .filter((row) => row.category === 'u' && row.level === 'company')
        .map(({ entity_id, rank, rank_low, rank_high, rank_in_industry }) => [
          entity_id,
          rank,
          rank_low,
          rank_high,
          rank_in_industry,
        ]),
    ).toEqual([
      ['a', 2, 2, 2, 2],
      ['b', 1, 1, 1, 1],
      ['c', 3, 3, 3, 1],
    ])
  })
})

describe('a withheld category', () => {
  it('has no n, and takes the next smallest along', async () => {
    const answers = [...around('a', 'u', 5, 3), ...around('a', 'v', 7, 20), ...around('a', 'w', 6, 30)]
    const three = { kind: { column: 'kind', categories: { u: 'U', v: 'V', w: 'W' } } }
    const { segments } = await computed(study(answers, three))
    expect(
      segments
        .filter(({ level }) => level === 'company')
        .map(({ category, n, score, reason }) => [category, n, score, reason]),
    ).toEqual([
      ['u', null, null, 'too_few_ratings'],
      ['v', null, null, 'would_reveal_others'],
      ['w', 30, 60, null],
    ])
  })

  it('of blank cells and other values is hidden behind a shown one', async () => {
    const answers = [
      ...around('a', 'u', 5, 20),
      ...around('a', 'v', 7, 30),
      ...around('a', '', 6, 2),
      ...around('a', '9', 6, 1),
    ]
    const { segments } = await computed(study(answers, kinds))
    expect(segments.filter(({ level }) => level === 'company').map(({ n }) => n)).toEqual([null, 30])
  })
})

describe('categories that the contract does not name', () => {
  const open = { kind: { column: 'kind' } }

  it('are the values that enough ratings have, in natural order', async () => {
    const answers = [...around('a', '10', 5, 20), ...around('a', '9', 7, 30), ...around('a', 'rare', 6, 3)]
    const { segments } = await computed(study(answers, open))
    expect([...new Set(segments.map(({ category }) => category))]).toEqual(['9', '10'])
  })

  it('are the groups of a variable', async () => {
    const answers = [...around('a', '20', 5, 20), ...around('a', '40', 7, 30)]
    const variables = { kind: { groups: { young: [0, 29], old: [30, 99] } } }
    const { segments } = await computed(study(answers, open, { variables }))
    expect(
      segments.filter(({ level }) => level === 'company').map(({ category, n }) => [category, n]),
    ).toEqual([
      ['young', 20],
      ['old', 30],
    ])
  })

  it('may not be more than fifty', async () => {
    const answers = Array.from({ length: 51 }, (_, k) => around('a', `v${k}`, 5, 4)).flat()
    const folder = study(answers, open)
    const [wave] = await waveResults(folder)
    expect(wave?.tables.segments).toEqual([])
    expect(wave?.tables.scores.length).toBeGreaterThan(0)
  })
})

it('names that attack SQL are categories like others', async () => {
  const name = `'); drop table ratings; --`
  const answers = [...around('a', 'x', 5, 20), ...around('a', 'y', 7, 30)]
  const { segments } = await computed(
    study(answers, { kind: { column: 'kind', categories: { [name]: 'N', x: 'X', y: 'Y' } } }),
  )
  expect(segments.filter(({ level }) => level === 'company').map(({ category, n }) => [category, n])).toEqual(
    [
      [name, null],
      ['x', 20],
      ['y', 30],
    ],
  )
})
