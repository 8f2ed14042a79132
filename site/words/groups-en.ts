/** Groups of customers: where they differ, and whom companies serve worse than their industry does, in English. */
import { formatFor } from '../format.ts'
import { type Name, type Sentence, say } from '../sentence.ts'
import { many, number } from './counting-en.ts'

const { count } = formatFor('en')
/** none, one, two … 13 … 1,180 */
const so = (n: number) => (n === 0 ? 'none' : n > 12 ? count(n) : number(n))
const So = (n: number) => so(n).replace(/^./, (letter) => letter.toUpperCase())
const cases = (n: number) => `${so(n)} ${many(n, 'case', 'cases')}`
const comparisons = (n: number) => `out of ${so(n)} ${many(n, 'comparison', 'comparisons')}`
const Neither = (of: number) => (of === 2 ? 'Neither' : 'None')

/** `clearly worse in two cases and clearly better in none`; one of them is found. */
const worseAndBetter = (worse: number, better: number): string =>
  worse === 0
    ? `clearly better in ${cases(better)} and clearly worse in none`
    : `clearly worse in ${cases(worse)} and clearly better in ${so(better)}`

/** How many groups are withheld, by reason. */
export interface WithheldCounts {
  few: number
  reveal: number
  same: number
}

export const grouping = {
  groupsName: 'Groups of customers',
  groupIn: (category: Name, segment: Name): Sentence => say`“${category}” (${segment})`,
  groupsHead: (index: Name, group: Sentence, higher: boolean): Sentence =>
    say`${index} is clearly ${higher ? 'higher' : 'lower'} in the group ${group} than among the other customers`,
  groupsHeadNone: (index: Name, compared: number): Sentence =>
    compared === 0
      ? say`No group of customers could be compared with the others in ${index}`
      : say`No group of customers differs clearly from the others in ${index}`,
  groupsLead: (points: string, interval: string, score: string): string =>
    `The difference is ${points} points (${interval}). The group scores ${score}.`,
  groupsFound: (above: number, below: number, compared: number): string => {
    if (compared === 0) return 'No group could be compared with the other customers.'
    const all = `${So(compared)} ${many(compared, 'group was', 'groups were')} compared with the other customers`
    if (above + below === 0)
      return `${all}. ${compared === 1 ? 'The difference is not clear.' : `${Neither(compared)} differs clearly.`}`
    return `${all}: ${so(above)} ${many(Math.max(above, 1), 'has', 'have')} a clearly higher score, ${so(below)} a clearly lower one.`
  },
  groupsServed: (worse: number, better: number, compared: number, index: Name): Sentence =>
    compared === 0
      ? say`${index}: no group of a company’s customers could be compared with the same group in the rest of the industry.`
      : worse + better === 0
        ? say`${index}: no company serves a group of its customers clearly worse or better than the rest of its industry does, ${comparisons(compared)}.`
        : say`${index}: compared with the rest of their industry, companies serve a group of their customers ${worseAndBetter(worse, better)}, ${comparisons(compared)}.`,
  groupsWhat: (divisions: Sentence): Sentence =>
    say`Treat all customers as one kind, and you may miss most of them. Here they are divided by ${divisions}. Each group is compared with all other customers, and not with all, since it is itself part of all. Those whose group is not known count among the others.`,
  groupsPooled:
    'A group of several companies holds all their ratings, so a company with more ratings counts for more.',
  groupsMind:
    'Groups may differ in more than their name. A difference between age groups, say, does not tell that age is the reason.',
  groupsCount: (percent: string): string =>
    `“Clearly” counts all comparisons of the same kind in the edition, by the method of Benjamini and Hochberg: on average at most ${percent} of the differences that are called clear are chance. The interval of a single difference counts only that one, so it may leave out 0 without the difference being clear.`,
  group: 'Group',
  division: 'Divided by',
  besideCustomers: 'Beside the other customers',
  besideOwnCustomers: 'Beside its other customers',
  besideSame: 'Beside the same group in the rest of the industry',
  groupVerdict: {
    higher: 'clearly higher',
    lower: 'clearly lower',
    no_clear_difference: 'no clear difference',
  },
  servedVerdict: {
    better: 'clearly better',
    worse: 'clearly worse',
    no_clear_difference: 'no clear difference',
  },
  notCompared: 'not compared',
  notComparedWhy:
    'Not compared: too few to compare with, or the groups do not rest on the same companies, since some figures are withheld.',
  groupChartTitle: (index: Name, segment: Name, wave: string): Sentence =>
    say`${index} ${wave} by ${segment}: score and interval`,
  groupChartSays: (found: number, low: string, high: string, percent: string): string =>
    found === 1
      ? `One group, with the score ${low} and its ${percent} interval.`
      : `${So(found)} groups with scores from ${low} to ${high}, each with its ${percent} interval.`,
  groupChartKey: (percent: string): string =>
    `Dot: score. Line: ${percent} interval. The axis does not start at 0.`,
  groupCaption: (name: Name, index: Name, segment: Name, wave: string): Sentence =>
    say`${name}: ${index} ${wave} by ${segment}`,
  groupEveryone: 'All companies together',
  groupFew: (needed: string): string => `fewer than ${needed} ratings`,
  groupReveals: 'withheld, since a smaller group could be worked out from it',
  groupSame: 'no spread that could be measured',
  notShownAre: (parts: Sentence): Sentence => say`Not shown: ${parts}.`,
  notShownFor: (names: Sentence, why: string): Sentence => say`${names} (${why})`,

  groupIndustriesHead: 'Within each industry',
  groupIndustries: (found: number, compared: number): string =>
    compared === 0
      ? 'No group could be compared with the other customers of an industry.'
      : `Within single industries, ${so(compared)} ${many(compared, 'group was', 'groups were')} compared with the industry’s other customers. ${
          found === 0
            ? compared === 1
              ? 'The difference is not clear.'
              : `${Neither(compared)} differs clearly.`
            : `${found === compared && found > 1 ? (found === 2 ? 'Both' : 'All') : So(found)} ${many(found, 'differs', 'differ')} clearly.`
        }`,
  groupIndustriesCaption: (index: Name, wave: string): Sentence =>
    say`${index} ${wave}: groups that clearly differ from the other customers of their industry`,

  groupsServedHead: 'Whom companies serve worse or better than their industry does',
  servedRule:
    'A group of a company’s customers is compared with the same group among the customers of the other companies in the industry. A company that is below its industry altogether is often below it in several groups, so look at its score as a whole first.',
  servedWorseCaption: (index: Name, wave: string): Sentence =>
    say`${index} ${wave}: groups served clearly worse than in the rest of the industry`,
  servedBetterCaption: (index: Name, wave: string): Sentence =>
    say`${index} ${wave}: groups served clearly better than in the rest of the industry`,
  groupsMost: (shown: number, all: number): string =>
    `The first ${so(shown)} of ${so(all)}. The others are in the file.`,

  servedSharesHead: 'Companies that serve a part of their customers worse',
  servedSharesWhat:
    'Of the customers whose group is known: how many belong to a group that the company serves clearly worse than the rest of its industry does. A group that could not be compared counts as not worse; the next column says how many customers are in groups that could. The last tells whether the company as a whole is clearly below the rest of its industry.',
  servedSharesCaption: (index: Name, wave: string): Sentence =>
    say`${index} ${wave}: share of a company’s customers in groups that it serves clearly worse`,
  shareWorse: 'Served clearly worse',
  shareCompared: 'Could be compared',
  shareWhole: 'All its customers, beside the rest of the industry',

  placesHead: 'Rankings by group',
  placesWhat: (minimum: string): string =>
    `The places among one group of customers, for companies with at least ${minimum} ratings from it. Companies whose ranges of places meet may well be equal.`,
  placesSummary: (category: Name, index: Name, companies: number): Sentence =>
    say`${category}: ${index}, ${so(companies)} companies`,
  placesMost: 'The other rankings by group can be made from the file.',
  placesCaption: (index: Name, group: Sentence, wave: string): Sentence =>
    say`${index} ${wave} in the group ${group}: ranked companies`,

  groupGapsHead: 'Expected and experienced by group',
  groupGapsFound: (found: number, compared: number): string =>
    `${So(compared)} ${many(compared, 'gap was', 'gaps were')} compared with the gap among the other customers at the same touchpoint. ${
      found === 0
        ? compared === 1
          ? 'The difference is not clear.'
          : `${Neither(compared)} differs clearly.`
        : `${So(found)} ${many(found, 'differs', 'differ')} clearly. Higher means that customers got more of what they had expected.`
    }`,
  groupGapsServed: (worse: number, better: number, compared: number): string =>
    worse + better === 0
      ? `Compared with the same group in the rest of the industry, no gap of a company is clearly worse or better, ${comparisons(compared)}.`
      : `Compared with the same group in the rest of the industry, the gap of a company is ${worseAndBetter(worse, better)}, ${comparisons(compared)}.`,
  groupGapsCaption: (name: Name, wave: string): Sentence =>
    say`${name} ${wave}: gaps that clearly differ from those of the other customers`,
  groupGapsWorse: (wave: string): string =>
    `Gaps clearly worse than in the same group in the rest of the industry, ${wave}`,
  groupGapsBetter: (wave: string): string =>
    `Gaps clearly better than in the same group in the rest of the industry, ${wave}`,

  withheldHead: 'What is not shown, and why',
  withheldWhat: (needed: string): string =>
    `A group with fewer than ${needed} ratings gets no figure, and how many ratings it has is not told either. A larger group is withheld too where a smaller one could be worked out from it and the other figures.`,
  withheldAre: (shown: number, { few, reveal, same }: WithheldCounts): string => {
    const parts = [
      ...(few > 0 ? [`${so(few)} ${many(few, 'has', 'have')} too few ratings`] : []),
      ...(reveal > 0
        ? [`${so(reveal)} ${many(reveal, 'is', 'are')} withheld so that a smaller one stays hidden`]
        : []),
      ...(same > 0 ? [`${so(same)} ${many(same, 'has', 'have')} no spread that could be measured`] : []),
    ]
    const all = shown + few + reveal + same
    return `Of ${so(all)} ${many(all, 'score', 'scores')} of a company in a group, all indices counted, ${[`${so(shown)} ${many(Math.max(shown, 1), 'is', 'are')} shown`, ...parts].join('; ')}.`
  },

  ownGroupsWhat:
    'Each group of its customers is compared with its other customers, and with the same group among the customers of the rest of the industry.',
  ownShareWorse: (share: string, names: Sentence): Sentence =>
    say`${share} of its customers belong to groups that it serves clearly worse than the rest of its industry does: ${names}.`,
  ownShareBetter: (share: string, names: Sentence): Sentence =>
    say`${share} of its customers belong to groups that it serves clearly better than the rest of its industry does: ${names}.`,
  ownShareNone: (compared: number): string =>
    compared === 1
      ? 'One group could be compared with the rest of the industry. The difference is not clear.'
      : `${So(compared)} groups could be compared with the rest of the industry. ${Neither(compared)} is served clearly worse or better.`,
  ownShareUnknown: 'None of these groups could be compared with the rest of the industry.',
  ownShareCompared: (share: string): string =>
    `${share} of its customers are in a group that could be compared.`,
  ownGroupsNothing: 'No group of its customers is large enough to be shown.',
  moreGroups: 'How groups are compared, and all companies',
  otherIndicesBy: (indices: Sentence): Sentence => say`The same for ${indices}`,
}
