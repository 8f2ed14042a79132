/** Parts of a parsed YAML value, by path. */
import type { Path } from './yaml-tree.ts'

export const isKeyed = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  let at = value
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)]
    else if (isKeyed(at) && Object.hasOwn(at, String(step))) at = at[String(step)]
    else return undefined
  }
  return at
}

/** A copy without the keys at the paths. */
export function without(value: unknown, paths: readonly Path[]): unknown {
  if (!isKeyed(value)) return value
  const below = new Map<string, Path[]>()
  for (const [first, ...rest] of paths) {
    const others = below.get(String(first))
    if (others === undefined) below.set(String(first), [rest])
    else others.push(rest)
  }
  const left = Object.entries(value).flatMap(([key, part]) => {
    const inner = below.get(key)
    if (inner === undefined) return [[key, part] as const]
    return inner.some((path) => path.length === 0) ? [] : [[key, without(part, inner)] as const]
  })
  return Object.fromEntries(left)
}

/** Every key and every text of a value. */
export function wordsIn(value: unknown): Set<string> {
  const words = new Set<string>()
  const seen = new Set<object>()
  const open: unknown[] = [value]
  while (open.length > 0) {
    const part = open.pop()
    if (typeof part === 'object' && part !== null) {
      if (seen.has(part)) continue
      seen.add(part)
      if (!Array.isArray(part)) for (const key of Object.keys(part)) words.add(key)
      for (const inner of Object.values(part)) open.push(inner)
    } else words.add(String(part))
  }
  return words
}
