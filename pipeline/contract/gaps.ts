/** What is left out of a faulty study.yaml so that the rest can be checked all the same. */
import { dispensable, type Schema } from './schema-paths.ts'
import { isKeyed, valueAt, without, wordsIn } from './values.ts'
import type { Path } from './yaml-tree.ts'

/** What was left out: what depends on it cannot be judged. */
export interface Gaps {
  /** True where something at, above or below the path was left out. */
  touch: (path: Path) => boolean
  /** True where the name may be one of those at the path, if they were whole. */
  hide: (name: string, at: Path) => boolean
  /** The keys left out directly below the path. */
  keys: (at: Path) => readonly string[]
  /** True where the whole of an entry of the part was left out, or the part itself. */
  swallow: (part: string) => boolean
}

/** Nothing was left out. */
export const noGaps: Gaps = {
  touch: () => false,
  hide: () => false,
  keys: () => [],
  swallow: () => false,
}

/** Nothing is known. */
export const allGaps: Gaps = { touch: () => true, hide: () => true, keys: () => [], swallow: () => true }

const keyOf = (path: Path): string => JSON.stringify(path.map(String))

const upTo = (path: Path): Path[] => path.map((_, i) => path.slice(0, i + 1))

function gapsAt(value: unknown, paths: readonly Path[]): Gaps {
  const exact = new Set(paths.map(keyOf))
  const above = new Set(paths.flatMap((path) => [[], ...upTo(path)]).map(keyOf))
  const below = new Map<string, string[]>()
  for (const path of paths) {
    const holder = keyOf(path.slice(0, -1))
    const others = below.get(holder)
    if (others === undefined) below.set(holder, [String(path.at(-1))])
    else others.push(String(path.at(-1)))
  }
  const names = wordsIn(paths.map((path) => [path.at(-1), valueAt(value, path)]))
  const covered = (path: Path): boolean => upTo(path).some((place) => exact.has(keyOf(place)))
  return {
    touch: (path) => above.has(keyOf(path)) || covered(path),
    hide: (name, at) => names.has(name) || covered(at),
    keys: (at) => below.get(keyOf(at)) ?? [],
    swallow: (part) => paths.some((path) => path[0] === part && path.length <= 2),
  }
}

/** What must be there, where it is not. */
const standIns = {
  id: 'unknown',
  title: 'unknown',
  publisher: { name: 'unknown' },
  licence: 'unknown',
  items: {},
  indices: {},
  waves: {},
}

/** The value without its faulty parts, each up to the nearest one that may be left out. */
export function leaveOut(
  schema: Schema,
  value: unknown,
  faulty: readonly Path[],
): { rest: unknown; gaps: Gaps } {
  const paths = faulty.map((path) => dispensable(schema, path))
  const rest = without(value, paths)
  return { rest: isKeyed(rest) ? { ...standIns, ...rest } : rest, gaps: gapsAt(value, paths) }
}
