/** companies.csv and industries.csv of a draft. */
import { type Draft, written } from './draft.ts'

const cell = (text: string): string =>
  /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
const row = (cells: readonly string[]): string => cells.map(cell).join(',')

/** companies.csv; one row to fill in where no company is known. */
export function companiesText({ companies }: Draft): string {
  const rows = companies.map(({ id, name, industry, codes }) => [
    id,
    written(name),
    written(industry),
    codes.join('|'),
  ])
  const none = ['TODO', 'TODO', 'TODO', '']
  return `${[['company_id', 'name', 'industry', 'codes'], ...(rows.length === 0 ? [none] : rows)].map(row).join('\n')}\n`
}

/** industries.csv; undefined where no column tells industries. */
export const industriesText = ({ industries }: Draft): string | undefined =>
  industries.length === 0
    ? undefined
    : `${[['industry_id', 'name'], ...industries.map(({ id, name }) => [id, name])].map(row).join('\n')}\n`
