/** read: the raw files of a wave → the view `delivered`, in the words of the contract. */
import { nearest } from '../contract/nearest.ts'
import type { Item, Study, Wave } from '../contract/study.ts'
import { type Database, literal } from '../db.ts'
import { UserError } from '../errors.ts'
import { answerOf, numberOf, type RawColumn, textOf } from './columns.ts'
import type { RawFile } from './reader.ts'
import { openRaw, type Raw } from './readers.ts'

export interface OpenWave {
  wave: Wave
  raw: Raw
  /** items asked in the wave, in the order of the contract; number k is column `item_k` of `ratings` */
  items: readonly Item[]
  /** SQL of the answer to each of `items`, on `raw` */
  answers: readonly string[]
  /** SQL of the raw values behind them, for messages */
  rawValues: readonly string[]
}

/** The columns of the roles that are read; a wave may lack weight and stratum. */
const roleColumns = (study: Study, wave: Wave): string[] =>
  ['respondent', 'company', study.weighting.base, study.design.strata ?? ''].flatMap(
    (role) => wave.columns[role] ?? [],
  )

/** Opens the raw files and names their columns as the contract does: the view `delivered`. */
export async function openWave(
  db: Database,
  study: Study,
  wave: Wave,
  files: readonly RawFile[],
): Promise<OpenWave> {
  const items = study.items.filter((item) => wave.items[item.id] !== null)
  const itemColumn = (item: Item) => wave.items[item.id] ?? item.id
  const used = [...roleColumns(study, wave), ...items.map(itemColumn)]
  const wanted = [...new Set(wave.rows === undefined ? used : [...used, wave.rows.column])]
  const raw = await openRaw(db, files, wanted, (file, name, header) => {
    const near = nearest(
      name,
      header.names.filter((other) => !wanted.includes(other)),
    )
    const item = items.find((one) => itemColumn(one) === name)
    const otherwise =
      item === undefined
        ? `name the right column in columns of wave ${wave.id}`
        : `name the right column under items of wave ${wave.id}, or write ${item.id}: null if it was not asked`
    return {
      what: 'no such column',
      value: name,
      where: `${file.name} header`,
      hint: near === undefined ? otherwise : `did you mean ${near}? ${otherwise}`,
    }
  })
  const column = (name: string, values: RawColumn['values'] = {}): RawColumn => {
    const k = wanted.indexOf(name)
    return {
      sql: `c${k}`,
      kind: raw.kinds[k] ?? 'text',
      decimal: raw.kinds[k] === 'text' ? wave.csv.decimal : '.',
      values,
    }
  }
  const role = (name: string): RawColumn | undefined => {
    const of = wave.columns[name]
    return of === undefined ? undefined : column(of, wave.values[name])
  }
  const text = (name: string | undefined, otherwise: string) => {
    const of = name === undefined ? undefined : role(name)
    return of === undefined ? otherwise : textOf(of)
  }
  const weight = role(study.weighting.base)
  const filter =
    wave.rows === undefined
      ? ''
      : `where ${textOf(column(wave.rows.column))} is not distinct from ${['', 'BLANK'].includes(wave.rows.equals) ? 'null' : literal(wave.rows.equals)}`
  const columns = [
    `${text('respondent', 'null')} as respondent`,
    `${text('company', 'null')} as company`,
    `${weight === undefined ? '1.0::double' : numberOf(weight)} as weight`,
    `${weight === undefined ? 'null' : textOf(weight)} as weight_text`,
    `${text(study.design.strata, `'all'`)} as stratum`,
  ]
  await db.run(`create or replace temp view delivered as select ${columns.join(', ')}, * from raw ${filter}`)
  if ((await db.rows('select 1 from delivered limit 1')).length === 0)
    throw new UserError({
      what: `wave ${wave.id} has no answers`,
      where: wave.files.join(', '),
      hint: 'the files hold no row below the header, or none that rows of the wave asks for',
    })
  return {
    wave,
    raw,
    items,
    answers: items.map((item) => answerOf(column(itemColumn(item), wave.values[item.id]), item)),
    rawValues: items.map((item) => `${column(itemColumn(item)).sql}::varchar`),
  }
}
