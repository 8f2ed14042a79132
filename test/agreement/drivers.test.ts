import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { uniforms } from '../../pipeline/stats/random.ts'
import type { DriverRow } from '../../pipeline/tables.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { type DrivenStudy, plainDrivers } from './drivers.ts'
import { plainMakesUp, plainPromises } from './drivers-together.ts'
import type { Answer, Column, Respondent, Target } from './plain.ts'
import { writeStudy } from './write.ts'

/** Companies with how often they are rated. */
const companies = { a1: 9, a2: 8, a3: 4, b1: 8, b2: 5, b3: 1, b4: 1, c1: 0.8, d1: 9, d2: 5 } as const
const hidden = new Set(['a3'])
const industries = { a: 'i1', b: 'i2', c: 'i3', d: 'i4' } as const
const items = {
  q: [1, 10],
  works: [1, 10],
  smooth: [0, 10],
  extras: [1, 7],
  promise: [1, 10],
  hoped: [1, 10],
  got: [0, 10],
} as const

interface Design {
  seed: number
  columns: readonly Column[]
  rake: boolean
  perRating?: boolean
}

/** People who rate one to four companies; drivers are correlated, the first hurts, the second pleases, answers are missing. */
function drawn({ seed, columns, rake, perRating = false }: Design): DrivenStudy {
  const next = uniforms(seed, 'study')
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  const names = Object.keys(companies)
  const total = Object.values(companies).reduce((sum: number, one) => sum + one, 0)
  const pick = () => {
    let at = next() * total
    return (
      names.find((name) => {
        at -= companies[name as keyof typeof companies]
        return at < 0
      }) ?? 'a1'
    )
  }
  const answer = (value: number, [min, max]: readonly [number, number]): Answer =>
    next() < 0.03 ? 'dont_know' : Math.min(max, Math.max(min, Math.round(min + ((max - min) * value) / 100)))
  const respondents = Array.from({ length: 300 }, (_, i): Respondent => {
    const mood = normal()
    const rated = [...new Set(Array.from({ length: 1 + Math.floor(4 * next()) }, pick))]
    return {
      ...{ wave: '1', respondent: `r${i}`, stratum: `s${Math.floor(3 * next())}` },
      ...{ weight: 0.5 + 1.5 * next(), household: `h${Math.floor(i / 2)}` },
      groups: { age: next() < 0.4 ? 'young' : 'old' },
      ratings: rated.map((company) => {
        const [works, extras, promise] = [0, 1, 2].map(() => 68 + 12 * mood + 18 * normal()) as [
          number,
          number,
          number,
        ]
        const [hoped, got] = [75 + 15 * normal(), 70 + 15 * normal()]
        const outcome =
          70 +
          0.9 * Math.min(0, works - 70) +
          0.6 * Math.max(0, extras - 70) +
          0.1 * promise +
          10 * normal() +
          0.2 * (got - 70) -
          0.4 * (hoped - 75)
        return {
          company,
          weight: 0.5 + next(),
          answers: {
            q: answer(outcome, items.q),
            works: answer(works, items.works),
            // High is bad.
            smooth: answer(100 - works + 8 * normal(), items.smooth),
            extras: answer(extras, items.extras),
            promise: answer(promise, items.promise),
            hoped: answer(hoped, items.hoped),
            got: answer(got, items.got),
          },
        }
      }),
    }
  })
  const targets: Target[] = [
    { wave: '1', variable: 'age', category: 'young', share: 0.55 },
    { wave: '1', variable: 'age', category: 'old', share: 0.45 },
  ]
  return {
    waves: [{ id: '1', items: Object.keys(items), columns }],
    items: Object.entries(items).map(([id, [min, max]]) => ({ id, min, max, reverse: id === 'smooth' })),
    indices: [
      { id: 'outcome', items: ['q'] },
      { id: 'just_works', items: ['works', 'smooth'], weights: { works: 2, smooth: 1 } },
      { id: 'extras', items: ['extras'] },
      { id: 'promises', items: ['promise'] },
    ],
    touchpoints: [{ id: 'shop', expected: 'hoped', experienced: 'got' }],
    drivers: { outcome: 'outcome', of: ['just_works', 'extras', 'promises'] },
    industries: Object.values(industries).map((id) => ({ id, name: id })),
    companies: names.map((id) => ({
      ...{ id, name: id, publish: !hidden.has(id) },
      industry: industries[id.slice(0, 1) as keyof typeof industries],
    })),
    respondents,
    publication: {
      ...{ minimum_n: 50, minimum_shown: 30, minimum_segment_n: 20 },
      ...{ aggregate: 'companies', confidence: 0.9 },
    },
    single_unit_stratum: 'center',
    weighting: { targets: rake ? targets : [], level: perRating ? 'rating' : 'respondent' },
    panel: false,
  }
}

/** The files of the study, its drivers in the contract. */
function files(study: DrivenStudy): Record<string, string> {
  const { 'study.yaml': contract = '', ...others } = writeStudy(study)
  return { ...others, 'study.yaml': stringify({ ...parse(contract), drivers: study.drivers }) }
}

/** The cells of a row that are not as wanted; numbers to six digits, as the errors of importance come from small steps. */
const apart = (key: string, row: object, wanted: object): string[] =>
  Object.entries(wanted).flatMap(([column, one]) => {
    const got = new Map<string, unknown>(Object.entries(row)).get(column)
    const close =
      typeof one === 'number' && typeof got === 'number'
        ? Math.abs(got - one) <= 1e-6 * Math.max(1, Math.abs(one))
        : got === one
    return close ? [] : [`${key} ${column}: ${String(got)}, not ${String(one)}`]
  })

/** The kind that the other columns of a row give, read from METHOD.md §21. */
function kindFrom(row: DriverRow, level: number): DriverRow['kind'] {
  const below = (row.slope_below ?? 0) / (row.slope_below_se ?? 1)
  const above = (row.slope_above ?? 0) / (row.slope_above_se ?? 1)
  if (row.contrast_reason === 'no_effect' || Math.max(Math.abs(below), Math.abs(above)) < 2) return 'none'
  const bent = (row.bend_p_adjusted ?? 1) < level
  const [first, second] = [row.asymmetry ?? 0, row.asymmetry_other_cuts ?? 0]
  const either = (kind: string) => row.contrast_kind === kind || row.contrast_kind_other_cuts === kind
  const steeperBelow = (row.slope_below ?? 0) >= (row.slope_above ?? 0)
  if (bent && steeperBelow && below >= 2 && either('basic') && Math.max(first, second) <= -0.2) return 'basic'
  if (bent && !steeperBelow && above >= 2 && either('excitement') && Math.min(first, second) >= 0.2)
    return 'excitement'
  return row.contrast_kind !== 'none' && below >= 2 && above >= 2 ? 'performance' : 'not_interpretable'
}

for (const [name, design] of Object.entries<Design>({
  'weights and strata': { seed: 1, columns: ['weight', 'stratum'], rake: false },
  'raked households': { seed: 2, columns: ['weight', 'stratum', 'household'], rake: true },
  'raked people': { seed: 3, columns: ['stratum'], rake: true },
  'a weight for each rating': { seed: 4, columns: ['weight', 'stratum'], rake: false, perRating: true },
}))
  it(`drivers by sums are those by single ratings: ${name}`, async () => {
    const study = drawn(design)
    const { drivers, makes_up, promise_effect } = await computed(folderWith(files(study)))
    const named = ({ level, entity_id, driver }: (typeof drivers)[number]) =>
      `${level} ${entity_id} ${driver}`
    const plain = plainDrivers(study, '1')
    expect(drivers.map(named).sort()).toEqual([...plain.keys()].sort())
    expect(drivers.flatMap((row) => apart(named(row), row, plain.get(named(row)) ?? {}))).toEqual([])
    const judged = drivers.filter((row) => row.published && row.level !== 'company')
    expect(judged.map(({ kind }) => kind)).toEqual(
      judged.map((row) => kindFrom(row, 1 - study.publication.confidence)),
    )
    const basic = new Set(drivers.filter(({ kind }) => kind === 'basic').map(named))
    const makes = plainMakesUp(study, '1', basic)
    expect(makes_up).toHaveLength(makes.length)
    expect(makes.length).toBeGreaterThan(0)
    expect(
      makes.flatMap((row) => {
        const key = [row.level, row.entity_id, row.failing, row.with].join(' ')
        const own = makes_up.find(
          (one) => key === [one.level, one.entity_id, one.failing, one.with].join(' '),
        )
        return apart(key, own ?? {}, row)
      }),
    ).toEqual([])
    const promises = plainPromises(study, '1')
    expect(promise_effect.map(({ level, entity_id }) => `${level} ${entity_id}`)).toEqual(
      promises.map(({ level, entity_id }) => `${level} ${entity_id}`),
    )
    expect(
      promises.flatMap((row, i) => apart(`${row.level} ${row.entity_id}`, promise_effect[i] ?? {}, row)),
    ).toEqual([])
    expect(promise_effect.map(({ verdict }) => verdict)).toContain('hurts')
    expect(
      drivers.filter((row) => row.level === 'industry' && row.published && row.importance_se !== null),
    ).not.toHaveLength(0)
    expect(drivers.filter((row) => row.level === 'company' && row.penalty !== null)).not.toHaveLength(0)
    expect(drivers.filter((row) => !row.published)).not.toHaveLength(0)
    expect(drivers.some((row) => row.entity_id === 'a3')).toBe(false)
  })
