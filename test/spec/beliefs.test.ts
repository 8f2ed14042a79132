/** Beliefs of a small study, computed once more from the raw answers by plain arithmetic (METHOD.md §19). */
import { beforeAll, describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { intendedLevels } from '../../pipeline/explain/intended.ts'
import { openStudy } from '../../pipeline/open.ts'
import { tQuantile, tTwoSidedP } from '../../pipeline/stats/distributions.ts'
import type { BeliefRow, BeliefTogetherRow, Tables } from '../../pipeline/tables.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'

/** Answers of customers to a and b on 1-5, a rating each; nobody rates two companies. 2022 did not ask b. */
const customers: Record<string, Record<string, string>> = {
  2022: { alfa: '44 55 54 45 34', beta: '33 43 22 42 41', gamma: '55 44 53 43', echo: '35 45 55 15' },
  2023: { alfa: '54 44 55 45 53 33', beta: '22 33 12 31 24', gamma: '44 35 54 54', echo: '33 43 44 55' },
  2024: { alfa: '44 54 45 55 35', beta: '12 23 32 22', gamma: '45 54 44 55 34', echo: '11 22 34 33' },
  2025: {
    ...{ alfa: '44 55 45 53 34 43 44 54', beta: '22 31 12 23 21 32 13', gamma: '54 44 45 34 55 43' },
    ...{ delta: '55 44 54 45 43', echo: '33 24 42 51 23 44', few: '55 54 45', hidden: '11 12 21 11 22' },
  },
}
const industries: Record<string, string> = { echo: 'energy' }
const industryOf = (company: string) => industries[company] ?? 'bank'
/** `few` has three ratings, of four that are needed. */
const shown = ['alfa', 'beta', 'gamma', 'delta', 'echo']
const roles = ['<b>', '=1+1', '__proto__'] as const

/** One person each: company, role, answers to b1, b2, the priority and the level intended, on 1-10; - is none. */
const people: readonly [string, (typeof roles)[number], string][] = [
  ...(['9 8 7 9', '10 - 9 9', '7 8 8 9'] as const).map((line): [string, '<b>', string] => [
    'alfa',
    '<b>',
    line,
  ]),
  ...(['8 9 5 9', '9 9 9 8', '10 9 7 10', '6 7 7 8'] as const).map((line): [string, '=1+1', string] => [
    'alfa',
    '=1+1',
    line,
  ]),
  ['alfa', '__proto__', '- - 4 3'],
  ['beta', '<b>', '2 3 2 -'],
  ['beta', '<b>', '3 4 1 5'],
  ['beta', '=1+1', '3 3 3 6'],
  ['beta', '=1+1', '4 2 2 -'],
  ['gamma', '<b>', '10 9 8 7'],
  ['gamma', '=1+1', '8 9 - 7'],
  ['gamma', '__proto__', '9 9 - 7'],
  ['delta', '<b>', '9 9 8 2'],
  ['delta', '<b>', '9 - 8 4'],
  ['delta', '=1+1', '- 9 7 9'],
  ['echo', '<b>', '5 6 9 1'],
  ['echo', '__proto__', '7 6 9 2'],
  ['few', '<b>', '7 6 9 2'],
  ['few', '<b>', '8 6 9 2'],
  ['few', '<b>', '9 6 9 2'],
  ['hidden', '<b>', '1 1 9 2'],
  ['hidden', '<b>', '9 9 2 2'],
  ['hidden', '<b>', '5 9 2 2'],
]

const contract = {
  ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0', languages: ['en'] },
  items: Object.fromEntries(['a', 'b'].map((id) => [id, { text: id, scale: { min: 1, max: 5 } }])),
  indices: { satisfaction: { items: ['a', 'b'] } },
  touchpoints: { web: { expected: 'a', experienced: 'b' } },
  beliefs: {
    ...{ scale: { min: 1, max: 10 }, superior: 9 },
    indices: { satisfaction: { items: ['b1', 'b2'], priority: 'p' } },
    touchpoints: { web: { intended: 'i' } },
  },
  publication: { minimum_n: 5, minimum_shown: 4 },
  waves: Object.fromEntries(
    Object.keys(customers).map((wave) => [
      wave,
      {
        ...{ file: `raw/${wave}.csv`, columns: { respondent: 'id', company: 'company' } },
        ...(wave === '2022' ? { items: { b: null } } : {}),
      },
    ]),
  ),
}

const raw = (wave: string) =>
  Object.entries(customers[wave] ?? {}).flatMap(([company, pairs]) =>
    pairs.split(' ').map(([a, b], k) => `${company}${k},${company},${a},${b}`),
  )
const line = ([company, role, answers]: (typeof people)[number]) =>
  ['2025', company, role, ...answers.split(' ').map((answer) => (answer === '-' ? '' : answer))].join()
const folder = (changes: object = {}, lines = people.map(line)) =>
  folderWith({
    'study.yaml': stringify({ ...contract, ...changes }),
    'companies.csv': [
      'company_id,name,industry,publish',
      ...[...shown, 'few', 'hidden'].map((id) => `${id},${id},${industryOf(id)},${id !== 'hidden'}`),
    ].join('\n'),
    'beliefs.csv': ['wave,company_id,role,b1,b2,p,i', ...lines].join('\n'),
    ...Object.fromEntries(
      Object.keys(customers).map((wave) => [`raw/${wave}.csv`, ['id,company,a,b', ...raw(wave)].join('\n')]),
    ),
  })

// The second computation.

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const mean = (values: readonly number[]) => sum(values) / values.length
const squares = (values: readonly number[]) => sum(values.map((value) => (value - mean(values)) ** 2))

/** Scores of the ratings: the mean of both answers, from 1-5 to 0-100. */
const scores = (wave: string, company: string) =>
  (customers[wave]?.[company] ?? '')
    .split(' ')
    .map(([a, b]) => (wave === '2022' ? 25 * (Number(a) - 1) : 12.5 * (Number(a) + Number(b) - 2)))

interface Figure {
  score: number
  v: number
  df: number
}

/** With one stratum of N people, of whom n rate the company: V = N/(N − 1) Σ(y − ȳ)²/n². */
function figure(wave: string, values: readonly number[]): Figure {
  const n = raw(wave).length
  return {
    score: mean(values),
    v: (n / (n - 1)) * (squares(values) / values.length ** 2),
    df: values.length - 1,
  }
}
const companyIn = (wave: string, company: string) => figure(wave, scores(wave, company))

interface Test {
  d: number
  se: number
  df: number
  low: number
  high: number
  p: number
}
function tested(d: number, v: number, df: number): Test {
  const se = Math.sqrt(v)
  const half = tQuantile(0.975, df) * se
  return { d, se, df, low: d - half, high: d + half, p: tTwoSidedP(d / se, df) }
}
const welch = (one: Figure, other: Figure): Test =>
  tested(
    one.score - other.score,
    one.v + other.v,
    (one.v + other.v) ** 2 / (one.v ** 2 / one.df + other.v ** 2 / other.df),
  )

/** Benjamini and Hochberg by their definition: p times the number of tests, divided by how many are as small. */
const bh = (p: number, family: readonly number[]) =>
  Math.min(
    1,
    ...family
      .filter((q) => q >= p)
      .map((q) => (q * family.length) / family.filter((other) => other <= q).length),
  )

const answer = (value: string) => (value === '-' ? [] : [(100 * (Number(value) - 1)) / 9])
/** Beliefs and priorities of the people of a company, of a role or all, on 0-100. */
function peopleIn(company: string, role?: string) {
  const own = people.filter(([id, one]) => id === company && (role === undefined || one === role))
  const lines = own.map(([, , answers]) => answers.split(' '))
  return {
    beliefs: lines.flatMap(([b1 = '-', b2 = '-']) => {
      const given = [...answer(b1), ...answer(b2)]
      return given.length === 0 ? [] : [mean(given)]
    }),
    priorities: lines.flatMap(([, , p = '-']) => answer(p)),
  }
}
const open = ['alfa', 'beta', 'gamma', 'delta', 'echo', 'few']
function spread(kind: 'beliefs' | 'priorities') {
  const cells = open.flatMap((company) => roles.map((role) => peopleIn(company, role)[kind]))
  const filled = cells.filter((cell) => cell.length > 0)
  const df = sum(filled.map((cell) => cell.length)) - filled.length
  return { v: sum(filled.map(squares)) / df, df }
}
const meanOf = (answers: readonly number[], kind: 'beliefs' | 'priorities'): Figure => ({
  score: mean(answers),
  v: spread(kind).v / answers.length,
  df: spread(kind).df,
})

/** The other shown companies of the industry, each counting once. */
const others = (company: string, wave: string) =>
  shown.filter(
    (other) =>
      other !== company &&
      industryOf(other) === industryOf(company) &&
      customers[wave]?.[other] !== undefined,
  )
function restOf(company: string, wave = '2025'): Figure {
  const rest = others(company, wave).map((other) => companyIn(wave, other))
  return {
    score: mean(rest.map(({ score }) => score)),
    v: sum(rest.map(({ v }) => v)) / rest.length ** 2,
    // ratings of the industry's companies, minus a stratum, minus one
    df: sum([...others(company, wave), company].map((id) => scores(wave, id).length)) - 2,
  }
}

describe('the table beliefs', () => {
  let tables: Tables
  let rows: BeliefRow[]
  const row = (company: string, role = 'all') =>
    rows.find((one) => one.company_id === company && one.role === role)
  beforeAll(async () => {
    tables = await computed(folder())
    rows = tables.beliefs
  })

  it('has a row for each public company that was asked, and for each role of its people', () => {
    const asked = open.flatMap((company) => [
      [company, 'all'],
      ...roles
        .filter((role) => people.some(([id, one]) => id === company && one === role))
        .map((role) => [company, role]),
    ])
    expect(rows.map(({ company_id, role }) => [company_id, role])).toEqual(asked)
    expect(new Set(rows.map(({ wave, index }) => `${wave} ${index}`))).toEqual(new Set(['2025 satisfaction']))
  })

  /** Who may be shown: three people who do not all answer alike, and neither does what is left of the company. */
  const visible = [
    ...['alfa all', 'beta all', 'gamma all'],
    // of alfa, the seven who answered are three and four
    ...['alfa <b>', 'alfa =1+1'],
  ]
  it('shows whom it may, and counts all', () => {
    expect(
      rows
        .filter(({ published }) => published)
        .map((one) => `${one.company_id} ${one.role}`)
        .sort(),
    ).toEqual(visible.sort())
    expect(rows.filter(({ role }) => role === 'all').map((one) => [one.company_id, one.reason])).toEqual([
      ['alfa', null],
      ['beta', null],
      ['gamma', null],
      ['delta', 'no_variation'],
      ['echo', 'too_few_believers'],
      ['few', 'too_few_ratings'],
    ])
    for (const one of rows) {
      const { beliefs, priorities } = peopleIn(one.company_id, one.role === 'all' ? undefined : one.role)
      const n = scores('2025', one.company_id).length
      expect([one.n_believers, one.n_priority, one.n_customers]).toEqual([
        beliefs.length,
        priorities.length,
        n,
      ])
    }
  })

  it('tells nothing of a row that is withheld but how many there are', () => {
    const counts = ['wave', 'company_id', 'index', 'role', 'n_believers', 'n_priority', 'n_customers']
    const told = [...counts, 'published', 'reason', 'diagnosis']
    for (const one of rows.filter(({ published }) => !published)) {
      for (const [column, value] of Object.entries(one))
        if (!told.includes(column)) expect([column, value]).toEqual([column, null])
      expect(one.diagnosis).toBe(one.role === 'all' ? 'too_few_answers' : null)
    }
  })

  const close = (found: unknown, expected: number) => expect(found).toBeCloseTo(expected, 9)

  it.each(visible)('%s: beliefs beside scores', (name) => {
    const [company = '', role] = name.split(' ')
    const one = row(company, role)
    const { beliefs } = peopleIn(company, role === 'all' ? undefined : role)
    const [believed, actual] = [meanOf(beliefs, 'beliefs'), companyIn('2025', company)]
    const range = tested(believed.score, believed.v, believed.df)
    close(one?.believed, believed.score)
    close(one?.believed_se, Math.sqrt(believed.v))
    close(one?.believed_low, range.low)
    close(one?.believed_high, range.high)
    close(one?.actual, actual.score)
    close(one?.actual_se, Math.sqrt(actual.v))
    const gap = welch(believed, actual)
    close(one?.gap, gap.d)
    close(one?.se, gap.se)
    close(one?.df, gap.df)
    close(one?.low, gap.low)
    close(one?.high, gap.high)
    close(one?.p_value, gap.p)
    // 9 on 1-10 is 88.9 on 0-100
    close(one?.believed_superior, mean(beliefs.map((belief) => (belief > 88.8 ? 100 : 0))))
    const superior = figure(
      '2025',
      scores('2025', company).map((score) => (score > 88.8 ? 100 : 0)),
    )
    close(one?.customers_superior, superior.score)
    const limits = superior.v === 0 ? undefined : tested(superior.score, superior.v, superior.df)
    expect(one?.customers_superior_low ?? undefined).toEqual(limits && expect.closeTo(limits.low, 9))
    expect(one?.customers_superior_high ?? undefined).toEqual(limits && expect.closeTo(limits.high, 9))
  })

  it('shows the priority of three people or more who do not agree, unless that tells of others', () => {
    for (const [company, role] of [['alfa'], ['alfa', '=1+1'], ['beta']] as const) {
      const priority = meanOf(peopleIn(company, role).priorities, 'priorities')
      const range = tested(priority.score, priority.v, priority.df)
      close(row(company, role)?.priority, priority.score)
      close(row(company, role)?.priority_low, range.low)
      close(row(company, role)?.priority_high, range.high)
    }
    // Of gamma, one of three called it anything. Of alfa, one of eight is of a role that is not shown: the smaller of the
    // other roles is not shown either, and four are hidden.
    expect([row('gamma')?.priority, row('gamma')?.n_priority]).toEqual([null, 1])
    expect([row('alfa', '<b>')?.priority, row('alfa', '<b>')?.n_priority]).toEqual([null, 3])
  })

  it('holds the whole against the rest of the industry, and against the past', () => {
    const whole = ['alfa', 'beta', 'gamma']
    const gaps = whole.map((company) =>
      welch(meanOf(peopleIn(company).beliefs, 'beliefs'), companyIn('2025', company)),
    )
    const behind = whole.map((company) => {
      const [own, rest] = [companyIn('2025', company), restOf(company)]
      return tested(own.score - rest.score, own.v + rest.v, rest.df)
    })
    whole.forEach((company, k) => {
      const one = row(company)
      close(
        one?.p_adjusted,
        bh(
          gaps[k]?.p ?? Number.NaN,
          gaps.map(({ p }) => p),
        ),
      )
      close(one?.actual_vs_rest, behind[k]?.d ?? Number.NaN)
      close(one?.actual_vs_rest_low, behind[k]?.low ?? Number.NaN)
      close(one?.actual_vs_rest_high, behind[k]?.high ?? Number.NaN)
      close(one?.actual_vs_rest_p, behind[k]?.p ?? Number.NaN)
      close(
        one?.actual_vs_rest_p_adjusted,
        bh(
          behind[k]?.p ?? Number.NaN,
          behind.map(({ p }) => p),
        ),
      )
      const knows = welch(meanOf(peopleIn(company).beliefs, 'beliefs'), restOf(company))
      close(one?.believed_vs_rest, knows.d)
      close(one?.believed_vs_rest_low, knows.low)
      close(one?.believed_vs_rest_high, knows.high)
      // 2022 asked another question: 2023 is the earliest that can be compared.
      expect(one?.since_wave).toBe('2023')
      const [now, then] = [companyIn('2025', company), companyIn('2023', company)]
      const improvement = welch(now, then)
      close(one?.improvement, improvement.d)
      close(one?.improvement_low, improvement.low)
      close(one?.improvement_high, improvement.high)
      // now − then + the mean of own − rest over three waves; nobody rates two companies, so own and rest are independent
      const parts = [-1, 0, 1].map((sign, k) => {
        const wave = ['2023', '2024', '2025'][k] ?? ''
        const [a, r] = [companyIn(wave, company), restOf(company, wave)]
        return { missing: r.score - a.score, v: (sign + 1 / 3) ** 2 * a.v + r.v / 9, df: r.df }
      })
      const missing = mean(parts.map((part) => part.missing))
      const v = sum(parts.map((part) => part.v))
      const beyond = tested(
        improvement.d - missing,
        v,
        v ** 2 / sum(parts.map((part) => part.v ** 2 / part.df)),
      )
      close(one?.missing, missing)
      close(one?.improvement_beyond_missing, beyond.d)
      close(one?.improvement_beyond_missing_low, beyond.low)
      close(one?.improvement_beyond_missing_high, beyond.high)
    })
    for (const one of rows.filter(({ role }) => role !== 'all'))
      expect([
        one.p_adjusted,
        one.actual_vs_rest,
        one.believed_vs_rest,
        one.improvement,
        one.since_wave,
        one.diagnosis,
      ]).toEqual([null, null, null, null, null, null])
  })

  it('finds beta, which is behind, knows, and does not call it important', () => {
    expect(rows.filter(({ role }) => role === 'all').map((one) => [one.company_id, one.diagnosis])).toEqual([
      ['alfa', 'unclear'],
      ['beta', 'does_not_want'],
      ['gamma', 'unclear'],
      ...['delta', 'echo', 'few'].map((company) => [company, 'too_few_answers']),
    ])
  })

  /** What a row of beliefs_together says of companies that count, and of whom of their people. */
  function together(found: BeliefTogetherRow | undefined, companies: readonly string[], role?: string) {
    const beliefs = companies.map((company) => peopleIn(company, role).beliefs)
    const figures = companies.map((company) => companyIn('2025', company))
    const count = companies.length
    const believed = {
      score: mean(beliefs.map(mean)),
      v: (spread('beliefs').v * sum(beliefs.map((one) => 1 / one.length))) / count ** 2,
      df: spread('beliefs').df,
    }
    const actual = {
      score: mean(figures.map(({ score }) => score)),
      v: sum(figures.map(({ v }) => v)) / count ** 2,
      df: sum(companies.map((company) => scores('2025', company).length)) - 1,
    }
    const gap = welch(believed, actual)
    expect([found?.companies, found?.n_believers]).toEqual([count, beliefs.flat().length])
    close(found?.believed, believed.score)
    close(found?.actual, actual.score)
    close(found?.gap, gap.d)
    close(found?.se, gap.se)
    close(found?.df, gap.df)
    close(found?.low, gap.low)
    close(found?.high, gap.high)
    const high = beliefs.map((one) => one.filter((belief) => belief > 88.8).length > one.length / 2)
    close(found?.companies_superior, (100 * high.filter(Boolean).length) / count)
    const pooled = figure(
      '2025',
      companies.flatMap((company) => scores('2025', company)).map((score) => (score > 88.8 ? 100 : 0)),
    )
    const limits = tested(pooled.score, pooled.v, pooled.df)
    close(found?.customers_superior, pooled.score)
    close(found?.customers_superior_low, limits.low)
    close(found?.customers_superior_high, limits.high)
    return { beliefs }
  }

  it('takes all companies together that are shown: two that are not would be told apart', () => {
    const [all, ...of] = tables.beliefs_together
    expect([all?.role, ...of.map(({ role }) => role)]).toEqual(['all', ...roles])
    together(all, ['alfa', 'beta', 'gamma'])
    expect([all?.role_difference, all?.p_value, all?.p_adjusted]).toEqual([null, null, null])
    const [first, second, third] = of
    // What is withheld of <b> rests on three people, two of beta and one of gamma. With it and the same of =1+1 that of
    // __proto__ would follow, which is one person of gamma: of =1+1 only alfa counts, and of __proto__ nobody.
    together(first, ['alfa', 'beta', 'gamma'], '<b>')
    together(second, ['alfa'], '=1+1')
    expect([third?.published, third?.reason, third?.companies, third?.believed, third?.gap]).toEqual([
      false,
      'too_few_believers',
      0,
      null,
      null,
    ])
    // Each company's difference weighs as the share of its people that is not of the role.
    const besides = (companies: readonly string[], role: string) => {
      const parts = companies.map((company) => {
        const own = peopleIn(company, role).beliefs
        const rest = roles
          .filter((other) => other !== role)
          .flatMap((other) => peopleIn(company, other).beliefs)
        const weight = rest.length / (own.length + rest.length)
        const v = spread('beliefs').v * (1 / own.length + 1 / rest.length)
        return { weight, d: mean(own) - mean(rest), v }
      })
      const total = sum(parts.map(({ weight }) => weight))
      const d = sum(parts.map(({ weight, d }) => weight * d)) / total
      const v = sum(parts.map(({ weight, v }) => weight ** 2 * v)) / total ** 2
      return tested(d, v, spread('beliefs').df)
    }
    const tests = [besides(['alfa', 'beta', 'gamma'], '<b>'), besides(['alfa'], '=1+1')]
    const smallest = Math.min(...tests.map(({ p }) => p))
    for (const [k, row] of [first, second].entries()) {
      const test = tests[k]
      if (test === undefined) throw new Error('no test')
      close(row?.role_difference, test.d)
      close(row?.role_difference_se, test.se)
      close(row?.role_difference_low, test.low)
      close(row?.role_difference_high, test.high)
      close(row?.p_value, test.p)
      // Holm of two: the smaller twice, the larger no less than that
      close(row?.p_adjusted, Math.min(1, test.p === smallest ? 2 * test.p : Math.max(test.p, 2 * smallest)))
    }
  })
})

describe('the level intended at a touchpoint', () => {
  it('is the mean of three people or more who do not agree, of public companies', () => {
    const world = realWorld(silent)
    const study = openStudy(world, { study: folder() })
    world.close()
    // alfa: 9 9 9 9 8 10 8 3 on 1-10 is (8 + 8 + 8 + 8 + 7 + 9 + 7 + 2) / 72; delta: 2 4 9 is (1 + 3 + 8) / 27.
    // Of beta and echo two answered; the three of gamma agree, and so do those of `few`.
    expect([...intendedLevels(study, '2025')]).toEqual([
      ['alfa web', { mean: expect.closeTo((100 * 57) / 72, 9), n: 8 }],
      ['delta web', { mean: expect.closeTo((100 * 12) / 27, 9), n: 3 }],
    ])
    expect(intendedLevels(study, '2024').size).toBe(0)
  })
})

describe('another study', () => {
  const close = (found: unknown, expected: number) => expect(found).toBeCloseTo(expected, 9)
  const whole = ({ beliefs }: Tables, company: string) =>
    beliefs.find((one) => one.company_id === company && one.role === 'all')

  it('has the same tables, bit by bit, whatever the order of the lines', async () => {
    const [one, other] = [await computed(folder()), await computed(folder({}, people.map(line).toReversed()))]
    expect(other.beliefs).toEqual(one.beliefs)
    expect(other.beliefs_together).toEqual(one.beliefs_together)
  })

  it('without beliefs has empty tables', async () => {
    const { beliefs, beliefs_together } = await computed(folder({ beliefs: undefined }))
    expect([beliefs, beliefs_together]).toEqual([[], []])
  })

  it('without a superior answer or a priority has none, and is not told what it wants', async () => {
    const beliefs = { scale: { min: 1, max: 10 }, indices: { satisfaction: { items: ['b1', 'b2'] } } }
    const tables = await computed(folder({ beliefs }))
    const row = whole(tables, 'beta')
    expect([row?.believed_superior, row?.customers_superior, row?.priority, row?.n_priority]).toEqual([
      null,
      null,
      null,
      0,
    ])
    expect(row?.diagnosis).toBe('unclear')
    const [all] = tables.beliefs_together
    expect([all?.companies_superior, all?.customers_superior]).toEqual([null, null])
    const usual = (await computed(folder())).beliefs_together[0]
    expect([all?.gap, all?.se, all?.df]).toEqual([usual?.gap, usual?.se, usual?.df])
  })

  it('that pools ratings holds a company against all ratings of the others', async () => {
    const tables = await computed(folder({ publication: { ...contract.publication, aggregate: 'ratings' } }))
    // of the shown companies of the industry: `few` is withheld, and alone, so that it would follow
    const banks = ['alfa', 'beta', 'gamma', 'delta']
    const pooled = figure(
      '2025',
      banks.filter((id) => id !== 'beta').flatMap((id) => scores('2025', id)),
    )
    const rest = { ...pooled, df: sum(banks.map((id) => scores('2025', id).length)) - 2 }
    const [row, own] = [whole(tables, 'beta'), companyIn('2025', 'beta')]
    const behind = tested(own.score - rest.score, own.v + rest.v, rest.df)
    close(row?.actual_vs_rest, behind.d)
    close(row?.actual_vs_rest_low, behind.low)
    const knows = welch(meanOf(peopleIn('beta').beliefs, 'beliefs'), rest)
    close(row?.believed_vs_rest, knows.d)
    close(row?.believed_vs_rest_high, knows.high)
  })

  describe('in which one person answers for each company', () => {
    const one = (...answers: number[]) =>
      ['alfa', 'beta', 'gamma', 'delta'].flatMap((company, k) =>
        answers[k] === undefined ? [] : [`2025,${company},ceo,${answers[k]},${answers[k]},5,5`],
      )
    it('has no figure of any company, and one of three together', async () => {
      const { beliefs, beliefs_together } = await computed(folder({}, one(10, 7, 4)))
      expect(beliefs.filter(({ published }) => published)).toEqual([])
      const [all, ceo] = beliefs_together
      // 10, 7 and 4 on 1-10 are 100, 66.7 and 33.3
      expect([all?.companies, all?.believed, all?.companies_superior]).toEqual([
        3,
        expect.closeTo(200 / 3, 9),
        100 / 3,
      ])
      // nobody can be compared with anybody within a company: there is no interval
      expect([all?.se, all?.low, all?.published]).toEqual([null, null, true])
      expect([ceo?.published, ceo?.companies]).toEqual([false, 0])
    })
    it.each([
      ['two', [10, 7]],
      ['three who agree', [8, 8, 8]],
    ])('has no figure of %s', async (_, answers) => {
      const { beliefs_together } = await computed(folder({}, one(...answers)))
      expect(
        beliefs_together.map(({ companies, believed, gap, reason }) => [companies, believed, gap, reason]),
      ).toEqual([
        [0, null, null, 'too_few_believers'],
        [0, null, null, 'too_few_believers'],
      ])
    })
  })

  it('in which each role has one person takes the spread within companies', async () => {
    const tables = await computed(
      folder({}, [
        '2025,alfa,a,9,,,',
        '2025,alfa,b,6,,,',
        '2025,alfa,c,3,,,',
        '2025,beta,a,5,,,',
        '2025,beta,b,3,,,',
      ]),
    )
    // 9, 6, 3 and 5, 3: squares 18 and 2 on 3 degrees of freedom, in steps of 100/9 points
    const [variance, df] = [(20 / 3) * (100 / 9) ** 2, 3]
    const row = whole(tables, 'alfa')
    close(row?.believed_se, Math.sqrt(variance / 3))
    close(row?.believed_low, (5 * 100) / 9 - tQuantile(0.975, df) * Math.sqrt(variance / 3))
  })
})
