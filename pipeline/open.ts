/** contract: a study folder → a checked Study. */
import { join } from 'node:path'
import { loadStudy } from './contract/load.ts'
import type { Study } from './contract/study.ts'
import { UserError } from './errors.ts'
import type { World } from './world.ts'

export interface StudyOptions {
  study: string
  /** where the raw files are, if not in the study folder */
  raw?: string
  /** the study as it stood in this wave: later ones are left out */
  wave?: string
}

/** The contract and registers of a study folder. */
export function openStudy(world: World, { study: folder, raw, wave }: StudyOptions): Study {
  if (!world.isFile(join(folder, 'study.yaml')))
    throw new UserError({
      what: 'no study.yaml in this folder',
      value: folder,
      hint: 'name a study folder; barometer simulate writes an example',
    })
  const read = (name: string) => world.readText(join(folder, name))
  const study = loadStudy(
    read,
    (name) => world.exists(join(folder, name)),
    (name) => (raw === undefined ? undefined : world.readText(join(raw, name))) ?? read(name),
  )
  const last = wave === undefined ? study.waves.length - 1 : study.waves.findIndex(({ id }) => id === wave)
  if (last < 0)
    throw new UserError({
      what: 'no such wave',
      value: wave ?? '',
      where: 'study.yaml, waves',
      hint: `waves: ${study.waves.map(({ id }) => id).join(', ')}`,
    })
  const waves = study.waves.slice(0, last + 1)
  const unreadable = study.not_yet_readable.filter(
    (one) => one.wave === undefined || waves.some(({ id }) => id === one.wave),
  )
  if (unreadable.length > 0) throw new UserError(unreadable)
  return { ...study, waves }
}
