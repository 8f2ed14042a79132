/** How suppliers deliver: no two alike, and each like nobody else's. */

export interface Habit {
  /** how the file names companies */
  naming: 'number' | 'name'
  delimiter: ',' | ';' | '\t'
  decimal: '.' | ','
  /** role → column, in the order of the file */
  roles: Readonly<Record<string, string>>
  /** columns of items are q1, q2, … and not the ids of the items */
  numbered: boolean
  /** role or item → what the file writes → what the study means by it */
  values: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** the files; with two, the first holds the first stratum and the second the others */
  files: readonly string[]
  /** the file also holds another wave: the column that tells them apart */
  waveColumn?: string
}

const english = {
  respondent: 'respondent',
  company: 'company',
  weight: 'weight',
  stratum: 'stratum',
  age: 'age',
  gender: 'gender',
  region: 'region',
  market: 'market',
  persona: 'persona',
  channel: 'channel',
  half: 'half',
}

const norwegian = {
  respondent: 'resp_id',
  company: 'bedrift',
  weight: 'vekt',
  stratum: 'landsdel',
  age: 'alder',
  gender: 'kjonn',
  region: 'bosted',
  market: 'marked',
  persona: 'kundetype',
  channel: 'betjent_av',
  half: 'utvalgshalvdel',
}

const norwegianValues = {
  gender: { 1: 'M', 2: 'K' },
  market: { Privat: 'private', Bedrift: 'business' },
  channel: { Menneske: 'person', Nett: 'site' },
}

const labelled = {
  ...norwegianValues,
  gender: { Mann: 'M', Kvinne: 'K' },
  sat_overall: { '10 Svært fornøyd': '10', '1 Svært misfornøyd': '1', 'Vet ikke': '98' },
  sat_latest: { '10 Svært fornøyd': '10', '1 Svært misfornøyd': '1', 'Vet ikke': '98' },
  repurchase: { '10 Svært sannsynlig': '10', '1 Svært lite sannsynlig': '1', 'Vet ikke': '98' },
}

type Style = Omit<Habit, 'files'> & { split?: boolean; shared?: boolean }

const plain: Style = {
  naming: 'number',
  delimiter: ',',
  decimal: '.',
  roles: english,
  numbered: false,
  values: {},
}
const office: Style = { ...plain, naming: 'name', delimiter: ';', decimal: ',' }
const coded: Style = { ...plain, roles: norwegian, numbered: true, values: norwegianValues }

/** From the last wave backwards. */
const styles: readonly Style[] = [
  plain,
  office,
  coded,
  { ...plain, split: true },
  { ...office, roles: norwegian, values: labelled },
  { ...plain, delimiter: '\t' },
  { ...coded, naming: 'name', delimiter: ';', decimal: ',' },
  plain,
  { ...coded, shared: true },
  { ...coded, shared: true },
]

/** The habits of the supplier of year number `index`. */
export function habitOf(years: readonly string[], index: number): Habit {
  const styleOf = (other: number): Style => styles[(years.length - 1 - other) % styles.length] ?? plain
  const { split = false, shared = false, ...style } = styleOf(index)
  const year = years[index] ?? ''
  if (split) return { ...style, files: [`raw/${year}-ost.csv`, `raw/${year}-ovrige.csv`] }
  if (!shared) return { ...style, files: [`raw/${year}.csv`] }
  const together = years.filter(
    (_, other) => Math.abs(other - index) <= 1 && other >= 0 && styleOf(other).shared === true,
  )
  return { ...style, files: [`raw/${together.join('-')}.csv`], waveColumn: 'aar' }
}
