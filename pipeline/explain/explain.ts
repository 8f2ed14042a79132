/** explain: what stands behind the scores of a wave, and beside them (METHOD.md §16-20). */

import type { Study, Wave } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { Scored } from '../score.ts'
import type { Segment } from '../segments/categories.ts'
import { segmentTables } from '../segments/segments.ts'
import type { ReadWave } from '../sides.ts'
import type { Tables } from '../tables.ts'
import { believe } from './believe.ts'
import { combinedTables } from './combined.ts'
import { type Ballot, experimentRows } from './experiments.ts'
import { gapTables } from './gaps.ts'
import { intendedLevels } from './intended.ts'
import { type Journey, journeyRows } from './journey.ts'
import { needMetRows } from './need-met.ts'

type Explained = Pick<
  Tables,
  | 'combined'
  | 'top_ten'
  | 'experiments'
  | 'gaps'
  | 'industry_gaps'
  | 'journey'
  | 'need_met'
  | 'beliefs'
  | 'beliefs_together'
  | 'segments'
  | 'segment_gaps'
  | 'served_worse'
>

/** An earlier wave, as far as this one is compared with it. */
interface Earlier {
  wave: Wave
  scored: ReadonlyMap<string, Scored>
  journey: Journey
}

/** The tables that explain the wave that is loaded, and what the wave after it is compared with. */
export async function explain(
  db: Database,
  study: Study,
  read: ReadWave & { halves: readonly Ballot[]; segments: readonly Segment[] },
  scored: ReadonlyMap<string, Scored>,
  earlier: readonly Earlier[],
): Promise<{ tables: Explained; journey: Journey }> {
  const { rows, journey } = await journeyRows(db, study, read, earlier.at(-1))
  const gaps = await gapTables(db, study, read, intendedLevels(study, read.open.wave.id))
  const groups = await segmentTables(db, study, read, scored, gaps.gaps)
  const tables = {
    ...(await combinedTables(db, study, read)),
    experiments: await experimentRows(db, study, read, read.halves, scored),
    ...gaps,
    ...groups,
    journey: rows,
    need_met: await needMetRows(db, study, read, groups.segments),
    ...(await believe(db, study, read, scored, earlier)),
  }
  return { tables, journey }
}
