/** Collects the mistakes of one YAML file, each with its line. */
import type { Mistake, Place } from '../errors.ts'
import { type Gaps, noGaps } from './gaps.ts'
import type { Kind } from './kinds.ts'
import { hintFor } from './nearest.ts'
import { given } from './words.ts'
import type { Source } from './yaml.ts'
import type { Path } from './yaml-tree.ts'

/** What checks write to. A mistake that may come from a gap only is passed over. */
export interface Report {
  readonly mistakes: readonly Mistake[]
  readonly gaps: Gaps
  add: (path: Path, mistake: Mistake) => void
  /** A name that must be one of its kind. */
  known: (path: Path, written: string, kind: Kind) => void
}

/** `weighting.trim number 2`: a place in the file in words. */
export function spoken(path: Path): string {
  return path
    .map((step, i) => (typeof step === 'number' ? ` number ${step + 1}` : `${i === 0 ? '' : '.'}${step}`))
    .join('')
}

/** An empty report on one file. */
export function reportOn(source: Source, gaps: Gaps = noGaps): Report {
  const mistakes: Mistake[] = []
  const add = (path: Path, mistake: Mistake): void => {
    if (!gaps.touch(path)) mistakes.push({ ...mistake, where: source.where(path) })
  }
  return {
    mistakes,
    gaps,
    add,
    known: (path, written, { noun, nouns, names, at }) => {
      if (names.includes(written) || gaps.hide(written, at)) return
      const last = path.at(-1)
      const key = typeof last === 'number' || last === written ? path.slice(0, -1) : path
      add(path, {
        what: `${spoken(key)} names an unknown ${noun}`,
        value: written,
        hint: hintFor(written, [...names, ...gaps.keys(at)], nouns),
      })
    },
  }
}

const files = [
  'study.yaml',
  'companies.csv',
  'industries.csv',
  'corrections.csv',
  'targets.csv',
  'history.csv',
]

/** Mistakes without a file come first, those of a file that the contract names last. */
function fileOrder(at: Place | undefined): number {
  if (at === undefined) return -1
  const known = files.indexOf(at.file)
  return known < 0 ? files.length : known
}

/** What `study.yaml line 7` says. */
export function placeIn(where: string): Place {
  const [, file = where, line] = /^(.*) line (\d+)$/.exec(where) ?? []
  return { file, ...given({ line: line === undefined ? undefined : Number(line) }) }
}

/** Mistakes by file, then by line, those of one line as they were found; with their places as they are. */
export function inOrder<T extends Mistake>(mistakes: readonly T[]): T[] {
  const placed = mistakes.map((mistake) => ({
    ...mistake,
    ...given({ at: mistake.where && placeIn(mistake.where) }),
  }))
  const place = ({ at }: Mistake) => [fileOrder(at), at?.line ?? 0] as const
  return placed.sort((a, b) => {
    const [fileA, lineA] = place(a)
    const [fileB, lineB] = place(b)
    return fileA - fileB || lineA - lineB
  })
}
