/**
 * The one reduction of everything that grows with the number of answers: a wave → mergeable exact sums at the grain of
 * company, stratum and pair of companies. What follows from them is pure TypeScript.
 */
import { z } from 'zod'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { publicRatings } from './match.ts'
import type { Measure } from './measures.ts'
import type { OpenWave } from './read/wave.ts'
import { query } from './sql.ts'
import type { Moments, SharedPair } from './stats/design.ts'

const stratum = z.object({
  stratum: z.int(),
  respondents: z.int(),
  w: z.number(),
  ww: z.number(),
  largest: z.number(),
  smallest: z.number(),
})
const answer = z.object({
  company: z.int(),
  stratum: z.int(),
  answer: z.int(),
  n: z.int(),
  w: z.number(),
  ww: z.number(),
})
const moments = z.object({
  company: z.int(),
  stratum: z.int(),
  n: z.int(),
  w: z.number(),
  wy: z.number(),
  ww: z.number(),
  wwy: z.number(),
  wwyy: z.number(),
})
const shared = z.object({
  a: z.int(),
  b: z.int(),
  stratum: z.int(),
  n: z.int(),
  ww: z.number(),
  wwa: z.number(),
  wwb: z.number(),
  wwab: z.number(),
})
const base = z.object({ number: z.int(), stratum: z.int(), respondents: z.int() })

export type Stratum = z.infer<typeof stratum>
export type AnswerSums = z.infer<typeof answer>
export type CompanyMoments = Moments & { company: number }
export type Base = z.infer<typeof base>

/** Scores are kept as (score − 50) / 256 in SQL, so that every product lies within −1 and 1. */
export const centre = 50
export const spread = 256

/** The ratings of the wave with respondent, company and weight as numbers: the table `ratings`. */
export async function rate(db: Database, open: OpenWave): Promise<void> {
  const answers = open.answers.map((sql, k) => `${sql} as item_${k}`)
  const columns = [
    'sample.respondent',
    'company_values.company',
    'sample.stratum',
    'sample.w',
    'sample.ww',
    ...answers,
  ]
  await db.run(`create or replace table ratings as select ${columns.join(', ')} from delivered
    inner join sample on delivered.respondent = sample.id
    inner join company_values on delivered.company = company_values.value and company_values.company is not null`)
}

export const strata = (db: Database) => query(db, 'strata', stratum)

/** How one item was answered, by company, stratum and answer. */
export async function answerSums(db: Database, study: Study, k: number): Promise<AnswerSums[]> {
  await db.run(
    `create or replace temp view item as select company, stratum, w, ww, item_${k} as answer from ratings where ${publicRatings(study)}`,
  )
  return query(db, 'answers', answer)
}

/** Scores every rating by the measure and sums them up by company, stratum and pair of companies. */
export async function measureSums(
  db: Database,
  study: Study,
  measure: Measure,
): Promise<{ moments: CompanyMoments[]; shared: SharedPair[] }> {
  await db.run(`create or replace table scored as
    select respondent, company, stratum, w, ww, (score - ${centre}) / ${spread} as y
    from (select *, ${measure} as score from ratings where ${publicRatings(study)}) where score is not null`)
  return { moments: await query(db, 'moments', moments), shared: await query(db, 'shared', shared) }
}

/** Groups that one run of the query can count: their numbers are bits of a 64-bit integer. */
const groupsAtOnce = 62

/** Respondents with a valid score (of the measure summed last) for at least one company of each group. */
export async function bases(db: Database, groups: readonly (readonly number[])[]): Promise<Base[]> {
  const found: Base[] = []
  for (let first = 0; first < groups.length; first += groupsAtOnce) {
    const members = groups
      .slice(first, first + groupsAtOnce)
      .flatMap((companies, number) => companies.map((company) => ({ company, number })))
    await db.fill(
      'groups',
      [
        { name: 'company', type: 'integer', value: (row) => members[row]?.company ?? null },
        { name: 'number', type: 'integer', value: (row) => members[row]?.number ?? null },
      ],
      members.length,
    )
    for (const row of await query(db, 'bases', base)) found.push({ ...row, number: first + row.number })
  }
  return found
}
