/** audit: how many ratings each cell is known to have. */
import type { Cell, Sum, System } from './system.ts'

/**
 * Adds to `bases` what follows one sum at a time: the last cell of a sum, and cells that are empty since nothing is left for
 * them.
 */
export function countCells({ sums, bases }: System): void {
  const touching = new Map<Cell, Sum[]>()
  for (const sum of sums)
    for (const [cell] of sum.cells) {
      const known = touching.get(cell)
      if (known === undefined) touching.set(cell, [sum])
      else known.push(sum)
    }
  const waiting = [...sums]
  const learn = (cell: Cell, n: number) => {
    bases.set(cell, n)
    waiting.push(...(touching.get(cell) ?? []))
  }
  for (let sum = waiting.pop(); sum !== undefined; sum = waiting.pop()) {
    let left = sum.base
    const open: (readonly [Cell, 1 | -1])[] = []
    for (const part of sum.cells) {
      const n = bases.get(part[0])
      if (n === undefined) open.push(part)
      else left -= part[1] * n
    }
    const [first] = open
    if (first === undefined) continue
    if (open.length === 1) learn(first[0], first[1] * left)
    else if (left === 0 && open.every(([, sign]) => sign === first[1]))
      for (const [cell] of open) learn(cell, 0)
  }
}
