/** An index ranked with and without a second one, in English. */
import type { CombinedRow } from '../../pipeline/tables.ts'
import { type Name, type Sentence, say } from '../sentence.ts'
import { listed, many, Number_, number } from './counting-en.ts'

const all = (n: number) => (n === 2 ? 'Both' : `All ${number(n)}`)
const places = (n: number) => `place ${n}`

export const mixing = {
  /** `ten`: there are companies outside the top ten */
  mixHead: (ten: boolean): string =>
    ten ? 'Would the top ten be different?' : 'Would the order be different?',
  mixNav: (ten: boolean): string => (ten ? 'Another top ten?' : 'Another order?'),
  mixOnward: 'How sure that is, and who gains and loses',
  mixOf: (index: Name, other: Name): Sentence => say`${index} with and without ${other}`,

  someCompanies: (n: number): string => `${number(n)} ${many(n, 'company', 'companies')}`,
  sameTen: (other: Name, share: string): Sentence =>
    say`If ${other} counted for ${share} of the score, the top ten would hold the same companies.`,
  noneStays: (other: Name, share: string): Sentence =>
    say`If ${other} counted for ${share} of the score, none of the top ten would stay.`,
  /** who enters and who drops out; empty where nobody does, but not both */
  exchange: (other: Name, share: string, entering: Sentence, leaving: Sentence): Sentence => {
    const start = say`If ${other} counted for ${share} of the score, `
    if (leaving.length === 0)
      return say`${start}${entering} would enter the top ten, and nobody would drop out.`
    if (entering.length === 0)
      return say`${start}${leaving} would drop out of the top ten, and nobody would enter.`
    return say`${start}${entering} would enter the top ten, and ${leaving} would drop out.`
  },
  wouldEnter: 'Would enter',
  wouldLeave: 'Would drop out',
  byChance: {
    more: 'That is more than chance can explain.',
    no_more: 'That is no more than chance can explain.',
    unknown: 'Whether that is more than chance can explain has not been computed.',
  },
  chanceAlone: (
    index: Name,
    other: Name,
    expected: string,
    [low, high]: readonly [string, string],
    percent: string,
  ): Sentence =>
    say`Suppose ${other} held nothing of its own, only what ${index} predicts. Then chance in who was asked would still make about ${expected} of the top ten drop out (${low === high ? low : `${low} to ${high}`} in ${percent} of simulated surveys).`,
  asMany: (n: number, share: string): string =>
    `In ${share} of them at least ${number(n)} ${many(n, 'drops', 'drop')} out.`,
  tiedTens: (alone: number, mixed: number, index: Name, other: Name): Sentence =>
    alone > 10 && mixed > 10
      ? say`Because of ties, the top ten hold ${number(alone)} companies by ${index} alone, and ${number(mixed)} with ${other}.`
      : alone > 10
        ? say`Because of ties, the top ten by ${index} alone hold ${number(alone)} companies.`
        : say`Because of ties, the top ten with ${other} hold ${number(mixed)} companies.`,

  onePlaced: (name: Name): Sentence =>
    say`Only ${name} has enough ratings for a place, so there is no order to change.`,
  fewPlaced: (n: number): string => `${all(n)} ranked companies are in the top ten either way.`,
  orderTurns: (other: Name, share: string, pairs: number, turned: number, same: boolean): Sentence => {
    const start = say`If ${other} counted for ${share} of the score, `
    if (same) return say`${start}their order would be the same.`
    if (turned === 0) return say`${start}no two of them would trade places, but ties would come or go.`
    if (pairs === 1) return say`${start}the two would trade places.`
    return say`${start}${number(turned)} of the ${number(pairs)} pairs of companies would change order.`
  },
  /** `limits`: what the orders of all customers may have */
  tauIs: (tau: string, limits: readonly [string, string] | undefined, reaches: boolean): string =>
    [
      `Kendall’s tau, which says how far two orders agree, is ${tau} in these answers. At 1 the orders are the same, at 0 they have nothing to do with each other.`,
      ...(limits === undefined
        ? []
        : [`Had all customers been asked, it might lie anywhere from ${limits[0]} to ${limits[1]}.`]),
      ...(reaches ? ['So the two orders may well be the same.'] : []),
    ].join(' '),

  mixTitle: (index: Name, other: Name): Sentence => say`Place in ${index} alone, and with ${other}`,
  mixedHead: 'Combined',
  stay: (n: number, of: number): string => {
    const some = n === of ? `All ${number(n)}` : n === 0 ? 'None' : Number_(n)
    return `${some} of the top ten ${many(n, 'stays', 'stay')}.`
  },
  moveIs: (name: Name, from: number, to: number): Sentence => say`${name} (from ${places(from)} to ${to})`,
  enterAre: (moves: Sentence): Sentence => say`Enter: ${moves}.`,
  leaveAre: (moves: Sentence): Sentence => say`Drop out: ${moves}.`,
  moveAre: (moves: Sentence): Sentence => say`Another place: ${moves}.`,
  nobodyMoves: 'Every company keeps its place.',
  slopeKey: (index: Name, other: Name, share: string): Sentence =>
    say`Left: place by ${index} alone. Right: place with ${other} counting ${share}.`,
  slopeEnters: 'Heavy line, bold name: enters the top ten.',
  slopeLeaves: 'Dashed: drops out.',
  slopeEnd: 'Dotted: the end of the top ten.',
  slopePart: 'Only the companies around the top ten are drawn. The table has all.',

  shiftsHead: 'Who gains and who loses?',
  shiftsWhy: (level: string, down: boolean, other: Name): Sentence =>
    say`Counting in ${other} ${down ? 'lowers' : 'raises'} the scores of the ranked companies by ${level} points on average. If it did the same to each, nobody would pass anybody. What counts is how far a company’s own shift lies from that average.`,
  shiftTitle: (other: Name): Sentence => say`Shift beside the average shift when ${other} counts too`,
  /** who clearly gains and loses; empty where nobody does */
  shiftsAre: (other: Name, gains: Sentence, gain: number, loses: Sentence, lose: number): Sentence => {
    const end = say`when ${other} counts too`
    const up = say`${gains} clearly ${many(gain, 'gains', 'gain')}`
    const down = say`${loses} clearly ${many(lose, 'loses', 'lose')}`
    if (gain > 0 && lose > 0) return say`${up} ${end}, and ${down}.`
    if (gain > 0) return say`${up} ${end}. Nobody clearly loses.`
    if (lose > 0) return say`${down} ${end}. Nobody clearly gains.`
    return say`No company clearly gains or loses ${end}.`
  },
  shiftsCount: (counted: number): string =>
    `The verdict counts ${counted === 2 ? 'both' : `all ${number(counted)}`} ranked companies, by Holm’s method. A single interval counts only its own company, so it may leave out 0 without the shift being clear.`,
  shiftKey: (percent: string): string =>
    `Dot: points more or less than the average shift. Line: ${percent} interval. Filled dot: clear. Open dot: not clear. Dashed: the average shift.`,
  shiftPart: (n: number): string =>
    `${Number_(n)} companies: the top ten, those that would enter, and those with the clearest shifts.`,
  shiftVerdict: {
    gains: 'clearly gains',
    loses: 'clearly loses',
    no_clear_shift: 'not clear',
  } as Record<NonNullable<CombinedRow['verdict']>, string>,

  mixCaption: (index: Name, other: Name, share: string, wave: string, percent: string): Sentence =>
    say`${index} ${wave}, alone and with ${other} counting ${share}: ranked companies, with ${percent} intervals`,
  shift: 'Shift',
  besideAverage: 'Beside the average shift',
  placeThen: (place: number, up: number): string =>
    `${places(place)}, ${up === 0 ? 'unchanged' : `${number(Math.abs(up))} ${up > 0 ? 'up' : 'down'}`}`,
  entersTen: 'enters the top ten',
  leavesTen: 'drops out of the top ten',
  unplacedWhy: (index: Name, other: Name, minimum: string, shown: string): Sentence =>
    say`Only ratings with an answer on both ${index} and ${other} count here. A place takes at least ${minimum} of them, and a score at least ${shown}.`,

  sharesHead: 'How much should it count?',
  sharesLead: (other: Name, share: string): Sentence =>
    say`How much ${other} should count is a choice, and no survey can make it. This barometer lets it count ${share}. Other shares would give this:`,
  sharesTitle: (other: Name): Sentence => say`How many of the top ten drop out, by how much ${other} counts`,
  sharesTauTitle: (other: Name): Sentence => say`How far the two orders agree, by how much ${other} counts`,
  sharesNever: (shares: number): string =>
    `At none of the ${shares} shares computed do more drop out than chance can explain.`,
  sharesWhere: (runs: readonly (readonly [string, string])[]): string =>
    `More drop out than chance can explain at ${listed(runs.map(([a, b]) => (a === b ? a : `${a} to ${b}`)))}. Each share is judged on its own.`,
  sharesFrom: (most: number, at: string): string =>
    `At most ${number(most)} of the top ten ${many(most, 'drops', 'drop')} out, first at ${at}.`,
  sharesKey: (percent: string): string =>
    `Upright: how many of the top ten drop out. Dots: in these answers. Band: in ${percent} of surveys simulated by chance alone; dashed: their average. Across: how many per cent the second index counts. Upright line: the share of this barometer.`,
  sharesTauSays: (low: string, high: string): string =>
    `Kendall’s tau lies between ${low} and ${high}. At 1 the order is the same as without the second index.`,
  sharesTauKey: (percent: string): string =>
    `Upright: Kendall’s tau. Dots: in these answers. Band: where it may lie among all customers (${percent} interval), which need not hold the dots. Across: how many per cent the second index counts. Upright line: the share of this barometer.`,
  sharesCaption: (index: Name, other: Name): Sentence =>
    say`${index}: what the share of ${other} does to the ranking`,
  counts: 'Counts',
  thisShare: 'this barometer',
  dropOut: 'Drop out',
  chanceOnly: 'By chance alone',
  moreThanChance: 'More than chance?',
  isMore: { more: 'yes', no_more: 'no', unknown: '–' },
  agreement: 'Kendall’s tau in these answers (among all customers)',
  whoEnters: 'Who would enter',
  nobody: 'nobody',

  mindHead: 'What to keep in mind',
  /** `ranking`: the index, linked to its own ranking */
  mindRatings: (index: Name, other: Name, ranking: Name): Sentence =>
    say`Both rankings rest on the same ratings: those with an answer on both ${index} and ${other}. So n may be smaller here, and a score or a place another, than in the ranking of ${ranking}.`,
  mindLevel: (index: Name, other: Name, lower: boolean): Sentence =>
    say`Customers answer ${lower ? 'lower' : 'higher'} on ${other} than on ${index}. So nearly every score ${lower ? 'falls' : 'rises'} when both count. By itself that says nothing about any one company.`,
  mindPlaces: 'Places are those of these answers. Another sample would move many of them.',
  mindChance: (risk: string): string =>
    `“More than chance can explain” means that fewer than ${risk} of the simulated surveys make as many or more drop out.`,
  mindWhole: (shifts: Name): Sentence =>
    say`What is said of chance holds for the exchange as a whole, not for each company in it. For single companies see ${shifts}`,
  mindMore: (method: Name): Sentence => say`How it is computed: ${method}, § 16.`,

  mixCardHead: (other: Name): Sentence => say`If ${other} counted too`,
  mixCard: (other: Name, share: string, from: number, to: number, of: number): Sentence =>
    from === to
      ? say`If ${other} counted for ${share} of the score, the company would keep place ${from} among ${number(of)}.`
      : say`If ${other} counted for ${share} of the score, the company would go from place ${from} to ${to} among ${number(of)}.`,
  mixCardTen: {
    enters: 'In these answers it would enter the top ten.',
    leaves: 'In these answers it would drop out of the top ten.',
  },
  mixCardPoints: (from: string, to: string, shift: string, interval: string, base: string): string =>
    `Its score would go from ${from} to ${to}, a shift of ${shift} points (${interval}), ${base}.`,
  mixCardVerdict: (verdict: NonNullable<CombinedRow['verdict']>, points: string, interval: string): string =>
    ({
      gains: `Beside the average shift it clearly gains: ${points} points (${interval}).`,
      loses: `Beside the average shift it clearly loses: ${points} points (${interval}).`,
      no_clear_shift: `It neither clearly gains nor clearly loses on the others: ${points} points (${interval}) beside the average shift.`,
    })[verdict],
  mixCardNone: (other: Name, why: string): Sentence =>
    say`Not ranked with ${other}, where only ratings with both indices count: ${why}.`,
}
