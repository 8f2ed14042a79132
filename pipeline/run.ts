/** The way of a datum: contract → read → check → weigh → score → compare → rank → publish → site. */
import { join } from 'node:path'
import { siteLanguages } from '../site/book.ts'
import { answerTables } from './answers.ts'
import { checkRatings, checkRespondents } from './check.ts'
import { comparabilityRows } from './comparability.ts'
import { indexChanges } from './compare.ts'
import { studyJsonSchema } from './contract/json-schema.ts'
import type { Index, Item, Study, Wave } from './contract/study.ts'
import { correctionRows } from './corrections.ts'
import type { Database } from './db.ts'
import { describeWave, marginRows, notices, shareNotices } from './describe.ts'
import { driverTables } from './drivers/drivers.ts'
import { type Mistake, UserError } from './errors.ts'
import { exclude } from './exclude.ts'
import { ballots } from './explain/experiments.ts'
import { explain } from './explain/explain.ts'
import type { Journey } from './explain/journey.ts'
import { historyRows } from './history.ts'
import { listCodes, matchCompanies, ratedCompanies } from './match.ts'
import { indexMeasure, netPromoterMeasure } from './measures.ts'
import { openStudy, type StudyOptions } from './open.ts'
import { swapIn } from './output.ts'
import { besideRest, comparisons } from './pairs.ts'
import { meet } from './panel.ts'
import { keepWeights, writeWeights } from './private.ts'
import { program } from './program.ts'
import { publicStudy } from './public-study.ts'
import type { Edition } from './publication.ts'
import { rake } from './rake.ts'
import { rank } from './rank.ts'
import { findFiles } from './read/files.ts'
import type { RawFile } from './read/reader.ts'
import { damaged } from './read/readers.ts'
import { openWave } from './read/wave.ts'
import { reliabilityRow } from './reliability.ts'
import { countSegments, type Segments } from './roles.ts'
import { type Scored, score } from './score.ts'
import { segmentsIn } from './segments/categories.ts'
import type { ReadWave } from './sides.ts'
import { materialise } from './sql.ts'
import { answerSums, rate, sampling, strata } from './sums.ts'
import { emptyTables, type Tables, type WaveRow } from './tables.ts'
import { netPromoterRows, scoreRows } from './tabulate.ts'
import { weigh, weightSums } from './weigh.ts'
import type { World } from './world.ts'

/** What a wave came to: its tables, and the estimates that the wave after it is compared with. */
export interface WaveResult {
  wave: Wave
  tables: Tables
  scored: ReadonlyMap<string, Scored>
  journey: Journey
}

/** Reads and checks one wave: afterwards the tables `sample` and `ratings` hold it. */
export async function readWave(world: World, db: Database, study: Study, wave: Wave, folder: string) {
  world.progress(`wave ${wave.id}: reading`)
  const files = await findFiles(world, folder, wave)
  await listCodes(db, study, wave)
  try {
    const open = await openWave(db, study, wave, files)
    await materialise(db, 'respondents')
    await matchCompanies(db)
    await checkRespondents(db, study, open)
    await weigh(db, study, open)
    await rate(db, study, open)
    await checkRatings(db, study, open)
    const repetitions = await exclude(db, study, open)
    const weighting = await rake(db, study, open)
    const sampled = await strata(db)
    const row = await describeWave(db, study, open, await weightSums(db, study), {
      ...{ sampled, weighting },
      ...repetitions,
    })
    for (const line of notices(study, open, row, sampled)) world.notice(line)
    const segments = await countSegments(db, study, open, world.notice)
    const clustered = wave.columns[study.design.cluster ?? ''] !== undefined
    const design = await sampling(db, sampled, clustered, weighting.categories)
    const halves = await ballots(db, study, open, world.notice)
    const divided = await segmentsIn(db, study, open, world.notice)
    return { open, row, segments, design, weighting, halves, divided }
  } catch (error) {
    throw await blamed(error, db, files)
  }
}

/** What went wrong, told of the file where that turns out to be damaged only while its rows are read. */
async function blamed(error: unknown, db: Database, files: readonly RawFile[]): Promise<unknown> {
  return error instanceof UserError ? error : ((await damaged(db, files)) ?? error)
}

async function computeWave(
  world: World,
  db: Database,
  study: Study,
  wave: Wave,
  earlier: readonly WaveResult[],
  folder: string,
  kept: string | undefined,
): Promise<WaveResult> {
  const before = earlier.at(-1)
  const { open, row, design, weighting, halves, divided } = await readWave(world, db, study, wave, folder)
  if (kept !== undefined) await writeWeights(db, study, weighting.raking, join(kept, wave.id))
  if (study.design.panel) await meet(db)
  const rated = await ratedCompanies(db, study)
  const tables = {
    ...emptyTables(),
    waves: [row],
    margins: marginRows(study, wave.id, weighting),
    comparability: comparabilityRows(study, wave),
    corrections: correctionRows(study, wave.id),
    history: historyRows(study, wave.id),
  }
  const scored = new Map<string, Scored>()
  const read = { open, design, rated }
  for (const index of study.indices) {
    world.progress(`wave ${wave.id}: ${index.id}`)
    const found = await computeIndex(db, study, read, index, before)
    if (found === undefined) continue
    append(tables.reliability, [await reliabilityRow(db, study, open, index)])
    append(tables.scores, found.scores)
    append(tables.comparisons, found.comparisons)
    append(tables.against_rest, found.against_rest)
    scored.set(index.id, found.scored)
  }
  for (const [k, item] of open.items.entries()) {
    world.progress(`wave ${wave.id}: ${item.id}`)
    const rows = await computeItem(db, study, read, k, item)
    append(tables.items, rows.items)
    append(tables.distributions, rows.distributions)
    append(tables.quality, [rows.quality])
    append(tables.net_promoter, rows.net_promoter)
  }
  world.progress(`wave ${wave.id}: explaining`)
  const explained = await explain(db, study, { ...read, halves, segments: divided }, scored, earlier)
  world.progress(`wave ${wave.id}: what drives scores`)
  Object.assign(tables, explained.tables, await driverTables(db, study, read))
  return { wave, tables, scored, journey: explained.journey }
}

/** One index in the wave that is loaded; undefined where none of its items was asked. */
export async function computeIndex(
  db: Database,
  study: Study,
  read: ReadWave,
  index: Index,
  before: Pick<WaveResult, 'wave' | 'scored'> | undefined,
) {
  const measure = indexMeasure(index, read.open)
  if (measure === undefined) return undefined
  const { wave } = read.open
  const scored = await score(db, study, read, measure, {
    remembered: study.design.panel
      ? { name: index.id, before: before?.scored.has(index.id) ?? false }
      : undefined,
  })
  const changes = indexChanges(study, wave, index.id, scored, before)
  return {
    scored,
    scores: scoreRows(study, wave.id, index.id, scored, changes, rank(study, scored)),
    comparisons: comparisons(study, wave.id, index.id, scored),
    against_rest: besideRest(study, wave.id, index.id, scored),
  }
}

/** Item number `k` of the wave that is loaded. */
export async function computeItem(db: Database, study: Study, read: ReadWave, k: number, item: Item) {
  const { design, rated } = read
  const { wave } = read.open
  const sums = await answerSums(db, study, design, k)
  const rows = answerTables(study, wave.id, item, sums, rated, design)
  if (item.id !== study.net_promoter) return { ...rows, net_promoter: [] }
  const estimates = await score(db, study, read, netPromoterMeasure(k), { aggregate: 'ratings' })
  return { ...rows, net_promoter: netPromoterRows(study, wave.id, estimates, sums) }
}

/** Adds rows; a spread into push would overflow the stack on long tables. */
function append<Row>(table: Row[], rows: readonly Row[]): void {
  for (const row of rows) table.push(row)
}

/** Every wave of the study, oldest first. `kept`: a folder for what is never public. */
export async function computeWaves(
  world: World,
  study: Study,
  folder: string,
  kept?: string,
): Promise<WaveResult[]> {
  const db = await world.openDatabase()
  const results: WaveResult[] = []
  for (const wave of study.waves)
    results.push(await computeWave(world, db, study, wave, results, folder, kept))
  return results
}

/** Languages of the study that the site has no words for. */
const wordless = ({ languages }: Study): string[] =>
  languages
    .filter((language) => !siteLanguages.includes(language))
    .map((language) => `languages: the site has no words for ${language} yet, and no pages in it`)

/** Opens the study and says what is left out of it. */
function begin(world: World, options: StudyOptions): Study {
  const study = openStudy(world, options)
  for (const line of [...study.not_yet_computed, ...shareNotices(study), ...wordless(study)])
    world.notice(line)
  return study
}

/** What `check` tells of a wave: its row of the table waves, and its ratings by segment and category. */
export interface CheckedWave extends WaveRow {
  segments: Segments
}

/** Reads everything and changes nothing; the mistakes of all waves at once. */
export async function check(world: World, options: StudyOptions): Promise<CheckedWave[]> {
  const study = begin(world, options)
  const db = await world.openDatabase()
  const waves: CheckedWave[] = []
  const mistakes: Mistake[] = []
  for (const wave of study.waves) {
    try {
      const { row, segments } = await readWave(world, db, study, wave, options.raw ?? options.study)
      waves.push({ ...row, segments })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      append(mistakes, error.mistakes)
    }
  }
  if (mistakes.length > 0) throw new UserError(mistakes)
  return waves
}

/** Builds tables and site of all waves into `out`; on any error the old output stays whole. */
export async function build(world: World, options: StudyOptions & { out: string }): Promise<Edition[]> {
  const folder = options.raw ?? options.study
  const editions: Edition[] = []
  const kept = world.temporaryFolder()
  await swapIn(world, { out: options.out, inputs: [options.study, folder], program }, async (out) => {
    const study = begin(world, options)
    const shown = publicStudy(study)
    const results = await computeWaves(world, study, folder, kept)
    // Loaded here: Arrow and charts take longer to load than a wrong study takes to be refused.
    const [{ publish }, { auditEdition, Disclosure }, { guard, guardNeeds }, { sitePages }] =
      await Promise.all([
        import('./publish.ts'),
        import('./audit/audit.ts'),
        import('./audit/guard.ts'),
        import('../site/build.ts'),
      ])
    const db = await world.openDatabase()
    for (const [k, wave] of shown.waves.entries()) {
      world.progress(`wave ${wave.id}: tables`)
      const edition = { wave, tables: results[k]?.tables ?? emptyTables() }
      const data = join(out, wave.id, 'data')
      guardNeeds(shown, edition.tables)
      await publish(db, shown, edition, data)
      if ((await auditEdition(db, shown, wave, data)).length > 0) {
        guard(shown, wave, edition.tables)
        await publish(db, shown, edition, data)
        const findings = await auditEdition(db, shown, wave, data)
        if (findings.length > 0) throw new Disclosure(wave.id, findings)
      }
      editions.push(edition)
    }
    world.write(join(out, 'study.schema.json'), `${JSON.stringify(studyJsonSchema(), null, 2)}\n`)
    world.progress('site')
    for (const { path, content } of sitePages({ study: shown, editions, program }))
      world.write(join(out, path), content)
  })
  keepWeights(world, kept, options)
  return editions
}
