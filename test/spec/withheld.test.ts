import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import type { Tables } from '../../pipeline/tables.ts'
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

describe('a withheld company cannot be worked out by subtraction', () => {
  const publics = (tables: Tables) =>
    tables.net_promoter.filter((row) => row.published && row.company_id !== 'all')
  const all = (tables: Tables) => tables.net_promoter.find((row) => row.company_id === 'all')
  const register = { a: 'x,true', b: 'x,true', z: 'x,true', y: 'x,true' }

  it('where it is the only one of its industry: it is left out', async () => {
    const tables = await computed(
      study(ratingsOf({ a: 40, b: 33, z: 8 }, one), { aggregate: 'ratings' }, register),
    )
    const shown = publics(tables)
    expect(shown.map((row) => row.company_id)).toEqual(['a', 'b'])
    expect(all(tables)?.n).toBe(40 + 33)
    const rest = (all(tables)?.nps ?? 0) * 73 - shown.reduce((sum, row) => sum + row.n * (row.nps ?? 0), 0)
    expect(rest).toBeCloseTo(0, 9)
    const industry = tables.scores.find((row) => row.level === 'industry')
    expect(industry?.n).toBe(73)
    expect(tables.quality[0]?.n_valid).toBe(73)
  })

  it('where two of them reach the minimum together: they are in', async () => {
    const tables = await computed(
      study(ratingsOf({ a: 40, y: 12, z: 8 }, one), { aggregate: 'ratings' }, register),
    )
    expect(all(tables)?.n).toBe(60)
    expect(tables.quality[0]?.n_valid).toBe(60)
  })

  it('where two of them stay below it together: they are left out', async () => {
    const tables = await computed(
      study(ratingsOf({ a: 40, y: 11, z: 8 }, one), { aggregate: 'ratings' }, register),
    )
    expect(all(tables)?.n).toBe(40)
  })

  it('says so where no company of an industry is shown', async () => {
    const tables = await computed(
      study(ratingsOf({ a: 19, b: 19 }, one), { aggregate: 'companies' }, register),
    )
    const industry = tables.scores.find((row) => row.level === 'industry')
    expect(industry).toMatchObject({ n: 38, score: null, published: false, reason: 'no_company_shown' })
  })
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
