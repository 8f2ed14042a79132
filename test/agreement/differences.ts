/** Where two sets of tables part. */
import type { ReferenceTables } from './reference.ts'
import { simulated } from './top-ten.ts'

type TableName = keyof ReferenceTables

const keys: Record<TableName, readonly string[]> = {
  scores: ['wave', 'index', 'level', 'entity_id'],
  items: ['wave', 'item', 'company_id'],
  net_promoter: ['wave', 'company_id'],
  comparisons: ['wave', 'index', 'company_a', 'company_b'],
  against_rest: ['wave', 'index', 'company_id'],
  distributions: ['wave', 'item', 'company_id', 'answer'],
  quality: ['wave', 'item'],
  combined: ['wave', 'company_id'],
  top_ten: ['wave', 'index', 'with', 'share'],
  experiments: ['wave', 'experiment', 'index'],
  gaps: ['wave', 'company_id', 'touchpoint'],
  industry_gaps: ['wave', 'level', 'entity_id', 'touchpoint'],
  journey: ['wave', 'company_id', 'part', 'value'],
  need_met: ['wave', 'level', 'entity_id', 'basis', 'served'],
  segments: ['wave', 'level', 'entity_id', 'segment', 'category', 'index'],
  segment_gaps: ['wave', 'level', 'entity_id', 'segment', 'category', 'touchpoint'],
  served_worse: ['wave', 'company_id', 'segment', 'index'],
}

/** Columns that the reference does not compute. */
const notComputed: Partial<Record<TableName, readonly string[]>> = { top_ten: simulated }
/** Columns that list ids in any order. */
const lists: Partial<Record<TableName, readonly string[]>> = { top_ten: ['entering', 'leaving'] }

const relative = 1e-8
const floor = 1e-9

function same(a: unknown, b: unknown, scale: number): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return (a ?? null) === (b ?? null)
  return a === b || Math.abs(a - b) <= Math.max(floor, relative * Math.max(Math.abs(a), Math.abs(b), scale))
}

/** The width of the interval that a limit belongs to: one limit may lie near 0 by chance. 0 for other columns. */
function widthOf(row: ReadonlyMap<string, unknown>, name: string): number {
  const stem = name.replace(/(low|high)$/, '')
  const [low, high] = [row.get(`${stem}low`), row.get(`${stem}high`)]
  return stem !== name && typeof low === 'number' && typeof high === 'number' ? high - low : 0
}

/** A share is a number; 3 × 0.05 is 0.15. */
const keyOf = (cell: unknown): string =>
  typeof cell === 'number' ? String(Number(cell.toFixed(9))) : String(cell)

function byKey(
  table: TableName,
  rows: readonly object[],
): { rows: Map<string, Map<string, unknown>>; twice: string[] } {
  const found = new Map<string, Map<string, unknown>>()
  const twice: string[] = []
  for (const row of rows) {
    const cells = new Map<string, unknown>(Object.entries(row))
    for (const name of notComputed[table] ?? []) cells.delete(name)
    for (const name of lists[table] ?? [])
      cells.set(name, String(cells.get(name)).split('|').sort().join('|'))
    const key = keys[table].map((name) => keyOf(cells.get(name))).join(' ')
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
      if (!same(one, two, widthOf(row, name))) found.push(`${table} ${key}: ${name} ${one} and ${two}`)
    }
  }
  for (const key of right.rows.keys())
    if (!left.rows.has(key)) found.push(`${table} ${key}: only in the second`)
  return found
}

/**
 * Every mismatch of two sets of tables, one line each; none when they agree. Rows are matched by key,
 * in any order;
 * numbers agree to 1e-8 relative (limits: of the interval’s width, where that is more) or 1e-9 absolute, everything else exactly;
 * null only with null.
 */
export function differences(a: ReferenceTables, b: ReferenceTables): string[] {
  return (Object.keys(keys) as TableName[]).flatMap((table) => tableDifferences(table, a[table], b[table]))
}
