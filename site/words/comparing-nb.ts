/** Breaks and their reasons, a company beside the rest, and whether an index is one thing, in bokmål. */
import { named, say } from '../sentence.ts'
import type { comparing as english, NotOneThing } from './comparing-en.ts'
import { many, neuter, number } from './counting-nb.ts'

const whatIsWrong: Record<NotOneThing, string> = {
  weak: 'henger ikke godt nok sammen til å måle én ting',
  reversed_item: 'trekker i hver sin retning: minst ett går mot de andre',
  unrelated_item: 'hører ikke godt sammen: minst ett har nesten ingenting felles med de andre',
}

export const comparing: typeof english = {
  quoted: (name) => say`«${name}»`,
  cannotCompare: (index) => say`Tallene for ${index} kan ikke sammenlignes med dem i forrige utgave.`,
  notAskedBefore: 'Indeksen var ikke med i forrige utgave.',
  itemsAdded: (count, questions) =>
    say`${many(count, 'Dette spørsmålet er nytt', 'Disse spørsmålene er nye')}: ${questions}`,
  itemsDropped: (count, questions) =>
    say`${many(count, 'Dette spørsmålet', 'Disse spørsmålene')} stilles ikke lenger: ${questions}`,
  scaleChanged: (before, now) =>
    `De nye spørsmålene besvares fra ${now}, de gamle ble besvart fra ${before}.`,
  scaleSpan: (min, max) => `${min} til ${max}`,
  weightingChanged: (lacking, other) => `Svarene fra ${other} kom med vekter, de fra ${lacking} uten.`,
  unitsChanged: (lacking, other) =>
    `For ${other} er det kjent hvilke personer som ble trukket sammen (klynger), men ikke for ${lacking}.`,
  modeChanged: (before, now) =>
    say`Med forbehold: Svarene er samlet inn på en annen måte enn i forrige utgave (nå ${now}, før ${before}). Det kan i seg selv flytte tallene.`,
  cutBy: {
    questions: 'spørsmålene ble endret i',
    scale: 'spørsmålene og skalaen ble endret i',
    weights: 'vektingen ble endret i',
    units: 'utvalgsenhetene ble endret i',
  },
  historyBreak: (causes) =>
    `Stiplet loddrett strek: ${causes.join(', ').replace(/^./, (letter) => letter.toUpperCase())}, og serien er brutt der.`,
  panelChanges: 'De som svarte i begge utgavene, regnes som de samme personene.',

  besideRest: 'Mot resten av bransjen',
  restVerdict: {
    above: 'klart over',
    below: 'klart under',
    no_clear_difference: 'ingen klar forskjell',
  },
  restWhy: (compared) =>
    `Resten av bransjen er de andre bedriftene i den under ett.${compared < 2 ? '' : ` Om forskjellen er klar, avgjøres med Holms metode for ${compared === 2 ? 'begge' : `alle de ${number(compared)}`} bedriftene som sammenlignes. Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at forskjellen er klar.`}`,
  wouldTake: 'Klar endring neste gang',
  wouldTakeIs: (points) => `minst ${points} poeng`,
  wouldTakeMore:
    'Klar endring neste gang: Så mye må poengsummen i neste utgave skille seg fra denne for å regnes som klar, med samme grunnlag og like mange sammenligninger.',

  oneThingHead: 'Hører spørsmålene i en indeks sammen?',
  oneThingLead: (enough) =>
    `En indeks legger sammen flere spørsmål. Det gir mening når de måler én ting, slik at de som svarer høyt på ett, gjerne svarer høyt på de andre. Alfa og omega sier hvor tett svarene følger hverandre: nær 0 ikke i det hele tatt, ved 1 fullstendig. Etter vanlig regel er en standardisert alfa på ${enough} nok. Det svakeste spørsmålet er det som følger de andre minst (som korrelasjon, fra −1 til 1).`,
  oneThingCaption: 'Hvor tett spørsmålene følger hverandre, vurderinger av alle bedrifter samlet',
  alpha: 'Alfa',
  alphaStandardised: 'Standardisert alfa',
  omega: 'Omega',
  weakest: 'Svakeste spørsmål',
  judged: 'Vurdering',
  twoItems: 'Med to spørsmål er alfa den til Spearman og Brown, og det finnes ingen omega.',
  questionsAsked: (count) => `${neuter(count)} spørsmål`,
  fewForThis: (n, needed) => `${n} vurderinger med alle svar; det kreves ${needed}`,
  oneThingIs: {
    one_thing: 'Spørsmålene henger godt nok sammen til å være én indeks.',
    weak: 'Spørsmålene henger ikke godt nok sammen til å måle én ting.',
    reversed_item: 'Minst ett spørsmål går mot de andre: Det kan være snudd feil vei.',
    unrelated_item: 'Minst ett spørsmål har nesten ingenting felles med de andre.',
    too_few_items: 'Bare ett spørsmål: Det er ingenting å sammenligne.',
    no_variation: 'Kan ikke vurderes: Alle svarene på ett av spørsmålene er like.',
  },
  oneThingAlso: {
    several_dimensions: 'Det kan være mer enn én ting i den.',
    variance_extracted_low:
      'Det spørsmålene har felles, forklarer mindre enn halvparten av hvor ulike svarene er.',
    heywood: 'Omega er usikker: Modellen bak passer dårlig.',
    no_factor_model: 'Omega kan ikke beregnes: Modellen bak har ingen løsning.',
  },
  notOneThing: (verdict, alpha, href) =>
    say`Spørsmålene i denne indeksen ${named(whatIsWrong[verdict], href)}${alpha === undefined ? '' : ` (standardisert alfa ${alpha})`}. Les dem ett for ett.`,
}
