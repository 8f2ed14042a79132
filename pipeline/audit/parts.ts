/** audit: sums that have cells in common, directly or through others, belong together. */

import { grouped } from '../group.ts'

/** Divides what has cells into connected parts. */
export function connected<One extends { cells: ReadonlyMap<string, unknown> }>(all: readonly One[]): One[][] {
  const parent = all.map((_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (parent[top] !== top) top = parent[top] ?? top
    for (let k = at; k !== top; ) [k, parent[k]] = [parent[k] ?? top, top]
    return top
  }
  const owner = new Map<string, number>()
  for (const [at, { cells }] of all.entries())
    for (const cell of cells.keys()) {
      const first = owner.get(cell)
      if (first === undefined) owner.set(cell, at)
      else parent[root(at)] = root(first)
    }
  return [...grouped(all.entries(), ([at]) => root(at)).values()].map((part) => part.map(([, one]) => one))
}
