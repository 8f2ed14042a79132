/** Split ballots: half of the respondents get the questions in another order. In English. */
import type { ExperimentRow } from '../../pipeline/tables.ts'
import { type Name, type Sentence, say } from '../sentence.ts'
import { many, number } from './counting-en.ts'

export const ballots = {
  ballotsHead: 'Does the order of the questions matter?',
  ballotsWhy:
    'The respondents were divided into two halves, and each half got the questions in its own order. If the order did nothing, only chance would set the two apart.',
  halfHigher: (index: Name, higher: Name, lower: Name, points: string, interval: string): Sentence =>
    say`Yes, in ${index}: the half “${higher}” scores ${points} points higher (${interval}) than the half “${lower}”. That is a clear difference.`,
  /** `rest`: another index does differ */
  halvesAlike: (indices: Sentence, count: number, rest: boolean): Sentence =>
    rest
      ? say`No clear difference in ${indices}.`
      : say`The order makes no clear difference in ${count > 2 ? say`any of the ${number(count)} indices (${indices})` : indices}.`,
  ballotCaption: (label: Name, wave: string): Sentence =>
    say`${label}, ${wave}: scores of the two halves, all companies together`,
  halfHead: (half: Name): Sentence => say`Half “${half}”`,
  difference: 'Difference',
  halfDifference: (percent: string): string => `Difference (second half minus first), ${percent} interval`,
  verdictHead: 'Verdict',
  halfVerdict: {
    a_higher: 'clear difference',
    b_higher: 'clear difference',
    no_clear_difference: 'no clear difference',
  } as Record<NonNullable<ExperimentRow['verdict']>, string>,
  halfUntested: 'cannot be tested',
  ballotHolm: (tested: number): string =>
    `The verdicts count ${tested === 2 ? 'both' : `all ${number(tested)}`} ${many(tested, 'index', 'indices')}, by Holm’s method.`,
}
