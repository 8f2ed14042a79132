import { describe, expect, it } from 'vitest'
import { solve } from '../../pipeline/audit/solve.ts'
import { cell, emptySystem, type Row, shownSum } from '../../pipeline/audit/system.ts'
import { withhold } from '../../pipeline/segments/withhold.ts'
import { oracle } from './oracle.ts'

// Its dominance rules, k-anonymity and rules by n_effective judge other rules than the contract’s, which knows n alone.

interface Bound {
  cell: string
  min: number
  max: number
}

interface Expected {
  settings: { threshold: number }
  primary: string[]
  primary_only_audit: Bound[]
  optimum: { cost: number; audit: Bound[] }
  heuristic: { cells: string[]; audit: Bound[] }
}

const { text, rows } = oracle('disclosure')
const expected = JSON.parse(text('expected.json')) as Expected
const least = expected.settings.threshold
const table = rows('input.csv').filter(({ region }) => region !== 'Total')
const regions = table.map(({ region = '' }) => region)
const categories = Object.keys(table[0] ?? {}).filter((name) => !['region', 'Total'].includes(name))
const counts = table.map((row) => categories.map((category) => Number(row[category])))
const nameOf = (k: number, c: number) => `${regions[k]}/${categories[c]}`
const countOf = new Map(counts.flatMap((row, k) => row.map((n, c) => [nameOf(k, c), n] as const)))
const n = (name: string): number => countOf.get(name) ?? 0
const cellsOf = (audit: readonly Bound[]) => audit.map(({ cell }) => cell)

/** Suppressed cells from the row of `name` to its column: what the first gains the second loses, and so on; or the other way. */
function path(
  suppressed: readonly string[],
  name: string,
  now: ReadonlyMap<string, number>,
  gainsFirst: boolean,
): string[] | undefined {
  const [start = '', end = ''] = name.split('/')
  const ways = new Map<string, string[]>([[start, []]])
  for (const [line, way] of ways)
    for (const one of suppressed) {
      const inRow = way.length % 2 === 0
      const [here = '', there = ''] = inRow ? one.split('/') : one.split('/').reverse()
      const mayMove = inRow === gainsFirst || (now.get(one) ?? 0) > 0
      if (one !== name && here === line && !ways.has(there) && mayMove) ways.set(there, [...way, one])
    }
  return ways.get(end)
}

/** How far a cell may be from its count, one by one, though the totals and all other cells are known: the largest flow. */
function room(suppressed: readonly string[], name: string, up: boolean): number {
  const now = new Map(suppressed.map((one) => [one, n(one)]))
  for (let moved = 0; ; moved++) {
    const way = path(suppressed, name, now, !up)
    if (way === undefined || (!up && moved === n(name))) return moved
    for (const [at, one] of way.entries())
      now.set(one, (now.get(one) ?? 0) + ((at % 2 === 0) === up ? -1 : 1))
  }
}

const boundsOf = (suppressed: readonly string[]): Bound[] =>
  suppressed.map((cell) => ({
    ...{ cell, min: n(cell) - room(suppressed, cell, false) },
    max: n(cell) + room(suppressed, cell, true),
  }))

/** Small cells that somebody who knows all totals comes too near. */
const unsafe = (suppressed: readonly string[]): string[] =>
  boundsOf(suppressed).flatMap(({ cell, min, max }) => {
    const safe = max >= least && min <= n(cell) - Math.max(1, Math.floor(n(cell) / 2))
    return expected.primary.includes(cell) && !safe ? [cell] : []
  })

describe('what somebody knows who has the totals', () => {
  it.each([
    ['small cells alone withheld', expected.primary_only_audit],
    ['the cheapest safe pattern', expected.optimum.audit],
    ['a rule of thumb', expected.heuristic.audit],
  ])('is within the bounds of linear programmes: %s', (_, audit) => {
    expect(boundsOf(cellsOf(audit))).toEqual(audit.map(({ cell, min, max }) => ({ cell, min, max })))
  })

  it('is too much with the rule of thumb', () => {
    expect(unsafe(cellsOf(expected.optimum.audit))).toEqual([])
    expect(unsafe(expected.heuristic.cells).length).toBeGreaterThan(0)
  })
})

/** The regions as companies of one industry, whose figures count them all; nobody’s category is unknown. */
const shield = withhold({
  n: counts.map((row) => [...row, 0]),
  open: counts.map((row) => [...row.map((size) => size >= least), false]),
  industries: regions.map(() => 'x'),
  varies: () => true,
  least,
})
const withheld = counts.flatMap((row, k) =>
  row.flatMap((_, c) => (shield.companies[k]?.[c] ? [] : [nameOf(k, c)])),
)

describe('the rule for groups of customers', () => {
  it('withholds the small cells by themselves', () => {
    const small = counts.flatMap((row, k) => row.flatMap((size, c) => (size < least ? [nameOf(k, c)] : [])))
    expect(small.sort()).toEqual([...expected.primary].sort())
    expect(withheld).toEqual(expect.arrayContaining(expected.primary))
  })

  it('withholds enough beside them, at no more than one and a half times the least cost', () => {
    expect(unsafe(withheld)).toEqual([])
    const cost = withheld.reduce((sum, name) => sum + n(name), 0)
    expect(cost).toBeLessThanOrEqual(1.5 * expected.optimum.cost)
    expect([...(shield.industries.get('x') ?? []), ...shield.all]).not.toContain(false)
  })
})

/** What the auditor finds where these cells are withheld and all else is shown. */
function found(suppressed: readonly string[]): string[] {
  const system = emptySystem('counts')
  const row: Row = { table: 'input', keys: {} }
  const all = [...countOf.keys()]
  const total = (line: string) => all.filter((name) => name.split('/').includes(line))
  for (const line of [...regions, ...categories]) {
    const base = total(line).reduce((sum, name) => sum + n(name), 0)
    system.sums.push(
      shownSum(
        row,
        total(line).map((name) => cell(name)),
        base,
        1,
      ),
    )
  }
  for (const name of all)
    if (suppressed.includes(name))
      system.withheld.set(cell(name), {
        row: { table: 'input', keys: { name } },
        least,
        always: true,
        whole: undefined,
      })
    else system.sums.push(shownSum(row, [cell(name)], n(name), 1))
  return solve(system).map(({ rows }) =>
    rows
      .map(({ keys }) => keys.name)
      .sort()
      .join(' + '),
  )
}

describe('the auditor', () => {
  it('finds every small cell where no other is withheld with them', () => {
    expect(found(expected.primary)).toEqual(expect.arrayContaining(expected.primary))
  })

  it('finds what the rule of thumb leaves: two cells of 9 together', () => {
    expect(found(expected.heuristic.cells)).toEqual(['R1/A2 + R1/A3'])
  })

  it('finds nothing in the cheapest safe pattern, and nothing in ours', () => {
    expect(found(cellsOf(expected.optimum.audit))).toEqual([])
    expect(found(withheld)).toEqual([])
  })
})
