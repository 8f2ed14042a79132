/** Whether published means tell of people who must not be told of, though their own mean is withheld (METHOD.md §19). */
import { grouped } from '../group.ts'
import { shownPeople } from '../show.ts'
import { nullSpace } from '../stats/null-space.ts'

/** People of one company in one role, whose mean is withheld. */
export interface Cell {
  company: string
  role: string
  answers: readonly number[]
}

type Coordinates = ReadonlyMap<number, number>

const nobody: Cell = { company: '', role: '', answers: [] }

/** A coordinate below this is rounding. */
const rounding = 1e-9

/**
 * The ways in which the means of cells may differ though all that is published stays: Σ n x = 0 over the cells of each company,
 * whose mean as a whole is published, and Σ x = 0 over the cells of each of the roles. The first cell of a company follows from
 * the others by its own equation, so only the roles are left to be solved.
 */
function coordinatesOf(cells: readonly Cell[], roles: readonly string[]): Coordinates[] {
  const companies = [...grouped(cells.entries(), ([, { company }]) => company).values()].map(
    ([first = [0, nobody] as const, ...others]) => ({ first, others }),
  )
  const rows = roles.map(() => new Array<number>(cells.length).fill(0))
  for (const {
    first: [, first],
    others,
  } of companies)
    for (const [k, cell] of others)
      for (const [r, role] of roles.entries()) {
        const own = first.role === role ? cell.answers.length / first.answers.length : 0
        const row = rows[r]
        if (row !== undefined) row[k] = (cell.role === role ? 1 : 0) - own
      }
  const coordinates: Coordinates[] = nullSpace(rows, cells.length)
  for (const {
    first: [k, first],
    others,
  } of companies) {
    const sum = new Map<number, number>()
    for (const [j, { answers }] of others)
      for (const [at, value] of coordinates[j] ?? [])
        sum.set(at, (sum.get(at) ?? 0) - (value * answers.length) / first.answers.length)
    coordinates[k] = new Map([...sum].filter(([, value]) => Math.abs(value) > rounding))
  }
  return coordinates
}

/** Coordinates as a text that is the same for all multiples of them. */
function direction(coordinates: Coordinates): string {
  const ascending = [...coordinates].sort(([a], [b]) => a - b)
  const scale = ascending[0]?.[1] ?? 1
  return ascending.map(([k, value]) => `${k}:${(value / scale).toFixed(6)}`).join(' ')
}

/**
 * True where sums and differences of what is published tell the mean of a cell, or of two cells whose people together are too
 * few or all answer alike. `cells`: all that are withheld of companies that are shown as a whole; `roles`: those of which the
 * mean over all companies is published.
 */
export function isExposed(cells: readonly Cell[], roles: readonly string[]): boolean {
  const alike = new Map<string, Cell[]>()
  for (const [k, coordinates] of coordinatesOf(cells, roles).entries()) {
    const cell = cells[k]
    if (cell === undefined) continue
    if (coordinates.size === 0) return true
    const key = direction(coordinates)
    const before = alike.get(key) ?? []
    if (before.some((other) => !shownPeople([...other.answers, ...cell.answers]).published)) return true
    alike.set(key, [...before, cell])
  }
  return false
}
