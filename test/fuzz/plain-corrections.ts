/** corrections.csv applied row by row. */
import type { Correction, Study, Wave } from '../../pipeline/contract/study.ts'
import { answerOf, keyOf, type Rating, recoded, textOf } from './meaning.ts'
import type { Cell } from './plain-files.ts'

/** The ratings after the corrections of the wave; what no longer applies is a mistake. */
export function corrected(
  study: Study,
  wave: Wave,
  ratings: readonly Rating[],
  companies: ReadonlyMap<string, number>,
  mistakes: Set<string>,
): Rating[] {
  const active = study.corrections.filter((one) => one.wave === wave.id && one.status === 'active')
  const idOf = (company: string | null | undefined) => companies.get(company?.toLowerCase() ?? '')
  const isNamed = (rating: Rating, { respondent, company }: Correction) =>
    (respondent === undefined || rating.respondent === respondent) &&
    (company === undefined ||
      (rating.company?.toLowerCase() ?? null) === (company?.toLowerCase() ?? null) ||
      (company !== null &&
        rating.company !== null &&
        idOf(company) !== undefined &&
        idOf(company) === idOf(rating.company)))
  /** What a cell may be called: as it is written, and as the contract means it. */
  const forms = (rating: Rating, name: string): (string | null)[] => {
    const cell = rating.cells.get(name) ?? null
    const item = study.items.find(({ id }) => id === name)
    const meant = recoded(cell, wave.values[name])
    const codes = { not_asked: -121, dont_know: -122, refused: -123, not_applicable: -124, off: -128 }
    if (item === undefined) return [textOf(cell), textOf(meant)]
    const answer = answerOf(meant, item, wave.csv.decimal)
    return [textOf(cell), String(typeof answer === 'number' ? answer : codes[answer])]
  }
  const set = new Map<string, Map<string, Cell>>()
  const gone = new Set<string>()
  for (const one of active) {
    const { action, column, expect, value } = one
    const named = ratings.filter((rating) => isNamed(rating, one))
    const expected = named.filter(
      (rating) => expect === undefined || column === undefined || forms(rating, column).includes(expect),
    )
    const changed =
      action === 'set'
        ? expected.filter((rating) => !forms(rating, column ?? '').includes(value ?? null))
        : action === 'drop'
          ? expected
          : action === 'keep_first'
            ? named.slice(1)
            : named.slice(0, -1)
    if (changed.length === 0) mistakes.add('a correction no longer applies')
    for (const { place } of changed) {
      if (action !== 'set') {
        gone.add(place)
        continue
      }
      const cells = set.get(place) ?? new Map<string, Cell>()
      if (cells.has(column ?? '')) mistakes.add('two corrections of one cell')
      set.set(place, cells.set(column ?? '', value ?? null))
    }
  }
  return ratings.flatMap((rating) => {
    if (gone.has(rating.place)) return []
    const changes = set.get(rating.place)
    if (changes === undefined) return [rating]
    const cells = new Map([...rating.cells, ...changes])
    const meant = (name: string) => keyOf(recoded(cells.get(name) ?? null, wave.values[name]))
    return [{ ...rating, cells, respondent: meant('respondent'), company: meant('company') }]
  })
}
