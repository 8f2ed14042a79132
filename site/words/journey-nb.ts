/** Parts of the customer's journey, and whether needs were met, in bokmål. */
import { say } from '../sentence.ts'
import { large, many, number } from './counting-nb.ts'
import type { journeying as english } from './journey-en.ts'

export const journeying: typeof english = {
  journeyHead: 'Én bedrift, eller flere?',
  journeyWhat:
    'Kontaktpunktene hører til ulike avdelinger og ulike steg på kundens vei, men kunden ser én bedrift. Her sammenlignes det hver kunde opplevde i én del, med det samme kunde opplevde i bedriftens andre kontaktpunkter, og den forskjellen med den samme forskjellen i resten av bransjen.',
  journeyFound: (weaker, stronger, compared) => {
    if (compared === 0) return 'Ingen del av en kundereise kunne sammenlignes.'
    const of = `av ${number(compared)} ${many(compared, 'del', 'deler')} av en bedrifts kundereise`
    return weaker + stronger === 0
      ? `Ingen ${of} er klart svakere eller sterkere enn bedriften ellers er.`
      : `${large(number(weaker))} ${of} er klart svakere enn bedriften ellers er, og ${number(stronger)} er klart sterkere.`
  },
  journeyCount: (percent) =>
    `Hva som er klart, avgjøres for alle delene av ett slag med metoden til Benjamini og Hochberg: I gjennomsnitt er høyst ${percent} av forskjellene som kalles klare, tilfeldige. En avdeling, et steg eller en kanal med bare ett kontaktpunkt er det kontaktpunktet, og står sammen med det.`,
  journeyChanges: 'Om en endring er klar, avgjøres med Holms metode for alle bedriftene med den delen.',
  journeyKinds: 'Hvor mange bedrifter som er klart svakere eller sterkere i hver del enn de ellers er',
  journeyCaption: (wave) => `Deler som er klart svakere eller sterkere enn samme bedrift ellers er, ${wave}`,
  journeyMost: (shown, all) =>
    `De ${number(shown)} største forskjellene, av ${number(all)}. De andre finnes i filen og på sidene til bedriftene.`,
  ownJourney: (name) => say`Kundereisen hos ${name}, del for del`,
  ownJourneyFound: (weaker, stronger, compared) => {
    if (compared === 0) return 'Ingen del av kundereisen kunne sammenlignes med de andre.'
    const of =
      compared === 1 ? 'av den ene delen av kundereisen' : `av de ${number(compared)} delene av kundereisen`
    return weaker + stronger === 0
      ? `Ingen ${of} er klart svakere eller sterkere enn bedriften ellers er.`
      : `${large(number(weaker))} ${of} er klart svakere enn bedriften ellers er, og ${number(stronger)} er klart sterkere.`
  },
  ownJourneyWhat:
    'Hver del sammenlignes med det de samme kundene opplevde i bedriftens andre kontaktpunkter, og den forskjellen med det som er vanlig i resten av bransjen.',
  part: 'Del',
  comparedHead: 'Sammen­lignet',
  weakerHead: 'Klart svakere',
  strongerHead: 'Klart sterkere',
  besideOthers: 'Mot bedriftens andre kontaktpunkter',
  partVerdict: {
    weaker: 'klart svakere',
    stronger: 'klart sterkere',
    no_clear_difference: 'ingen klar forskjell',
  },
  partAlone: 'kan ikke sammenlignes',
  stepsHead: 'Steg for steg gjennom årene',
  stepsWhy:
    'God service kommer av mange små forbedringer. Her er det kundene opplevde på hvert steg, med intervall.',
  stepTitle: (company, step) => say`${company}: opplevd på steget ${step}`,
  stepsCaption: (company) => say`${company}: opplevd på hvert steg av kundereisen`,
  stepBreak: 'Stiplet loddrett strek: Kontaktpunktene eller spørsmålene ble endret, og serien er brutt der.',
  step: 'Steg',

  needHead: 'Fikk kundene det de trengte?',
  needFound: (index, higher, lower, compared) => {
    const also = lower === 0 ? '' : `, og klart lavere i ${number(lower)}`
    const those = 'klart høyere blant dem som fikk det de trengte'
    if (compared === 1)
      return say`I den ene bransjen som kunne sammenlignes, er ${index} ${higher === 0 ? 'ikke ' : ''}${those}${also}`
    return higher === compared
      ? say`I ${compared === 2 ? 'begge' : `alle de ${number(compared)}`} bransjene er ${index} ${those}`
      : say`I ${number(higher)} av de ${number(compared)} bransjene er ${index} ${those}${also}`
  },
  needIs: (index, share, met, unmet, difference) =>
    say`${share} fikk det de trengte. Blant dem er ${index} ${met}, blant de andre ${unmet}: en forskjell på ${difference} poeng.`,
  needNoProof:
    'Dette beviser ikke at det lønner seg å dekke behovet: De som fikk det de trengte, kan skille seg fra de andre på mer enn det.',
  needTitle: (index, wave) => say`${index} ${wave}: de som fikk det de trengte, og de som ikke gjorde det`,
  needSays: (count, low, high) =>
    count === 1
      ? `Én gruppe, med en forskjell på ${low} poeng.`
      : `${large(number(count))} grupper, med forskjeller fra ${low} til ${high} poeng.`,
  needKey: (percent) =>
    `Fylt prikk: de som fikk det de trengte. Åpen prikk, over den: de som ikke gjorde det. Strek gjennom en prikk: ${percent}-intervall. I tall: forskjellen i poeng, med intervall. Aksen begynner ikke på 0.`,
  needCaption: (name, wave) => say`${name} ${wave}: etter om kundene fikk det de trengte`,
  servedCaption: (index) => say`${index} etter hvem som betjente kunden`,
  metCaption: (index) => say`${index} etter om et kontaktpunkt ga minst det som var ventet`,
  who: 'Kundene til',
  servedHead: 'Betyr det noe hvem som betjente dem?',
  servedWhy: 'Betjent av',
  metHead: 'Der forventningene ble innfridd',
  gotNeeded: 'Fikk det de trengte',
  gotExpected: 'Fikk det de ventet',
  indexMet: (index) => `${index} blant dem`,
  indexUnmet: (index) => `${index} blant de andre`,
  clearlyMore: 'klart høyere',
  clearlyLess: 'klart lavere',
  noClearDifference: 'ingen klar forskjell',
  needCount: (percent) =>
    `«Klart» tar hensyn til alle slike sammenligninger i utgaven, med metoden til Benjamini og Hochberg: I gjennomsnitt er høyst ${percent} av forskjellene som kalles klare, tilfeldige.`,
  tooFewNeeds: (met, unmet, needed) =>
    `for få: ${met} fikk det og ${unmet} fikk det ikke; det kreves ${needed} av hver`,
}
