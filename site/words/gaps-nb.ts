/** Expected against experienced: touchpoints, their gaps and the diagnoses, in bokmål. */
import { say } from '../sentence.ts'
import { large, listed, many, neuter, number } from './counting-nb.ts'
import type { gapping as english } from './gaps-en.ts'

const between = 'mellom det kundene ventet, og det de fikk,'
const people = (n: number) => `${number(n)} ${many(n, 'person', 'personer')}`

export const gapping: typeof english = {
  gapsName: 'Forventet og opplevd',
  gapsHead: (worse, compared) => {
    const rest = 'klart verre enn i resten av bransjen'
    if (compared === 0) return 'Ingen gap kunne sammenlignes med resten av en bransje'
    if (compared === 1)
      return `Det eneste gapet ${between} som kunne sammenlignes, er ${worse === 0 ? 'ikke ' : ''}${rest}`
    return `${large(neuter(worse))} av ${number(compared)} gap ${between} er ${rest}`
  },
  gapsFound: (counts) => {
    const all = counts.promise_too_high + counts.delivery_too_low + counts.both_or_unclear
    const where = (n: number) => (all === 1 ? '' : n === all ? ` i alle ${number(n)}` : ` i ${neuter(n)}`)
    const parts = [
      ...(counts.promise_too_high > 0 ? [`for høye løfter${where(counts.promise_too_high)}`] : []),
      ...(counts.delivery_too_low > 0 ? [`for svak levering${where(counts.delivery_too_low)}`] : []),
      ...(counts.both_or_unclear > 0 ? [`begge deler eller uklart${where(counts.both_or_unclear)}`] : []),
    ]
    return `Diagnose: ${listed(parts)}.`
  },
  gapsWhat:
    'Et kontaktpunkt er et sted der kunde og bedrift møtes. Kunder som hadde vært i kontakt med det, svarte på hva de hadde ventet der, og hva de fikk. Begge deler plasseres på en skala fra 0 til 100. Gapet er det de fikk, minus det de ventet, i poeng: ett for hver bedrift og hvert kontaktpunkt. Er det under 0, gir bedriften mindre enn kundene ventet av den. Den samme forsinkelsen irriterer dem som ble lovet mye, og ikke dem som ventet lite.',
  gapShort: 'Gapet er det kundene fikk, minus det de ventet, i poeng.',
  gapsTogether: 'Alle bedrifter samlet',
  gapsByIndustry: 'Bransje for bransje',
  gapsByIndustryNote: 'Tallene står i en tabell på siden til hver bransje.',
  gapChartTitle: (name, wave) => say`${name} ${wave}: forventet og opplevd i kontaktpunktene`,
  gapChartSays: (count, low, high) =>
    count === 1
      ? `Ett kontaktpunkt, med et gap på ${low} poeng.`
      : `${large(number(count))} kontaktpunkter, med gap fra ${low} til ${high} poeng.`,
  gapChartKey: (percent) =>
    `Åpen prikk: forventet. Fylt prikk, under den: opplevd. Strek gjennom en prikk: ${percent}-intervall. I tall: gapet i poeng, med intervall. Aksen begynner ikke på 0.`,
  gapChartBeside: 'Små grå prikker: alle bedriftene i bransjen samlet.',
  gapChartIntended: 'Rute: nivået som bedriftens egne folk sikter mot.',
  gapCaption: (name, wave) => say`${name} ${wave}: hva kundene ventet, og hva de fikk`,
  touchpoint: 'Kontaktpunkt',
  expected: 'Forventet',
  experienced: 'Opplevd',
  gap: 'Gap',
  gotHead: 'Fikk mindre / som ventet / mer',
  gotIs: (less, same, more) => `${less} / ${same} / ${more}`,
  topHeadOf: 'Ventet det beste svaret',
  intendedIs: (level, n) => `sikter mot ${level} (${people(n)} i bedriften)`,
  intendedFew: (n, needed) =>
    n < needed
      ? `nivået de sikter mot, vises ikke: ${people(n)} svarte, og det kreves ${number(needed)}`
      : 'nivået de sikter mot, vises ikke, slik at ingens svar kan leses ut',
  channelIs: (name) => say`kanal: ${name}`,
  ownerIs: (name) => say`avdeling: ${name}`,
  stepIs: (name) => say`steg: ${name}`,
  tooFewGaps: (n, needed) =>
    `${n} ${many(Number(n), 'kunde', 'kunder')} svarte på begge spørsmålene; det kreves ${needed}`,

  diagnosesHead: 'Der gapet er klart verre enn i resten av bransjen',
  diagnosesRule:
    'Første spørsmål: Er gapet til bedriften klart verre enn gapet til de andre bedriftene i bransjen under ett? Bare da kommer det andre: Er forventet pluss opplevd klart høyere enn hos de andre, eller klart lavere? Høyere betyr at det var forventningen som skilte seg ut, lavere at det var opplevelsen. Alt annet får ingen diagnose.',
  diagnosesCount: (compared, worse, percent) => {
    if (compared === 1) return 'Ett gap er sammenlignet.'
    const second = worse === 0 ? '' : ' Det andre spørsmålet stilles bare om de gapene, med samme metode.'
    return `${large(number(compared))} gap er sammenlignet. Når mange sammenlignes, vil noen se verre ut av rene tilfeldigheter. Kravet er derfor skjerpet med metoden til Benjamini og Hochberg: I gjennomsnitt er høyst ${percent} av forskjellene som kalles klare, til det verre eller det bedre, tilfeldige.${second} Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at det blir noen diagnose.`
  },
  diagnosis: 'Diagnose',
  causeIs: {
    promise_too_high: 'For høye løfter',
    delivery_too_low: 'For svak levering',
    both_or_unclear: 'Begge deler eller uklart',
  },
  causeRule: {
    promise_too_high:
      'Kundene venter mer her enn av de andre bedriftene i bransjen, og det de får, holder ikke følge: Løftene er for høye.',
    delivery_too_low:
      'Kundene får mindre her enn hos de andre bedriftene i bransjen, og hadde ikke ventet så lite: Leveringen er for svak.',
    both_or_unclear:
      'Gapet er klart verre, men det lar seg ikke si om det er løftene eller leveringen som ligger bak.',
  },
  causeIntended: 'Den leverer på nivået som dens egne folk sikter mot, og kundene venter mer.',
  causeNone: 'ikke klart verre enn resten',
  causeAlone: 'ingen annen bedrift å sammenligne med',
  causesMost: (shown, all) =>
    `De ${number(shown)} som ligger lengst bak, av ${number(all)}. De andre finnes i filen og på sidene til bedriftene.`,
  diagnosesCaption: (cause, wave) => `${cause}, ${wave}`,
  diagnosedAt: (name, difference, interval) =>
    say`${name}: Gapet er klart verre enn i resten av bransjen, med ${difference} poeng (${interval}).`,
  diagnosedBy: (expected, experienced) =>
    `Sammenlignet med resten venter kundene ${expected} poeng og får ${experienced}.`,
  besideIs: 'mot resten',
  ownDiagnoses: (worse, compared) => {
    if (compared === 0) return 'Ingen av gapene kunne sammenlignes med resten av bransjen.'
    if (compared === 1)
      return `Ett kontaktpunkt kunne sammenlignes med resten av bransjen. Gapet der er ${worse === 0 ? 'ikke ' : ''}klart verre.`
    return `I ${worse === 0 ? 'ingen' : neuter(worse)} av de ${number(compared)} kontaktpunktene som kunne sammenlignes, er gapet klart verre enn i resten av bransjen.`
  },
  industryDiagnoses: (worse, compared) =>
    compared === 0
      ? 'Ingen gap kunne sammenlignes mellom bedriftene i bransjen.'
      : `${large(neuter(worse))} av ${compared === 1 ? 'det ene gapet' : `de ${number(compared)} gapene`} som er sammenlignet i bransjen, er klart verre enn i resten av den.`,
  moreGaps: 'Slik er diagnosene stilt, og alle bransjene',

  mindRecalled:
    'Forventningen er husket. Begge spørsmålene kommer fra samme intervju, og hukommelsen farges av det som ble opplevd.',
  mindCeiling: (touchpoints) =>
    say`Mer enn halvparten ventet det beste svaret som finnes: ${touchpoints}. Ingen kan få mer enn det, så gapet der viser lite annet enn opplevelsen.`,
  mindCeilingAt: (name, share) => say`${name} (${share})`,
  mindBases: (few, least, many, most) =>
    say`Kontaktpunktene har ulike kunder: ${few} bygger på ${least} vurderinger, ${many} på ${most}. Derfor regnes det ikke ut noe gjennomsnitt av gapene.`,
  mindCause:
    'En diagnose sier hva et gap ser ut til å komme av. Den er et sted å begynne å lete, ikke et bevis. Det kundene opplever, forklarer lojaliteten deres bedre enn gapet gjør.',
  gapsAsked:
    'Bare de som hadde vært i kontakt med et kontaktpunkt og svarte på begge spørsmålene om det, teller med.',
}
