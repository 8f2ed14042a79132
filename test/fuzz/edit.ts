/** Changes that know what they change: cells, columns and lines of tables; keys and values of a contract. */
import type { Draw } from './draw.ts'
import type { Table } from './small.ts'
import { tokens } from './tokens.ts'

const withRow = (table: Table, at: number, change: (row: string[]) => string[][]): Table => ({
  ...table,
  rows: table.rows.flatMap((row, k) => (k === at ? change(row) : [row])),
})

const tableEdits: readonly [string, (table: Table, draw: Draw) => Table][] = [
  [
    'a token as a cell',
    (table, draw) =>
      withRow(table, draw.below(table.rows.length), (row) => {
        const at = draw.below(row.length)
        return [row.map((cell, k) => (k === at ? draw.pick(tokens) : cell))]
      }),
  ],
  [
    'a token in a cell',
    (table, draw) =>
      withRow(table, draw.below(table.rows.length), (row) => {
        const at = draw.below(row.length)
        return [
          row.map((cell, k) =>
            k === at
              ? draw.chance(0.5)
                ? `${cell}${draw.pick(tokens)}`
                : `${draw.pick(tokens)}${cell}`
              : cell,
          ),
        ]
      }),
  ],
  [
    'a cell blank',
    (table, draw) =>
      withRow(table, draw.below(table.rows.length), (row) => {
        const at = draw.below(row.length)
        return [row.map((cell, k) => (k === at ? '' : cell))]
      }),
  ],
  ['a row twice', (table, draw) => withRow(table, draw.below(table.rows.length), (row) => [row, row])],
  ['a row less', (table, draw) => withRow(table, draw.below(table.rows.length), () => [])],
  ['rows in another order', (table, draw) => ({ ...table, rows: draw.shuffled(table.rows) })],
  ['no rows', (table) => ({ ...table, rows: [] })],
  [
    'a column less',
    (table, draw) => {
      const gone = draw.below(table.names.length)
      const kept = (cells: readonly string[]) => cells.filter((_, k) => k !== gone)
      return { names: kept(table.names), rows: table.rows.map(kept) }
    },
  ],
  [
    'a column twice',
    (table, draw) => {
      const at = draw.below(table.names.length)
      const more = (cells: readonly string[]) => [...cells, cells[at] ?? '']
      return { names: more(table.names), rows: table.rows.map(more) }
    },
  ],
  [
    'another name',
    (table, draw) => {
      const at = draw.below(table.names.length)
      return {
        ...table,
        names: table.names.map((name, k) =>
          k === at ? draw.pick([...tokens, name.toUpperCase(), ` ${name} `]) : name,
        ),
      }
    },
  ],
  [
    'columns exchanged',
    (table, draw) => {
      const [a, b] = [draw.below(table.names.length), draw.below(table.names.length)]
      return {
        ...table,
        rows: table.rows.map((row) =>
          row.map((cell, k) => (k === a ? (row[b] ?? '') : k === b ? (row[a] ?? '') : cell)),
        ),
      }
    },
  ],
]

/** Changes a table where its cells and names are. */
export function editedTable(table: Table, draw: Draw): { table: Table; done: string } {
  const [name, edit] = draw.pick(tableEdits)
  return { table: edit(table, draw), done: name }
}

type LineEdit = (line: string, draw: Draw, lines: readonly string[], words: readonly string[]) => string[]

const lineEdits: readonly [string, LineEdit][] = [
  ['a line twice', (line) => [line, line]],
  ['a line less', () => []],
  ['an empty line', (line, draw) => [draw.pick(['', ' ', '\t']), line]],
  [
    'another delimiter in a line',
    (line, draw) => [line.replaceAll(/[,;\t|]/g, draw.pick([',', ';', '\t', '|']))],
  ],
  ['a quote less', (line) => [line.replace('"', '')]],
  [
    'a quote more',
    (line, draw) => {
      const at = draw.below(line.length + 1)
      return [`${line.slice(0, at)}"${line.slice(at)}`]
    },
  ],
  ['a value more', (line, draw) => [`${line}${draw.pick([',', ';', '\t'])}7`]],
  ['a value less', (line) => [line.replace(/[,;\t|][^,;\t|]*$/, '')]],
  ['two lines in one', (line, draw, lines) => [`${line}${draw.pick(lines)}`]],
  [
    'a line cut in two',
    (line, draw) => {
      const at = draw.below(line.length + 1)
      return [line.slice(0, at), line.slice(at)]
    },
  ],
  [
    'a word in a line',
    (line, draw, _, words) => {
      const at = draw.below(line.length + 1)
      return [`${line.slice(0, at)}${draw.pick(words)}${line.slice(at)}`]
    },
  ],
  ['a word as a line', (line, draw, _, words) => [line, draw.pick(words)]],
  ['a value as a word', (line, draw, _, words) => [line.replace(/[^:,;\t]*$/, () => ` ${draw.pick(words)}`)]],
  ['deeper', (line, draw) => [`${draw.pick([' ', '  ', '\t', '      '])}${line}`]],
  ['less deep', (line) => [line.replace(/^ {1,2}/, '')]],
  ['a line moved', (_, draw, lines) => [draw.pick(lines)]],
]

/** Changes one line of a text. */
export function editedLines(
  lines: readonly string[],
  draw: Draw,
  words: readonly string[],
): { lines: string[]; done: string } {
  const [name, edit] = draw.pick(lineEdits)
  const at = draw.below(lines.length)
  return {
    lines: lines.flatMap((line, k) => (k === at ? edit(line, draw, lines, words) : [line])),
    done: name,
  }
}

const junk = (draw: Draw): unknown =>
  draw.pick([
    null,
    [],
    {},
    0,
    -1,
    1.5,
    1e308,
    true,
    '',
    [null],
    { a: 1 },
    [[[]]],
    draw.pick(tokens),
    [draw.pick(tokens)],
    { [draw.pick(tokens)]: draw.pick(tokens) },
  ])

/** A copy of a contract with one value or key changed, somewhere. */
export function editedValue(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value) && value.length > 0 && draw.chance(0.8)) {
    const at = draw.below(value.length)
    return value.map((one: unknown, k) => (k === at ? editedValue(one, draw) : one))
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && draw.chance(0.9)) {
    const entries = Object.entries(value)
    const at = draw.below(entries.length)
    const way = draw.below(6)
    return Object.fromEntries(
      entries.flatMap(([key, one]: [string, unknown], k) => {
        if (k !== at) return [[key, one]]
        if (way === 0) return []
        if (way === 1) return [[draw.pick(tokens), one]]
        return [[key, editedValue(one, draw)]]
      }),
    )
  }
  return junk(draw)
}
