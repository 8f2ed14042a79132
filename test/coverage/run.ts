/** Surveys one after the other on one database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../pipeline/db.ts'
import { designs } from './draw.ts'
import { type Field, fieldOf } from './field.ts'
import { judge } from './judge.ts'
import { kinds } from './population.ts'
import { survey } from './survey.ts'
import type { Tally } from './tally.ts'

/** Survey `number` of a seed: which population it is drawn from, and how. Every 16 surveys hold each of both once. */
export const planOf = (number: number) => ({
  kind: number % kinds.length,
  design: Math.floor(number / kinds.length) % designs.length,
})

/** The tallies of surveys, each as soon as it is there. `households`: of each population. */
export async function* tallies(
  seed: number,
  numbers: Iterable<number>,
  { households }: { households?: number } = {},
): AsyncGenerator<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  const db = await openDatabase(folder, { memory: '1GB', threads: 1 })
  const fields = new Map<number, Field>()
  try {
    for (const number of numbers) {
      const { kind, design } = planOf(number)
      const field = fields.get(kind) ?? fieldOf(seed, kind, households)
      fields.set(kind, field)
      yield judge(await survey(db, field, { seed, number, design, folder }), field.truths)
    }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
