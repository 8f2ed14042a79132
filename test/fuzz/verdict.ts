/** Runs the program on a case and judges what comes out: data, a refusal, or a finding. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MissingKind, Study } from '../../pipeline/contract/study.ts'
import type { Database } from '../../pipeline/db.ts'
import { UserError } from '../../pipeline/errors.ts'
import { openStudy } from '../../pipeline/open.ts'
import { missingCodes } from '../../pipeline/read/columns.ts'
import { build, check } from '../../pipeline/run.ts'
import { realWorld, silent } from '../../pipeline/world.ts'
import { checksums } from '../cli/files.ts'
import { expectedRatings, wantedColumns } from './expected.ts'
import { plainReadings, type Rows } from './plain-files.ts'

export interface Verdict {
  outcome: 'data' | 'refused' | 'finding'
  /** of a refusal its first words, of a finding what is wrong */
  why: string
  /** whether another reading of the file agreed */
  compared: boolean
}

const kindOf = new Map(Object.entries(missingCodes).map(([kind, code]) => [code, kind as MissingKind]))

/** The ratings as the program holds them, in the form of `Expected`. */
async function heldRatings(db: Database, study: Study): Promise<string[]> {
  const items = study.items.filter(({ id }) => study.waves.at(-1)?.items[id] !== null)
  const columns = items.map((_, k) => `item_${k}`)
  const rows = await db.rows(
    `select ${['sample.id', 'company', 'respondents.stratum', 'respondents.weight', ...columns].join(', ')} from ratings
     inner join sample on ratings.respondent = sample.respondent inner join respondents on sample.id = respondents.id`,
  )
  return rows
    .map((row) => {
      const answers = columns.map((column) => kindOf.get(Number(row[column])) ?? Number(row[column]))
      return [row.id, study.companies[Number(row.company)]?.id, row.stratum, row.weight, ...answers].join(
        ' | ',
      )
    })
    .sort()
}

/** What is wrong with the message of a refusal. */
function badMessage(error: UserError, folder: string): string | undefined {
  if (error.mistakes.length === 0) return 'a refusal without a mistake'
  if (/\n +at |node:internal|node_modules|LINE \d+:|\bselect\b.*\bfrom\b|INTERNAL Error/i.test(error.message))
    return `the message shows the program: ${error.message}`
  // The folder that the user named may stand in the advice where to put a file.
  const told = error.message.replace(/put it into \S+, or name/g, '')
  if (told.includes(folder) || /\/tmp\/|barometer-/.test(told))
    return `the message shows a path: ${error.message}`
  const bare = error.mistakes.find(
    ({ what, where = '', hint = '' }) =>
      what === '' ||
      hint === '' ||
      !/study\.yaml|companies\.csv|corrections\.csv|raw\/|^wave /.test(`${what} ${where}`),
  )
  return bare === undefined ? undefined : `a mistake without a place or advice: ${JSON.stringify(bare)}`
}

interface Plain {
  readings: Rows[][] | undefined
  why: string
}

/** Every combination of the readings of a wave's files. */
async function readPlainly(db: Database, study: Study, folder: string): Promise<Plain> {
  const wave = study.waves.at(-1)
  if (wave === undefined) return { readings: undefined, why: 'no wave' }
  try {
    let readings: Rows[][] = [[]]
    for (const file of wave.files) {
      const found = await plainReadings(db, join(folder, file), wave.csv, wantedColumns(wave))
      readings = readings.flatMap((before) => found.map((rows) => [...before, rows]))
    }
    return { readings, why: '' }
  } catch (error) {
    return { readings: undefined, why: error instanceof Error ? error.message : String(error) }
  }
}

/** Whether the second reading knows all that the contract asks for. */
const isComparable = (study: Study): boolean =>
  study.exclude.length === 0 &&
  study.companies.every(({ valid_from, valid_to }) => valid_from === undefined && valid_to === undefined)

async function compare(
  plainDb: Database,
  study: Study,
  folder: string,
  held: string[],
): Promise<string | undefined> {
  const wave = study.waves.at(-1)
  if (wave === undefined) return 'data without a wave'
  const { readings, why } = await readPlainly(plainDb, study, folder)
  if (readings === undefined) return `read, though another reader refuses it: ${why}`
  const expected = readings.map((files) => expectedRatings(study, wave, files))
  if (expected.some(({ mistakes, ratings }) => mistakes.size === 0 && ratings.join('\n') === held.join('\n')))
    return undefined
  const [first] = expected
  if (first !== undefined && first.mistakes.size > 0)
    return `read, though it holds mistakes: ${[...first.mistakes].join(', ')}`
  const other = held.findIndex((line, k) => line !== first?.ratings[k])
  return `a wrong number: ${held[other]} where another reading has ${first?.ratings[other]} (${held.length} and ${first?.ratings.length} ratings)`
}

const half = (folder: string): string | undefined => {
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) =>
    /\.part$|\.new$|\.old$|\.new\//.test(name),
  )
  return left === undefined ? undefined : `left behind: ${left}`
}

function isWhole(out: string): boolean {
  const { entries } = JSON.parse(readFileSync(join(out, 'barometer.json'), 'utf8')) as { entries: string[] }
  return entries.length > 1 && entries.every((entry) => existsSync(join(out, entry)))
}

const sumOf = (folder: string): string =>
  createHash('sha256')
    .update(JSON.stringify(checksums(folder)))
    .digest('hex')

/** Judges the study in `folder`. `out`: the folder of an old output to build over; only checked where there is none. */
export async function judge(plainDb: Database, folder: string, out?: string): Promise<Verdict> {
  const world = realWorld(silent, { threads: 1 })
  let database: Database | undefined
  const watched = {
    ...world,
    openDatabase: async () => {
      const opened = await world.openDatabase()
      database ??= opened
      return opened
    },
  }
  const finding = (why: string): Verdict => ({ outcome: 'finding', why, compared: false })
  const before = out === undefined ? '' : sumOf(out)
  try {
    let refusal: UserError | undefined
    try {
      if (out === undefined) await check(watched, { study: folder })
      else await build(watched, { study: folder, out })
    } catch (error) {
      if (!(error instanceof UserError))
        return finding(
          `the program failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        )
      refusal = error
    }
    if (out !== undefined) {
      if (refusal !== undefined && sumOf(out) !== before)
        return finding('refused, but the old output has changed')
      const wrong =
        half(join(out, '..')) ??
        (refusal !== undefined || isWhole(out) ? undefined : 'no barometer.json that names the output')
      if (wrong !== undefined) return finding(wrong)
    }
    const bad = refusal === undefined ? undefined : badMessage(refusal, folder)
    if (bad !== undefined) return finding(bad)
    // A damaged file may be refused though a laxer reader would take it; that a sound one is read, the run itself asks.
    if (refusal !== undefined) return { outcome: 'refused', why: refusal.message, compared: false }
    if (database === undefined) return finding('data without a database')
    const study = openStudy(world, { study: folder })
    if (!isComparable(study)) return { outcome: 'data', why: '', compared: false }
    const different = await compare(plainDb, study, folder, await heldRatings(database, study))
    return different === undefined ? { outcome: 'data', why: '', compared: true } : finding(different)
  } finally {
    world.close()
  }
}
