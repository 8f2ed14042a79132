/** weigh: weights of respondents and their replicates, which are never public: they go to <study>/.work/<wave>/. */
import * as fs from 'node:fs'
import { join, relative } from 'node:path'
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

/** All that a wave may keep. */
const files = ['weights.parquet', replicatesFile]

/** The folder of a wave in the study: made, and in no other place than its path says, nor within the output. */
function ownFolder(study: string, wave: string, out: string): string {
  let [folder, own] = [study, fs.realpathSync(study)]
  for (const part of ['.work', wave]) {
    ;[folder, own] = [join(folder, part), join(own, part)]
    fs.mkdirSync(folder, { recursive: true })
    const real = fs.realpathSync(folder)
    if (real !== own) throw new Error(`${folder} leads to ${real}`)
  }
  if (!relative(fs.realpathSync(out), own).startsWith('..')) throw new Error(`${folder} lies in the output`)
  return folder
}

/**
 * Puts the files of each wave where they stay, and takes away what an earlier build left there. A study that cannot be
 * written to keeps none of them, nor one whose folder leads elsewhere: they could become public. `out`: the output.
 */
export function keepWeights(
  world: World,
  from: string,
  { study, out }: { study: string; out: string },
): void {
  try {
    for (const wave of fs.readdirSync(from)) {
      const folder = ownFolder(study, wave, out)
      for (const file of files) {
        const [fresh, part] = [join(from, wave, file), join(folder, `${file}.part`)]
        fs.rmSync(part, { force: true })
        if (!fs.existsSync(fresh)) {
          fs.rmSync(join(folder, file), { force: true })
          continue
        }
        fs.copyFileSync(fresh, part, fs.constants.COPYFILE_EXCL)
        fs.renameSync(part, join(folder, file))
      }
    }
  } catch (error) {
    world.notice(
      `the weights of respondents are not kept: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}
