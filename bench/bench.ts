/**
 * Speed as a ratio: raw Parquet → tables, beside the plain scan of the same file (the sum of every column).
 * `npm run bench -- 1 10` for 1 and 10 million ratings of 40 items.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../pipeline/db.ts'

const itemCount = 40
const companyCount = 150
const ratingsEach = 3.4
const runs = 3

const items = Array.from({ length: itemCount }, (_, k) => `q${k + 1}`)
const indices = { satisfaction: [0, 1, 2, 3], loyalty: [4], digital_relevance: [5, 6, 7] }

/** A study of one wave with 40 items on 1-10, 150 companies, four strata, unequal weights and don't-knows. */
function writeContract(folder: string): void {
  const contract = {
    ...{
      id: 'bench',
      title: 'Bench',
      publisher: { name: 'Bench' },
      licence: 'CC0-1.0',
      languages: ['en'],
      synthetic: true,
    },
    items: Object.fromEntries(
      items.map((id) => [id, { text: id, scale: { min: 1, max: 10 }, missing: { 98: 'dont_know' } }]),
    ),
    indices: Object.fromEntries(
      Object.entries(indices).map(([id, numbers]) => [id, { items: numbers.map((k) => items[k]) }]),
    ),
    design: { strata: 'stratum' },
    waves: {
      '2025': {
        file: 'raw.parquet',
        columns: { respondent: 'respondent', company: 'company', weight: 'weight', stratum: 'stratum' },
      },
    },
  }
  writeFileSync(join(folder, 'study.yaml'), JSON.stringify(contract))
  const companies = Array.from(
    { length: companyCount },
    (_, k) => `c${k},Company ${k},industry${k % 30},${k + 1}`,
  )
  writeFileSync(join(folder, 'companies.csv'), ['company_id,name,industry,codes', ...companies].join('\n'))
}

async function writeAnswers(folder: string, ratings: number): Promise<void> {
  const respondents = Math.round(ratings / ratingsEach)
  const person = `(i % ${respondents})`
  const answers = items.map(
    (id, k) =>
      `case when hash(i * 41 + ${k}) % 25 = 0 then 98 else 1 + (hash(i * 43 + ${k}) % 10)::integer end::tinyint as ${id}`,
  )
  const db = await openDatabase(folder, { memory: '4GB' })
  await db.run(`copy (select 'R' || ${person} as respondent,
      (1 + (hash(${person}) % ${companyCount} + (i // ${respondents}) * 37) % ${companyCount})::integer as company,
      'S' || hash(${person} + 3) % 4 as stratum, 0.5 + (hash(${person} + 7) % 1000) / 1000.0::double as weight,
      ${answers.join(', ')} from range(${ratings}) as t(i))
    to '${join(folder, 'raw.parquet')}' (format parquet, row_group_size 122880)`)
  db.close()
}

/** Runs a step in a process of its own: seconds and peak memory in megabytes. */
function measured(step: string, folder: string): { seconds: number; megabytes: number } {
  const script = join(import.meta.dirname, 'step.ts')
  const tsx = join(import.meta.dirname, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const child = spawnSync(process.execPath, [tsx, script, step, folder], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout)
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const sizes = process.argv.slice(2).map(Number)
const report: string[] = ['| ratings | scan | raw → tables | ratio | peak memory |', '|---|---|---|---|---|']
for (const millions of sizes.length > 0 ? sizes : [1, 10]) {
  const folder = join(tmpdir(), `barometer-bench-${millions}`)
  mkdirSync(folder, { recursive: true })
  writeContract(folder)
  if (!existsSync(join(folder, 'raw.parquet'))) await writeAnswers(folder, millions * 1e6)
  const rounds = Array.from({ length: runs }, () => ({
    scan: measured('scan', folder),
    tables: measured('tables', folder),
  }))
  const scan = median(rounds.map((round) => round.scan.seconds))
  const tables = median(rounds.map((round) => round.tables.seconds))
  const ratio = median(rounds.map((round) => round.tables.seconds / round.scan.seconds))
  const memory = Math.max(...rounds.map((round) => round.tables.megabytes))
  report.push(
    `| ${millions} million | ${scan.toFixed(2)} s | ${tables.toFixed(2)} s | ${ratio.toFixed(1)} | ${(memory / 1000).toFixed(2)} GB |`,
  )
  if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true })
}
process.stdout.write(`${report.join('\n')}\n`)
