/** Bokmål. */
import { plain, say, series } from '../sentence.ts'
import { ballots } from './ballot-nb.ts'
import { believing } from './beliefs-nb.ts'
import { comparing } from './comparing-nb.ts'
import { clauses, comparisons, large, listed, many, neuter, number, ratings } from './counting-nb.ts'
import { driving } from './drivers-nb.ts'
import type { SiteWords } from './en.ts'
import { explainSteps } from './explain-steps-nb.ts'
import { gapping } from './gaps-nb.ts'
import { grouping } from './groups-nb.ts'
import { journeying } from './journey-nb.ts'
import { mixing } from './mixing-nb.ts'
import { weighing } from './weighing-nb.ts'

export const nb: SiteWords = {
  ...believing,
  ...comparing,
  ...driving,
  ...gapping,
  ...grouping,
  ...journeying,
  ...ballots,
  ...mixing,
  ...weighing,
  language: 'Norsk bokmål',
  list: (names) => series(names, 'og'),
  and: listed,

  skip: 'Gå til innholdet',
  home: 'Forsiden',
  pages: 'Sider',
  languages: 'Språk',
  here: 'Du er her',
  editions: 'Utgaver',
  edition: (wave) => `Utgave ${wave}`,
  older: (newest) => say`Dette er en eldre utgave. Den nyeste er ${newest}.`,
  simulated: 'Simulerte svar.',
  simulatedMore: 'Sidene viser hvordan barometeret virker. Tallene sier ingenting om virkelige bedrifter.',
  madeBy: (program) => `Laget med ${program}.`,
  publishedBy: (name) => say`Utgitt av ${name}.`,
  licence: 'Lisens',
  contact: 'Kontakt',

  companies: 'Bedrifter',
  company: 'Bedrift',
  industry: 'Bransje',
  industries: 'Bransjer',
  index: 'Indeks',
  place: 'Plass',
  points: 'Poeng',
  pointsHead: (percent) => `Poeng, ${percent}-intervall, grunnlag`,
  change: 'Endring',
  wave: 'Utgave',
  base: (n) => `n ${n}`,
  placeOf: (places, count) => `${places} av ${count}`,
  placeAmongAll: 'Plass blant alle',
  placeInIndustry: 'Plass i bransjen',
  notRanked: 'Ikke rangert',
  noInterval: 'uten intervall: for få har svart',
  tooFew: (n, needed) => `${ratings(n)}; det kreves ${needed} for å vise poeng`,
  tooFewToRank: (n, needed) => `${ratings(n)}; det kreves ${needed} for å få en plass`,
  noVariation: 'vises ikke: ingen målbar spredning i svarene',
  noCompanyShown: 'ingen av bedriftene har en poengsum som kan vises',
  withheld: 'vises ikke',

  leadsAlone: (name, index) => say`${name} er alene på topp i ${index}`,
  leadsAloneMore: (others) =>
    others === 1
      ? 'Forspranget til den andre rangerte bedriften er større enn tilfeldigheter kan forklare.'
      : `Forspranget til hver av de ${number(others)} andre rangerte bedriftene er større enn tilfeldigheter kan forklare.`,
  tied: (count, everyone, index, names) =>
    everyone
      ? count === 2
        ? say`De to rangerte bedriftene kan ikke skilles fra hverandre i ${index}: ${names}`
        : say`Ingen av de ${number(count)} rangerte bedriftene kan skilles fra hverandre i ${index}: ${names}`
      : say`${large(number(count))} bedrifter kan ikke skilles fra hverandre på topp i ${index}: ${names}`,
  others: (count) => say`${number(count)} ${many(count, 'annen', 'andre')}`,
  tiedMore:
    'Forskjellene mellom poengsummene, om det er noen, er ikke større enn tilfeldigheter kan forklare. Rekkefølgen innad i gruppen betyr ingenting.',
  mayLead: (name, index) =>
    say`Bare ${name} kan være først i ${index}, men ligger ikke klart foran alle de andre`,
  mayLeadMore:
    'Alle de andre rangerte bedriftene ligger klart bak en annen, men ikke alle ligger klart bak denne.',
  onlyOne: (name, index) => say`Bare ${name} har nok vurderinger til å få en plass i ${index}`,
  nothingAsked: 'Ingen indeks har tall i denne utgaven',
  noneRanked: (index) => say`Ingen bedrift har nok vurderinger til å få en plass i ${index}`,

  changedHead: (before) => (before === undefined ? 'Hva er endret' : `Hva er endret siden ${before}`),
  clearChanges: (clear, compared, index) =>
    say`${large(number(clear))} ${many(clear, 'klar endring', 'klare endringer')} i ${index}, av ${comparisons(compared)}.`,
  noClearChange: (compared, index) => say`Ingen klar endring i ${index}, av ${comparisons(compared)}.`,
  nothingCompared: (index) => say`Ingen bedrift kunne sammenlignes med forrige utgave i ${index}.`,
  brokenSeries: (index) =>
    say`Spørsmålene bak ${index} er endret siden forrige utgave. Tallene kan ikke sammenlignes over et slikt brudd.`,
  firstEdition: 'Dette er den første utgaven, så det finnes ikke noe å sammenligne med.',
  firstOfIndex: (index) => say`${index} er med for første gang i denne utgaven.`,
  allChanges: (index) => say`Alle klare endringer i ${index}`,
  went: (name, up, points, interval, score) =>
    say`${name} gikk ${up ? 'opp' : 'ned'} ${points} poeng (${interval}), til ${score}`,
  holm: (percent) =>
    `Når mange bedrifter sammenlignes, vil noen bevege seg av rene tilfeldigheter. Kravet er derfor skjerpet med Holms metode: For hver indeks er sjansen for å melde om så mye som én endring som ikke finnes, høyst ${percent}.`,
  verdict: {
    up: 'klart opp',
    down: 'klart ned',
    no_clear_change: 'ingen klar endring',
    not_comparable: 'kan ikke sammenlignes med forrige utgave',
    new: 'ny i denne utgaven',
    base_too_small: 'for få vurderinger til å sammenligne',
    first_wave: 'første utgave',
  },
  changeIs: (points, interval) => `${points} (${interval})`,
  industryChange: (aggregate) =>
    aggregate === 'companies'
      ? 'Gjennomsnittet gjelder bedriftene som vises i hver utgave. Om det har endret seg, avgjøres av dem som ble vist begge gangene.'
      : 'Gjennomsnittet gjelder vurderingene som regnes med i hver utgave. En endring kan derfor skyldes at bedrifter er kommet til eller falt fra.',

  readHead: 'Slik leser du tallene',
  read: (percent, minimum, shown) => [
    [
      'Poeng',
      'Hvert svar plasseres på en skala fra 0 til 100, der 100 er det beste svaret som kan gis. Poengsummen til en bedrift er gjennomsnittet. Poeng er ikke prosent.',
    ],
    [
      'Intervall',
      `Bare et utvalg av kundene er spurt. Intervallet, i parentes og som strek i figurene, viser hvor mye poengsummen kunne ha flyttet seg med et annet utvalg. Det er laget slik at det i ${percent} av undersøkelser som denne rommer poengsummen alle kundene ville ha gitt.`,
    ],
    [
      'n',
      `Grunnlaget: hvor mange vurderinger poengsummen bygger på. En vurdering er det én person svarer om én bedrift. Under ${shown} vises ingen poengsum, og under ${minimum} får bedriften ingen plass.`,
    ],
    [
      'Plass 2–5',
      'Plassene som er mulige ut fra svarene. Bedrifter som kan ha samme plass, kan godt være like gode. Da blir ingen av dem kalt best.',
    ],
    [
      'Klar',
      'En forskjell kalles klar når den er for stor til å være tilfeldig, alle sammenligningene tatt i betraktning. To intervaller kan overlappe litt selv om forskjellen er klar, og omvendt. Intervallet for en enkelt endring eller forskjell kan utelukke 0 uten at den kalles klar: Intervallet gjelder bare den ene sammenligningen, mens ordet «klar» tar hensyn til alle (Holms metode).',
    ],
  ],

  topHead: (count, index) =>
    count === 1
      ? say`Den høyeste poengsummen i ${index} blant de rangerte bedriftene`
      : say`De ${number(count)} høyeste poengsummene i ${index} blant de rangerte bedriftene`,
  wholeRanking: 'Hele rangeringen',
  otherIndices: 'De andre indeksene',
  chartTitle: (index, wave) => say`${index} ${wave}: poeng og intervall`,
  chartSays: (count, low, high, percent, open) =>
    count === 1
      ? `Én bedrift, med poengsummen ${low}${open ? '' : ` og ${percent}-intervallet`}.`
      : `${large(number(count))} bedrifter med poengsummer fra ${low} til ${high}, hver med sitt ${percent}-intervall${open ? ' der det finnes' : ''}.`,
  chartKey: (percent, average, open) =>
    `Prikk: poeng. Strek: ${percent}-intervall.${open ? ' Åpen prikk nederst: for få vurderinger til å få en plass.' : ''}${average === undefined ? '' : ` Stiplet: alle bedrifter samlet, ${average}.`} Aksen begynner ikke på 0.`,
  smallKey: (percent) =>
    `Prikk: poeng. Strek: ${percent}-intervall. Åpen prikk nederst: for få vurderinger til å få en plass. Stiplet: alle bedrifter samlet. Aksen begynner ikke på 0.`,
  rankingCaption: (index, wave) => say`${index} ${wave}: rangerte bedrifter`,
  unrankedHead: 'Med, men ikke rangert',
  unrankedWhy: (minimum, shown) =>
    `Det kreves minst ${minimum} vurderinger for å få en plass og minst ${shown} for å få vist poeng. Med færre sier tallet mer om hvem som tilfeldigvis svarte, enn om bedriften.`,
  byIndustry: 'Bransje for bransje',
  basisHead: 'Dette ble det spurt om',
  scaleIs: (min, max) => `besvart fra ${min} til ${max}`,
  reversed: 'et høyt svar er dårlig og snus',
  fieldwork: (dates) => `Datainnsamling ${dates}.`,
  mode: (mode) => `Innsamlingsmåte: ${mode}.`,
  minItems: (min, all) => {
    if (min > all)
      return `En vurdering krever minst ${number(min)} svar, men det er bare stilt ${neuter(all)} spørsmål. Derfor teller ingen vurderinger med.`
    if (all === 1) return 'En vurdering teller med hvis spørsmålet er besvart.'
    if (min === all)
      return `En vurdering teller med hvis ${all === 2 ? 'begge' : `alle de ${number(all)}`} spørsmålene er besvart.`
    return `En vurdering teller med hvis minst ${neuter(min)} av de ${number(all)} spørsmålene er besvart.`
  },
  baseIs: (n) => `Grunnlag: ${ratings(n)}.`,
  downloads: 'Last ned tallene',
  table: 'Tabell',

  industryScore: (name) => say`${name} samlet`,
  industryCaption: (industry, index, wave) => say`${index} ${wave}: bedriftene i bransjen ${industry}`,
  pairsHead: 'Hvem skiller seg fra hvem',
  pairs: (clear, all) =>
    all === 1
      ? clear === 1
        ? 'De to rangerte bedriftene skiller seg klart fra hverandre.'
        : 'De to rangerte bedriftene skiller seg ikke klart fra hverandre.'
      : clear === 0
        ? `Forskjellen er ikke klar i noen av de ${number(all)} parene av rangerte bedrifter.`
        : clear === all
          ? `Forskjellen er klar i ${all === 2 ? 'begge' : `alle de ${number(all)}`} parene av rangerte bedrifter.`
          : `Forskjellen er klar i ${neuter(clear)} av de ${number(all)} parene av rangerte bedrifter.`,
  pairsHolm: (tested) =>
    `Om en forskjell er klar, avgjøres med Holms metode for ${tested === 2 ? 'begge' : `alle de ${number(tested)}`} sammenligningene under ett. Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at forskjellen er klar.`,
  pairIs: (higher, lower, points, interval) =>
    say`${higher} ligger ${points} poeng over ${lower} (${interval})`,
  noPairs: 'For få rangerte bedrifter til å sammenligne.',

  history: 'Gjennom årene',
  historyTitle: (name, index) => say`${name}: ${index} gjennom årene`,
  historySays: (count, first, last, open) =>
    count === 1
      ? `Én utgave, ${first}${open ? '' : ', med intervall'}.`
      : `${large(number(count))} utgaver fra ${first} til ${last}, hver med intervall${open ? ' der det finnes' : ''}.`,
  historyKey: 'Prikker og streker: poeng og intervall. Grått: bransjen.',
  pastSays: (count, first, last) =>
    count === 1
      ? `Én poengsum publisert andre steder, for ${first}.`
      : `${large(number(count))} poengsummer publisert andre steder, fra ${first} til ${last}.`,
  pastKey: (sources) =>
    say`Små, åpne prikker: poengsummer slik de er publisert andre steder (${sources}), ikke beregnet her. Årene på aksen følger ikke alltid rett etter hverandre.`,
  pastSources: 'kildene står i tabellen',
  pastSeam:
    'Prikket loddrett strek: Serien er brutt der. Poengsummene på hver side kan være laget på ulike måter, og derfor beregnes ingen endring mellom dem.',
  pastNoInterval: 'intervall ikke publisert',
  pastNoBase: 'n ikke oppgitt',
  pastSource: 'Kilde',
  waveOrYear: 'Utgave eller år',
  allTogether: 'Alle bedrifter samlet',
  amongIndustry: (industry) => say`Ved siden av de andre i ${industry}`,
  ownKey: 'Uthevet: denne bedriften.',
  historyNone: 'Ingen poengsum i noen utgave ennå.',
  answersHead: 'Alle svar',
  answersWhy: 'Alle svar på alle spørsmål, de dårlige også.',
  columnsWhy: 'Søylene viser hvor mange prosent av dem som svarte, som valgte hvert trinn på skalaen.',
  itemFacts: (mean, min, max, n) => `Gjennomsnitt ${mean} på skalaen ${min}–${max}; ${n} svarte`,
  dontKnow: (n) => `${n} svarte «vet ikke»`,
  refused: (n) => `${n} ville ikke svare`,
  notApplicable: (n) => `${n} svarte «ikke aktuelt»`,
  notAsked: (n) => `${n} ble ikke spurt eller svarte ikke`,
  answer: 'Svar',
  answersCount: 'Vurderinger',
  share: 'Andel',
  interval: 'Intervall',
  answersSays: (answers, share) =>
    answers.length === 1
      ? `Det vanligste svaret er ${answers[0]} (${share}).`
      : `De vanligste svarene er ${listed(answers)} (${share} på hvert).`,
  promoterHead: 'Net promoter score',
  promoterWhat:
    'De som svarer 9 eller 10, kalles ambassadører, og de som svarer 0 til 6, kalles kritikere. Net promoter score er andelen ambassadører minus andelen kritikere: et tall fra −100 til 100, og ikke prosent.',
  promoterParts: (promoters, passives, detractors) =>
    `${promoters} ambassadører, ${passives} midt imellom, ${detractors} kritikere.`,
  changesHead: 'Siden forrige utgave',
  since: (wave) => `Med i barometeret siden ${wave}.`,
  newIn: (wave) => `Ny i utgaven for ${wave}.`,
  until: (wave) => `Siste utgave: ${wave}.`,
  tookOver: (name) => say`Nå en del av ${name}, som overtok virksomheten.`,
  website: 'Nettsted',

  method: 'Metode',
  methodLead: (wave) => `Slik er tallene i utgaven for ${wave} blitt til, og så langt kan de brukes.`,
  fieldworkHead: 'Datainnsamling',
  fieldworkCaption: 'Utgave for utgave: når, hvordan og hvor mange',
  dates: 'Datoer',
  modeHead: 'Innsamlingsmåte',
  respondents: 'Personer',
  ratingsHead: 'Vurderinger',
  notStated: 'ikke oppgitt',
  rulesHead: 'Hva som vises',
  rules: (minimum, shown) => [
    `Med færre enn ${shown} vurderinger publiseres ingen tall for en bedrift. Den nevnes ved navn, med antallet vurderinger.`,
    `Med minst ${shown}, men færre enn ${minimum} vurderinger vises poengsummen med intervall, men bedriften får ingen plass.`,
    'Et tall uten målbar spredning i svarene vises ikke: Intervallet ville ikke hatt noen bredde.',
    'De som svarer «vet ikke», ikke vil svare eller lar spørsmålet stå tomt, får ikke noen poengsum av det. De telles og vises for hvert spørsmål.',
    'Når spørsmålene i en indeks, vektene eller utvalgsenhetene ikke er de samme som i forrige utgave, beregnes ingen endring.',
  ],
  pastRule:
    'Poengsummer for år uten svar vises slik de er publisert andre steder, hver med sin kilde. De får ingen plass, og det beregnes ingen endring til eller fra dem. Oppgir kilden en standardfeil, er intervallet laget av den med normalfordelingen.',
  steps: (percent, aggregate, { weighting, level, stratified, clustered, panel }) => [
    [
      '1',
      'Fra spørsmål til 0–100',
      'Det laveste svaret på en skala blir 0 og det høyeste 100. Spørsmål der et høyt svar er dårlig, snus.',
    ],
    [
      '2',
      'Fra spørsmål til indeks',
      'Indeksen for en vurdering er gjennomsnittet av spørsmålene som er besvart, hvis mange nok av dem er det.',
    ],
    ['3', 'Vekter', weighing.weightedBy(weighting, level)],
    [
      '4',
      'Intervall',
      `${percent}-intervallene tar hensyn til ${clauses([
        'at én person kan ha vurdert flere bedrifter',
        ...(clustered ? ['at personer er trukket i grupper (klynger)'] : []),
        ...(weighting === 'none' ? [] : ['at svarene er vektet']),
        ...(stratified ? ['at utvalget er trukket i grupper (strata)'] : []),
      ])}.`,
    ],
    [
      '5',
      'Spørsmål og svar',
      'For hvert spørsmål vises gjennomsnittet og hvor mange som ga hvert svar, med grunnlaget.',
    ],
    ['6', 'Net promoter score', 'Andelen som svarer 9 eller 10, minus andelen som svarer 0 til 6.'],
    [
      '7',
      'Endringer',
      `En endring kalles klar når Holms metode, brukt på alle bedriftene i indeksen, viser at den er for stor til å være tilfeldig.${aggregate === 'companies' ? ' For en bransje sammenlignes bare bedrifter som ble vist begge gangene, så ingen bedrift flytter tallet ved å komme til eller falle fra.' : ''}${panel ? ` ${comparing.panelChanges}` : ''}`,
    ],
    [
      '8',
      'Par',
      'Bedrifter i samme bransje sammenlignes to og to, og hver av dem med resten av bransjen, med Holms metode. Det tas hensyn til at samme person kan ha vurdert flere av dem.',
    ],
    [
      '9',
      'Plasser',
      'Plassen oppgis fra den beste til den dårligste som er mulig når alle par prøves samlet. Er bare plass 1 mulig, er bedriften først.',
    ],
    ['10', 'Hva som vises', 'Grensene for å vise poeng og gi plass står nedenfor.'],
    [
      '11',
      'Bransjer og alle',
      aggregate === 'companies'
        ? 'Poengsummen til en bransje er gjennomsnittet for de bedriftene i bransjen som får vist poengsummen sin, uansett hvor mange vurderinger hver av dem har. De vektes etter markedsandel der den er kjent. Det samme gjelder alle bedrifter samlet.'
        : 'Poengsummen til en bransje er gjennomsnittet av alle vurderingene i den, slik at bedrifter med flere vurderinger teller mer. Bedrifter som ikke får vist sin egen poengsum, er også med. Det samme gjelder alle bedrifter samlet.',
    ],
    ['12', 'Hva som ikke er dekket', 'Se begrensningene til slutt.'],
    [
      '13',
      'Én ting',
      'For hver indeks er det undersøkt om spørsmålene hører sammen. Tabellen står nedenfor.',
    ],
    [
      '16',
      'Med og uten en annen indeks',
      'Når barometeret spør hva en annen indeks ville gjort med rangeringen, rangeres bedriftene med og uten den, på de samme vurderingene. Hvor mange som ville falt ut av topp ti av tilfeldigheter alene, er funnet ved å simulere undersøkelser. Når halvparten av dem som svarte, har fått spørsmålene i en annen rekkefølge, sammenlignes de to halvdelene.',
    ],
    ...explainSteps,
  ],
  questionsHead: 'Spørsmålene, ord for ord',
  questionsCaption: 'Spørsmålene i denne utgaven',
  question: 'Spørsmål',
  scale: 'Skala',
  partOf: 'Inngår i',
  answered: 'Svarte',
  correctedHead: 'Hva som er rettet og utelatt',
  correctedLead:
    'Svarene er brukt slik de ble levert, bortsett fra det som står her. Hvem som svarte, og hva de svarte, er ikke offentlig.',
  correctedCaption: 'Rettelser i svarene i denne utgaven',
  correctedWhat: 'Hva som er gjort',
  correctedWhy: 'Hvorfor',
  correctedStatus: 'Status',
  correctedTimes: 'Rettelser',
  correctedBy: {
    set: 'En verdi endret',
    drop: 'Vurderinger utelatt',
    keep_first: 'Den første av to vurderinger beholdt',
    keep_last: 'Den siste av to vurderinger beholdt',
  },
  correctedIs: {
    active: 'Gjennomført',
    proposed: 'Foreslått, ikke gjennomført',
    withdrawn: 'Trukket tilbake',
  },
  excludedIs: (n: number, count: string) =>
    `${count} ${n === 1 ? 'vurdering' : 'vurderinger'} er utelatt fordi alle svarene er like eller gjentar en annen deltaker.`,
  didNotKnow: 'Vet ikke',
  indicesHead: 'Indeksene',
  madeOf: (count) => `Bygger på ${neuter(count)} spørsmål:`,
  weightIs: (weight) => `teller ${weight}`,
  author: 'Skrevet av',
  checkedBy: 'Kontrollert av',
  nextReview: 'Neste gjennomgang',
  missingIndex: (index) => say`${index} er ikke med i denne utgaven.`,
  notComputedHead: 'Ikke beregnet ennå',
  limitsHead: 'Begrensninger',
  limits: (publisher) => [
    say`Barometeret er utgitt av ${publisher}, som har ansvaret for spørsmålene, utvalget og tallene.`,
    say`Et intervall dekker tilfeldigheter i hvem som ble spurt. Det dekker ikke dem som ikke lot seg nå, dem som ikke ville svare, eller spørsmål som ble forstått ulikt.`,
    say`En forskjell viser at kundene har svart ulikt, ikke hvorfor.`,
    say`En plass gjelder blant bedriftene som er målt her, ikke i hele markedet.`,
  ],
  programIs: (program) =>
    `Tallene er laget med ${program}. Nummereringen (§) er den samme som i METHOD.md, som følger med programmet og har formlene.`,
  notebooksHead: 'Regn det ut selv',
  notebooksLead:
    'Notatbøker som regner ut tall steg for steg, med all kode og alle resultater. De følger simulerte undersøkelser som kommer med programmet, og ikke tallene på dette nettstedet.',
  notebookAbout:
    'Denne notatboken følger simulerte undersøkelser som kommer med programmet. Ingen bedrift i den er virkelig. Teksten er på engelsk.',
  inEnglish: 'på engelsk',

  data: 'Data',
  dataLead: (wave) =>
    `Alle tallene i utgaven for ${wave}. Ingen av filene inneholder svar eller vekter person for person.`,
  tablesCaption: 'Tabellene i denne utgaven',
  rows: 'Rader',
  files: 'Filer',
  tableIs: {
    scores: 'Poeng, intervall, plass og endring for hver indeks: bedrifter, bransjer og alle samlet',
    comparisons: 'Hvert par av bedrifter i en bransje',
    against_rest: 'Hver bedrift mot resten av bransjen',
    items: 'Gjennomsnitt og «vet ikke» for hvert spørsmål og hver bedrift',
    net_promoter: 'Net promoter score for hver bedrift',
    distributions: 'Hvor mange som ga hvert svar, for hvert spørsmål og hver bedrift',
    quality: 'Hvordan hvert spørsmål ble besvart, alle bedrifter samlet',
    waves: 'Personer, vurderinger, vekter og utvalgsenheter i utgaven',
    margins: 'Gruppene som svarene er vektet etter: andeler i befolkningen og blant dem som svarte',
    reliability: 'Om spørsmålene i hver indeks hører sammen',
    comparability: 'Hvorfor en indeks ikke kan sammenlignes med forrige utgave, eller bare med forbehold',
    corrections: 'Hva som er rettet i svarene slik de ble levert, og hvorfor',
    history: 'Poengsummer for år uten svar, slik de er publisert andre steder, hver med sin kilde',
    combined: 'Rangeringen med og uten den andre indeksen, på de samme vurderingene',
    top_ten: 'Hvor mye topp ti avhenger av hvor mye den andre indeksen teller',
    experiments: 'Hva rekkefølgen på spørsmålene gjør med svarene',
    gaps: 'Forventet og opplevd hos hver bedrift, for hvert kontaktpunkt',
    industry_gaps: 'Forventet og opplevd i hver bransje, for hvert kontaktpunkt',
    journey: 'Hver bedrift for hver avdeling, hvert steg og hver kanal',
    need_met: 'Lojaliteten til dem som fikk det de trengte, og dem som ikke gjorde det',
    beliefs: 'Hva bedriftene tror at kundene svarer, og hva kundene svarer',
    beliefs_together: 'Det samme for alle bedriftene samlet',
    segments: 'Poengsum i hver kundegruppe: mot de andre kundene, og mot bransjen',
    segment_gaps: 'Forventet og opplevd i hver kundegruppe, for hvert kontaktpunkt',
    served_worse: 'Andel av kundene til hver bedrift i grupper som den betjener dårligere enn bransjen',
    drivers: 'Hva som betyr noe for utfallet, hvordan det virker, og hva som bør forbedres først',
    makes_up: 'Om mye av det ene veier opp for for lite av det andre',
    promise_effect: 'Hva forventninger gjør med utfallet der kundene fikk det samme',
  },
  together: 'Samlet',
  togetherIs: {
    'edition.duckdb': 'Alle tabellene i én DuckDB-fil',
    'codebook.csv': 'Hva hver kolonne betyr',
    'datapackage.json': 'Beskrivelse for programmer (Data Package)',
    'study.schema.json': 'Skjema for kontrakten, study.yaml',
  },
  columnsHead: 'Kolonner',
  columnsNote: 'Kolonnene er beskrevet på engelsk, som i filene.',
  column: 'Kolonne',
  meaning: 'Betydning',
  licenceHead: 'Lisens og sitering',
  licenceIs: (licence) => say`Tallene kan brukes etter lisensen ${licence}.`,
  cite: 'Siter slik',
  citation: (publisher, title, wave, program, licence) =>
    `${publisher}: ${title}, utgave ${wave}. Laget med ${program}. ${licence}.`,

  notFound: 'Her er det ingen side',
  notFoundMore: 'Adressen kan være feilskrevet.',
  toHome: 'Til forsiden',
  description: (title, sentence) => `${title}. ${plain(sentence)}.`,
}
