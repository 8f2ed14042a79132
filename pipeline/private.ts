/** weigh: weights of respondents and their replicates, which are never public: they go to <study>/.work/<wave>/. */
import * as fs from 'node:fs'
import { join } from 'node:path'
import type { Study } from './contract/study.ts'
import { type Database, literal } from './db.ts'
import type { Raking } from './rake.ts'
import { replicateWeights } from './replicates.ts'
import { materialise } from './sql.ts'
import type { World } from './world.ts'

const replicatesFile = 'replicates.parquet'

/** Writes the weights of the wave that is loaded into `folder`. */
export async function writeWeights(
  db: Database,
  study: Study,
  raking: Raking,
  folder: string,
): Promise<void> {
  fs.mkdirSync(folder, { recursive: true })
  const copy = (table: string, file: string) =>
    db.run(`copy ${table} to ${literal(join(folder, file))} (format parquet, compression snappy)`)
  await db.fill(
    'companies',
    [
      { name: 'position', type: 'integer', value: (row) => row },
      { name: 'id', type: 'string', value: (row) => study.companies[row]?.id ?? null },
    ],
    study.companies.length,
  )
  await materialise(db, study.weighting.level === 'rating' ? 'rating_weights' : 'weights', 'weights')
  await copy('weights', 'weights.parquet')
  if (study.weighting.replicates === undefined) return
  await replicateWeights(db, study.weighting.replicates, raking)
  await copy('replicates', replicatesFile)
}

/** Puts the files of each wave where they stay, and takes away those of an earlier build that this one did not ask for; a study that cannot be written to keeps none of them. */
export function keepWeights(world: World, from: string, study: string): void {
  try {
    for (const wave of fs.readdirSync(from)) {
      const folder = join(study, '.work', wave)
      fs.mkdirSync(folder, { recursive: true })
      const files = fs.readdirSync(join(from, wave))
      if (!files.includes(replicatesFile)) fs.rmSync(join(folder, replicatesFile), { force: true })
      for (const file of files) {
        fs.copyFileSync(join(from, wave, file), join(folder, `${file}.part`))
        fs.renameSync(join(folder, `${file}.part`), join(folder, file))
      }
    }
  } catch (error) {
    world.notice(
      `the weights of respondents are not kept: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
