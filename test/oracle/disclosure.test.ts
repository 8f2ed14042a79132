import { describe, expect, it } from 'vitest'
import { solve } from '../../pipeline/audit/solve.ts'
import { cell, emptySystem, madeOf, type Row, shownSum, type System } from '../../pipeline/audit/system.ts'
import { withhold } from '../../pipeline/segments/withhold.ts'
import { shown } from '../../pipeline/show.ts'
import { oracle } from './oracle.ts'

interface Bound {
  cell: string
  true: number
  primary: boolean
  min: number
  max: number
}

interface Expected {
  settings: { threshold: number }
  primary: string[]
  primary_only_audit: Bound[]
  optimum: { cost: number; audit: Bound[] }
  heuristic: { cost: number; cells: string[]; audit: Bound[] }
}

const { text, rows } = oracle('disclosure')
const expected = JSON.parse(text('expected.json')) as Expected
const least = expected.settings.threshold
const table = rows('input.csv').filter(({ region }) => region !== 'Total')
const categories = Object.keys(table[0] ?? {}).filter((name) => !['region', 'Total'].includes(name))
const counts = table.map((row) => categories.map((category) => Number(row[category])))
const nameOf = (k: number, c: number) => `${table[k]?.region}/${categories[c]}`
const names = counts.flatMap((row, k) => row.map((_, c) => nameOf(k, c)))
const countOf = new Map(counts.flatMap((row, k) => row.map((n, c) => [nameOf(k, c), n] as const)))
const column = (name: string) => name.split('/')[1] ?? ''
const row = (name: string) => name.split('/')[0] ?? ''

/**
 * The largest that cell `name` may be though all totals and all cells that are not suppressed are known: its count and the
 * largest flow that can move through the other suppressed cells from its row to its column. A cell can lose what it has, and gain
 * without limit.
 */
function largest(suppressed: readonly string[], name: string): number {
  const change = new Map(suppressed.map((one) => [one, 0]))
  let gained = 0
  for (;;) {
    // What the cell gains, its row and its column lose: a path of cells that lose and gain in turns.
    const path = pathFrom(suppressed, name, change)
    if (path === undefined) return (countOf.get(name) ?? 0) + gained
    const room = path
      .filter((_, at) => at % 2 === 0)
      .map((one) => (countOf.get(one) ?? 0) + (change.get(one) ?? 0))
      .reduce((a, b) => Math.min(a, b))
    for (const [at, one] of path.entries())
      change.set(one, (change.get(one) ?? 0) + (at % 2 === 0 ? -room : room))
    gained += room
  }
}

/** Cells from the row of `name` to its column, of which every second can lose. */
function pathFrom(
  suppressed: readonly string[],
  name: string,
  change: ReadonlyMap<string, number>,
): string[] | undefined {
  const others = suppressed.filter((one) => one !== name)
  const from = new Map<string, string[]>([[row(name), []]])
  for (const [line, path] of from) {
    const losing = path.length % 2 === 0
    for (const one of others) {
      const [here, there] = losing ? [row(one), column(one)] : [column(one), row(one)]
      const left = (countOf.get(one) ?? 0) + (change.get(one) ?? 0)
      if (here !== line || from.has(there) || (losing && left === 0)) continue
      from.set(there, [...path, one])
    }
  }
  return from.get(column(name))
}

/** The same for the smallest: what the cell loses, its row and its column gain. */
function smallest(suppressed: readonly string[], name: string): number {
  // Its largest loss is the largest gain of all others: found where the cell’s count is the room of every path.
  const n = countOf.get(name) ?? 0
  for (let lost = 0; lost < n; lost++) if (!canLose(suppressed, name, lost + 1)) return n - lost
  return 0
}

/** Whether the cell can lose as much: others of its row gain it, by paths that end in its column. */
function canLose(suppressed: readonly string[], name: string, loss: number): boolean {
  const change = new Map(suppressed.map((one) => [one, 0]))
  for (let lost = 0; lost < loss; lost++) {
    const path = losingPath(suppressed, name, change)
    if (path === undefined) return false
    for (const [at, one] of path.entries()) change.set(one, (change.get(one) ?? 0) + (at % 2 === 0 ? 1 : -1))
  }
  return true
}

function losingPath(
  suppressed: readonly string[],
  name: string,
  change: ReadonlyMap<string, number>,
): string[] | undefined {
  const others = suppressed.filter((one) => one !== name)
  const from = new Map<string, string[]>([[row(name), []]])
  for (const [line, path] of from) {
    const gaining = path.length % 2 === 0
    for (const one of others) {
      const [here, there] = gaining ? [row(one), column(one)] : [column(one), row(one)]
      const left = (countOf.get(one) ?? 0) + (change.get(one) ?? 0)
      if (here !== line || from.has(there) || (!gaining && left === 0)) continue
      from.set(there, [...path, one])
    }
  }
  return from.get(column(name))
}

const boundsOf = (suppressed: readonly string[]) =>
  suppressed.map((name) => ({
    cell: name,
    min: smallest(suppressed, name),
    max: largest(suppressed, name),
  }))

/** Primary cells that an attacker comes too near. */
const unsafe = (suppressed: readonly string[]): string[] =>
  boundsOf(suppressed).flatMap(({ cell, min, max }) => {
    const n = countOf.get(cell) ?? 0
    const safe = max >= least && min <= n - Math.max(1, Math.floor(n / 2))
    return expected.primary.includes(cell) && !safe ? [cell] : []
  })

describe('the attacker’s bounds', () => {
  it.each([
    ['primary cells alone', expected.primary_only_audit],
    ['the cheapest safe pattern', expected.optimum.audit],
    ['the rule of thumb', expected.heuristic.audit],
  ])('are those of the linear programme: %s', (_, audit) => {
    const wanted = audit.map(({ cell, min, max }) => ({ cell, min, max }))
    expect(boundsOf(audit.map(({ cell }) => cell))).toEqual(wanted)
  })

  it('pass the cheapest safe pattern, and not the rule of thumb', () => {
    expect(unsafe(expected.optimum.audit.map(({ cell }) => cell))).toEqual([])
    expect(unsafe(expected.heuristic.cells)).not.toEqual([])
  })
})
