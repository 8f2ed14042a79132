/**
 * The one reduction of everything that grows with the number of answers: a wave → mergeable exact sums at the grain of
 * company, stratum and pair of companies. What follows from them is pure TypeScript.
 */
import { z } from 'zod'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import { publicRatings } from './match.ts'
import type { Measure } from './measures.ts'
import { lowestAnswer } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'
import { materialise, query, setVariables } from './sql.ts'
import { calibration } from './stats/calibration.ts'
import {
  centring,
  type Design,
  type DomainSums,
  type MarginSums,
  type Moments,
  type Pair,
} from './stats/design.ts'
import { putBoth, zeros } from './stats/matrix.ts'

const stratum = z.object({ stratum: z.int(), respondents: z.int(), units: z.int() })
const answer = z.object({
  domain: z.int(),
  stratum: z.int(),
  n: z.int(),
  units: z.int(),
  w: z.number(),
  ww: z.number(),
})
const moments = z.object({
  domain: z.int(),
  stratum: z.int(),
  n: z.int(),
  units: z.int(),
  w: z.number(),
  wy: z.number(),
  kish: z.number(),
  ww: z.number(),
  wwy: z.number(),
  wwyy: z.number(),
})
/** A row of shared.sql and of across.sql. */
export const pairSums = z.object({
  a: z.int(),
  b: z.int(),
  n: z.int(),
  ww: z.number(),
  wwa: z.number(),
  wwb: z.number(),
  wwab: z.number(),
})
const sharedCount = z.object({ a: z.int(), b: z.int(), n: z.int() })
const answering = z.object({ company: z.int(), units: z.int() })
const base = z.object({ number: z.int(), stratum: z.int(), units: z.int() })
const crossed = z.object({
  domain: z.int(),
  category: z.int(),
  ww: z.number(),
  wwy: z.number(),
  d: z.number(),
  dy: z.number(),
})
const marginTotal = z.object({ stratum: z.int(), category: z.int(), w: z.number() })
const marginProduct = z.object({ a: z.int(), b: z.int(), ww: z.number(), d: z.number() })

export type Stratum = z.infer<typeof stratum>
export type Base = z.infer<typeof base>

/** How often a company got one answer to an item, in one stratum. */
export interface AnswerSums {
  company: number
  stratum: number
  answer: number
  n: number
  units: number
  w: number
  ww: number
}

/** How one item was answered, by company: counts, what answers of one unit share, and margins by answer. */
export interface ItemSums {
  answers: Map<number, AnswerSums[]>
  pairs: Map<number, { a: number; b: number; ww: number }[]>
  margins: Map<number, Map<number, MarginSums>>
  /** sampling units with a valid answer; empty where respondents are the units */
  units: Map<number, number>
}

/** A wave as it was sampled and weighted. */
export interface Sampling extends Design {
  /** the sampling unit is a cluster of respondents */
  clustered: boolean
}

/** Scores are kept as (score − 50) / 256 in SQL, so that every product lies within −1 and 1. */
export const centre = 50
export const spread = 256

/** Answers, missing codes included, lie between −128 and this minus 129. */
const answerBlock = 2048
const lowest = 128

/** The roles of the wave that ratings are divided by: halves of split ballots, and segments. */
const dividing = ({ contract: { experiments, segments } }: Study, { roles }: OpenWave): string[] =>
  [
    ...new Set([...Object.values(experiments), ...Object.values(segments)].map(({ column }) => column)),
  ].filter((role) => roles.has(role))

/** The column of `ratings` that holds what a role divides them by; undefined where the wave has not got it. */
export function groupColumn(study: Study, open: OpenWave, role: string | undefined): string | undefined {
  const k = dividing(study, open).indexOf(role ?? '')
  return k < 0 ? undefined : `group_${k}`
}

/** The ratings of the wave with respondent, company and weight as numbers: the table `ratings`. */
export async function rate(db: Database, study: Study, open: OpenWave): Promise<void> {
  const answers = open.answers.map((sql, k) => `${sql} as item_${k}`)
  const groups = dividing(study, open).map((role, k) => `${open.roles.get(role)?.value} as group_${k}`)
  const own = `(delivered.weight / getvariable('weight_scale') * getvariable('weight_steps'))::bigint as w`
  const columns = [
    'sample.respondent',
    'sample.unit',
    'company_values.company',
    'sample.stratum',
    study.weighting.level === 'rating' ? own : 'sample.w',
    ...groups,
    ...answers,
  ]
  await db.run(`create or replace table ratings as select ${columns.join(', ')} from delivered
    inner join sample on delivered.respondent = sample.id
    inner join company_values on delivered.company = company_values.value and company_values.company is not null`)
}

export const strata = (db: Database) => query(db, 'strata', stratum)

/** The design of the wave, once its weights are final; `categories`: number of margin categories that they are calibrated to. */
export async function sampling(
  db: Database,
  sampled: readonly Stratum[],
  clustered: boolean,
  categories: number,
): Promise<Sampling> {
  // Exclusions may have left nobody in a stratum; the others keep their numbers.
  const numbers = Math.max(...sampled.map(({ stratum }) => stratum)) + 1
  const units = new Array<number>(numbers).fill(0)
  for (const one of sampled) units[one.stratum] = one.units
  await db.fill(
    'roots',
    [
      { name: 'stratum', type: 'integer', value: (row) => row },
      { name: 'root', type: 'number', value: (row) => Math.sqrt(centring(units[row] ?? 0).factor) },
    ],
    units.length,
  )
  if (categories === 0) return { units, clustered, calibration: undefined }
  await materialise(db, 'memberships')
  await materialise(db, 'unit_margins')
  const [products, weights] = [zeros(categories), zeros(categories)]
  for (const { a, b, ww, d } of await query(db, 'margin_products', marginProduct)) {
    putBoth(products, a, b, ww)
    putBoth(weights, a, b, d)
  }
  const totals = units.map(() => new Array<number>(categories).fill(0))
  for (const one of await query(db, 'margin_totals', marginTotal)) {
    const row = totals[one.stratum]
    if (row !== undefined) row[one.category] = one.w
  }
  return { units, clustered, calibration: calibration(weights, products, totals) }
}

/** Makes `rating_scores` and `scored` of rows (respondent, unit, stratum, w, domain, y); `keep`: as tables. */
async function scoreRows(db: Database, rows: string, design: Sampling, keep: boolean): Promise<void> {
  for (const name of ['rating_scores', 'scored']) {
    await db.run(`drop view if exists ${name}`).catch(() => db.run(`drop table ${name}`))
  }
  const ratings = `select rows.*, roots.root from (${rows}) as rows inner join roots on rows.stratum = roots.stratum`
  await db.run(`create ${keep ? 'table' : 'view'} rating_scores as ${ratings}`)
  if (design.clustered) await materialise(db, 'units', 'scored')
  else
    await db.run(`create view scored as select *, 1 as n, root * w / getvariable('weight_steps') as r,
      (w::double * w * (getvariable('square_steps') / getvariable('weight_steps') ** 2))::bigint as kish from rating_scores`)
}

async function marginSums(db: Database, design: Sampling): Promise<Map<number, MarginSums>> {
  const size = design.calibration?.products.length
  if (size === undefined) return new Map()
  const row = () => new Array<number>(size).fill(0)
  const found = new Map<number, { ww: number[]; wwy: number[]; d: number[]; dy: number[] }>()
  const name = design.clustered ? 'crossed' : 'crossed_respondents'
  for (const { domain, category, ww, wwy, d, dy } of await query(db, name, crossed)) {
    const sums = found.get(domain) ?? { ww: row(), wwy: row(), d: row(), dy: row() }
    found.set(domain, sums)
    sums.ww[category] = ww
    sums.wwy[category] = wwy
    sums.d[category] = d
    sums.dy[category] = dy
  }
  return found
}

/** How one item was answered. */
export async function answerSums(db: Database, study: Study, design: Sampling, k: number): Promise<ItemSums> {
  const rows = `select respondent, unit, stratum, w, company * ${answerBlock} + item_${k}::integer + ${lowest} as domain, 0 as y
    from ratings where ${publicRatings(study)}`
  await scoreRows(db, rows, design, false)
  const companyOf = (domain: number) => Math.floor(domain / answerBlock)
  const answerOf = (domain: number) => (domain % answerBlock) - lowest
  const counted = (await query(db, 'answers', answer)).map(({ domain, ...sums }) => ({
    company: companyOf(domain),
    answer: answerOf(domain),
    ...sums,
  }))
  await setVariables(db, { block: answerBlock })
  const pairs = (design.clustered ? await query(db, 'shared', pairSums) : []).map(({ a, b, ww }) => ({
    company: companyOf(a),
    a: answerOf(a),
    b: answerOf(b),
    ww,
  }))
  const margins = new Map<number, Map<number, MarginSums>>()
  for (const [domain, sums] of await marginSums(db, design)) {
    const ofCompany = margins.get(companyOf(domain)) ?? new Map<number, MarginSums>()
    margins.set(companyOf(domain), ofCompany.set(answerOf(domain), sums))
  }
  await setVariables(db, { valid_from: lowestAnswer + lowest })
  const units = design.clustered ? await query(db, 'answering_units', answering) : []
  return {
    units: new Map(units.map(({ company, units }) => [company, units])),
    answers: grouped(counted, ({ company }) => company),
    pairs: grouped(pairs, ({ company }) => company),
    margins,
  }
}

/** What is summed up: SQL of the score of a rating, and of the number of the domain that it counts in, null where in none. */
export interface Scoring {
  domain: string
  score: Measure
}

/**
 * Scores every rating and sums the scores up by domain and stratum. A domain has one rating of a sampling unit, or `design` is
 * clustered. `keep`: the scores are asked again, by what follows here. `from`: SQL of a relation with the columns of `ratings`.
 */
export async function measureSums(
  db: Database,
  study: Study,
  design: Sampling,
  scorings: readonly Scoring[],
  keep: boolean,
  from = 'ratings',
): Promise<Map<number, DomainSums>> {
  const rows = scorings.map(
    ({
      domain,
      score,
    }) => `select respondent, unit, stratum, w, number as domain, (score - ${centre}) / ${spread} as y
      from (select respondent, unit, stratum, w, ${domain} as number, ${score} as score from ${from} where ${publicRatings(study)})
      where score is not null and number is not null`,
  )
  await scoreRows(db, rows.join(' union all '), design, keep)
  const byDomain = grouped(await query(db, 'moments', moments), ({ domain }) => domain)
  const margins = await marginSums(db, design)
  return new Map(
    [...byDomain].map(([domain, rows]): [number, DomainSums] => [
      domain,
      { moments: rows satisfies Moments[], pairs: [], margins: margins.get(domain) },
    ]),
  )
}

/** Every measure of every company: company × how many measures + number of the measure. */
export const byCompany = (measures: readonly Measure[]): Scoring[] =>
  measures.map((score, k) => ({ domain: `company * ${measures.length} + ${k}`, score }))

/** Pairs of domains that share units, of the measures scored last. `block`: how many domains, from 0 on, are paired with each other. */
export async function sharedSums(db: Database, block = 2 ** 31 - 1): Promise<Pair[]> {
  await setVariables(db, { block })
  return query(db, 'shared', pairSums)
}

/** Respondents who scored both companies of a pair, by `a b` in the order of the register. */
export async function sharedRespondents(db: Database): Promise<Map<string, number>> {
  const rows = await query(db, 'shared_respondents', sharedCount)
  return new Map(rows.map(({ a, b, n }) => [`${a} ${b}`, n]))
}

/** The table `name` of groups by number: a row for each company in one. */
export async function fillGroups(
  db: Database,
  name: string,
  groups: readonly (readonly number[])[],
): Promise<void> {
  const members = groups.flatMap((companies, number) => companies.map((company) => ({ company, number })))
  await db.fill(
    name,
    [
      { name: 'company', type: 'integer', value: (row) => members[row]?.company ?? null },
      { name: 'number', type: 'integer', value: (row) => members[row]?.number ?? null },
    ],
    members.length,
  )
}

/** Groups that one run of the query can count: their numbers are bits of a 64-bit integer. */
const groupsAtOnce = 62

/** Sampling units with a valid score (of the measure summed last) for at least one company of each group. */
export async function bases(db: Database, groups: readonly (readonly number[])[]): Promise<Base[]> {
  const found: Base[] = []
  for (let first = 0; first < groups.length; first += groupsAtOnce) {
    await fillGroups(db, 'groups', groups.slice(first, first + groupsAtOnce))
    for (const row of await query(db, 'bases', base)) found.push({ ...row, number: first + row.number })
  }
  return found
}
