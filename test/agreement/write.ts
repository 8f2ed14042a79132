/** A plain study as the files of a study folder (study.yaml, registers, raw files). */
import { stringify } from 'yaml'
import type { Answer, Column, PlainStudy, PlainWave, Rating, Respondent } from './plain.ts'

const codes = { not_applicable: '97', dont_know: '98', refused: '99', not_asked: '' }

const cell = (answer: Answer | undefined): string =>
  typeof answer === 'number' ? String(answer) : codes[answer ?? 'not_asked']

const csv = (rows: readonly (readonly string[])[]): string => rows.map((row) => `${row.join(',')}\n`).join('')

type Role = [role: string, column: string, value: (person: Respondent, rating: Rating) => string]

/** The columns of a wave that say who answered, with the role of each. */
function roles(study: PlainStudy, wave: PlainWave): Role[] {
  const [{ weighting }, { columns }] = [study, wave]
  const raked = [...new Set(weighting.targets.map(({ variable }) => variable))]
  const perRating = weighting.level === 'rating'
  const known: Record<Column, Role> = {
    weight: ['weight', 'w', (one, rating) => String(perRating ? rating.weight : one.weight)],
    stratum: ['stratum', 'source', (one) => one.stratum],
    household: ['household', 'hh', (one) => one.household ?? ''],
    served: ['served_by', 'clerk', (_, rating) => rating.served ?? ''],
  }
  return [
    ['respondent', 'resp_id', (one) => one.respondent],
    ...columns.map((column) => known[column]),
    ...raked.map((role): Role => [role, `${role}_group`, (one) => one.groups?.[role] ?? '']),
    ...kinds(study, wave),
    ...halves(study, wave, true),
  ]
}

/** The columns of segments. */
const kinds = ({ segments = [] }: PlainStudy, wave: PlainWave): Role[] =>
  segments
    .filter(({ role }) => wave.kinds?.includes(role))
    .map(({ role }) => [role, `${role}_cell`, (_, rating) => rating.kinds?.[role] ?? ''])

/** Segments, and the variables whose groups some of them are. */
function divisions({ channels, segments = [] }: PlainStudy) {
  const named = (categories: readonly string[]) =>
    Object.fromEntries(categories.map((value) => [value, `Kind ${value}`]))
  const channel = channels ? [['channel', { column: 'served_by', categories: named(channels) }] as const] : []
  const others = segments.map(
    ({ id, role, categories }) =>
      [id, { column: role, ...(categories ? { categories: named(categories) } : {}) }] as const,
  )
  const variables = segments.flatMap(({ role, groups }) => (groups ? [[role, { groups }] as const] : []))
  const all = [...channel, ...others]
  return {
    ...(all.length > 0 ? { segments: Object.fromEntries(all) } : {}),
    ...(variables.length > 0 ? { variables: Object.fromEntries(variables) } : {}),
  }
}

/** The columns that tell the halves of experiments apart, whether roles or not. */
const halves = ({ experiments = [] }: PlainStudy, wave: PlainWave, areRoles: boolean): Role[] =>
  experiments
    .filter(({ id, role }) => role === areRoles && wave.experiments?.includes(id))
    .map(({ id }) => [id, `${id}_column`, (one) => one.halves?.[id] ?? ''])

/** Only what the study has. */
function explained({ combined, touchpoints = [], need_met, experiments = [] }: PlainStudy) {
  return {
    ...(combined ? { combined } : {}),
    ...(touchpoints.length > 0
      ? { touchpoints: Object.fromEntries(touchpoints.map(({ id, ...touchpoint }) => [id, touchpoint])) }
      : {}),
    ...(need_met === undefined ? {} : { need_met }),
    ...(experiments.length > 0
      ? {
          experiments: Object.fromEntries(
            experiments.map(({ id, role }) => [id, { column: role ? id : `${id}_column` }]),
          ),
        }
      : {}),
  }
}

/** Only what the study has; everything else is left to the defaults. */
function sampling(study: PlainStudy) {
  const has = (column: Column) => study.waves.some(({ columns }) => columns.includes(column))
  const { targets, trim, level } = study.weighting
  const weighting = {
    ...(has('weight') ? { base: 'weight' } : {}),
    ...(targets.length > 0 ? { rake: [...new Set(targets.map(({ variable }) => variable))] } : {}),
    ...(trim === undefined ? {} : { trim }),
    ...(level === 'rating' ? { level } : {}),
  }
  const design = {
    ...(has('stratum') ? { strata: 'stratum' } : {}),
    cluster: has('household') ? 'household' : 'respondent',
    single_unit_stratum: study.single_unit_stratum,
    ...(study.panel ? { panel: true } : {}),
  }
  return { ...(Object.keys(weighting).length > 0 ? { weighting } : {}), design }
}

function contract(study: PlainStudy): string {
  const missing = { 97: 'not_applicable', 98: 'dont_know', 99: 'refused', BLANK: 'not_asked' }
  const items = study.items.map(({ id, min, max, reverse }) => [
    id,
    { text: `Question ${id}`, scale: { min, max }, reverse, missing },
  ])
  const waves = study.waves.map((wave) => {
    const { id, items: asked } = wave
    const absent = study.items.filter((item) => !asked.includes(item.id)).map((item) => [item.id, null])
    const given = roles(study, wave).map(([role, column]) => [role, column])
    const columns = Object.fromEntries([...given, ['company', 'brand']])
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
    ...explained(study),
    ...divisions(study),
    ...sampling(study),
    publication: study.publication,
    waves: Object.fromEntries(waves),
  })
}

function raw(study: PlainStudy, wave: PlainWave): string {
  const given = [...roles(study, wave), ...halves(study, wave, false)]
  const header = [...given.map(([, column]) => column), 'brand', ...wave.items]
  const people = study.respondents.filter((person) => person.wave === wave.id)
  const rows = people.flatMap((person) =>
    person.ratings.map((rating) => [
      ...given.map(([, , value]) => value(person, rating)),
      rating.company,
      ...wave.items.map((item) => cell(rating.answers[item])),
    ]),
  )
  return csv([header, ...rows])
}

/** File name within the folder → text. Respondents without ratings cannot be written and are an error. */
export function writeStudy(study: PlainStudy): Record<string, string> {
  const silent = study.respondents.find(({ ratings }) => ratings.length === 0)
  if (silent) throw new Error(`respondent ${silent.respondent} of ${silent.wave} rates no company`)
  const targets = study.weighting.targets.map(({ wave, variable, category, share }) => [
    ...[wave, variable, category],
    String(share),
  ])
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
    ...(targets.length > 0
      ? { 'targets.csv': csv([['wave', 'variable', 'category', 'share'], ...targets]) }
      : {}),
    ...Object.fromEntries(study.waves.map((wave) => [`raw/${wave.id}.csv`, raw(study, wave)])),
  }
}
