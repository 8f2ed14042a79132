/** check: queries that return what is wrong; no rows = good. Every mistake found is reported at once. */
import { z } from 'zod'
import { answerAdvice, type Check, checksOf, companyAdvice } from './advice.ts'
import { lifetimeWithout } from './contract/lifetime.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { located, type Mistake, shown, UserError } from './errors.ts'
import { missingCodes, offScale } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'
import { isEmpty, materialise, query, setVariables } from './sql.ts'

const place = { file: z.int(), row: z.int(), slot: z.int().optional() }
const offender = z.object({
  ...place,
  /** of a raked variable: its position */
  k: z.int().optional(),
  value: z.string().nullable(),
  found: z.bigint().transform(Number),
})
const outsider = z.object({ ...place, company: z.int(), ratings: z.int() })
const stranger = z.object({
  ...place,
  value: z.string().nullable(),
  respondent: z.string().nullable().optional(),
  ratings: z.int(),
  found: z.int(),
  found_ratings: z.int(),
})

/** How many were found in all, and how often; by default each was found once. */
interface Found {
  found: number
  ratings?: number
  found_ratings?: number
}

/** A mistake for each of the first offenders; the last of them stands for those that are not listed. */
function told<Row extends Found>(rows: readonly Row[], tell: (row: Row) => Mistake): Mistake[] {
  const listed = rows.reduce((sum, { ratings = 1 }) => sum + ratings, 0)
  return rows.map((row, k) => {
    const { found, ratings = 1, found_ratings = found } = row
    const mistake = { ...tell(row), times: ratings }
    if (k < rows.length - 1 || found === rows.length) return mistake
    const hint = `${mistake.hint} (and ${found - rows.length} more like this)`
    return { ...mistake, times: ratings + found_ratings - listed, hint }
  })
}

async function run(
  db: Database,
  study: Study,
  open: OpenWave,
  name: keyof ReturnType<typeof checksOf>,
): Promise<Mistake[]> {
  const rows = await query(db, `checks/${name}`, offender)
  const { what, role, advise }: Check = checksOf(study)[name]
  return told(rows, ({ file, row, slot, k, value }) => ({
    what,
    ...(value === null ? {} : { value }),
    ...located(open.place(file, row, k === undefined ? role : study.weighting.rake[k], slot)),
    hint: advise(value ?? '', open.wave),
  }))
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
    'changing_strata',
  ]
  if (study.weighting.level === 'respondent') names.push('changing_weights')
  if (open.wave.columns[study.design.cluster ?? ''] !== undefined)
    names.push('blank_clusters', 'changing_clusters')
  if (study.weighting.rake.length > 0) names.push('blank_margins', 'changing_margins')
  if (study.design.single_unit_stratum === 'error') names.push('lonely_strata')
  const mistakes: Mistake[] = []
  for (const name of names) mistakes.push(...(await run(db, study, open, name)))
  if (study.unmatched === 'error') mistakes.push(...(await unknownCompanies(db, study, open)))
  mistakes.push(...(await outsideLifetime(db, study, open)))
  if (mistakes.length > 0) throw new UserError(mistakes)
}

async function unknownCompanies(db: Database, study: Study, open: OpenWave): Promise<Mistake[]> {
  const rows = await query(db, 'checks/unknown_companies', stranger)
  return told(rows, ({ file, row, slot, value, ratings }) => {
    const at = open.place(file, row, 'company', slot)
    return {
      ...(value === null ? { what: 'no company' } : { what: 'unknown company', value }),
      where: `${ratings === 1 ? 'once,' : `${ratings} times, first:`} ${located(at).where}`,
      at,
      hint: companyAdvice(value, study, open.wave),
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
    const outside = closed.find(({ k }) => k === company)
    if (outside === undefined) return []
    return told([{ found: ratings }], () => ({
      what: `rated in wave ${wave}, outside its lifetime (${outside.lifetime})`,
      value: outside.id,
      ...located(open.place(file, row, 'company', slot)),
      hint: 'mend valid_from and valid_to in companies.csv, or bind its codes to their waves',
    }))
  })
}

/** The ratings of the wave: one per respondent and company, every answer on its scale, every item answered by somebody. */
export async function checkRatings(db: Database, study: Study, open: OpenWave): Promise<void> {
  await materialise(db, 'doubles')
  const mistakes = (await isEmpty(db, 'doubles')) ? [] : await run(db, study, open, 'double_ratings')
  const counts = open.items.flatMap((_, k) => [
    `count_if(item_${k} = ${offScale})::integer as off_${k}`,
    `count_if(item_${k} <> ${missingCodes.not_asked})::integer as asked_${k}`,
  ])
  const [found] = await db.rows(`select ${['count(*) as ratings', ...counts].join(', ')} from ratings`)
  for (const [k, item] of open.items.entries()) {
    if (Number(found?.[`off_${k}`]) > 0) mistakes.push(...(await offTheScale(db, open, k)))
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

async function offTheScale(db: Database, open: OpenWave, k: number): Promise<Mistake[]> {
  const item = open.items[k]
  if (item === undefined) return []
  await db.run(
    `create or replace temp view off_scale_cells as select file, row, slot, respondent, ${open.rawValues[k]} as value
     from delivered semi join company_values on delivered.company = company_values.value and company_values.company is not null
     where ${open.answers[k]} = ${offScale}`,
  )
  const rows = await query(db, 'checks/off_scale', stranger)
  return told(rows, ({ file, row, slot, respondent, value, ratings }) => {
    const at = open.place(file, row, item.id, slot)
    const often = ratings > 1 ? `${ratings} times, first: ` : ''
    return {
      what: 'off the scale',
      value: String(value),
      ...located(
        at,
        `${often}respondent ${shown(String(respondent))}${at.column === item.id ? '' : `, ${item.id}`}`,
      ),
      hint: answerAdvice(String(value), item, open.wave),
    }
  })
}
