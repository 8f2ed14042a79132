/** An index ranked with and without a second one, in bokmål. */
import { say } from '../sentence.ts'
import { large, listed, number } from './counting-nb.ts'
import type { mixing as english } from './mixing-en.ts'

const all = (n: number) => (n === 2 ? 'Begge de' : `Alle de ${number(n)}`)

export const mixing: typeof english = {
  mixHead: (ten) => (ten ? 'Ville topp ti sett annerledes ut?' : 'Ville rekkefølgen vært en annen?'),
  mixNav: (ten) => (ten ? 'En annen topp ti?' : 'En annen rekkefølge?'),
  mixOnward: 'Hvor sikkert det er, og hvem som vinner og taper',
  mixOf: (index, other) => say`${index} med og uten ${other}`,

  someCompanies: (n) => `${number(n)} ${n === 1 ? 'bedrift' : 'bedrifter'}`,
  sameTen: (other, share) =>
    say`Hvis ${other} telte ${share} av poengsummen, ville de samme bedriftene vært på topp ti.`,
  noneStays: (other, share) =>
    say`Hvis ${other} telte ${share} av poengsummen, ville ingen av bedriftene på topp ti blitt værende.`,
  exchange: (other, share, entering, leaving) => {
    const start = say`Hvis ${other} telte ${share} av poengsummen, ville `
    if (leaving.length === 0) return say`${start}${entering} kommet inn på topp ti, uten at noen falt ut.`
    if (entering.length === 0) return say`${start}${leaving} falt ut av topp ti, uten at noen kom inn.`
    return say`${start}${entering} kommet inn på topp ti, og ${leaving} falt ut.`
  },
  wouldEnter: 'Ville kommet inn',
  wouldLeave: 'Ville falt ut',
  byChance: {
    more: 'Det er mer enn tilfeldigheter kan forklare.',
    no_more: 'Det er ikke mer enn tilfeldigheter kan forklare.',
    unknown: 'Om det er mer enn tilfeldigheter kan forklare, er ikke beregnet.',
  },
  chanceAlone: (index, other, expected, [low, high], percent) =>
    say`Tenk deg at ${other} ikke hadde noe eget å si, men bare fulgte ${index}. Da ville tilfeldigheter i hvem som ble spurt, likevel fått omtrent ${expected} av bedriftene på topp ti til å falle ut (${low === high ? low : `${low} til ${high}`} i ${percent} av simulerte undersøkelser).`,
  asMany: (n, share) => `I ${share} av dem faller minst ${number(n)} ut.`,
  tiedTens: (alone, mixed, index, other) =>
    alone > 10 && mixed > 10
      ? say`Fordi noen står likt, er det ${number(alone)} bedrifter på topp ti etter ${index} alene, og ${number(mixed)} når ${other} teller med.`
      : alone > 10
        ? say`Fordi noen står likt, er det ${number(alone)} bedrifter på topp ti etter ${index} alene.`
        : say`Fordi noen står likt, er det ${number(mixed)} bedrifter på topp ti når ${other} teller med.`,

  onePlaced: (name) =>
    say`Bare ${name} har nok vurderinger til å få en plass, så det er ingen rekkefølge å endre.`,
  fewPlaced: (n) => `${all(n)} rangerte bedriftene er på topp ti uansett.`,
  orderTurns: (other, share, pairs, turned, same) => {
    const start = say`Hvis ${other} telte ${share} av poengsummen, ville `
    if (same) return say`${start}rekkefølgen mellom dem vært den samme.`
    if (turned === 0)
      return say`${start}ingen av dem byttet plass, men noen ville stått likt eller sluttet å stå likt.`
    if (pairs === 1) return say`${start}de to byttet plass.`
    return say`${start}${turned === 1 ? 'ett' : number(turned)} av de ${number(pairs)} parene av bedrifter byttet rekkefølge.`
  },
  tauIs: (tau, limits, reaches) =>
    [
      `Kendalls tau, som sier hvor godt to rekkefølger stemmer overens, er ${tau} i disse svarene. Ved 1 er rekkefølgene like, ved 0 har de ingenting med hverandre å gjøre.`,
      ...(limits === undefined
        ? []
        : [`Var alle kundene spurt, kunne den ligget hvor som helst fra ${limits[0]} til ${limits[1]}.`]),
      ...(reaches ? ['Derfor kan de to rekkefølgene godt være like.'] : []),
    ].join(' '),

  mixTitle: (index, other) => say`Plass i ${index} alene, og med ${other}`,
  mixedHead: 'Samlet',
  stay: (n, of) =>
    n === of ? `Alle ${number(n)} på topp ti blir værende.` : `${large(number(n))} på topp ti blir værende.`,
  moveIs: (name, from, to) => say`${name} (fra plass ${from} til ${to})`,
  enterAre: (moves) => say`Kommer inn: ${moves}.`,
  leaveAre: (moves) => say`Faller ut: ${moves}.`,
  moveAre: (moves) => say`En annen plass: ${moves}.`,
  nobodyMoves: 'Alle bedriftene beholder plassen.',
  slopeKey: (index, other, share) =>
    say`Til venstre: plass etter ${index} alene. Til høyre: plass når ${other} teller ${share}.`,
  slopeEnters: 'Tykk strek, uthevet navn: kommer inn på topp ti.',
  slopeLeaves: 'Stiplet: faller ut.',
  slopeEnd: 'Prikket: slutten på topp ti.',
  slopePart: 'Bare bedriftene rundt topp ti er tegnet. Tabellen har alle.',

  shiftsHead: 'Hvem vinner og hvem taper på det?',
  shiftsWhy: (level, down, other) =>
    say`Når ${other} teller med, ${down ? 'synker' : 'stiger'} poengsummene til de rangerte bedriftene i gjennomsnitt ${level} poeng. Var utslaget likt for alle, ville ingen gått forbi noen. Det som teller, er hvor langt utslaget for en bedrift ligger fra gjennomsnittet.`,
  shiftTitle: (other) => say`Utslag mot gjennomsnittet når ${other} teller med`,
  shiftsAre: (other, gains, gain, loses, lose) => {
    const end = say`på at ${other} teller med`
    if (gain > 0 && lose > 0) return say`${gains} vinner klart ${end}, og ${loses} taper klart.`
    if (gain > 0) return say`${gains} vinner klart ${end}. Ingen taper klart.`
    if (lose > 0) return say`${loses} taper klart ${end}. Ingen vinner klart.`
    return say`Ingen bedrift vinner eller taper klart ${end}.`
  },
  shiftsCount: (counted) =>
    `Om et utslag er klart, avgjøres med Holms metode for ${counted === 2 ? 'begge de' : `alle de ${number(counted)}`} rangerte bedriftene under ett. Et enkelt intervall gjelder bare den ene bedriften, og kan derfor utelukke 0 uten at utslaget er klart.`,
  shiftKey: (percent) =>
    `Prikk: poeng mer eller mindre enn gjennomsnittlig utslag. Strek: ${percent}-intervall. Fylt prikk: klart. Åpen prikk: ikke klart. Stiplet: gjennomsnittlig utslag.`,
  shiftPart: (n) =>
    `${large(number(n))} bedrifter: topp ti, de som ville kommet inn, og de med de klareste utslagene.`,
  shiftVerdict: { gains: 'vinner klart', loses: 'taper klart', no_clear_shift: 'ikke klart' },

  mixCaption: (index, other, share, wave, percent) =>
    say`${index} ${wave}, alene og når ${other} teller ${share}: rangerte bedrifter, med ${percent}-intervaller`,
  shift: 'Utslag',
  besideAverage: 'Mot gjennomsnittlig utslag',
  placeThen: (place, up) =>
    `plass ${place}, ${up === 0 ? 'uendret' : `${number(Math.abs(up))} ${up > 0 ? 'opp' : 'ned'}`}`,
  entersTen: 'kommer inn på topp ti',
  leavesTen: 'faller ut av topp ti',
  unplacedWhy: (index, other, minimum, shown) =>
    say`Her teller bare vurderinger med svar på både ${index} og ${other}. Det kreves minst ${minimum} av dem for å få en plass og minst ${shown} for å få vist poeng.`,

  sharesHead: 'Hvor mye bør det telle?',
  sharesLead: (other, share) =>
    say`Hvor mye ${other} bør telle, er et valg som ingen undersøkelse kan ta. Her teller det ${share}. Slik blir det med andre andeler:`,
  sharesTitle: (other) => say`Hvor mange som faller ut av topp ti, etter hvor mye ${other} teller`,
  sharesTauTitle: (other) =>
    say`Hvor godt de to rekkefølgene stemmer overens, etter hvor mye ${other} teller`,
  sharesNever: (shares) =>
    `Ved ingen av de ${shares} beregnede andelene faller flere ut enn tilfeldigheter kan forklare.`,
  sharesWhere: (runs) =>
    `Flere faller ut enn tilfeldigheter kan forklare ved ${listed(runs.map(([a, b]) => (a === b ? a : `${a} til ${b}`)))}. Hver andel er vurdert for seg.`,
  sharesFrom: (most, at) => `På det meste faller ${number(most)} ut av topp ti, første gang ved ${at}.`,
  sharesKey: (percent) =>
    `Oppover: hvor mange som faller ut av topp ti. Prikker: i disse svarene. Bånd: i ${percent} av undersøkelser simulert av tilfeldigheter alene; stiplet: gjennomsnittet av dem. Bortover: hvor mange prosent den andre indeksen teller. Loddrett strek: andelen i dette barometeret.`,
  sharesTauSays: (low, high) =>
    `Kendalls tau ligger mellom ${low} og ${high}. Ved 1 er rekkefølgen den samme som uten den andre indeksen.`,
  sharesTauKey: (percent) =>
    `Oppover: Kendalls tau. Prikker: i disse svarene. Bånd: der den kan ligge blant alle kundene (${percent}-intervall), og som ikke trenger å romme prikkene. Bortover: hvor mange prosent den andre indeksen teller. Loddrett strek: andelen i dette barometeret.`,
  sharesCaption: (index, other) => say`${index}: hva andelen ${other} gjør med rangeringen`,
  counts: 'Teller',
  thisShare: 'dette barometeret',
  dropOut: 'Faller ut',
  chanceOnly: 'Ved tilfeldigheter alene',
  moreThanChance: 'Mer enn tilfeldig?',
  isMore: { more: 'ja', no_more: 'nei', unknown: '–' },
  agreement: 'Kendalls tau i disse svarene (blant alle kundene)',
  whoEnters: 'Hvem som ville kommet inn',
  nobody: 'ingen',

  mindHead: 'Dette må du huske',
  mindRatings: (index, other, ranking) =>
    say`Begge rangeringene bygger på de samme vurderingene: dem med svar på både ${index} og ${other}. Derfor kan n være mindre her, og poeng og plass noe annet, enn i rangeringen for ${ranking}.`,
  mindLevel: (index, other, lower) =>
    say`Kundene svarer ${lower ? 'lavere' : 'høyere'} på ${other} enn på ${index}. Derfor ${lower ? 'synker' : 'stiger'} nesten alle poengsummene når begge teller. Det sier i seg selv ingenting om en enkelt bedrift.`,
  mindPlaces: 'Plassene gjelder disse svarene. Et annet utvalg ville flyttet mange av dem.',
  mindChance: (risk) =>
    `«Mer enn tilfeldigheter kan forklare» betyr at minst like mange faller ut i færre enn ${risk} av de simulerte undersøkelsene.`,
  mindWhole: (shifts) =>
    say`Det som sies om tilfeldigheter, gjelder utskiftingen som helhet, ikke hver bedrift i den. For enkeltbedrifter, se ${shifts}`,
  mindMore: (method) => say`Slik er det beregnet: ${method}, § 16.`,

  mixCardHead: (other) => say`Hvis ${other} også telte`,
  mixCard: (other, share, from, to, of) =>
    from === to
      ? say`Hvis ${other} telte ${share} av poengsummen, ville bedriften beholdt plass ${from} av ${number(of)}.`
      : say`Hvis ${other} telte ${share} av poengsummen, ville bedriften gått fra plass ${from} til ${to} av ${number(of)}.`,
  mixCardTen: {
    enters: 'Med disse svarene ville den kommet inn på topp ti.',
    leaves: 'Med disse svarene ville den falt ut av topp ti.',
  },
  mixCardPoints: (from, to, shift, interval, base) =>
    `Poengsummen ville gått fra ${from} til ${to}, et utslag på ${shift} poeng (${interval}), ${base}.`,
  mixCardVerdict: (verdict, points, interval) =>
    ({
      gains: `Mot gjennomsnittlig utslag vinner den klart: ${points} poeng (${interval}).`,
      loses: `Mot gjennomsnittlig utslag taper den klart: ${points} poeng (${interval}).`,
      no_clear_shift: `Den verken vinner eller taper klart på de andre: ${points} poeng (${interval}) mot gjennomsnittlig utslag.`,
    })[verdict],
  mixCardNone: (other, why) =>
    say`Ikke rangert med ${other}, der bare vurderinger med begge indeksene teller: ${why}.`,
}
