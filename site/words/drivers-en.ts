/** What drives an index, how it acts and what to fix first, in English. */
import type { MakesUpRow, PromiseEffectRow } from '../../pipeline/tables.ts'
import type { Advice, Kind } from '../driver-verdicts.ts'
import { type Name, type Sentence, say } from '../sentence.ts'
import { many, Number_, none, number } from './counting-en.ts'

type Text = Name | Sentence

export const driving = {
  driversName: 'What to fix first',
  driversHead: {
    few: (outcome: Name): Sentence => say`Too few answers to say what matters most for ${outcome}`,
    promises: (outcome: Name): Sentence => say`What expectations do to ${outcome}`,
    alone: (outcome: Name): Sentence => say`Only one thing was asked about that may explain ${outcome}`,
    none: (outcome: Name): Sentence => say`It cannot be told what matters most for ${outcome}`,
    one: (driver: Text, outcome: Name): Sentence => say`${driver} matters most for ${outcome}`,
    tied: (drivers: Text, outcome: Name): Sentence =>
      say`${drivers} matter most for ${outcome}, and cannot be told apart`,
    everyone: (drivers: Text, outcome: Name): Sentence =>
      say`${drivers} all matter for ${outcome}; which matters most cannot be told`,
  },
  driversBoth: (drivers: Text, outcome: Name): Sentence =>
    say`${drivers} both matter for ${outcome}; which matters more cannot be told`,
  driverShare: (driver: Text, share: string): Sentence => say`${driver} accounts for ${share}`,
  driverShares: (outcome: Name, shares: Sentence, together: string): Sentence =>
    say`Of what the drivers explain of the differences in ${outcome}, ${shares}. All drivers together explain ${together} of these differences; the rest comes from other things, and from chance.`,
  driversExplain: (outcome: Name, together: string, count: number): Sentence =>
    say`${count === 1 ? 'It explains' : `Together the ${number(count)} drivers explain`} ${together} of the differences in ${outcome} between customers (R²); the rest comes from other things, and from chance.`,
  driversWhat: (outcome: Name): Sentence =>
    say`A driver is something that may explain ${outcome}. Customers answered questions about each, and every driver goes to a scale from 0 to 100. Its importance is its share of all that the drivers explain together: where customers who give it many points also give many in ${outcome}, it is large. The shares add up to 100%.`,
  driversTieRule:
    'A driver is named as the most important only where its interval lies above 0; it stands alone only where its interval lies above those of all others.',

  driver: 'Driver',
  importance: 'Importance',
  driverScore: 'Score now',
  howItActs: 'How it acts',
  advice: 'Advice',
  importanceHead: 'How much each matters',
  importanceTitle: (who: Name, outcome: Name, wave: string): Sentence =>
    say`${who} ${wave}: importance for ${outcome}`,
  importanceSays: (count: number, low: string, high: string): string =>
    count === 1
      ? `One driver, with an importance of ${low}.`
      : `${Number_(count)} drivers, with importances from ${low} to ${high}.`,
  importanceKey: (percent: string): string =>
    `Dot: importance, the share in per cent of what the drivers explain together. Line: ${percent} interval. Open dot: the interval reaches down to 0, so it cannot be told whether it matters.`,
  driversCaption: (who: Name, wave: string): Sentence =>
    say`${who} ${wave}: how much each driver matters, how it acts, and what to do`,
  importanceUnknown: 'too few ratings',

  kindIs: {
    basic: 'Basic',
    performance: 'Performance',
    excitement: 'Excitement',
    none: 'No effect found',
    not_interpretable: 'Cannot be interpreted',
  } satisfies Record<Kind, string>,
  kindRule: {
    basic: 'hurts when it fails, and nobody gives thanks when it works',
    performance: 'hurts when it is poor, and pleases when it is good',
    excitement: 'pleases when there is much of it, and hardly anyone misses it when there is little',
    none: 'no clear difference between customers who have little of it and those who have much',
    not_interpretable:
      'seems to have an effect, but the answers do not tell which of these forms it has, or too few customers are at one of the ends',
  } satisfies Record<Kind, string>,
  /** the same of drivers that have advice, after “it” */
  kindActs: {
    basic: 'hurts when it fails, and nobody gives thanks when it works',
    performance: 'hurts when it is poor, and pleases when it is good',
    excitement: 'pleases when there is much of it, and hardly anyone misses it when there is little',
    none: '',
    not_interpretable: 'costs points when it fails; what it gives when it is good, the answers do not tell',
  } satisfies Record<Kind, string>,
  kindsHead: 'How each acts',
  kindsLead:
    'Some things must simply work: they hurt when they fail, and nobody notices when they work. Others please. Each driver is therefore looked at from both ends: what customers who give it few points answer, and what those who give it many answer, beside those in between.',
  kindsMissing: 'For none of the drivers are there enough answers at both ends to tell how it acts.',

  penaltyHead: 'What it costs when it fails, and what it gives when it is good',
  penalty: 'When it fails',
  reward: 'When it is good',
  lost: 'Points lost in all',
  penaltyTitle: (who: Name, outcome: Name, wave: string): Sentence =>
    say`${who} ${wave}: points of ${outcome} lost where a driver fails, and won where it is good`,
  penaltySays: (count: number, worst: string, best: string): string =>
    count === 1
      ? `One driver: ${worst} points where it fails, ${best} where it is good.`
      : `${Number_(count)} drivers: down to ${worst} points where one fails, up to ${best} where one is good.`,
  penaltyKey: (percent: string): string =>
    `Open dot: customers for whom it fails. Filled dot, below it: customers for whom it is good. Both are points of the outcome beside customers in between (the solid line at 0), the other drivers being equal. Line through a dot: its ${percent} interval. In figures: both.`,
  penaltyCaption: (who: Name, wave: string): Sentence =>
    say`${who} ${wave}: what each driver costs when it fails, and gives when it is good`,
  penaltyWhat:
    'A driver fails for customers who give it at most 56 points (6 on a scale from 1 to 10); it is good for those who give it at least 89 (9 on that scale). Points lost in all also count how many customers it fails for: so far do they pull the mean of all customers down.',
  endsFew: 'too few customers at one of the ends',
  penaltyLabel: (penalty: string, reward: string): string => `${penalty} / ${reward}`,

  mapHead: 'Importance beside performance',
  mapTitle: (who: Name, wave: string): Sentence => say`${who} ${wave}: importance and score of each driver`,
  mapSays: (count: number, low: string, high: string): string =>
    count === 1
      ? `One driver, with a score of ${low}.`
      : `${Number_(count)} drivers, with scores from ${low} to ${high}.`,
  mapKey: (percent: string): string =>
    `Upwards: importance in per cent. To the right: score now. So what lies high and to the left matters much and is rated low. Filled dot: the advice is to fix it first. Lines through a dot: its ${percent} intervals. Dashed: the mean score of the drivers, and an equal share of importance; they are a convention, and no limit between good and bad. The axis of scores does not start at 0.`,
  mapImportance: 'Importance, %',
  mapScore: 'Score now',

  adviceHead: 'What to fix first',
  adviceIs: {
    fix_first: 'Fix first',
    fix_next: 'Fix next',
    then_please: 'Then please customers',
    keep: 'Keep',
    none: 'No advice',
  } satisfies Record<Advice, string>,
  adviceAll: (drivers: Text, several: boolean): Sentence =>
    several
      ? say`First to fix, all companies together: ${drivers}. Which of them costs more cannot be told.`
      : say`First to fix, all companies together: ${drivers}.`,
  adviceLoses: (driver: Text | undefined, rule: string): Sentence => say`${driver ?? 'It'} ${rule}.`,
  adviceLost: (outcome: Name, points: string, interval: string): Sentence =>
    say`The customers for whom it fails pull ${outcome} down by ${points} points (${interval}).`,
  adviceNone:
    'For all companies together there is nothing of which it is clear that it should be fixed first.',
  lostAt: (driver: Text, points: string, interval: string): Sentence =>
    say`${driver}: ${points} points (${interval})`,
  adviceCount: (percent: string): string =>
    `The advice to fix goes only to drivers that matter (the interval of the importance lies above 0) and that clearly cost points where they fail. First comes the one that loses most, with those that are not clearly below it. What pleases and is not missed comes afterwards. What is clear is judged by the method of Benjamini and Hochberg over all rows of the edition: on average at most ${percent} of what is called clear is chance.`,

  driversByIndustry: 'Industry by industry',
  driversByIndustryNote: 'The figures stand in a table on the page of each industry.',
  kindsCaption: (wave: string): string => `${wave}: how each driver acts, and what to fix first, by industry`,
  fixFirstLost: 'Fix first: points lost in all',
  kindsUnclear: 'No effect, or not known',
  kindCounts: (driver: Text, parts: Sentence, industries: number, first: number): Sentence =>
    say`${driver}: ${parts} of the ${number(industries)} industries${first === 0 ? '' : `; first to fix in ${number(first)}`}.`,
  kindIn: (kind: string, n: number): Sentence => say`${kind.toLowerCase()} in ${number(n)}`,
  tooFewDrivers: (n: string, needed: string): string =>
    `${n} ${many(Number(n), 'rating', 'ratings')} with all answers; ${needed} needed`,

  makesUpHead: 'Does much of one make up for too little of another?',
  makesUpIs: (failing: Text, other: Text, outcome: Name, failed: string, works: string): Sentence =>
    say`Where ${failing} fails and there is much of ${other}, ${outcome} is ${failed}. Where ${failing} does not fail and there is not much of ${other}, it is ${works}.`,
  makesUpVerdict: (
    other: Text,
    difference: string,
  ): Record<NonNullable<MakesUpRow['verdict']>, Sentence> => ({
    does_not_make_up: say`So much of ${other} does not make up for it: the difference is ${difference} points.`,
    makes_up: say`So much of ${other} more than makes up for it: the difference is ${difference} points.`,
    no_clear_difference: say`The difference, ${difference} points, is not clear, so it cannot be told whether the one makes up for the other.`,
  }),
  makesUpCount: (not: number, compared: number): string =>
    compared === 1
      ? `In the industries one such comparison could be made. There it is ${not === 1 ? '' : 'not '}clear that much of the one does not make up for too little of the other. It stands on the page of the industry.`
      : `In the industries ${number(compared)} such comparisons could be made. In ${not === 0 ? none(compared) : not === compared && not === 2 ? 'both' : number(not)} of them it is clear that much of the one does not make up for too little of the other. They stand on the pages of the industries.`,

  promiseHead: 'What promises do',
  promiseWhat: (outcome: Name): Sentence =>
    say`Loud promises raise expectations. Of two customers who got the same at a touchpoint, does the one who had expected more give fewer points in ${outcome}? The figure says how many points more or less for each 10 points more that were expected, what was experienced being equal.`,
  promiseCount: (hurts: number, compared: number): string => {
    if (compared === 1)
      return `High expectations ${hurts === 1 ? 'clearly hurt' : 'do not clearly hurt'} at the one touchpoint that could be examined.`
    if (hurts === 0)
      return `At ${none(compared)} of the ${number(compared)} touchpoints do high expectations clearly hurt.`
    const where =
      hurts < compared
        ? `${number(hurts)} of the ${number(compared)}`
        : hurts === 2
          ? 'both'
          : `all ${number(compared)}`
    return `At ${where} touchpoints high expectations clearly hurt.`
  },
  promiseIndustries: (hurts: number, compared: number): string => {
    const pairs = 'of industry and touchpoint'
    if (compared === 1)
      return `In the one pair ${pairs} that could be examined, high expectations ${hurts === 1 ? 'clearly hurt' : 'do not clearly hurt'}. It stands on the page of the industry.`
    const where = `${hurts === 0 ? none(compared) : number(hurts)} of the ${number(compared)} pairs ${pairs}`
    return `In ${where} ${hurts === 0 ? 'do ' : ''}high expectations clearly hurt. They stand on the pages of the industries.`
  },
  promiseCaption: (who: Name, outcome: Name, wave: string): Sentence =>
    say`${who} ${wave}: what expectations and experience do to ${outcome}`,
  promiseExpected: 'For 10 points more expected',
  promiseGot: 'For 10 points more experienced',
  promiseVerdictHead: 'Verdict',
  promiseVerdict: {
    hurts: 'high expectations hurt',
    not_interpretable: 'cannot be interpreted',
    no_clear_effect: 'no clear effect',
  } satisfies Record<NonNullable<PromiseEffectRow['verdict']>, string>,
  promiseMind:
    'Customers remember what they expected and experienced only roughly. Such errors push the figure upwards, so a figure below 0 is on the safe side, while one clearly above 0 is not taken for a sign that high expectations help.',

  driverLimitsHead: 'What the figures cannot say',
  driverLimits: (outcome: Name): Sentence[] => [
    say`Customers are compared with other customers. That those who give a driver few points also give few in ${outcome} does not prove that they would give more if the company changed something.`,
    say`Drivers that go together share their importance. If two questions measure nearly the same, each gets about half of what the one would have alone.`,
    say`Only what was asked about can be found. Something that nobody was asked about may matter more.`,
    say`Where a driver fails and where it is good are set by convention, as are the names of the kinds and the lines in the charts. A driver is called basic or excitement only where another pair of limits points the same way.`,
    say`Points are points on a scale from 0 to 100, not per cent. Only importances are per cent.`,
  ],
  driverHowHead: 'How it was computed',
  driverHow: (outcome: Name, percent: string): Sentence =>
    say`Importance is the Shapley value of R² (the method LMG): what a driver adds to what is explained, on average over all orders in which the drivers can be taken. What it costs and gives is estimated by regression of ${outcome} on all drivers at once. The ${percent} intervals count that one person may rate several companies.`,
  driverMethod: 'The method, section 21',
  /** the questions */
  driverAsked: (outcome: Name): Sentence => say`Only ratings that have ${outcome} and every driver count.`,
  outcomeIs: 'what is explained',

  ownAdvice: {
    fix_first: (driver: Text): Sentence => say`Fix first: ${driver}.`,
    fix_next: (driver: Text): Sentence => say`Fix next: ${driver}.`,
    then_please: (driver: Text): Sentence => say`Nothing needs fixing first, so please with: ${driver}.`,
    keep: (driver: Text): Sentence => say`Keep: ${driver}.`,
    none: (driver: Text): Sentence => say`${driver}.`,
  } satisfies Record<Advice, (driver: Text) => Sentence>,
  ownActs: (kind: string | undefined, rule: string): string =>
    `In its industry it ${rule}${kind === undefined ? '' : ` (${kind.toLowerCase()})`}.`,
  ownBehind: (points: string, interval: string): string =>
    `The company lies ${points} points (${interval}) behind the rest of the industry here.`,
  ownAhead: (points: string, interval: string): string =>
    `The company lies ${points} points (${interval}) ahead of the rest of the industry here.`,
  ownNothing:
    'Nothing to fix first: the company is not clearly behind the rest of its industry in anything that clearly costs points there when it fails, or pleases when it is good.',
  ownUnknown:
    'No advice: of no driver is it clear that it costs points in the industry when it fails, or pleases when it is good.',
  ownAlone: 'No advice: the company could not be compared with the rest of its industry.',
  ownFew: 'No advice: too few ratings.',
  ownDriversCaption: (company: Name, wave: string): Sentence =>
    say`${company} ${wave}: its drivers, beside the rest of the industry`,
  actsInIndustry: 'How it acts in the industry',
  importanceInIndustry: 'Importance in the industry',
  moreDrivers: 'How the advice is made, and all industries',
  industryFix: (drivers: Text, several: boolean): Sentence =>
    several
      ? say`First to fix in this industry: ${drivers}. Which of them costs more cannot be told.`
      : say`First to fix in this industry: ${drivers}.`,
  industryNoFix: 'There is nothing in this industry of which it is clear that it should be fixed first.',
}
