/**
 * The published tables: one zod object per table, its columns in order, each with its meaning.
 * Types, files, codebook.csv, datapackage.json and the site all follow from here.
 */
import { z } from 'zod'
import {
  changeVerdicts,
  company,
  count,
  figure,
  high,
  index,
  item,
  low,
  published,
  reason,
  text,
  wave,
  whole,
} from './columns-shared.ts'
import { drivers, makesUp, promiseEffect } from './tables-drivers.ts'
import {
  beliefs,
  beliefsTogether,
  combined,
  experiments,
  gaps,
  industryGaps,
  journey,
  needMet,
  topTen,
} from './tables-explain.ts'
import { segmentGaps, segments, servedWorse } from './tables-segments.ts'

export const pairVerdicts = ['a_higher', 'b_higher', 'no_clear_difference'] as const
export const restVerdicts = ['above', 'below', 'no_clear_difference'] as const
export const reliabilityVerdicts = [
  'one_thing',
  'weak',
  'reversed_item',
  'unrelated_item',
  'too_few_items',
  'no_variation',
] as const
export const weightings = ['none', 'delivered', 'raked', 'trimmed', 'raked_and_trimmed'] as const
export const comparabilityReasons = [
  'items_added',
  'items_dropped',
  'scale_changed',
  'weighting_changed',
  'units_changed',
  'mode_changed',
] as const
/** One row per index × level × entity (METHOD.md §5-9). Scores on 0-100. */
export const scores = z.object({
  wave,
  index,
  level: z.enum(['company', 'industry', 'all']).describe('company, industry or all'),
  entity_id: text('company_id, industry_id or all'),
  name: text('name of the company, of the industry in the first language of the study, or All'),
  industry_id: z
    .string()
    .nullable()
    .describe('industry of the company, or the industry itself; empty for all'),
  n: count('ratings with a valid score, unweighted; of an industry or all: those that the score rests on'),
  n_effective: figure('Kish’s effective base: (sum of weights)² / sum of squared weights'),
  score: figure(
    '0-100. Company: weighted mean of its rating scores. Industry and all: mean of the scores of the shown companies, or of all ratings, as publication.aggregate of the contract says',
  ),
  se: figure('linearised standard error of the score, respondents as clusters within strata'),
  low,
  high,
  df: whole('degrees of freedom of the interval: sampling units with a valid score minus strata they touch'),
  rank: whole('place by score among the ranked companies, 1 = highest'),
  rank_low: whole('best place that the data allow (Holm over all pairs, full covariance)'),
  rank_high: whole('worst place that the data allow'),
  rank_in_industry: whole('place by score among the ranked companies of the industry'),
  rank_in_industry_low: whole('best place within the industry that the data allow'),
  rank_in_industry_high: whole('worst place within the industry that the data allow'),
  change: figure(
    'score minus the score of the wave before, in points; of an industry or all with publication.aggregate: companies, over the companies that both waves show',
  ),
  change_se: figure('standard error of the change'),
  change_df: figure('degrees of freedom of the change (Welch; of a panel, of the people of both waves)'),
  change_low: figure('lower limit of the interval of the change'),
  change_high: figure('upper limit of the interval of the change'),
  change_p: figure('two-sided p-value of the change (Welch)'),
  change_p_adjusted: figure('the same, Holm-adjusted within index, wave and level'),
  change_p_adjusted_bh: figure(
    'the same, Benjamini-Hochberg-adjusted; for researchers, no verdict follows it',
  ),
  change_verdict: z.enum(changeVerdicts).describe(`verdict on the change: ${changeVerdicts.join(', ')}`),
  points_for_change: figure(
    'what it would take: points by which the score of the next wave must differ to be a clear change, with the same base and standard error, if as many changes are tested as there are now ranked companies (industries, or one)',
  ),
  published,
  reason,
})

/** One row per index × pair of ranked companies in one industry (METHOD.md §8). */
export const comparisons = z.object({
  wave,
  index,
  industry_id: text('industry of both companies'),
  company_a: company,
  company_b: company,
  difference: figure('score of company_a minus score of company_b, in points'),
  se: figure('standard error of the difference, with the covariance from shared respondents'),
  df: whole('sampling units that rated either company minus strata they touch minus 1'),
  low,
  high,
  p_value: figure('two-sided p-value of the difference'),
  p_adjusted: figure('the same, Holm-adjusted within index, industry and wave'),
  p_adjusted_bh: figure('the same, Benjamini-Hochberg-adjusted; for researchers, no verdict follows it'),
  verdict: z.enum(pairVerdicts).describe(`verdict by p_adjusted: ${pairVerdicts.join(', ')}`),
  shared_respondents: count('respondents with a valid score for both companies'),
})

/** One row per index × ranked company: beside the rest of its industry (METHOD.md §8). */
export const againstRest = z.object({
  wave,
  index,
  industry_id: text('industry of the company'),
  company_id: company,
  difference: figure(
    'score of the company minus that of the others of its industry, put together as publication.aggregate says, in points',
  ),
  se: figure('standard error of the difference, with the covariance from shared respondents'),
  df: whole('sampling units that rated any company of the industry minus strata they touch minus 1'),
  low,
  high,
  p_value: figure('two-sided p-value of the difference'),
  p_adjusted: figure('the same, Holm-adjusted within index, industry and wave'),
  p_adjusted_bh: figure('the same, Benjamini-Hochberg-adjusted; for researchers, no verdict follows it'),
  verdict: z.enum(restVerdicts).describe(`verdict by p_adjusted: ${restVerdicts.join(', ')}`),
})

/** One row per item × company (METHOD.md §5). `mean` on the scale of the question, `score` on 0-100 with high = good. */
export const items = z.object({
  wave,
  item,
  company_id: company,
  n: count('valid answers, unweighted'),
  mean: figure('weighted mean on the scale of the question'),
  score: figure('the mean on 0-100; turned round for items with reverse: true'),
  se: figure('linearised standard error of the score'),
  low,
  high,
  n_dont_know: whole('answers “don’t know”'),
  n_refused: whole('refused answers'),
  n_not_asked: whole('not asked or left blank'),
  n_not_applicable: whole('answers “not applicable”'),
  published,
  reason,
})

/** One row per company, and one row `all` (METHOD.md §6). Per cent, −100 to 100. */
export const netPromoter = z.object({
  wave,
  company_id: text('company_id of companies.csv, or all'),
  n: count(
    'valid answers to the recommendation question, unweighted; of all: those that the figures rest on',
  ),
  promoters: figure('weighted per cent answering 9 or 10'),
  passives: figure('weighted per cent answering 7 or 8'),
  detractors: figure('weighted per cent answering 0 to 6'),
  nps: figure('promoters minus detractors'),
  se: figure('linearised standard error of nps'),
  low,
  high,
  published,
  reason,
})

/** One row per item × company × answer on the scale (METHOD.md §5). */
export const distributions = z.object({
  wave,
  item,
  company_id: company,
  answer: z.int().describe('the answer, on the scale of the question'),
  n: whole('ratings with this answer, unweighted'),
  share: figure('weighted per cent of the valid answers'),
  low,
  high,
  published,
  reason,
})

/** One row per wave × item: how the question was answered, the companies together (METHOD.md §22 says which count). */
export const quality = z.object({
  wave,
  item,
  companies: count(
    'companies that count: all public ones with a rating, or without withheld ones of which the counts would follow',
  ),
  n_valid: count('valid answers'),
  n_dont_know: count('answers “don’t know”'),
  n_refused: count('refused answers'),
  n_not_asked: count('not asked or left blank'),
  n_not_applicable: count('answers “not applicable”'),
})

/** One row per wave: what the wave consists of. Weights are in multiples of their mean over respondents. */
export const waves = z.object({
  wave,
  respondents: count('respondents of the wave'),
  ratings: count('ratings of public companies'),
  straight_liners: count(
    'ratings of public companies with the same answer to every item of the commonest scale (at least five answered)',
  ),
  duplicates: count(
    'respondents who repeat another respondent in every public company and every answer (at least ten answers)',
  ),
  excluded: count(
    'ratings of public companies left out because they repeat one answer or another respondent (exclude of the contract); the other counts are without them',
  ),
  unmatched: count('ratings dropped because their company matches nobody (unmatched: drop)'),
  largest_weight: z.number().describe('largest weight, in multiples of the mean'),
  smallest_weight: z.number().describe('smallest weight, in multiples of the mean'),
  design_effect: z
    .number()
    .describe('Kish’s design effect of weighting: respondents × sum of squared weights / (sum of weights)²'),
  n_effective: z.number().describe('Kish’s effective number of respondents: respondents / design_effect'),
  weighting: z
    .enum(weightings)
    .describe(
      'how respondents are weighted: not at all, by weights as delivered, raked to targets.csv, trimmed',
    ),
  trim_rounds: count('times that weights were clipped and raked again until margins and bounds held'),
  largest_before_trim: figure('largest weight before any was clipped, in multiples of the mean'),
  smallest_before_trim: figure('smallest weight before any was clipped, in multiples of the mean'),
  raking_sweeps: count('sweeps over all margins in the last raking'),
  largest_margin_error: figure('largest difference that the last raking left between a share and its target'),
  sampling_units: count(
    'sampling units: respondents, or clusters of them where design.cluster names a column',
  ),
  strata: count('strata of the wave'),
})

/** One row per wave × raked variable × category: the shares of respondents before and after weighting (METHOD.md §3). */
export const margins = z.object({
  wave,
  variable: text('role that weights are raked by'),
  category: text('category of the variable'),
  target: z.number().describe('share of the population, from targets.csv, summing to 1'),
  n: whole('respondents in the category, unweighted'),
  delivered: figure('share of respondents by the weights as delivered'),
  weighted: z.number().describe('share of respondents by the final weights'),
  published: z
    .boolean()
    .describe(
      'false where n and delivered are withheld: a category of the variable has fewer respondents than publication.minimum_segment_n',
    ),
  reason,
})

/** One row per wave × index: whether its questions measure one thing, all ratings of public companies together (METHOD.md §13). */
export const reliability = z.object({
  wave,
  index,
  items: count('items of the index that the wave asks'),
  n: count('ratings of public companies that answered all of them'),
  alpha: figure('Cronbach’s alpha from weighted covariances; of two items the Spearman-Brown coefficient'),
  alpha_standardised: figure('alpha from weighted correlations'),
  omega: figure(
    'McDonald’s omega from a one-factor model; empty below three items and where the model does not fit',
  ),
  average_variance: figure('share of the items’ variance that the factor explains'),
  weakest_item: z.string().nullable().describe('item with the lowest correlation with the sum of the others'),
  weakest_correlation: figure('that correlation, −1 to 1'),
  verdict: z
    .enum(reliabilityVerdicts)
    .nullable()
    .describe(
      'one_thing; weak: standardised alpha below 0.70; reversed_item: an item runs against the others; unrelated_item: one has next to nothing in common with them; too_few_items: one item; no_variation: all answers to an item are equal',
    ),
  flags: text(
    'what else was noticed, separated by |: reversed_item, unrelated_item, alpha_low, variance_extracted_low, several_dimensions, two_items, heywood, no_factor_model',
  ),
  published,
  reason,
})

/** One row per wave × index × reason why it is not comparable with the wave before, or only with caution (METHOD.md §7). */
export const comparability = z.object({
  wave,
  index,
  wave_before: text('the wave before'),
  reason: z
    .enum(comparabilityReasons)
    .describe(
      'items_added, items_dropped, scale_changed (dropped items replaced by ones on another scale), weighting_changed (one of the waves, named, has no weights as delivered), units_changed (of a panel: one of the waves, named, has no column for the sampling unit), mode_changed',
    ),
  effect: z
    .enum(['not_comparable', 'caution'])
    .describe('not_comparable: no change is computed; caution: it is computed, and the site says so'),
  detail: text('which items, or what else, in short'),
})

/** One row per kind of correction in a wave: what corrections.csv changes in the answers as delivered, and why (METHOD.md §1). */
export const corrections = z.object({
  wave,
  company_id: z
    .string()
    .nullable()
    .describe('company_id of companies.csv; empty where all are meant, or a value that names none'),
  column: z.string().nullable().describe('role or item corrected; empty where whole ratings are'),
  action: z
    .enum(['set', 'drop', 'keep_first', 'keep_last'])
    .describe(
      'set: the cell gets another value; drop: the rating is left out; keep_first, keep_last: of two ratings of a company by one respondent one is kept',
    ),
  reason: text('why, in the words of the study'),
  status: z.enum(['active', 'proposed', 'withdrawn']).describe('active: carried out'),
  corrections: count('rows of corrections.csv'),
})

/** One row per wave × index × entity that others have published a score of, up to the wave of the edition (METHOD.md §10). */
export const history = z.object({
  wave: text('wave that the score is of, as named in history.csv'),
  index,
  level: z.enum(['company', 'all']).describe('company or all'),
  entity_id: text('company_id, or all'),
  name: text('name of the company in companies.csv, or All'),
  score: figure(
    '0-100, as published by the source; not computed here, not ranked, not compared with any other',
  ),
  n: whole('ratings behind the score, as published; empty where the source does not say'),
  se: figure('standard error of the score, as published; empty where the source does not say'),
  low: figure(
    'lower limit of the normal interval score ± z · se at the study’s confidence, not clipped; empty without se',
  ),
  high: figure(
    'upper limit of the normal interval score ± z · se at the study’s confidence, not clipped; empty without se',
  ),
  source: text('where the score was published'),
  published,
  reason,
})

export type Score = z.infer<typeof scores>
export type Comparison = z.infer<typeof comparisons>
export type AgainstRest = z.infer<typeof againstRest>
export type ItemRow = z.infer<typeof items>
export type NetPromoter = z.infer<typeof netPromoter>
export type Distribution = z.infer<typeof distributions>
export type Quality = z.infer<typeof quality>
export type CorrectionRow = z.infer<typeof corrections>
export type WaveRow = z.infer<typeof waves>
export type MarginRow = z.infer<typeof margins>
export type ReliabilityRow = z.infer<typeof reliability>
export type ComparabilityRow = z.infer<typeof comparability>
export type PastRow = z.infer<typeof history>
export type CombinedRow = z.infer<typeof combined>
export type TopTenRow = z.infer<typeof topTen>
export type ExperimentRow = z.infer<typeof experiments>
export type GapRow = z.infer<typeof gaps>
export type IndustryGapRow = z.infer<typeof industryGaps>
export type JourneyRow = z.infer<typeof journey>
export type NeedMetRow = z.infer<typeof needMet>
export type BeliefRow = z.infer<typeof beliefs>
export type BeliefTogetherRow = z.infer<typeof beliefsTogether>
export type SegmentRow = z.infer<typeof segments>
export type SegmentGapRow = z.infer<typeof segmentGaps>
export type ServedWorseRow = z.infer<typeof servedWorse>
export type DriverRow = z.infer<typeof drivers>
export type MakesUpRow = z.infer<typeof makesUp>
export type PromiseEffectRow = z.infer<typeof promiseEffect>

/** Every table by the name of its file. */
export const tables = {
  scores,
  comparisons,
  against_rest: againstRest,
  items,
  net_promoter: netPromoter,
  distributions,
  quality,
  waves,
  margins,
  reliability,
  comparability,
  corrections,
  history,
  combined,
  top_ten: topTen,
  experiments,
  gaps,
  industry_gaps: industryGaps,
  journey,
  need_met: needMet,
  beliefs,
  beliefs_together: beliefsTogether,
  segments,
  segment_gaps: segmentGaps,
  served_worse: servedWorse,
  drivers,
  makes_up: makesUp,
  promise_effect: promiseEffect,
}
export type TableName = keyof typeof tables
export type Tables = { [K in TableName]: z.infer<(typeof tables)[K]>[] }

export const emptyTables = (): Tables => ({
  scores: [],
  comparisons: [],
  against_rest: [],
  items: [],
  net_promoter: [],
  distributions: [],
  quality: [],
  waves: [],
  margins: [],
  reliability: [],
  comparability: [],
  corrections: [],
  history: [],
  combined: [],
  top_ten: [],
  experiments: [],
  gaps: [],
  industry_gaps: [],
  journey: [],
  need_met: [],
  beliefs: [],
  beliefs_together: [],
  segments: [],
  segment_gaps: [],
  served_worse: [],
  drivers: [],
  makes_up: [],
  promise_effect: [],
})
