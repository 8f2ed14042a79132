/** One wave of the contract as YAML. */
import type { DraftWave } from './draft.ts'
import { guessed, keyed, list, map, type Node, scalar, some } from './yaml.ts'

/** A wave; `raw`: the folder of the raw files as the contract names it. */
export function waveNode(wave: DraftWave, raw: string): Node {
  const { files, rows, slots, columns, items, values, csv } = wave
  const names = files.map((file) => (raw === '' ? file : `${raw}/${file}`))
  const { decimal, header_rows } = csv
  return keyed(
    {
      file: names.length === 1 ? scalar(names[0] ?? '') : list(names),
      rows: rows && keyed({ column: scalar(rows.column), equals: scalar(rows.equals) }),
      slots: slots && list(slots.names),
      columns: map([...columns].map(([role, column]) => [role, guessed(column)])),
      items: some([...items], (all) => map(all.map(([item, column]) => [item, guessed(column)]))),
      values: some([...values], (all) =>
        map(
          all.map(([key, meant]) => [
            key,
            map([...meant].map(([from, to]) => [from, scalar(/^-?\d+$/.test(to) ? Number(to) : to)])),
          ]),
        ),
      ),
      csv: some(Object.keys(csv), () =>
        keyed({ decimal: decimal && guessed(decimal), header_rows: header_rows && guessed(header_rows) }),
      ),
    },
    {
      above: new Map([
        ['rows', rows?.why ?? ''],
        ['slots', slots?.why ?? ''],
      ]),
    },
  )
}
