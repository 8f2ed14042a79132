/** check: queries that return what is wrong; no rows = good. Every mistake found is reported at once. */
import { z } from 'zod'
import { lifetimeWithout } from './contract/lifetime.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { located, type Mistake, UserError } from './errors.ts'
import { missingCodes, offScale } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'
import { materialise, query } from './sql.ts'

const offender = z.object({
  file: z.int(),
  row: z.int(),
  slot: z.int().optional(),
  value: z.string().nullable(),
  found: z.bigint(),
})
const outsider = z.object({ company: z.int(), file: z.int(), row: z.int(), slot: z.int(), ratings: z.int() })

/** What each file of queries/checks finds, in which role's column, and what to do about it. */
const checks = {
  blank_respondents: {
    what: 'no respondent id',
    role: 'respondent',
    hint: 'every row needs one: see columns.respondent of the wave',
  },
  bad_weights: {
    what: 'not a weight',
    role: 'weight',
    hint: 'weights are positive numbers; see columns.weight and csv.decimal of the wave',
  },
  blank_strata: {
    what: 'no stratum',
    role: 'stratum',
    hint: 'every row needs one: see columns of the wave and design.strata',
  },
  changing_weights: {
    what: 'two weights for one respondent',
    role: 'weight',
    hint: 'a respondent has one weight in a wave',
  },
  changing_strata: {
    what: 'two strata for one respondent',
    role: 'stratum',
    hint: 'a respondent belongs to one stratum in a wave',
  },
  unknown_companies: {
    what: 'unknown company',
    role: 'company',
    hint: 'add the value to codes in companies.csv, or set unmatched: drop',
  },
  double_ratings: {
    what: 'company rated twice',
    role: 'company',
    hint: 'one rating per respondent and company: settle it in corrections.csv by keep_first, keep_last or drop',
  },
  lonely_strata: {
    what: 'a stratum of one respondent',
    role: 'stratum',
    hint: 'join it to another, or set design.single_unit_stratum: center',
  },
} as const

/** The last of the first offenders stands for those that are not listed. */
const more = (found: number, listed: number): string =>
  found > listed ? ` (and ${found - listed} more like this)` : ''

async function run(
  db: Database,
  study: Study,
  open: OpenWave,
  name: keyof typeof checks,
): Promise<Mistake[]> {
  const rows = await query(db, `checks/${name}`, offender)
  const { what, role, hint } = checks[name]
  const roles = { weight: study.weighting.base, stratum: study.design.strata ?? '' }
  const column = role === 'weight' || role === 'stratum' ? roles[role] : role
  return rows.map(({ file, row, slot, value, found }, k) => {
    const last = k === rows.length - 1
    return {
      what,
      ...(value === null ? {} : { value }),
      ...located(open.place(file, row, column, slot)),
      times: last ? Number(found) - k : 1,
      hint: `${hint}${last ? more(Number(found), rows.length) : ''}`,
    }
  })
}

/** The respondents of the wave: ids, weights, strata and the companies they name. */
export async function checkRespondents(db: Database, study: Study, open: OpenWave): Promise<void> {
  const names: (keyof typeof checks)[] = [
    'blank_respondents',
    'bad_weights',
    'blank_strata',
    'changing_weights',
    'changing_strata',
  ]
  if (study.unmatched === 'error') names.push('unknown_companies')
  if (study.design.single_unit_stratum === 'error') names.push('lonely_strata')
  const mistakes: Mistake[] = []
  for (const name of names) mistakes.push(...(await run(db, study, open, name)))
  mistakes.push(...(await outsideLifetime(db, study, open)))
  if (mistakes.length > 0) throw new UserError(mistakes)
}

/** The strata again, once respondents have left the wave. */
export async function checkStrata(db: Database, study: Study, open: OpenWave): Promise<void> {
  if (study.design.single_unit_stratum !== 'error') return
  const mistakes = await run(db, study, open, 'lonely_strata')
  if (mistakes.length > 0) throw new UserError(mistakes)
}

async function outsideLifetime(db: Database, study: Study, open: OpenWave): Promise<Mistake[]> {
  const wave = open.wave.id
  const closed = study.companies.flatMap((company, k) => {
    const lifetime = lifetimeWithout(wave, company, study.timeline)
    return lifetime === undefined ? [] : [{ k, id: company.id, lifetime }]
  })
  if (closed.length === 0) return []
  await db.fill(
    'closed',
    [{ name: 'company', type: 'integer', value: (row) => closed[row]?.k ?? null }],
    closed.length,
  )
  const rows = await query(db, 'checks/outside_lifetime', outsider)
  return rows.flatMap(({ company, file, row, slot, ratings }) => {
    const found = closed.find(({ k }) => k === company)
    if (found === undefined) return []
    return [
      {
        what: `rated in wave ${wave}, outside its lifetime (${found.lifetime})`,
        value: found.id,
        ...located(open.place(file, row, 'company', slot)),
        times: ratings,
        hint: `mend valid_from and valid_to in companies.csv, or bind its codes to their waves${more(ratings, 1)}`,
      },
    ]
  })
}

/** The ratings of the wave: one per respondent and company, every answer on its scale, every item answered by somebody. */
export async function checkRatings(db: Database, study: Study, open: OpenWave): Promise<void> {
  await materialise(db, 'doubles')
  const doubled = (await db.rows('select 1 from doubles limit 1')).length > 0
  const mistakes = doubled ? await run(db, study, open, 'double_ratings') : []
  const counts = open.items.flatMap((_, k) => [
    `count_if(item_${k} = ${offScale})::integer as off_${k}`,
    `count_if(item_${k} <> ${missingCodes.not_asked})::integer as asked_${k}`,
  ])
  const [found] = await db.rows(`select ${['count(*) as ratings', ...counts].join(', ')} from ratings`)
  for (const [k, item] of open.items.entries()) {
    const times = Number(found?.[`off_${k}`])
    if (times > 0) mistakes.push(...(await offTheScale(db, open, k, times)))
    if (Number(found?.ratings) > 0 && Number(found?.[`asked_${k}`]) === 0)
      mistakes.push({
        what: 'an item that nobody answered',
        value: item.id,
        where: `${open.wave.files.join(', ')}, column ${open.place(0, 0, item.id).column}`,
        hint: `write ${item.id}: null under items of wave ${open.wave.id} if it was not asked, or mend its column`,
      })
  }
  if (mistakes.length > 0) throw new UserError(mistakes)
}

async function offTheScale(db: Database, open: OpenWave, k: number, times: number): Promise<Mistake[]> {
  const item = open.items[k]
  const rows = await db.rows(
    `select file::integer as file, row::integer as row, slot, respondent, ${open.rawValues[k]} as value from delivered
     semi join company_values on delivered.company = company_values.value and company_values.company is not null
     where ${open.answers[k]} = ${offScale} order by file, row, slot limit 5`,
  )
  return rows.map(({ file, row, slot, respondent, value }, n) => {
    const last = n === rows.length - 1
    return {
      what: 'off the scale',
      value: String(value),
      ...located(
        open.place(Number(file), Number(row), item?.id, Number(slot)),
        `respondent ${respondent}, ${item?.id}`,
      ),
      times: last ? times - n : 1,
      hint: `the scale is ${item?.scale.min}-${item?.scale.max} in whole numbers, see items.${item?.id} in study.yaml${last ? more(times, rows.length) : ''}`,
    }
  })
}
