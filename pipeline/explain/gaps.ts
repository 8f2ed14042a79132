/** explain: the gap between what customers expect and what they experience, and where it comes from (METHOD.md §17). */
import { adjustedTests } from '../compare.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { ReadWave } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import { spread } from '../sums.ts'
import type { GapRow, IndustryGapRow } from '../tables.ts'
import { differenceAs, open, scoreAs, testOf } from './figures.ts'
import { gapDiagnosis } from './gap-diagnosis.ts'
import { type Beside, type CompanyGap, gapOf, gapsAt, type Measured } from './met.ts'
import { touchpointsAsked } from './touchpoints.ts'

/** Contrasts of expected and experienced, the rest behind them. */
const contrasts = {
  expected_vs_rest: [1, 0, -1, 0],
  experienced_vs_rest: [0, 1, 0, -1],
  gap_vs_rest: [-1, 1, 1, -1],
  level_vs_rest: [1, 1, -1, -1],
}

/** The figures that companies and industries have alike. `p`: adjusted. */
function figuresOf(
  { two, n, nEffective, df, shares, rule, test }: Measured,
  p: number | null,
  confidence: number,
) {
  const level = (side: number) => ({ value: two.means[side] ?? 0, variance: two.matrix[side]?.[side] ?? 0 })
  const gap = gapOf(two)
  const figures = {
    n_effective: nEffective,
    ...scoreAs('expected', level(0), df, confidence),
    ...scoreAs('experienced', level(1), df, confidence),
    ...{ gap: spread * gap.value, se: spread * Math.sqrt(gap.variance), df },
    ...{ low: test?.low ?? null, high: test?.high ?? null, p_value: test?.p ?? null, p_adjusted: p },
    ...shares,
  }
  return { n, ...open(rule.published, figures) }
}

const besideOf = ({ four: { means, matrix } }: Beside, name: keyof typeof contrasts) =>
  contrast(means, matrix, contrasts[name])

/** What stands beside the rest, its p-values by family. */
function besideFigures(rest: Beside | undefined, p: { gap: P; level: P }, confidence: number) {
  const { df = 0 } = rest ?? {}
  const nothing = { value: Number.NaN, variance: 0 }
  const as = <Name extends keyof typeof contrasts>(name: Name) =>
    differenceAs(name, rest === undefined ? nothing : besideOf(rest, name), df, confidence)
  const figures = {
    ...as('expected_vs_rest'),
    ...as('experienced_vs_rest'),
    ...as('gap_vs_rest'),
    ...as('level_vs_rest'),
    gap_vs_rest_se: rest === undefined ? null : spread * Math.sqrt(besideOf(rest, 'gap_vs_rest').variance),
    gap_vs_rest_df: df,
    ...{ gap_vs_rest_p: p.gap.p, gap_vs_rest_p_adjusted: p.gap.adjusted },
    ...{ level_vs_rest_p: p.level.p, level_vs_rest_p_adjusted: p.level.adjusted },
  }
  return open(rest !== undefined, figures)
}

interface P {
  p: number | null
  adjusted: number | null
}

/** The tables gaps and industry_gaps of the wave that is loaded; `intended`: by company and touchpoint. */
export async function gapTables(
  db: Database,
  study: Study,
  read: ReadWave,
  intended: ReadonlyMap<string, { mean: number; n: number }>,
): Promise<{ gaps: GapRow[]; industry_gaps: IndustryGapRow[] }> {
  const { confidence } = study.publication
  const wave = read.open.wave.id
  const found: Awaited<ReturnType<typeof gapsAt>>[] = []
  for (const touchpoint of touchpointsAsked(study, read.open))
    found.push(await gapsAt(db, study, read, touchpoint))
  const rows = read.rated.flatMap((_, k) => found.flatMap(({ companies }) => companies[k] ?? []))
  const groups = found[0]?.together ?? []
  const together = groups.flatMap((_, group) => found.flatMap((one) => one.together[group] ?? []))
  const compared = (name: keyof typeof contrasts, some: readonly CompanyGap[]) => {
    const tests = some.map((row) => ({
      row,
      test: row.rest && testOf(besideOf(row.rest, name), row.rest.df, confidence),
    }))
    const adjusted = adjustedTests(tests)
    return new Map(
      tests.map((one) => [
        one.row,
        { ...one, p: one.test?.p ?? null, adjusted: adjusted.get(one)?.bh ?? null },
      ]),
    )
  }
  const none = { p: null, adjusted: null, test: undefined }
  const clear = ({ adjusted }: P) => (adjusted ?? 1) < 1 - confidence
  const gap = compared('gap_vs_rest', rows)
  const worse = rows.filter((row) => {
    const one = gap.get(row) ?? none
    return clear(one) && (one.test?.difference ?? 0) < 0
  })
  const level = compared('level_vs_rest', rows)
  const levelWorse = compared('level_vs_rest', worse)
  const own = adjustedTests(rows)
  const ofGroup = adjustedTests(together)
  return {
    gaps: rows.map((row): GapRow => {
      const meant = intended.get(`${row.company} ${row.keys.touchpoint}`)
      const among = levelWorse.get(row)
      const figures = figuresOf(row, own.get(row)?.bh ?? null, confidence)
      return {
        ...{ wave, company_id: row.company },
        ...row.keys,
        ...figures,
        ...besideFigures(
          row.rest,
          {
            gap: gap.get(row) ?? none,
            level: { p: level.get(row)?.p ?? null, adjusted: among?.adjusted ?? null },
          },
          confidence,
        ),
        ...{ intended: meant?.mean ?? null, n_intended: meant?.n ?? null },
        diagnosis: gapDiagnosis({
          shown: row.rule.published,
          worse: among !== undefined,
          level: among !== undefined && clear(among) ? Math.sign(among.test?.difference ?? 0) : 0,
          asIntended: meant !== undefined && (figures.experienced ?? 0) >= meant.mean,
        }),
        ...row.rule,
      }
    }),
    industry_gaps: together.map(
      (one): IndustryGapRow => ({
        ...{ wave, level: one.industry === undefined ? 'all' : 'industry', entity_id: one.industry ?? 'all' },
        ...one.keys,
        ...figuresOf(one, ofGroup.get(one)?.bh ?? null, confidence),
        ...one.rule,
      }),
    ),
  }
}
