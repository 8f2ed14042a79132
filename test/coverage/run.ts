/** Surveys one after the other on one database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../pipeline/db.ts'
import { designs } from './draw.ts'
import { type ExplainedField, explainedFieldOf } from './explain/field.ts'
import { judgeExplained } from './explain/judge.ts'
import { kinds as explainedKinds, sizeOf } from './explain/kinds.ts'
import { explainedSurvey } from './explain/survey.ts'
import { type Field, fieldOf } from './field.ts'
import { judge } from './judge.ts'
import { kinds } from './population.ts'
import { survey } from './survey.ts'
import type { Tally } from './tally.ts'

/** What is drawn: surveys of scores, and surveys whose ratings explain them. */
export type What = 'scores' | 'explained'

/** What one survey came to, and the population that it was drawn from. */
export interface Judged {
  population: string
  tally: Tally
}

/** Keeps the last value that was made. */
function kept<Value>(make: (kind: number, edition: number) => Value): typeof make {
  const known = new Map<number, { edition: number; value: Value }>()
  return (kind, edition) => {
    const last = known.get(kind)
    if (last?.edition === edition) return last.value
    const value = make(kind, edition)
    known.set(kind, { edition, value })
    return value
  }
}

/**
 * What surveys came to, each as soon as it is there. Every 16 hold each kind of population in each design once.
 * `households`: of each population.
 */
export async function* judged(
  seed: number,
  what: What,
  numbers: Iterable<number>,
  { households }: { households?: number } = {},
): AsyncGenerator<Judged> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  const db = await openDatabase(folder, { memory: '1GB', threads: 1 })
  const fields = kept((kind): Field => fieldOf(seed, kind, households))
  const explained = kept(
    (kind, edition): ExplainedField =>
      explainedFieldOf(seed, kind, edition, households ?? sizeOf(kind).households),
  )
  const populations = what === 'scores' ? kinds.length : explainedKinds.length
  try {
    for (const number of numbers) {
      const kind = number % populations
      const design = Math.floor(number / populations) % designs.length
      const plan = { seed, number, design, folder }
      if (what === 'scores') {
        const field = fields(kind, 0)
        yield { population: `scores ${kind}`, tally: judge(await survey(db, field, plan), field.truths) }
      } else {
        const field = explained(kind, Math.floor(number / sizeOf(kind).surveys))
        const tables = await explainedSurvey(db, field, plan)
        yield { population: field.population.name, tally: judgeExplained(tables, field) }
      }
    }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
