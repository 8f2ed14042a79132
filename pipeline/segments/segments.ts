/** segments: groups of customers, each beside the others and beside its industry (METHOD.md §20, §22). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { touchpointsAsked } from '../explain/touchpoints.ts'
import { indexMeasure } from '../measures.ts'
import type { Scored } from '../score.ts'
import type { ReadWave } from '../sides.ts'
import type { GapRow, Tables } from '../tables.ts'
import type { Segment } from './categories.ts'
import { cellsOf } from './cells.ts'
import { type CategoryPlaces, placeKey, placesIn } from './places.ts'
import { type Measured, segmentGapRows, segmentRows } from './rows.ts'
import { servedWorseRows } from './served.ts'

/** The tables of groups of customers in the wave that is loaded. `gaps`: the rows of the table gaps. */
export async function segmentTables(
  db: Database,
  study: Study,
  read: ReadWave & { segments: readonly Segment[] },
  scored: ReadonlyMap<string, Scored>,
  gaps: readonly GapRow[],
): Promise<Pick<Tables, 'segments' | 'segment_gaps' | 'served_worse'>> {
  if (read.segments.length === 0) return { segments: [], segment_gaps: [], served_worse: [] }
  const wave = read.open.wave.id
  const indices: Measured[] = []
  const places = new Map<string, CategoryPlaces>()
  for (const index of study.indices) {
    const measure = indexMeasure(index, read.open)
    const companies = scored.get(index.id)?.companies
    if (measure === undefined || companies === undefined) continue
    const measures = { compared: measure, beside: [] }
    const shown = companies.map(({ published }) => published)
    const cells = await cellsOf(db, study, read, read.segments, measures, shown)
    for (const cell of cells) indices.push({ of: index.id, cell })
    places.set(index.id, await placesIn(db, study, read, read.segments, measure, cells))
  }
  const met: Measured[] = []
  for (const { id, expected, experienced } of touchpointsAsked(study, read.open)) {
    const open = new Set(
      gaps.flatMap((row) => (row.touchpoint === id && row.published ? row.company_id : [])),
    )
    const shown = read.rated.map((company) => open.has(study.companies[company]?.id ?? ''))
    const measures = { compared: `${experienced} - ${expected}`, beside: [expected, experienced] }
    for (const cell of await cellsOf(db, study, read, read.segments, measures, shown))
      if (cell.k === undefined || cell.rule.published) met.push({ of: id, cell })
  }
  const segments = segmentRows(study, wave, indices, ({ of, cell }) => places.get(of)?.get(placeKey(cell)))
  return {
    segments,
    segment_gaps: segmentGapRows(study, wave, met),
    served_worse: servedWorseRows(indices, segments),
  }
}
