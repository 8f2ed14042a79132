import { openStudy } from '../../pipeline/open.ts'
import { computeWaves, type WaveResult } from '../../pipeline/run.ts'
import { emptyTables, type TableName, type Tables } from '../../pipeline/tables.ts'
import { realWorld, silent } from '../../pipeline/world.ts'

/** The waves of a study folder, computed as `build` computes them, by one thread: small studies are done sooner so, and files of tests run side by side. `kept`: a folder for their weights. */
export async function waveResults(folder: string, kept?: string): Promise<WaveResult[]> {
  const world = realWorld(silent, { threads: 1 })
  try {
    return await computeWaves(world, openStudy(world, { study: folder }), folder, kept)
  } finally {
    world.close()
  }
}

/** The tables of all waves of a study folder, one below the other. */
export async function computed(folder: string, kept?: string): Promise<Tables> {
  const all = emptyTables()
  for (const { tables } of await waveResults(folder, kept))
    for (const name of Object.keys(all) as TableName[])
      Object.assign(all, { [name]: [...all[name], ...tables[name]] })
  return all
}
