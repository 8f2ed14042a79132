/** segments: which cells are withheld so that no small one follows from sums of the others (METHOD.md §22). */
import { grouped } from '../group.ts'
import { bridges } from '../stats/bridges.ts'

/** Ratings of companies by category; the last category is that of customers whose category is unknown. */
export interface Grid {
  /** by company and category */
  n: readonly (readonly number[])[]
  /** by company and category: the cell may be shown by itself, or known */
  open: readonly (readonly boolean[])[]
  /** industry of each company; the total of every company is public */
  industries: readonly string[]
  least: number
}

/** Of a group of companies and a category: the companies that count, and whether their figure may be shown. */
export interface Pool {
  counted: readonly number[]
  shown: boolean
}

export interface Shield {
  /** by company and category */
  shown: readonly (readonly boolean[])[]
  /** by industry, then category */
  industries: ReadonlyMap<string, readonly Pool[]>
  all: readonly Pool[]
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** Whether a cell has no figure: a withheld one, or that of unknown category. */
const silent = (n: readonly number[], shown: readonly boolean[], c: number): boolean =>
  (n[c] ?? 0) > 0 && (!shown[c] || c === n.length - 1)

/**
 * Cells of one row whose total is known: hides the smallest shown ones while the silent ones would follow from the others, since
 * there is one alone, or they are together too few. Unknown category alone may follow where it could be shown by itself.
 */
function hideRow(n: readonly number[], shown: boolean[], least: number): void {
  for (;;) {
    const left = [...n.keys()].filter((c) => silent(n, shown, c))
    const enough = left.length !== 1 && sumOf(left.map((c) => n[c] ?? 0)) >= least
    if (enough || left.every((c) => shown[c])) return
    const next = smallest(n, shown)
    if (next === undefined) return
    shown[next] = false
  }
}

/** The smallest shown cell of a row that has ratings and a figure. */
const smallest = (n: readonly number[], shown: readonly boolean[]): number | undefined =>
  [...n.keys()]
    .slice(0, -1)
    .filter((c) => shown[c] && (n[c] ?? 0) > 0)
    .sort((a, b) => (n[a] ?? 0) - (n[b] ?? 0))[0]

/** Members of a pooled figure: with the hidden ones where they are two or more and enough together, otherwise the shown ones alone. */
function pool<Member>(
  members: readonly { member: Member; n: number; shown: boolean }[],
  least: number,
  alone: boolean,
) {
  const hidden = members.filter(({ shown }) => !shown)
  const enough = hidden.length >= 2 && sumOf(hidden.map(({ n }) => n)) >= least
  const counted = enough && !alone ? members : members.filter(({ shown }) => shown)
  return { counted: counted.map(({ member }) => member), n: sumOf(counted.map(({ n }) => n)) }
}

/** What may be shown of a grid. */
export function withhold({ n, open, industries, least }: Grid): Shield {
  const categories = (n[0]?.length ?? 1) - 1
  const shown = open.map((row) => [...row])
  for (const [k, row] of n.entries()) hideRow(row, shown[k] ?? [], least)
  const groups = grouped([...n.keys()], (k) => industries[k] ?? '')
  // Industry and category where only the shown companies count, since otherwise a cell would follow.
  const alone = new Set<string>()
  for (;;) {
    const pools = poolsOf()
    const mended = exposedBy(pools).some((k) => {
      const [own = [], open = []] = [n[k], shown[k]]
      const next = smallest(own, open)
      const column = [...own.keys()]
        .filter((c) => (own[c] ?? 0) > 0 && !open[c])
        .map((c) => `${c} ${industries[k]}`)
        .find((name) => !alone.has(name))
      if (next !== undefined) open[next] = false
      else if (column !== undefined) alone.add(column)
      return next !== undefined || column !== undefined
    })
    if (!mended) return { shown, ...pools }
  }

  function poolsOf(): Pick<Shield, 'industries' | 'all'> {
    const found = new Map<string, Pool[]>()
    for (const [industry, ks] of groups) {
      const columns = Array.from({ length: categories }, (_, c) => {
        const members = ks.flatMap((k) => {
          const size = n[k]?.[c] ?? 0
          return size === 0 ? [] : [{ member: k, n: size, shown: shown[k]?.[c] ?? false }]
        })
        return pool(members, least, alone.has(`${c} ${industry}`))
      })
      const totals = Array.from({ length: categories + 1 }, (_, c) => sumOf(ks.map((k) => n[k]?.[c] ?? 0)))
      const open = totals.map((total, c) => (c < categories ? (columns[c]?.n ?? 0) : total) >= least)
      hideRow(totals, open, least)
      found.set(
        industry,
        columns.map(({ counted }, c) => ({ counted, shown: open[c] ?? false })),
      )
    }
    const all = Array.from({ length: categories }, (_, c): Pool => {
      const members = [...found.values()].flatMap((columns) => {
        const { counted = [], shown = false } = columns[c] ?? {}
        const size = sumOf(counted.map((k) => n[k]?.[c] ?? 0))
        return size === 0 ? [] : [{ member: counted, n: size, shown }]
      })
      const together = pool(members, least, false)
      return { counted: together.counted.flat(), shown: together.n >= least }
    })
    const totals = Array.from({ length: categories + 1 }, (_, c) => sumOf(n.map((row) => row[c] ?? 0)))
    const openAll = totals.map((total, c) => (c < categories ? (all[c]?.shown ?? false) : total >= least))
    hideRow(totals, openAll, least)
    return { industries: found, all: all.map((one, c) => ({ ...one, shown: openAll[c] ?? false })) }
  }

  /** Companies with a hidden cell that follows. Vertices are companies, and the figures that count hidden cells; 0 stands for what is not shown. */
  function exposedBy(pools: Pick<Shield, 'industries' | 'all'>): number[] {
    const vertices = new Map<string, number>()
    const vertex = (name: string) => {
      const known = vertices.get(name) ?? vertices.size + 1
      vertices.set(name, known)
      return known
    }
    const cells = n.flatMap((row, k) =>
      row.flatMap((_, c) => (silent(row, shown[k] ?? [], c) ? [{ k, c }] : [])),
    )
    const edges = cells.map(({ k, c }) => {
      const industry = industries[k] ?? ''
      const column = pools.industries.get(industry)?.[c]
      const inAll = pools.all[c]
      const counts = (one: Pool | undefined) => one?.shown === true && one.counted.includes(k)
      const name = counts(column) ? `${c} ${industry}` : counts(inAll) ? `${c}` : undefined
      return { a: vertex(`company ${k}`), b: name === undefined ? 0 : vertex(name) }
    })
    return bridges(vertices.size + 1, edges).flatMap((at) => {
      const cell = cells[at]
      return cell === undefined || shown[cell.k]?.[cell.c] ? [] : [cell.k]
    })
  }
}
