/** What may be said about gaps: which are clearly worse than the rest, and what figures ask for care. */
import type { GapRow, IndustryGapRow, JourneyRow } from '../pipeline/tables.ts'
import { type Known, known } from './rows.ts'

type Figures = 'expected' | 'experienced' | 'gap'
/** Rows whose figures are shown. */
export type ShownGap = Known<GapRow, Figures>
export type ShownIndustryGap = Known<IndustryGapRow, Figures>
export const isGapShown = known<GapRow, Figures>('expected', 'experienced', 'gap')
export const isIndustryGapShown = known<IndustryGapRow, Figures>('expected', 'experienced', 'gap')

/** What a gap that is clearly worse than that of the rest may come from. */
export const causes = ['promise_too_high', 'delivery_too_low', 'both_or_unclear'] as const
export type GapCause = (typeof causes)[number]

export type Diagnosed = ShownGap & { diagnosis: GapCause }
const isDiagnosed = (row: GapRow): row is Diagnosed =>
  isGapShown(row) && causes.some((cause) => cause === row.diagnosis)

/** The diagnoses among some rows, farthest below the rest first, out of how many comparisons. */
export function diagnosesOf(rows: readonly GapRow[]): { compared: number; found: Diagnosed[] } {
  return {
    compared: rows.filter((row) => isGapShown(row) && row.gap_vs_rest_p !== null).length,
    found: rows.filter(isDiagnosed).sort((a, b) => (a.gap_vs_rest ?? 0) - (b.gap_vs_rest ?? 0)),
  }
}

/** Whether an adjusted p-value calls a difference clear at a confidence. */
export const isClear = (p: number | null, confidence: number): boolean => p !== null && p < 1 - confidence

/** Whether an unclear diagnosis is so because the company delivers what its own people intend. */
export const reachesIntended = (
  { diagnosis, intended, experienced, level_vs_rest, level_vs_rest_p_adjusted }: ShownGap,
  confidence: number,
): boolean =>
  diagnosis === 'both_or_unclear' &&
  intended !== null &&
  experienced >= intended &&
  (level_vs_rest ?? 0) < 0 &&
  isClear(level_vs_rest_p_adjusted, confidence)

/** Touchpoints where more than half expect the best answer there is, so that most gaps cannot be positive. */
export const atCeiling = <Row extends GapRow | IndustryGapRow>(rows: readonly Row[]): Row[] =>
  rows.filter(({ published, expected_top }) => published && expected_top !== null && expected_top > 50)

/** The rows with the smallest and the largest base; nothing where all are alike. */
export function unequalBases<Row extends { published: boolean; n: number }>(
  rows: readonly Row[],
): [Row, Row] | undefined {
  const [first, ...others] = rows.filter(({ published }) => published).sort((a, b) => a.n - b.n)
  const last = others.at(-1)
  return first !== undefined && last !== undefined && last.n > first.n ? [first, last] : undefined
}

export type ShownPart = Known<JourneyRow, 'experienced'>
const isPartShown = known<JourneyRow, 'experienced'>('experienced')

/**
 * The parts of a company's journey, each set of touchpoints once: a department or step with a single touchpoint is that
 * touchpoint. Rows come touchpoints first.
 */
export function partsOf(rows: readonly JourneyRow[]): JourneyRow[] {
  const seen = new Set<string>()
  return rows.filter(({ company_id, touchpoints }) => {
    const name = `${company_id}|${touchpoints}`
    return seen.has(name) ? false : seen.add(name)
  })
}

export type Uneven = ShownPart & { verdict: 'weaker' | 'stronger'; beside_others: number }
const isUneven = (row: JourneyRow): row is Uneven =>
  isPartShown(row) && row.beside_others !== null && (row.verdict === 'weaker' || row.verdict === 'stronger')

/** The parts where a company is clearly weaker or stronger than it is elsewhere, farthest first, out of how many. */
export function unevenOf(rows: readonly JourneyRow[]): { compared: number; found: Uneven[] } {
  return {
    compared: rows.filter((row) => isPartShown(row) && row.p_value !== null).length,
    found: rows.filter(isUneven).sort((a, b) => Math.abs(b.beside_others) - Math.abs(a.beside_others)),
  }
}
export { isPartShown }
