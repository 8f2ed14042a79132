/** Exact elimination among linear equations with whole coefficients. */

/** An equation: its coefficients by unknown, none of them 0, and what goes with it on the other side. */
export interface Equation {
  cells: ReadonlyMap<number, bigint>
  /** an exact right-hand side */
  base: bigint
  /** one that is carried along in floating point */
  value: number
  from: Origin
}

/** The number of a given equation, or the two that an equation was combined from. */
export type Origin = number | readonly [Origin, Origin]

/** The given equations that one is made of. */
export function originsOf(origin: Origin): Set<number> {
  const found = new Set<number>()
  const seen = new Set<Origin>()
  const waiting: Origin[] = [origin]
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    if (typeof one === 'number') found.add(one)
    else if (!seen.has(one)) {
      seen.add(one)
      waiting.push(...one)
    }
  }
  return found
}

const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

function common(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** a · one − b · other, divided by what its coefficients and base have in common. */
function combine(one: Equation, a: bigint, other: Equation, b: bigint): Equation {
  const cells = new Map<number, bigint>()
  for (const [k, value] of one.cells) cells.set(k, a * value)
  for (const [k, value] of other.cells) {
    const sum = (cells.get(k) ?? 0n) - b * value
    if (sum === 0n) cells.delete(k)
    else cells.set(k, sum)
  }
  const base = a * one.base - b * other.base
  let shared = absolute(base)
  for (const value of cells.values()) {
    if (shared === 1n) break
    shared = common(shared, value)
  }
  const by = shared === 0n ? 1n : shared
  if (by !== 1n) for (const [k, value] of cells) cells.set(k, value / by)
  return {
    ...{ cells, base: base / by, from: [one.from, other.from] },
    value: (Number(a) * one.value - Number(b) * other.value) / Number(by),
  }
}

/** The equation without unknown `k`, by means of another that has it. */
function without(one: Equation, k: number, other: Equation): Equation {
  const [own, its] = [one.cells.get(k), other.cells.get(k)]
  if (own === undefined || its === undefined) return one
  const shared = common(own, its)
  return combine(one, its / shared, other, own / shared)
}

const first = ({ cells }: Equation): number | undefined =>
  cells.size === 0 ? undefined : [...cells.keys()].reduce((a, b) => Math.min(a, b))

/**
 * Reduced row echelon form: each equation has an unknown of its own, the first by number, that no other has. What follows from
 * the equations about the unknowns with the highest numbers alone is therefore made of the last ones. An unknown is determined
 * exactly where an equation has no other. Numbers of unknowns: any; out: equations without order.
 */
export function reduced(given: readonly Equation[]): Equation[] {
  const done = new Map<number, Equation>()
  for (const one of given) {
    let left = one
    for (const k of [...one.cells.keys()].sort((a, b) => a - b)) {
      const pivot = done.get(k)
      if (pivot !== undefined) left = without(left, k, pivot)
    }
    const own = first(left)
    if (own === undefined) continue
    for (const [k, other] of done) if (other.cells.has(own)) done.set(k, without(other, own, left))
    done.set(own, left)
  }
  return [...done.values()]
}
