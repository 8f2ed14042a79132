/** Tables for the reader’s machine: Arrow files with dictionary-coded texts. */
import {
  Bool,
  type DataType,
  Dictionary,
  Float64,
  Int32,
  Table,
  tableToIPC,
  Utf8,
  type Vector,
  vectorFromArray,
} from 'apache-arrow'
import type { ColumnType, TableColumn } from './db.ts'

// Ids are given by position: the library’s own counter would make files differ from run to run.
const types: Record<ColumnType, (position: number) => DataType> = {
  string: (position) => new Dictionary(new Utf8(), new Int32(), position),
  integer: () => new Int32(),
  number: () => new Float64(),
  boolean: () => new Bool(),
}

/** The bytes of an Arrow file (not a stream) with these columns. */
export function arrowFile(columns: readonly TableColumn[], rowCount: number): Uint8Array {
  const vectors = columns.map(({ name, type, value }, position): [string, Vector] => [
    name,
    vectorFromArray(
      Array.from({ length: rowCount }, (_, row) => value(row)),
      types[type](position),
    ),
  ])
  return tableToIPC(new Table(Object.fromEntries(vectors)), 'file')
}
