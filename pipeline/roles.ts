/** check: the values of the columns that divide respondents, counted, and those that the contract does not name. */
import { z } from 'zod'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { located, shown } from './errors.ts'
import type { OpenWave } from './read/wave.ts'
import { query } from './sql.ts'

const counted = z.object({
  text: z.string().nullable(),
  value: z.string().nullable(),
  ratings: z.int(),
  file: z.int(),
  row: z.int(),
  slot: z.int(),
})

/** How many values without a category are told of one segment. */
const listed = 5

/** Ratings by segment, by category. */
export type Segments = Record<string, Record<string, number>>

/** Which roles divide respondents, under which names, and the categories that the contract names. */
export function divisions(study: Study): Map<string, { role: string; known: string[] | undefined }> {
  const { segments } = study.contract
  const found = new Map<string, { role: string; known: string[] | undefined }>()
  for (const [role, groups] of Object.entries(study.variables))
    found.set(role, { role, known: Object.keys(groups) })
  for (const [id, { column, categories }] of Object.entries(segments))
    found.set(id, {
      role: column,
      known: categories === undefined ? found.get(column)?.known : Object.keys(categories),
    })
  return found
}

/** Counts the categories of segments and variables; `say` hears of values that belong to none. */
export async function countSegments(
  db: Database,
  study: Study,
  open: OpenWave,
  say: (line: string) => void,
): Promise<Segments> {
  const segments: Segments = {}
  for (const [id, { role, known }] of divisions(study)) {
    const column = open.roles.get(role)
    if (column === undefined) continue
    await db.run(
      `create or replace temp view role_cells as select file, row, slot, ${column.text} as text, ${column.value} as value from delivered`,
    )
    const rows = await query(db, 'role_values', counted)
    const counts: Record<string, number> = Object.fromEntries((known ?? []).map((name) => [name, 0]))
    const strays: string[] = []
    for (const { text, value, ratings, file, row, slot } of rows) {
      if (text === null) continue
      if (value !== null && (known === undefined || known.includes(value)))
        counts[value] = (counts[value] ?? 0) + ratings
      // What is in no group is told once, of the variable.
      else if (value !== null || id === role)
        strays.push(
          `${shown(value ?? text)}, found ${ratings === 1 ? 'once' : `${ratings} times`} (first ${located(open.place(file, row, role, slot)).where})`,
        )
    }
    const others = strays.length > listed ? ` and ${strays.length - listed} other values` : ''
    for (const [k, stray] of strays.slice(0, listed).entries())
      say(`wave ${open.wave.id}: ${id} has no category for ${stray}${k === listed - 1 ? others : ''}`)
    segments[id] = counts
  }
  return segments
}
