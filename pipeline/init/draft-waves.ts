/** Waves of the draft: which column is what, how the file is to be read, what is left over. */
import { given } from '../contract/words.ts'
import { type Asked, isOpen, telling } from './across.ts'
import type { DraftWave, Guess } from './draft.ts'
import { holds, type Read } from './known.ts'
import { oneLine } from './segments.ts'

/** Wave number `k` of the draft. `values`: names of companies that a register cannot hold → company_id. */
export function waveOf(
  read: Read,
  k: number,
  items: readonly (readonly [string, Asked])[],
  values: ReadonlyMap<string, string>,
): DraftWave {
  const { opened, roles } = read
  const columns = new Map([['respondent', roles.respondent], ['company', roles.company], ...roles.others])
  const asked = items.map(([item, { waves }]) => [item, waves[k]] as const)
  const open = new Set(
    items.flatMap(([item, one]) => {
      const own = one.waves[k]
      return own !== undefined && isOpen(one, own, telling(one)) ? [item] : []
    }),
  )
  const used = new Set([
    ...[...columns.values()].map(({ value }) => value),
    ...asked.flatMap(([, one]) => one?.value.column.name ?? []),
    opened.rowsOf?.column,
  ])
  const commas = opened.columns.filter(({ numbers, whole, commas: found }) => found > 0 && whole < numbers)
  const points = opened.columns.some(
    ({ numbers, whole, points: found, filled }) => found > 0 && whole < numbers && numbers === filled,
  )
  const meanings = asked.flatMap(([item, one]) => {
    const labelled = [...(one?.value.answers.labelled ?? [])]
    const texts = labelled.map(([text, number]) => [text, String(number)] as const)
    return texts.length === 0 ? [] : [[item, new Map(texts)] as const]
  })
  const decimal: DraftWave['csv'] =
    commas.length > 0 && !points
      ? { decimal: { value: ',', why: `as in ${oneLine(commas[0]?.name ?? '')}` } }
      : {}
  const headers: DraftWave['csv'] =
    opened.headers.rows > 1 ? { header_rows: { value: opened.headers.rows, why: opened.headers.why } } : {}
  return {
    id: opened.id,
    files: opened.files,
    ...given({
      rows: opened.rowsOf,
      slots: opened.slots && {
        names: opened.slots.slots,
        why: 'columns that end alike stand side by side, a set for each rating',
      },
    }),
    columns,
    items: new Map(
      asked.flatMap(([item, one]): [string, Guess<string | null>][] => {
        if (one === undefined) return [[item, { value: null, why: 'not found in this wave' }]]
        const { name } = one.value.column
        if (name === item) return []
        return [[item, { value: name, todo: open.has(item), ...given({ why: one.why }) }]]
      }),
    ),
    values: new Map([...meanings, ...(values.size === 0 ? [] : [['company', values] as const])]),
    csv: { ...decimal, ...headers },
    unused: [
      ...opened.columns
        .filter(({ name }) => !used.has(name))
        .map((column) => `${oneLine(column.name)}: ${holds(column, opened.rows)}`),
      ...opened.unreadable.map(oneLine),
    ],
  }
}
