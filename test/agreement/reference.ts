/**
 * The tables recomputed from plain answers, in memory, by loops over respondents: slow, short, and
 * independent of the pipeline’s queries and score code (METHOD.md).
 */
import type { Tables } from '../../pipeline/tables.ts'
import { itemRows, netPromoterRows } from './answers.ts'
import { combinedRows } from './combined.ts'
import { distributionRows, qualityRow } from './distributions.ts'
import { measure } from './entities.ts'
import { experimentRows } from './experiments.ts'
import { gapRows, industryGapRows } from './gaps.ts'
import { journeyRows } from './journey.ts'
import { needMetRows } from './need-met.ts'
import { comparisonRows } from './pairs.ts'
import type { PlainStudy } from './plain.ts'
import { restRows } from './rest.ts'
import { scoreRows } from './scores.ts'
import { segmentGapRows, segmentRows } from './segments.ts'
import { type PlainTopTenRow, topTenRows } from './top-ten.ts'

type Scores = Pick<Tables, 'scores' | 'comparisons' | 'against_rest'>
type Answers = Pick<Tables, 'items' | 'net_promoter' | 'distributions' | 'quality'>
type Explained = Pick<Tables, 'combined' | 'experiments' | 'gaps' | 'industry_gaps' | 'journey' | 'need_met'>
type Segments = Pick<Tables, 'segments' | 'segment_gaps' | 'served_worse'>
export type ReferenceTables = Scores & Answers & Explained & Segments & { top_ten: PlainTopTenRow[] }

export function reference(study: PlainStudy): ReferenceTables {
  const tables: ReferenceTables = {
    ...{ scores: [], comparisons: [], against_rest: [], items: [], net_promoter: [] },
    ...{ distributions: [], quality: [] },
    ...{ combined: [], top_ten: [], experiments: [], gaps: [], industry_gaps: [], journey: [], need_met: [] },
    ...{ segments: [], segment_gaps: [], served_worse: [] },
  }
  study.waves.forEach((wave, t) => {
    const before = study.waves[t - 1]
    for (const index of study.indices) {
      const now = measure(study, index, wave.id)
      if (!now) continue
      const earlier = before ? measure(study, index, before.id) : null
      const first = study.waves.slice(0, t).every(({ id }) => measure(study, index, id) === null)
      tables.scores.push(...scoreRows(study, wave.id, now, first, earlier))
      tables.comparisons.push(...comparisonRows(study, wave.id, now))
      tables.against_rest.push(...restRows(study, wave.id, now))
    }
    for (const item of study.items.filter(({ id }) => wave.items.includes(id))) {
      tables.items.push(...itemRows(study, wave.id, item.id))
      tables.distributions.push(...distributionRows(study, wave.id, item))
      tables.quality.push(qualityRow(study, wave.id, item.id))
    }
    const asked = wave.items.find((item) => item === study.net_promoter)
    if (asked !== undefined) tables.net_promoter.push(...netPromoterRows(study, wave.id, asked))
    tables.combined.push(...combinedRows(study, wave.id))
    tables.top_ten.push(...topTenRows(study, wave.id))
    tables.experiments.push(...experimentRows(study, wave.id))
    tables.gaps.push(...gapRows(study, wave.id))
    tables.industry_gaps.push(...industryGapRows(study, wave.id))
    tables.journey.push(...journeyRows(study, wave.id))
    const { segments, served_worse } = segmentRows(study, wave.id)
    tables.segments.push(...segments)
    tables.served_worse.push(...served_worse)
    tables.segment_gaps.push(...segmentGapRows(study, wave.id))
    tables.need_met.push(...needMetRows(study, wave.id, segments))
  })
  return tables
}
