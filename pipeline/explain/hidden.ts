/** Whether published means tell of people who must not be told of, though their own mean is withheld (METHOD.md §19). */
import { shownPeople } from '../show.ts'
import { nullSpace } from '../stats/null-space.ts'

/** People of one company in one role, whose mean is withheld. */
export interface Cell {
  company: string
  role: string
  answers: readonly number[]
}

type Coordinates = ReadonlyMap<number, number>

/**
 * The ways in which the means of cells may differ though all that is published stays: Σ n x = 0 over the cells of each company,
 * whose mean as a whole is published, and Σ x = 0 over the cells of each of the roles.
 */
function coordinatesOf(cells: readonly Cell[], roles: readonly string[]): Coordinates[] {
  const companies = new Set(cells.map(({ company }) => company))
  const equations = [
    ...[...companies].map((id) => cells.map((cell) => (cell.company === id ? cell.answers.length : 0))),
    ...roles.map((role) => cells.map((cell) => (cell.role === role ? 1 : 0))),
  ]
  return nullSpace(equations, cells.length)
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
