/** check: what a wave consists of, and what a person should know about it though nothing is wrong. */
import { z } from 'zod'
import type { Item, Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import { publicRatings } from './match.ts'
import { itemsAsked, valid } from './measures.ts'
import type { OpenWave } from './read/wave.ts'
import { query } from './sql.ts'
import type { Stratum } from './sums.ts'
import type { WaveRow } from './tables.ts'

const straight = z.object({ straight_liners: z.int() })
const repeated = z.object({ duplicates: z.int() })

/** The items on the scale that most items share: only on one scale does one answer mean one thing. */
function commonScale(items: readonly Item[]): number[] {
  const scales = grouped(items.keys(), (k) => `${items[k]?.scale.min} ${items[k]?.scale.max}`)
  return [...scales.values()].reduce((a, b) => (b.length > a.length ? b : a), [])
}

async function repetitions(db: Database, study: Study, open: OpenWave) {
  if (open.items.length === 0) return { straight_liners: 0, duplicates: 0 }
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
    greatest(${line.join(', ')}) as highest, ${items.join(', ')} from ratings where ${publicRatings(study)}`)
  const [lines] = await query(db, 'straight_liners', straight)
  const [twins] = await query(db, 'duplicates', repeated)
  return { straight_liners: lines?.straight_liners ?? 0, duplicates: twins?.duplicates ?? 0 }
}

const countOf = async (db: Database, sql: string): Promise<number> =>
  Number((await db.rows(sql))[0]?.count ?? 0)

/** The row of the table waves: counts, and weights in multiples of their mean. */
export async function describeWave(
  db: Database,
  study: Study,
  open: OpenWave,
  strata: readonly Stratum[],
): Promise<WaveRow> {
  const total = (of: (stratum: Stratum) => number) => strata.reduce((sum, one) => sum + of(one), 0)
  const respondents = total((one) => one.respondents)
  const mean = total((one) => one.w) / respondents
  const unmatched = 'select coalesce(sum(ratings), 0) as count from company_values where company is null'
  return {
    wave: open.wave.id,
    respondents,
    ratings: await countOf(db, `select count(*) as count from ratings where ${publicRatings(study)}`),
    ...(await repetitions(db, study, open)),
    unmatched: await countOf(db, unmatched),
    largest_weight: Math.max(...strata.map((one) => one.largest)) / mean,
    smallest_weight: Math.min(...strata.map((one) => one.smallest)) / mean,
    design_effect: (respondents * total((one) => one.ww)) / total((one) => one.w) ** 2,
  }
}

/** What is assumed or left out in the wave, a line each. */
export function notices(
  study: Study,
  { wave }: OpenWave,
  row: WaveRow,
  strata: readonly Stratum[],
): string[] {
  const lonely = strata.filter(({ respondents }) => respondents === 1).length
  const { base } = study.weighting
  const stratum = study.design.strata
  const lines: (string | false)[] = [
    wave.columns[base] === undefined && 'no column for the weight: every respondent weighs 1',
    stratum !== undefined &&
      wave.columns[stratum] === undefined &&
      'no column for the stratum: all are one stratum',
    row.unmatched > 0 && `${row.unmatched} ratings of companies that match nobody are dropped`,
    lonely > 0 && `strata of one respondent, centred on the mean of all: ${lonely}`,
    ...study.indices.map(({ id, min_items = 0 }) => {
      const asked = itemsAsked(study, id, wave).length
      return (
        asked > 0 &&
        min_items > asked &&
        `${id} needs ${min_items} answers, but ${asked} of its items were asked: no scores`
      )
    }),
  ]
  return lines.filter((line) => line !== false).map((line) => `wave ${wave.id}: ${line}`)
}

/** What is assumed of the registers: an empty share beside a given one. */
export function shareNotices(study: Study): string[] {
  const industries = grouped(study.companies, ({ industry }) => industry)
  return [...industries].flatMap(([industry, companies]) => {
    const given = companies.filter(({ share }) => share !== undefined).length
    return given === 0 || given === companies.length
      ? []
      : [`companies.csv: in ${industry} some companies have a share and some have none, which counts as 1`]
  })
}
