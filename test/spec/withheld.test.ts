import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { countedTogether } from '../../pipeline/show.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

type Rating = [respondent: string, company: string, weight: number, answer: number]

/** A study of one question on 0-10; `sizes` ratings per company, one respondent each. */
function ratingsOf(sizes: Readonly<Record<string, number>>, weight: (company: string) => number): Rating[] {
  return Object.entries(sizes).flatMap(([company, size]) =>
    Array.from(
      { length: size },
      (_, k): Rating => [`${company}${k}`, company, weight(company), (k * 7 + size) % 11],
    ),
  )
}

function study(
  ratings: readonly Rating[],
  publication: object,
  companies: Readonly<Record<string, string>>,
): string {
  return folderWith({
    'study.yaml': stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'T' }, licence: 'CC0-1.0', languages: ['en'] },
      items: { rec: { text: 'rec', scale: { min: 0, max: 10 }, missing: { 98: 'dont_know' } } },
      indices: { one: { items: ['rec'] } },
      net_promoter: { item: 'rec' },
      publication: { minimum_n: 30, minimum_shown: 20, minimum_segment_n: 20, ...publication },
      waves: {
        '2025': { file: 'raw.csv', columns: { respondent: 'r', company: 'c', weight: 'w' } },
      },
    }),
    'companies.csv': [
      'company_id,name,industry,publish',
      ...Object.entries(companies).map(([id, rest]) => `${id},${id},${rest}`),
    ].join('\n'),
    'raw.csv': ['r,c,w,rec', ...ratings.map((row) => row.join(','))].join('\n'),
  })
}

const one = (company: string) => (company === '' ? 0 : 1)

it('says so where no company of an industry is shown', async () => {
  const tables = await computed(
    study(ratingsOf({ a: 19, b: 19 }, one), { aggregate: 'companies' }, { a: 'x,true', b: 'x,true' }),
  )
  const industry = tables.scores.find((row) => row.level === 'industry')
  expect(industry).toMatchObject({ n: 38, score: null, published: false, reason: 'no_company_shown' })
})

it('an unpublished company that stands first in the register is in no table', async () => {
  const register = { secret: 'x,false', a: 'x,true', b: 'x,true' }
  const tables = await computed(
    study(ratingsOf({ secret: 50, a: 40, b: 33 }, one), { aggregate: 'ratings' }, register),
  )
  expect(JSON.stringify(tables)).not.toContain('secret')
  expect(tables.scores.find((row) => row.level === 'all')?.n).toBe(73)
  expect(tables.waves[0]).toMatchObject({ respondents: 123, ratings: 73 })
})

it('the weights of other companies do not move a standard error', async () => {
  const sizes = { a: 60, b: 40 }
  const register = { a: 'x,true', b: 'x,true' }
  const light = await computed(
    study(
      ratingsOf(sizes, (id) => (id === 'a' ? 1.1 : 1)),
      {},
      register,
    ),
  )
  const heavy = await computed(
    study(
      ratingsOf(sizes, (id) => (id === 'a' ? 1.1 : 9000)),
      {},
      register,
    ),
  )
  const [before, after] = [light, heavy].map((tables) => tables.scores.find((row) => row.entity_id === 'a'))
  expect(before?.se).toBeGreaterThan(1)
  expect((after?.se ?? 0) / (before?.se ?? 1)).toBeCloseTo(1, 9)
  expect((after?.n_effective ?? 0) / (before?.n_effective ?? 1)).toBeCloseTo(1, 9)
})

describe('a pooled group', () => {
  const member = (id: string, published: boolean, ...bases: number[]) => ({ id, published, bases })
  const counted = (...members: ReturnType<typeof member>[]) =>
    countedTogether(30, members).map(({ id }) => id)

  it('does not count one withheld member, who would be what is left beside the others', () => {
    expect(counted(member('a', true, 90), member('b', false, 29))).toEqual(['a'])
    expect(counted(member('b', false, 29))).toEqual([])
  })

  it('counts two or more who are enough together', () => {
    expect(counted(member('a', true, 90), member('b', false, 29), member('c', false, 1))).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(counted(member('a', true, 90), member('b', false, 20), member('c', false, 9))).toEqual(['a'])
    // Nobody rated c: what is left would be b alone.
    expect(counted(member('a', true, 90), member('b', false, 40), member('c', false, 0))).toEqual(['a'])
  })

  it('looks at each count by itself', () => {
    expect(counted(member('b', false, 80, 4), member('c', false, 70, 25))).toEqual([])
    expect(counted(member('b', false, 80, 4), member('c', false, 70, 26))).toEqual(['b', 'c'])
  })
})
