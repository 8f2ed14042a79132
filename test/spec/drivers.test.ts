import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { uniforms } from '../../pipeline/stats/random.ts'
import type { DriverRow, Tables } from '../../pipeline/tables.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { toldOf } from '../support/mistakes.ts'

/** Answers 1-10 of one person about one company. */
interface Answers {
  company: string
  y: number
  x: readonly number[]
}

const names = (count: number) => Array.from({ length: count }, (_, j) => `x${j + 1}`)

function files(answers: readonly Answers[], p: number, more: object = {}, industryOf = (_: string) => 'i') {
  const ten = { text: 'Q', scale: { min: 1, max: 10 } }
  const items = ['y', ...names(p)]
  const companies = [...new Set(answers.map(({ company }) => company))]
  return {
    'study.yaml': stringify({
      ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', languages: ['en'] },
      items: Object.fromEntries(items.map((name) => [name, ten])),
      indices: Object.fromEntries(items.map((name) => [`of_${name}`, { items: [name] }])),
      drivers: { outcome: 'of_y', of: names(p).map((name) => `of_${name}`) },
      waves: { w: { file: 'raw.csv', columns: { respondent: 'id', company: 'company' } } },
      ...more,
    }),
    'companies.csv': [
      'company_id,name,industry,publish',
      ...companies.map((id) => `${id},${id},${industryOf(id)},${id !== 'secret'}`),
    ].join('\n'),
    'raw.csv': [
      ['id', 'company', ...items].join(),
      ...answers.map(({ company, y, x }, i) => [`r${i}`, company, y, ...x].join()),
    ].join('\n'),
  }
}

const tablesOf = (...given: Parameters<typeof files>): Promise<Tables> =>
  computed(folderWith(files(...given)))

/** `n` people about one company: drivers on 1-10, and an outcome that the first moves. */
function people(company: string, n: number, seed = 1, p = 2): Answers[] {
  const next = uniforms(seed, company)
  const answer = () => 3 + Math.floor(8 * next())
  return Array.from({ length: n }, () => {
    const x = names(p).map(answer)
    return { company, x, y: Math.min(10, Math.max(1, Math.round((x[0] ?? 0) / 2 + 3 * next() + 1))) }
  })
}

const rowsOf = ({ drivers }: Tables, level: DriverRow['level'], id?: string) =>
  drivers.filter((row) => row.level === level && (id === undefined || row.entity_id === id))
const standing = (rows: readonly DriverRow[]) => rows.map(({ published, reason }) => [published, reason])

describe('what is shown', () => {
  it('one company is its industry and everybody', async () => {
    const tables = await tablesOf(people('a', 200), 2)
    const [company, industry, all] = (['company', 'industry', 'all'] as const).map((level) =>
      rowsOf(tables, level),
    )
    for (const [j, row] of (company ?? []).entries())
      for (const key of [
        'n',
        'score',
        'se',
        'r2',
        'importance',
        'importance_se',
        'penalty',
        'penalty_se',
      ] as const) {
        expect(row[key], key).toBe(industry?.[j]?.[key])
        expect(row[key], key).toBe(all?.[j]?.[key])
      }
    expect(company?.map(({ importance }) => importance ?? 0).reduce((a, b) => a + b)).toBeCloseTo(1, 12)
    // Nobody to compare with; and forms are tested of industries and all.
    expect(company?.[0]).toMatchObject({ score_vs_rest: null, bend_p: null, lost_p_adjusted: null })
    expect(industry?.[0]?.lost_p_adjusted).not.toBeNull()
  })

  it('a driver that does not vary, and one that is the sum of others', async () => {
    const constant = people('a', 200).map((one) => ({ ...one, x: [one.x[0] ?? 0, 5] }))
    const tables = await tablesOf(constant, 2)
    // The company shows the score of the other driver; where nothing can be explained, the industry shows nothing.
    expect(standing(rowsOf(tables, 'company'))).toEqual([
      [true, null],
      [false, 'no_variation'],
    ])
    expect(rowsOf(tables, 'company')[0]).toMatchObject({ importance: null, penalty: null, slope_below: null })
    expect(standing(rowsOf(tables, 'industry'))).toEqual([
      [false, 'too_few_ratings'],
      [false, 'too_few_ratings'],
    ])
    const twins = people('a', 200).map((one) => ({ ...one, x: [one.x[0] ?? 0, 11 - (one.x[0] ?? 0)] }))
    const same = await tablesOf(twins, 2)
    expect(standing(rowsOf(same, 'industry'))).toEqual([
      [false, 'no_variation'],
      [false, 'no_variation'],
    ])
    expect(rowsOf(same, 'industry')[0]).toMatchObject({ score: null, kind: null, advice: null })
  })

  it('answers that are all alike', async () => {
    const alike = people('a', 200).map((one) => ({ ...one, y: 7, x: [7, 7] }))
    const { drivers, makes_up } = await tablesOf(alike, 2)
    expect(drivers).toHaveLength(6)
    expect(drivers.filter(({ published }) => published)).toEqual([])
    expect(makes_up).toEqual([])
  })

  it('few ratings: 30 for a company’s score, ten a coefficient for what is explained', async () => {
    const answers = [...people('a', 49), ...people('b', 29), ...people('secret', 300)]
    const tables = await tablesOf(answers, 2, {}, (id) => (id === 'a' ? 'i' : 'j'))
    // Five coefficients need 50 ratings; a has 49, and stands alone in its industry.
    expect(rowsOf(tables, 'company', 'a')[0]).toMatchObject({ n: 49, published: true, importance: null })
    expect(rowsOf(tables, 'industry', 'i')[0]).toMatchObject({ n: 49, published: false, score: null })
    // b is withheld alone: its industry would tell it. Nobody hears of the company that is not public.
    expect(rowsOf(tables, 'company', 'b')[0]).toMatchObject({ n: 29, published: false, score: null })
    expect(rowsOf(tables, 'industry', 'j')[0]).toMatchObject({ n: 0, published: false })
    expect(tables.drivers.some(({ entity_id }) => entity_id === 'secret')).toBe(false)
  })

  it('an end of fewer than 30 ratings shows no penalty', async () => {
    const high = people('a', 200).map((one, i) => {
      const first = i < 29 ? 4 : 7 + (i % 4)
      return { ...one, y: Math.min(10, first - 1 + (i % 3)), x: [first, one.x[1] ?? 0] }
    })
    expect(rowsOf(await tablesOf(high, 2), 'industry')[0]).toMatchObject({
      ...{ n_low: null, penalty: null, reward: null, lost: null, published: true },
      ...{ contrast_kind: 'none', contrast_reason: 'too_few', kind: 'not_interpretable', advice: 'none' },
      ...{ slope_below: expect.any(Number), importance: expect.any(Number) },
    })
  })
})

describe('what a wave asks', () => {
  const answers = people('a', 200)
  const wave = { file: 'raw.csv', columns: { respondent: 'id', company: 'company' } }

  it('a driver that was not asked is left out; without outcome or drivers there are no rows', async () => {
    const without = async (...items: string[]) => {
      const absent = Object.fromEntries(items.map((name) => [name, null]))
      const { drivers } = await tablesOf(answers, 2, { waves: { w: { ...wave, items: absent } } })
      return drivers.map(({ level, driver }) => `${level} ${driver}`)
    }
    expect(await without('x2')).toEqual(['company of_x1', 'industry of_x1', 'all of_x1'])
    expect(await without('y')).toEqual([])
    expect(await without('x1', 'x2')).toEqual([])
  })

  it('sixteen drivers are refused, by their line', () => {
    const [told, ...others] = toldOf(files(people('a', 1, 1, 16), 16))
    expect(others).toEqual([])
    expect(told).toMatch(/^drivers\.of names more than 15 indices: 16 \(study\.yaml line \d+\); every set/)
    expect(toldOf(files(people('a', 1, 1, 15), 15))).toEqual([])
  })
})

describe('sums', () => {
  const raw = (lines: readonly string[]) => ['id,company,weight,y,x1,x2', ...lines].join('\n')
  const wave = { file: 'raw.csv', columns: { respondent: 'id', company: 'company', weight: 'weight' } }
  const companies = Array.from({ length: 30 }, (_, k) => `c${k}`)

  /** `n` people who rate each of some companies. */
  function rated(n: number, some: readonly string[], weight: (i: number) => number): string[] {
    const next = uniforms(5, 'rated')
    return Array.from({ length: n }, (_, i) =>
      some.map((company) => {
        const [a, b] = [1 + Math.floor(10 * next()), 1 + Math.floor(10 * next())]
        return [
          `r${i}`,
          company,
          weight(i),
          Math.max(1, Math.min(10, Math.round((a + b) / 2 + 2 * next() - 1))),
          a,
          b,
        ].join()
      }),
    ).flat()
  }

  const tablesFrom = (lines: readonly string[], some: readonly string[]) => {
    const { 'study.yaml': contract } = files([], 2, { waves: { w: wave } })
    const register = ['company_id,name,industry', ...some.map((id, k) => `${id},${id},i${k % 3}`)].join('\n')
    return computed(folderWith({ 'study.yaml': contract, 'companies.csv': register, 'raw.csv': raw(lines) }))
  }

  it('people with thirty ratings each, one of whom weighs ten thousand times another', async () => {
    const lines = rated(60, companies, (i) => (i < 3 ? 1 : 1 / 9999))
    const { drivers } = await tablesFrom(lines, companies)
    expect(drivers.filter(({ level, published }) => level === 'all' && published)).toHaveLength(2)
  })

  it('the same to the last digit in another order of rows', async () => {
    const some = companies.slice(0, 6)
    const lines = rated(80, some, (i) => 0.7 + (i % 7) / 3)
    const [forth, back] = [await tablesFrom(lines, some), await tablesFrom([...lines].reverse(), some)]
    expect(back.drivers).toEqual(forth.drivers)
    expect(
      forth.drivers.some(({ importance_se, penalty_se }) => importance_se !== null && penalty_se !== null),
    ).toBe(true)
  })
})
