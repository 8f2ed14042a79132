/** read: whom the raw files mean by the values that name a company. */
import type { Study, Wave } from './contract/study.ts'
import type { Database } from './db.ts'
import { UserError } from './errors.ts'
import { materialise } from './sql.ts'

/** The values by which the register names companies in a wave: the table `codes`. */
export async function listCodes(db: Database, study: Study, wave: Wave): Promise<void> {
  const codes = study.companies.flatMap(({ id, codes: known }, company) =>
    [
      id,
      ...known.filter((code) => code.wave === undefined || code.wave === wave.id).map(({ code }) => code),
    ].map((code) => ({ code, company })),
  )
  await db.fill(
    'codes_given',
    [
      { name: 'code', type: 'string', value: (row) => codes[row]?.code ?? null },
      { name: 'company', type: 'integer', value: (row) => codes[row]?.company ?? null },
    ],
    codes.length,
  )
  await db.run(
    'create or replace table codes as select distinct lower(trim(code)) as code, company from codes_given',
  )
  const [clash] = await db.rows(
    'select code from codes group by code having count(*) > 1 order by code limit 1',
  )
  if (clash !== undefined)
    throw new UserError({
      what: 'one code for two companies',
      value: String(clash.code),
      where: `companies.csv, wave ${wave.id}`,
      hint: 'capitals do not count; give the code to one of them',
    })
}

/** Matches the values that name a company: the table `company_values`. Reads `delivered` and `codes`. */
export const matchCompanies = (db: Database): Promise<void> => materialise(db, 'company_values')

/** Which rows of `ratings` may become public, as SQL: those of companies that are not `publish: false`. */
export function publicRatings(study: Study): string {
  const unpublished = study.companies.flatMap(({ publish }, company) => (publish ? [] : [company]))
  return unpublished.length === 0 ? 'true' : `company not in (${unpublished.join(', ')})`
}

/** The public companies with a rating in the wave, by position in the register. */
export async function ratedCompanies(db: Database, study: Study): Promise<number[]> {
  const rows = await db.rows(
    `select distinct company from ratings where ${publicRatings(study)} order by company`,
  )
  return rows.map(({ company }) => Number(company))
}
