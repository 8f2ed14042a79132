import { computed } from '../support/compute.ts'
import { differences } from './differences.ts'
import { weightRow } from './distributions.ts'
import type { PlainStudy } from './plain.ts'
import { reference } from './reference.ts'
import { chained } from './withheld.ts'

/** Weights agree to this, absolute. */
const near = 0.5e-8

/** Tables in which a row may be withheld for what several sums tell together. */
const dividing = /^(segments|segment_gaps|served_worse|need_met) /

/** Studies on which these tables were not compared. */
export const parted = new Set<PlainStudy>()

/**
 * The mismatches that count. Which cells are withheld for others depends on the order of the search, and on how combinations of rows
 * and columns are looked for (METHOD.md §22; test/spec/withhold.test.ts and the auditor judge that). Where the reference finds
 * such combinations, or the two withhold other cells, these tables are not compared.
 */
function counting(study: PlainStudy, found: readonly string[]): string[] {
  const others = found.some((line) => dividing.test(line) && /: (published |only in the )/.test(line))
  if (!others && !chained.has(study)) return [...found]
  parted.add(study)
  return found.filter((line) => !dividing.test(line))
}

/** Every mismatch of the program, on a study that is written in `folder`, and the reference; none when they agree. */
export async function disagreements(study: PlainStudy, folder: string): Promise<string[]> {
  const tables = await computed(folder)
  const found = counting(study, differences(reference(study), tables))
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
