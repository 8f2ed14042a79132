/** Rows of the tables `gaps` and `industry_gaps` (METHOD.md §17). */
import { benjaminiHochberg } from '../../pipeline/stats/adjust.ts'
import type { GapRow, IndustryGapRow } from '../../pipeline/tables.ts'
import { freedomBeside, restOf } from './companies.ts'
import { contrast, estimate, minus } from './estimate.ts'
import type { PlainCompany, PlainStudy, PlainTouchpoint } from './plain.ts'
import { publicCompanies, segmentBase } from './publication.ts'
import { type Difference, together } from './tests.ts'
import { gapFigures, type Met, measures, metBy, placeOf, touchpointsAsked } from './touchpoints.ts'
import { type Wave, waveOf } from './wave.ts'

type Side = 'expected' | 'experienced' | 'gap' | 'level'
type Sides = Record<Side, Difference | null>

/** Four measures of a shown company minus those of the rest of its industry. */
function besideRest(
  study: PlainStudy,
  wave: Wave,
  touchpoint: PlainTouchpoint,
  companies: readonly PlainCompany[],
  one: PlainCompany,
  counts: (id: string) => boolean,
): Sides {
  const side = (measure: (met: Met) => number): Difference | null => {
    const over = metBy(study, wave, touchpoint, measure)
    const rest = restOf(study, companies, one, counts, over)
    const df = freedomBeside(study, wave, companies, one, counts, over)
    return rest && contrast(study, wave, minus(estimate(over([one.id])), rest), df)
  }
  return {
    expected: side(measures.expected),
    experienced: side(measures.experienced),
    gap: side(measures.gap),
    level: side(measures.level),
  }
}

const nothing: Sides = { expected: null, experienced: null, gap: null, level: null }

/** The first line of the table of METHOD.md §17 that holds for a shown company. */
function diagnosis(
  gap: Difference | null,
  gapAdjusted: number | null,
  level: Difference | null,
  levelAdjusted: number | null,
  alpha: number,
): GapRow['diagnosis'] {
  if (!isWorse(gap, gapAdjusted, alpha)) return 'none'
  if (level === null || levelAdjusted === null || levelAdjusted >= alpha) return 'both_or_unclear'
  return level.difference > 0 ? 'promise_too_high' : 'delivery_too_low'
}

const isWorse = (gap: Difference | null, adjusted: number | null, alpha: number): boolean =>
  gap !== null && adjusted !== null && adjusted < alpha && gap.difference < 0

export function gapRows(study: PlainStudy, waveId: string): GapRow[] {
  const wave = waveOf(study, waveId)
  const alpha = 1 - study.publication.confidence
  const companies = publicCompanies(study, waveId)
  const rows = touchpointsAsked(study, waveId).flatMap((touchpoint) => {
    const measured = companies.map((company) => ({
      company,
      figures: gapFigures(study, wave, touchpoint, [company.id]),
    }))
    const shown = new Set(measured.flatMap(({ company, figures }) => (figures.published ? [company.id] : [])))
    return measured.map(({ company, figures }) => ({
      ...{ touchpoint, company, figures },
      sides: figures.published
        ? besideRest(study, wave, touchpoint, companies, company, (id) => shown.has(id))
        : nothing,
    }))
  })
  const p = together(
    rows.map(({ figures }) => figures.p_value),
    benjaminiHochberg,
  )
  const gaps = together(
    rows.map(({ sides }) => sides.gap?.p),
    benjaminiHochberg,
  )
  const levels = together(
    rows.map(({ sides }, i) => (isWorse(sides.gap, gaps[i] ?? null, alpha) ? sides.level?.p : null)),
    benjaminiHochberg,
  )
  return rows.map(({ touchpoint, company, figures, sides: { expected, experienced, gap, level } }, i) => ({
    ...{ wave: waveId, company_id: company.id, ...placeOf(touchpoint), ...figures },
    p_adjusted: p[i] ?? null,
    expected_vs_rest: expected?.difference ?? null,
    expected_vs_rest_low: expected?.low ?? null,
    expected_vs_rest_high: expected?.high ?? null,
    experienced_vs_rest: experienced?.difference ?? null,
    experienced_vs_rest_low: experienced?.low ?? null,
    experienced_vs_rest_high: experienced?.high ?? null,
    gap_vs_rest: gap?.difference ?? null,
    gap_vs_rest_se: gap?.se ?? null,
    gap_vs_rest_df: gap?.df ?? null,
    gap_vs_rest_low: gap?.low ?? null,
    gap_vs_rest_high: gap?.high ?? null,
    gap_vs_rest_p: gap?.p ?? null,
    gap_vs_rest_p_adjusted: gaps[i] ?? null,
    level_vs_rest: level?.difference ?? null,
    level_vs_rest_low: level?.low ?? null,
    level_vs_rest_high: level?.high ?? null,
    level_vs_rest_p: level?.p ?? null,
    level_vs_rest_p_adjusted: levels[i] ?? null,
    // Drawn studies ask no companies what they intend.
    ...{ intended: null, n_intended: null },
    diagnosis: figures.published
      ? diagnosis(gap, gaps[i] ?? null, level, levels[i] ?? null, alpha)
      : 'too_few_answers',
  }))
}

/** All ratings of public companies pooled: one family of industries and all. */
export function industryGapRows(study: PlainStudy, waveId: string): IndustryGapRow[] {
  const wave = waveOf(study, waveId)
  const companies = publicCompanies(study, waveId)
  const rows = touchpointsAsked(study, waveId).flatMap((touchpoint) =>
    groupsOf(study, companies, (ids) => {
      const { published, reason, n } = gapFigures(study, wave, touchpoint, ids)
      return { published, reason, bases: [n] }
    }).map(
      ({ level, id, members }): IndustryGapRow => ({
        ...{ wave: waveId, level, entity_id: id, ...placeOf(touchpoint) },
        ...gapFigures(study, wave, touchpoint, members),
      }),
    ),
  )
  const p = together(
    rows.map((row) => row.p_value),
    benjaminiHochberg,
  )
  return rows.map((row, i) => ({ ...row, p_adjusted: p[i] ?? null }))
}

/** Whether some companies together are shown, and on how many ratings: each count that must be enough. */
type Standing = (
  ids: readonly string[],
  level: 'company' | 'industry',
  id: string,
) => { published: boolean; reason?: string | null; bases: readonly number[] }

interface Group {
  id: string
  members: readonly string[]
}

/** Of groups, the companies of those that are shown; and of those that are not, if there are two and they are enough together. */
function countedIn(
  study: PlainStudy,
  groups: readonly Group[],
  level: 'company' | 'industry',
  standing: Standing,
): string[] {
  // Enough ratings are no secret, though they do not vary.
  const given = groups.map(({ id, members }) => {
    const { published, reason, bases } = standing(members, level, id)
    return {
      ids: members,
      bases,
      published: published || reason === 'no_variation',
    }
  })
  const hidden = given.filter(({ published, bases }) => !published && Math.max(...bases) > 0)
  const least = segmentBase(study)
  const enough =
    hidden.length > 1 &&
    [0, 1].every((at) => hidden.reduce((sum, { bases }) => sum + (bases[at] ?? least), 0) >= least)
  return given.flatMap(({ ids, published }) => (published || enough ? ids : []))
}

/** Industries with a public company in the wave, and all, with the ids of the companies that count in them (METHOD.md §10). */
export function groupsOf(study: PlainStudy, companies: readonly PlainCompany[], standing: Standing) {
  const industries = study.industries.flatMap(({ id }) => {
    const members = companies.flatMap((one) =>
      one.industry === id ? [{ id: one.id, members: [one.id] }] : [],
    )
    return members.length > 0
      ? [{ level: 'industry' as const, id, members: countedIn(study, members, 'company', standing) }]
      : []
  })
  const all = countedIn(study, industries, 'industry', standing)
  return [...industries, { level: 'all' as const, id: 'all', members: all }]
}
