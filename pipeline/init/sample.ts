/** How answers go together, from a sample of rows: what is a rating, and what is a code beside the scale. */
import { type Database, literal } from '../db.ts'
import type { Answers, Range } from './answers.ts'
import type { Column } from './profile.ts'

/** A column that may be a question. */
export interface Candidate {
  column: Column
  answers: Answers
  range: Range
}

const sampled = 20_000
/** pairs of answers a correlation needs */
const enough = 30

const numberOf = ({ column: { sql }, answers: { labelled } }: Candidate): string => {
  const cases = [...labelled].map(([text, number]) => `when ${literal(text)} then ${number}`)
  const plain = `try_cast(replace(${sql}, ',', '.') as double)`
  return cases.length === 0 ? plain : `case ${sql} ${cases.join(' ')} else ${plain} end`
}

/** Keeps the answers of every n-th row as numbers: the table `sampled` (a0, a1, …), in the order of the candidates. */
export async function sampleAnswers(
  db: Database,
  { table, rows }: { table: string; rows: number },
  candidates: readonly Candidate[],
): Promise<void> {
  const step = Math.max(1, Math.ceil(rows / sampled))
  const chosen = candidates.map((candidate, k) => `${numberOf(candidate)} as a${k}`)
  await db.run(
    `create or replace table sampled as select ${['row', ...chosen].join(', ')} from (select * from ${table} qualify row_number() over (order by file, row) % ${step} = 0)`,
  )
}

/** The answer within the scale, edges left out. */
const core = (k: number, { range: { min, max, edges } }: Candidate): string =>
  `case when a${k} between ${min} and ${max}${edges.includes(0) && min === 0 ? ` and a${k} > 0` : ''} then a${k} end`

/**
 * Correlations between the answers of candidates, without their sign and less two standard errors: what they are at least.
 * 0 where too few answered both; row and column in the order of the candidates.
 */
export async function correlations(db: Database, candidates: readonly Candidate[]): Promise<number[][]> {
  const values = candidates.map((candidate, k) => `${core(k, candidate)} as x${k}`)
  if (values.length === 0) return []
  await db.run(`create or replace temp view answered as select ${values.join(', ')} from sampled`)
  const matrix = candidates.map(() => candidates.map(() => 0))
  for (const [i] of candidates.entries()) {
    const others = candidates.flatMap((_, j) => (j > i ? [j] : []))
    if (others.length === 0) continue
    const sums = others.map(
      (j) =>
        `case when regr_count(x${i}, x${j}) >= ${enough} and stddev_pop(x${i}) > 0 and stddev_pop(x${j}) > 0 then abs(corr(x${i}, x${j})) - 2 / sqrt(regr_count(x${i}, x${j})) end as r${j}`,
    )
    const [row = {}] = await db.rows(`select ${sums.join(', ')} from answered`)
    for (const j of others) {
      const r = Number(row[`r${j}`] ?? 0)
      const found = Number.isFinite(r) ? Math.max(0, r) : 0
      ;(matrix[i] ?? [])[j] = found
      ;(matrix[j] ?? [])[i] = found
    }
  }
  return matrix
}

/** What those who gave one value answer elsewhere, on 0-1. */
export interface Elsewhere {
  n: number
  mean: number
  /** of the mean */
  se: number
}

/** For each of the candidates at `positions`: value → what those who gave it answer to the others of them. */
export async function elsewhere(
  db: Database,
  candidates: readonly Candidate[],
  positions: readonly number[],
): Promise<Map<number, Map<number, Elsewhere>>> {
  const share = (k: number): string => {
    const candidate = candidates[k]
    if (candidate === undefined) return 'null'
    const { min, max } = candidate.range
    return `(${core(k, candidate)} - ${min}) / ${max - min}.0`
  }
  const found = new Map<number, Map<number, Elsewhere>>()
  if (positions.length < 3) return found
  const total = positions.map((k) => `coalesce(${share(k)}, 0)`).join(' + ')
  const count = positions.map((k) => `(${share(k)} is not null)::integer`).join(' + ')
  await db.run(
    `create or replace table rested as select *, ${total} as total, ${count} as answers from sampled`,
  )
  for (const k of positions) {
    const own = share(k)
    const rows = await db.rows(
      `select value, count(*)::double as n, avg(mean) as mean, stddev_samp(mean) / sqrt(count(*)) as se
       from (
         select a${k} as value, (total - coalesce(${own}, 0)) / nullif(answers - (${own} is not null)::integer, 0) as mean from rested
       )
       where value is not null and mean is not null group by value`,
    )
    found.set(
      k,
      new Map(
        rows.map(({ value, n, mean, se }) => [
          Number(value),
          { n: Number(n), mean: Number(mean), se: Number(se ?? 0) },
        ]),
      ),
    )
  }
  return found
}
