import { openStudy } from '../../pipeline/open.ts'
import { computeWaves, type WaveResult } from '../../pipeline/run.ts'
import type { Tables } from '../../pipeline/tables.ts'
import { realWorld, silent } from '../../pipeline/world.ts'

/** The waves of a study folder, computed as `build` computes them. */
export async function waveResults(folder: string): Promise<WaveResult[]> {
  const world = realWorld(silent)
  try {
    return await computeWaves(world, openStudy(world, { study: folder }), folder)
  } finally {
    world.close()
  }
}

/** The tables of all waves of a study folder, one below the other. */
export async function computed(folder: string): Promise<Tables> {
  const all = (await waveResults(folder)).map(({ tables }) => tables)
  return {
    scores: all.flatMap((tables) => tables.scores),
    comparisons: all.flatMap((tables) => tables.comparisons),
    items: all.flatMap((tables) => tables.items),
    net_promoter: all.flatMap((tables) => tables.net_promoter),
    distributions: all.flatMap((tables) => tables.distributions),
    quality: all.flatMap((tables) => tables.quality),
    waves: all.flatMap((tables) => tables.waves),
    corrections: all.flatMap((tables) => tables.corrections),
    history: all.flatMap((tables) => tables.history),
  }
}
