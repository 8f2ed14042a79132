import { describe, expect, test, vi } from 'vitest'
import { UserError } from '../../pipeline/errors.ts'
import { openStudy } from '../../pipeline/open.ts'
import { bellAbove, bellBeyond, randomStream } from '../../pipeline/simulate/random.ts'
import { demoOptions, type SimulationOptions, simulate } from '../../pipeline/simulate/simulate.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { waveResults } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { filesOf, meanOf, ratingsOf, rowsOf } from '../support/simulated.ts'

const folderOf = (options: SimulationOptions): string => folderWith(Object.fromEntries(filesOf(options)))

describe('the simulator', () => {
  test('writes the same bytes for the same seed, others for another', () => {
    const small = { seed: 7, respondents: 200, companies: 12, waves: 2 }
    const [one, again, other] = [filesOf(small), filesOf(small), filesOf({ ...small, seed: 8 })]
    expect(again).toEqual(one)
    for (const name of ['raw/2025.csv', 'truth.csv', 'beliefs.csv'])
      expect(other.get(name)).not.toBe(one.get(name))
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

  test('draws bells of mean 0 and variance 1, and as many and as far above a value as it says', () => {
    const random = randomStream(1, 'test')
    const values = Array.from({ length: 20000 }, () => random.bell())
    const mean = meanOf(values)
    expect(Math.abs(mean)).toBeLessThan(0.03)
    expect(Math.abs(meanOf(values.map((value) => (value - mean) ** 2)) - 1)).toBeLessThan(0.04)
    expect(values.filter((value) => value >= 0.8).length / values.length).toBeCloseTo(bellAbove(0.8), 1.7)
    for (const from of [0, 0.5, 2])
      expect(meanOf(values.map((value) => Math.max(0, value - from)))).toBeCloseTo(bellBeyond(from), 1.7)
  })

  test.each([
    [{ seed: 1, respondents: 300, companies: 12, waves: 1 }],
    [{ seed: 1, respondents: 40, companies: 2, waves: 1 }],
    [{ seed: 1, respondents: 40, companies: 2, waves: 2 }],
    [{ seed: 1, respondents: 40, companies: 200, waves: 2 }],
    [{ seed: 4294967295, respondents: 40, companies: 30, waves: 23 }],
  ])('writes a study without mistakes for %j', (options) => {
    const files = filesOf(options)
    const world = realWorld(silent)
    const { companies, waves } = openStudy(world, { study: folderWith(Object.fromEntries(files)) })
    world.close()
    expect([companies.length, waves.length]).toEqual([options.companies, options.waves])
    expect(new Set(companies.map(({ name }) => name)).size).toBe(options.companies)
    expect(new Set(waves.flatMap((wave) => wave.files))).toEqual(
      new Set([...files.keys()].filter((name) => name.startsWith('raw/'))),
    )
    const ratings = ratingsOf(files)
    expect(new Set(ratings.map(({ wave }) => wave)).size).toBe(options.waves)
    expect(ratings.filter(({ company }) => company.startsWith('unknown'))).toEqual([])
    const planted = rowsOf(files.get('truth.csv')).filter(
      ({ index, level }) => index === 'planted' && level === 'company',
    )
    const ids = companies.map(({ id }) => id)
    expect(planted.filter(({ entity_id = '' }) => !ids.includes(entity_id))).toEqual([])
    expect(planted.some(({ part }) => part === 'up')).toBe(options.companies > 6 && options.waves > 1)
  })

  test('refuses what it cannot simulate', () => {
    expect(() => simulate({ ...demoOptions, companies: 201 })).toThrow(UserError)
    expect(() => simulate({ ...demoOptions, respondents: 1.5 })).toThrow(/--respondents.*1\.5/)
  })
})

describe('the pipeline', () => {
  test('reads every habit of the suppliers and finds the truth', async () => {
    const options = { seed: 5, respondents: 400, companies: 12, waves: 10 }
    const truth = new Map(
      rowsOf(filesOf(options, /truth/).get('truth.csv')).map(
        ({ wave, index, level, entity_id, part, score }) => [
          [wave, index, level, entity_id, part].join(' '),
          Number(score),
        ],
      ),
    )
    const results = await waveResults(folderOf(options))
    const distances = results.flatMap(({ tables }) =>
      tables.scores.flatMap(({ wave, index, level, entity_id, score, se, n }) => {
        if (score === null || se === null || level === 'industry' || n < 50) return []
        const true_ = truth.get([wave, index, level, entity_id, ''].join(' ')) ?? Number.NaN
        return [(score - true_) / se]
      }),
    )
    expect(results).toHaveLength(10)
    expect(distances.length).toBeGreaterThan(400)
    expect(Math.abs(meanOf(distances))).toBeLessThan(0.2)
    expect(meanOf(distances.map((distance) => distance ** 2))).toBeCloseTo(1, 0.5)
    expect(Math.max(...distances.map(Math.abs))).toBeLessThan(4.5)
  })
})
