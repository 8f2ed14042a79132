/** Breaks and their reasons, a company beside the rest, and whether an index is one thing, in English. */
import type { AgainstRest, ReliabilityRow } from '../../pipeline/tables.ts'
import { type Name, named, type Sentence, say } from '../sentence.ts'
import { many, number } from './counting-en.ts'

type Judged = NonNullable<ReliabilityRow['verdict']>
/** Verdicts that say that an index is not one thing. */
export type NotOneThing = Extract<Judged, 'weak' | 'reversed_item' | 'unrelated_item'>
/** Why a series is cut, in a word or two. */
export type Cause = 'questions' | 'scale' | 'weights' | 'units'

const whatIsWrong: Record<NotOneThing, string> = {
  weak: 'do not go together well enough to measure one thing',
  reversed_item: 'pull in different directions: at least one runs against the others',
  unrelated_item: 'do not all belong together: at least one has next to nothing in common with the others',
}

export const comparing = {
  quoted: (name: Name): Sentence => say`“${name}”`,
  cannotCompare: (index: Name) =>
    say`The figures of ${index} cannot be compared with those of the edition before.`,
  notAskedBefore: 'The index was not asked in the edition before.',
  itemsAdded: (count: number, questions: Sentence) =>
    say`${many(count, 'This question is', 'These questions are')} new: ${questions}`,
  itemsDropped: (count: number, questions: Sentence) =>
    say`${many(count, 'This question is', 'These questions are')} no longer asked: ${questions}`,
  scaleChanged: (before: string, now: string) =>
    `The new questions are answered from ${now}, the old ones were answered from ${before}.`,
  scaleSpan: (min: string, max: string) => `${min} to ${max}`,
  weightingChanged: (lacking: string, other: string) =>
    `The answers of ${other} came with weights, those of ${lacking} without.`,
  unitsChanged: (lacking: string, other: string) =>
    `It is known of ${other} which people were drawn together (clusters), but not of ${lacking}.`,
  modeChanged: (before: Name, now: Name) =>
    say`With caution: the answers were collected in another way than in the edition before (now ${now}, before ${before}). That alone may move figures.`,
  cutBy: {
    questions: 'the questions changed in',
    scale: 'the questions and their scale changed in',
    weights: 'the weighting changed in',
    units: 'the sampling units changed in',
  } as Record<Cause, string>,
  historyBreak: (causes: readonly string[]) =>
    `Dashed upright line: ${causes.join(', ')}, and the series is cut there.`,
  panelChanges: 'People who answered in both editions are counted as the same people.',

  besideRest: 'Beside the rest of the industry',
  restVerdict: {
    above: 'clearly above',
    below: 'clearly below',
    no_clear_difference: 'no clear difference',
  } as Record<AgainstRest['verdict'], string>,
  restWhy: (compared: number) =>
    `The rest of the industry is its other companies taken together.${compared < 2 ? '' : ` The verdict counts ${compared === 2 ? 'both' : `all ${number(compared)}`} companies compared, by Holm’s method. The interval of a single difference counts only that one, so it may leave out 0 without the difference being clear.`}`,
  wouldTake: 'Clear change next time',
  wouldTakeIs: (points: string) => `at least ${points} points`,
  wouldTakeMore:
    'Clear change next time: by so much must the score of the next edition differ from this one to count as clear, at this base and with as many comparisons.',

  oneThingHead: 'Do the questions of an index belong together?',
  oneThingLead: (enough: string) =>
    `An index adds up several questions. That makes sense where they measure one thing, so that people who answer high on one tend to answer high on the others. Alpha and omega say how closely the answers go together: near 0 not at all, at 1 entirely. By convention a standardised alpha of ${enough} is enough. The weakest question is the one whose answers follow the others least (as a correlation, from −1 to 1).`,
  oneThingCaption: 'How closely the questions go together, ratings of all companies together',
  alpha: 'Alpha',
  alphaStandardised: 'Standardised alpha',
  omega: 'Omega',
  weakest: 'Weakest question',
  judged: 'Verdict',
  twoItems: 'Of two questions alpha is that of Spearman and Brown, and there is no omega.',
  questionsAsked: (count: number) => `${number(count)} ${many(count, 'question', 'questions')}`,
  fewForThis: (n: string, needed: string) => `${n} ratings with all answers; ${needed} needed`,
  oneThingIs: {
    one_thing: 'The questions go together well enough to be one index.',
    weak: 'The questions do not go together well enough to measure one thing.',
    reversed_item: 'At least one question runs against the others: it may be the wrong way round.',
    unrelated_item: 'At least one question has next to nothing in common with the others.',
    too_few_items: 'Only one question: there is nothing to compare.',
    no_variation: 'Cannot be judged: all answers to one of the questions are the same.',
  } as Record<Judged, string>,
  oneThingAlso: {
    several_dimensions: 'There may be more than one thing in it.',
    variance_extracted_low:
      'What the questions have in common explains less than half of how the answers differ.',
    heywood: 'Omega is unsure: its model fits badly.',
    no_factor_model: 'Omega cannot be computed: its model has no solution.',
  } as Record<string, string>,
  notOneThing: (verdict: NotOneThing, alpha: string | undefined, href: string): Sentence =>
    say`The questions of this index ${named(whatIsWrong[verdict], href)}${alpha === undefined ? '' : ` (standardised alpha ${alpha})`}. Read them one by one.`,
}
