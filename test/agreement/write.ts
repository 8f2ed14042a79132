/** A plain study as the files of a study folder (study.yaml, registers, raw files). */
import { stringify } from 'yaml'
import type { Answer, PlainStudy, Respondent } from './plain.ts'

const codes = { not_applicable: '97', dont_know: '98', refused: '99', not_asked: '' }

const cell = (answer: Answer | undefined): string =>
  typeof answer === 'number' ? String(answer) : codes[answer ?? 'not_asked']

const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('')

/** Columns that say nothing are left out: equal weights, a single stratum. */
function roles({ respondents }: PlainStudy) {
  const roles: [string, string, (person: Respondent) => string][] = [
    ['respondent', 'resp_id', (one) => one.respondent],
  ]
  if (respondents.some(({ weight }) => weight !== 1)) roles.push(['weight', 'w', (one) => String(one.weight)])
  if (new Set(respondents.map(({ stratum }) => stratum)).size > 1)
    roles.push(['stratum', 'source', (one) => one.stratum])
  return roles
}

function contract(study: PlainStudy): string {
  const given = roles(study).map(([role, column]) => [role, column] as const)
  const has = (role: string) => given.some(([name]) => name === role)
  const columns = Object.fromEntries([...given, ['company', 'brand']])
  const missing = { 97: 'not_applicable', 98: 'dont_know', 99: 'refused', BLANK: 'not_asked' }
  const items = study.items.map(({ id, min, max, reverse }) => [
    id,
    { text: `Question ${id}`, scale: { min, max }, reverse, missing },
  ])
  const waves = study.waves.map(({ id, items: asked }) => {
    const absent = study.items.filter((item) => !asked.includes(item.id)).map((item) => [item.id, null])
    return [id, { file: `raw/${id}.csv`, columns, items: Object.fromEntries(absent) }]
  })
  return stringify({
    id: 'random',
    title: 'Random study',
    publisher: { name: 'Example Institute', url: 'https://example.org', contact: 'index@example.org' },
    licence: 'CC-BY-4.0',
    languages: ['en'],
    synthetic: true,
    items: Object.fromEntries(items),
    indices: Object.fromEntries(
      study.indices.map(({ id, ...index }) => [id, { ...index, label: `Label ${id}` }]),
    ),
    ...(study.net_promoter === undefined ? {} : { net_promoter: { item: study.net_promoter } }),
    ...(has('weight') ? { weighting: { base: 'weight' } } : {}),
    design: {
      ...(has('stratum') ? { strata: 'stratum' } : {}),
      cluster: 'respondent',
      single_unit_stratum: study.single_unit_stratum,
    },
    publication: study.publication,
    waves: Object.fromEntries(waves),
  })
}

function raw(study: PlainStudy, wave: PlainStudy['waves'][number]): string {
  const given = roles(study)
  const header = [...given.map(([, column]) => column), 'brand', ...wave.items]
  const people = study.respondents.filter((person) => person.wave === wave.id)
  const rows = people.flatMap((person) =>
    person.ratings.map(({ company, answers }) => [
      ...given.map(([, , value]) => value(person)),
      company,
      ...wave.items.map((item) => cell(answers[item])),
    ]),
  )
  return csv([header, ...rows])
}

/** File name within the folder → text. Respondents without ratings cannot be written and are an error. */
export function writeStudy(study: PlainStudy): Record<string, string> {
  const silent = study.respondents.find(({ ratings }) => ratings.length === 0)
  if (silent) throw new Error(`respondent ${silent.respondent} of ${silent.wave} rates no company`)
  const companies = study.companies.map(({ id, name, industry, share, publish }) => [
    id,
    name,
    industry,
    share === undefined ? '' : String(share),
    String(publish),
  ])
  return {
    'study.yaml': contract(study),
    'companies.csv': csv([['company_id', 'name', 'industry', 'share', 'publish'], ...companies]),
    'industries.csv': csv([
      ['industry_id', 'name_en'],
      ...study.industries.map(({ id, name }) => [id, name]),
    ]),
    ...Object.fromEntries(study.waves.map((wave) => [`raw/${wave.id}.csv`, raw(study, wave)])),
  }
}
