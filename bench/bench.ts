/**
 * Speed as a ratio: raw file → tables, beside the plain scan of the same file (the sum of every column), as Parquet and as
 * csv; and inference beside R. `npm run bench -- inference` for the latter alone, `-- drivers` for LMG beside relaimpo, `npm run bench -- 1 10` for 1 and 10 million ratings of 40 items; `-- 30 100 parquet` for larger ones without csv.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../pipeline/db.ts'
import { drivers } from './drivers.ts'
import { inference } from './inference.ts'

const itemCount = 40
const companyCount = 150
const ratingsEach = 3.4
const runs = 3
const formats = ['parquet', 'csv'] as const
type Format = (typeof formats)[number]

const items = Array.from({ length: itemCount }, (_, k) => `q${k + 1}`)
const indices = { satisfaction: [0, 1, 2, 3], loyalty: [4], digital_relevance: [5, 6, 7] }

/** A study of one wave with 40 items on 1-10, 150 companies, four strata, unequal weights and don't-knows. */
function writeContract(folder: string, file: string): void {
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
        file,
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

async function writeAnswers(folder: string, ratings: number, format: Format): Promise<void> {
  const respondents = Math.round(ratings / ratingsEach)
  const person = `(i % ${respondents})`
  const answers = items.map(
    (id, k) =>
      `case when hash(i * 41 + ${k}) % 25 = 0 then 98 else 1 + (hash(i * 43 + ${k}) % 10)::integer end::tinyint as ${id}`,
  )
  const as = { parquet: 'format parquet, row_group_size 122880', csv: 'format csv, header true' }[format]
  const db = await openDatabase(folder, { memory: '4GB' })
  await db.run(`copy (select 'R' || ${person} as respondent,
      (1 + (hash(${person}) % ${companyCount} + (i // ${respondents}) * 37) % ${companyCount})::integer as company,
      'S' || hash(${person} + 3) % 4 as stratum, 0.5 + (hash(${person} + 7) % 1000) / 1000.0::double as weight,
      ${answers.join(', ')} from range(${ratings}) as t(i)) to '${join(folder, `raw.${format}`)}' (${as})`)
  db.close()
}

/** Runs a step in a process of its own: seconds and peak memory in megabytes. */
function measured(step: string, folder: string, file: string): { seconds: number; megabytes: number } {
  const script = join(import.meta.dirname, 'step.ts')
  const tsx = join(import.meta.dirname, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs')
  const child = spawnSync(process.execPath, [tsx, script, step, folder, file], { encoding: 'utf8' })
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout)
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

const words = process.argv.slice(2)
if (words.length === 0 || words.includes('inference')) process.stdout.write(`${await inference()}\n\n`)
if (words.length === 0 || words.includes('drivers')) process.stdout.write(`${drivers()}\n\n`)
if (words.length > 0 && words.every((word) => word === 'inference' || word === 'drivers')) process.exit()
const sizes = words.map(Number).filter((size) => size > 0)
const chosen = formats.filter((format) => words.includes(format))
const report = [
  '| ratings | file | scan | file → tables | ratio | peak memory |',
  '|---|---|---|---|---|---|',
]
for (const millions of sizes.length > 0 ? sizes : [1, 10]) {
  const folder = join(tmpdir(), `barometer-bench-${millions}`)
  mkdirSync(folder, { recursive: true })
  try {
    for (const format of chosen.length > 0 ? chosen : formats) {
      const file = `raw.${format}`
      writeContract(folder, file)
      if (!existsSync(join(folder, file))) await writeAnswers(folder, millions * 1e6, format)
      const rounds = Array.from({ length: millions > 10 ? 1 : runs }, () => ({
        scan: measured('scan', folder, file),
        tables: measured('tables', folder, file),
      }))
      const scan = median(rounds.map((round) => round.scan.seconds))
      const tables = median(rounds.map((round) => round.tables.seconds))
      const ratio = median(rounds.map((round) => round.tables.seconds / round.scan.seconds))
      const memory = Math.max(...rounds.map((round) => round.tables.megabytes))
      report.push(
        `| ${millions} million | ${format} | ${scan.toFixed(2)} s | ${tables.toFixed(2)} s | ${ratio.toFixed(1)} | ${(memory / 1000).toFixed(2)} GB |`,
      )
      process.stderr.write(`${report.at(-1)}\n`)
    }
  } finally {
    if (process.env.KEEP === undefined) rmSync(folder, { recursive: true, force: true })
  }
}
process.stdout.write(`${report.join('\n')}\n`)
