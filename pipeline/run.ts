/** The way of a datum: contract → read → check → weigh → score → compare → rank → publish → site. */
import { join } from 'node:path'
import { sitePages } from '../site/build.ts'
import { answerTables } from './answers.ts'
import { checkRatings, checkRespondents } from './check.ts'
import { comparisons } from './compare.ts'
import { studyJsonSchema } from './contract/json-schema.ts'
import { loadStudy } from './contract/load.ts'
import type { Study, Wave } from './contract/study.ts'
import type { Database } from './db.ts'
import { type Mistake, UserError } from './errors.ts'
import { checkOutput, swapIn } from './output.ts'
import { program } from './program.ts'
import { publicStudy } from './public-study.ts'
import type { Edition, Publication } from './publication.ts'
import { publish } from './publish.ts'
import { findFiles } from './read/files.ts'
import { openWave } from './read/wave.ts'
import { type Scored, score } from './score.ts'
import { materialise } from './sql.ts'
import {
  answerSums,
  describe,
  indexMeasure,
  matchCompanies,
  netPromoterMeasure,
  rate,
  ratedCompanies,
  strata,
} from './sums.ts'
import type { Tables } from './tables.ts'
import { levelsBefore, netPromoterRows, scoreRows, waveRow } from './tabulate.ts'
import { weigh } from './weigh.ts'
import type { World } from './world.ts'

export interface StudyOptions {
  study: string
  /** where the raw files are, if not in the study folder */
  raw?: string
  /** the study as it stood in this wave: later ones are left out */
  wave?: string
}

/** The contract and registers of a study folder. */
export function openStudy(world: World, { study: folder, wave }: StudyOptions): Study {
  if (!world.isFile(join(folder, 'study.yaml')))
    throw new UserError({
      what: 'no study.yaml in this folder',
      value: folder,
      hint: 'name a study folder; barometer simulate writes an example',
    })
  const study = loadStudy(
    (name) => world.readText(join(folder, name)),
    (name) => world.exists(join(folder, name)),
  )
  const last = wave === undefined ? study.waves.length - 1 : study.waves.findIndex(({ id }) => id === wave)
  if (last < 0)
    throw new UserError({
      what: 'no such wave',
      value: wave ?? '',
      where: 'study.yaml, waves',
      hint: `waves: ${study.waves.map(({ id }) => id).join(', ')}`,
    })
  // Public companies first: the number of a company tells whether it may become public.
  const companies = [...study.companies].sort((a, b) => Number(b.publish) - Number(a.publish))
  return { ...study, companies, waves: study.waves.slice(0, last + 1) }
}

/** What a wave came to: its tables, and the estimates that the wave after it is compared with. */
export interface WaveResult {
  wave: Wave
  tables: Tables
  scored: ReadonlyMap<string, Scored>
}

/** Reads and checks one wave: afterwards the tables `sample` and `ratings` hold it. */
export async function readWave(world: World, db: Database, study: Study, wave: Wave, folder: string) {
  const open = await openWave(db, study, wave, findFiles(world, folder, wave))
  if ((await db.rows('select 1 from delivered limit 1')).length === 0)
    throw new UserError({
      what: `wave ${wave.id} has no answers`,
      where: wave.files.join(', '),
      hint: 'the files hold no row below the header, or none that rows of the wave asks for',
    })
  await materialise(db, 'respondents')
  const { unmatched } = await matchCompanies(db, study, open)
  await checkRespondents(db, study, open)
  await weigh(db, wave.id)
  await rate(db, open)
  await checkRatings(db, open)
  return { open, unmatched }
}

/** Adds rows; a spread into push would overflow the stack on long tables. */
function append<Row>(table: Row[], rows: readonly Row[]): void {
  for (const row of rows) table.push(row)
}

/** What a person should know about the wave, though nothing is wrong. */
function notices(study: Study, wave: Wave, respondents: readonly number[], unmatched: number): string[] {
  const lonely = respondents.filter((n) => n === 1).length
  const lines = [
    wave.columns[study.weighting.base] === undefined
      ? 'no column for the weight: every respondent weighs 1'
      : '',
    unmatched > 0 ? `${unmatched} ratings of companies that match nobody are dropped` : '',
    ...study.indices.map(({ id, items, min_items = 0 }) => {
      const asked = items.filter(({ item }) => wave.items[item] !== null).length
      return asked > 0 && min_items > asked
        ? `${id} needs ${min_items} answers, but ${asked} of its items were asked: no scores`
        : ''
    }),
    lonely > 0 ? `${lonely} strata of one respondent are centred on the mean of all` : '',
  ]
  return lines.filter((line) => line !== '').map((line) => `wave ${wave.id}: ${line}`)
}

async function computeWave(
  world: World,
  db: Database,
  study: Study,
  wave: Wave,
  before: WaveResult | undefined,
  folder: string,
): Promise<WaveResult> {
  world.progress(`wave ${wave.id}: reading`)
  const { open, unmatched } = await readWave(world, db, study, wave, folder)
  const sample = await strata(db)
  const respondents = sample.map((stratum) => stratum.respondents)
  for (const line of notices(study, wave, respondents, unmatched)) world.say(line)
  const rated = await ratedCompanies(db, study)
  const tables: Tables = {
    scores: [],
    comparisons: [],
    items: [],
    net_promoter: [],
    distributions: [],
    quality: [],
    waves: [],
  }
  const scored = new Map<string, Scored>()
  for (const index of study.indices) {
    const measure = indexMeasure(index, open)
    if (measure === undefined) continue
    world.progress(`wave ${wave.id}: ${index.id}`)
    const estimates = await score(db, study, measure, rated, respondents, study.publication.aggregate)
    scored.set(index.id, estimates)
    append(
      tables.scores,
      scoreRows(study, wave.id, index.id, estimates, levelsBefore(study, wave, index.id, before)),
    )
    append(tables.comparisons, comparisons(study, wave.id, index.id, estimates))
  }
  for (const [k, item] of open.items.entries()) {
    world.progress(`wave ${wave.id}: ${item.id}`)
    const sums = await answerSums(db, study, k)
    const rows = answerTables(study, wave.id, item, sums, rated, respondents)
    append(tables.items, rows.items)
    append(tables.distributions, rows.distributions)
    tables.quality.push(rows.quality)
    if (item.id !== study.net_promoter) continue
    const estimates = await score(db, study, netPromoterMeasure(k), rated, respondents, 'ratings')
    append(tables.net_promoter, netPromoterRows(study, wave.id, estimates, sums))
  }
  tables.waves.push(waveRow(wave.id, sample, await describe(db, study, open), unmatched))
  return { wave, tables, scored }
}

/** Every wave of the study, oldest first. */
export async function computeWaves(world: World, study: Study, folder: string): Promise<WaveResult[]> {
  const db = await world.openDatabase()
  const results: WaveResult[] = []
  for (const wave of study.waves)
    results.push(await computeWave(world, db, study, wave, results.at(-1), folder))
  return results
}

export interface Checked {
  waves: { wave: string; respondents: number; ratings: number; unmatched: number }[]
  notices: string[]
}

/** Reads everything and changes nothing; the mistakes of all waves at once. */
export async function check(world: World, options: StudyOptions): Promise<Checked> {
  const study = openStudy(world, options)
  for (const line of study.not_yet_computed) world.say(line)
  const db = await world.openDatabase()
  const waves: Checked['waves'] = []
  const mistakes: Mistake[] = []
  for (const wave of study.waves) {
    world.progress(`wave ${wave.id}`)
    try {
      const { open, unmatched } = await readWave(world, db, study, wave, options.raw ?? options.study)
      const { ratings } = await describe(db, study, open)
      const respondents = (await strata(db)).reduce((sum, stratum) => sum + stratum.respondents, 0)
      waves.push({ wave: wave.id, respondents, ratings, unmatched })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      mistakes.push(...error.mistakes)
    }
  }
  if (mistakes.length > 0) throw new UserError(mistakes)
  return { waves, notices: [...study.not_yet_computed] }
}

export interface Built {
  out: string
  page: string
  waves: string[]
  notices: string[]
}

/** Builds tables and site of all waves into `out`; on any error the old output stays whole. */
export async function build(world: World, options: StudyOptions & { out: string }): Promise<Built> {
  checkOutput(options.out)
  const study = openStudy(world, options)
  for (const line of study.not_yet_computed) world.say(line)
  const results = await computeWaves(world, study, options.raw ?? options.study)
  const shown = publicStudy(study)
  const editions = shown.waves.flatMap((wave, k): Edition[] => {
    const tables = results[k]?.tables
    return tables === undefined ? [] : [{ wave, tables }]
  })
  const publication: Publication = { study: shown, editions, program }
  await swapIn(world, options.out, { program, study: study.id }, async (folder) => {
    const db = await world.openDatabase()
    for (const edition of editions) {
      world.progress(`wave ${edition.wave.id}: tables`)
      await publish(db, shown, edition, join(folder, edition.wave.id, 'data'))
    }
    world.writeFile(join(folder, 'study.schema.json'), `${JSON.stringify(studyJsonSchema(), null, 2)}\n`)
    world.progress('site')
    for (const { path, content } of sitePages(publication)) world.writeFile(join(folder, path), content)
  })
  return {
    out: options.out,
    page: join(options.out, 'index.html'),
    waves: editions.map(({ wave }) => wave.id),
    notices: [...study.not_yet_computed],
  }
}
