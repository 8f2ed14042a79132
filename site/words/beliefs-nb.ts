/** What companies believe beside what customers answer, in bokmål. */
import { say } from '../sentence.ts'
import type { believing as english } from './beliefs-en.ts'
import { large, many, neuter, number } from './counting-nb.ts'

const persons = (n: number) => `${number(n)} ${many(n, 'person', 'personer')}`
const companiesOf = (n: number) => `${number(n)} ${many(n, 'bedrift', 'bedrifter')}`

export const believing: typeof english = {
  beliefsName: 'Hva bedriftene tror',
  superiorHead: (index, companies, customers) =>
    say`${companies} av bedriftene tror at kundene gir dem toppkarakter i ${index}; det gjør ${customers} av kundene`,
  beliefsHead: (index, believed, actual) =>
    say`Bedriftene tror at kundene gir dem ${believed} poeng i ${index}; kundene gir dem ${actual}`,
  beliefsFew: 'For få bedrifter svarte til å sette det de tror, opp mot det kundene svarer',
  beliefsWhat:
    'Folk i bedriftene er spurt om hva de tror at kundene deres svarer. Her står det ved siden av det kundene faktisk svarte, på den samme skalaen fra 0 til 100.',
  superiorIs: (level, min, max) =>
    `Toppkarakter er det som tilsvarer et svar på ${level} eller bedre på skalaen fra ${min} til ${max}. En bedrift teller med når mer enn halvparten av dem som ble spurt, tror at kundene svarer det.`,
  beliefsAre: (people, companies, believed, actual, gap) =>
    say`${people} personer i ${companiesOf(companies)} tror at kundene i gjennomsnitt gir ${believed} poeng. Kundene gir ${actual}. Forskjellen er ${gap} poeng. Hver bedrift teller likt.`,
  percentPoints: (range) => `${range} prosent`,
  peopleCount: (people) => `${people} ${many(Number(people), 'person', 'personer')}`,
  companiesCount: (companies) => `${companies} ${many(Number(companies), 'bedrift', 'bedrifter')}`,
  togetherSuperior: (companies, customers, interval) =>
    `${companies} av bedriftene tror at kundene gir dem toppkarakter. Det gjør ${customers} av kundene deres${interval}.`,
  rolesHead: 'Ser avdelingene det samme bildet?',
  rolesFound: (differ, compared) => {
    if (compared === 0) return 'Rollene kunne ikke sammenlignes.'
    if (compared === 1)
      return `Den ene rollen som kunne sammenlignes, tror ${differ === 0 ? 'ikke ' : ''}klart mer eller mindre enn de andre rollene i de samme bedriftene.`
    if (differ === compared)
      return `${compared === 2 ? 'Begge' : `Alle de ${number(compared)}`} rollene tror klart mer eller mindre enn de andre rollene i de samme bedriftene.`
    return `${large(number(differ))} av de ${number(compared)} rollene tror klart mer eller mindre enn de andre rollene i de samme bedriftene.`
  },
  rolesCount: (percent) =>
    `Hva som er klart, avgjøres for alle rollene i en indeks med Holms metode: Sjansen for å melde om så mye som én forskjell som ikke finnes, er høyst ${percent}.`,
  rolesCaption: (index, wave) =>
    say`${index} ${wave}: hva bedriftene tror, og hva kundene svarer, etter rolle`,
  roleChartTitle: (index, wave) => say`${index} ${wave}: hva bedriftene tror, og hva kundene svarer`,
  roleChartSays: (count, low, high) =>
    count === 1
      ? `Forskjellen er ${low} poeng.`
      : `${large(number(count))} grupper, med forskjeller fra ${low} til ${high} poeng.`,
  roleChartKey:
    'Åpen prikk: hva de i rollen tror at kundene svarer. Fylt prikk, under den: hva kundene svarer. I tall: forskjellen i poeng, med intervall. Aksen begynner ikke på 0.',
  ownRoleKey: (percent) =>
    `Åpen prikk: hva de i rollen tror at kundene svarer. Fylt prikk, under den: hva kundene svarer. Strek gjennom en prikk: ${percent}-intervall. I tall: forskjellen i poeng, med intervall. Aksen begynner ikke på 0.`,
  role: 'Rolle',
  allRoles: 'Alle roller',
  peopleAre: persons,
  believed: 'Bedriftene tror',
  customersAnswer: 'Kundene svarer',
  beliefGap: 'Det de tror, minus svaret',
  besideRoles: 'Mot de andre rollene',
  roleVerdict: { more: 'klart mer', less: 'klart mindre', same: 'ingen klar forskjell' },
  superior: 'Toppkarakter: folkene / kundene',
  superiorCell: (people, customers) => `${people} / ${customers}`,
  superiorTogether: 'Toppkarakter: bedriftene / kundene',
  priority: 'Prioritet',

  beliefCompanies: (index) => say`${index}, bedrift for bedrift`,
  beliefCaption: (index, diagnosis, wave) => say`${index} ${wave}: ${diagnosis}`,
  beliefOwn: (index, believed, people, actual, gap) =>
    say`${people} i bedriften tror at kundene gir ${believed} poeng i ${index}. Kundene gir ${actual}. Forskjellen er ${gap} poeng.`,
  beliefIs: {
    does_not_know: 'Vet det ikke',
    does_not_want: 'Vil ikke',
    does_not_act: 'Gjør ikke noe med det',
    in_touch: 'På linje, så langt svarene viser',
    unclear: 'Uklart',
    not_enough_waves: 'For tidlig å si',
  },
  beliefRule: {
    does_not_know: 'Bedriften tror at kundene gir den klart flere poeng enn de gjør.',
    does_not_want:
      'Kundene gir klart færre poeng enn til resten av bransjen. Folkene i bedriften vet det, men mener det er klart uviktig.',
    does_not_act:
      'Kundene gir klart færre poeng enn til resten av bransjen. Folkene i bedriften vet det og mener det er viktig, men det er klart at poengsummen har steget mindre enn den lå etter.',
    in_touch:
      'Det er klart at bedriften overvurderer kundenes svar med mindre enn 10 poeng, om den gjør det, og poengsummen ligger ikke klart under resten av bransjen.',
    unclear:
      'Svarene gir ikke noe klart bilde. Poengsummen ligger ikke klart under resten av bransjen, men bedriften kan overvurdere kundenes svar med 10 poeng eller mer.',
    not_enough_waves:
      'Kundene gir klart færre poeng enn til resten av bransjen. Folkene i bedriften vet det og mener det er viktig, men færre enn tre utgaver kan sammenlignes, så det er for tidlig å si om den gjør noe.',
  },
  beliefRuleBelow: {
    in_touch: 'Kundene gir klart færre poeng enn til resten av bransjen, men poengsummen har steget klart.',
    unclear:
      'Svarene gir ikke noe klart bilde. Kundene gir klart færre poeng enn til resten av bransjen, uten at det er klart om bedriften vet det, vil endre det og gjør det.',
  },
  beliefRuleAlone: {
    in_touch:
      'Det er klart at bedriften overvurderer kundenes svar med mindre enn 10 poeng, om den gjør det. Det finnes ingen andre i bransjen å holde poengsummen opp mot.',
    unclear:
      'Svarene gir ikke noe klart bilde. Bedriften kan overvurdere kundenes svar med 10 poeng eller mer, og det finnes ingen andre i bransjen å holde poengsummen opp mot.',
  },
  improvementIs: (points, interval, since) =>
    `Poengsummen har endret seg med ${points} poeng (${interval}) siden ${since}.`,
  missingIs: (points) => `Den lå i gjennomsnitt ${points} poeng etter resten i disse utgavene.`,
  beliefFewHead: 'For få svar',
  beliefTooFew: (people, needed) =>
    `${persons(people)} svarte; det kreves ${number(needed)}, slik at ingens svar kan leses ut`,
  beliefAgree: 'vises ikke: Alle som svarte, sa det samme, så alles svar kunne leses ut',
  beliefDerivable: (needed) =>
    `vises ikke: Med den kunne svarene til færre enn ${number(needed)} andre regnes ut`,
  beliefFewCompanies: (companies, people) =>
    companies === 0
      ? 'vises ikke: ingen bedrift det kan vises for'
      : `vises ikke: ${persons(people)} i ${companiesOf(companies)}`,
  beliefsUnsure:
    'Få personer svarer for hver bedrift. Hvor mye slike svar spriker, er derfor hentet fra alle bedriftene samlet, og de som svarte, regnes som tilfeldig trukket blant folkene i bedriften. Med få personer blir intervallet bredt, og en forskjell må være stor for å være klar.',
  beliefsCount: (compared, percent) =>
    `Om en bedrift har for høye tanker om seg selv, og om poengsummen er under resten av bransjen, avgjøres med metoden til Benjamini og Hochberg for ${compared === 1 ? 'det ene paret' : `alle de ${neuter(compared)} parene`} av bedrift og indeks: I gjennomsnitt er høyst ${percent} av forskjellene som kalles klare, tilfeldige. At en bedrift vet noe, eller at den ikke blir bedre, sluttes aldri av en test som ikke fant noe.`,
  beliefScaleIs: (min, max) =>
    `Folkene i bedriftene svarte fra ${min} til ${max}. Det laveste svaret blir 0 og det høyeste 100.`,
  beliefsCause:
    'En diagnose sier hva svarene ser ut til å bety. Den er et sted å begynne å lete, ikke et bevis på hva folk i en bedrift vet eller vil.',
  ownBeliefsCaption: (company, index, wave) => say`${company}: ${index} ${wave}, etter rolle`,
  behindHead: 'Bak poengene',
  ownBeliefs: 'Hva bedriften tror, og hva kundene svarer',
  moreBeliefs: 'Slik er diagnosene stilt, og alle bedriftene',
  beliefsOfIndustry: 'Hva bedriftene tror',
}
