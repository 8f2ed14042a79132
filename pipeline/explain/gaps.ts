/** explain: the gap between what customers expect and what they experience, and where it comes from (METHOD.md §17). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { adjustedTests, verdictOf } from '../family.ts'
import { interleaved } from '../group.ts'
import type { ReadWave } from '../sides.ts'
import type { GapRow, IndustryGapRow } from '../tables.ts'
import { differenceAs, pointsOf, scoreAs, shownIf, testAs } from './figures.ts'
import { gapDiagnosis } from './gap-diagnosis.ts'
import type { Intended } from './intended.ts'
import { type CompanyGap, gapsAt, type Measured } from './met.ts'
import { touchpointsAsked } from './touchpoints.ts'

/** The figures that companies and industries have alike. `p`: adjusted. */
function figuresOf(one: Measured, p: number | undefined, confidence: number) {
  const { df, rule, test } = one
  const figures = {
    n_effective: one.nEffective,
    ...scoreAs('expected', one.expected, df, confidence),
    ...scoreAs('experienced', one.experienced, df, confidence),
    ...differenceAs('gap', one.gap, df, confidence, ''),
    ...{ df, p_value: test?.p ?? null, p_adjusted: p ?? null },
    ...one.shares,
  }
  return { n: one.n, ...shownIf(rule.published, figures) }
}

/** What stands beside the rest; `p`: adjusted. */
function besideFigures({ beside }: CompanyGap, p: Record<'gap' | 'level', number | undefined>) {
  const { gap_vs_rest: gap, level_vs_rest: level } = beside ?? {}
  return {
    ...testAs('expected_vs_rest', beside?.expected_vs_rest),
    ...testAs('experienced_vs_rest', beside?.experienced_vs_rest),
    ...testAs('gap_vs_rest', gap),
    ...{ gap_vs_rest_se: gap?.se ?? null, gap_vs_rest_df: gap?.df ?? null },
    ...{ gap_vs_rest_p: gap?.p ?? null, gap_vs_rest_p_adjusted: p.gap ?? null },
    ...testAs('level_vs_rest', level),
    ...{ level_vs_rest_p: level?.p ?? null, level_vs_rest_p_adjusted: p.level ?? null },
  }
}

/** The rows of companies: three families of tests, the last among those whose gap is clearly worse than that of the rest. */
function companyRows(
  study: Study,
  wave: string,
  rows: readonly CompanyGap[],
  intended: ReadonlyMap<string, Intended>,
): GapRow[] {
  const { confidence } = study.publication
  const own = adjustedTests(rows, ({ test }) => test)
  const gaps = adjustedTests(rows, ({ beside }) => beside?.gap_vs_rest)
  const worse = rows.filter((row) =>
    verdictOf(row.beside?.gap_vs_rest, gaps.get(row)?.bh, confidence, [true, false, false]),
  )
  const levels = adjustedTests(worse, ({ beside }) => beside?.level_vs_rest)
  return rows.map((row): GapRow => {
    const meant = intended.get(`${row.id} ${row.keys.touchpoint}`)
    const level = levels.get(row)?.bh
    return {
      ...{ wave, company_id: row.id },
      ...row.keys,
      ...figuresOf(row, own.get(row)?.bh, confidence),
      ...besideFigures(row, { gap: gaps.get(row)?.bh, level }),
      ...{ intended: meant?.mean ?? null, n_intended: meant?.n ?? null },
      diagnosis: gapDiagnosis({
        shown: row.rule.published,
        worse: levels.has(row),
        level: verdictOf(row.beside?.level_vs_rest, level, confidence, [-1, 0, 1]),
        asIntended: meant !== undefined && pointsOf(row.experienced) >= meant.mean,
      }),
      ...row.rule,
    }
  })
}

/** The tables gaps and industry_gaps of the wave that is loaded; `intended`: by company and touchpoint. */
export async function gapTables(
  db: Database,
  study: Study,
  read: ReadWave,
  intended: ReadonlyMap<string, Intended>,
): Promise<{ gaps: GapRow[]; industry_gaps: IndustryGapRow[] }> {
  const wave = read.open.wave.id
  const found: Awaited<ReturnType<typeof gapsAt>>[] = []
  for (const touchpoint of touchpointsAsked(study, read.open))
    found.push(await gapsAt(db, study, read, touchpoint))
  const together = interleaved(found.map((at) => at.together))
  const adjusted = adjustedTests(together, ({ test }) => test)
  return {
    gaps: companyRows(study, wave, interleaved(found.map(({ companies }) => companies)), intended),
    industry_gaps: together.map(
      (one): IndustryGapRow => ({
        ...{ wave, level: one.level, entity_id: one.id },
        ...one.keys,
        ...figuresOf(one, adjusted.get(one)?.bh, study.publication.confidence),
        ...one.rule,
      }),
    ),
  }
}
