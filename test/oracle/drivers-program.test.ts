import { beforeAll, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { lmg } from '../../pipeline/stats/importance.ts'
import { uniforms } from '../../pipeline/stats/random.ts'
import { relativeWeights } from '../../pipeline/stats/relative-weights.ts'
import type { DriverRow } from '../../pipeline/tables.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { correlationsOf } from '../support/regression.ts'
import { driverCase } from './driver-case.ts'
import { expectClose } from './oracle.ts'

const { input, expected } = driverCase()

/**
 * The case as a study: one company, one rating a person. Answers are whole numbers, so the outcome, which has two decimals, is
 * the mean of two items: whole points, which count a hundred times, and hundredths. All points are 100/101 of the case's.
 */
const scale = 100 / 101

async function rowsOf(drivers: readonly string[], weighted: boolean): Promise<DriverRow[]> {
  const ten = { text: 'Q', scale: { min: 1, max: 10 } }
  const hundred = { text: 'Q', scale: { min: 0, max: 100 } }
  const contract = {
    ...{ id: 's', title: 'S', publisher: { name: 'P' }, licence: 'CC0-1.0', languages: ['en'] },
    items: { whole: hundred, part: hundred, ...Object.fromEntries(drivers.map((name) => [name, ten])) },
    indices: {
      outcome: { items: ['whole', 'part'], weights: { whole: 100, part: 1 }, min_items: 2 },
      ...Object.fromEntries(drivers.map((name) => [`of_${name}`, { items: [name] }])),
    },
    drivers: { outcome: 'outcome', of: drivers.map((name) => `of_${name}`) },
    waves: {
      w: {
        file: 'raw.csv',
        columns: { respondent: 'id', company: 'company', ...(weighted ? { weight: 'w' } : {}) },
      },
    },
  }
  const lines = input.map((row) => {
    const hundredths = Math.round(Number(row.y) * 100)
    return [
      row.id,
      'c',
      row.w,
      Math.floor(hundredths / 100),
      hundredths % 100,
      ...drivers.map((name) => row[name]),
    ]
  })
  const folder = folderWith({
    'study.yaml': stringify(contract),
    'companies.csv': 'company_id,name,industry\nc,C,i\n',
    'raw.csv': [['id', 'company', 'w', 'whole', 'part', ...drivers], ...lines]
      .map((line) => line.join())
      .join('\n'),
  })
  return (await computed(folder)).drivers
}

const found = new Map<string, DriverRow[]>()
beforeAll(async () => {
  for (const [name, { drivers }] of Object.entries({ five: expected.five, ten: expected.ten }))
    for (const weighted of [false, true]) found.set(`${name} ${weighted}`, await rowsOf(drivers, weighted))
})

const ofLevel = (key: string, level: string) => (found.get(key) ?? []).filter((row) => row.level === level)

for (const [name, { rows, r2, r2_weighted }] of [
  ['five', expected.five],
  ['ten', expected.ten],
] as const)
  for (const weighted of [false, true])
    it(`${name} drivers${weighted ? ', weighted' : ''}: importance of the company, its industry and all`, () => {
      const whole = weighted ? r2_weighted : r2
      for (const level of ['company', 'industry', 'all']) {
        const ours = ofLevel(`${name} ${weighted}`, level)
        expect(ours).toHaveLength(rows.length)
        for (const [j, row] of rows.entries()) {
          const lmg = weighted ? row.lmg_weighted : row.lmg
          const johnson = weighted ? row.johnson_weighted : row.johnson
          expectClose(ours[j]?.r2, whole, `${row.driver} r2`, 1e-10)
          expectClose(ours[j]?.lmg, lmg, `${row.driver} lmg`, 1e-10)
          expectClose(ours[j]?.importance, lmg / whole, `${row.driver} importance`, 1e-10)
          expectClose(ours[j]?.johnson, johnson / whole, `${row.driver} johnson`, 1e-10)
        }
      }
    })

for (const weighted of [false, true])
  it(`penalty, reward and what they are called${weighted ? ', weighted' : ''}`, () => {
    for (const level of ['company', 'industry', 'all']) {
      const ours = ofLevel(`ten ${weighted}`, level)
      for (const [j, row] of (weighted ? expected.prca_weighted : expected.prca).rows.entries()) {
        const one = ours[j]
        // Where an end has fewer than 30 ratings, the program shows no figure that rests on it.
        if (Math.min(row.n_low, row.n_high) < 30)
          expect(one).toMatchObject({ n_low: null, penalty: null, reward: null })
        else {
          expect(one).toMatchObject({ n_low: row.n_low, n_high: row.n_high })
          for (const key of ['penalty', 'penalty_se', 'reward', 'reward_se'] as const)
            expectClose(one?.[key], scale * row[key], `${row.driver} ${key}`)
        }
        expect(one).toMatchObject({
          contrast_kind: row.kind,
          contrast_reason: row.kind === 'none' ? row.reason : null,
        })
        if (row.impact_asymmetry === null) expect(one?.asymmetry).toBeNull()
        else expectClose(one?.asymmetry, row.impact_asymmetry, `${row.driver} asymmetry`)
      }
    }
  })

it('errors of importance are those of 1,000 resamples, within a tenth', () => {
  const uniform = uniforms(1, 'resamples')
  const { drivers } = expected.five
  const columns = [...drivers, 'y'].map((name) => input.map((row) => Number(row[name])))
  const w = input.map(() => 1)
  const shares = Array.from({ length: 1000 }, () => {
    const chosen = input.map(() => Math.floor(uniform() * input.length))
    const [x, y] = [columns.slice(0, -1), columns.at(-1) ?? []]
    const drawn = (column: readonly number[]) => chosen.map((i) => column[i] ?? 0)
    const r = correlationsOf({ x: x.map(drawn), y: drawn(y), w, unit: [] })
    const ofEach = (parts: readonly number[]) => {
      const whole = parts.reduce((sum, part) => sum + part, 0)
      return parts.map((part) => part / whole)
    }
    return { lmg: ofEach(lmg(r)), johnson: ofEach(relativeWeights(r).weights) }
  })
  const spreadOf = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1))
  }
  for (const [j, row] of ofLevel('five false', 'all').entries()) {
    const drawn = spreadOf(shares.map((one) => one.lmg[j] ?? 0))
    expectClose(row.importance_se, drawn, `${row.driver} importance_se`, 0.1)
    const johnson = spreadOf(shares.map((one) => one.johnson[j] ?? 0))
    const wide = (row.johnson_high ?? 0) - (row.johnson_low ?? 0)
    const times = ((row.importance_high ?? 0) - (row.importance_low ?? 0)) / (row.importance_se ?? 0)
    expectClose(wide / times, johnson, `${row.driver} johnson`, 0.1)
  }
})
