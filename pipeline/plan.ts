/** plan: what the last wave of a study says about the sample of the next (METHOD.md §15). */
import { indexChanges } from './compare.ts'
import { hintFor } from './contract/nearest.ts'
import type { Index, Study, Wave } from './contract/study.ts'
import type { Database } from './db.ts'
import { UserError } from './errors.ts'
import { ratedCompanies } from './match.ts'
import { indexMeasure, itemsAsked } from './measures.ts'
import { openStudy, type StudyOptions } from './open.ts'
import { meet } from './panel.ts'
import { type Plan, planOf } from './plan/figures.ts'
import { checkPicture, writePicture } from './plan/file.ts'
import type { Returning } from './plan/shared.ts'
import { type Variation, variationOf } from './plan/variation.ts'
import { readWave } from './run.ts'
import { type Scored, score } from './score.ts'
import type { World } from './world.ts'

export interface PlanOptions extends StudyOptions {
  index?: string
  /** a base to plan for */
  n?: number
  /** points to find */
  difference?: number
  /** the file of a picture */
  out?: string
}

/** The index to plan for: the one named, else the study's headline; asked in `wave`. */
function chosen(study: Study, wave: Wave, id: string | undefined): Index {
  const index = study.indices.find((one) => (id === undefined ? one.headline : one.id === id))
  const ids = study.indices.map((one) => one.id)
  if (index === undefined)
    throw new UserError({
      what: 'no such index',
      value: id ?? '',
      where: 'study.yaml, indices',
      hint: hintFor(id ?? '', ids, 'indices'),
    })
  if (itemsAsked(study, index.id, wave).length > 0) return index
  const asked = study.waves.filter((one) => itemsAsked(study, index.id, one).length > 0)
  throw new UserError({
    what: 'the index is not asked in this wave',
    value: `${index.id} in ${wave.id}`,
    where: 'study.yaml, waves',
    hint:
      asked.length === 0
        ? 'choose another with --index'
        : `choose another with --index, or a wave that asks it with --wave: ${asked.map((one) => one.id).join(', ')}`,
  })
}

async function scoreWave(
  world: World,
  db: Database,
  study: Study,
  { wave, index, before }: { wave: Wave; index: Index; before: boolean },
  folder: string,
): Promise<Scored | undefined> {
  const { open, design } = await readWave(world, db, study, wave, folder)
  if (study.design.panel) await meet(db)
  const measure = indexMeasure(index, open)
  if (measure === undefined) return undefined
  world.progress(`wave ${wave.id}: ${index.id}`)
  const read = { design, rated: await ratedCompanies(db, study) }
  return score(db, study, read, measure, {
    remembered: study.design.panel ? { name: index.id, before } : undefined,
  })
}

/** The companies whose change from the wave before could be tested. */
function returning(
  study: Study,
  wave: Wave,
  index: Index,
  now: Scored,
  then: { wave: Wave; scored: Scored },
) {
  const { companies } = indexChanges(study, wave, index.id, now, {
    wave: then.wave,
    scored: new Map([[index.id, then.scored]]),
  })
  return new Map(
    then.scored.companies.flatMap(({ company, se }): [string, Returning][] => {
      const id = study.companies[company]?.id ?? ''
      const test = companies.get(id)?.test
      const units = now.panel?.shared?.across.pairs.get(company)?.get(company)?.n ?? 0
      return test === undefined || se === null ? [] : [[id, { test, se, units }]]
    }),
  )
}

/** What the last wave says; of a panel the wave before too, since the two share people. */
async function learn(
  world: World,
  study: Study,
  { wave, index }: { wave: Wave; index: Index },
  folder: string,
): Promise<Variation> {
  const db = await world.openDatabase()
  const earlier = study.design.panel ? study.waves.at(-2) : undefined
  const then = earlier && (await scoreWave(world, db, study, { wave: earlier, index, before: false }, folder))
  const now = await scoreWave(world, db, study, { wave, index, before: then !== undefined }, folder)
  if (now === undefined || !now.companies.some(({ reason }) => reason === null)) {
    const most = Math.max(0, ...(now?.companies ?? []).map(({ n }) => n))
    throw new UserError({
      what: 'no company is ranked, so there is no variance to plan with',
      value: `${index.id}, wave ${wave.id}`,
      where: 'study.yaml, publication',
      hint: `a place takes ${study.publication.minimum_n} ratings (minimum_n) and the largest base is ${most}: name an earlier wave with --wave, or another index with --index`,
    })
  }
  const again =
    earlier && then ? returning(study, wave, index, now, { wave: earlier, scored: then }) : undefined
  return variationOf(study, now, again)
}

/** The plan for the wave after the last one, and its picture where `out` names a file. */
export async function plan(
  world: World,
  { index: id, out, n, difference, ...options }: PlanOptions,
): Promise<Plan> {
  if (out !== undefined) checkPicture(world, out)
  const study = openStudy(world, options)
  const wave = study.waves.at(-1)
  if (wave === undefined) throw new RangeError('a study without waves')
  const index = chosen(study, wave, id)
  const variation = await learn(world, study, { wave, index }, options.raw ?? options.study)
  world.progress('places told apart')
  const found = planOf(study, { wave: wave.id, index: index.id }, variation, { n, difference })
  if (out !== undefined) await writePicture(world, out, found, variation.companies)
  return found
}
