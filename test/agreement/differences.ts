/** Where two sets of tables part. */
import type { ReferenceTables } from './reference.ts'

type TableName = keyof ReferenceTables

const keys: Record<TableName, readonly string[]> = {
  scores: ['wave', 'index', 'level', 'entity_id'],
  items: ['wave', 'item', 'company_id'],
  net_promoter: ['wave', 'company_id'],
  comparisons: ['wave', 'index', 'company_a', 'company_b'],
  against_rest: ['wave', 'index', 'company_id'],
  distributions: ['wave', 'item', 'company_id', 'answer'],
  quality: ['wave', 'item'],
}

const relative = 1e-8
const floor = 1e-9

function same(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return (a ?? null) === (b ?? null)
  return a === b || Math.abs(a - b) <= Math.max(floor, relative * Math.max(Math.abs(a), Math.abs(b)))
}

function byKey(
  table: TableName,
  rows: readonly object[],
): { rows: Map<string, Map<string, unknown>>; twice: string[] } {
  const found = new Map<string, Map<string, unknown>>()
  const twice: string[] = []
  for (const row of rows) {
    const cells = new Map<string, unknown>(Object.entries(row))
    const key = keys[table].map((name) => String(cells.get(name))).join(' ')
    if (found.has(key)) twice.push(key)
    found.set(key, cells)
  }
  return { rows: found, twice }
}

function tableDifferences(table: TableName, a: readonly object[], b: readonly object[]): string[] {
  const left = byKey(table, a)
  const right = byKey(table, b)
  const found = [...left.twice, ...right.twice].map((key) => `${table} ${key}: two rows`)
  for (const [key, row] of left.rows) {
    const other = right.rows.get(key)
    if (!other) {
      found.push(`${table} ${key}: only in the first`)
      continue
    }
    for (const name of new Set([...row.keys(), ...other.keys()])) {
      const [one, two] = [row.get(name), other.get(name)]
      if (!same(one, two)) found.push(`${table} ${key}: ${name} ${one} and ${two}`)
    }
  }
  for (const key of right.rows.keys())
    if (!left.rows.has(key)) found.push(`${table} ${key}: only in the second`)
  return found
}

/**
 * Every mismatch of two sets of tables, one line each; none when they agree. Rows are matched by key,
 * in any order;
 * numbers agree to 1e-8 relative or 1e-9 absolute, everything else exactly; null only with null.
 */
export function differences(a: ReferenceTables, b: ReferenceTables): string[] {
  return (Object.keys(keys) as TableName[]).flatMap((table) => tableDifferences(table, a[table], b[table]))
}
