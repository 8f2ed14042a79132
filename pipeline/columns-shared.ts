/** Columns that several published tables share, each with its meaning. */
import { z } from 'zod'

export const text = (meaning: string) => z.string().describe(meaning)
export const count = (meaning: string) => z.int().describe(meaning)
export const figure = (meaning: string) => z.number().nullable().describe(meaning)
export const whole = (meaning: string) => z.int().nullable().describe(meaning)

export const wave = text('wave, as named in study.yaml')
export const index = text('index, as named in study.yaml')
export const item = text('item, as named in study.yaml')
export const company = text('company_id of companies.csv')
export const low = figure('lower limit of the t interval of the study’s confidence; not clipped')
export const high = figure('upper limit of the t interval of the study’s confidence; not clipped')
export const lower = figure('lower limit of its interval')
export const upper = figure('upper limit of its interval')
export const standardError = (what: string) => figure(`linearised standard error of ${what}`)
export const bh = 'the same, Benjamini-Hochberg-adjusted over the shown rows of the wave'
export const published = z
  .boolean()
  .describe('false where the publication rule withholds the figures of the row')

export const changeVerdicts = [
  'up',
  'down',
  'no_clear_change',
  'not_comparable',
  'new',
  'base_too_small',
  'first_wave',
] as const
export const reasons = [
  'too_few_ratings',
  'unranked_few_ratings',
  'no_variation',
  'no_company_shown',
  'too_few_believers',
  'would_reveal_others',
] as const
export const reason = z
  .enum(reasons)
  .nullable()
  .describe(
    'why the row is withheld or not ranked: too_few_ratings, unranked_few_ratings, no_variation (the answers do not vary), no_company_shown (a group whose companies are all withheld), too_few_believers (of the companies’ own survey), would_reveal_others (a withheld figure would follow from it and others); empty where it is shown in full',
  )
