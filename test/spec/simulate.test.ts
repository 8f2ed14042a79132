import { readFileSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'
import { UserError } from '../../pipeline/errors.ts'
import { bellAbove, randomStream } from '../../pipeline/simulate/random.ts'
import { demoOptions, type SimulationOptions, simulate } from '../../pipeline/simulate/simulate.ts'

const filesOf = (options: SimulationOptions): Map<string, string> =>
  new Map(
    [...simulate(options).files].map(({ name, text }) => [
      name,
      typeof text === 'string' ? text : [...text].join(''),
    ]),
  )

type Row = Record<string, string>
const rowsOf = (text: string | undefined, delimiter = ','): Row[] => {
  const [header = [], ...lines] = (text ?? '')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(delimiter))
  return lines.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])))
}

interface Wave {
  file: string
  columns: Row
  items?: Record<string, string | null>
  csv?: { delimiter: string; decimal: string }
}
interface Contract {
  items: Record<string, { scale: { min: number; max: number } }>
  indices: Record<string, { items: string[] }>
  waves: Record<string, Wave>
}
interface Rating {
  wave: string
  respondent: string
  company: string
  weight: number
  scores: Record<string, number>
}

/** The ratings of a simulated study, read as the contract says, with scores by index. */
function ratingsOf(files: Map<string, string>): Rating[] {
  const contract = parse(files.get('study.yaml') ?? '') as Contract
  const register = rowsOf(files.get('companies.csv'))
  return Object.entries(contract.waves).flatMap(([wave, { file, columns, items = {}, csv }]) => {
    const codes = new Map(
      register.flatMap(({ codes = '', company_id = '' }) =>
        codes.split('|').flatMap((code): [string, string][] => {
          const [bound, value] = code.includes(':') ? code.split(':') : [wave, code]
          return bound === wave ? [[(value ?? '').toLowerCase(), company_id]] : []
        }),
      ),
    )
    const cell = (row: Row, role: string) => row[columns[role] ?? ''] ?? ''
    return rowsOf(files.get(file), csv?.delimiter).map((row) => {
      const points = (item: string) => {
        const column = items[item] === undefined ? item : items[item]
        const { min, max } = contract.items[item]?.scale ?? { min: 0, max: 1 }
        const raw = column === null ? '' : (row[column] ?? '')
        return raw === '' || Number(raw) > 90 ? [] : [(100 * (Number(raw) - min)) / (max - min)]
      }
      const scores = Object.entries(contract.indices).flatMap(([index, parts]): [string, number][] => {
        const given = parts.items.flatMap(points)
        const enough = given.length > 0 && given.length >= parts.items.length / 2
        return enough ? [[index, given.reduce((a, b) => a + b, 0) / given.length]] : []
      })
      const nps = points('rec').map((value): [string, number] => [
        'net_promoter',
        value >= 90 ? 100 : value <= 60 ? -100 : 0,
      ])
      return {
        wave,
        respondent: cell(row, 'respondent'),
        company: codes.get(cell(row, 'company').trim().toLowerCase()) ?? `unknown ${cell(row, 'company')}`,
        weight: Number(cell(row, 'weight').replace(csv?.decimal ?? '.', '.')),
        scores: Object.fromEntries([...scores, ...nps]),
      }
    })
  })
}

interface Estimate {
  mean: number
  se: number
  n: number
}

/** Weighted mean of a score among ratings of different respondents, with its linearised standard error. */
function estimateOf(ratings: readonly Rating[], index: string): Estimate {
  const valid = ratings.flatMap(({ weight, scores }) => {
    const score = scores[index]
    return score === undefined ? [] : [{ weight, score }]
  })
  const sum = valid.reduce((total, { weight }) => total + weight, 0)
  const mean = valid.reduce((total, { weight, score }) => total + weight * score, 0) / sum
  const n = valid.length
  const variance =
    valid.reduce((total, { weight, score }) => total + (weight * (score - mean)) ** 2, 0) / sum ** 2
  return { mean, se: Math.sqrt((variance * n) / (n - 1)), n }
}

const groupBy = <T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const group = groups.get(key(value))
    if (group === undefined) groups.set(key(value), [value])
    else group.push(value)
  }
  return groups
}

/** Distance between estimate and truth in standard errors, for every company row of truth.csv. */
function distances(files: Map<string, string>, ratings: readonly Rating[]): number[] {
  const groups = groupBy(ratings, ({ wave, company }) => `${wave} ${company}`)
  return rowsOf(files.get('truth.csv')).flatMap(({ wave, index = '', level, entity_id, score }) => {
    if (level !== 'company') return []
    const { mean, se, n } = estimateOf(groups.get(`${wave} ${entity_id}`) ?? [], index)
    return n < 10 ? [] : [(mean - Number(score)) / se]
  })
}

const demo = filesOf(demoOptions)
const demoRatings = ratingsOf(demo)
const register = rowsOf(demo.get('companies.csv'))
const truth = rowsOf(demo.get('truth.csv'))
const waves = [...new Set(demoRatings.map(({ wave }) => wave))]
const lastWave = waves.at(-1) ?? ''
const satisfactionOf = (wave: string | undefined, id: string | undefined): number =>
  Number(
    truth.find((row) => row.wave === wave && row.index === 'satisfaction' && row.entity_id === id)?.score,
  )

describe('the simulator', () => {
  test('writes the same bytes for the same seed, others for another', () => {
    const small = { seed: 7, respondents: 200, companies: 12, waves: 2 }
    expect(filesOf(small)).toEqual(filesOf(small))
    const other = filesOf({ ...small, seed: 8 })
    expect(other.get('raw/2025.csv')).not.toBe(filesOf(small).get('raw/2025.csv'))
    expect(other.get('truth.csv')).not.toBe(filesOf(small).get('truth.csv'))
  })

  test('draws the numbers that sfc32 of PractRand draws from the seed 0 after 15 rounds', () => {
    // Published: `RNG_output sfc32 32 0`, whose 12 rounds print three words more, and the docs of the crate sfc-prng.
    // Where every product is 0, so are the words that the name of the stream is hashed to: the seed.
    const product = vi.spyOn(Math, 'imul').mockReturnValue(0)
    const random = randomStream(1, 'test')
    product.mockRestore()
    const published = [0xfb52c520, 0x38802be1, 0x948279e6, 0xec4bf1d9, 0x7cb0a909]
    expect(published.map(() => random.uniform() * 2 ** 32)).toEqual(published)
  })

  test('draws bells of mean 0 and variance 1, and as many above 0.8 as it says', () => {
    const random = randomStream(1, 'test')
    const values = Array.from({ length: 20000 }, () => random.bell())
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(variance - 1)).toBeLessThan(0.04)
    expect(values.filter((value) => value >= 0.8).length / values.length).toBeCloseTo(bellAbove(0.8), 1.7)
  })

  test.each([
    [{ seed: 1, respondents: 300, companies: 12, waves: 1 }],
    [{ seed: 1, respondents: 40, companies: 2, waves: 1 }],
    [{ seed: 1, respondents: 40, companies: 200, waves: 3 }],
  ])('works for %j', (options) => {
    const files = filesOf(options)
    const companies = rowsOf(files.get('companies.csv'))
    expect(new Set(companies.map(({ company_id }) => company_id)).size).toBe(options.companies)
    expect(new Set(companies.map(({ name }) => name)).size).toBe(options.companies)
    expect([...files.keys()].filter((name) => name.startsWith('raw/'))).toHaveLength(options.waves)
    expect(ratingsOf(files).filter(({ company }) => company.startsWith('unknown'))).toEqual([])
  })

  test('refuses what it cannot simulate', () => {
    expect(() => simulate({ ...demoOptions, companies: 201 })).toThrow(UserError)
    expect(() => simulate({ ...demoOptions, respondents: 1.5 })).toThrow(/--respondents.*1\.5/)
  })
})

describe('the demo', () => {
  test.each([
    'study.yaml',
    'companies.csv',
    'industries.csv',
  ])('data/demo/%s is what the simulator writes', (name) => {
    expect(readFileSync(new URL(`../../data/demo/${name}`, import.meta.url), 'utf8')).toBe(demo.get(name))
  })

  test('names every company by its codes and rates it once per respondent', () => {
    expect(demoRatings.filter(({ company }) => company.startsWith('unknown'))).toEqual([])
    const pairs = demoRatings.map(({ wave, respondent, company }) => `${wave} ${respondent} ${company}`)
    expect(new Set(pairs).size).toBe(pairs.length)
  })

  test('has a renamed, a merged and a new company', () => {
    const renamed = register.find(
      ({ codes, name }) => /\d{4}:[^\d|]/.test(codes ?? '') && codes?.endsWith(`|${name}`),
    )
    expect(renamed?.codes).toMatch(/2022:\d+\|2022:\D/)
    const merged = register.find(({ successor }) => successor !== '')
    const successor = register.find(({ company_id }) => company_id === merged?.successor)
    expect(successor?.industry).toBe(merged?.industry)
    expect(merged?.valid_to).toBe(waves.at(-2))
    const fresh = register.find(({ valid_from }) => valid_from !== '')
    expect(fresh?.valid_from).toBe(lastWave)
    const rated = (id: string | undefined) =>
      waves.filter((wave) => demoRatings.some((r) => r.wave === wave && r.company === id))
    expect(rated(merged?.company_id)).toEqual(waves.slice(0, -1))
    expect(rated(fresh?.company_id)).toEqual([lastWave])
    expect(rated(renamed?.company_id)).toEqual(waves)
  })

  test('has one leader throughout, and changes of +7 and −7 points in the last wave', () => {
    const ids = register
      .filter(({ valid_from, valid_to }) => valid_from === '' && valid_to === '')
      .map((row) => row.company_id)
    const leaders = waves.map((wave) =>
      ids.toSorted((a, b) => satisfactionOf(wave, b) - satisfactionOf(wave, a)),
    )
    expect(new Set(leaders.map(([first]) => first)).size).toBe(1)
    for (const [place, wave] of waves.entries())
      expect(
        satisfactionOf(wave, leaders[place]?.[0]) - satisfactionOf(wave, leaders[place]?.[1]),
      ).toBeGreaterThan(5)
    const changes = ids
      .map((id) => satisfactionOf(lastWave, id) - satisfactionOf(waves.at(-2), id))
      .sort((a, b) => a - b)
    expect(changes.at(0)).toBeCloseTo(-7, 0)
    expect(changes.at(-1)).toBeCloseTo(7, 0)
    expect(Math.max(...changes.slice(1, -1).map(Math.abs))).toBeLessThan(3)
  })

  test('has bases of 75 to 150 for most companies, a few smaller, one or two below 30', () => {
    for (const wave of waves) {
      const sizes = [
        ...groupBy(
          demoRatings.filter((rating) => rating.wave === wave),
          ({ company }) => company,
        ).values(),
      ].map(({ length }) => length)
      expect(sizes.filter((n) => n >= 75 && n <= 150).length).toBeGreaterThan(0.7 * sizes.length)
      expect(sizes.filter((n) => n < 30).length).toBeGreaterThan(0)
      expect(sizes.filter((n) => n < 30).length).toBeLessThan(3)
    }
  })

  test('has weights of mean 1 between 0.3 and 3.5, constant per respondent', () => {
    const people = groupBy(demoRatings, ({ wave, respondent }) => `${wave} ${respondent}`)
    const weights = [...people.values()].map((ratings) => new Set(ratings.map(({ weight }) => weight)))
    expect(weights.every(({ size }) => size === 1)).toBe(true)
    const values = weights.flatMap((set) => [...set])
    expect(Math.min(...values)).toBeGreaterThan(0.3)
    expect(Math.max(...values)).toBeLessThan(3.5)
    expect(values.reduce((a, b) => a + b, 0) / values.length).toBeCloseTo(1, 1.5)
    expect(demoRatings.length / values.length).toBeCloseTo(3.4, 1)
  })

  test('has respondents whose scores of different companies correlate', () => {
    const people = groupBy(demoRatings, ({ wave, respondent }) => `${wave} ${respondent}`)
    const pairs = [...people.values()].flatMap((ratings) =>
      ratings.flatMap((one) =>
        ratings
          .filter((other) => other !== one)
          .map((other) => [one.scores.satisfaction, other.scores.satisfaction]),
      ),
    )
    const valid = pairs.flatMap(([x, y]) => (x === undefined || y === undefined ? [] : [[x, y] as const]))
    const mean = valid.reduce((sum, [x]) => sum + x, 0) / valid.length
    const variance = valid.reduce((sum, [x]) => sum + (x - mean) ** 2, 0)
    const covariance = valid.reduce((sum, [x, y]) => sum + (x - mean) * (y - mean), 0)
    expect(covariance / variance).toBeGreaterThan(0.2)
  })
})

describe('truth.csv', () => {
  test('is where weighted means of the answers fall around', () => {
    const all = distances(demo, demoRatings)
    const within = (errors: number) =>
      all.filter((distance) => Math.abs(distance) < errors).length / all.length
    expect(all.length).toBeGreaterThan(700)
    expect(within(4)).toBeGreaterThan(0.99)
    expect(within(2)).toBeGreaterThan(0.92)
    expect(Math.abs(all.reduce((a, b) => a + b, 0) / all.length)).toBeLessThan(0.15)
  })

  test('holds to a tenth of a point with many respondents', () => {
    const files = filesOf({ seed: 3, respondents: 40000, companies: 3, waves: 1 })
    const all = distances(files, ratingsOf(files))
    expect(all).toHaveLength(12)
    expect(Math.max(...all.map(Math.abs))).toBeLessThan(3.5)
  })

  test('gives industry and all as means of companies', () => {
    const rows = truth.filter(({ wave, index }) => wave === lastWave && index === 'satisfaction')
    const companies = rows.filter(({ level }) => level === 'company').map(({ score }) => Number(score))
    const all = rows.find(({ level }) => level === 'all')
    expect(Number(all?.score)).toBeCloseTo(companies.reduce((a, b) => a + b, 0) / companies.length, 5)
    expect(rows.filter(({ level }) => level === 'industry')).toHaveLength(
      rowsOf(demo.get('industries.csv')).length,
    )
  })
})
