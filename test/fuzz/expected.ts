/** What the contract makes of the cells of a wave, written out row by row: the ratings, or what is wrong with them. */
import type { Study, Wave } from '../../pipeline/contract/study.ts'
import { answerOf, isBlank, keyOf, numberOf, type Rating, recoded, textOf } from './meaning.ts'
import { corrected } from './plain-corrections.ts'
import type { Rows } from './plain-files.ts'

export interface Expected {
  mistakes: Set<string>
  /** respondent, company, stratum, weight and answers of each rating, sorted */
  ratings: string[]
}

/** The columns that a wave reads: those of roles and items, one for each slot. */
export function wantedColumns(wave: Wave): string[] {
  const names = [...Object.values(wave.columns), ...Object.values(wave.items), wave.rows?.column]
  return [
    ...new Set(
      names.flatMap((name) =>
        typeof name === 'string' ? (wave.slots ?? ['']).map((slot) => name.replaceAll('{slot}', slot)) : [],
      ),
    ),
  ]
}

/** The company that a value names, by position. */
function companiesOf(study: Study, wave: Wave): Map<string, number> {
  return new Map(
    study.companies.flatMap(({ id, codes }, k) =>
      [id, ...codes.flatMap((one) => (one.wave === undefined || one.wave === wave.id ? [one.code] : []))].map(
        (code): [string, number] => [code.toLowerCase(), k],
      ),
    ),
  )
}

/** The ratings that the files of the wave deliver, before corrections. */
function delivered(study: Study, wave: Wave, files: readonly Rows[]): Rating[] {
  const wanted = wantedColumns(wave)
  const names: [string, string][] = [
    ...Object.entries(wave.columns),
    ...Object.entries(wave.items).flatMap(([id, column]): [string, string][] =>
      column === null ? [] : [[id, column]],
    ),
  ]
  const mark = wave.csv.decimal
  return files.flatMap((rows, file) =>
    rows.flatMap((row, number) => {
      const cellOf = (column: string) => row[wanted.indexOf(column)] ?? null
      const asked = wave.rows
      if (
        asked !== undefined &&
        textOf(cellOf(asked.column)) !== (isBlank(asked.equals) ? null : asked.equals)
      )
        return []
      return (wave.slots ?? ['']).flatMap((slot, k) => {
        const cells = new Map(
          names.map(([name, column]) => [name, cellOf(column.replaceAll('{slot}', slot))]),
        )
        const meant = (name: string) => keyOf(recoded(cells.get(name) ?? null, wave.values[name]))
        const answered = study.items.some(
          (item) =>
            wave.items[item.id] !== null &&
            answerOf(recoded(cells.get(item.id) ?? null, wave.values[item.id]), item, mark) !== 'not_asked',
        )
        if (wave.slots !== undefined && meant('company') === null && !answered) return []
        return [
          {
            place: `${file} ${number} ${k}`,
            cells,
            respondent: meant('respondent'),
            company: meant('company'),
          },
        ]
      })
    }),
  )
}

/** The ratings of a wave as the contract means them. */
export function expectedRatings(study: Study, wave: Wave, files: readonly Rows[]): Expected {
  const mistakes = new Set<string>()
  const companies = companiesOf(study, wave)
  const mark = wave.csv.decimal
  const all = corrected(study, wave, delivered(study, wave, files), companies, mistakes)
  if (all.length === 0) mistakes.add('no answers')
  const { base } = study.weighting
  const { strata } = study.design
  const items = study.items.filter(({ id }) => wave.items[id] !== null)
  const people = new Map<string, { weight: number; stratum: string | null }>()
  const answered = new Set<string>()
  const rated = new Set<string>()
  const ratings: string[] = []
  for (const { cells, respondent, company } of all) {
    const of = (name: string) => recoded(cells.get(name) ?? null, wave.values[name])
    const weight = wave.columns[base] === undefined ? 1 : numberOf(of(base), mark)
    const stratum = strata === undefined || wave.columns[strata] === undefined ? 'all' : keyOf(of(strata))
    if (respondent === null) mistakes.add('no respondent id')
    if (!(weight >= 1e-100 && weight <= 1e100)) mistakes.add('not a weight')
    if (stratum === null) mistakes.add('no stratum')
    const before = people.get(respondent ?? '')
    if (before !== undefined && before.weight !== weight) mistakes.add('two weights for one respondent')
    if (before !== undefined && before.stratum !== stratum) mistakes.add('two strata for one respondent')
    people.set(respondent ?? '', { weight, stratum })
    const known = company === null ? undefined : companies.get(company.toLowerCase())
    if (known === undefined) {
      if (study.unmatched === 'error') mistakes.add('unknown company')
      continue
    }
    if (rated.has(`${known} ${respondent}`)) mistakes.add('company rated twice')
    rated.add(`${known} ${respondent}`)
    const answers = items.map((item) => answerOf(of(item.id), item, mark))
    if (answers.includes('off')) mistakes.add('off the scale')
    for (const [k, answer] of answers.entries()) if (answer !== 'not_asked') answered.add(items[k]?.id ?? '')
    ratings.push([respondent, study.companies[known]?.id, stratum, weight, ...answers].join(' | '))
  }
  if (ratings.length > 0 && answered.size < items.length) mistakes.add('an item that nobody answered')
  const weights = [...people.values()].map(({ weight }) => weight)
  if (weights.length > 0 && Math.max(...weights) > 10_000 * Math.min(...weights))
    mistakes.add('the weights differ')
  if (study.design.single_unit_stratum === 'error') {
    const sizes = new Map<string | null, number>()
    for (const { stratum } of people.values()) sizes.set(stratum, (sizes.get(stratum) ?? 0) + 1)
    if ([...sizes.values()].includes(1)) mistakes.add('a stratum of one respondent')
  }
  return { mistakes, ratings: ratings.sort() }
}
