/** publish: what was corrected in a wave, and why. Neither respondents nor values are public. */
import type { Correction, Study } from './contract/study.ts'
import { grouped } from './group.ts'
import type { CorrectionRow } from './tables.ts'

/** The company that a value names in a wave; undefined where it names none. */
function companyOf(study: Study, wave: string, value: string | null | undefined) {
  const named = value?.toLowerCase()
  return study.companies.find(
    ({ id, codes }) =>
      id.toLowerCase() === named ||
      codes.some(
        ({ code, wave: only }) => code.toLowerCase() === named && (only === undefined || only === wave),
      ),
  )
}

/** True where a correction names an unpublished company, be it as the wrong or the right one. */
function isSecret(study: Study, { wave, company, column, value, expect }: Correction): boolean {
  const named = column === 'company' ? [company, value, expect] : [company]
  return named.some((one) => companyOf(study, wave, one)?.publish === false)
}

/** The table corrections of a wave: like rows together, those of unpublished companies left out. */
export function correctionRows(study: Study, wave: string): CorrectionRow[] {
  const listed = study.corrections
    .filter((one) => one.wave === wave && !isSecret(study, one))
    .map((one) => ({
      wave,
      company_id: companyOf(study, wave, one.company)?.id ?? null,
      column: one.column ?? null,
      action: one.action,
      reason: one.reason,
      status: one.status,
    }))
  return [...grouped(listed, (row) => JSON.stringify(row)).values()].flatMap((rows) =>
    rows.slice(0, 1).map((row) => ({ ...row, corrections: rows.length })),
  )
}
