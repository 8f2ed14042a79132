/** audit: which withheld cells follow from the sums of a system (METHOD.md §22). */
import { grouped } from '../group.ts'
import { type Equation, originsOf, reduced } from '../stats/elimination.ts'
import { countCells } from './known.ts'
import { connected } from './parts.ts'
import type { Cell, Finding, Row, System } from './system.ts'

interface Known {
  sums: readonly number[]
  value: number
}

/** A sum of which some cells have been taken away, since they are known. */
interface Open {
  cells: Map<Cell, bigint>
  /** a cell whose sum is known has a known number of ratings */
  base: number
  value: number
  sums: number[]
}

/** Takes away what is known, sum by sum, until no sum has a single cell. */
function peel({ sums, bases }: System): { open: Open[]; known: Map<Cell, Known> } {
  const open = sums.map((sum, at): Open => {
    const cells = sum.cells.filter(([cell]) => bases.get(cell) !== 0)
    return {
      ...{ cells: new Map(cells.map(([cell, sign]) => [cell, BigInt(sign)])), base: sum.base },
      ...{ value: sum.value, sums: [at] },
    }
  })
  const touching = new Map<Cell, Open[]>()
  for (const one of open)
    for (const cell of one.cells.keys()) {
      const known = touching.get(cell)
      if (known === undefined) touching.set(cell, [one])
      else known.push(one)
    }
  const known = new Map<Cell, Known>()
  const waiting = [...open]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    const [only, ...more] = one.cells
    if (only === undefined || more.length > 0) continue
    const [cell, sign] = only
    const value = Number(sign) * one.value
    known.set(cell, { sums: one.sums, value })
    for (const other of touching.get(cell) ?? []) {
      const coefficient = other.cells.get(cell)
      if (coefficient === undefined) continue
      other.cells.delete(cell)
      other.value -= Number(coefficient) * value
      other.base -= Number(coefficient) * (bases.get(cell) ?? 0)
      if (other !== one) other.sums.push(...one.sums.filter((at) => !other.sums.includes(at)).slice(0, 20))
      waiting.push(other)
    }
  }
  return { open: open.filter(({ cells }) => cells.size > 0), known }
}

/** All withheld, and together so few that nobody may know what they answered. */
function isHidden(
  { withheld, bases }: System,
  known: ReadonlyMap<Cell, Known>,
  cells: readonly Cell[],
  base: number,
): boolean {
  const hidden = cells.flatMap((one) => withheld.get(one) ?? [])
  const [first] = hidden
  if (first === undefined || hidden.length < cells.length) return false
  // All ratings of a cell that is shown itself: no more is told than is shown.
  const { whole } = first
  const sameWhole = whole !== undefined && hidden.every((one) => one.whole === whole)
  if (sameWhole && base === bases.get(whole) && known.has(whole)) return false
  return (hidden.length === 1 && first.always) || hidden.every(({ least }) => base < least)
}

/** Every withheld cell, and sum of withheld cells with too few ratings, that a combination of the sums is. */
export function solve(system: System): Finding[] {
  for (;;) {
    countCells(system)
    const { findings, empty } = combined(system)
    if (empty.length === 0) return findings
    // What has no ratings hides nothing: without it more may follow.
    for (const one of empty) system.bases.set(one, 0)
  }
}

/** What follows, and cells that turn out to be empty. */
function combined(system: System): { findings: Finding[]; empty: Cell[] } {
  const { sums, bases, withheld, measure } = system
  const empty: Cell[] = []
  const { open, known } = peel(system)
  const findings: Finding[] = []
  const rowsOf = (numbers: readonly number[]): Row[] => [
    ...new Set(numbers.flatMap((at) => sums[at]?.row ?? [])),
  ]
  const find = (cells: readonly Cell[], from: () => readonly number[], base: number, value: number) => {
    if (base === 0) empty.push(...cells)
    if (base === 0 || !isHidden(system, known, cells, base)) return
    const rows = cells.flatMap((one) => withheld.get(one)?.row ?? [])
    findings.push({ measure, rows, from: rowsOf(from()), base, value })
  }
  for (const [cell, { sums, value }] of known) find([cell], () => sums, bases.get(cell) ?? 0, value)
  for (const part of connected(open)) {
    const { bundles, equations } = equationsOf(system, part)
    for (const { cells, base, value, from } of [...equations, ...reduced(equations)]) {
      const [coefficient, ...others] = new Set(cells.values())
      if (coefficient === undefined || others.length > 0) continue
      const by = Number(coefficient)
      const members = [...cells.keys()].flatMap((k) => bundles[k] ?? [])
      const sums = () => [...originsOf(from)].flatMap((at) => part[at]?.sums ?? [])
      find(members, sums, Number(base) / by, value / by)
    }
  }
  const once = grouped(findings, ({ rows }) => JSON.stringify(rows))
  return { findings: [...once.values()].flatMap(([first]) => first ?? []), empty }
}

/**
 * A connected part of what is open, as equations between bundles: cells that are in the same sums with the same signs, which can
 * only follow together. Large bundles come first, so that what follows about small ones alone is found.
 */
function equationsOf({ bases }: System, part: readonly Open[]): { bundles: Cell[][]; equations: Equation[] } {
  const places = new Map<Cell, { at: number; sign: bigint }[]>()
  for (const [at, { cells }] of part.entries())
    for (const [cell, sign] of cells) {
      const known = places.get(cell)
      if (known === undefined) places.set(cell, [{ at, sign }])
      else known.push({ at, sign })
    }
  const room = (cell: Cell): number => {
    const around = places.get(cell)?.map(({ at }) => Math.abs(part[at]?.base ?? 0)) ?? []
    return bases.get(cell) ?? Math.min(...around)
  }
  const alike = grouped(places, ([, where]) => where.map(({ at, sign }) => `${at} ${sign}`).join())
  const bundles = [...alike.values()]
    .map((members) => ({
      cells: members.map(([cell]) => cell),
      where: members[0]?.[1] ?? [],
      size: members.reduce((sum, [cell]) => sum + room(cell), 0),
    }))
    .sort((a, b) => b.size - a.size)
  const own = ownOf(
    bundles.map(({ where }) => where.map(({ at }) => at)),
    part.length,
  )
  const first = new Set(own.values())
  const ordered = [...first, ...bundles.keys()].filter((k, at) => at < first.size || !first.has(k))
  const rows = part.map(() => new Map<number, bigint>())
  for (const [number, k] of ordered.entries())
    for (const { at, sign } of bundles[k]?.where ?? []) rows[at]?.set(number, sign)
  const sequence = [...[...part.keys()].filter((at) => !own.has(at)), ...[...own.keys()].reverse()]
  return {
    bundles: ordered.map((k) => bundles[k]?.cells ?? []),
    equations: sequence.map((at) => ({
      ...{ cells: rows[at] ?? new Map(), base: BigInt(part[at]?.base ?? 0) },
      ...{ value: part[at]?.value ?? 0, from: at },
    })),
  }
}

/**
 * Sums that have an unknown of their own once the ones before are taken away, with that unknown. Solved for it and last in, they
 * burden no other. `sumsOf`: the sums that each unknown is in.
 */
function ownOf(sumsOf: readonly (readonly number[])[], count: number): Map<number, number> {
  const inside = Array.from({ length: count }, (): number[] => [])
  for (const [k, sums] of sumsOf.entries()) for (const at of sums) inside[at]?.push(k)
  const left = sumsOf.map(({ length }) => length)
  const own = new Map<number, number>()
  const waiting = [...left.keys()].filter((k) => left[k] === 1)
  for (let k = waiting.pop(); k !== undefined; k = waiting.pop()) {
    const at = sumsOf[k]?.find((sum) => !own.has(sum))
    if (at === undefined) continue
    own.set(at, k)
    for (const other of inside[at] ?? []) {
      left[other] = (left[other] ?? 0) - 1
      if (left[other] === 1) waiting.push(other)
    }
  }
  return own
}
