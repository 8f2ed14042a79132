/** Surveys one after the other on one database. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../pipeline/db.ts'
import { designs } from './draw.ts'
import { type ExplainedField, explainedFieldOf } from './explain/field.ts'
import { judgeExplained } from './explain/judge.ts'
import { kinds as explainedKinds } from './explain/kinds.ts'
import { explainedSurvey } from './explain/survey.ts'
import { type Field, fieldOf } from './field.ts'
import { judge } from './judge.ts'
import { kinds } from './population.ts'
import { survey } from './survey.ts'
import type { Tally } from './tally.ts'

/** What is drawn: surveys of scores, and surveys whose ratings explain them. */
export type What = 'scores' | 'explained'

/** Survey `number` of a seed: which population it is drawn from, and how. Every 16 surveys hold each of both once. */
const planOf = (number: number, populations: number) => ({
  kind: number % populations,
  design: Math.floor(number / populations) % designs.length,
})

/** A value for each key, made once. */
function once<Value>(make: (key: number) => Value): (key: number) => Value {
  const known = new Map<number, Value>()
  return (key) => {
    const value = known.get(key) ?? make(key)
    known.set(key, value)
    return value
  }
}

/** The tallies of surveys, each as soon as it is there. `households`: of each population. */
export async function* tallies(
  seed: number,
  what: What,
  numbers: Iterable<number>,
  { households }: { households?: number } = {},
): AsyncGenerator<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'coverage-'))
  const db = await openDatabase(folder, { memory: '1GB', threads: 1 })
  const fields = once((kind): Field => fieldOf(seed, kind, households))
  const explained = once((kind): ExplainedField => explainedFieldOf(seed, kind, households))
  try {
    for (const number of numbers) {
      const { kind, design } = planOf(number, what === 'scores' ? kinds.length : explainedKinds.length)
      const plan = { seed, number, design, folder }
      if (what === 'scores') {
        const field = fields(kind)
        yield judge(await survey(db, field, plan), field.truths)
      } else {
        const field = explained(kind)
        yield judgeExplained(await explainedSurvey(db, field, plan), field)
      }
    }
  } finally {
    db.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
