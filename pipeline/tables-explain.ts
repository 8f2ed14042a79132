/** The published tables that explain scores: digital relevance, gaps at touchpoints, needs and beliefs. */
import { z } from 'zod'
import {
  bh,
  changeVerdicts,
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

export const shiftVerdicts = ['gains', 'loses', 'no_clear_shift'] as const
export const halfVerdicts = ['a_higher', 'b_higher', 'no_clear_difference'] as const
export const gapDiagnoses = [
  'promise_too_high',
  'delivery_too_low',
  'both_or_unclear',
  'none',
  'too_few_answers',
] as const
export const partKinds = ['touchpoint', 'owner', 'step', 'channel'] as const
export const journeyVerdicts = ['weaker', 'stronger', 'no_clear_difference'] as const
export const journeyChanges = [
  'up',
  'down',
  'no_clear_change',
  'not_comparable',
  'new',
  'first_wave',
] as const
export const beliefDiagnoses = [
  'does_not_know',
  'does_not_want',
  'does_not_act',
  'in_touch',
  'unclear',
  'not_enough_waves',
  'too_few_answers',
] as const

/**
 * One row per company: the ranking of an index beside the one that mixes another in (METHOD.md §16). Both from the same ratings,
 * those with both indices.
 */
export const combined = z.object({
  wave,
  company_id: company,
  n: count('ratings with both indices, unweighted'),
  n_effective: figure('Kish’s effective base of these ratings'),
  score: figure('score of the index on these ratings, 0-100'),
  se: standardError('the score'),
  low,
  high,
  rank: whole('place by score among the companies ranked here, 1 = highest'),
  score_with: figure('score of the index that is mixed in, on these ratings, 0-100'),
  with_se: standardError('score_with'),
  with_low: lower,
  with_high: upper,
  score_combined: figure('(1 − share) × score + share × score_with'),
  combined_se: standardError('score_combined'),
  combined_low: lower,
  combined_high: upper,
  rank_combined: whole('place by score_combined among the companies ranked here'),
  df: whole('degrees of freedom of the intervals: sampling units with both indices minus strata they touch'),
  shift: figure('score_combined minus score, in points, paired within respondents'),
  shift_se: standardError('the shift'),
  shift_low: lower,
  shift_high: upper,
  shift_vs_mean: figure(
    'shift minus the mean shift of the companies ranked here: what moves the company past others, in points',
  ),
  shift_vs_mean_se: figure('its standard error, by the full covariance of the companies'),
  shift_vs_mean_low: lower,
  shift_vs_mean_high: upper,
  p_value: figure('two-sided p-value of shift_vs_mean'),
  p_adjusted: figure('the same, Holm-adjusted over the companies ranked in the wave'),
  verdict: z
    .enum(shiftVerdicts)
    .nullable()
    .describe(`verdict on shift_vs_mean by p_adjusted: ${shiftVerdicts.join(', ')}; empty where not ranked`),
  shift_places: whole('places gained: rank minus rank_combined'),
  enters_top10: z
    .boolean()
    .nullable()
    .describe('among the first ten by score_combined and not by score; empty where not ranked'),
  leaves_top10: z
    .boolean()
    .nullable()
    .describe('among the first ten by score and not by score_combined; empty where not ranked'),
  published,
  reason,
})

/** One row per wave × share of the index that is mixed in: how the ranking depends on it (METHOD.md §16). */
export const topTen = z.object({
  wave,
  index,
  with: text('index that is mixed in'),
  share: z.number().describe('its share in the combined score, 0-1'),
  stated: z.boolean().describe('true: the share that the contract states, which the table combined has'),
  companies: count('companies ranked by both'),
  turnover: whole('companies that leave the first ten; empty with ten companies or fewer'),
  entering: text('company_ids that enter the first ten, separated by |'),
  leaving: text('company_ids that leave the first ten, separated by |'),
  turnover_expected: figure(
    'mean turnover of simulated surveys in which the second index is only what the first predicts',
  ),
  turnover_low: figure('lower limit of what such surveys show, at the study’s confidence'),
  turnover_high: figure('upper limit of what such surveys show'),
  turnover_p: figure('share of such surveys with at least the turnover observed'),
  kendall_tau: figure('Kendall’s tau-b of the two rankings: 1 where they agree in full, 0 without agreement'),
  tau_low: figure('lower limit of the agreement that the true scores may have; empty below five companies'),
  tau_high: figure('upper limit; the tau of the estimates may lie outside'),
})

/** One row per split ballot × index: what the order of questions does to the answers (METHOD.md §16). */
export const experiments = z.object({
  wave,
  experiment: text('experiment, as named in study.yaml'),
  index,
  half_a: text('value of the column that tells the halves apart, the first in natural order'),
  half_b: text('the other value'),
  n_a: count('ratings with a valid score in half a'),
  n_b: count('ratings with a valid score in half b'),
  score_a: figure('score of half a, the ratings of all companies that count pooled, 0-100'),
  score_a_se: standardError('score_a'),
  score_a_low: lower,
  score_a_high: upper,
  score_b: figure('score of half b'),
  score_b_se: standardError('score_b'),
  score_b_low: lower,
  score_b_high: upper,
  difference: figure('score_b minus score_a, in points'),
  se: standardError('the difference'),
  df: whole('sampling units of both halves with a valid score minus strata they touch minus 1'),
  low,
  high,
  p_value: figure('two-sided p-value of the difference'),
  p_adjusted: figure('the same, Holm-adjusted over the indices of the experiment and wave'),
  verdict: z
    .enum(halfVerdicts)
    .nullable()
    .describe(`verdict by p_adjusted: ${halfVerdicts.join(', ')}; empty where withheld`),
  published,
  reason,
})

const touchpoint = text('touchpoint, as named in study.yaml')
const channel = z.string().nullable().describe('its channel, as named in study.yaml')
const owner = z.string().nullable().describe('the department that owns it')
const step = z.string().nullable().describe('the step of the customer’s journey')
/** Expected, experienced and the paired gap, with what goes with them. */
const gapFigures = {
  n: count('ratings that answered both questions, unweighted: customers who met the touchpoint'),
  n_effective: figure('Kish’s effective base of these ratings'),
  expected: figure('mean of what was expected, 0-100'),
  expected_se: standardError('expected'),
  expected_low: lower,
  expected_high: upper,
  experienced: figure('mean of what was experienced, 0-100'),
  experienced_se: standardError('experienced'),
  experienced_low: lower,
  experienced_high: upper,
  gap: figure('experienced minus expected, in points, paired within ratings; negative: below expectation'),
  se: standardError('the gap'),
  df: whole('sampling units with both answers minus strata they touch'),
  low,
  high,
  p_value: figure('two-sided p-value of the gap'),
  p_adjusted: figure(bh),
  expected_top: figure(
    'weighted per cent whose expectation is the top answer: the gap cannot be positive there',
  ),
  below: figure('weighted per cent who experienced less than they expected'),
  met: figure('weighted per cent who experienced what they expected'),
  above: figure('weighted per cent who experienced more'),
}
const beside = (what: string) => figure(`${what} minus that of the rest of the industry, in points`)

/** One row per company × touchpoint: expected, experienced and the gap, and what it comes from (METHOD.md §17). */
export const gaps = z.object({
  wave,
  company_id: company,
  touchpoint,
  channel,
  owner,
  step,
  ...gapFigures,
  expected_vs_rest: beside('expected'),
  expected_vs_rest_low: lower,
  expected_vs_rest_high: upper,
  experienced_vs_rest: beside('experienced'),
  experienced_vs_rest_low: lower,
  experienced_vs_rest_high: upper,
  gap_vs_rest: beside('the gap'),
  gap_vs_rest_se: standardError('gap_vs_rest'),
  gap_vs_rest_df: whole(
    'degrees of freedom of all four differences: those of the company itself (df), or of the largest of the others where these are fewer',
  ),
  gap_vs_rest_low: lower,
  gap_vs_rest_high: upper,
  gap_vs_rest_p: figure('two-sided p-value of gap_vs_rest'),
  gap_vs_rest_p_adjusted: figure(bh),
  level_vs_rest: beside('expected plus experienced'),
  level_vs_rest_low: lower,
  level_vs_rest_high: upper,
  level_vs_rest_p: figure('two-sided p-value of level_vs_rest'),
  level_vs_rest_p_adjusted: figure(
    'the same, Benjamini-Hochberg-adjusted over the rows of the wave whose gap is clearly worse than that of the rest; empty elsewhere',
  ),
  intended: figure(
    'level that the company’s own people intend at the touchpoint, 0-100, from the beliefs file',
  ),
  n_intended: whole('how many of them answered'),
  diagnosis: z
    .enum(gapDiagnoses)
    .describe(
      'promise_too_high, delivery_too_low or both_or_unclear where the gap is clearly worse than that of the rest of the industry; none elsewhere; too_few_answers where withheld',
    ),
  published,
  reason,
})

/** One row per industry, and all, × touchpoint: expected, experienced and the gap (METHOD.md §17). All ratings pooled. */
export const industryGaps = z.object({
  wave,
  level: z.enum(['industry', 'all']).describe('industry or all'),
  entity_id: text('industry_id, or all'),
  touchpoint,
  channel,
  owner,
  step,
  ...gapFigures,
  published,
  reason,
})

/**
 * One row per company × part of its customers’ journey: how it serves there, and whether that is in line with the rest of what
 * it does (METHOD.md §17).
 */
export const journey = z.object({
  wave,
  company_id: company,
  part: z.enum(partKinds).describe('touchpoint, owner (department), step or channel'),
  value: text('which touchpoint, department, step or channel'),
  touchpoints: text('the touchpoints of the part that the wave asks, separated by |'),
  n: count('ratings that answered both questions on at least one of them, unweighted'),
  n_effective: figure('Kish’s effective base of these ratings'),
  experienced: figure('mean of what was experienced there, each rating counting once, 0-100'),
  se: standardError('experienced'),
  df: whole('sampling units of these ratings minus strata they touch'),
  low,
  high,
  gap: figure('experienced minus expected there, each rating counting once, in points'),
  gap_se: standardError('the gap'),
  gap_low: lower,
  gap_high: upper,
  change: figure('experienced minus that of the wave before, in points; the same touchpoints in both'),
  change_se: standardError('the change'),
  change_low: lower,
  change_high: upper,
  change_p: figure('two-sided p-value of the change'),
  change_p_adjusted: figure('the same, Holm-adjusted over the companies of one part in the wave'),
  change_verdict: z
    .enum(changeVerdicts)
    .nullable()
    .describe(`verdict on the change: ${changeVerdicts.join(', ')}; empty where the row is withheld`),
  n_others: count('ratings that answered both questions there and at another touchpoint'),
  beside_others: figure(
    'experienced there minus experienced at the same customers’ other touchpoints, and that minus the same of the rest of the industry, in points',
  ),
  beside_others_se: standardError('beside_others'),
  beside_others_df: whole(
    'degrees of freedom: sampling units of the company with such ratings minus strata they touch, or those of the largest of the others where these are fewer',
  ),
  beside_others_low: lower,
  beside_others_high: upper,
  p_value: figure('two-sided p-value of beside_others'),
  p_adjusted: figure(
    'the same, Benjamini-Hochberg-adjusted over the shown rows of one kind of part in the wave',
  ),
  verdict: z
    .enum(journeyVerdicts)
    .nullable()
    .describe('weaker or stronger than the company is elsewhere, by p_adjusted; empty where withheld'),
  published,
  reason,
})

/**
 * One row per entity × basis × way of being served: loyalty of customers whose need or expectation was met, and of those for
 * whom it was not (METHOD.md §18). All ratings pooled.
 */
export const needMet = z.object({
  wave,
  level: z.enum(['company', 'industry', 'all']).describe('company, industry or all'),
  entity_id: text('company_id, industry_id or all'),
  basis: text(
    'need: the answer to the item need_met lies above the middle of its scale; or the touchpoint whose expectation was met: experienced at least expected',
  ),
  served: text('all, or the category of the segment channel: by whom the customer was served'),
  companies: whole('companies whose ratings count; empty for companies and where withheld'),
  n_met: whole(
    'ratings with a loyalty score whose need or expectation was met, unweighted; empty where withheld',
  ),
  n_unmet: whole('the same, not met'),
  met: figure('weighted per cent of these ratings whose need or expectation was met'),
  loyalty_met: figure('loyalty where it was met, 0-100'),
  loyalty_met_se: standardError('loyalty_met'),
  loyalty_met_low: lower,
  loyalty_met_high: upper,
  loyalty_unmet: figure('loyalty where it was not met'),
  loyalty_unmet_se: standardError('loyalty_unmet'),
  loyalty_unmet_low: lower,
  loyalty_unmet_high: upper,
  difference: figure('loyalty_met minus loyalty_unmet, in points'),
  se: standardError('the difference'),
  df: whole('sampling units of these ratings minus strata they touch minus 1'),
  low,
  high,
  p_value: figure('two-sided p-value of the difference'),
  p_adjusted: figure(bh),
  published,
  reason,
})

const role = text('role of those asked, as in the beliefs file, or all')

/** One row per company × index × role, and role all: what the company believes beside what its customers answer (METHOD.md §19). */
export const beliefs = z.object({
  wave,
  company_id: company,
  index,
  role,
  n_believers: count('people of the company with a valid belief'),
  believed: figure('mean of what they think that customers answer, 0-100'),
  believed_se: figure('its standard error, by the spread within companies and roles of the wave'),
  believed_low: lower,
  believed_high: upper,
  believed_superior: figure('per cent of them whose belief reaches beliefs.superior'),
  customers_superior: figure('weighted per cent of customers whose score reaches the same level'),
  customers_superior_low: lower,
  customers_superior_high: upper,
  n_customers: count('ratings with a valid score, unweighted'),
  actual: figure('score of the company, as in the table scores'),
  actual_se: standardError('actual'),
  gap: figure(
    'believed minus actual, in points; positive: customers are less pleased than the company believes',
  ),
  se: figure('standard error of the gap, of both surveys'),
  df: figure('its degrees of freedom (Welch)'),
  low,
  high,
  p_value: figure('two-sided p-value of the gap'),
  p_adjusted: figure('the same, Benjamini-Hochberg-adjusted over the shown rows of role all in the wave'),
  n_priority: count('people who said how important it is'),
  priority: figure('mean of how important they call it, 0-100; empty where too few said so, or all the same'),
  priority_low: lower,
  priority_high: upper,
  actual_vs_rest: figure('actual minus that of the rest of the industry, in points; of role all only'),
  actual_vs_rest_low: lower,
  actual_vs_rest_high: upper,
  actual_vs_rest_p: figure('two-sided p-value of actual_vs_rest'),
  actual_vs_rest_p_adjusted: figure(
    'the same, Benjamini-Hochberg-adjusted over the shown rows of role all in the wave',
  ),
  believed_vs_rest: figure(
    'believed minus the score of the rest of the industry, in points; clearly negative: its people know that customers are less pleased than those of others; of role all only',
  ),
  believed_vs_rest_low: lower,
  believed_vs_rest_high: upper,
  improvement: figure('actual minus the score of since_wave, in points; of role all only'),
  improvement_low: lower,
  improvement_high: upper,
  missing: figure(
    'distance to the rest of the industry, mean over the waves since since_wave, in points; positive: behind',
  ),
  improvement_beyond_missing: figure(
    'improvement minus missing, in points; clearly negative: it has moved by less than it lacked',
  ),
  improvement_beyond_missing_low: lower,
  improvement_beyond_missing_high: upper,
  since_wave: z
    .string()
    .nullable()
    .describe(
      'the earliest of the last five waves that the score can be compared with; empty below three such waves',
    ),
  diagnosis: z
    .enum(beliefDiagnoses)
    .nullable()
    .describe(
      'does_not_know, does_not_want, does_not_act, in_touch, unclear, not_enough_waves or too_few_answers; of role all only',
    ),
  published,
  reason,
})

/** One row per index × role, and role all: what companies believe beside what customers answer, all companies together (METHOD.md §19). */
export const beliefsTogether = z.object({
  wave,
  index,
  role,
  companies: count(
    'companies that count, each once: with a shown score and people of the role; those whose own row is withheld only where there are at least three',
  ),
  n_believers: count('people of these companies with a valid belief'),
  believed: figure('mean of the companies’ means of what they think that customers answer, 0-100'),
  actual: figure('mean of the scores of the same companies'),
  gap: figure('believed minus actual, in points'),
  se: figure('standard error of the gap, of both surveys; the companies are taken as given'),
  df: figure('its degrees of freedom (Welch)'),
  low,
  high,
  companies_superior: figure(
    'per cent of the companies where more than half of those asked reach beliefs.superior',
  ),
  customers_superior: figure(
    'weighted per cent of customers, all ratings of these companies pooled, whose score reaches the same level',
  ),
  customers_superior_low: lower,
  customers_superior_high: upper,
  role_difference: figure(
    'belief of the role minus that of the other roles of the same companies, in points; empty for role all',
  ),
  role_difference_se: figure('its standard error'),
  role_difference_low: lower,
  role_difference_high: upper,
  p_value: figure('two-sided p-value of role_difference'),
  p_adjusted: figure('the same, Holm-adjusted over the roles of the index'),
  published,
  reason,
})
