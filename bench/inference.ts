/**
 * Speed of inference, beside the same work in R where `Rscript` is installed: means of 200 companies with clustered standard
 * errors, raking to three margins, and ranges of places for 150 companies. CPU seconds of what is timed, medians of three.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database } from '../pipeline/db.ts'
import { indexMeasure } from '../pipeline/measures.ts'
import { openStudy } from '../pipeline/open.ts'
import { rake } from '../pipeline/rake.ts'
import { readWave } from '../pipeline/run.ts'
import { score } from '../pipeline/score.ts'
import { normalDraws } from '../pipeline/stats/draws.ts'
import { stepdownRanks } from '../pipeline/stats/rank-sets.ts'
import { holmRanks } from '../pipeline/stats/ranks.ts'
import { realWorld, silent, type World } from '../pipeline/world.ts'
import { inR } from './peer.ts'

const companyCount = 200
const ratingsEach = 3
const places = 150
const runs = 3
/** What the population holds, by variable. */
const shares = {
  age: [0.2, 0.25, 0.25, 0.3],
  gender: [0.505, 0.495],
  region: [0.36, 0.14, 0.26, 0.14, 0.1],
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** CPU seconds of the work, all threads. */
async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const seconds: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    seconds.push((user + system) / 1e6)
  }
  return median(seconds)
}

/** A study of one wave: respondents in four strata with unequal weights, three ratings each; the file is for R too. */
async function writeStudy(db: Database, folder: string, ratings: number): Promise<void> {
  const person = `(i // ${ratingsEach})`
  await db.run(`copy (select 'R' || ${person} as respondent,
      (1 + (hash(${person}) % ${companyCount} + (i % ${ratingsEach}) * 37) % ${companyCount})::integer as company,
      'S' || hash(${person} + 3) % 4 as stratum, 0.5 + (hash(${person} + 7) % 1000) / 1000.0::double as w,
      'a' || hash(${person} + 11) % 4 as age, 'g' || hash(${person} + 13) % 2 as gender, 'r' || hash(${person} + 17) % 5 as region,
      1 + (hash(i * 43) % 10)::integer as q from range(${ratings}) as t(i)) to '${join(folder, 'raw.csv')}' (format csv)`)
  const targets = Object.entries(shares).flatMap(([variable, of]) =>
    of.map((share, k) => `w,${variable},${variable[0]}${k},${share}`),
  )
  writeFileSync(join(folder, 'targets.csv'), ['wave,variable,category,share', ...targets].join('\n'))
  const companies = Array.from({ length: companyCount }, (_, k) => `c${k},Company ${k},i${k % 30},${k + 1}`)
  writeFileSync(join(folder, 'companies.csv'), ['company_id,name,industry,codes', ...companies].join('\n'))
}

function writeContract(folder: string, weighting: object): void {
  const columns = { respondent: 'respondent', company: 'company', weight: 'w', stratum: 'stratum' }
  const variables = Object.fromEntries(Object.keys(shares).map((name) => [name, name]))
  const contract = {
    ...{ id: 'bench', title: 'Bench', publisher: { name: 'Bench' }, licence: 'CC0-1.0', synthetic: true },
    items: { q: { text: 'q', scale: { min: 1, max: 10 } } },
    indices: { satisfaction: { items: ['q'] } },
    weighting,
    design: { strata: 'stratum' },
    waves: { w: { file: 'raw.csv', columns: { ...columns, ...variables } } },
  }
  writeFileSync(join(folder, 'study.yaml'), JSON.stringify(contract))
}

/** The wave of the study, read into a database of its own. */
async function opened(world: World, folder: string) {
  const study = openStudy(world, { study: folder })
  const [wave] = study.waves
  if (wave === undefined) throw new Error('no wave')
  const db = await world.openDatabase()
  return { study, db, ...(await readWave(world, db, study, wave, folder)) }
}

interface Line {
  work: string
  ours: number
  theirs: number | undefined
}

/** Scores and their full covariance for 150 companies, drawn. */
function league() {
  const sd = (k: number) => 1 + (k % 7) / 4
  const covariance = Array.from({ length: places }, (_, j) =>
    Array.from({ length: places }, (_, k) => (j === k ? sd(j) ** 2 : 0.02 * sd(j) * sd(k))),
  )
  const scores = Array.from({ length: places }, (_, k) => 70 + 12 * Math.sin(k * 1.7))
  return { scores, covariance }
}

async function compare(db: Database, ratings: number): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'barometer-bench-'))
  const world = realWorld(silent)
  try {
    await writeStudy(db, folder, ratings)
    writeContract(folder, {})
    const plain = await opened(world, folder)
    const [index] = plain.study.indices
    const measure = index === undefined ? undefined : indexMeasure(index, plain.open)
    if (measure === undefined) throw new Error('no index')
    const sampled = { design: plain.design, rated: plain.study.companies.map((_, k) => k) }
    const means = await timed(() => score(plain.db, plain.study, sampled, measure))
    writeContract(folder, { rake: Object.keys(shares) })
    const raked = await opened(world, folder)
    const raking = await timed(() => rake(raked.db, raked.study, raked.open))
    const peer = inR('peer.R', join(folder, 'raw.csv'))
    return [
      {
        work: `means and errors of ${companyCount} companies, ${ratings} ratings`,
        ours: means,
        theirs: peer.means,
      },
      {
        work: `raking to three margins, ${Math.ceil(ratings / ratingsEach)} respondents`,
        ours: raking,
        theirs: peer.raking,
      },
    ]
  } finally {
    world.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** All comparisons as a table in Markdown. */
export async function inference(): Promise<string> {
  const world = realWorld(silent)
  const db = await world.openDatabase()
  const lines: Line[] = []
  for (const ratings of [30_000, 1_000_000]) for (const line of await compare(db, ratings)) lines.push(line)
  world.close()
  const { scores, covariance } = league()
  const draws = normalDraws(covariance, 1000, 1)
  const { ranks } = inR('peer-ranks.R')
  lines.push({
    work: `ranges of ${places} places by Holm`,
    ours: await timed(() => holmRanks(scores, covariance, 0.05)),
    theirs: ranks,
  })
  lines.push({
    work: `ranges of ${places} places by stepdown, 1,000 draws`,
    ours: await timed(() => stepdownRanks(scores, covariance, draws, 0.05)),
    theirs: ranks,
  })
  const rows = lines.map(({ work, ours, theirs }) =>
    theirs === undefined
      ? `| ${work} | ${ours.toFixed(3)} s | not installed | |`
      : `| ${work} | ${ours.toFixed(3)} s | ${theirs.toFixed(3)} s | ${(theirs / ours).toFixed(0)} |`,
  )
  return ['| work | here, CPU | R, CPU | times faster |', '|---|---|---|---|', ...rows].join('\n')
}
