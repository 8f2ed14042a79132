/** read: the raw files of a wave → the view `delivered`, in the words of the contract. */
import type { Item, Study, Wave } from '../contract/study.ts'
import { type Database, literal } from '../db.ts'
import { type Place, UserError } from '../errors.ts'
import { isEmpty } from '../sql.ts'
import { noAnswers, noColumn } from './absent.ts'
import { answerOf, groupOf, missingCodes, numberOf, type RawColumn, textOf } from './columns.ts'
import { type Corrected, correct } from './correct.ts'
import type { RawFile } from './reader.ts'
import { namesIn, openRaw } from './readers.ts'
import { expanded, inSlot, stacked } from './stack.ts'

export interface OpenWave {
  wave: Wave
  /** items asked in the wave, in the order of the contract; number k is column `item_k` of `ratings` */
  items: readonly Item[]
  /** SQL of the answer to each of `items`, on `delivered` */
  answers: readonly string[]
  /** SQL of the raw values behind them, for messages */
  rawValues: readonly string[]
  /** role → SQL on `delivered` of what the file means, and of the group that the contract makes of it (the same without groups) */
  roles: ReadonlyMap<string, { text: string; value: string }>
  /** what corrections.csv changed */
  corrected: readonly Corrected[]
  /** where a row stands, and the column of a role or item in it, for messages */
  place(file: number, row: number, name?: string, slot?: number): Place
}

const blank = (text: string): boolean => text === '' || text === 'BLANK'

/** Columns of a split ballot that are no role of any wave, where all files of the wave have them: role and column in one. */
async function looseColumns(
  db: Database,
  study: Study,
  files: readonly RawFile[],
): Promise<Record<string, string>> {
  const known = new Set([
    ...study.waves.flatMap(({ columns }) => Object.keys(columns)),
    ...study.items.map(({ id }) => id),
  ])
  const loose = Object.values(study.contract.experiments).flatMap(({ column }) =>
    known.has(column) ? [] : [column],
  )
  if (loose.length === 0) return {}
  const headers = await Promise.all(files.map((file) => namesIn(db, file)))
  const there = loose.filter((name) => headers.every((names) => names.includes(name)))
  return Object.fromEntries(there.map((name) => [name, name]))
}

/** Opens the raw files and names their columns as the contract does: the view `delivered`. */
export async function openWave(
  db: Database,
  study: Study,
  wave: Wave,
  files: readonly RawFile[],
): Promise<OpenWave> {
  const items = study.items.filter((item) => wave.items[item.id] !== null)
  const roles = { ...wave.columns, ...(await looseColumns(db, study, files)) }
  const columnNames = new Map(Object.entries(roles))
  for (const { id } of items) columnNames.set(id, wave.items[id] ?? id)
  const used = [...columnNames.values()]
  const names = [...new Set(wave.rows === undefined ? used : [...used, wave.rows.column])]

  const wanted = expanded(wave, names)
  const raw = await openRaw(db, files, wanted, (file, name, header) =>
    noColumn({ file, name, header, wanted, wave, items }),
  )
  const { sql, kinds } = stacked(raw, wave, names)
  let columns = kinds.map(
    (kind, k): RawColumn => ({
      sql: `c${k}`,
      kind,
      decimal: kind === 'text' ? wave.csv.decimal : '.',
      values: {},
    }),
  )
  const column = (name: string, values: RawColumn['values'] = {}): RawColumn => {
    const found = columns[names.indexOf(name)]
    if (found === undefined) throw new Error(`no column ${name}`)
    return { ...found, values }
  }
  /** The column of a role or item, with what its values mean. */
  const meant = (name: string): RawColumn | undefined => {
    const of = columnNames.get(name)
    return of === undefined ? undefined : column(of, wave.values[name])
  }
  const text = (name: string | undefined, otherwise: string): string => {
    const of = name === undefined ? undefined : meant(name)
    if (of === undefined) return otherwise
    // What is no number in a column of numbers is the id of nothing.
    return of.kind === 'number' ? `nullif(${textOf(of)}, 'nan')` : textOf(of)
  }
  const answerTo = (item: Item): string =>
    answerOf(column(columnNames.get(item.id) ?? item.id, wave.values[item.id]), item)

  const conditions: string[] = []
  if (wave.rows !== undefined)
    conditions.push(
      `${textOf(column(wave.rows.column))} is not distinct from ${blank(wave.rows.equals) ? 'null' : literal(wave.rows.equals)}`,
    )
  if (wave.slots !== undefined) {
    // What BLANK means does not make a rating of an empty slot, nor does a question asked once per line.
    const ofSlot = items.filter(({ id }) => columnNames.get(id)?.includes('{slot}'))
    const given = [
      { name: 'company', means: `${text('company', 'null')} is not null` },
      ...ofSlot.map((item) => ({ name: item.id, means: `${answerTo(item)} <> ${missingCodes.not_asked}` })),
    ].map(({ name, means }) => `(${column(columnNames.get(name) ?? name).sql} is not null and ${means})`)
    conditions.push(`(${given.join(' or ')})`)
  }
  const where = conditions.length === 0 ? '' : `where ${conditions.join(' and ')}`
  await db.run(`create or replace temp view stacked as select * from (${sql}) ${where}`)

  const corrections = study.corrections.filter((one) => one.wave === wave.id && one.status === 'active')
  const corrected = await correct(db, corrections, {
    columns,
    keys: { respondent: text('respondent', 'null'), company: text('company', 'null') },
    cell: (name) => {
      const item = items.find(({ id }) => id === name)
      return {
        k: names.indexOf(columnNames.get(name) ?? name),
        meant: item === undefined ? text(name, 'null') : `${answerTo(item)}::varchar`,
      }
    },
  })
  columns = corrected.columns

  const grouping = (role: string, of: RawColumn): string => {
    const groups = study.variables[role]
    return groups === undefined ? textOf(of) : groupOf(of, groups)
  }
  const margin = (role: string): string => {
    const of = meant(role)
    return of === undefined ? 'null' : grouping(role, of)
  }
  const weight = meant(study.weighting.base)
  const chosen = [
    `${text('respondent', 'null')} as respondent`,
    `${text('company', 'null')} as company`,
    `${weight === undefined ? '1.0::double' : numberOf(weight)} as weight`,
    `${weight === undefined ? 'null' : textOf(weight)} as weight_text`,
    `${text(study.design.strata, `'all'`)} as stratum`,
    `${text(study.design.cluster, 'null')}::varchar as cluster`,
    `[${study.weighting.rake.map(margin).join(', ')}]::varchar[] as margins`,
    `[${study.weighting.rake.map((role) => text(role, 'null')).join(', ')}]::varchar[] as margins_written`,
  ]
  await db.run(
    `create or replace temp view delivered as select ${chosen.join(', ')}, * from ${corrected.from}`,
  )
  if (await isEmpty(db, 'delivered')) {
    const k = wanted.indexOf(wave.rows?.column ?? '')
    const told = textOf({ sql: `c${k}`, kind: raw.kinds[k] ?? 'text', decimal: '.', values: {} })
    throw new UserError(await noAnswers(db, wave, told))
  }
  return {
    wave,
    items,
    answers: items.map(answerTo),
    rawValues: items.map(({ id }) => `${meant(id)?.sql}::varchar`),
    roles: new Map(
      Object.keys(roles).flatMap((role) => {
        const of = meant(role)
        return of === undefined ? [] : [[role, { text: textOf(of), value: grouping(role, of) }]]
      }),
    ),
    corrected: corrected.applied,
    place: (file, row, name, slot = 0) => {
      const place = raw.place(file, row)
      const of = name === undefined ? undefined : columnNames.get(name)
      return of === undefined ? place : { ...place, column: inSlot(of, wave.slots?.[slot] ?? '') }
    },
  }
}
