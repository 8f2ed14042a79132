/** audit: what other tables tell of an index (METHOD.md §22). */
import { grouped } from '../group.ts'
import type { PublicWave } from '../publication.ts'
import { byRatings, countedBy, type Member } from './counted.ts'
import type { KnownStudy } from './study.ts'
import { type Row, type System, shownSum } from './system.ts'
import type { Audited } from './tables.ts'
import { wholeOf } from './wholes.ts'

/** The mean of a company as another table tells it. */
export const toldOf = (row: Row, company: string, n: number, mean: number) =>
  shownSum(row, [wholeOf(company)], n, mean)

/** What the shares of answers tell of the mean. `points`: what an answer counts. */
export function addAnswers(
  system: System,
  rows: Audited['distributions'],
  points: (answer: number) => number,
): void {
  for (const [id, own] of grouped(
    rows.filter(({ published }) => published),
    (row) => row.company_id,
  )) {
    const n = own.reduce((sum, row) => sum + (row.n ?? 0), 0)
    const mean = own.reduce((sum, { answer, share }) => sum + (points(answer) * (share ?? 0)) / 100, 0)
    const row = { table: 'distributions', keys: { item: own[0]?.item ?? '', company_id: id } }
    if (n > 0) system.sums.push(toldOf(row, id, n, mean))
  }
}

/**
 * The item, where the index is one item; the combined ranking, where it rests on the same ratings; and split ballots, where
 * their halves are all ratings of some companies.
 */
export function addBesides(
  system: System,
  study: KnownStudy,
  wave: Pick<PublicWave, 'indices'>,
  tables: Audited,
  index: string,
): void {
  const [item, ...more] = wave.indices[index]?.items ?? []
  if (item !== undefined && more.length === 0) addItem(system, study, tables, item)
  const column = (['index', 'with'] as const).find((name) => study.combined?.[name] === index)
  for (const { company_id: id, n, published, ...row } of tables.combined) {
    const mean = column === 'index' ? row.score : column === 'with' ? row.score_with : null
    if (published && mean !== null && n === system.bases.get(wholeOf(id)))
      system.sums.push(toldOf({ table: 'combined', keys: { company_id: id } }, id, n, mean))
  }
  addBallots(system, study, tables, index)
}

function addItem(system: System, { items }: KnownStudy, tables: Audited, item: string): void {
  for (const { company_id, n, score, published } of tables.items.filter((row) => row.item === item))
    if (published && score !== null)
      system.sums.push(toldOf({ table: 'items', keys: { item, company_id } }, company_id, n, score))
  const { scale, reverse = false } = items.find(({ id }) => id === item) ?? {}
  if (scale === undefined) return
  const up = (answer: number) => (100 * (answer - scale.min)) / (scale.max - scale.min)
  const points = (answer: number) => (reverse ? 100 - up(answer) : up(answer))
  addAnswers(
    system,
    tables.distributions.filter((row) => row.item === item),
    points,
  )
}

/** Who was in neither half is known to nobody: halves that leave some out tell of no company. */
function addBallots(
  system: System,
  { companies, minimum_shown }: KnownStudy,
  tables: Audited,
  index: string,
): void {
  const members = companies.flatMap(({ id, industry }): Member[] => {
    const n = system.bases.get(wholeOf(id))
    return n === undefined ? [] : [{ id, industry, n, published: !system.withheld.has(wholeOf(id)) }]
  })
  for (const { experiment, n_a, n_b, score_a: a, score_b: b, published, ...row } of tables.experiments) {
    if (row.index !== index || !published || a === null || b === null) continue
    const size = n_a + n_b
    const ids = countedBy([], members, byRatings, minimum_shown)({ level: 'all', id: 'all', size })
    const counted = ids.reduce((sum, id) => sum + (system.bases.get(wholeOf(id)) ?? 0), 0)
    const mean = (n_a * a + n_b * b) / size
    const keys = { experiment, index }
    if (counted === size)
      system.sums.push(shownSum({ table: 'experiments', keys }, ids.map(wholeOf), size, mean))
  }
}
