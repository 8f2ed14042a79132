/** segments: which cells are withheld so that no small one follows from sums of the others (METHOD.md §22). */
import { grouped } from '../group.ts'
import { fundamentalCuts } from '../stats/cuts.ts'

/** Ratings of companies by category; the last category is that of customers whose category is unknown. */
export interface Grid {
  /** by company and category */
  n: readonly (readonly number[])[]
  /** by company and category: the cell may be shown, or known, by itself */
  open: readonly (readonly boolean[])[]
  /** industry of each company; the total of every company is public */
  industries: readonly string[]
  /** whether the answers of an industry, or of all (undefined), vary in a category */
  varies: (industry: string | undefined, c: number) => boolean
  least: number
}

/** Whether a cell may be shown, by category without that of unknown: of each company, of each industry, and of all. */
export interface Shield {
  companies: readonly (readonly boolean[])[]
  industries: ReadonlyMap<string, readonly boolean[]>
  all: readonly boolean[]
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Cells that add up to a known sum; the last of a row has no figure of its own. */
interface Line {
  n: readonly number[]
  shown: boolean[]
  /** the only cell with ratings: it is the sum, and hides nothing */
  only?: number | undefined
}

/** Whether a cell has ratings, but no figure that is shown. */
const silent = ({ n, shown, only }: Line, at: number, last: number): boolean =>
  (n[at] ?? 0) > 0 && at !== only && (!shown[at] || at === last)

/**
 * Withholds the smallest shown cells of a line while its silent cells would follow from the others: there is one alone, or they
 * are together too few. `last`: position of the cell of unknown category, which alone may follow where it could be shown by
 * itself. False where silent cells would follow and none is left to be withheld.
 */
function shieldLine(line: Line, least: number, last: number): boolean {
  const { n, shown } = line
  for (;;) {
    const left = [...n.keys()].filter((at) => silent(line, at, last))
    const enough = left.length !== 1 && sumOf(left.map((at) => n[at] ?? 0)) >= least
    if (enough || left.every((at) => shown[at])) return true
    const next = smallest(line, last)
    if (next === undefined) return false
    shown[next] = false
  }
}

/** The smallest shown cell of a line that has ratings and a figure. */
const smallest = ({ n, shown, only }: Line, last: number): number | undefined =>
  [...n.keys()]
    .filter((at) => at !== last && at !== only && shown[at] && (n[at] ?? 0) > 0)
    .sort((a, b) => (n[a] ?? 0) - (n[b] ?? 0))[0]

const noUnknown = -1

/**
 * A table of members by category whose columns add up to those of a group: shields its rows, its columns and the group.
 * `inColumn`: what a column is made of, where that is not the rows.
 */
function shieldTable(
  rows: readonly Line[],
  group: Line,
  least: number,
  inColumn: (c: number) => readonly Line[] = () => rows,
): void {
  const last = group.n.length - 1
  for (const row of rows) shieldLine(row, least, last)
  for (const c of group.n.keys()) {
    if (c === last || !group.shown[c]) continue
    const members = inColumn(c)
    const column = {
      n: members.map(({ n, only }) => (c === only ? 0 : (n[c] ?? 0))),
      shown: members.map(({ shown }) => shown[c] ?? false),
    }
    if (!shieldLine(column, least, noUnknown)) group.shown[c] = false
    for (const [k, { shown }] of members.entries()) shown[c] = column.shown[k] ?? false
  }
  shieldLine(group, least, last)
}

/** Whether some cells are all that their companies have: what companies score is public. */
const areWhole = (cells: readonly { row: Line; size: number }[]): boolean =>
  [...grouped(cells, ({ row }) => row)].every(
    ([row, own]) => sumOf(own.map(({ size }) => size)) === sumOf(row.n),
  )

/** What may be shown of a grid. */
export function withhold({ n, open, industries, varies, least }: Grid): Shield {
  const width = n[0]?.length ?? 1
  const last = width - 1
  const totalOf = (rows: readonly Line[]): number[] =>
    Array.from({ length: width }, (_, c) => sumOf(rows.map((row) => row.n[c] ?? 0)))
  const lineOf = (rows: readonly Line[], industry?: string): Line => {
    const totals = totalOf(rows)
    return { n: totals, shown: totals.map((total, c) => total >= least && varies(industry, c)) }
  }
  const companies = n.map((row, k): Line => {
    const [only, ...others] = [...row.keys()].filter((c) => (row[c] ?? 0) > 0)
    return { n: row, shown: [...(open[k] ?? [])], only: others.length === 0 ? only : undefined }
  })
  const groups = new Map(
    [...grouped([...n.keys()], (k) => industries[k] ?? '')].map(([industry, ks]) => {
      const rows = ks.flatMap((k) => companies[k] ?? [])
      return [industry, { rows, line: lineOf(rows, industry) }] as const
    }),
  )
  const all = lineOf(companies)
  const lines = [all, ...companies, ...[...groups.values()].map(({ line }) => line)]
  const withheld = () => lines.reduce((sum, { shown }) => sum + shown.filter((one) => !one).length, 0)
  for (let before = -1; before !== withheld(); ) {
    before = withheld()
    for (const { rows, line } of groups.values()) shieldTable(rows, line, least)
    const industries = [...groups.values()]
    // Where an industry shows nothing, its companies do: what is left of all beside both is what is withheld.
    shieldTable(
      industries.map(({ line }) => line),
      all,
      least,
      (c) => industries.flatMap(({ rows, line }) => (line.shown[c] ? [line] : rows)),
    )
    if (before === withheld()) breakChains()
  }
  const figures = ({ shown }: Line) => shown.slice(0, last)
  return {
    companies: companies.map(figures),
    industries: new Map([...groups].map(([industry, { line }]) => [industry, figures(line)])),
    all: figures(all),
  }

  /**
   * Where withheld cells follow from rows and columns together, alone or as a sum that is too small, withholds one more cell of
   * their company, or where it shows none, a sum that counts them. Vertices are the companies and the shown figures of groups,
   * edges their silent cells; vertex 0 stands for what is not shown.
   */
  function breakChains(): void {
    const vertices = new Map<string, number>()
    const vertex = (name: string) => {
      const known = vertices.get(name) ?? vertices.size + 1
      vertices.set(name, known)
      return known
    }
    const cells = companies.flatMap((row, k) => {
      const group = groups.get(industries[k] ?? '')?.line
      return row.n.flatMap((size, c) => (silent(row, c, last) ? [{ row, k, c, group, size }] : []))
    })
    const edges = cells.map(({ k, c, group }) => {
      const column =
        c === last ? undefined : group?.shown[c] ? `${c} ${industries[k]}` : all.shown[c] ? `${c}` : undefined
      return { a: vertex(`company ${k}`), b: column === undefined ? 0 : vertex(column) }
    })
    const mended = new Set<Line>()
    for (const cut of fundamentalCuts(vertices.size + 1, edges)) {
      const told = cut.edges.flatMap((at) => cells[at] ?? [])
      const mayFollow = told.every(({ row, c }) => row.shown[c]) || areWhole(told)
      const enough = told.length > 1 && (!cut.alike || sumOf(told.map(({ size }) => size)) >= least)
      if (mayFollow || enough || told.some(({ row }) => mended.has(row))) continue
      for (const { row } of told) mended.add(row)
      withholdFor(told)
    }
  }

  function withholdFor(told: readonly { row: Line; c: number; group: Line | undefined }[]): void {
    const [next] = told.flatMap(({ row }) => {
      const at = smallest(row, last)
      return at === undefined ? [] : [{ row, at }]
    })
    if (next !== undefined) {
      next.row.shown[next.at] = false
      return
    }
    for (const { row, c, group } of told)
      for (const column of [c, ...row.n.keys()])
        for (const line of [group, all])
          if (column !== last && silent(row, column, last) && line?.shown[column]) {
            line.shown[column] = false
            return
          }
  }
}
