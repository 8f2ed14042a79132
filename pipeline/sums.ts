/**
 * The one reduction of everything that grows with the number of answers: a wave → mergeable exact sums at the grain of
 * company, stratum and pair of companies. What follows from them is pure TypeScript.
 */
import { z } from 'zod'
import type { Index, Item, Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import { lowestAnswer } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'
import { materialise, query } from './sql.ts'
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

export type AnswerSums = z.infer<typeof answer>
export type CompanyMoments = Moments & { company: number }
export type Base = z.infer<typeof base>

/** Scores are kept as (score − 50) / 256 in SQL, so that every product lies within −1 and 1. */
export const centre = 50
export const spread = 256

/** What is scored and averaged: an index, or the net promoter score. */
export interface Measure {
  id: string
  /** SQL of the score of a rating on 0-100 (−100 to 100 for net promoter), null where there is none */
  sql: string
}

const valid = (column: string): string => `${column} >= ${lowestAnswer}`

/** The item on 0-100 with high = good, as SQL. */
function hundred(item: Item, column: string): string {
  const { min, max } = item.scale
  const up = item.reverse ? `${max} - ${column}` : `${column} - ${min}`
  return `(${up}) * (100.0::double / ${max - min})`
}

/** Answers that a score of the index needs in this wave: `min_items`, or half of the available items, rounded up. */
export const minimumItems = (index: Index, available: number): number =>
  index.min_items ?? Math.ceil(available / 2)

/** The index as the weighted mean of the answered items of a rating (METHOD.md §2); undefined where no item was asked. */
export function indexMeasure(index: Index, open: OpenWave): Measure | undefined {
  const parts = index.items.flatMap(({ item, weight }) => {
    const k = open.items.findIndex(({ id }) => id === item)
    const asked = open.items[k]
    return asked === undefined ? [] : [{ asked, weight: `${weight}::double`, column: `item_${k}` }]
  })
  if (parts.length === 0) return undefined
  const sum = (of: (part: (typeof parts)[number]) => string) =>
    parts.map((part) => `(${of(part)})`).join(' + ')
  const answered = sum(({ column }) => `(${valid(column)})::integer`)
  const weight = sum((part) => `case when ${valid(part.column)} then ${part.weight} else 0 end`)
  const points = sum(
    (part) =>
      `case when ${valid(part.column)} then ${part.weight} * ${hundred(part.asked, part.column)} else 0 end`,
  )
  const enough = minimumItems(index, parts.length)
  return { id: index.id, sql: `case when ${answered} >= ${enough} then (${points}) / (${weight}) end` }
}

/** Item number k as net promoter score: promoters (9-10) 100, passives (7-8) 0, detractors (0-6) −100 (METHOD.md §6). */
export function netPromoterMeasure(k: number): Measure {
  const column = `item_${k}`
  const score = `case when ${column} >= 9 then 100 when ${column} >= 7 then 0 else -100 end`
  return { id: 'net_promoter', sql: `case when ${valid(column)} then (${score})::double end` }
}

/** The ratings that may become public: companies are numbered with the unpublished ones last. */
const publicRatings = (study: Study): string =>
  `company < ${study.companies.filter(({ publish }) => publish).length}`

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

/** The public companies with a rating in the wave, by position. */
export async function ratedCompanies(db: Database, study: Study): Promise<number[]> {
  const rows = await db.rows(
    `select distinct company from ratings where ${publicRatings(study)} order by company`,
  )
  return rows.map(({ company }) => Number(company))
}

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
    from (select *, ${measure.sql} as score from ratings where ${publicRatings(study)}) where score is not null`)
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

const counts = z.object({ ratings: z.int() })
const straight = z.object({ straight_liners: z.int() })
const repeated = z.object({ duplicates: z.int() })

/** The items on the scale that most items share: only on one scale does one answer mean one thing. */
function commonScale(items: readonly Item[]): number[] {
  const scales = grouped(items.keys(), (k) => `${items[k]?.scale.min} ${items[k]?.scale.max}`)
  return [...scales.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
}

/** Counts that describe the wave: ratings, straight-liners, duplicates. */
export async function describe(
  db: Database,
  study: Study,
  open: OpenWave,
): Promise<{ ratings: number; straight_liners: number; duplicates: number }> {
  const where = publicRatings(study)
  const [count] = z
    .array(counts)
    .parse(await db.rows(`select count(*)::integer as ratings from ratings where ${where}`))
  const ratings = count?.ratings ?? 0
  if (open.items.length === 0) return { ratings, straight_liners: 0, duplicates: 0 }
  const items = open.items.map((_, k) => `item_${k}`)
  const line = commonScale(open.items).map((k) => `item_${k}`)
  const sum = (chosen: readonly string[], of: (item: string) => string) => chosen.map(of).join(' + ')
  const alike = (a: string, b: string) => `(${a} = ${b} or not (${valid(a)}) or not (${valid(b)}))`
  const likely = line.slice(1, 5).map((item, k) => alike(line[k] ?? item, item))
  await db.run(`create or replace temp view rating_lines as select respondent, company,
    ${['true', ...likely].join(' and ')} as likely,
    ${sum(items, (item) => `(${valid(item)})::integer`)} as answered_in_all,
    ${sum(line, (item) => `(${valid(item)})::integer`)} as answered,
    ${sum(line, (item) => `case when ${valid(item)} then ${item}::integer else 0 end`)} as total,
    greatest(${line.join(', ')}) as highest, ${items.join(', ')} from ratings where ${where}`)
  const [straightLine] = await query(db, 'straight_liners', straight)
  const [twin] = await query(db, 'duplicates', repeated)
  return { ratings, straight_liners: straightLine?.straight_liners ?? 0, duplicates: twin?.duplicates ?? 0 }
}

/** Matches the values that name a company: the table `company_values`. */
export async function matchCompanies(
  db: Database,
  study: Study,
  open: OpenWave,
): Promise<{ unmatched: number }> {
  const codes = study.companies.flatMap(({ id, codes: known }, company) =>
    [
      id,
      ...known.filter(({ wave }) => wave === undefined || wave === open.wave.id).map(({ code }) => code),
    ].map((code) => ({ code, company })),
  )
  await db.fill(
    'codes_given',
    [
      { name: 'code', type: 'text', value: (row) => codes[row]?.code ?? null },
      { name: 'company', type: 'integer', value: (row) => codes[row]?.company ?? null },
    ],
    codes.length,
  )
  await db.run(
    'create or replace table codes as select distinct lower(trim(code)) as code, company from codes_given',
  )
  await materialise(db, 'company_values')
  const [row] = await db.rows(
    'select coalesce(sum(ratings), 0)::integer as unmatched from company_values where company is null',
  )
  return { unmatched: Number(row?.unmatched ?? 0) }
}
