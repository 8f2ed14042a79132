/** Parts of the customer's journey, and whether needs were met, in English. */
import type { JourneyRow } from '../../pipeline/tables.ts'
import { type Name, type Sentence, say } from '../sentence.ts'
import { many, None_, Number_, none, number } from './counting-en.ts'

export const journeying = {
  journeyHead: 'One company, or several?',
  journeyWhat:
    'Touchpoints belong to different departments and to different steps of the customer’s journey, but the customer sees one company. Here each customer’s experience of one part is compared with the same customer’s experience of the company’s other touchpoints, and that difference with the same difference in the rest of the industry.',
  journeyFound: (weaker: number, stronger: number, compared: number): string => {
    if (compared === 0) return 'No part of a journey could be compared.'
    const of = `of ${number(compared)} ${many(compared, 'part', 'parts')} of a company’s journey`
    return weaker + stronger === 0
      ? `${None_(compared)} ${of} is clearly weaker or stronger than the company is elsewhere.`
      : `${weaker === 0 ? None_(compared) : Number_(weaker)} ${of} ${many(weaker || 1, 'is', 'are')} clearly weaker than the company is elsewhere, and ${stronger === 0 ? 'none' : number(stronger)} ${many(stronger || 1, 'is', 'are')} clearly stronger.`
  },
  journeyCount: (percent: string): string =>
    `The verdicts count all parts of one kind, by the method of Benjamini and Hochberg: on average at most ${percent} of the differences that are called clear are chance. A department, step or channel with a single touchpoint is that touchpoint, and is listed with it.`,
  journeyChanges: 'Whether a change is clear is judged by Holm’s method, over the companies with that part.',
  journeyKinds: 'How many companies are clearly weaker or stronger in each part than they are elsewhere',
  journeyCaption: (wave: string) =>
    `Parts that are clearly weaker or stronger than the same company is elsewhere, ${wave}`,
  journeyMost: (shown: number, all: number): string =>
    `The ${number(shown)} largest differences, of ${number(all)}. The others are in the file, and on the pages of their companies.`,
  ownJourney: (name: Name) => say`The journey at ${name}, part by part`,
  ownJourneyFound: (weaker: number, stronger: number, compared: number): string => {
    if (compared === 0) return 'No part of the journey could be compared with the others.'
    const of = `of the ${number(compared)} ${many(compared, 'part', 'parts')} of the journey`
    return weaker + stronger === 0
      ? `${None_(compared)} ${of} is clearly weaker or stronger than the company is elsewhere.`
      : `${weaker === 0 ? None_(compared) : Number_(weaker)} ${of} ${many(weaker || 1, 'is', 'are')} clearly weaker than the company is elsewhere, and ${stronger === 0 ? 'none' : number(stronger)} clearly stronger.`
  },
  ownJourneyWhat:
    'Each part is compared with what the same customers experienced at the company’s other touchpoints, and that difference with what is usual in the rest of the industry.',
  part: 'Part',
  comparedHead: 'Compared',
  weakerHead: 'Clearly weaker',
  strongerHead: 'Clearly stronger',
  besideOthers: 'Beside the company’s other touchpoints',
  partVerdict: {
    weaker: 'clearly weaker',
    stronger: 'clearly stronger',
    no_clear_difference: 'no clear difference',
  } as Record<NonNullable<JourneyRow['verdict']>, string>,
  partAlone: 'cannot be compared',
  stepsHead: 'Step by step over the years',
  stepsWhy:
    'Good service comes from many small improvements. What customers experienced at each step, with its interval.',
  stepTitle: (company: Name, step: Name) => say`${company}: experienced at the step ${step}`,
  stepsCaption: (company: Name) => say`${company}: experienced at each step of the journey`,
  stepBreak: 'Dashed upright line: the touchpoints or their questions changed, and the series is cut there.',
  step: 'Step',

  needHead: 'Did customers get what they needed?',
  needFound: (index: Name, higher: number, lower: number, compared: number): Sentence => {
    const also = lower === 0 ? '' : `, and clearly lower in ${number(lower)}`
    const those = 'clearly higher among those who got what they needed'
    if (compared === 1)
      return say`In the one industry that could be compared, ${index} is ${higher === 0 ? 'not ' : ''}${those}${also}`
    if (higher === 0)
      return say`In ${none(compared)} of the ${number(compared)} industries is ${index} ${those}${also}`
    return higher === compared
      ? say`In ${compared === 2 ? 'both' : `all ${number(compared)}`} industries ${index} is ${those}`
      : say`In ${number(higher)} of the ${number(compared)} industries ${index} is ${those}${also}`
  },
  needIs: (index: Name, share: string, met: string, unmet: string, difference: string): Sentence =>
    say`${share} got what they needed. Among those ${index} is ${met}, among the others ${unmet}: a difference of ${difference} points.`,
  needNoProof:
    'This is no proof that it pays to meet the need: those who got what they needed may differ from the others in more than that.',
  needTitle: (index: Name, wave: string) =>
    say`${index} ${wave}: those who got what they needed, and those who did not`,
  needSays: (count: number, low: string, high: string): string =>
    count === 1
      ? `One group, with a difference of ${low} points.`
      : `${Number_(count)} groups, with differences from ${low} to ${high} points.`,
  needKey: (percent: string): string =>
    `Filled dot: those who got what they needed. Open dot, above it: those who did not. Line through a dot: its ${percent} interval. In figures: the difference in points, with its interval. The axis does not start at 0.`,
  needCaption: (name: Name, wave: string) => say`${name} ${wave}: by whether customers got what they needed`,
  servedCaption: (index: Name) => say`${index} by who served the customer`,
  metCaption: (index: Name) => say`${index} by whether a touchpoint gave at least what was expected`,
  who: 'Customers of',
  servedHead: 'Does it matter who served them?',
  servedWhy: 'Served by',
  metHead: 'Where expectations were met',
  gotNeeded: 'Got what they needed',
  gotExpected: 'Got what they expected',
  indexMet: (index: string) => `${index} of those who did`,
  indexUnmet: (index: string) => `${index} of the others`,
  clearlyMore: 'clearly higher',
  clearlyLess: 'clearly lower',
  noClearDifference: 'no clear difference',
  needCount: (percent: string): string =>
    `“Clearly” counts all such comparisons of the edition, by the method of Benjamini and Hochberg: on average at most ${percent} of the differences that are called clear are chance.`,
  tooFewNeeds: (met: string, unmet: string, needed: string): string =>
    `too few: ${met} got it and ${unmet} did not; ${needed} needed of each`,
}
