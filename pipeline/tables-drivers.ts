/** The published tables of what drives an index (METHOD.md §21). */
import { z } from 'zod'
import {
  bh,
  count,
  figure,
  high,
  low,
  lower,
  published,
  reason,
  standardError,
  text,
  upper,
  wave,
  whole,
} from './columns-shared.ts'
import { segmentLevels } from './tables-segments.ts'

export const driverKinds = ['basic', 'performance', 'excitement', 'none', 'not_interpretable'] as const
export const contrastReasons = ['too_few', 'wrong_sign', 'no_effect'] as const
export const adviceGiven = ['fix_first', 'fix_next', 'keep', 'then_please', 'none'] as const
export const makeUpVerdicts = ['makes_up', 'does_not_make_up', 'no_clear_difference'] as const
export const promiseVerdicts = ['hurts', 'not_interpretable', 'no_clear_effect'] as const

const level = z.enum(segmentLevels).describe(`what the row is about: ${segmentLevels.join(', ')}`)
const entity = text('company_id or industry_id; all for everybody')
const driver = text('the driver: an index, as named in study.yaml')
const hc3 = (what: string) =>
  figure(`standard error of ${what}: HC3, summed to the sampling unit before it is squared`)

/** One row per level × entity × driver: how much it matters, in which way, and what to do about it (METHOD.md §21). */
export const drivers = z.object({
  wave,
  level,
  entity_id: entity,
  driver,
  n: count('ratings with the outcome and every driver, unweighted'),
  n_effective: figure('Kish’s effective base of these ratings'),
  score: figure('score of the driver on these ratings, 0-100'),
  se: standardError('the score'),
  df: whole('sampling units of these ratings minus strata they touch'),
  low,
  high,
  score_vs_rest: figure('the score minus that of the rest of the industry, in points; companies only'),
  score_vs_rest_low: lower,
  score_vs_rest_high: upper,
  score_vs_rest_p: figure('its two-sided p-value'),
  score_vs_rest_p_adjusted: figure(bh),
  r2: figure('share of the variance of the outcome that all drivers explain together, 0-1'),
  lmg: figure('the driver’s part of r2 (LMG: Shapley value of r2)'),
  importance: figure('the same as a share of r2, 0-1; the importances of an entity sum to 1'),
  importance_se: standardError('the importance'),
  importance_low: lower,
  importance_high: upper,
  johnson: figure('Johnson’s relative weight as a share of r2, 0-1'),
  johnson_low: lower,
  johnson_high: upper,
  n_low: whole('ratings at or below the lower cut'),
  n_high: whole('ratings at or above the upper cut'),
  penalty: figure(
    'outcome of those at or below the lower cut minus that of those between, other drivers equal, in points',
  ),
  penalty_se: hc3('penalty'),
  penalty_low: lower,
  penalty_high: upper,
  reward: figure(
    'outcome of those at or above the upper cut minus that of those between, other drivers equal, in points',
  ),
  reward_se: hc3('reward'),
  reward_low: lower,
  reward_high: upper,
  asymmetry: figure(
    '(reward − |penalty|) / (reward + |penalty|), −1 to 1; empty where neither is clear or a sign is wrong',
  ),
  contrast_kind: z.enum(driverKinds).nullable().describe('kind by penalty and reward alone'),
  contrast_reason: z
    .enum(contrastReasons)
    .nullable()
    .describe(`why contrast_kind is none: ${contrastReasons.join(', ')}`),
  contrast_kind_other_cuts: z
    .enum(driverKinds)
    .nullable()
    .describe('kind by penalty and reward where both cuts lie one step lower'),
  asymmetry_other_cuts: figure('asymmetry by these'),
  slope_below: figure('points of the outcome per 10 points of the driver, below the knot'),
  slope_below_se: hc3('slope_below'),
  slope_above: figure('points of the outcome per 10 points of the driver, above the knot'),
  slope_above_se: hc3('slope_above'),
  bend_p: figure('p-value: one slope is less than half of the other; industries and all only'),
  bend_p_adjusted: figure(bh),
  kind: z
    .enum(driverKinds)
    .nullable()
    .describe(
      `how the driver acts: ${driverKinds.join(', ')}; of companies that of their industry; empty where withheld`,
    ),
  lost: figure('weighted share at or below the lower cut × −penalty: points of the outcome lost there'),
  lost_low: lower,
  lost_high: upper,
  lost_p_adjusted: figure(
    'p-value of a penalty below 0 and a slope_below above 0, the larger of both, Benjamini-Hochberg-adjusted over the shown rows of the wave; industries and all only',
  ),
  advice: z
    .enum(adviceGiven)
    .nullable()
    .describe(`what to do about it: ${adviceGiven.join(', ')}; empty where withheld`),
  published,
  reason,
})

/** One row per industry, and all, × driver that fails × other driver: does much of the one make up for too little of the other (METHOD.md §21). */
export const makesUp = z.object({
  wave,
  level,
  entity_id: entity,
  failing: text('the driver that is at or below its lower cut'),
  with: text('the other driver, at or above its upper cut'),
  n_failed: whole('ratings where the first fails and there is much of the other'),
  score_failed: figure('outcome of these, 0-100'),
  score_failed_low: lower,
  score_failed_high: upper,
  n_works: whole('ratings where the first does not fail and there is not much of the other'),
  score_works: figure('outcome of these, 0-100'),
  score_works_low: lower,
  score_works_high: upper,
  difference: figure('score_failed minus score_works, in points'),
  se: standardError('the difference'),
  df: whole('sampling units of both minus strata they touch minus 1'),
  low,
  high,
  p_value: figure('two-sided p-value of the difference'),
  p_adjusted: figure(bh),
  verdict: z
    .enum(makeUpVerdicts)
    .nullable()
    .describe(`verdict by p_adjusted: ${makeUpVerdicts.join(', ')}; empty where withheld`),
  published,
  reason,
})

/** One row per industry, and all, × touchpoint: what expectations do to the outcome where delivery is equal (METHOD.md §21). */
export const promiseEffect = z.object({
  wave,
  level,
  entity_id: entity,
  touchpoint: text('touchpoint, as named in study.yaml'),
  n: count('ratings with the outcome and both answers, unweighted'),
  delivery: figure('points of the outcome per 10 points of what was experienced, expectation equal'),
  delivery_se: hc3('delivery'),
  delivery_low: lower,
  delivery_high: upper,
  expectation: figure('points of the outcome per 10 points of what was expected, experience equal'),
  se: hc3('expectation'),
  df: whole('sampling units minus strata they touch minus 3'),
  low,
  high,
  p_value: figure('two-sided p-value of expectation'),
  p_adjusted: figure(bh),
  verdict: z
    .enum(promiseVerdicts)
    .nullable()
    .describe(
      `verdict by p_adjusted: ${promiseVerdicts.join(', ')}; not_interpretable: clearly above 0, which errors in what was experienced bring about too; empty where withheld`,
    ),
  published,
  reason,
})
