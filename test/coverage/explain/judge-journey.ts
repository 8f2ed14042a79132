/** What the journey of one survey says, beside what is true. */
import type { Tables } from '../../../pipeline/tables.ts'
import { industryOf } from '../companies.ts'
import { numberOf } from '../field.ts'
import { add, cover, type Tally } from '../tally.ts'
import { isNull } from './kinds.ts'
import type { Explained } from './population.ts'
import { parts } from './questions.ts'
import { byBase, mean } from './rest.ts'
import type { Truth } from './truth.ts'

/** rows whose comparison with other touchpoints is shown */
const shownFrom = 30

export function judgeJourney(tally: Tally, { journey }: Tables, truth: Truth, { kind }: Explained): void {
  for (const [number, part] of parts.entries()) {
    const rows = journey.filter((row) => row.part === part.kind && row.value === part.value)
    const shown = rows.flatMap((row) => (row.n_others >= shownFrom ? [numberOf(row.company_id)] : []))
    for (const row of rows) {
      const company = numberOf(row.company_id)
      const others = shown.filter((one) => one !== company && industryOf(one) === industryOf(company))
      const values = truth.besideOthers[number] ?? []
      const beside = (values[company] ?? 0) - mean(others.map((one) => values[one] ?? 0))
      const range = { low: row.beside_others_low, high: row.beside_others_high }
      cover(tally, byBase('beside other touchpoints', row.n_others), range, beside)
    }
  }
  if (!isNull(kind)) return
  for (const one of new Set(parts.map((part) => part.kind)))
    add(
      tally,
      `without any effect: journey by ${one}`,
      journey.some((row) => row.part === one && (row.verdict === 'weaker' || row.verdict === 'stronger')),
    )
}
