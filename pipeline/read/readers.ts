import type { Database } from '../db.ts'
import { UserError } from '../errors.ts'
import { textOf } from './columns.ts'
import { csv } from './csv.ts'
import { parquet } from './parquet.ts'
import type { ColumnKind, Header, RawFile, Reader } from './reader.ts'

const readers: readonly Reader[] = [csv, parquet]

function readerOf(name: string): Reader {
  const reader = readers.find(({ endings }) => endings.some((ending) => name.toLowerCase().endsWith(ending)))
  if (reader === undefined)
    throw new UserError({
      what: 'no reader for this file format yet',
      value: name,
      where: 'study.yaml, file of the wave',
      hint: `formats read: ${readers.flatMap(({ endings }) => endings).join(', ')}`,
    })
  return reader
}

/** The raw rows of a wave: relation `raw` (file, row, c0, c1, …), one column per wanted name. */
export interface Raw {
  kinds: readonly ColumnKind[]
  /** where a row stands, for messages */
  place(file: number, row: number): string
}

/** The kind of a column that several files hold. */
function together(kinds: readonly ColumnKind[]): ColumnKind {
  if (kinds.every((kind) => kind === 'integer')) return 'integer'
  return kinds.includes('text') ? 'text' : 'number'
}

/** Opens the files of a wave and lays them on top of one another. */
export async function openRaw(
  db: Database,
  files: readonly RawFile[],
  wanted: readonly string[],
  missing: (file: RawFile, name: string, header: Header) => UserError['mistakes'][number],
): Promise<Raw> {
  const opened: { file: RawFile; reader: Reader; header: Header; kinds: ColumnKind[] }[] = []
  const mistakes: UserError['mistakes'][number][] = []
  for (const [number, file] of files.entries()) {
    const reader = readerOf(file.name)
    const header = await reader.header(db, file, wanted)
    const positions = wanted.map((name) => header.names.indexOf(name))
    for (const [k, position] of positions.entries()) {
      const name = wanted[k] ?? ''
      if (position < 0) mistakes.push(missing(file, name, header))
      else if (header.names.lastIndexOf(name) !== position)
        mistakes.push({
          what: 'two columns of this name',
          value: name,
          where: `${file.name} header`,
          hint: 'rename one of them',
        })
    }
    if (mistakes.length > 0) continue
    await reader.load(db, file, header, positions, `raw_${number}`)
    opened.push({
      file,
      reader,
      header,
      kinds: positions.map((position) => header.kinds[position] ?? 'text'),
    })
  }
  if (mistakes.length > 0) throw new UserError(mistakes)
  const kinds = wanted.map((_, k) => together(opened.map((one) => one.kinds[k] ?? 'text')))
  const parts = opened.map((one, number) => {
    const text = (k: number) =>
      textOf({ sql: `c${k}`, kind: one.kinds[k] ?? 'text', decimal: '.', values: {} })
    const marked = (k: number) =>
      one.kinds[k] === 'number' && one.file.csv.decimal === ',' ? `replace(${text(k)}, '.', ',')` : text(k)
    const columns = kinds.map((kind, k) => (kind === 'text' ? `${marked(k)} as c${k}` : `c${k}`))
    return `select ${number} as file, row, ${columns.join(', ')} from raw_${number}`
  })
  await db.run(`create or replace temp view raw as ${parts.join(' union all ')}`)
  return {
    kinds,
    place: (number, row) => {
      const one = opened[number]
      return one === undefined ? `row ${row}` : one.reader.place(one.file, one.header, row)
    },
  }
}
