/** Groups of customers: where they differ, and whom companies serve worse than their industry does, in bokmål. */
import { formatFor } from '../format.ts'
import { say } from '../sentence.ts'
import { large, many, number } from './counting-nb.ts'
import type { grouping as english } from './groups-en.ts'

const { count } = formatFor('nb')
/** ingen, én, to … 13 … 1 180 */
const so = (n: number) => (n > 12 ? count(n) : number(n))
/** of a neuter noun */
const neuter = (n: number) => (n === 1 ? 'ett' : so(n))
const cases = (n: number) => `${neuter(n)} ${many(n, 'tilfelle', 'tilfeller')}`
const comparisons = (n: number) => `av ${so(n)} ${many(n, 'sammenligning', 'sammenligninger')}`
/** «klart dårligere i to tilfeller og klart bedre i ingen»; one of them is found */
const worseAndBetter = (worse: number, better: number): string =>
  worse === 0
    ? `klart bedre i ${cases(better)} og klart dårligere i ingen`
    : `klart dårligere i ${cases(worse)} og klart bedre i ${neuter(better)}`

const unclear = (compared: number): string =>
  compared === 1 ? 'Forskjellen er ikke klar.' : 'Ingen av forskjellene er klare.'
const groups = (n: number) => `${so(n)} ${many(n, 'gruppe', 'grupper')}`

export const grouping: typeof english = {
  groupsName: 'Kundegrupper',
  groupIn: (category, segment) => say`«${category}» (${segment})`,
  groupsHead: (index, group, higher) =>
    say`${index} er klart ${higher ? 'høyere' : 'lavere'} i gruppen ${group} enn blant de andre kundene`,
  groupsHeadNone: (index, compared) =>
    compared === 0
      ? say`Ingen kundegruppe kunne sammenlignes med de andre kundene i ${index}`
      : say`Ingen kundegruppe skiller seg klart fra de andre kundene i ${index}`,
  groupsLead: (points, interval, score) =>
    `Forskjellen er ${points} poeng (${interval}). Gruppen får ${score}.`,
  groupsFound: (above, below, compared) => {
    if (compared === 0) return 'Ingen gruppe kunne sammenlignes med de andre kundene.'
    const all = `${large(groups(compared))} er sammenlignet med de andre kundene`
    return above + below === 0
      ? `${all}. ${unclear(compared)}`
      : `${all}: ${so(above)} har klart høyere poengsum, ${so(below)} klart lavere.`
  },
  groupsServed: (worse, better, compared, index) =>
    compared === 0
      ? say`${index}: Ingen kundegruppe hos en bedrift kunne sammenlignes med den samme gruppen i resten av bransjen.`
      : worse + better === 0
        ? say`${index}: Ingen bedrift betjener en kundegruppe klart dårligere eller bedre enn resten av bransjen gjør, ${comparisons(compared)}.`
        : say`${index}: Sammenlignet med resten av bransjen betjener bedrifter en kundegruppe ${worseAndBetter(worse, better)}, ${comparisons(compared)}.`,
  groupsWhat: (divisions) =>
    say`Den som ser på alle kunder som like, kan gå glipp av de fleste. Her er de delt inn etter ${divisions}. Hver gruppe sammenlignes med alle de andre kundene, og ikke med alle, siden den selv er en del av alle. Kunder som ikke er plassert i noen gruppe, regnes med blant de andre.`,
  groupsPooled:
    'En gruppe hos flere bedrifter består av alle vurderingene av dem, så en bedrift med flere vurderinger teller mer.',
  groupsMind:
    'Gruppene kan være ulike på flere måter enn navnet sier. En forskjell mellom for eksempel aldersgrupper betyr ikke at alderen er årsaken.',
  groupsCount: (percent) =>
    `«Klart» tar hensyn til alle sammenligninger av samme slag i utgaven, med metoden til Benjamini og Hochberg: I gjennomsnitt er høyst ${percent} av forskjellene som kalles klare, tilfeldige. Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at forskjellen er klar.`,
  group: 'Gruppe',
  division: 'Inndeling',
  besideCustomers: 'Mot de andre kundene',
  besideOwnCustomers: 'Mot bedriftens andre kunder',
  besideSame: 'Mot samme gruppe i resten av bransjen',
  groupVerdict: {
    higher: 'klart høyere',
    lower: 'klart lavere',
    no_clear_difference: 'ingen klar forskjell',
  },
  servedVerdict: {
    better: 'klart bedre',
    worse: 'klart dårligere',
    no_clear_difference: 'ingen klar forskjell',
  },
  notCompared: 'ikke sammenlignet',
  notComparedWhy:
    'Ikke sammenlignet: for få å sammenligne med, eller gruppene bygger ikke på de samme bedriftene, siden noen tall er holdt tilbake.',
  groupChartTitle: (index, segment, wave) => say`${index} ${wave} etter ${segment}: poengsum og intervall`,
  groupChartSays: (found, low, high, percent) =>
    found === 1
      ? `Én gruppe, med poengsummen ${low} og ${percent}-intervallet.`
      : `${large(groups(found))} med poengsummer fra ${low} til ${high}, hver med ${percent}-intervall.`,
  groupChartKey: (percent) => `Prikk: poengsum. Strek: ${percent}-intervall. Aksen begynner ikke på 0.`,
  groupCaption: (name, index, segment, wave) => say`${name}: ${index} ${wave} etter ${segment}`,
  groupEveryone: 'Alle bedrifter samlet',
  groupFew: (needed) => `færre enn ${needed} vurderinger`,
  groupReveals: 'holdt tilbake, siden en mindre gruppe ellers kunne regnes ut',
  groupSame: 'ingen spredning som kunne måles',
  notShownAre: (parts) => say`Vises ikke: ${parts}.`,
  notShownFor: (names, why) => say`${names} (${why})`,

  groupIndustriesHead: 'Innenfor hver bransje',
  groupIndustries: (found, compared) =>
    compared === 0
      ? 'Ingen gruppe kunne sammenlignes med de andre kundene i en bransje.'
      : `Innenfor enkeltbransjer er ${groups(compared)} sammenlignet med bransjens andre kunder. ${
          found === 0
            ? unclear(compared)
            : `${found === compared && found > 1 ? (found === 2 ? 'Begge' : 'Alle') : large(so(found))} skiller seg klart ut.`
        }`,
  groupIndustriesCaption: (index, wave) =>
    say`${index} ${wave}: grupper som klart skiller seg fra de andre kundene i bransjen`,

  groupsServedHead: 'Hvem bedrifter betjener dårligere eller bedre enn bransjen gjør',
  servedRule:
    'En kundegruppe hos en bedrift sammenlignes med den samme gruppen blant kundene til de andre bedriftene i bransjen. En bedrift som alt i alt ligger under bransjen, gjør det gjerne i flere grupper, så se først på den samlede poengsummen.',
  servedWorseCaption: (index, wave) =>
    say`${index} ${wave}: grupper som betjenes klart dårligere enn i resten av bransjen`,
  servedBetterCaption: (index, wave) =>
    say`${index} ${wave}: grupper som betjenes klart bedre enn i resten av bransjen`,
  groupsMost: (shown, all) => `De ${so(shown)} første av ${so(all)}. De andre finnes i filen.`,

  servedSharesHead: 'Bedrifter som betjener en del av kundene dårligere',
  servedSharesWhat:
    'Av kundene med kjent gruppe: hvor mange som hører til en gruppe som bedriften betjener klart dårligere enn resten av bransjen gjør. En gruppe som ikke kunne sammenlignes, regnes ikke som dårligere betjent. Neste kolonne sier hvor mange av kundene som er i grupper som kunne det. Siste kolonne sier om bedriften alt i alt ligger klart under resten av bransjen.',
  servedSharesCaption: (index, wave) =>
    say`${index} ${wave}: andel av bedriftens kunder i grupper som den betjener klart dårligere`,
  shareWorse: 'Klart dårligere betjent',
  shareCompared: 'Kunne sammenlignes',
  shareWhole: 'Alle kundene, mot resten av bransjen',

  placesHead: 'Rangering gruppe for gruppe',
  placesWhat: (minimum) =>
    `Plassene i én kundegruppe, for bedrifter med minst ${minimum} vurderinger fra den. Bedrifter med overlappende plasser kan godt være like.`,
  placesSummary: (category, index, companies) => say`${category}: ${index}, ${so(companies)} bedrifter`,
  placesMost: 'De andre rangeringene gruppe for gruppe kan lages fra filen.',
  placesCaption: (index, group, wave) => say`${index} ${wave} i gruppen ${group}: rangerte bedrifter`,

  groupGapsHead: 'Forventet og opplevd, gruppe for gruppe',
  groupGapsFound: (found, compared) =>
    `${large(neuter(compared))} gap er sammenlignet med gapet blant de andre kundene i samme kontaktpunkt. ${
      found === 0
        ? unclear(compared)
        : `${large(neuter(found))} skiller seg klart ut. Høyere betyr at kundene fikk mer av det de ventet.`
    }`,
  groupGapsServed: (worse, better, compared) =>
    worse + better === 0
      ? `Ingen bedrifts gap er klart dårligere eller bedre enn i samme gruppe i resten av bransjen, ${comparisons(compared)}.`
      : `Sammenlignet med samme gruppe i resten av bransjen er gapet hos en bedrift ${worseAndBetter(worse, better)}, ${comparisons(compared)}.`,
  groupGapsCaption: (name, wave) => say`${name} ${wave}: gap som klart skiller seg fra de andre kundenes`,
  groupGapsWorse: (wave) => `Gap som er klart dårligere enn i samme gruppe i resten av bransjen, ${wave}`,
  groupGapsBetter: (wave) => `Gap som er klart bedre enn i samme gruppe i resten av bransjen, ${wave}`,

  withheldHead: 'Hva som ikke vises, og hvorfor',
  withheldWhat: (needed) =>
    `En gruppe med færre enn ${needed} vurderinger får ikke noe tall, og det sies heller ikke hvor mange vurderinger den har. En større gruppe holdes også tilbake der en mindre ellers kunne regnes ut fra den og de andre tallene.`,
  withheldAre: (shown, { few, reveal, same }) => {
    const parts = [
      ...(few > 0 ? [`${so(few)} har for få vurderinger`] : []),
      ...(reveal > 0 ? [`${so(reveal)} er holdt tilbake for å skjule en mindre gruppe`] : []),
      ...(same > 0 ? [`${so(same)} har ingen spredning som kunne måles`] : []),
    ]
    const all = shown + few + reveal + same
    return `Av ${so(all)} ${many(all, 'poengsum', 'poengsummer')} for en bedrift i en gruppe, alle indekser medregnet, er det ${[`${so(shown)} som vises`, ...parts].join('; ')}.`
  },

  ownGroupsWhat:
    'Hver gruppe av kundene sammenlignes med bedriftens andre kunder, og med den samme gruppen blant kundene i resten av bransjen.',
  ownShareWorse: (share, names) =>
    say`${share} av kundene hører til grupper som bedriften betjener klart dårligere enn resten av bransjen gjør: ${names}.`,
  ownShareBetter: (share, names) =>
    say`${share} av kundene hører til grupper som bedriften betjener klart bedre enn resten av bransjen gjør: ${names}.`,
  ownShareNone: (compared) =>
    compared === 1
      ? 'Én gruppe kunne sammenlignes med resten av bransjen. Forskjellen er ikke klar.'
      : `${large(groups(compared))} kunne sammenlignes med resten av bransjen. Ingen av dem betjenes klart dårligere eller bedre.`,
  ownShareUnknown: 'Ingen av disse gruppene kunne sammenlignes med resten av bransjen.',
  ownShareCompared: (share) => `${share} av kundene er i en gruppe som kunne sammenlignes.`,
  ownGroupsNothing: 'Ingen gruppe av kundene er stor nok til å vises.',
  moreGroups: 'Slik sammenlignes gruppene, og alle bedriftene',
  otherIndicesBy: (indices) => say`Det samme for ${indices}`,
}
