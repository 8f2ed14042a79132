import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Grid, type Shield, withhold } from '../../pipeline/segments/withhold.ts'
import { fundamentalCuts } from '../../pipeline/stats/cuts.ts'

const least = 30

/** A grid whose cells are open where they have enough ratings; the last category is unknown. */
const gridOf = (n: number[][], industries: string[]): Grid => ({
  ...{ n, industries, least },
  open: n.map((row) => row.map((size) => size >= least)),
  varies: () => true,
})

const picture = ({ companies: shown }: Shield, n: number[][]) =>
  n.map((row, k) =>
    row
      .slice(0, -1)
      .map((size, c) => (shown[k]?.[c] ? size : '-'))
      .join(' '),
  )

describe('a row', () => {
  it.each([
    ['all are large', [40, 50, 60, 0], '40 50 60'],
    ['one is small: the smallest other goes with it', [40, 50, 10, 0], '- 50 -'],
    ['two small ones are enough together', [40, 20, 15, 0], '40 - -'],
    ['two small ones are too few together', [40, 50, 8, 9, 0], '- 50 - -'],
    ['a few customers of unknown category would follow', [40, 50, 60, 3], '- 50 60'],
    ['many customers of unknown category may follow', [40, 50, 60, 30], '40 50 60'],
    ['or hide a small one', [40, 5, 60, 30], '40 - 60'],
    ['nothing is left', [40, 5, 0], '- -'],
    ['an empty category tells nothing', [40, 50, 0, 0], '40 50 0'],
  ])('%s', (_, row, expected) => {
    const n = [row]
    expect(picture(withhold(gridOf(n, ['x'])), n)).toEqual([
      row
        .slice(0, -1)
        .map((size, c) => (size === 0 ? '-' : expected.split(' ')[c]))
        .join(' '),
    ])
  })
})

describe('a pooled figure', () => {
  it('counts withheld companies where they are two and enough together', () => {
    const n = [
      [20, 80, 40, 0],
      [15, 85, 40, 0],
      [50, 60, 70, 0],
    ]
    const shield = withhold(gridOf(n, ['x', 'x', 'x']))
    expect(picture(shield, n)).toEqual(['- 80 -', '- 85 -', '50 60 70'])
    expect(shield.industries.get('x')).toEqual([true, true, true])
  })

  it('takes the smallest other company along where one alone is withheld', () => {
    const n = [
      [10, 30, 80, 0],
      [50, 60, 70, 0],
      [55, 65, 75, 0],
    ]
    const shield = withhold(gridOf(n, ['x', 'x', 'x']))
    expect(picture(shield, n)).toEqual(['- - 80', '- - 70', '55 65 75'])
    expect(shield.industries.get('x')).toEqual([true, true, true])
  })

  it('is withheld where nothing else is left', () => {
    const n = [[10, 30, 80, 0]]
    const shield = withhold(gridOf(n, ['x']))
    expect(picture(shield, n)).toEqual(['- - 80'])
    expect(shield.industries.get('x')).toEqual([false, false, true])
  })
})

/** The cells without a figure that sums of shown figures give, but for such as may be: a cell that lies in the row space of the equations. */
function recovered(grid: Grid, { companies: shown, industries, all }: Shield): string[] {
  const hidden = grid.n.flatMap((row, k) =>
    row.flatMap((size, c) => (size > 0 && (c === row.length - 1 || !shown[k]?.[c]) ? [`${k} ${c}`] : [])),
  )
  const mayFollow = ([k = '', c = '']: string[]) =>
    grid.open[Number(k)]?.[Number(c)] === true && Number(c) === (grid.n[0]?.length ?? 0) - 1
  const at = new Map(hidden.map((name, position) => [name, position]))
  const equation = (cells: readonly string[]) => {
    const row = new Array<number>(hidden.length).fill(0)
    for (const name of cells) {
      const position = at.get(name)
      if (position !== undefined) row[position] = 1
    }
    return row
  }
  const rows = [
    ...grid.n.map((row, k) => equation(row.map((_, c) => `${k} ${c}`))),
    ...[...industries, ['all', all] as const].flatMap(([id, open]) =>
      open.flatMap((isOpen, c) => {
        const ks = [...grid.n.keys()].filter((k) => id === 'all' || grid.industries[k] === id)
        return isOpen ? [equation(ks.map((k) => `${k} ${c}`))] : []
      }),
    ),
  ]
  for (const column of hidden.keys()) {
    const pivot = rows.findIndex(
      (row) => Math.abs(row[column] ?? 0) > 1e-9 && !row.slice(0, column).some((v) => Math.abs(v) > 1e-9),
    )
    const found = rows[pivot]
    if (found === undefined) continue
    const scale = found[column] ?? 1
    const unit = found.map((value) => value / scale)
    for (const [k, row] of rows.entries()) {
      const factor = row[column] ?? 0
      rows[k] = k === pivot ? unit : row.map((value, j) => value - factor * (unit[j] ?? 0))
    }
  }
  return rows.flatMap((row) => {
    const support = row.flatMap((value, j) => (Math.abs(value) > 1e-9 ? [hidden[j] ?? ''] : []))
    return support.length === 1 && !mayFollow(support[0]?.split(' ') ?? []) ? support : []
  })
}

/** Small grids of two or three industries with many small cells. */
const grids = fc
  .record({
    companies: fc.integer({ min: 1, max: 7 }),
    categories: fc.integer({ min: 1, max: 4 }),
    sizes: fc.array(fc.constantFrom(0, 1, 8, 15, 22, 29, 30, 31, 45, 60), { minLength: 40, maxLength: 40 }),
    industries: fc.array(fc.constantFrom('x', 'y', 'z'), { minLength: 7, maxLength: 7 }),
  })
  .map(({ companies, categories, sizes, industries }) =>
    gridOf(
      Array.from({ length: companies }, (_, k) =>
        Array.from({ length: categories + 1 }, (_, c) =>
          c === categories ? ([0, 0, 0, 2, 40][(sizes[39 - k] ?? 0) % 5] ?? 0) : (sizes[k * 4 + c] ?? 0),
        ),
      ),
      industries.slice(0, companies),
    ),
  )
/** A company with ratings in one category alone has no cell beside its total. */
const oneCategory = ({ n }: Grid, cell: string) =>
  (n[Number(cell.split(' ')[0])] ?? []).filter((size) => size > 0).length === 1

describe('an attacker who solves for the hidden cells', () => {
  it('finds none in random grids', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        expect(recovered(grid, withhold(grid)).filter((cell) => !oneCategory(grid, cell))).toEqual([])
      }),
      { seed: 1, numRuns: 3000 },
    )
  })

  it('finds some in half of them where only small cells are withheld', () => {
    const found = fc.sample(grids, { seed: 1, numRuns: 1000 }).filter((grid) => {
      const enough = (ks: number[]) =>
        (grid.n[0] ?? [])
          .slice(0, -1)
          .map((_, c) => ks.reduce((sum, k) => sum + (grid.n[k]?.[c] ?? 0), 0) >= least)
      const all = enough([...grid.n.keys()])
      const industries = new Map(
        [...new Set(grid.industries)].map((id) => [
          id,
          enough([...grid.n.keys()].filter((k) => grid.industries[k] === id)),
        ]),
      )
      return recovered(grid, { companies: grid.open, industries, all }).some(
        (cell) => !oneCategory(grid, cell),
      )
    })
    expect(found.length).toBeGreaterThan(500)
  })

  it('finds no hidden cells of a company that are too few together', () => {
    fc.assert(
      fc.property(grids, (grid) => {
        const { companies: shown } = withhold(grid)
        for (const [k, row] of grid.n.entries()) {
          const unknown = row.length - 1
          const hidden = row.filter((size, c) => size > 0 && (c === unknown || !shown[k]?.[c]))
          const some = row.slice(0, -1).some((size, c) => size > 0 && shown[k]?.[c])
          const alone = hidden.length === 1 && (row[unknown] ?? 0) > 0 && grid.open[k]?.[unknown]
          if (hidden.length > 0 && some && !alone) {
            expect(hidden.length).toBeGreaterThanOrEqual(2)
            expect(hidden.reduce((a, b) => a + b)).toBeGreaterThanOrEqual(least)
          }
        }
      }),
      { seed: 2, numRuns: 3000 },
    )
  })
})

describe('cuts', () => {
  const cutsOf = (size: number, edges: [number, number][]) =>
    fundamentalCuts(
      size,
      edges.map(([a, b]) => ({ a, b })),
    )

  it.each<[string, number, [number, number][], number[][]]>([
    [
      'a path',
      3,
      [
        [0, 1],
        [2, 1],
      ],
      [[0], [1]],
    ],
    [
      'a circle',
      3,
      [
        [0, 1],
        [1, 2],
        [2, 0],
      ],
      [
        [0, 1],
        [0, 2],
        [1, 2],
      ],
    ],
    [
      'two edges between the same two',
      2,
      [
        [0, 1],
        [1, 0],
      ],
      [[0, 1]],
    ],
    ['nothing', 2, [], []],
  ])('of %s', (_, size, edges, expected) => {
    const found = new Set(cutsOf(size, edges).map((cut) => [...cut.edges].sort().join()))
    expect([...found].sort()).toEqual(expected.map((cut) => cut.join()))
  })

  it('of two circles and what joins them: one edge alone', () => {
    const edges: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 3],
    ]
    const alone = cutsOf(6, edges).filter((cut) => cut.edges.length === 1)
    expect(new Set(alone.map((cut) => cut.edges[0]))).toEqual(new Set([3]))
  })

  it('are alike where all edges leave by ends of one kind', () => {
    // rows 1 and 2, columns 3 and 0: (1 + 2) − 3 gives the sum of 1-0 and 2-0
    const cuts = cutsOf(4, [
      [1, 3],
      [2, 3],
      [1, 0],
      [2, 0],
    ])
    expect(cuts.map(({ edges, alike }) => [[...edges].sort(), alike])).toContainEqual([[0, 1], true])
  })
})
