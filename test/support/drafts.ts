/** Raw files as rows, and what init makes of them. */
import { join } from 'node:path'
import type { Ask } from '../../pipeline/init/ask.ts'
import type { Draft, Guess } from '../../pipeline/init/draft.ts'
import { init } from '../../pipeline/init/init.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { folderWith } from './folder.ts'

export const lines = (...rows: readonly (readonly unknown[])[]): string =>
  `${rows.map((row) => row.join()).join('\n')}\n`
export const people = (n: number): number[] => Array.from({ length: n }, (_, i) => i)

/** What init makes of raw files, and the folder it wrote. */
export async function started(files: Readonly<Record<string, string>>, ask?: Ask) {
  const raw = folderWith(files)
  const out = join(folderWith({}), 'study')
  const world = realWorld(silent)
  try {
    const paths = Object.keys(files).map((name) => join(raw, name))
    return { out, ...(await init(world, paths, out, ask)) }
  } finally {
    world.close()
  }
}

export const drafted = async (files: Readonly<Record<string, string>>): Promise<Draft> =>
  (await started(files)).draft

/** Guesses by key, with TODO where one waits for a decision. */
export const told = (guesses: ReadonlyMap<string, Guess<string | null>>) =>
  Object.fromEntries(
    [...guesses].map(([key, { value, todo }]) => [key, todo === true ? `TODO ${value}` : value]),
  )

export const itemsIn = ({ items }: Draft) =>
  items.map(({ id, scale, missing }) => [id, `${scale.min.value}-${scale.max.value}`, told(missing)])

export const columnsIn = ({ waves }: Draft) => waves.map(({ columns }) => told(columns))

/** Three questions answered by mood, from `low` to `high`, and what `other` makes of the first. */
export function moods(
  low: number,
  high: number,
  other: (i: number, answer: number) => unknown = (_, answer) => answer,
): string {
  const steps = high - low + 1
  const near = (i: number, place: number) =>
    Math.min(high, Math.max(low, low + (i % steps) + (Math.floor(i / steps / 3 ** place) % 3) - 1))
  return lines(
    ['id', 'bank', 'alpha', 'beta', 'gamma'],
    ...people(81 * steps).map((i) => [
      `r${i}`,
      i % 2 === 0 ? 'North' : 'South',
      other(i, near(i, 0)),
      near(i, 1),
      near(i, 2),
    ]),
  )
}
