/** check: queries that return what is wrong; no rows = good. Every mistake found is reported at once. */
import { z } from 'zod'
import { answerAdvice, type Check, checksOf, companyAdvice } from './advice.ts'
import { lifetimeWithout } from './contract/lifetime.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { located, type Mistake, shown, UserError } from './errors.ts'
import { missingCodes, offScale } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'
import { materialise, query, setVariables } from './sql.ts'

const offender = z.object({
  file: z.int(),
  row: z.int(),
  slot: z.int().optional(),
  value: z.string().nullable(),
  found: z.bigint(),
})
const outsider = z.object({ company: z.int(), file: z.int(), row: z.int(), slot: z.int(), ratings: z.int() })

const stranger = z.object({
  file: z.int(),
  row: z.int(),
  slot: z.int(),
  value: z.string().nullable(),
  ratings: z.int(),
  found: z.int(),
  found_ratings: z.int(),
})

/** The last of the first offenders stands for those that are not listed. */
const more = (found: number, listed: number): string =>
  found > listed ? ` (and ${found - listed} more like this)` : ''

async function run(
  db: Database,
  study: Study,
  open: OpenWave,
  name: keyof ReturnType<typeof checksOf>,
): Promise<Mistake[]> {
  const rows = await query(db, `checks/${name}`, offender)
  const { what, role, advise }: Check = checksOf(study)[name]
  return rows.map(({ file, row, slot, value, found }, k) => {
    const last = k === rows.length - 1
    return {
      what,
      ...(value === null ? {} : { value }),
      ...located(open.place(file, row, role, slot)),
      times: last ? Number(found) - k : 1,
      hint: `${advise(value ?? '', open.wave)}${last ? more(Number(found), rows.length) : ''}`,
    }
  })
}

/** The respondents of the wave: ids, weights, strata and the companies they name. */
export async function checkRespondents(db: Database, study: Study, open: OpenWave): Promise<void> {
  await setVariables(db, { respondent_column: open.wave.columns.respondent ?? '' })
  const repeated = await run(db, study, open, 'repeated_headers')
  if (repeated.length > 0) throw new UserError(repeated)
  const names: Parameters<typeof run>[3][] = [
    'blank_respondents',
    'bad_weights',
    'blank_strata',
    'changing_weights',
    'changing_strata',
  ]
  if (study.design.single_unit_stratum === 'error') names.push('lonely_strata')
  const mistakes: Mistake[] = []
  for (const name of names) mistakes.push(...(await run(db, study, open, name)))
  if (study.unmatched === 'error') mistakes.push(...(await unknownCompanies(db, study, open)))
  mistakes.push(...(await outsideLifetime(db, study, open)))
  if (mistakes.length > 0) throw new UserError(mistakes)
}

async function unknownCompanies(db: Database, study: Study, open: OpenWave): Promise<Mistake[]> {
  const rows = await query(db, 'checks/unknown_companies', stranger)
  const listed = rows.reduce((sum, { ratings }) => sum + ratings, 0)
  return rows.map(({ file, row, slot, value, ratings, found, found_ratings }, k) => {
    const last = k === rows.length - 1
    const at = open.place(file, row, 'company', slot)
    return {
      ...(value === null ? { what: 'no company' } : { what: 'unknown company', value }),
      where: `${ratings === 1 ? 'once,' : `${ratings} times, first:`} ${located(at).where}`,
      at,
      times: last ? found_ratings - listed + ratings : ratings,
      hint: `${companyAdvice(value, study, open.wave)}${last ? more(found, rows.length) : ''}`,
    }
  })
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
  if (item === undefined) return []
  const rows = await db.rows(
    `select min(file)::integer as file, min_by(row, place)::integer as row, min_by(slot, place) as slot,
       min_by(respondent, place) as respondent, value, count(*)::integer as ratings, (count(*) over ())::integer as found
     from (
       select *, (file, row, slot) as place, ${open.rawValues[k]} as value from delivered
       semi join company_values on delivered.company = company_values.value and company_values.company is not null
       where ${open.answers[k]} = ${offScale}
     ) group by value order by ratings desc, min(place) limit 5`,
  )
  const listed = rows.reduce((sum, { ratings }) => sum + Number(ratings), 0)
  return rows.map(({ file, row, slot, respondent, value, ratings, found }, n) => {
    const last = n === rows.length - 1
    const at = open.place(Number(file), Number(row), item.id, Number(slot))
    const often = Number(ratings) > 1 ? `${ratings} times, first: ` : ''
    return {
      what: 'off the scale',
      value: String(value),
      ...located(
        at,
        `${often}respondent ${shown(String(respondent))}${at.column === item.id ? '' : `, ${item.id}`}`,
      ),
      times: Number(ratings) + (last ? times - listed : 0),
      hint: `${answerAdvice(String(value), item, open.wave)}${last ? more(Number(found), rows.length) : ''}`,
    }
  })
}
