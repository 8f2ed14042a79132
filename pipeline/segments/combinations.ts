/** segments: what would follow from combinations of rows and columns, of which neither tells by itself (METHOD.md §22). */
import { solve } from '../audit/solve.ts'
import { cell, emptySystem, madeOf, type Row, shownSum } from '../audit/system.ts'

/** Ratings by category, and which of them have a figure that is shown; the last category is that of unknown. */
interface Line {
  n: readonly number[]
  shown: boolean[]
}

/** Companies by category, and the figures of groups of them. */
interface Table {
  companies: readonly Line[]
  /** industries, and all behind them; `ks`: the companies of the group */
  groups: readonly { line: Line; ks: readonly number[] }[]
  least: number
}

/** A shown figure: of company `line`, or of group `line`. */
interface Figure {
  of: 'companies' | 'groups'
  line: number
  c: number
}

const rowOf = (of: Figure['of'], line: number, c: number): Row => ({
  table: of,
  keys: { line: `${line}`, c: `${c}` },
})

/**
 * The shown figures that tell of something withheld; the list for each of what they tell. Totals of companies are known, and how
 * many ratings a withheld cell has is not, as little as to the auditor. Only
 * which cells are in which sums matters, not what they hold.
 */
export function telling({ companies, groups, least }: Table): Figure[][] {
  const system = emptySystem('')
  const last = (companies[0]?.n.length ?? 1) - 1
  for (const [k, { n, shown }] of companies.entries()) {
    const whole = cell(`${k}`)
    const total = n.reduce((sum, one) => sum + one, 0)
    system.bases.set(whole, total)
    system.sums.push({ cells: [[whole, 1]], base: total, value: 0, row: undefined })
    system.sums.push(
      madeOf(
        whole,
        n.map((_, c) => cell(`${k}`, `${c}`)),
      ),
    )
    for (const [c, size] of n.entries()) {
      const own = cell(`${k}`, `${c}`)
      if (c < last && shown[c]) system.sums.push(shownSum(rowOf('companies', k, c), [own], size, 0))
      else system.withheld.set(own, { row: rowOf('companies', k, c), least, always: c < last, whole })
    }
  }
  const others = (ks: readonly number[], of: (c: number) => boolean) =>
    ks.flatMap((k) => (companies[k]?.n ?? []).flatMap((_, c) => (of(c) ? [cell(`${k}`, `${c}`)] : [])))
  const everybody = (line: Line) => line.n.reduce((sum, one) => sum + one, 0)
  for (const [g, { line, ks }] of groups.entries())
    for (const [c, size] of line.n.entries()) {
      if (c === last || !line.shown[c]) continue
      const row = rowOf('groups', g, c)
      const rest = everybody(line) - size
      system.sums.push(
        shownSum(
          row,
          others(ks, (other) => other === c),
          size,
          0,
        ),
      )
      system.sums.push(
        shownSum(
          row,
          others(ks, (other) => other !== c),
          rest,
          0,
        ),
      )
      // A shown company stands beside the others of its industry.
      for (const k of g < groups.length - 1 ? ks : []) {
        const { n = [], shown = [] } = companies[k] ?? {}
        const beside = others(
          ks.filter((other) => other !== k),
          (other) => other === c,
        )
        if (shown[c]) system.sums.push(shownSum(rowOf('companies', k, c), beside, size - (n[c] ?? 0), 0))
      }
    }
  for (const [k, line] of companies.entries())
    for (const [c, size] of line.n.entries())
      if (c < last && line.shown[c]) {
        const beside = others([k], (other) => other !== c)
        system.sums.push(shownSum(rowOf('companies', k, c), beside, everybody(line) - size, 0))
      }
  return solve(system).map(({ from }) =>
    from.map(
      ({ table, keys }): Figure => ({
        of: table === 'groups' ? 'groups' : 'companies',
        line: Number(keys.line),
        c: Number(keys.c),
      }),
    ),
  )
}
