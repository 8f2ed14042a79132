import type { readEndings } from '../contract/pending.ts'
import type { Wave } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { Place } from '../errors.ts'

/** A raw file: where it is, and how the study names it in messages. */
export interface RawFile {
  path: string
  name: string
  csv: Wave['csv']
}

/** whole numbers, numbers that may not be whole, or text */
export type ColumnKind = 'integer' | 'number' | 'text'

export interface Header {
  names: readonly string[]
  kinds: readonly ColumnKind[]
  /** what the reader found out about the file and needs to load it */
  delimiter?: string
  /** empty lines before the header */
  emptyLines?: number
}

/** Knows one file format. Another format is another object of this shape in `readers.ts`. */
export interface Reader {
  endings: readonly (typeof readEndings)[number][]
  /** The columns of the file. `wanted` helps where the format leaves something open. */
  header(db: Database, file: RawFile, wanted: readonly string[]): Promise<Header>
  /** Makes the relation `relation`: `row` (0-based, in file order) and `c0`, `c1`, … for the columns at `positions`. */
  load(
    db: Database,
    file: RawFile,
    header: Header,
    positions: readonly number[],
    relation: string,
  ): Promise<void>
  /** For files whose rows are read again and again: reads all of them once; throws where the file is damaged. */
  scan?(db: Database, file: RawFile): Promise<void>
  /** Where row number `row` stands, as a person would look it up. */
  place(file: RawFile, header: Header, row: number): Place
}
