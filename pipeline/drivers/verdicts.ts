/** Kinds and advice, and the tests that they rest on, over all shown rows of a wave (METHOD.md §21). */
import { adjustedTests } from '../family.ts'
import { benjaminiHochberg } from '../stats/adjust.ts'
import { interval } from '../stats/interval.ts'
import {
  type Advice,
  adviceOfCompany,
  adviceTogether,
  type Candidate,
  costs,
  type DriverKind,
  pleases,
} from './advice.ts'
import { kindOf } from './evidence.ts'
import type { DriverModels } from './models.ts'
import { type Draft, endsCount } from './rows.ts'

export interface Verdicts {
  kind: DriverKind | null
  advice: Advice | null
  bend_p: number | null
  bend_p_adjusted: number | null
  lost_p_adjusted: number | null
  score_vs_rest_p_adjusted: number | null
}

/** Adjusted p-values of those drafts that have one. */
function adjusted(drafts: readonly Draft[], p: (draft: Draft) => number | undefined): Map<Draft, number> {
  const tested = drafts.flatMap((draft) => {
    const own = p(draft)
    return own === undefined ? [] : [{ draft, p: own }]
  })
  const values = benjaminiHochberg(tested.map((one) => one.p))
  return new Map(tested.map(({ draft }, k) => [draft, values[k] ?? 1]))
}

/** The interval of the importance lies above 0. */
function matters({ importance, entity, j }: Draft, confidence: number): boolean {
  const se = Math.sqrt(importance?.lmgVariance[j] ?? 0)
  const limits = se > 0 ? interval(importance?.lmg[j] ?? 0, se, entity.df, confidence) : undefined
  return (limits?.low ?? 0) > 0
}

const shareLow = (draft: Draft): number => draft.known?.ends.share ?? 0

/** Estimates of this many errors are clear. */
const clear = 2

/** What is said of each draft. `least`: ratings at either end and between. Tests of form and loss are of industries and all. */
export function verdictsOf(
  drafts: readonly Draft[],
  models: ReadonlyMap<number, DriverModels>,
  least: number,
  confidence: number,
): (draft: Draft) => Verdicts {
  const level = 1 - confidence
  const shown = drafts.filter(({ score }) => score.rule.published)
  const together = shown.filter(({ entity }) => entity.level !== 'company')
  const bends = adjusted(together, ({ known }) => known?.bend.p)
  const losses = adjusted(together, (draft) =>
    endsCount(draft, least) && draft.known?.contrast.reason !== 'too_few' ? draft.known?.lostP : undefined,
  )
  const rests = adjustedTests(shown, ({ score }) => score.rest)
  const kinds = new Map(
    together.map((draft) => [
      draft,
      draft.known === undefined ? null : kindOf(draft.known, bends.get(draft) ?? 1, level),
    ]),
  )
  const byEntity = new Map<number, Draft[]>()
  for (const draft of shown) byEntity.set(draft.number, [...(byEntity.get(draft.number) ?? []), draft])
  const inIndustry = ({ entity, j }: Draft) =>
    entity.industry === undefined ? undefined : byEntity.get(entity.industry)?.find((one) => one.j === j)
  const advice = new Map<Draft, Advice>()
  for (const [number, own] of byEntity) {
    const given = own[0]?.entity.level === 'company' ? ofCompany(own) : ofGroup(own, models.get(number))
    for (const [k, draft] of own.entries()) advice.set(draft, given[k] ?? 'none')
  }
  function candidate(draft: Draft): Candidate {
    const two = draft.known?.ofEnds
    return {
      kind: kinds.get(draft) ?? 'none',
      matters: matters(draft, confidence),
      rewards: (two?.second ?? 0) >= clear * Math.sqrt(two?.secondVariance ?? 1),
      loses: (losses.get(draft) ?? 1) < level,
      lost: -shareLow(draft) * (two?.first ?? 0),
    }
  }
  function ofGroup(own: readonly Draft[], model: DriverModels | undefined): Advice[] {
    const v = (a: Draft, b: Draft) => shareLow(a) * shareLow(b) * (model?.ends.v[1 + a.j]?.[1 + b.j] ?? 0)
    const covariance = own.map((a) => own.map((b) => v(a, b)))
    return adviceTogether(own.map(candidate), covariance, own[0]?.df ?? 0, level)
  }
  function ofCompany(own: readonly Draft[]): Advice[] {
    return adviceOfCompany(
      own.map((draft) => {
        const industry = inIndustry(draft)
        const known = industry && candidate(industry)
        return {
          acts: known && (costs(known) ? 'costs' : pleases(known) ? 'pleases' : undefined),
          slope: industry?.known?.slopes.first ?? 0,
          beside: (rests.get(draft)?.bh ?? 1) < level ? (draft.score.rest?.difference ?? 0) : 0,
        }
      }),
    )
  }
  return (draft) => {
    const source = draft.entity.level === 'company' ? inIndustry(draft) : draft
    return {
      kind: (source && kinds.get(source)) ?? null,
      advice: advice.get(draft) ?? null,
      bend_p: bends.has(draft) ? (draft.known?.bend.p ?? null) : null,
      bend_p_adjusted: bends.get(draft) ?? null,
      lost_p_adjusted: losses.get(draft) ?? null,
      score_vs_rest_p_adjusted: rests.get(draft)?.bh ?? null,
    }
  }
}
