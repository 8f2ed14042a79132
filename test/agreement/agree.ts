import { computed } from '../support/compute.ts'
import { differences } from './differences.ts'
import { weightRow } from './distributions.ts'
import type { PlainStudy } from './plain.ts'
import { reference } from './reference.ts'

/** Weights agree to this, absolute. */
const near = 0.5e-8

/** Every mismatch of the program, on a study that is written in `folder`, and the reference; none when they agree. */
export async function disagreements(study: PlainStudy, folder: string): Promise<string[]> {
  const tables = await computed(folder)
  const found = differences(reference(study), tables)
  if (study.weighting.level === 'rating') return found
  for (const row of tables.waves) {
    const cells = new Map<string, unknown>(Object.entries(row))
    for (const [name, weight] of Object.entries(weightRow(study, row.wave))) {
      const cell = cells.get(name)
      if (typeof weight === 'number' && !(typeof cell === 'number' && Math.abs(cell - weight) < near))
        found.push(`waves ${row.wave}: ${name} ${weight} and ${cell}`)
    }
  }
  return found
}
