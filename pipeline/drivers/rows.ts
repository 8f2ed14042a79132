/** The figures of one driver in one entity, as they stand in a row (METHOD.md §21). */
import { scoreAs, shownIf } from '../explain/figures.ts'
import { interval } from '../stats/interval.ts'
import type { Known } from './evidence.ts'
import type { Importance } from './importances.ts'
import type { Score, ScoredEntity } from './scores.ts'

/** A row while it is made. */
export interface Draft {
  entity: ScoredEntity
  /** number of the entity, and of the driver */
  number: number
  j: number
  driver: string
  score: Score
  importance: Importance | undefined
  known: Known | undefined
  /** of the regressions */
  df: number
}

/** An estimate with its limits. */
function estimateAs<Name extends string>(
  name: Name,
  value: number,
  variance: number,
  df: number,
  confidence: number,
) {
  const se = Math.sqrt(Math.max(0, variance))
  const limits = se > 0 ? interval(value, se, df, confidence) : undefined
  return {
    [name]: value,
    [`${name}_se`]: se,
    [`${name}_low`]: limits?.low ?? null,
    [`${name}_high`]: limits?.high ?? null,
  } as Record<Name | `${Name}_se`, number> & Record<`${Name}_low` | `${Name}_high`, number | null>
}

/** Importance and regressions rest on enough ratings, or are empty. */
export function importanceFigures({ importance, j, entity }: Draft, confidence: number) {
  const of = (kind: 'lmg' | 'johnson', name: 'importance' | 'johnson') =>
    estimateAs(
      name,
      importance?.[kind][j] ?? 0,
      importance?.[`${kind}Variance`][j] ?? 0,
      entity.df,
      confidence,
    )
  const { johnson_se: _, ...johnson } = of('johnson', 'johnson') as ReturnType<typeof estimateAs<'johnson'>>
  const figures = {
    r2: importance?.r2 ?? 0,
    lmg: (importance?.r2 ?? 0) * (importance?.lmg[j] ?? 0),
    ...(of('lmg', 'importance') as ReturnType<typeof estimateAs<'importance'>>),
    ...johnson,
  }
  return shownIf(importance !== undefined, figures)
}

const perTen = 10

/** Whether each of the three groups that penalty and reward compare has `least` ratings. */
export function endsCount({ known, entity }: Draft, least: number): boolean {
  const { low = 0, high = 0 } = known?.ends ?? {}
  return Math.min(low, high, entity.n - low - high) >= least
}

/** Penalty and reward are shown where each group that they compare has `least` ratings. */
export function endFigures(draft: Draft, least: number, confidence: number) {
  const { known, df } = draft
  const { low = 0, high = 0, share = 0 } = known?.ends ?? {}
  const two = known?.ofEnds
  const penalty = { value: two?.first ?? 0, variance: two?.firstVariance ?? 0 }
  const { lost_se: _, ...lost } = estimateAs(
    'lost',
    -share * penalty.value,
    share ** 2 * penalty.variance,
    df,
    confidence,
  )
  const figures = {
    ...{ n_low: low, n_high: high },
    ...estimateAs('penalty', penalty.value, penalty.variance, df, confidence),
    ...estimateAs(
      'reward',
      two?.first === undefined ? 0 : two.second,
      two?.secondVariance ?? 0,
      df,
      confidence,
    ),
    ...lost,
  }
  return shownIf(known !== undefined && endsCount(draft, least), figures)
}

/** How both ends and both lines are called, and the slopes. */
export function formFigures({ known }: Draft) {
  const slopes = known?.slopes
  return {
    asymmetry: known?.contrast.asymmetry ?? null,
    contrast_kind: known?.contrast.kind ?? null,
    contrast_reason: known?.contrast.reason ?? null,
    contrast_kind_other_cuts: known?.otherCuts.kind ?? null,
    asymmetry_other_cuts: known?.otherCuts.asymmetry ?? null,
    ...shownIf(slopes !== undefined && slopes.firstVariance > 0, {
      slope_below: perTen * (slopes?.first ?? 0),
      slope_below_se: perTen * Math.sqrt(slopes?.firstVariance ?? 0),
      slope_above: perTen * (slopes?.second ?? 0),
      slope_above_se: perTen * Math.sqrt(slopes?.secondVariance ?? 0),
    }),
  }
}

/** The score and how it compares with the rest of the industry. `p`: adjusted. */
export function scoreFigures({ entity, score }: Draft, p: number | null, confidence: number) {
  const { rest } = score
  const {
    score_se: se,
    score_low: low,
    score_high: high,
    ...own
  } = scoreAs('score', score, entity.df, confidence)
  return {
    n_effective: entity.nEffective,
    ...{ ...own, se, df: entity.df, low, high },
    score_vs_rest: rest?.difference ?? null,
    score_vs_rest_low: rest?.low ?? null,
    score_vs_rest_high: rest?.high ?? null,
    score_vs_rest_p: rest?.p ?? null,
    score_vs_rest_p_adjusted: p,
  }
}
