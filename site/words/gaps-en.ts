/** Expected against experienced: touchpoints, their gaps and the diagnoses, in English. */
import { type Name, type Sentence, say } from '../sentence.ts'
import { listed, many, None_, Number_, none, number } from './counting-en.ts'

/** How often each thing is behind a gap that is clearly worse. */
export type CauseCounts = Record<'promise_too_high' | 'delivery_too_low' | 'both_or_unclear', number>

const between = 'between what customers expected and what they got'

export const gapping = {
  gapsName: 'Expected and experienced',
  gapsHead: (worse: number, compared: number): string => {
    const rest = 'clearly worse than in the rest of the industry'
    if (compared === 0) return 'No gap could be compared with that of the rest of an industry'
    if (compared === 1)
      return `The only gap ${between} that could be compared is ${worse === 0 ? 'not ' : ''}${rest}`
    return `${worse === 0 ? None_(compared) : Number_(worse)} of ${number(compared)} gaps ${between} ${many(worse === 0 ? 1 : worse, 'is', 'are')} ${rest}`
  },
  gapsFound: (counts: CauseCounts): string => {
    const all = counts.promise_too_high + counts.delivery_too_low + counts.both_or_unclear
    const where = (n: number) => (all === 1 ? '' : n === all ? ` in all ${number(n)}` : ` in ${number(n)}`)
    const parts = [
      ...(counts.promise_too_high > 0 ? [`the promise is too high${where(counts.promise_too_high)}`] : []),
      ...(counts.delivery_too_low > 0 ? [`the delivery is too low${where(counts.delivery_too_low)}`] : []),
      ...(counts.both_or_unclear > 0 ? [`both or unclear${where(counts.both_or_unclear)}`] : []),
    ]
    return `Diagnosis: ${listed(parts)}.`
  },
  gapsWhat:
    'A touchpoint is a place where customer and company meet. Customers who had met it said what they had expected there and what they got, and both go to a scale from 0 to 100. The gap is what they got minus what they expected, in points: one for each company and touchpoint. Below 0, the company stays behind what was expected of it. The same delay angers those who were promised much, and not those who expected little.',
  gapShort: 'The gap is what customers got minus what they expected, in points.',
  gapsTogether: 'All companies together',
  gapsByIndustry: 'Industry by industry',
  gapsByIndustryNote: 'The figures stand in a table on the page of each industry.',
  gapChartTitle: (name: Name, wave: string) => say`${name} ${wave}: expected and experienced at touchpoints`,
  gapChartSays: (count: number, low: string, high: string): string =>
    count === 1
      ? `One touchpoint, with a gap of ${low} points.`
      : `${Number_(count)} touchpoints, with gaps from ${low} to ${high} points.`,
  gapChartKey: (percent: string): string =>
    `Open dot: expected. Filled dot, below it: experienced. Line through a dot: its ${percent} interval. In figures: the gap in points, with its interval. The axis does not start at 0.`,
  gapChartBeside: 'Small grey dots: all companies of the industry together.',
  gapChartIntended: 'Diamond: the level that the company’s own people intend.',
  gapCaption: (name: Name, wave: string) => say`${name} ${wave}: what customers expected and what they got`,
  touchpoint: 'Touchpoint',
  expected: 'Expected',
  experienced: 'Experienced',
  gap: 'Gap',
  gotHead: 'Got less / as expected / more',
  gotIs: (less: string, same: string, more: string) => `${less} / ${same} / ${more}`,
  topHeadOf: 'Expected the best answer',
  intendedIs: (level: string, people: number) =>
    `intended ${level} (${number(people)} ${many(people, 'person', 'people')} in the company)`,
  intendedFew: (people: number, needed: number) =>
    people < needed
      ? `intended level not shown: ${number(people)} ${many(people, 'person', 'people')} answered, ${number(needed)} needed`
      : 'intended level not shown, so that nobody’s answer can be read',
  channelIs: (name: Name) => say`channel: ${name}`,
  ownerIs: (name: Name) => say`department: ${name}`,
  stepIs: (name: Name) => say`step: ${name}`,
  tooFewGaps: (n: string, needed: string) =>
    `${n} ${many(Number(n), 'customer', 'customers')} answered both questions; ${needed} needed`,

  diagnosesHead: 'Where the gap is clearly worse than in the rest of the industry',
  diagnosesRule:
    'First question: is the gap of the company clearly worse than that of the other companies of its industry, taken together? Only then comes the second: is expected plus experienced clearly higher than theirs, or clearly lower? Higher means that it was the expectation that stood out, lower that it was the experience. Everything else is left without a diagnosis.',
  diagnosesCount: (compared: number, worse: number, percent: string): string => {
    if (compared === 1) return 'One gap was compared.'
    const second =
      worse === 0 ? '' : ' The second question is asked of those gaps only, with the same method.'
    return `${Number_(compared)} gaps were compared. When many are compared, some look worse by chance alone. The bar is therefore raised by the method of Benjamini and Hochberg: on average at most ${percent} of the differences that are called clear, for the worse or the better, are chance.${second} The interval of a single difference counts only that one, so it may leave out 0 without a diagnosis.`
  },
  diagnosis: 'Diagnosis',
  causeIs: {
    promise_too_high: 'Promise too high',
    delivery_too_low: 'Delivery too low',
    both_or_unclear: 'Both, or unclear',
  },
  causeRule: {
    promise_too_high:
      'Customers expect more here than of the other companies in the industry, and what they get does not keep up: the promise is too high.',
    delivery_too_low:
      'Customers get less here than from the other companies in the industry, and had not expected so little: the delivery is too low.',
    both_or_unclear:
      'The gap is clearly worse, but it cannot be told whether the promise or the delivery is behind it.',
  },
  causeIntended: 'It delivers the level that its own people intend, and customers expect more.',
  causeNone: 'not clearly worse than the rest',
  causeAlone: 'no other company to compare with',
  causesMost: (shown: number, all: number): string =>
    `The ${number(shown)} that lie farthest behind, of ${number(all)}. The others are in the file, and on the pages of their companies.`,
  diagnosesCaption: (cause: string, wave: string) => `${cause}, ${wave}`,
  diagnosedAt: (name: Name | Sentence, difference: string, interval: string): Sentence =>
    say`${name}: the gap is clearly worse than in the rest of the industry, by ${difference} points (${interval}).`,
  diagnosedBy: (expected: string, experienced: string): string =>
    `Compared with the rest, its customers expect ${expected} points and get ${experienced}.`,
  besideIs: 'beside the rest',
  ownDiagnoses: (worse: number, compared: number): string => {
    if (compared === 0) return 'None of its gaps could be compared with the rest of the industry.'
    if (compared === 1)
      return `One touchpoint could be compared with the rest of the industry. Its gap is ${worse === 0 ? 'not ' : ''}clearly worse.`
    return worse === 0
      ? `At ${none(compared)} of the ${number(compared)} touchpoints that could be compared is the gap clearly worse than in the rest of the industry.`
      : `At ${number(worse)} of the ${number(compared)} touchpoints that could be compared the gap is clearly worse than in the rest of the industry.`
  },
  industryDiagnoses: (worse: number, compared: number): string => {
    if (compared === 0) return 'No gap could be compared between the companies of this industry.'
    return `${worse === 0 ? None_(compared) : Number_(worse)} of ${compared === 1 ? 'the one gap' : `${number(compared)} gaps`} compared in this industry ${many(worse === 0 ? 1 : worse, 'is', 'are')} clearly worse than in the rest of it.`
  },
  moreGaps: 'How the diagnoses are made, and all industries',

  mindRecalled:
    'The expectation is remembered. Both questions come from one interview, and memory bends towards what was experienced.',
  mindCeiling: (touchpoints: Sentence): Sentence =>
    say`More than half expected the best answer there is: ${touchpoints}. Nobody can get more than that, so the gap there shows little but the experience.`,
  mindCeilingAt: (name: Name, share: string): Sentence => say`${name} (${share})`,
  mindBases: (few: Name, least: string, many: Name, most: string): Sentence =>
    say`Touchpoints have different customers: ${few} rests on ${least} ratings, ${many} on ${most}. Their gaps are therefore not averaged.`,
  mindCause:
    'A diagnosis says what a gap looks like. It is a place to begin looking, and no proof. What customers experience explains their loyalty better than the gap does.',
  gapsAsked: 'Only those who had met a touchpoint, and answered both questions about it, count.',
}
