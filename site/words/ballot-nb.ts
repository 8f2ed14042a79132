/** Split ballots: half of the respondents get the questions in another order. In bokmål. */
import { say } from '../sentence.ts'
import type { ballots as english } from './ballot-en.ts'
import { number } from './counting-nb.ts'

export const ballots: typeof english = {
  ballotsHead: 'Har rekkefølgen på spørsmålene noe å si?',
  ballotsWhy:
    'De som svarte, er delt i to halvdeler som fikk spørsmålene i hver sin rekkefølge. Hadde rekkefølgen ingenting å si, ville bare tilfeldigheter skille de to.',
  halfHigher: (index, higher, lower, points, interval) =>
    say`Ja, i ${index}: Halvdelen «${higher}» ligger ${points} poeng høyere (${interval}) enn halvdelen «${lower}». Det er en klar forskjell.`,
  halvesAlike: (indices, count, rest) =>
    rest
      ? say`Ingen klar forskjell i ${indices}.`
      : say`Rekkefølgen gir ingen klar forskjell i ${count > 2 ? say`noen av de ${number(count)} indeksene (${indices})` : indices}.`,
  ballotCaption: (label, wave) =>
    say`${label}, ${wave}: poengsummen til de to halvdelene, alle bedrifter samlet`,
  halfHead: (half) => say`Halvdelen «${half}»`,
  difference: 'Forskjell',
  halfDifference: (percent) => `Forskjell (andre halvdel minus første), ${percent}-intervall`,
  verdictHead: 'Vurdering',
  halfVerdict: {
    a_higher: 'klar forskjell',
    b_higher: 'klar forskjell',
    no_clear_difference: 'ingen klar forskjell',
  },
  halfUntested: 'kan ikke prøves',
  ballotHolm: (tested) =>
    `Om en forskjell er klar, avgjøres med Holms metode for ${tested === 2 ? 'begge' : `alle de ${number(tested)}`} indeksene under ett.`,
}
