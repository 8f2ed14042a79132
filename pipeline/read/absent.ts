/** read: what to say where a column, or every answer of a wave, is not there. */
import { listed, nearest } from '../contract/nearest.ts'
import type { Item, Wave } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { Mistake } from '../errors.ts'
import { isEmpty } from '../sql.ts'
import type { Header, RawFile } from './reader.ts'
import { inHeader } from './readers.ts'
import { expanded } from './stack.ts'

interface Sought {
  file: RawFile
  name: string
  header: Header
  /** all columns that the wave asks for */
  wanted: readonly string[]
  wave: Wave
  items: readonly Item[]
}

/** Where study.yaml asks for a column, and what to write there. */
function remedy({ name, header, wave, items }: Sought, near: string | undefined): string {
  const item = items.find(({ id }) => expanded(wave, [wave.items[id] ?? id]).includes(name))?.id
  const role = Object.entries(wave.columns).find(([, column]) => expanded(wave, [column]).includes(name))?.[0]
  const key = item ?? role
  if (key === undefined) return `mend rows of wave ${wave.id} in study.yaml`
  const part = `${item === undefined ? 'columns' : 'items'} of wave ${wave.id}`
  const own = item === undefined ? wave.columns[key] : (wave.items[item] ?? item)
  if (own !== name)
    return `${own} under ${part} asks for a column in each of the slots ${wave.slots?.join(', ')}: mend slots, or rename the column in the file`
  if (near !== undefined) return `write ${key}: ${near} under ${part}`
  const unasked = item === undefined ? '' : `, or write ${item}: null if it was not asked`
  return `say under ${part} which column is ${key}${unasked}; the file has ${listed(header.names)}`
}

/** A column that the wave asks for and the file has not. */
export function noColumn(sought: Sought): Mistake {
  const { file, name, header, wanted } = sought
  const near = nearest(
    name,
    header.names.filter((other) => !wanted.includes(other)),
  )
  return {
    what: 'no such column',
    value: name,
    ...inHeader(file),
    hint: `${near === undefined ? '' : `did you mean ${near}? `}${remedy(sought, near)}`,
  }
}

/** Why the files of a wave hold no answer for it. `rowsColumn`: SQL of the column that rows names, on `raw`. */
export async function noAnswers(db: Database, wave: Wave, rowsColumn: string): Promise<Mistake> {
  const place = { where: wave.files.join(', '), at: { file: wave.files[0] ?? '' } }
  const what = `wave ${wave.id} has no answers`
  if (await isEmpty(db, 'raw'))
    return { what, ...place, hint: 'there is nothing below the header: deliver the file again' }
  if (!(await isEmpty(db, 'stacked'))) return { what, ...place, hint: 'corrections.csv drops all of them' }
  if (wave.rows === undefined)
    return { what, ...place, hint: `every slot is empty: see columns, items and slots of wave ${wave.id}` }
  const { column, equals } = wave.rows
  const held = await db.rows(`select distinct ${rowsColumn} as value from raw order by value limit 13`)
  return {
    what: `no row of wave ${wave.id}`,
    value: `${column} = ${equals}`,
    ...place,
    hint: `the column holds ${listed(held.map(({ value }) => String(value ?? 'BLANK')))}: mend rows of the wave in study.yaml`,
  }
}
