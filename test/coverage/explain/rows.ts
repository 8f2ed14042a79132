/** The rows of the report on surveys that explain scores. */
import { type Aim, atLeast, atMost, type Row, within } from '../row.ts'
import { share } from './field.ts'

const bound: Aim = { bound: 7 }
const low = atLeast(93)

/** Names that are counted by base too. */
const byBase = (name: string, label: string): Row[] => [
  { name, label: `${label}, n ≥ 75`, aim: within },
  { name: `${name}, small`, label: `${label}, n 30-74`, aim: low },
]

const nothing = (name: string, label: string, aim?: Aim): Row => ({
  ...{ name: `without any effect: ${name}`, label: `without any effect: ${label}` },
  ...(aim === undefined ? {} : { aim }),
})

const found = (name: string, label: string, aim?: Aim): Row => ({
  ...{ name: `found: ${name}`, label },
  ...(aim === undefined ? {} : { aim }),
})

export const explainedRows: readonly Row[] = [
  nothing('diagnoses', 'any diagnosis, of gaps or beliefs', bound),
  nothing('gaps', 'any gap is diagnosed', bound),
  nothing('promise_too_high', 'any promise_too_high'),
  nothing('delivery_too_low', 'any delivery_too_low'),
  nothing('both_or_unclear', 'any both_or_unclear'),
  nothing('beliefs', 'any belief is diagnosed', bound),
  nothing('does_not_know', 'any does_not_know'),
  nothing('does_not_want', 'any does_not_want'),
  nothing('does_not_act', 'any does_not_act'),
  nothing('journey by touchpoint', 'any touchpoint weaker or stronger', bound),
  nothing('journey by channel', 'any channel weaker or stronger', bound),
  nothing('shifts', 'any company gains or loses', bound),
  nothing(`turnover at ${share}`, `turnover looks like more than chance, share ${share}`, bound),
  nothing('turnover at 0.5', 'turnover looks like more than chance, share 0.5', bound),
  nothing('split ballot', 'any difference between halves', bound),
  { name: 'false diagnoses', label: 'false ones among all diagnoses, mean of surveys', aim: atMost(5) },
  { name: 'false diagnoses: gaps', label: 'false ones among those of gaps', aim: atMost(5) },
  { name: 'false diagnoses: beliefs', label: 'false ones among those of beliefs', aim: atMost(5) },
  found('promise', 'expectations 15 points too high, n 80-120: promise_too_high', atLeast(80)),
  found('delivery', 'experience 15 points too low, n 80-120: delivery_too_low', atLeast(80)),
  found('modest', 'experience 15 points too low, as intended, n 80-120: both_or_unclear', atLeast(80)),
  found('unaware', 'belief 15 points too high, n 80-120: does_not_know', atLeast(80)),
  found('unwilling', 'score 15 points behind, unimportant, n 80-120: does_not_want', atLeast(80)),
  found('idle', 'score 15 points behind for three waves, n 80-120: does_not_act', atLeast(80)),
  found('both', '7.5 points each, n 80-120: both_or_unclear'),
  found('plain', 'both 10 points lower, n 80-120: none'),
  ...byBase('expected', 'expected'),
  ...byBase('experienced', 'experienced'),
  ...byBase('gap', 'gap of a company'),
  ...byBase('gap beside the rest', 'gap beside the rest of the industry'),
  ...byBase('level beside the rest', 'expected plus experienced beside the rest'),
  { name: 'gap of an industry', label: 'gap of an industry', aim: within },
  { name: 'gap of all', label: 'gap of all', aim: within },
  ...byBase('beside other touchpoints', 'beside other touchpoints'),
  ...byBase('belief minus score', 'belief minus score'),
  { name: 'belief minus score of all', label: 'belief minus score, all companies', aim: within },
  { name: 'role', label: 'belief of a role beside the others', aim: within },
  { name: 'belief beside the rest', label: 'belief beside the score of the rest', aim: within },
  { name: 'priority', label: 'priority', aim: within },
  { name: 'improvement', label: 'improvement over three waves', aim: within },
  {
    name: 'improvement beyond what is missing',
    label: 'improvement beyond what is missing',
    aim: within,
  },
  ...byBase('shift', 'shift'),
  { name: 'shift beside the mean', label: 'shift beside the mean', aim: within },
  { name: 'tau', label: 'agreement of the true rankings (tau)', aim: within, byPopulation: true },
  {
    name: 'tau, stragglers',
    label: 'the same, where a fifth of the companies lie far behind',
    byPopulation: true,
  },
  { name: 'split ballot', label: 'difference between halves', aim: within },
  { name: 'need met: industry', label: 'loyalty where the need was met or not, industry', aim: within },
  { name: 'need met: all', label: 'loyalty where the need was met or not, all', aim: within },
  { name: 'need met: company', label: 'loyalty where the need was met or not, company' },
  { name: 'expectation met: industry', label: 'loyalty where expectations were met or not, industry' },
  { name: 'expectation met: all', label: 'loyalty where expectations were met or not, all' },
  { name: 'expectation met: company', label: 'loyalty where expectations were met or not, company' },
]
