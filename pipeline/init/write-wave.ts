/** One wave of the contract as YAML. */
import type { DraftWave } from './draft.ts'
import { guessed, list, map, type Node, scalar } from './yaml.ts'

/** A wave; `raw`: the folder of the raw files as the contract names it. */
export function waveNode(wave: DraftWave, raw: string): Node {
  const { files, rows, slots, columns, items, values, csv } = wave
  const names = files.map((file) => (raw === '' ? file : `${raw}/${file}`))
  const settings: [string, Node][] = [
    ...(csv.decimal === undefined ? [] : [['decimal', guessed(csv.decimal)] as [string, Node]]),
    ...(csv.header_rows === undefined ? [] : [['header_rows', guessed(csv.header_rows)] as [string, Node]]),
  ]
  const filled = <T>(entries: readonly T[], node: (entries: readonly T[]) => Node) =>
    entries.length === 0 ? undefined : node(entries)
  return map(
    [
      ['file', names.length === 1 ? scalar(names[0] ?? '') : list(names)],
      [
        'rows',
        rows === undefined
          ? undefined
          : map([
              ['column', scalar(rows.column)],
              ['equals', scalar(rows.equals)],
            ]),
      ],
      ['slots', slots === undefined ? undefined : list(slots.names)],
      ['columns', map([...columns].map(([role, column]) => [role, guessed(column)]))],
      ['items', filled([...items], (all) => map(all.map(([item, column]) => [item, guessed(column)])))],
      [
        'values',
        filled([...values], (all) =>
          map(
            all.map(([key, meant]) => [
              key,
              map([...meant].map(([from, to]) => [from, scalar(/^-?\d+$/.test(to) ? Number(to) : to)])),
            ]),
          ),
        ),
      ],
      ['csv', filled(settings, (all) => map(all))],
    ],
    {
      above: new Map([
        ...(rows === undefined ? [] : [['rows', rows.why] as const]),
        ...(slots === undefined ? [] : [['slots', slots.why] as const]),
      ]),
    },
  )
}
