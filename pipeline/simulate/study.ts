import { type Company, isActive, numberIn } from './companies.ts'
import { indices, items, promoterItem } from './population.ts'
import { indexTexts, questions } from './questions.ts'
import type { Wave } from './waves.ts'

const quoted = (text: string | undefined): string => JSON.stringify(text ?? '')

const texts = (key: string, text: { nb: string; en: string } | undefined): string =>
  `    ${key}:\n      nb: ${quoted(text?.nb)}\n      en: ${quoted(text?.en)}\n`

const flow = (pairs: Readonly<Record<string, string | null>>): string =>
  `{ ${Object.entries(pairs)
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`

const itemText = ({ id, min, max }: (typeof items)[number]): string =>
  `  ${id}:\n${texts('text', questions[id])}    scale: { min: ${min}, max: ${max} }\n    missing: { 97: not_applicable, 98: dont_know, 99: refused, BLANK: not_asked }\n`

function indexText([id, parts]: [string, readonly string[]]): string {
  const headline = id === 'satisfaction' ? '    headline: true\n' : ''
  return `  ${id}:\n    items: [${parts.join(', ')}]\n${texts('label', indexTexts[id]?.label)}${texts('why', indexTexts[id]?.why)}${headline}`
}

function waveText({ id, columns, itemColumns, delimiter, decimal }: Wave): string {
  const otherwise = items.flatMap((item, place): [string, string | null][] => {
    const column = itemColumns[place] ?? null
    return column === item.id ? [] : [[item.id, column]]
  })
  const named = otherwise.length === 0 ? '' : `    items: ${flow(Object.fromEntries(otherwise))}\n`
  const csv = delimiter === ',' ? '' : `    csv: { delimiter: "${delimiter}", decimal: "${decimal}" }\n`
  return `  "${id}":
    file: raw/${id}.csv
    fieldwork: [${id}-01-13, ${id}-03-02]
    mode: { nb: Nettpanel, en: Web panel }
    columns: ${flow(columns)}
${named}${csv}`
}

/** study.yaml: the contract of the simulated study. */
export const studyText = (
  waves: readonly Wave[],
): string => `# An invented study: \`barometer simulate\` writes it. No company, person or answer in it is real.
id: demo
title: { nb: Det åpne kundebarometeret, en: The Open Customer Barometer }
publisher: { name: Institutt for oppdiktede målinger, url: "https://example.org", contact: barometer@example.org }
licence: CC-BY-4.0
languages: [nb, en]
synthetic: true

items:
${items.map(itemText).join('')}
indices:
${Object.entries(indices).map(indexText).join('')}
net_promoter: { item: ${promoterItem} }

weighting: { base: weight }
design: { strata: stratum, cluster: respondent, single_unit_stratum: center, panel: false }
publication:
  minimum_n: 75
  minimum_shown: 30
  minimum_segment_n: 30
  aggregate: companies
  confidence: 0.95
  reply_days: 10

waves:
${waves.map(waveText).join('')}`

/** The values by which files name a company: its numbers, its name, and until the last wave its former name. */
function codesOf(company: Company, place: number, companies: number, waves: readonly Wave[]): string {
  const bound = waves.flatMap((wave, index) => {
    if (!isActive(company, wave)) return []
    const former =
      company.formerName !== undefined && index < waves.length - 1 ? [`${wave.id}:${company.formerName}`] : []
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
