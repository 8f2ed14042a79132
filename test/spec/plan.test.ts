import { beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../../pipeline/plan/figures.ts'
import { placesAt } from '../../pipeline/plan/places.ts'
import { baseFor, precision } from '../../pipeline/plan/precision.ts'
import { plan } from '../../pipeline/plan.ts'
import { normalTwoSidedP } from '../../pipeline/stats/distributions.ts'
import { detectable, power } from '../../pipeline/stats/power.ts'
import type { Tables } from '../../pipeline/tables.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { computed } from '../support/compute.ts'
import { drawnStudy, idOf, normals, ratingSd, shared } from '../support/drawn.ts'
import { folderWith } from '../support/folder.ts'

async function planned(folder: string, options: { n?: number; difference?: number } = {}): Promise<Plan> {
  const world = realWorld(silent)
  try {
    return await plan(world, { study: folder, ...options })
  } finally {
    world.close()
  }
}

describe('the power of a t test', () => {
  it.each([
    // power.t.test of R: n per group, difference in standard deviations, power
    [64, 0.5, 0.8014596],
    [63.76576, 0.5, 0.8],
    [393.4057, 0.2, 0.8],
    [25.52458, 0.8, 0.8],
    [22.0211, 1, 0.9],
  ])('of two groups of %d is that of R', (n, d, expected) => {
    expect(power(d * Math.sqrt(n / 2), 2 * n - 2, 0.05)).toBeCloseTo(expected, 5)
  })

  it('of one group is that of R', () => {
    expect(power(0.5 * Math.sqrt(33.36713), 32.36713, 0.05)).toBeCloseTo(0.8, 6)
  })

  it.each([1, 1.5, 4, 30, 1e6, Number.POSITIVE_INFINITY])('without a difference is alpha, at df %d', (df) => {
    for (const alpha of [0.05, 0.0004]) expect(power(0, df, alpha) / alpha).toBeCloseTo(1, 9)
  })

  it('is turned round by detectable, and tends to that of the normal test', () => {
    for (const df of [1, 3, 50]) expect(power(detectable(0.8, df, 0.01), df, 0.01)).toBeCloseTo(0.8, 9)
    expect(detectable(0.8, Number.POSITIVE_INFINITY, 0.05)).toBeCloseTo(1.959964 + 0.8416212, 5)
  })

  it('refuses what is no power, level or df', () => {
    for (const [wanted, df, alpha] of [
      [0.8, 0.5, 0.05],
      [0.8, 10, 0],
      [0.04, 10, 0.05],
      [1, 10, 0.05],
    ] as const)
      expect(() => detectable(wanted, df, alpha)).toThrow(RangeError)
  })
})

describe('a base', () => {
  const same = (value: number) => ({ low: value, median: value, high: value })
  const two = { sd: same(Math.SQRT2), slope: 2, lost: 2, tests: 5 }

  it.each([
    // Cohen 1992, A power primer, table 2: alpha; n per group for d = .2, .5, .8
    [0.01, [586, 95, 38]],
    [0.05, [393, 64, 26]],
    [0.1, [310, 50, 20]],
  ])('for two groups at %d is that of Cohen’s table', (alpha, expected) => {
    for (const [k, d] of [0.2, 0.5, 0.8].entries())
      expect(Math.abs((baseFor(two, d, 1 - alpha, 1) ?? 0) - (expected[k] ?? 0))).toBeLessThanOrEqual(1)
  })

  it('in a family of five is that at a fifth of the level', () => {
    expect(baseFor(two, 0.5, 0.95, 5)).toBe(baseFor(two, 0.5, 0.99, 1))
    expect(precision(two, 96, 0.95)?.detectable_in_family).toBeCloseTo(0.5, 2)
  })

  it('is undefined above a million, and gives nothing without a degree of freedom', () => {
    expect(baseFor(two, 0.001, 0.95, 1)).toBeUndefined()
    expect(precision({ ...two, slope: 1, lost: 30 }, 30, 0.95)).toBeUndefined()
  })
})

describe('places told apart', () => {
  it('of two companies are the share of two normals', () => {
    const [within, sd] = [4, 15]
    const companies = ['a', 'b'].map((id) => ({ id, industry: 'one', n: 100, score: 50 }))
    const kind = { sd: { low: sd, median: sd, high: sd }, slope: 1, lost: 1, tests: 1 }
    const variation = {
      ...{ companies, groups: [[0, 1]], size: 2 },
      kinds: { company: kind, rest: undefined, pair: undefined, change: kind },
      covariance: [
        [sd ** 2, 0],
        [0, sd ** 2],
      ],
      correlation: { pair: 0, change: 0 },
      truth: { within, between: 3 },
    }
    const bases = [30, 200]
    const found = placesAt(variation, bases, 0.05, { seed: 5, repetitions: 20_000 })
    for (const [k, base] of bases.entries()) {
      const expected = normalTwoSidedP(1.959964 / Math.sqrt(1 + (base * within ** 2) / sd ** 2))
      const { all, industry } = found[k] ?? {}
      expect(all?.pairs).toBe(1)
      expect(Math.abs((all?.told_apart.value ?? 0) - expected)).toBeLessThan(0.015)
      expect(all?.told_apart.error).toBeCloseTo(Math.sqrt((expected * (1 - expected)) / 20_000), 4)
      expect(all?.range.value).toBeCloseTo(2 - (all?.told_apart.value ?? 0), 10)
      expect(industry).toEqual(all)
    }
  })
})

describe('a plan made by a small wave', () => {
  const base = 100
  const companies = 3
  let pilot: Plan
  let tables: Tables
  beforeAll(async () => {
    const normal = normals(7)
    const truth = Array.from({ length: 40 }, () => {
      const industry = 50 + 3 * normal()
      return Array.from({ length: companies }, () => industry + 5 * normal())
    })
    pilot = await planned(
      folderWith(
        drawnStudy({
          ...{ industries: truth.length, companies, base: 120, seed: 11, waves: ['2030'] },
          score: (industry, company) => truth[industry]?.[company] ?? 0,
        }),
      ),
      { n: base },
    )
    const found = (kind: 'pair' | 'change') => pilot.rows.find((row) => row.base === base)?.precision[kind]
    const [pair, change] = [found('pair'), found('change')]
    const steps = [0, pair?.detectable ?? 0, (pair?.detectable ?? 0) + (pair?.detectable_in_family ?? 0)]
    const moves = [0, change?.detectable ?? 0, change?.detectable_in_family ?? 0]
    tables = await computed(
      folderWith(
        drawnStudy({
          ...{ industries: 150, companies, base, seed: 12, waves: ['2031', '2032'] },
          score: (_, company, wave) =>
            50 + (wave === 0 ? (steps[company] ?? 0) : (moves[company] ?? 0) + (steps[company] ?? 0)),
        }),
      ),
    )
  })
  const row = () => pilot.rows.find((one) => one.base === base)
  const share = <Row>(rows: readonly Row[], of: (row: Row) => boolean) => rows.filter(of).length / rows.length
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0

  it('knows what people share and how far apart companies are', () => {
    expect(pilot.companies).toBe(120)
    expect(pilot.industry_size).toBe(companies)
    expect(pilot.tests).toEqual({ company: 1, rest: 3, pair: 3, change: 120 })
    expect(Math.abs(pilot.correlation.pair - shared)).toBeLessThan(0.04)
    // mean of w² over squared mean of w: what unequal weights cost
    const design = 1.75 / (3.5 / 3) ** 2
    expect(Math.abs((pilot.sd.company?.median ?? 0) / (ratingSd * Math.sqrt(design)) - 1)).toBeLessThan(0.04)
    expect(Math.abs(pilot.truth.within - 5)).toBeLessThan(1)
    expect(Math.abs(pilot.truth.between - 3)).toBeLessThan(1.5)
  })

  it('promises the half-widths that come out', () => {
    const half = (low: number | null, high: number | null) => ((high ?? 0) - (low ?? 0)) / 2
    const promised = row()?.precision
    const score = tables.scores.filter(({ level }) => level === 'company')
    const came = {
      company: score.map(({ low, high }) => half(low, high)),
      change: score.filter(({ wave }) => wave === '2032').map((one) => half(one.change_low, one.change_high)),
      pair: tables.comparisons.map(({ low, high }) => half(low, high)),
      rest: tables.against_rest.map(({ low, high }) => half(low, high)),
    }
    for (const kind of ['company', 'change', 'pair', 'rest'] as const) {
      expect(came[kind].length).toBeGreaterThan(400)
      expect(
        Math.abs(middle(came[kind]) / (promised?.[kind]?.half_width.median ?? 0) - 1),
        kind,
      ).toBeLessThan(0.05)
    }
  })

  it('promises 80 % power for pairs, alone and in the family', () => {
    const wave = tables.comparisons.filter((one) => one.wave === '2031')
    const pairs = (a: number, b: number) =>
      wave
        .filter(({ company_a, industry_id }) => company_a === `${industry_id}c${a}`)
        .filter(({ company_b, industry_id }) => company_b === `${industry_id}c${b}`)
    expect(pairs(0, 1)).toHaveLength(150)
    expect(Math.abs(share(pairs(0, 1), (one) => (one.p_value ?? 1) < 0.05) - 0.8)).toBeLessThan(0.1)
    expect(Math.abs(share(pairs(1, 2), (one) => (one.p_value ?? 1) < 0.05 / 3) - 0.8)).toBeLessThan(0.1)
  })

  it('promises 80 % power for changes, alone and in the family, and 5 % where nothing moves', () => {
    const moved = (company: number) =>
      tables.scores.filter(
        ({ wave, level, entity_id, industry_id }) =>
          wave === '2032' && level === 'company' && entity_id === `${industry_id}c${company}`,
      )
    expect(moved(1)).toHaveLength(150)
    expect(Math.abs(share(moved(0), (one) => (one.change_p ?? 1) < 0.05) - 0.05)).toBeLessThan(0.05)
    expect(Math.abs(share(moved(1), (one) => (one.change_p ?? 1) < 0.05) - 0.8)).toBeLessThan(0.1)
    expect(Math.abs(share(moved(2), (one) => (one.change_p ?? 1) < 0.05 / 120) - 0.8)).toBeLessThan(0.1)
  })
})

it('in a panel the change is the paired one', async () => {
  const found = await planned(
    folderWith(
      drawnStudy({
        ...{ industries: 20, companies: 2, base: 150, seed: 21, waves: ['2030', '2031'], panel: true },
        score: (industry, company) => 45 + industry + 5 * company,
      }),
    ),
    { difference: 3 },
  )
  expect(Math.abs(found.correlation.change - 0.5)).toBeLessThan(0.05)
  expect(Math.abs((found.sd.change?.median ?? 0) / (found.sd.company?.median ?? 0) - 1)).toBeLessThan(0.05)
  // the same people in both waves: as for one group
  const { company, change } = found.needed ?? {}
  expect(Math.abs((change?.alone ?? 0) / (company?.alone ?? 1) - 1)).toBeLessThan(0.1)
  expect(change?.in_family ?? 0).toBeGreaterThan(change?.alone ?? 0)
})

it('a panel to which nobody comes back is planned as independent samples', async () => {
  const drawn = {
    ...{ industries: 3, companies: 2, base: 40, seed: 25, waves: ['2030', '2031'] },
    score: (industry: number, company: number) => 45 + industry + 5 * company,
  }
  const panel = drawnStudy({ ...drawn, panel: true })
  const apart: Record<string, string> = drawnStudy(drawn)
  const answers = {
    'raw/2030.csv': apart['raw/2030.csv'] ?? '',
    'raw/2031.csv': (apart['raw/2031.csv'] ?? '').replaceAll(/^p/gm, 'other'),
  }
  const [one, other] = [
    await planned(folderWith({ ...panel, ...answers }), { difference: 5 }),
    await planned(folderWith({ ...apart, ...answers }), { difference: 5 }),
  ]
  expect(one.rows[0]?.precision.change?.half_width.median).toBeCloseTo(
    other.rows[0]?.precision.change?.half_width.median ?? 0,
    9,
  )
  expect(one.needed?.change).toEqual(other.needed?.change)
})

it('an industry of one has no pairs, and says so', async () => {
  const study = { industries: 3, companies: 1, base: 40, seed: 31, waves: ['2030'] }
  const found = await planned(folderWith(drawnStudy({ ...study, score: () => 50 })), { difference: 5 })
  expect(found.tests).toEqual({ company: 1, rest: null, pair: null, change: 3 })
  expect(found.needed).toMatchObject({ rest: null, pair: null })
  for (const { places, precision } of found.rows) {
    expect([precision.pair, precision.rest, places.industry]).toEqual([null, null, null])
    expect(places.all.pairs).toBe(3)
  }
  expect(idOf(2, 0)).toBe('i2c0')
})
