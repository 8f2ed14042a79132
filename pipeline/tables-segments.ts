/** The published tables of groups of customers (METHOD.md §20). */
import { z } from 'zod'
import {
  bh,
  company,
  count,
  figure,
  high,
  index,
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

export const segmentLevels = ['company', 'industry', 'all'] as const
export const restVerdicts = ['higher', 'lower', 'no_clear_difference'] as const
export const servedVerdicts = ['better', 'worse', 'no_clear_difference'] as const

const level = z.enum(segmentLevels).describe('company, industry or all')
const entity = text('company_id or industry_id; all for everybody')
const segment = text('segment, as named in study.yaml')
const category = text('value of the segment’s column; its names are in study.yaml')
const base = whole('ratings of these customers with a valid score, unweighted; empty where withheld')
const counted = whole('companies with ratings in the category; empty for companies and where withheld')
const verdict = <const Of extends readonly string[]>(what: string, of: Of) =>
  z
    .enum(of)
    .nullable()
    .describe(`verdict on ${what} by its adjusted p: ${of.join(', ')}`)

/** What the customers of a category are beside all others of the same entity. */
const besideRest = {
  n_rest: whole('ratings of all other customers of the entity'),
  difference_from_rest: figure(
    'minus the same of all other customers of the same entity, those of unknown category too, in points',
  ),
  difference_se: standardError('difference_from_rest'),
  difference_df: whole(
    'its degrees of freedom: those of the category, or of the others where these are fewer',
  ),
  difference_low: lower,
  difference_high: upper,
  p_value: figure('two-sided p-value of difference_from_rest'),
  p_adjusted: figure(bh),
}

/** What a company is to customers of a category beside what the rest of its industry is to them. */
const besideIndustry = {
  industry_n: whole('ratings of the rest of the industry in the same category; empty for industries and all'),
  difference_from_industry: figure(
    'minus the same of the rest of the industry in the same category, in points',
  ),
  industry_se: standardError('difference_from_industry'),
  industry_df: whole(
    'its degrees of freedom: those of the company’s category, or of the rest’s where these are fewer',
  ),
  industry_low: lower,
  industry_high: upper,
  industry_p: figure('two-sided p-value of difference_from_industry'),
  industry_p_adjusted: figure(bh),
  served: verdict('difference_from_industry', servedVerdicts),
}

/** One row per level × entity × segment × category × index: how groups of customers are served (METHOD.md §20). */
export const segments = z.object({
  wave,
  level,
  entity_id: entity,
  segment,
  category,
  index,
  n: base,
  n_effective: figure('Kish’s effective base of these ratings'),
  companies: counted,
  score: figure('score of these customers, 0-100; of industries and all: all ratings pooled'),
  se: standardError('the score'),
  df: whole('sampling units with a valid score minus strata they touch'),
  low,
  high,
  rank: whole('place among the companies with minimum_n ratings in the category, 1 = highest'),
  rank_low: whole('best place that the data leave possible'),
  rank_high: whole('worst place that the data leave possible'),
  rank_in_industry: whole('the same within the industry'),
  rank_in_industry_low: whole('best place within the industry that the data leave possible'),
  rank_in_industry_high: whole('worst place within the industry that the data leave possible'),
  ...besideRest,
  verdict: verdict('difference_from_rest', restVerdicts),
  ...besideIndustry,
  published,
  reason,
})

/** One row per level × entity × segment × category × touchpoint; of companies only what is shown (METHOD.md §20). */
export const segmentGaps = z.object({
  wave,
  level,
  entity_id: entity,
  segment,
  category,
  touchpoint: text('touchpoint, as named in study.yaml'),
  n: base,
  companies: counted,
  expected: figure('mean of what these customers expected, 0-100'),
  experienced: figure('mean of what they experienced, 0-100'),
  gap: figure('experienced minus expected, in points, paired within ratings'),
  se: standardError('the gap'),
  df: whole('sampling units with both answers minus strata they touch'),
  low,
  high,
  ...besideRest,
  verdict: verdict('difference_from_rest', restVerdicts),
  ...besideIndustry,
  published,
  reason,
})

/** One row per company × segment × index: the share of its customers in groups that it serves worse than its industry does (METHOD.md §20). */
export const servedWorse = z.object({
  wave,
  company_id: company,
  segment,
  index,
  n: whole('ratings of customers whose category is known, unweighted; empty where withheld'),
  compared: count('categories that could be held against the rest of the industry'),
  worse: text('those that the company serves clearly worse, separated by |'),
  better: text('those that it serves clearly better, separated by |'),
  share_compared: figure('weighted per cent of the company’s customers in a category that was compared'),
  share_worse: figure('weighted per cent of its customers in a category that it serves clearly worse'),
  share_better: figure('weighted per cent of its customers in a category that it serves clearly better'),
  published,
  reason,
})
