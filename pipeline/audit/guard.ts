/** audit: withholds what tells of something withheld, where the rules for single tables have not seen it (METHOD.md §22). */
import { z } from 'zod'
import { grouped } from '../group.ts'
import type { PublicStudy, PublicWave } from '../publication.ts'
import { wouldReveal } from '../show.ts'
import { type Tables, tables } from '../tables.ts'
import { checksOf } from './audit.ts'
import type { Finding, Row } from './system.ts'

/** Tables whose rows may be withheld for others, in the order in which they are. */
const guarded = ['need_met', 'segment_gaps', 'segments'] as const
type Guarded = (typeof guarded)[number]

/** Columns that name a row, or stand in it whether it is shown or not. */
const kept = ['published', 'reason', 'companies']

/** The figures of a table, emptied. */
const nothing = (table: Guarded | 'served_worse'): Record<string, null> =>
  Object.fromEntries(
    Object.entries(tables[table].shape).flatMap(([name, column]) =>
      !kept.includes(name) && z.safeParse(column, null).success ? [[name, null]] : [],
    ),
  )

/** Whether a row is the one that is named. */
const fits = (row: object, { keys }: Row): boolean => {
  const cells = new Map(Object.entries(row))
  return Object.entries(keys).every(([name, value]) => String(cells.get(name)) === value)
}

/** How near a row is to what follows from it: the same customers of the same company first, then small ones. */
function distance(row: Row, { rows }: Finding, n: number): number {
  const alike = (name: string) => rows.some(({ keys }) => keys[name] === row.keys[name])
  const far = [row.keys.level !== 'company', !alike('entity_id'), !alike('segment')]
  return far.reduce((sum, one) => 2 * sum + (one ? 1 : 0), 0) * 1e9 + n
}

/** Ratings of a row. */
const sizeOf = (row: object): number => {
  const cells = new Map(Object.entries(row))
  return Number(cells.get('n') ?? 0) + Number(cells.get('n_met') ?? 0) + Number(cells.get('n_unmet') ?? 0)
}

const withhold = (table: Guarded, row: Tables[Guarded][number]): void => {
  Object.assign(row, nothing(table), wouldReveal)
}

/** Withholds one of the rows that a finding follows from, or `all` of them in a table; false where none may be. */
function mend(given: Tables, finding: Finding, all: boolean): boolean {
  for (const table of guarded) {
    const told = finding.from.filter((row) => row.table === table)
    const found = told.flatMap((name) => {
      const row = given[table].find((one) => one.published && fits(one, name))
      return row === undefined ? [] : [{ row, distance: distance(name, finding, sizeOf(row)) }]
    })
    found.sort((a, b) => a.distance - b.distance)
    for (const { row } of all ? found : found.slice(0, 1)) withhold(table, row)
    if (found.length > 0) return true
  }
  return false
}

/**
 * Needs met by channel, beside needs met of all: the channels of an entity that are withheld are none, or two or more with
 * enough ratings together; otherwise the smallest shown one is withheld too.
 */
export function guardNeeds(
  { minimum_segment_n: least }: Pick<PublicStudy, 'minimum_segment_n'>,
  given: Tables,
): void {
  const entities = grouped(
    given.need_met.filter(({ basis }) => basis === 'need'),
    ({ level, entity_id }) => JSON.stringify([level, entity_id]),
  )
  for (const rows of entities.values()) {
    const whole = rows.find(({ served, published }) => served === 'all' && published)
    const channels = rows.filter(({ served }) => served !== 'all')
    if (whole === undefined) continue
    for (;;) {
      const shown = channels.filter(({ published }) => published)
      const left = (of: 'n_met' | 'n_unmet') =>
        shown.reduce((sum, row) => sum - (row[of] ?? 0), whole[of] ?? 0)
      const rest = [left('n_met'), left('n_unmet')]
      const hidden = channels.length - shown.length
      if (rest.every((n) => n === 0) || (hidden >= 2 && rest.every((n) => n >= least))) break
      const [next] = shown.sort((a, b) => sizeOf(a) - sizeOf(b))
      if (next === undefined) break
      withhold('need_met', next)
    }
  }
}

/** After so many rounds, all rows that something follows from are withheld. */
const patience = 3

/** What says of groups that are withheld by now how they are served is withheld too; companies have no withheld gaps by group. */
function follow(given: Tables): void {
  const keyOf = (...key: readonly string[]) => JSON.stringify(key)
  const hidden = new Set(
    given.segments.flatMap(({ published, entity_id, segment, index, category }) =>
      published ? [] : [keyOf(entity_id, segment, index, category)],
    ),
  )
  for (const row of given.served_worse) {
    const told = [row.worse, row.better].flatMap((list) => list.split('|'))
    if (told.some((category) => hidden.has(keyOf(row.company_id, row.segment, row.index, category))))
      Object.assign(row, nothing('served_worse'), { worse: '', better: '' }, wouldReveal)
  }
  given.segment_gaps = given.segment_gaps.filter(({ level, published }) => published || level !== 'company')
}

/** Withholds rows of the tables of a wave until nothing withheld follows from the others, or no row is left that it follows from. */
export function guard(study: PublicStudy, wave: PublicWave, given: Tables): void {
  for (const check of checksOf(study, wave, given)) {
    let findings = check()
    for (let round = 1; findings.length > 0; round++) {
      const mended = findings.filter((finding) => mend(given, finding, round > patience))
      if (mended.length === 0) break
      findings = check()
    }
  }
  follow(given)
}
