/** audit: what is shown of one measure, as sums over cells, and what is withheld of it (METHOD.md §22). */

/** Ratings of one company, or a part of them, by name. The sum of their scores is what nobody may work out where it is withheld. */
export type Cell = string

export const cell = (...parts: readonly (string | null)[]): Cell => JSON.stringify(parts)

/** A row of a table. */
export interface Row {
  table: string
  /** the columns that name the row */
  keys: Readonly<Record<string, string>>
}

/** A sum of cells: of a shown figure, n × figure; or 0, where a cell is made of others. */
export interface Sum {
  cells: readonly (readonly [Cell, 1 | -1])[]
  /** ratings, with the same signs */
  base: number
  value: number
  /** the row that shows it; undefined where it holds whatever is shown */
  row: Row | undefined
}

export interface Withheld {
  row: Row
  /** ratings from which a sum tells of no small group */
  least: number
  /** false: with `least` ratings it may follow, since it is withheld for nobody’s sake */
  always: boolean
  /** the cell that it is a part of: where all ratings of that are in it, it tells no more than that does */
  whole: Cell | undefined
}

export interface System {
  measure: string
  sums: Sum[]
  /** cells with a known number of ratings */
  bases: Map<Cell, number>
  withheld: Map<Cell, Withheld>
}

export const emptySystem = (measure: string): System => ({
  ...{ measure, sums: [], bases: new Map(), withheld: new Map() },
})

/** A figure that is shown: the cells have `base` ratings, and `value` on average. */
export const shownSum = (row: Row, cells: readonly Cell[], base: number, value: number): Sum => ({
  ...{ row, base, value: base * value },
  cells: cells.map((one) => [one, 1]),
})

/** A cell that others add up to. */
export const madeOf = (whole: Cell, parts: readonly Cell[]): Sum => ({
  ...{ row: undefined, base: 0, value: 0 },
  cells: [[whole, 1], ...parts.map((part) => [part, -1] as const)],
})

/** What somebody who reads all tables can work out though it is withheld. */
export interface Finding {
  measure: string
  /** the withheld rows; of several, their sum is known, and they have too few ratings together */
  rows: readonly Row[]
  /** shown rows that it follows from */
  from: readonly Row[]
  /** ratings; undefined where nobody knows how many */
  base: number | undefined
  /** the sum of their scores. Never told: tests compare it with the answers */
  value: number
}
