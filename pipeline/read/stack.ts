import type { Wave } from '../contract/study.ts'
import { onTop, type Raw } from './readers.ts'

/** A column name of the contract as the file writes it for one slot. */
export const inSlot = (name: string, slot: string): string => name.replaceAll('{slot}', slot)

/** The column names to look for: one for each slot where the contract writes {slot}. */
export const expanded = (wave: Wave, names: readonly string[]): string[] => [
  ...new Set(names.flatMap((name) => (wave.slots ?? ['']).map((slot) => inSlot(name, slot)))),
]

/**
 * Ratings side by side on one line → one row per rating: SQL of rows (file, row, slot, c0, c1, …), a column per name of the
 * contract. Without slots every row of `raw` is one rating, in slot 0.
 */
export function stacked(raw: Raw, wave: Wave, names: readonly string[]): ReturnType<typeof onTop> {
  const found = expanded(wave, names)
  return onTop(
    (wave.slots ?? ['']).map((slot, number) => ({
      from: 'raw',
      lead: `file, row, ${number} as slot`,
      columns: names.map((name) => {
        const k = found.indexOf(inSlot(name, slot))
        return { sql: `c${k}`, kind: raw.kinds[k] ?? 'text' }
      }),
      decimal: wave.csv.decimal,
    })),
  )
}
