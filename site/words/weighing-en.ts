/** Weights, sampling units and panels in English. */
import type { WaveRow } from '../../pipeline/tables.ts'
import { many, number } from './counting-en.ts'

const sameForAll = 'A person’s weight is the same for every company that the person rated.'

export const weighing = {
  /** in short, for the steps of the method */
  weightedBy: (weighting: WaveRow['weighting'], level: 'respondent' | 'rating'): string =>
    ({
      none: 'The answers of this edition are not weighted: all respondents have the same weight.',
      delivered:
        level === 'rating'
          ? 'Each rating counts with the weight that came with it.'
          : 'Each respondent counts with the weight that came with the answers. It is the same for every company that the person rated.',
      raked:
        'The answers are weighted to known shares of the population (raking). How far that went stands below.',
      trimmed:
        'The answers are weighted, and no weight is very small or very large (trimming). The bounds stand below.',
      raked_and_trimmed:
        'The answers are weighted to known shares of the population (raking), and no weight is very small or very large (trimming). How far that went stands below.',
    })[weighting],

  weightsHead: 'Weights and sample',
  notWeighted: 'The answers are not weighted: everyone who answered counts the same.',
  weightDelivered: (level: 'respondent' | 'rating'): string =>
    level === 'rating'
      ? 'Each rating counts with the weight that came with it.'
      : `The weights came with the answers. ${sameForAll}`,
  raked: (groups: string) =>
    `Some groups are larger among those who answered than in the population, and others smaller. The answers are therefore weighted to the known shares of the population by ${groups} (raking): people from groups with too few answers count for more, and others for less, until all shares agree. ${sameForAll}`,
  trimmedTo: (low: string, high: string) =>
    `Nobody counts for less than ${low} or more than ${high} times the average (trimming).`,
  nothingTrimmed: 'No weight lay outside these bounds.',
  trimRounds: (rounds: number, raked: boolean) =>
    `Weights outside were set to the bound${raked ? ', and the raking was done again,' : ''} ${rounds === 1 ? 'once' : `${number(rounds)} times`}, until ${raked ? 'shares and bounds both' : 'all bounds'} held.`,
  weightsBefore: (before: readonly [string, string], after: readonly [string, string]) =>
    `Before that the weights lay between ${before[0]} and ${before[1]} times the average, and now they lie between ${after[0]} and ${after[1]}.`,
  weightsLie: (low: string, high: string) => `The weights lie between ${low} and ${high} times the average.`,
  designEffect: (effect: string) =>
    `Unequal weights cost precision: by Kish’s rule of thumb about as much precision as dividing the sample by ${effect} (the design effect of weighting).`,
  effective: (respondents: string | undefined, effective: string) =>
    `${respondents === undefined ? 'All ratings together' : `The ${respondents} respondents together`} count as about ${effective} with equal weights.`,
  residuals:
    'Shares that are set by the raking are no longer left to chance. The standard errors, and with them the intervals, count that: they rest on what the groups do not explain (the residuals of a regression on them). The shares of the population are taken as known exactly.',

  marginsCaption:
    'The groups that answers are weighted by: their share of the population (target), and of those who answered before and after weighting',
  marginGroup: 'Group',
  marginTarget: 'Target',
  marginBefore: 'Before',
  marginAfter: 'After',
  baseHead: 'n',
  marginsWithheld: (minimum: string) =>
    `Not shown: where a group has fewer than ${minimum} respondents, the counts and the shares before weighting are left out for the whole division.`,
  sweeps: (sweeps: number) =>
    `After ${number(sweeps)} ${many(sweeps, 'sweep', 'sweeps')} over the groups every share agrees with its target to within 0.0001 percentage points.`,

  unitsAre: (units: string, respondents: string, clustered: boolean) =>
    clustered
      ? `People were drawn in groups (clusters): the ${respondents} respondents make ${units} sampling units. The intervals count the groups and not the people, since people in one group may answer alike.`
      : `Each of the ${units} respondents is a sampling unit. What one person says about several companies is counted together.`,
  strataAre: (strata: number) =>
    `The sample was drawn within ${number(strata)} separate ${many(strata, 'part', 'parts')} of the population (strata), and the intervals count that.`,
  noStrata: 'The sample is treated as drawn from the whole population at once.',
  panelIs: (panel: boolean): string =>
    panel
      ? 'The same people may answer in several editions (a panel). In changes, people who answered in both editions are counted as the same people.'
      : 'Respondents of different editions are counted as different people.',
}
