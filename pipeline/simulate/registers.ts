/** The registers of the study: companies.csv and industries.csv. */
import { type Company, isActive, numberIn } from './companies.ts'
import type { Wave } from './waves.ts'

/** The values by which files name a company: its numbers, its name, and until the last wave its former name. */
function codesOf(company: Company, place: number, companies: number, waves: readonly Wave[]): string {
  const bound = waves.flatMap((wave) => {
    if (!isActive(company, wave)) return []
    const former =
      company.formerName !== undefined && !wave.isLast ? [`${wave.id}:${company.formerName}`] : []
    return wave.naming === 'number' ? [`${wave.id}:${numberIn(wave, place, companies)}`, ...former] : former
  })
  return [...bound, company.name].join('|')
}

/** companies.csv: the register. */
export function companiesText(companies: readonly Company[], waves: readonly Wave[]): string {
  const rows = companies.map((company, place) =>
    [
      company.id,
      company.name,
      company.industry.id,
      codesOf(company, place, companies.length, waves),
      company.validFrom,
      company.validTo,
      company.successor,
      ...['', '', '', ''],
    ].join(','),
  )
  return `company_id,name,industry,codes,valid_from,valid_to,successor,homepage,share,publish,key\n${rows.join('\n')}\n`
}

/** industries.csv: the industries in use, named in both languages. */
export function industriesText(companies: readonly Company[]): string {
  const rows = [...new Set(companies.map(({ industry }) => industry))].map(
    ({ id, nb, en }) => `${id},${nb},${en}`,
  )
  return `industry_id,name_nb,name_en\n${rows.join('\n')}\n`
}
