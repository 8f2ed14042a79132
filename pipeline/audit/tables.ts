/** audit: the published tables that hold sums of scores, and which of their columns are read. */
import { join } from 'node:path'
import { z } from 'zod'
import { type Database, fileLiteral, identifier } from '../db.ts'
import { type Tables, tables } from '../tables.ts'

/** For each table the columns that the auditor reads. */
const columns = {
  scores: ['index', 'level', 'entity_id', 'industry_id', 'n', 'score', 'published'],
  net_promoter: ['company_id', 'n', 'nps', 'published'],
  items: ['item', 'company_id', 'n', 'score', 'published'],
  distributions: ['item', 'company_id', 'answer', 'n', 'share', 'published'],
  combined: ['company_id', 'n', 'score', 'score_with', 'published'],
  experiments: ['experiment', 'index', 'n_a', 'n_b', 'score_a', 'score_b', 'published'],
  gaps: ['company_id', 'touchpoint', 'n', 'gap', 'published'],
  industry_gaps: ['level', 'entity_id', 'touchpoint', 'n', 'gap', 'published'],
  journey: ['company_id', 'part', 'value', 'n', 'gap', 'published'],
  need_met: [
    ...(['level', 'entity_id', 'basis', 'served', 'companies'] as const),
    ...(['n_met', 'n_unmet', 'loyalty_met', 'loyalty_unmet', 'published', 'reason'] as const),
  ],
  segments: [
    ...(['level', 'entity_id', 'segment', 'category', 'index', 'n', 'score'] as const),
    ...(['n_rest', 'difference_from_rest', 'industry_n', 'difference_from_industry', 'published'] as const),
  ],
  segment_gaps: [
    ...(['level', 'entity_id', 'segment', 'category', 'touchpoint', 'n', 'gap'] as const),
    ...(['n_rest', 'difference_from_rest', 'industry_n', 'difference_from_industry', 'published'] as const),
  ],
} as const satisfies { [K in keyof Tables]?: readonly (keyof Tables[K][number])[] }

type Read = typeof columns
type Column<K extends keyof Read> = Read[K][number]

/** What the auditor knows of an edition. */
export type Audited = {
  readonly [K in keyof Read]: readonly Pick<Tables[K][number], Column<K> & keyof Tables[K][number]>[]
}

/** The written tables of an edition. `folder`: where they are. Rows are checked against the schema of the table. */
export async function readTables(db: Database, folder: string): Promise<Audited> {
  const read = async <K extends keyof Read>(name: K) => {
    const names: readonly string[] = columns[name]
    const rows = await db.rows(
      `select ${names.map(identifier).join(', ')} from read_parquet(${fileLiteral(join(folder, `${name}.parquet`))})`,
    )
    const shape: Readonly<Record<string, z.ZodType>> = tables[name].shape
    const only = z.object(Object.fromEntries(names.map((column) => [column, shape[column] ?? z.never()])))
    return rows.map((row) => only.parse(row)) as Audited[K][number][]
  }
  return {
    ...{ scores: await read('scores'), net_promoter: await read('net_promoter') },
    ...{ items: await read('items'), distributions: await read('distributions') },
    ...{ combined: await read('combined'), experiments: await read('experiments') },
    ...{ gaps: await read('gaps'), industry_gaps: await read('industry_gaps') },
    ...{ journey: await read('journey'), need_met: await read('need_met') },
    ...{ segments: await read('segments'), segment_gaps: await read('segment_gaps') },
  }
}
