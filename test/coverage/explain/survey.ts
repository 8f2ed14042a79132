/** One simulated survey of a population with touchpoints: its last wave explained by the stations of the program. */
import { join } from 'node:path'
import type { Database } from '../../../pipeline/db.ts'
import { ballots } from '../../../pipeline/explain/experiments.ts'
import { explain } from '../../../pipeline/explain/explain.ts'
import { computeIndex } from '../../../pipeline/run.ts'
import type { Scored } from '../../../pipeline/score.ts'
import { uniforms } from '../../../pipeline/stats/random.ts'
import { emptyTables, type Tables } from '../../../pipeline/tables.ts'
import { designs } from '../draw.ts'
import { deliver, read } from '../survey.ts'
import { type ExplainedField, last } from './field.ts'
import { at, questions } from './questions.ts'
import { askStaff } from './staff.ts'

/** Of the waves before. */
const noTouchpoint = { parts: new Map(), sets: new Set<string>() }

/** The tables of the last wave of survey `number`. */
export async function explainedSurvey(
  db: Database,
  { population, staff, sample, studies }: ExplainedField,
  { seed, number, design, folder }: { seed: number; number: number; design: number; folder: string },
): Promise<Tables> {
  const [chosen, study] = [designs[design], studies[design]]
  if (chosen === undefined || study === undefined) throw new RangeError(`no design ${design}`)
  const { people, answers, before } = population
  const earlier: Parameters<typeof explain>[4][number][] = []
  for (const wave of study.waves) {
    const file = join(folder, `${wave.id}.parquet`)
    const drawn = sample(chosen, seed, `explained survey ${number}, wave ${wave.id}`)
    const now = wave.id === last
    const coin = uniforms(seed, `explained survey ${number}, halves`)
    const halves = drawn.map(() => (coin() < 0.5 ? 0 : 1))
    const half = (respondent: number) => halves[respondent] ?? 0
    const given = now
      ? questions.map(({ id }, k) => ({
          id,
          given: (rating: number, respondent: number) => answers[half(respondent)]?.[k]?.[rating],
        }))
      : (at.indices[0] ?? []).map((k, item) => ({
          ...{ id: questions[k]?.id ?? '', given: (rating: number) => before[item]?.[rating] },
        }))
    await deliver(db, { people, answers: given, file, ...(now ? { half } : {}) }, drawn)
    const open = await read(db, study, wave, file)
    const scored = new Map<string, Scored>()
    const [satisfaction] = study.indices
    const found = satisfaction && (await computeIndex(db, study, open, satisfaction, undefined))
    if (satisfaction === undefined || found === undefined) throw new Error('satisfaction was not asked')
    scored.set(satisfaction.id, found.scored)
    if (!now) {
      earlier.push({ wave, scored, journey: noTouchpoint })
      continue
    }
    const beliefs = askStaff(staff, wave.id, seed, `explained survey ${number}, staff`)
    const experiments = await ballots(db, study, open.open, () => {})
    const { tables } = await explain(
      db,
      { ...study, beliefs },
      { ...open, halves: experiments, segments: [] },
      scored,
      earlier,
    )
    return { ...emptyTables(), scores: found.scores, ...tables }
  }
  throw new Error('there is no last wave')
}
