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

/** products of answers that are summed at most: beyond, correlations come from fewer rows */
const products = 1e9

/**
 * The answers of each candidate as lists: the table `lists` (k, x, xx: 0 where there is none, asked: 1 or 0); and the view
 * `pairs`: sums from which the correlation of two follows. An aggregate for each pair of columns would take minutes to plan.
 */
async function listAnswers(db: Database, candidates: readonly Candidate[]): Promise<void> {
  const [size] = await db.rows('select count(*)::double as rows from sampled')
  const most = Math.max(1000, products / candidates.length ** 2)
  const step = Math.max(1, Math.ceil(Number(size?.rows) / most))
  const values = candidates.map((candidate, k) => `${core(k, candidate)} as "${k}"`)
  await db.run(
    `create or replace temp view answered as select rowid as place, ${values.join(', ')} from sampled where rowid % ${step} = 0`,
  )
  await db.run(`create or replace table lists as
    select k::integer as k, list(coalesce(x, 0) order by place) as x, list(coalesce(x * x, 0) order by place) as xx,
      list((x is not null)::double order by place) as asked
    from answered unpivot include nulls (x for k in (columns(* exclude place))) group by k`)
  await db.run(`create or replace temp view pairs as
    select a.k as i, b.k as j, list_inner_product(a.asked, b.asked) as n,
      n * list_inner_product(a.x, b.x) - list_inner_product(a.x, b.asked) * list_inner_product(a.asked, b.x) as sxy,
      n * list_inner_product(a.xx, b.asked) - list_inner_product(a.x, b.asked) ** 2 as sxx,
      n * list_inner_product(a.asked, b.xx) - list_inner_product(a.asked, b.x) ** 2 as syy
    from lists as a inner join lists as b on a.k < b.k`)
}

/**
 * Correlations between the answers of candidates, without their sign and less two standard errors: what they are at least.
 * 0 where too few answered both; row and column in the order of the candidates.
 */
export async function correlations(db: Database, candidates: readonly Candidate[]): Promise<number[][]> {
  const matrix = candidates.map(() => candidates.map(() => 0))
  if (candidates.length < 2) return matrix
  await listAnswers(db, candidates)
  for (const [i] of candidates.entries()) {
    const rows = await db.rows(
      `select j, greatest(0, abs(sxy) / sqrt(sxx * syy) - 2 / sqrt(n)) as r from pairs
       where i = ${i} and n >= ${enough} and sxx > 0 and syy > 0`,
    )
    for (const { j, r } of rows) {
      ;(matrix[i] ?? [])[Number(j)] = Number(r)
      ;(matrix[Number(j)] ?? [])[i] = Number(r)
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
  const shares = positions.map((k) => `${share(k)} as s${k}`)
  const all = `[${positions.map((k) => `s${k}`).join(', ')}]`
  await db.run(`create or replace table rested as
    select *, list_sum(${all}) as total, list_count(${all}) as answers from (select *, ${shares.join(', ')} from sampled)`)
  for (const k of positions) {
    const rows = await db.rows(
      `select value, count(*)::double as n, avg(mean) as mean, stddev_samp(mean) / sqrt(count(*)) as se
       from (
         select a${k} as value, (total - coalesce(s${k}, 0)) / nullif(answers - (s${k} is not null)::integer, 0) as mean from rested
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
