/** What drives an index, how it acts and what to fix first, in bokmål. */
import { say } from '../sentence.ts'
import { large, many, neuter, number } from './counting-nb.ts'
import type { driving as english } from './drivers-en.ts'

const things = (n: number) => `${neuter(n)} forhold`

export const driving: typeof english = {
  driversName: 'Hva bør forbedres først',
  driversHead: {
    few: (outcome) => say`For få svar til å si hva som betyr mest for ${outcome}`,
    promises: (outcome) => say`Hva forventninger gjør med ${outcome}`,
    alone: (outcome) => say`Det er bare spurt om ett forhold som kan forklare ${outcome}`,
    none: (outcome) => say`Det lar seg ikke si hva som betyr mest for ${outcome}`,
    one: (driver, outcome) => say`${driver} betyr mest for ${outcome}`,
    tied: (drivers, outcome) => say`${drivers} betyr mest for ${outcome}, og kan ikke skilles fra hverandre`,
    everyone: (drivers, outcome) =>
      say`${drivers} betyr alle noe for ${outcome}; hva som betyr mest, lar seg ikke si`,
  },
  driversBoth: (drivers, outcome) =>
    say`${drivers} betyr begge noe for ${outcome}; hva som betyr mest, lar seg ikke si`,
  driverShare: (driver, share) => say`${driver} for ${share}`,
  driverShares: (outcome, shares, together) =>
    say`Av det forholdene forklarer av forskjellene i ${outcome}, står ${shares}. Alle forholdene til sammen forklarer ${together} av disse forskjellene; resten skyldes andre ting og tilfeldigheter.`,
  driversExplain: (outcome, together, count) =>
    say`${count === 1 ? 'Det forklarer' : `Til sammen forklarer de ${neuter(count)} forholdene`} ${together} av forskjellene i ${outcome} mellom kundene (R²); resten skyldes andre ting og tilfeldigheter.`,
  driversWhat: (outcome) =>
    say`Her undersøkes forhold som kan forklare ${outcome}. Kundene svarte på spørsmål om hvert av dem, og hvert forhold plasseres på en skala fra 0 til 100. Betydningen er forholdets andel av alt det forholdene forklarer til sammen: Den er stor når kunder som gir forholdet mange poeng, også gir mange i ${outcome}. Andelene blir 100 % til sammen.`,
  driversTieRule:
    'Et forhold nevnes som det viktigste bare når intervallet ligger over 0. Det står alene bare når intervallet ligger over intervallene til alle de andre.',

  driver: 'Forhold',
  importance: 'Betydning',
  driverScore: 'Poeng nå',
  howItActs: 'Hvordan det virker',
  advice: 'Råd',
  importanceHead: 'Hvor mye hvert forhold betyr',
  importanceTitle: (who, outcome, wave) => say`${who} ${wave}: betydning for ${outcome}`,
  importanceSays: (count, low, high) =>
    count === 1
      ? `Ett forhold, med en betydning på ${low}.`
      : `${large(things(count))}, med betydning fra ${low} til ${high}.`,
  importanceKey: (percent) =>
    `Prikk: betydning, andelen i prosent av det forholdene forklarer til sammen. Strek: ${percent}-intervall. Åpen prikk: Intervallet når ned til 0, så det lar seg ikke si om forholdet betyr noe.`,
  driversCaption: (who, wave) =>
    say`${who} ${wave}: hvor mye hvert forhold betyr, hvordan det virker, og hva som bør gjøres`,
  importanceUnknown: 'for få vurderinger',

  kindIs: {
    basic: 'Grunnleggende',
    performance: 'Ytelse',
    excitement: 'Begeistring',
    none: 'Ingen virkning funnet',
    not_interpretable: 'Kan ikke tolkes',
  },
  kindRule: {
    basic: 'skader når det svikter, og ingen takker når det virker',
    performance: 'skader når det er dårlig, og gleder når det er bra',
    excitement: 'gleder når det er mye av det, og nesten ingen savner det når det er lite',
    none: 'ingen klar forskjell mellom kunder som har lite av det, og kunder som har mye',
    not_interpretable:
      'ser ut til å ha en virkning, men svarene viser ikke hvilken av disse formene den har, eller det er for få kunder i en av endene',
  },
  kindActs: {
    basic: 'skader når det svikter, og ingen takker når det virker',
    performance: 'skader når det er dårlig, og gleder når det er bra',
    excitement: 'gleder når det er mye av det, og nesten ingen savner det når det er lite',
    none: '',
    not_interpretable: 'koster poeng når det svikter; hva det gir når det er bra, viser svarene ikke',
  },
  kindsHead: 'Hvordan hvert forhold virker',
  kindsLead:
    'Noe må bare virke: Det skader når det svikter, og ingen merker det når det virker. Annet gleder. Derfor ses hvert forhold fra begge ender: hva de kundene svarer som gir det få poeng, og hva de svarer som gir det mange, ved siden av dem imellom.',
  kindsMissing: 'Ikke for noe forhold er det nok svar i begge ender til å si hvordan det virker.',

  penaltyHead: 'Hva det koster når det svikter, og hva det gir når det er bra',
  penalty: 'Når det svikter',
  reward: 'Når det er bra',
  lost: 'Tapte poeng i alt',
  penaltyTitle: (who, outcome, wave) =>
    say`${who} ${wave}: poeng i ${outcome} som tapes når et forhold svikter, og vinnes når det er bra`,
  penaltySays: (count, worst, best) =>
    count === 1
      ? `Ett forhold: ${worst} poeng når det svikter, ${best} når det er bra.`
      : `${large(things(count))}: ned til ${worst} poeng når et av dem svikter, opp til ${best} når et av dem er bra.`,
  penaltyKey: (percent) =>
    `Åpen prikk: kunder som opplever at det svikter. Fylt prikk, under den: kunder som opplever at det er bra. Begge er poeng i utfallet sammenlignet med kundene imellom (den heltrukne streken ved 0), når de andre forholdene er like. Strek gjennom en prikk: ${percent}-intervall. I tall: begge.`,
  penaltyCaption: (who, wave) =>
    say`${who} ${wave}: hva hvert forhold koster når det svikter, og gir når det er bra`,
  penaltyWhat:
    'Et forhold svikter for kunder som gir det høyst 56 poeng (6 på en skala fra 1 til 10). Det er bra for kunder som gir det minst 89 (9 på den skalaen). Tapte poeng i alt tar også med hvor mange kunder det svikter for: Så mye trekker de ned gjennomsnittet for alle kundene.',
  endsFew: 'for få kunder i en av endene',
  penaltyLabel: (penalty, reward) => `${penalty} / ${reward}`,

  mapHead: 'Betydning ved siden av poeng',
  mapTitle: (who, wave) => say`${who} ${wave}: betydning og poeng for hvert forhold`,
  mapSays: (count, low, high) =>
    count === 1
      ? `Ett forhold, med ${low} poeng.`
      : `${large(things(count))}, med poeng fra ${low} til ${high}.`,
  mapKey: (percent) =>
    `Oppover: betydning i prosent. Mot høyre: poeng nå. Det som ligger høyt og til venstre, betyr altså mye og får få poeng. Fylt prikk: bør forbedres først, ifølge rådet. Streker gjennom en prikk: ${percent}-intervaller. Stiplet: gjennomsnittet av poengene til forholdene, og en lik andel av betydningen. De er en konvensjon, og ingen grense mellom godt og dårlig. Aksen for poeng begynner ikke på 0.`,
  mapImportance: 'Betydning, %',
  mapScore: 'Poeng nå',

  adviceHead: 'Hva bør forbedres først',
  adviceIs: {
    fix_first: 'Forbedre først',
    fix_next: 'Forbedre deretter',
    then_please: 'Gled så kundene',
    keep: 'Behold',
    none: 'Ikke noe råd',
  },
  adviceAll: (drivers, several) =>
    several
      ? say`Bør forbedres først, alle bedrifter samlet: ${drivers}. Hva av dette som koster mest, lar seg ikke si.`
      : say`Bør forbedres først, alle bedrifter samlet: ${drivers}.`,
  adviceLoses: (driver, rule) => say`${driver ?? 'Det'} ${rule}.`,
  adviceLost: (outcome, points, interval) =>
    say`Kundene det svikter for, trekker ${outcome} ned med ${points} poeng (${interval}).`,
  adviceNone: 'For alle bedrifter samlet er det ikke noe som klart bør forbedres først.',
  lostAt: (driver, points, interval) => say`${driver}: ${points} poeng (${interval})`,
  adviceCount: (percent) =>
    `Rådet om å forbedre gis bare om forhold som betyr noe (intervallet for betydningen ligger over 0), og som klart koster poeng når de svikter. Først kommer det som taper mest, sammen med det som ikke klart taper mindre. Det som gleder uten å bli savnet, kommer etterpå. Hva som er klart, avgjøres med metoden til Benjamini og Hochberg for alle radene i utgaven: I gjennomsnitt er høyst ${percent} av det som kalles klart, tilfeldig.`,

  driversByIndustry: 'Bransje for bransje',
  driversByIndustryNote: 'Tallene står i en tabell på siden til hver bransje.',
  kindsCaption: (wave) =>
    `${wave}: hvordan hvert forhold virker, og hva som bør forbedres først, etter bransje`,
  fixFirstLost: 'Forbedre først: tapte poeng i alt',
  kindsUnclear: 'Ingen virkning, eller ikke kjent',
  kindCounts: (driver, parts, industries, first) =>
    say`${driver}: ${parts} av de ${number(industries)} bransjene${first === 0 ? '' : `; bør forbedres først i ${number(first)}`}.`,
  kindIn: (kind, n) => say`${kind.toLowerCase()} i ${number(n)}`,
  tooFewDrivers: (n, needed) =>
    `${n} ${many(Number(n), 'vurdering', 'vurderinger')} med alle svar; det kreves ${needed}`,

  makesUpHead: 'Veier mye av det ene opp for for lite av det andre?',
  makesUpIs: (failing, other, outcome, failed, works) =>
    say`Der ${failing} svikter og det er mye av ${other}, er ${outcome} ${failed}. Der ${failing} ikke svikter og det ikke er mye av ${other}, er ${outcome} ${works}.`,
  makesUpVerdict: (other, difference) => ({
    does_not_make_up: say`Så mye av ${other} veier ikke opp: Forskjellen er ${difference} poeng.`,
    makes_up: say`Så mye av ${other} veier mer enn opp: Forskjellen er ${difference} poeng.`,
    no_clear_difference: say`Forskjellen, ${difference} poeng, er ikke klar, så det lar seg ikke si om det ene veier opp for det andre.`,
  }),
  makesUpCount: (not, compared) =>
    compared === 1
      ? `I bransjene kunne én slik sammenligning gjøres. Der er det ${not === 1 ? '' : 'ikke '}klart at mye av det ene ikke veier opp for for lite av det andre. Den står på siden til bransjen.`
      : `I bransjene kunne ${number(compared)} slike sammenligninger gjøres. I ${not === compared && not === 2 ? 'begge' : `${number(not)} av dem`} er det klart at mye av det ene ikke veier opp for for lite av det andre. De står på sidene til bransjene.`,

  promiseHead: 'Hva løfter gjør',
  promiseWhat: (outcome) =>
    say`Store løfter skaper store forventninger. Når to kunder har fått det samme i et kontaktpunkt, gir da den som ventet mer, færre poeng i ${outcome}? Tallet viser hvor mange poeng mer eller mindre som følger med 10 poeng høyere forventning, når det opplevde er likt.`,
  promiseCount: (hurts, compared) => {
    if (compared === 1)
      return `I det ene kontaktpunktet som kunne undersøkes, skader høye forventninger ${hurts === 1 ? 'klart' : 'ikke klart'}.`
    return hurts === compared
      ? `I ${compared === 2 ? 'begge' : `alle de ${number(compared)}`} kontaktpunktene skader høye forventninger klart.`
      : `I ${neuter(hurts)} av de ${number(compared)} kontaktpunktene skader høye forventninger klart.`
  },
  promiseIndustries: (hurts, compared) =>
    compared === 1
      ? `I det ene paret av bransje og kontaktpunkt som kunne undersøkes, skader høye forventninger ${hurts === 1 ? 'klart' : 'ikke klart'}. Det står på siden til bransjen.`
      : `I ${neuter(hurts)} av de ${number(compared)} parene av bransje og kontaktpunkt skader høye forventninger klart. De står på sidene til bransjene.`,
  promiseCaption: (who, outcome, wave) =>
    say`${who} ${wave}: hva forventninger og opplevelser gjør med ${outcome}`,
  promiseExpected: 'For 10 poeng mer ventet',
  promiseGot: 'For 10 poeng mer opplevd',
  promiseVerdictHead: 'Konklusjon',
  promiseVerdict: {
    hurts: 'høye forventninger skader',
    not_interpretable: 'kan ikke tolkes',
    no_clear_effect: 'ingen klar virkning',
  },
  promiseMind:
    'Kunder husker bare omtrent hva de ventet og opplevde. Slike feil trekker tallet oppover. Et tall under 0 er derfor på den sikre siden, mens et tall klart over 0 ikke tas som tegn på at høye forventninger hjelper.',

  driverLimitsHead: 'Hva tallene ikke kan si',
  driverLimits: (outcome) => [
    say`Kunder sammenlignes med andre kunder. At de som gir et forhold få poeng, også gir få i ${outcome}, beviser ikke at de ville gitt flere om bedriften endret noe.`,
    say`Forhold som følges ad, deler betydningen. Måler to forhold nesten det samme, får hvert av dem omtrent halvparten av det det ene ville fått alene.`,
    say`Bare det det er spurt om, kan bli funnet. Noe ingen ble spurt om, kan bety mer.`,
    say`Hva som er å svikte og hva som er bra, er satt ved konvensjon. Det er også navnene på måtene å virke på, og strekene i figurene. Et forhold kalles grunnleggende eller begeistring bare når et annet par av grenser peker samme vei.`,
    say`Poeng er poeng på en skala fra 0 til 100, ikke prosent. Bare betydning er i prosent.`,
  ],
  driverHowHead: 'Slik er det regnet ut',
  driverHow: (outcome, percent) =>
    say`Betydningen er Shapley-verdien av R² (metoden LMG): hvor mye mer som blir forklart når et forhold tas med, i gjennomsnitt over alle rekkefølgene forholdene kan tas i. Hva et forhold koster og gir, er anslått med regresjon av ${outcome} på alle forholdene samtidig. ${percent}-intervallene tar hensyn til at én person kan ha vurdert flere bedrifter.`,
  driverMethod: 'Metoden, paragraf 21',
  driverAsked: (outcome) => say`Bare vurderinger som har ${outcome} og alle forholdene, teller med.`,
  outcomeIs: 'det som skal forklares',

  ownAdvice: {
    fix_first: (driver) => say`Forbedre først: ${driver}.`,
    fix_next: (driver) => say`Forbedre deretter: ${driver}.`,
    then_please: (driver) => say`Ikke noe må forbedres først, så gled med: ${driver}.`,
    keep: (driver) => say`Behold: ${driver}.`,
    none: (driver) => say`${driver}.`,
  },
  ownActs: (kind, rule) =>
    `Slik virker det i bransjen: Det ${rule}${kind === undefined ? '' : ` (${kind.toLowerCase()})`}.`,
  ownBehind: (points, interval) =>
    `Her ligger bedriften ${points} poeng (${interval}) bak resten av bransjen.`,
  ownAhead: (points, interval) =>
    `Her ligger bedriften ${points} poeng (${interval}) foran resten av bransjen.`,
  ownNothing:
    'Ikke noe må forbedres først: Bedriften ligger ikke klart bak resten av bransjen i noe som klart koster poeng der når det svikter, eller gleder når det er bra.',
  ownUnknown:
    'Ikke noe råd: For ingen av forholdene er det klart at det koster poeng i bransjen når det svikter, eller gleder når det er bra.',
  ownAlone: 'Ikke noe råd: Bedriften kunne ikke sammenlignes med resten av bransjen.',
  ownFew: 'Ikke noe råd: for få vurderinger.',
  ownDriversCaption: (company, wave) => say`${company} ${wave}: forholdene, ved siden av resten av bransjen`,
  actsInIndustry: 'Hvordan det virker i bransjen',
  importanceInIndustry: 'Betydning i bransjen',
  moreDrivers: 'Slik blir rådene til, og alle bransjene',
  industryFix: (drivers, several) =>
    several
      ? say`Bør forbedres først i denne bransjen: ${drivers}. Hva av dette som koster mest, lar seg ikke si.`
      : say`Bør forbedres først i denne bransjen: ${drivers}.`,
  industryNoFix: 'I denne bransjen er det ikke noe som klart bør forbedres først.',
}
