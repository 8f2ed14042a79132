/** publish: what was corrected in a wave, and why. Neither respondents nor values are public. */
import type { Correction, Study } from './contract/study.ts'
import { grouped } from './group.ts'
import type { CorrectionRow } from './tables.ts'

/** The company that a correction names in its wave; undefined where it names none or all. */
function companyOf(study: Study, { company, wave }: Correction) {
  const named = company?.toLowerCase()
  return study.companies.find(
    ({ id, codes }) =>
      id.toLowerCase() === named ||
      codes.some(
        ({ code, wave: only }) => code.toLowerCase() === named && (only === undefined || only === wave),
      ),
  )
}

/** The table corrections of a wave: like rows together, those of unpublished companies left out. */
export function correctionRows(study: Study, wave: string): CorrectionRow[] {
  const listed = study.corrections
    .filter((one) => one.wave === wave)
    .flatMap((one) => {
      const company = companyOf(study, one)
      return company?.publish === false ? [] : [{ one, company_id: company?.id ?? null }]
    })
    .map(({ one, company_id }) => ({
      wave,
      company_id,
      column: one.column ?? null,
      action: one.action,
      reason: one.reason,
      status: one.status,
    }))
  return [...grouped(listed, (row) => JSON.stringify(row)).values()].flatMap((rows) =>
    rows.slice(0, 1).map((row) => ({ ...row, corrections: rows.length })),
  )
}
