/** read: what corrections.csv changes in the answers of a wave. */
import { z } from 'zod'
import { placeIn } from '../contract/report.ts'
import type { Correction } from '../contract/study.ts'
import { type ColumnType, type Database, literal, type TableColumn, type Value } from '../db.ts'
import { type Mistake, shown, UserError } from '../errors.ts'
import { materialise, query } from '../sql.ts'
import { type RawColumn, textOf } from './columns.ts'

/** A correction and how many ratings it changed or left out. */
export interface Corrected {
  correction: Correction
  ratings: number
}

interface Delivered {
  /** the columns of the view `stacked` */
  columns: readonly RawColumn[]
  /** SQL of respondent and company as delivered */
  keys: { respondent: string; company: string }
  /** the column of a role or item, and SQL of what its value means */
  cell(name: string): { k: number; meant: string }
}

const outcome = z.object({
  number: z.int(),
  named: z.int(),
  expected: z.int(),
  changed: z.int(),
  found: z.string().nullable(),
})

const doubled = z.object({ first: z.int(), second: z.int() })

const noColumn = ''

/** What a correction names. */
function subjectOf({ respondent, company, column }: Correction): string {
  const named = Object.entries({ respondent, company, column }).filter(([, name]) => name !== undefined)
  return named.map(([kind, name]) => `${kind} ${name ?? 'BLANK'}`).join(', ')
}

/** Why a correction does not hold for the answers as they are; undefined where it does. */
function failure(correction: Correction, row: z.infer<typeof outcome>): Mistake | undefined {
  const { action, expect, where } = correction
  const mistake = (what: string, hint: string): Mistake => ({
    what: `a correction no longer applies: ${what}`,
    value: row.named > 0 && row.expected === 0 ? (row.found ?? 'blank') : subjectOf(correction),
    where,
    at: placeIn(where),
    hint: `${hint}; mend the row, or set its status to withdrawn`,
  })
  if (row.named === 0) return mistake('no rating is named by it', 'see respondent and company')
  if (row.expected === 0)
    return mistake('the cell holds another value', `${shown(expect ?? 'blank')} was expected`)
  if (row.changed > 0) return undefined
  return action === 'set'
    ? mistake('the cell holds the value already', 'the file has been mended')
    : mistake('the company is rated once only', 'the file has been mended')
}

async function give(db: Database, corrections: readonly Correction[]): Promise<void> {
  const column = (
    name: string,
    type: ColumnType,
    of: (one: Correction) => Value | undefined,
  ): TableColumn => ({
    name,
    type,
    value: (row) => {
      const one = corrections[row]
      return one === undefined ? null : (of(one) ?? null)
    },
  })
  await db.fill(
    'corrections',
    [
      { name: 'number', type: 'integer', value: (row) => row },
      column('respondent', 'string', (one) => one.respondent),
      column('all_respondents', 'boolean', (one) => one.respondent === undefined),
      column('company', 'string', (one) => one.company),
      column('all_companies', 'boolean', (one) => one.company === undefined),
      column('cell', 'string', (one) => one.column ?? noColumn),
      column('action', 'string', (one) => one.action),
      column('value', 'string', (one) => one.value),
      column('expect', 'string', (one) => one.expect),
      column('expects', 'boolean', (one) => one.expect !== undefined),
    ],
    corrections.length,
  )
}

/**
 * Lays the corrections over the view `stacked`: returns the relation to read from and its columns. A correction that no
 * longer applies is a mistake. Reads the table `codes`.
 */
export async function correct(
  db: Database,
  corrections: readonly Correction[],
  { columns, keys, cell }: Delivered,
): Promise<{ from: string; columns: RawColumn[]; applied: Corrected[] }> {
  if (corrections.length === 0) return { from: 'stacked', columns: [...columns], applied: [] }
  await give(db, corrections)
  const named = new Set(corrections.map(({ column }) => column ?? noColumn))
  const cells = [...named].map((name) => {
    const { k, meant } = name === noColumn ? { k: -1, meant: 'null::varchar' } : cell(name)
    const held = columns[k]
    const raw = held === undefined ? 'null::varchar' : textOf(held)
    return `select file, row, slot, ${keys.respondent} as respondent, ${keys.company} as company, ${literal(name)} as cell, ${k} as k, ${raw} as raw, ${meant} as meant from stacked`
  })
  await db.run(`create or replace temp view named_cells as ${cells.join(' union all ')}`)
  await materialise(db, 'corrected_cells')
  const rows = await query(db, 'corrections_met', outcome)
  const mistakes = rows.flatMap((row) => {
    const correction = corrections[row.number]
    return correction === undefined ? [] : (failure(correction, row) ?? [])
  })
  for (const { first, second } of await query(db, 'checks/twice_corrected', doubled)) {
    const later = corrections[second]
    if (later !== undefined)
      mistakes.push({
        what: `two corrections of one ${later.action === 'set' ? 'cell' : 'rating'}`,
        value: subjectOf(later),
        where: later.where,
        at: placeIn(later.where),
        hint: `${corrections[first]?.where} settles it too; withdraw one`,
      })
  }
  if (mistakes.length > 0) throw new UserError(mistakes)

  const changed = [...new Set([...named].filter((name) => name !== noColumn).map((name) => cell(name).k))]
  const at = (table: string) =>
    `stacked.file = ${table}.file and stacked.row = ${table}.row and stacked.slot = ${table}.slot`
  const replaced = changed.map((k) => {
    const column = columns[k]
    return `case when set_${k}.k is not null then set_${k}.value else ${column === undefined ? 'null' : textOf({ ...column, sql: `stacked.${column.sql}` })} end as c${k}`
  })
  const joins = changed.map(
    (k) =>
      `left join (select * from corrected_cells where k = ${k} and changed and action = 'set') as set_${k} on ${at(`set_${k}`)}`,
  )
  await db.run(
    `create or replace temp view corrected as select stacked.* ${replaced.length > 0 ? `replace (${replaced.join(', ')})` : ''}
     from stacked ${joins.join(' ')}
     anti join (select * from corrected_cells where changed and action <> 'set') as dropped on ${at('dropped')}`,
  )
  return {
    from: 'corrected',
    columns: columns.map((column, k) => (changed.includes(k) ? { ...column, kind: 'text' } : column)),
    applied: rows.flatMap(({ number, changed: ratings }) => {
      const correction = corrections[number]
      return correction === undefined ? [] : [{ correction, ratings }]
    }),
  }
}
