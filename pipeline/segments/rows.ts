/** segments: cells as rows of the tables, their tests judged together (METHOD.md §20). */
import type { Study } from '../contract/study.ts'
import { pointsOf, scoreAs, shownIf } from '../explain/figures.ts'
import { adjustedTests, verdictOf } from '../family.ts'
import type { Places } from '../rank.ts'
import type { Difference } from '../stats/interval.ts'
import type { SegmentGapRow, SegmentRow } from '../tables.ts'
import { restVerdicts, servedVerdicts } from '../tables-segments.ts'
import { placeColumns } from '../tabulate.ts'
import type { Cell } from './cells.ts'

/** A cell, by what was measured: the index or touchpoint `of`. */
export interface Measured {
  of: string
  cell: Cell
}

const besideRest = (rest: Cell['rest'], p: number | undefined) => ({
  n_rest: rest?.n ?? null,
  difference_from_rest: rest?.test?.difference ?? null,
  difference_se: rest?.test?.se ?? null,
  difference_df: rest?.test?.df ?? null,
  difference_low: rest?.test?.low ?? null,
  difference_high: rest?.test?.high ?? null,
  p_value: rest?.test?.p ?? null,
  p_adjusted: p ?? null,
})

const besideIndustry = (industry: Cell['industry'], p: number | undefined) => ({
  industry_n: industry?.n ?? null,
  difference_from_industry: industry?.test?.difference ?? null,
  industry_se: industry?.test?.se ?? null,
  industry_df: industry?.test?.df ?? null,
  industry_low: industry?.test?.low ?? null,
  industry_high: industry?.test?.high ?? null,
  industry_p: industry?.test?.p ?? null,
  industry_p_adjusted: p ?? null,
})

/** What both tables say of each cell beside others: two families of tests. */
function compared(study: Study, rows: readonly Measured[]) {
  const { confidence } = study.publication
  const rests = adjustedTests(rows, ({ cell }) => cell.rest?.test)
  const served = adjustedTests(rows, ({ cell }) => cell.industry?.test)
  const verdict = <Word>(
    test: Difference | undefined,
    p: number | undefined,
    words: readonly [Word, Word, Word],
  ) => (test === undefined ? null : verdictOf(test, p, confidence, words))
  const [higher, lower, equal] = restVerdicts
  const [better, worse, alike] = servedVerdicts
  return (row: Measured) => {
    const { rest, industry } = row.cell
    const [p, pIndustry] = [rests.get(row)?.bh, served.get(row)?.bh]
    return {
      ...besideRest(rest, p),
      verdict: verdict(rest?.test, p, [lower, equal, higher]),
      ...besideIndustry(industry, pIndustry),
      served: verdict(industry?.test, pIndustry, [worse, alike, better]),
    }
  }
}

const keysOf = (wave: string, { cell: { level, id, segment, category } }: Measured) => ({
  ...{ wave, level, entity_id: id, segment, category },
})

type Nullable<Figures> = { [K in keyof Figures]: Figures[K] | null }

/** The figures of a row that is shown; all others have the same empty ones. */
function shownOf<Figures extends object>(figuresOf: (row: Measured) => Figures) {
  let none: Nullable<Figures> | undefined
  return (row: Measured): Nullable<Figures> => {
    if (row.cell.rule.published) return figuresOf(row)
    none ??= shownIf(false, figuresOf(row))
    return none
  }
}

/** The table segments. */
export function segmentRows(
  study: Study,
  wave: string,
  rows: readonly Measured[],
  places: (row: Measured) => Places | undefined,
): SegmentRow[] {
  const beside = compared(study, rows)
  const figures = shownOf((row) => {
    const { n, nEffective, companies, df, value, k } = row.cell
    return {
      ...{ n, n_effective: nEffective, companies },
      ...{ ...scoreAs('score', value, df, study.publication.confidence, ''), df },
      ...placeColumns(places(row), k ?? -1),
      ...beside(row),
    }
  })
  return rows.map(
    (row): SegmentRow => ({ ...keysOf(wave, row), index: row.of, ...figures(row), ...row.cell.rule }),
  )
}

/** The table segment_gaps: of the gap, beside it expected and experienced. */
export function segmentGapRows(study: Study, wave: string, rows: readonly Measured[]): SegmentGapRow[] {
  const beside = compared(study, rows)
  const figures = shownOf((row) => {
    const { n, companies, df, value: gap, beside: levels } = row.cell
    const [expected = gap, experienced = gap] = levels
    return {
      ...{ n, companies, expected: pointsOf(expected), experienced: pointsOf(experienced) },
      ...{ ...scoreAs('gap', gap, df, study.publication.confidence, ''), df },
      ...beside(row),
    }
  })
  return rows.map(
    (row): SegmentGapRow => ({ ...keysOf(wave, row), touchpoint: row.of, ...figures(row), ...row.cell.rule }),
  )
}
