/** The raw files of a command line: where they lie, and which wave each belongs to. */
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { isRead, readEndings } from '../contract/pending.ts'
import { type Mistake, UserError } from '../errors.ts'
import type { World } from '../world.ts'
import { waveIn } from './names.ts'
import type { Delivered } from './open.ts'

/** The folder that holds all files, and the waves with their files relative to it. */
export interface Inputs {
  folder: string
  waves: Delivered[]
}

function refused(world: World, path: string): Mistake[] {
  if (!world.exists(path))
    return [{ what: 'no such file', value: path, hint: 'name the raw files as they were delivered' }]
  if (!world.isFile(path))
    return [{ what: 'a folder, not a file', value: path, hint: `name the files in it: ${join(path, '*')}` }]
  if (isRead(path)) return []
  return [
    { what: 'no reader for this file format', value: path, hint: `formats read: ${readEndings.join(', ')}` },
  ]
}

const below = (folder: string, path: string): boolean =>
  folder === path || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

/** The waves of the files, by the year or number in their names; files of one year are one wave. */
export function inputsOf(world: World, paths: readonly string[]): Inputs {
  const mistakes = paths.flatMap((path) => refused(world, path))
  if (mistakes.length > 0) throw new UserError(mistakes)
  const whole = [...new Set(paths.map((path) => resolve(path)))]
  let folder = dirname(whole[0] ?? '')
  while (!whole.every((path) => below(folder, dirname(path)))) folder = dirname(folder)
  const waves = new Map<string, Delivered & { files: string[] }>()
  let unnamed = 0
  for (const path of whole) {
    const file = relative(folder, path).split(sep).join('/')
    const above = waveIn(basename(dirname(path)))
    const said = waveIn(basename(path)) ?? (/^\d{4}/.test(above?.id ?? '') ? above : undefined)
    const id = said?.id ?? `wave-${++unnamed}`
    const before = waves.get(id)
    if (before !== undefined) before.files.push(file)
    else
      waves.set(id, {
        id:
          said === undefined
            ? { value: id, todo: true, why: 'the file names say no year or number' }
            : { value: id, why: `from ${said.said} in the name of the file or its folder` },
        files: [file],
      })
  }
  for (const { files } of waves.values()) files.sort()
  return { folder, waves: [...waves.values()] }
}
