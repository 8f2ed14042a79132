/** What companies believe beside what customers answer, in English. */
import type { BeliefRow } from '../../pipeline/tables.ts'
import { type Name, type Sentence, say } from '../sentence.ts'
import { many, None_, Number_, number } from './counting-en.ts'

type Diagnosis = NonNullable<BeliefRow['diagnosis']>
/** Diagnoses of rows that are shown. */
export type BeliefFound = Exclude<Diagnosis, 'too_few_answers'>

export const believing = {
  beliefsName: 'What companies believe',
  superiorHead: (index: Name, companies: string, customers: string): Sentence =>
    say`${companies} of the companies believe that customers give them top marks in ${index}; ${customers} of the customers do`,
  beliefsHead: (index: Name, believed: string, actual: string): Sentence =>
    say`Companies believe that customers give them ${believed} points in ${index}; customers give them ${actual}`,
  beliefsFew: 'Too few companies answered to set what they believe beside what customers answer',
  beliefsWhat:
    'People in the companies were asked what they think that their customers answer. Here it stands beside what the customers did answer, on the same scale from 0 to 100.',
  superiorIs: (level: string, min: string, max: string): string =>
    `Top marks are what corresponds to an answer of ${level} or better on the scale from ${min} to ${max}. A company counts where more than half of those asked believe that customers answer so.`,
  beliefsAre: (people: string, companies: number, believed: string, actual: string, gap: string): Sentence =>
    say`${people} people in ${number(companies)} ${many(companies, 'company', 'companies')} believe that customers give ${believed} points on average. Customers give ${actual}. The difference is ${gap} points. Each company counts once.`,
  percentPoints: (range: string) => `${range} per cent`,
  peopleCount: (people: string): string => `${people} ${many(Number(people), 'person', 'people')}`,
  companiesCount: (companies: string): string =>
    `${companies} ${many(Number(companies), 'company', 'companies')}`,
  togetherSuperior: (companies: string, customers: string, interval: string): string =>
    `${companies} of the companies believe that customers give them top marks. ${customers} of their customers do${interval}.`,
  rolesHead: 'Do the departments see the same picture?',
  rolesFound: (differ: number, compared: number): string => {
    if (compared === 0) return 'The roles could not be compared.'
    if (compared === 1)
      return `The one role that could be compared ${differ === 0 ? 'does not believe' : 'believes'} clearly more or less than the other roles of the same companies.`
    return differ === 0
      ? `${None_(compared)} of the ${number(compared)} roles believes clearly more or less than the other roles of the same companies.`
      : `${differ === compared ? `${compared === 2 ? 'Both' : `All ${number(compared)}`} roles believe` : `${Number_(differ)} of the ${number(compared)} roles ${many(differ, 'believes', 'believe')}`} clearly more or less than the other roles of the same companies.`
  },
  rolesCount: (percent: string): string =>
    `The verdicts count all roles of an index, by Holm’s method: the chance of reporting even one difference that is not there is at most ${percent}.`,
  rolesCaption: (index: Name, wave: string) =>
    say`${index} ${wave}: what companies believe and what customers answer, by role`,
  roleChartTitle: (index: Name, wave: string) =>
    say`${index} ${wave}: what companies believe and what customers answer`,
  roleChartSays: (count: number, low: string, high: string): string =>
    count === 1
      ? `The difference is ${low} points.`
      : `${Number_(count)} groups, with differences from ${low} to ${high} points.`,
  roleChartKey:
    'Open dot: what people of the role believe that customers answer. Filled dot, below it: what customers answer. In figures: the difference in points, with its interval. The axis does not start at 0.',
  ownRoleKey: (percent: string): string =>
    `Open dot: what people of the role believe that customers answer. Filled dot, below it: what customers answer. Line through a dot: its ${percent} interval. In figures: the difference in points, with its interval. The axis does not start at 0.`,
  role: 'Role',
  allRoles: 'All roles',
  peopleAre: (n: number): string => `${number(n)} ${many(n, 'person', 'people')}`,
  believed: 'Companies believe',
  customersAnswer: 'Customers answer',
  beliefGap: 'Believed minus answered',
  besideRoles: 'Beside the other roles',
  roleVerdict: { more: 'clearly more', less: 'clearly less', same: 'no clear difference' },
  superior: 'Top marks: people / customers',
  superiorCell: (people: string, customers: string): string => `${people} / ${customers}`,
  superiorTogether: 'Top marks: companies / customers',
  priority: 'Priority',

  beliefCompanies: (index: Name): Sentence => say`${index}, company by company`,
  beliefCaption: (index: Name, diagnosis: string, wave: string) => say`${index} ${wave}: ${diagnosis}`,
  beliefOwn: (index: Name, believed: string, people: string, actual: string, gap: string): Sentence =>
    say`${people} in the company believe that customers give ${believed} points in ${index}. Customers give ${actual}. The difference is ${gap} points.`,
  beliefIs: {
    does_not_know: 'Does not know',
    does_not_want: 'Does not want to',
    does_not_act: 'Does not act',
    in_touch: 'In touch, as far as can be seen',
    unclear: 'Unclear',
    not_enough_waves: 'Too early to say',
  } as Record<BeliefFound, string>,
  beliefRule: {
    does_not_know: 'The company believes that customers give it clearly more points than they do.',
    does_not_want:
      'Customers give clearly fewer points than to the rest of the industry. The company’s people know it, but call it clearly unimportant.',
    does_not_act:
      'Customers give clearly fewer points than to the rest of the industry. The company’s people know it and call it important, but it is clear that the score has risen by less than it lay behind.',
    in_touch:
      'The company overestimates what customers answer by clearly less than 10 points, if at all, and its score is not clearly below the rest of the industry.',
    unclear:
      'The answers do not tell. The score is not clearly below the rest of the industry, but the company may overestimate what customers answer by 10 points or more.',
    not_enough_waves:
      'Customers give clearly fewer points than to the rest of the industry. The company’s people know it and call it important, but fewer than three editions can be compared to see whether it acts.',
  } as Record<BeliefFound, string>,
  /** the same where the score is clearly below the rest of the industry */
  beliefRuleBelow: {
    in_touch:
      'Customers give clearly fewer points than to the rest of the industry, but the score has clearly risen.',
    unclear:
      'The answers do not tell. Customers give clearly fewer points than to the rest of the industry, and it is not clear whether the company knows it, wants to change it and does.',
  } as Partial<Record<BeliefFound, string>>,
  /** the same where no other company of the industry can be compared */
  beliefRuleAlone: {
    in_touch:
      'The company overestimates what customers answer by clearly less than 10 points, if at all. There is no rest of the industry to set its score beside.',
    unclear:
      'The answers do not tell. The company may overestimate what customers answer by 10 points or more, and there is no rest of the industry to set its score beside.',
  } as Partial<Record<BeliefFound, string>>,
  improvementIs: (points: string, interval: string, since: string): string =>
    `The score has changed by ${points} points (${interval}) since ${since}.`,
  missingIs: (points: string): string =>
    `It lay ${points} points behind the rest on average over these editions.`,
  beliefFewHead: 'Too few answers',
  beliefTooFew: (people: number, needed: number): string =>
    `${number(people)} ${many(people, 'person', 'people')} answered; ${number(needed)} needed, so that nobody’s answer can be read`,
  beliefAgree: 'not shown: all who answered said the same, so that everybody’s answer could be read',
  beliefDerivable: (needed: number): string =>
    `not shown: with it, the answers of fewer than ${number(needed)} others could be worked out`,
  beliefFewCompanies: (companies: number, people: number): string =>
    companies === 0
      ? 'not shown: no company of which it may be'
      : `not shown: ${number(people)} ${many(people, 'person', 'people')} in ${number(companies)} ${many(companies, 'company', 'companies')}`,
  beliefsUnsure:
    'Few people answer for each company. How much such answers differ is therefore taken from all companies together, and those who answered count as drawn at random from the people of the company. With few people the interval is wide, and a difference must be large to be clear.',
  beliefsCount: (compared: number, percent: string): string =>
    `Whether a company believes too well of itself, and whether its score is below the rest of the industry, is judged by the method of Benjamini and Hochberg over ${compared === 1 ? 'the one pair' : `all ${number(compared)} pairs`} of company and index: on average at most ${percent} of the differences that are called clear are chance. That a company knows, or does not improve, is never concluded from a test that found nothing.`,
  beliefScaleIs: (min: string, max: string): string =>
    `The people in the companies answered from ${min} to ${max}. The lowest answer becomes 0 and the highest 100.`,
  beliefsCause:
    'A diagnosis says what the answers look like. It is a place to begin looking, and no proof of what people in a company know or want.',
  ownBeliefsCaption: (company: Name, index: Name, wave: string) => say`${company}: ${index} ${wave}, by role`,
  behindHead: 'Behind the scores',
  ownBeliefs: 'What the company believes, and what customers answer',
  moreBeliefs: 'How the diagnoses are made, and all companies',
  beliefsOfIndustry: 'What the companies believe',
}
