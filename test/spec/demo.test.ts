import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { grouped } from '../../pipeline/group.ts'
import { demoOptions } from '../../pipeline/simulate/simulate.ts'
import {
  above,
  contractOf,
  estimateOf,
  filesOf,
  meanOf,
  type Rating,
  ratingsOf,
  rowsOf,
} from '../support/simulated.ts'

const inGit = ['study.yaml', 'companies.csv', 'industries.csv', 'beliefs.csv']
const demo = filesOf(demoOptions, /yaml$|companies|industries|beliefs|truth|2024|2025/)
const contract = contractOf(demo)
const ratings = ratingsOf(demo)
const register = rowsOf(demo.get('companies.csv'))
const industryOf = new Map(register.map(({ company_id = '', industry = '' }) => [company_id, industry]))
const truth = rowsOf(demo.get('truth.csv'))
const waves = Object.keys(contract.waves)
const lastWave = waves.at(-1) ?? ''
const last = ratings.filter(({ wave }) => wave === lastWave)
const byCompany = grouped(last, ({ company }) => company)
const satisfactionOf = new Map(
  truth
    .filter(({ index, level }) => index === 'satisfaction' && level === 'company')
    .map(({ wave, entity_id, score }) => [`${wave} ${entity_id}`, Number(score)]),
)
const planted = (effect: string): string[] =>
  truth.flatMap(({ index, part, entity_id = '' }) =>
    index === 'planted' && part === effect ? [entity_id] : [],
  )
const only = (effect: string): string => {
  const [company = '', ...others] = planted(effect)
  expect([company, others]).toEqual([expect.stringMatching(/./), []])
  return company
}
const ratingsOfCompany = (id: string): Rating[] => byCompany.get(id) ?? []
const restOfIndustry = (id: string): Rating[] =>
  last.filter(({ company }) => company !== id && industryOf.get(company) === industryOf.get(id))
const satisfaction = ({ scores }: Rating) => scores.satisfaction
const digital = ({ scores }: Rating) => scores.digital_relevance

describe('the demo', () => {
  test.each(inGit)('data/demo/%s is what the simulator writes', (name) => {
    expect(readFileSync(new URL(`../../data/demo/${name}`, import.meta.url), 'utf8')).toBe(demo.get(name))
  })

  test('has 155 companies in 30 industries, ten waves and 4,700 respondents in each', () => {
    expect(register).toHaveLength(155)
    expect(new Set(register.map(({ industry }) => industry)).size).toBe(30)
    expect(waves).toHaveLength(10)
    for (const wave of ['2024', '2025'])
      expect(
        new Set(ratings.filter((one) => one.wave === wave).map(({ roles }) => roles.respondent)).size,
      ).toBe(4700)
  })

  test('asks for satisfaction in every wave and words one digital question anew', () => {
    const asked = (index: string, wave: string) =>
      contract.indices[index]?.items.filter((item) => contract.waves[wave]?.items?.[item] !== null)
    expect(new Set(waves.map((wave) => asked('satisfaction', wave)?.join())).size).toBe(1)
    const digitalSets = waves.map((wave) => asked('digital_relevance', wave)?.join()).filter(Boolean)
    expect(digitalSets).toHaveLength(6)
    expect([...new Set(digitalSets)]).toEqual([
      'advice_fits,offers_new,recognised_site',
      'advice_fits,offers_new,recognised',
    ])
  })

  test('rates a company once per respondent, in names and numbers that the register knows', () => {
    expect(ratings.filter(({ company }) => company.startsWith('unknown'))).toEqual([])
    const pairs = ratings.map(({ wave, roles, company }) => `${wave} ${roles.respondent} ${company}`)
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
    expect(merged?.valid_to).toBe('2024')
    const fresh = register.find(({ valid_from }) => valid_from !== '')
    expect(fresh?.valid_from).toBe('2025')
    const rated = (id: string | undefined) =>
      ['2024', '2025'].filter((wave) => ratings.some((r) => r.wave === wave && r.company === id))
    expect(rated(merged?.company_id)).toEqual(['2024'])
    expect(rated(fresh?.company_id)).toEqual(['2025'])
    expect(rated(renamed?.company_id)).toEqual(['2024', '2025'])
  })

  test('has about 100 ratings for most companies, some below 75, a few below 30', () => {
    for (const wave of ['2024', '2025']) {
      const groups = grouped(
        ratings.filter((rating) => rating.wave === wave),
        ({ company }) => company,
      )
      const sizes = [...groups.values()].map(({ length }) => length)
      expect(meanOf(sizes)).toBeCloseTo((4700 * 3.4) / 154, -1)
      expect(sizes.filter((n) => n >= 75 && n <= 150).length).toBeGreaterThan(0.7 * sizes.length)
      expect(sizes.filter((n) => n >= 30 && n < 75).length).toBeGreaterThan(5)
      expect(sizes.filter((n) => n < 30).length).toBeGreaterThan(2)
      expect(sizes.filter((n) => n < 30).length).toBeLessThan(8)
    }
  })

  test('has weights of mean 1 between 0.2 and 3.5, constant per respondent', () => {
    const people = grouped(ratings, ({ wave, roles }) => `${wave} ${roles.respondent}`)
    const weights = [...people.values()].map((own) => new Set(own.map(({ weight }) => weight)))
    expect(weights.every(({ size }) => size === 1)).toBe(true)
    const values = weights.flatMap((set) => [...set])
    expect(Math.min(...values)).toBeGreaterThan(0.2)
    expect(Math.max(...values)).toBeLessThan(3.5)
    expect(meanOf(values)).toBeCloseTo(1, 1.5)
    expect(ratings.length / values.length).toBeCloseTo(3.4, 1)
  })

  test('has respondents whose scores of different companies correlate', () => {
    const people = grouped(last, ({ roles }) => roles.respondent ?? '')
    const pairs = [...people.values()].flatMap((own) =>
      own.flatMap((one) =>
        own.filter((other) => other !== one).map((other) => [satisfaction(one), satisfaction(other)]),
      ),
    )
    const valid = pairs.flatMap(([x, y]) => (x === undefined || y === undefined ? [] : [[x, y] as const]))
    const mean = meanOf(valid.map(([x]) => x))
    const variance = valid.reduce((sum, [x]) => sum + (x - mean) ** 2, 0)
    const covariance = valid.reduce((sum, [x, y]) => sum + (x - mean) * (y - mean), 0)
    expect(covariance / variance).toBeGreaterThan(0.2)
  })

  test('has the population that truth.csv tells', () => {
    const people = [...grouped(last, ({ roles }) => roles.respondent ?? '').values()].flatMap(
      ([one]) => one ?? [],
    )
    const total = people.reduce((sum, { weight }) => sum + weight, 0)
    const rows = truth.filter(({ index, wave }) => index === 'population' && wave === lastWave)
    const shares = rows.filter(({ level }) => level !== 'age')
    expect(new Set(shares.map(({ level }) => level))).toEqual(
      new Set(['gender', 'region', 'stratum', 'market', 'persona']),
    )
    for (const { level = '', entity_id, score } of shares) {
      const own = people.filter(({ roles }) => roles[level] === entity_id)
      const share = own.reduce((sum, { weight }) => sum + weight, 0) / total
      expect(Math.abs(share - Number(score)), `${level} ${entity_id}`).toBeLessThan(0.03)
    }
  })
})

describe('truth.csv', () => {
  const groups = grouped(ratings, ({ wave, company }) => `${wave} ${company}`)
  /** Distances between estimate and truth in standard errors. */
  const distances = (
    rows: typeof truth,
    value: (row: (typeof truth)[number]) => (rating: Rating) => number | undefined,
  ) =>
    rows.flatMap((row) => {
      const { mean, se, n } = estimateOf(groups.get(`${row.wave} ${row.entity_id}`) ?? [], value(row))
      return n < 60 ? [] : [(mean - Number(row.score)) / se]
    })
  const expectAround = (all: readonly number[], least: number) => {
    const within = (errors: number) =>
      all.filter((distance) => Math.abs(distance) < errors).length / all.length
    expect(all.length).toBeGreaterThan(least)
    expect(within(2)).toBeGreaterThan(0.93)
    expect(within(4)).toBeGreaterThan(0.995)
    expect(Math.abs(meanOf(all))).toBeLessThan(0.15)
  }
  const touchpointValue =
    ({ index = '', part = '' }: (typeof truth)[number]) =>
    ({ answers }: Rating) => {
      const { expected = '', experienced = '' } = contract.touchpoints[part] ?? {}
      const [before, after] = [answers[expected], answers[experienced]]
      if (before === undefined || after === undefined) return undefined
      return { expected: before, experienced: after, gap: after - before }[index]
    }

  test('is where weighted means of the answers fall around', () => {
    const rows = truth.filter(
      ({ index = '', level }) =>
        level === 'company' && (index in contract.indices || index === 'net_promoter'),
    )
    expectAround(
      distances(
        rows,
        ({ index = '' }) =>
          ({ scores }) =>
            scores[index],
      ),
      1800,
    )
  })

  test.each(['expected', 'experienced', 'gap'])('holds at touchpoints: %s', (measure) => {
    const rows = truth.filter(({ index, wave }) => index === measure && wave === lastWave)
    expect(rows).toHaveLength(7 * byCompany.size)
    expectAround(distances(rows, touchpointValue), 300)
  })

  test('holds for parts of the customers', () => {
    const rows = truth.filter(({ level, part }) => level === 'company_segment' && !part?.startsWith('age'))
    const value = ({ part = '' }: (typeof truth)[number]) => {
      const [role = '', category] = part.split('=')
      return (rating: Rating) => (rating.roles[role] === category ? satisfaction(rating) : undefined)
    }
    expectAround(distances(rows, value), 300)
  })

  test('holds to a fifth of a point with many respondents', () => {
    const files = filesOf({ seed: 3, respondents: 10000, companies: 2, waves: 1 })
    const found = grouped(ratingsOf(files), ({ company }) => company)
    const rows = rowsOf(files.get('truth.csv')).filter(({ level }) => level === 'company')
    const all = rows.flatMap((row) => {
      const { index = '', entity_id = '', part } = row
      if (part !== '' && !(part !== undefined && part in contract.touchpoints && index !== 'intended'))
        return []
      if (index === 'planted') return []
      const value = part === '' ? ({ scores }: Rating) => scores[index] : touchpointValue(row)
      const { mean, se } = estimateOf(found.get(entity_id) ?? [], value)
      return [(mean - Number(row.score)) / se]
    })
    expect(all).toHaveLength(2 * (7 + 21))
    expect(Math.max(...all.map(Math.abs))).toBeLessThan(3.5)
  })

  test('gives industry and all as means of companies', () => {
    const rows = truth.filter(({ wave, index }) => wave === lastWave && index === 'satisfaction')
    const companies = rows.filter(({ level }) => level === 'company').map(({ score }) => Number(score))
    const all = rows.find(({ level }) => level === 'all')
    expect(Number(all?.score)).toBeCloseTo(meanOf(companies), 5)
    expect(rows.filter(({ level }) => level === 'industry')).toHaveLength(30)
  })

  test('knows what the companies believe', () => {
    const scores = grouped(rowsOf(demo.get('beliefs.csv')), ({ wave, company_id }) => `${wave} ${company_id}`)
    const differences = truth
      .filter(({ index, part }) => index === 'believed' && part === 'satisfaction')
      .flatMap(({ wave, entity_id, score }) => {
        const given = (scores.get(`${wave} ${entity_id}`) ?? []).flatMap(({ b_satisfaction: answer = '' }) =>
          answer === '' ? [] : [((Number(answer) - 1) / 9) * 100],
        )
        return given.length === 0 ? [] : [meanOf(given) - Number(score)]
      })
    expect(differences.length).toBeGreaterThan(600)
    expect(Math.abs(meanOf(differences))).toBeLessThan(0.5)
    expect(Math.max(...differences.map(Math.abs))).toBeLessThan(15)
  })
})

describe('planted in the demo', () => {
  test('one leader throughout, and changes of +9 and −10 points in the last wave', () => {
    const ids = register
      .filter(({ valid_from, valid_to }) => valid_from === '' && valid_to === '')
      .map(({ company_id = '' }) => company_id)
    const at = (wave: string, id: string) => satisfactionOf.get(`${wave} ${id}`) ?? Number.NaN
    for (const wave of waves) {
      const [first = '', second = ''] = ids.toSorted((a, b) => at(wave, b) - at(wave, a))
      expect(first).toBe(only('leader'))
      expect(at(wave, first) - at(wave, second)).toBeGreaterThan(4)
    }
    const change = (id: string) => at('2025', id) - at('2024', id)
    const changes = ids.toSorted((a, b) => change(a) - change(b))
    expect([changes.at(0), changes.at(-1)]).toEqual([only('down'), only('up')])
    expect(change(only('down'))).toBeCloseTo(-10, 0)
    expect(change(only('up'))).toBeCloseTo(9, 0)
    expect(Math.max(...changes.slice(1, -1).map((id) => Math.abs(change(id))))).toBeLessThan(3)
  })

  /** How far a company lies above the rest of its industry, in standard errors, on average over its touchpoints. */
  const aboveRest = (id: string, side: 'expected' | 'experienced'): number => {
    const value = ({ answers }: Rating) => {
      const given = Object.values(contract.touchpoints).flatMap(
        (touchpoint) => answers[touchpoint[side]] ?? [],
      )
      return given.length === 0 ? undefined : meanOf(given)
    }
    return above(estimateOf(ratingsOfCompany(id), value), estimateOf(restOfIndustry(id), value))
  }

  test('a company whose promises are too high, though it delivers as others do', () => {
    const id = only('inflated_promises')
    expect(aboveRest(id, 'expected')).toBeGreaterThan(5)
    expect(Math.abs(aboveRest(id, 'experienced'))).toBeLessThan(2)
  })

  test('a company that delivers too little, though as much was expected as of others', () => {
    const id = only('bad_delivery')
    expect(Math.abs(aboveRest(id, 'expected'))).toBeLessThan(2)
    expect(aboveRest(id, 'experienced')).toBeLessThan(-5)
  })

  test('a company that is plain and means to be', () => {
    const id = only('plain_by_intention')
    expect(aboveRest(id, 'expected')).toBeLessThan(-3)
    expect(aboveRest(id, 'experienced')).toBeLessThan(-3)
    const intended = (own: boolean) =>
      meanOf(
        rowsOf(demo.get('beliefs.csv'))
          .filter(({ company_id }) => (company_id === id) === own)
          .flatMap(({ i_website: answer = '' }) => (answer === '' ? [] : [Number(answer)])),
      )
    expect(intended(true)).toBeLessThan(6)
    expect(intended(false)).toBeGreaterThan(8)
  })

  test('a company that neglects one kind of customer', () => {
    const own = ratingsOfCompany(only('neglects_persona'))
    const between = (persona: string) =>
      above(
        estimateOf(
          own.filter(({ roles }) => roles.persona === persona),
          satisfaction,
        ),
        estimateOf(
          own.filter(({ roles }) => roles.persona !== persona),
          satisfaction,
        ),
      )
    expect(between('2')).toBeLessThan(-3)
    for (const persona of ['1', '3', '4']) expect(between(persona)).toBeGreaterThan(-2)
  })

  test('digital leaders outside the first ten in satisfaction, inside when digital relevance counts for a quarter', () => {
    const ranked = [...byCompany].flatMap(([id, own]) => {
      const [one, other] = [estimateOf(own, satisfaction), estimateOf(own, digital)]
      return one.n < 75
        ? []
        : [{ id, satisfaction: one.mean, digital: other.mean, both: 0.75 * one.mean + 0.25 * other.mean }]
    })
    const first = (by: 'satisfaction' | 'digital' | 'both', count: number) =>
      ranked
        .toSorted((a, b) => b[by] - a[by])
        .slice(0, count)
        .map(({ id }) => id)
    const leaders = planted('digital_leader')
    expect(first('digital', 3).sort()).toEqual(leaders.sort())
    expect(first('satisfaction', 10).filter((id) => leaders.includes(id))).toEqual([])
    expect(first('both', 10)).toEqual(expect.arrayContaining(leaders))
  })

  test('companies that do not know, do not act, do not want', () => {
    const beliefs = rowsOf(demo.get('beliefs.csv'))
    const answers = (id: string, column: string) =>
      beliefs.flatMap((row) => {
        const answer = row[column] ?? ''
        return row.company_id === id && row.wave === lastWave && answer !== '' ? [Number(answer)] : []
      })
    const points = (id: string) =>
      meanOf(answers(id, 'b_satisfaction').map((answer) => ((answer - 1) / 9) * 100))
    const customers = (id: string) => estimateOf(ratingsOfCompany(id), satisfaction).mean
    expect(points(only('does_not_know')) - customers(only('does_not_know'))).toBeGreaterThan(25)
    for (const id of [only('does_not_act'), only('does_not_want')])
      expect(Math.abs(points(id) - customers(id))).toBeLessThan(6)
    expect(meanOf(answers(only('does_not_act'), 'p_satisfaction'))).toBeGreaterThan(8.5)
    expect(meanOf(answers(only('does_not_want'), 'p_satisfaction'))).toBeLessThan(4)
    const course = waves.map((wave) => satisfactionOf.get(`${wave} ${only('does_not_act')}`))
    expect(new Set(course).size).toBe(1)
    const all = beliefs.flatMap(({ b_satisfaction: answer = '' }) => (answer === '' ? [] : [Number(answer)]))
    expect(all.filter((answer) => answer >= 9).length / all.length).toBeCloseTo(0.8, 1)
  })

  /** Mean satisfaction where an index is low, in the middle and high, in some industries. */
  const bySteps = (index: string, kind: string) => {
    const industries = truth.flatMap(({ index: row, part, note, entity_id }) =>
      row === 'driver_below' && part === index && note === kind ? [entity_id] : [],
    )
    const own = last.filter(
      ({ company, scores }) => industries.includes(industryOf.get(company)) && scores[index] !== undefined,
    )
    const part = (low: number, high: number) =>
      estimateOf(
        own.filter(({ scores }) => (scores[index] ?? -1) >= low && (scores[index] ?? -1) < high),
        satisfaction,
      )
    return { low: part(0, 56), middle: part(56, 88), high: part(88, 101) }
  }

  test('a basic driver hurts when it is missing and is not thanked for', () => {
    const { low, middle, high } = bySteps('just_works', 'basic')
    expect(above(middle, low)).toBeGreaterThan(10)
    expect(high.mean - middle.mean).toBeLessThan(0.2 * (middle.mean - low.mean))
  })

  test('an excitement driver delights and is not missed', () => {
    const { low, middle, high } = bySteps('extras', 'excitement')
    expect(above(high, middle)).toBeGreaterThan(8)
    expect(middle.mean - low.mean).toBeLessThan(0.2 * (high.mean - middle.mean))
  })

  test('a driver that does nothing', () => {
    const { low, middle, high } = bySteps('extras', 'none')
    expect(Math.abs(above(middle, low))).toBeLessThan(3)
    expect(Math.abs(above(high, middle))).toBeLessThan(3)
  })

  test('a small effect of the order of questions on digital relevance, none on satisfaction', () => {
    const half = (name: string) => last.filter(({ roles }) => roles.half === name)
    const effect = (value: typeof digital) =>
      above(estimateOf(half('first'), value), estimateOf(half('last'), value))
    expect(effect(digital)).toBeGreaterThan(3)
    expect(Math.abs(effect(satisfaction))).toBeLessThan(3)
    const order = (index: string) =>
      Number(
        truth.find((row) => row.wave === lastWave && row.index === 'order_effect' && row.part === index)
          ?.score,
      )
    expect(order('satisfaction')).toBe(0)
    expect(order('digital_relevance')).toBeGreaterThan(1)
    expect(order('digital_relevance')).toBeLessThan(2)
  })

  test('a need that was met matters more than who met it', () => {
    const loyalty = ({ scores }: Rating) => scores.loyalty
    const between = (one: (rating: Rating) => boolean, other: (rating: Rating) => boolean) =>
      estimateOf(last.filter(one), loyalty).mean - estimateOf(last.filter(other), loyalty).mean
    const need = ({ answers }: Rating) => answers.need ?? Number.NaN
    expect(
      between(
        (r) => need(r) >= 75,
        (r) => need(r) <= 50,
      ),
    ).toBeGreaterThan(7)
    expect(
      Math.abs(
        between(
          ({ roles }) => roles.channel === 'person',
          ({ roles }) => roles.channel === 'site',
        ),
      ),
    ).toBeLessThan(3)
  })
})
