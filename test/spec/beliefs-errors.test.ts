/** How often the diagnoses of beliefs are wrong, and right, in drawn studies whose truth is known (METHOD.md §19). */
import { describe, expect, it } from 'vitest'
import { beliefRows } from '../../pipeline/explain/beliefs.ts'
import { uniforms } from '../../pipeline/stats/random.ts'
import type { BeliefRow } from '../../pipeline/tables.ts'
import {
  believedOf,
  type Figure,
  nobodyElse,
  type Person,
  scoredOf,
  studyOf,
  withPeople,
} from '../support/believed.ts'
import { normals } from '../support/drawn.ts'

const [companies, size] = [40, 5]
const roles = ['a', 'b', 'c']
const empty = studyOf(companies, size, { min: 0, max: 100 })

/** What is true of a company. */
interface Truth {
  /** in each of five waves */
  scores: readonly number[]
  belief: number
  priority: number
}

const clamped = (value: number) => Math.min(100, Math.max(0, Math.round(value)))

/** Means of 60 ratings each, and three to six people per company who spread by 8 points. */
function drawn(seed: number, truthOf: (company: number) => Truth): BeliefRow[] {
  const normal = normals(seed)
  const uniform = uniforms(seed, 'people')
  const numbers = (count: number) => Array.from({ length: count }, (_, k) => k)
  const truth = numbers(companies).map(truthOf)
  const people = truth.flatMap(({ belief, priority }, company) =>
    roles.flatMap((role): Person[] =>
      numbers(uniform() < 0.35 ? 2 : 1).map(() => ({
        ...{
          company,
          role,
          belief: clamped(belief + 8 * normal()),
          priority: clamped(priority + 15 * normal()),
        },
      })),
    ),
  )
  const figure = (mean: number): Figure => {
    const ratings = numbers(60).map(() => mean + 14 * normal())
    const score = ratings.reduce((sum, one) => sum + one, 0) / ratings.length
    const squares = ratings.reduce((sum, one) => sum + (one - score) ** 2, 0)
    return { score, se: Math.sqrt(squares / 59 / 60), df: 59 }
  }
  const waves = numbers(5).map((wave) =>
    scoredOf(
      truth.map(({ scores }) => figure(scores[wave] ?? 0)),
      size,
    ),
  )
  const study = withPeople(empty, people)
  const now = waves.at(-1)
  if (now === undefined) return []
  const given = believedOf(study, now, waves.slice(0, -1))
  return beliefRows(study, '2025', [{ ...given, customers: nobodyElse }]).filter(({ role }) => role === 'all')
}

const level = (score: number) => [score, score, score, score, score]
const found = (rows: readonly BeliefRow[], diagnosis: RegExp) =>
  rows.filter((row) => diagnosis.test(row.diagnosis ?? ''))
const studies = Array.from({ length: 500 }, (_, seed) => seed)

describe('studies in which beliefs are true and no company differs', () => {
  const all = studies.map((seed) => drawn(seed, () => ({ scores: level(65), belief: 65, priority: 65 })))
  it('have any of the three diagnoses in about one of forty', () => {
    const wrong = all.filter((rows) => found(rows, /^does_not/).length > 0).length
    // 2.5 % of 500 are 12.5, with a standard error of 3.5
    expect(wrong).toBeLessThan(12.5 + 2.5 * 3.5)
    expect(wrong).toBeGreaterThan(2)
  })
  it('have intervals that hold the truth in 95 of 100', () => {
    const rows = all.flat()
    const holding = (low: keyof BeliefRow, high: keyof BeliefRow, truth: number) => {
      const shown = rows.filter((row) => row[low] !== null)
      return (
        (100 * shown.filter((row) => Number(row[low]) <= truth && truth <= Number(row[high])).length) /
        shown.length
      )
    }
    for (const [name, truth] of [
      ['believed', 65],
      ['priority', 65],
      ['actual_vs_rest', 0],
      ['believed_vs_rest', 0],
      ['improvement', 0],
      ['improvement_beyond_missing', 0],
    ] as const)
      expect([name, holding(`${name}_low`, `${name}_high`, truth)]).toEqual([name, expect.closeTo(95, 0)])
    expect(holding('low', 'high', 0)).toBeCloseTo(95, 0)
  })
  it('are in touch or unclear otherwise', () => {
    const rows = all.flat()
    const share = (diagnosis: RegExp) => found(rows, diagnosis).length / rows.length
    expect(share(/^in_touch$/)).toBeGreaterThan(0.4)
    expect(share(/^(in_touch|unclear|too_few_answers)$/)).toBeGreaterThan(0.998)
  })
})

describe('a company that lies ten points behind its industry and knows it', () => {
  /** Company 0 is one of a kind; the others are as they believe. */
  const share = (own: Truth, diagnosis: RegExp) => {
    const some = studies.slice(0, 80)
    const rows = some.map((seed) =>
      drawn(seed, (company) => (company === 0 ? own : { scores: level(68), belief: 68, priority: 65 })),
    )
    return rows.filter(([row]) => diagnosis.test(row?.diagnosis ?? '')).length / some.length
  }
  const behind = { scores: level(58), belief: 58 }
  it.each<[name: string, truth: Truth, diagnosis: RegExp, least: number, most: number]>([
    ['and thinks itself ahead', { ...behind, belief: 80, priority: 65 }, /does_not_know/, 0.8, 1],
    ['and does not find it important', { ...behind, priority: 25 }, /does_not_want/, 0.5, 1],
    ['and has not improved', { ...behind, priority: 85 }, /does_not_act/, 0.4, 1],
    [
      'and has risen by ten',
      { scores: [48, 50, 53, 55, 58], belief: 58, priority: 85 },
      /does_not_act/,
      0,
      0.02,
    ],
    // What it lacked on average is (20 + 17.5 + 15 + 12.5 + 10) / 5 = 15; it has risen by as much from 53.
    [
      'and has risen by what it lacked',
      { scores: [43, 58, 58, 58, 58], belief: 58, priority: 85 },
      /does_not_act/,
      0,
      0.025,
    ],
    ['and has no opinion of its importance', { ...behind, priority: 50 }, /does_not/, 0, 0.06],
  ])('%s', (_, truth, diagnosis, least, most) => {
    const found = share(truth, diagnosis)
    expect(found).toBeGreaterThanOrEqual(least)
    expect(found).toBeLessThanOrEqual(most)
  })
})
