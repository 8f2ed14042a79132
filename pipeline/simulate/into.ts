import { join } from 'node:path'
import { UserError } from '../errors.ts'
import type { World } from '../world.ts'
import { type SimulationOptions, simulate } from './simulate.ts'

/** Writes a simulated study into `folder` and returns the names of the files written; an existing file is never replaced. */
export function simulateInto(
  world: World,
  folder: string,
  options: SimulationOptions,
  onlyMissing: boolean,
): string[] {
  const files = [...simulate(options).files]
  const there = files.filter(({ name }) => world.exists(join(folder, name)))
  if (there.length > 0 && !onlyMissing)
    throw new UserError({
      what: 'these files are there already',
      value: there.map(({ name }) => name).join(', '),
      where: folder,
      hint: 'name an empty folder, or write only what is missing with --missing',
    })
  const missing = files.filter((file) => !there.includes(file))
  for (const { name, text } of missing) {
    world.progress(`simulating ${name}`)
    world.write(join(folder, name), text)
  }
  return missing.map(({ name }) => name)
}
