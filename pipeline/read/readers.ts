import { listed } from '../contract/nearest.ts'
import { given } from '../contract/words.ts'
import type { Database } from '../db.ts'
import { type Mistake, type Place, UserError } from '../errors.ts'
import { type RawColumn, textOf } from './columns.ts'
import { csv } from './csv.ts'
import { json } from './json.ts'
import { parquet } from './parquet.ts'
import type { ColumnKind, Header, RawFile, Reader } from './reader.ts'

const readers: readonly Reader[] = [csv, parquet, json]
/** The library behind it takes as long to load as the rest of the program: it waits for such a file. */
const arrow = { endings: ['.arrow'], reader: async (): Promise<Reader> => (await import('./arrow.ts')).arrow }

async function readerOf(name: string): Promise<Reader> {
  const fits = ({ endings }: { endings: readonly string[] }) =>
    endings.some((ending) => name.toLowerCase().endsWith(ending))
  if (fits(arrow)) return arrow.reader()
  const reader = readers.find(fits)
  if (reader === undefined) throw new Error(`no reader of ${name}`)
  return reader
}

/** The column names of a file, before anything is known of it. */
export const namesIn = async (db: Database, file: RawFile): Promise<readonly string[]> => {
  const reader = await readerOf(file.name)
  return (await reader.header(db, file, [])).names
}

/** The raw rows of a wave: relation `raw` (file, row, c0, c1, …), a column per wanted name. */
export interface Raw {
  kinds: readonly ColumnKind[]
  /** where a row stands, for messages */
  place(file: number, row: number): Place
}

/** The kind of a column that several files hold. */
function together(kinds: readonly ColumnKind[]): ColumnKind {
  if (kinds.every((kind) => kind === 'integer')) return 'integer'
  return kinds.includes('text') ? 'text' : 'number'
}

/** A relation and its columns, in the order in which several are laid on top of one another. */
export interface Layer {
  from: string
  /** what tells its rows from those of others */
  lead: string
  columns: readonly Pick<RawColumn, 'sql' | 'kind'>[]
  /** the decimal mark that texts of the relation are written with */
  decimal: '.' | ','
}

/** SQL of relations laid on top of one another, columns `c0`, `c1`, …; a column that is text in one of them becomes text. */
export function onTop(layers: readonly Layer[]): { sql: string; kinds: ColumnKind[] } {
  const width = layers[0]?.columns.length ?? 0
  const kinds = Array.from({ length: width }, (_, k) =>
    together(layers.map(({ columns }) => columns[k]?.kind ?? 'text')),
  )
  const selects = layers.map(({ from, lead, columns, decimal }) => {
    const chosen = columns.map(({ sql, kind }, k) => {
      if (kinds[k] !== 'text') return `${sql} as c${k}`
      const text = textOf({ sql, kind, decimal: '.', values: {} })
      return `${kind === 'number' && decimal === ',' ? `replace(${text}, '.', ',')` : text} as c${k}`
    })
    return `select ${[lead, ...chosen].join(', ')} from ${from}`
  })
  return { sql: selects.join(' union all '), kinds }
}

/** The place of what is wrong with the names of the columns. */
export const inHeader = ({ name }: RawFile): Pick<Mistake, 'where' | 'at'> => ({
  where: `${name} header`,
  at: { file: name },
})

/** Opens the files of a wave and lays them on top of one another. */
export async function openRaw(
  db: Database,
  files: readonly RawFile[],
  wanted: readonly string[],
  missing: (file: RawFile, name: string, header: Header) => Mistake,
): Promise<Raw> {
  const opened: { file: RawFile; reader: Reader; header: Header; kinds: ColumnKind[] }[] = []
  const mistakes: Mistake[] = []
  for (const [number, file] of files.entries()) {
    const reader = await readerOf(file.name)
    const header = await reader.header(db, file, wanted)
    const positions = wanted.map((name) => header.names.indexOf(name))
    const headless = positions.every((position) => position < 0)
    if (headless)
      mistakes.push({
        what: 'no column of the wave is there',
        ...given({ value: header.names.filter((name) => name !== '').join(', ') || undefined }),
        ...inHeader(file),
        hint: `it asks for ${listed(wanted)}; the first row of a csv file holds the names`,
      })
    for (const [k, position] of positions.entries()) {
      const name = wanted[k] ?? ''
      if (position < 0 && !headless) mistakes.push(missing(file, name, header))
      else if (header.names.lastIndexOf(name) !== position)
        mistakes.push({
          what: 'two columns of this name',
          value: name,
          ...inHeader(file),
          hint: 'rename one of them in a copy of the file, and name that copy in the wave',
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
  const { sql, kinds } = onTop(
    opened.map((one, number) => ({
      from: `raw_${number}`,
      lead: `${number} as file, row`,
      columns: one.kinds.map((kind, k) => ({ sql: `c${k}`, kind })),
      decimal: one.file.csv.decimal,
    })),
  )
  await db.run(`create or replace temp view raw as ${sql}`)
  return {
    kinds,
    place: (number, row) => {
      const one = opened[number]
      return one === undefined ? { file: 'raw', row } : one.reader.place(one.file, one.header, row)
    },
  }
}

/** What is wrong with the first of the files that cannot be read to its end; undefined where all can. */
export async function damaged(db: Database, files: readonly RawFile[]): Promise<UserError | undefined> {
  for (const file of files) {
    const reader = await readerOf(file.name)
    const found = await reader.scan?.(db, file).catch((error: unknown) => error)
    if (found instanceof UserError) return found
  }
  return undefined
}
