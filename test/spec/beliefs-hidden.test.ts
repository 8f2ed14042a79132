/**
 * An attack on what is published of beliefs: every published mean is a linear equation of the means of people of a company
 * in a role. Whatever follows from all of them together must rest on three people or more (METHOD.md §19).
 */
import { describe, expect, it } from 'vitest'
import { beliefRows } from '../../pipeline/explain/beliefs.ts'
import { beliefTogetherRows } from '../../pipeline/explain/beliefs-together.ts'
import { setsOf } from '../../pipeline/explain/together.ts'
import { uniforms } from '../../pipeline/stats/random.ts'
import type { BeliefRow, BeliefTogetherRow } from '../../pipeline/tables.ts'
import {
  believedOf,
  idOf,
  nobodyElse,
  type Person,
  scoredOf,
  studyOf,
  withPeople,
} from '../support/believed.ts'

const roles = ['a', 'b', 'c']
const companies = 6
const empty = studyOf(companies, companies, { min: 1, max: 10 })

/** Some companies have few people, some lack a role, and in some everybody agrees. */
function drawPeople(seed: number): Person[] {
  const random = uniforms(seed, 'hidden')
  const below = (count: number) => Math.floor(random() * count)
  const usual = below(3)
  return Array.from({ length: companies }, (_, company) => company).flatMap((company) => {
    const agree = random() < 0.2
    return roles.flatMap((role) =>
      Array.from({ length: random() < 0.25 ? 0 : usual + below(3) }, () => ({
        ...{ company, role, belief: agree ? 8 : 1 + below(10) },
      })),
    )
  })
}

interface Cell {
  company: number
  role: string
  answers: number[]
}

function publishedOf(people: readonly Person[]) {
  const study = withPeople(empty, people)
  const scores = Array.from({ length: companies }, (_, k) => ({ score: 60 + k, se: 1, df: 100 }))
  const given = believedOf(study, scoredOf(scores, companies))
  const sets = setsOf(given)
  return {
    beliefs: beliefRows(study, '2025', [{ ...given, customers: nobodyElse }]),
    together: beliefTogetherRows(
      study,
      '2025',
      given,
      sets,
      sets.map(() => ({ superior: undefined, df: 100 })),
    ),
  }
}

/** The published means as equations: a weight for each cell, and the value. */
function equationsOf(
  cells: readonly Cell[],
  beliefs: readonly BeliefRow[],
  together: readonly BeliefTogetherRow[],
) {
  const own = (company: string, role: string) =>
    cells.map((cell) => idOf(cell.company) === company && (role === 'all' || cell.role === role))
  const weights = (company: string, role: string) => {
    const inside = own(company, role)
    const total = cells.reduce((sum, cell, k) => sum + (inside[k] ? cell.answers.length : 0), 0)
    return cells.map((cell, k) => (inside[k] ? cell.answers.length / total : 0))
  }
  const shown = beliefs.filter(({ published }) => published)
  const has = (company: string, role: string) => own(company, role).some(Boolean)
  const isShown = (company: string, role: string) =>
    shown.some((row) => row.company_id === company && row.role === role)
  /** As the method says: those of whom `n_believers` and `companies` are told. */
  const members = ({ role, companies: count, n_believers }: BeliefTogetherRow) => {
    const all = Array.from({ length: companies }, (_, k) => idOf(k)).filter((id) => has(id, role))
    const whole = role === 'all' ? all : all.filter((id) => isShown(id, 'all'))
    const alone = whole.filter((id) => isShown(id, role))
    const fits = [whole, alone].find((ids) => {
      const people = cells.filter(
        (cell) => ids.includes(idOf(cell.company)) && (role === 'all' || cell.role === role),
      )
      return ids.length === count && people.flatMap(({ answers }) => answers).length === n_believers
    })
    if (fits === undefined) throw new Error(`nobody knows who makes the row ${role}`)
    return fits
  }
  const meanOf = (rows: readonly number[][]) =>
    cells.map((_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0), 0) / rows.length)
  return [
    ...shown.map((row) => ({ row: weights(row.company_id, row.role), value: row.believed })),
    ...together
      .filter(({ published }) => published)
      .flatMap((row) => {
        const ids = members(row)
        const mean = meanOf(ids.map((id) => weights(id, row.role)))
        if (row.role_difference === null) return [{ row: mean, value: row.believed }]
        const all = meanOf(ids.map((id) => weights(id, 'all')))
        const count = (id: string, role: string) =>
          cells.reduce((n, cell, k) => n + (own(id, role)[k] ? cell.answers.length : 0), 0)
        const share =
          ids.reduce((sum, id) => sum + 1 - count(id, row.role) / count(id, 'all'), 0) / ids.length
        const beside = mean.map((weight, k) => (weight - (all[k] ?? 0)) / share)
        return [
          { row: mean, value: row.believed },
          { row: beside, value: row.role_difference },
        ]
      }),
  ]
}

/** Gauss: the rows that are left, each with its first weight made 1. */
function reduced(rows: readonly number[][]): number[][] {
  const left: number[][] = []
  for (const row of rows) {
    const rest = subtract(row, left)
    const size = Math.max(...rest.map(Math.abs))
    if (size < 1e-9) continue
    const pivot = rest.findIndex((value) => Math.abs(value) > 1e-9)
    left.push(rest.map((value) => value / (rest[pivot] ?? 1)))
  }
  return left
}
function subtract(row: readonly number[], left: readonly number[][]): number[] {
  return left.reduce(
    (rest, one) => {
      const pivot = one.findIndex((value) => Math.abs(value) > 1e-9)
      const factor = rest[pivot] ?? 0
      return rest.map((value, k) => value - factor * (one[k] ?? 0))
    },
    [...row],
  )
}

const seeds = Array.from({ length: 120 }, (_, seed) => seed)

describe('what is published of beliefs', () => {
  const studies = seeds.map((seed) => {
    const people = drawPeople(seed)
    const cells = Array.from({ length: companies }, (_, company) => company).flatMap((company) =>
      roles.flatMap((role): Cell[] => {
        const answers = people.flatMap((one) =>
          one.company === company && one.role === role ? (one.belief ?? []) : [],
        )
        return answers.length === 0
          ? []
          : [{ company, role, answers: answers.map((answer) => (100 * (answer - 1)) / 9) }]
      }),
    )
    const { beliefs, together } = publishedOf(people)
    return { seed, cells, beliefs, together, equations: equationsOf(cells, beliefs, together) }
  })

  it('is what the equations say: each holds for the answers as they were given', () => {
    for (const { cells, equations } of studies)
      for (const { row, value } of equations) {
        const means = cells.map(({ answers }) => answers.reduce((a, b) => a + b, 0) / answers.length)
        expect(value).toBeCloseTo(
          row.reduce((sum, weight, k) => sum + weight * (means[k] ?? 0), 0),
          8,
        )
      }
    // and there is much to attack with
    const count = (rows: readonly { published: boolean }[]) =>
      rows.filter(({ published }) => published).length
    expect(studies.reduce((sum, { beliefs }) => sum + count(beliefs), 0)).toBeGreaterThan(500)
    expect(studies.reduce((sum, { together }) => sum + count(together), 0)).toBeGreaterThan(200)
  })

  it('never tells the mean of fewer than three people, or of people who agree', () => {
    const told: string[] = []
    for (const { seed, cells, equations } of studies) {
      const left = reduced(equations.map(({ row }) => row))
      const safe = (some: readonly Cell[]) => {
        const answers = some.flatMap((cell) => cell.answers)
        return answers.length >= 3 && Math.max(...answers) - Math.min(...answers) > 1e-9
      }
      // one cell, two cells of a company, two of a role: any mean of these that follows from the equations
      for (const [j, one] of cells.entries())
        for (const [k, other] of cells.entries()) {
          if (k < j || (one.company !== other.company && one.role !== other.role)) continue
          const some = j === k ? [one] : [one, other]
          if (safe(some)) continue
          const sum = cells.map((cell, i) => (i === j || i === k ? cell.answers.length : 0))
          const even = cells.map((_, i) => (i === j || i === k ? 1 : 0))
          for (const row of [sum, even])
            if (Math.max(...subtract(row, left).map(Math.abs)) < 1e-7)
              told.push(`study ${seed}: ${some.map(({ company, role }) => `${company} ${role}`)}`)
        }
    }
    expect(told).toEqual([])
  })
})
