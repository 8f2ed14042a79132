/** One simulated survey of a population with touchpoints: its last wave explained by the stations of the program. */
import { join } from 'node:path'
import type { Database } from '../../../pipeline/db.ts'
import { believe } from '../../../pipeline/explain/believe.ts'
import { combinedTables } from '../../../pipeline/explain/combined.ts'
import { ballots, experimentRows } from '../../../pipeline/explain/experiments.ts'
import { gapTables } from '../../../pipeline/explain/gaps.ts'
import { intendedLevels } from '../../../pipeline/explain/intended.ts'
import { journeyRows } from '../../../pipeline/explain/journey.ts'
import { needMetRows } from '../../../pipeline/explain/need-met.ts'
import { computeIndex } from '../../../pipeline/run.ts'
import type { Scored } from '../../../pipeline/score.ts'
import { emptyTables, type Tables } from '../../../pipeline/tables.ts'
import { designs } from '../draw.ts'
import { deliver, read } from '../survey.ts'
import { type ExplainedField, last } from './field.ts'
import { at, questions } from './questions.ts'
import { askStaff } from './staff.ts'

const silent = () => {}

/** The tables of the last wave of survey `number`. */
export async function explainedSurvey(
  db: Database,
  { population, sample, studies }: ExplainedField,
  { seed, number, design, folder }: { seed: number; number: number; design: number; folder: string },
): Promise<Tables> {
  const [chosen, study] = [designs[design], studies[design]]
  if (chosen === undefined || study === undefined) throw new RangeError(`no design ${design}`)
  const { people, half, answers, before, staff } = population
  const tables = emptyTables()
  const earlier: { wave: (typeof study.waves)[number]; scored: Map<string, Scored> }[] = []
  for (const wave of study.waves) {
    const file = join(folder, `${wave.id}.parquet`)
    const drawn = sample(chosen, seed, `explained survey ${number}, wave ${wave.id}`)
    const now = wave.id === last
    const given = now
      ? questions.map(({ id }, k) => ({ id, given: answers[k] }))
      : (at.indices[0] ?? []).map((k, item) => ({ id: questions[k]?.id ?? '', given: before[item] }))
    await deliver(db, { people, answers: given, file, ...(now ? { half } : {}) }, drawn)
    const open = await read(db, study, wave, file)
    const scored = new Map<string, Scored>()
    const [satisfaction] = study.indices
    const found = satisfaction && (await computeIndex(db, study, open, satisfaction, undefined))
    if (satisfaction === undefined || found === undefined) throw new Error('satisfaction was not asked')
    scored.set(satisfaction.id, found.scored)
    if (!now) {
      earlier.push({ wave, scored })
      continue
    }
    Object.assign(tables, await combinedTables(db, study, open))
    tables.experiments = await experimentRows(db, study, open, await ballots(db, study, open.open, silent))
    const label = `explained survey ${number}, staff`
    const asked = { ...study, beliefs: askStaff(staff, wave.id, seed, label) }
    tables.scores = found.scores
    Object.assign(tables, await believe(db, asked, open, scored, earlier))
    Object.assign(tables, await gapTables(db, study, open, intendedLevels(asked, wave.id)))
    tables.need_met = await needMetRows(db, study, open)
    tables.journey = (await journeyRows(db, study, open, undefined)).rows
  }
  return tables
}
