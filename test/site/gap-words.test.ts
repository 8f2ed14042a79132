/** Sentences about gaps, journeys, needs and beliefs, written out by hand: none, one, two and many. */
import { describe, expect, test } from 'vitest'
import { named, plain, type Sentence } from '../../site/sentence.ts'
import { ballots } from '../../site/words/ballot-en.ts'
import { believing } from '../../site/words/beliefs-en.ts'
import { comparing } from '../../site/words/comparing-en.ts'
import { en, type SiteWords } from '../../site/words/en.ts'
import { gapping } from '../../site/words/gaps-en.ts'
import { journeying } from '../../site/words/journey-en.ts'
import { mixing } from '../../site/words/mixing-en.ts'
import { nb } from '../../site/words/nb.ts'
import { weighing } from '../../site/words/weighing-en.ts'

type Say = (words: SiteWords) => string | Sentence
const text = (said: string | Sentence) => (typeof said === 'string' ? said : plain(said))
const loyalty = (words: SiteWords) => named(words === nb ? 'lojalitet' : 'loyalty')
const counts = (promise_too_high: number, delivery_too_low: number, both_or_unclear: number) => ({
  ...{ promise_too_high, delivery_too_low, both_or_unclear },
})

const cases: [what: string, say: Say, english: string, norwegian: string][] = [
  [
    'no gap compared',
    (w) => w.gapsHead(0, 0),
    'No gap could be compared with that of the rest of an industry',
    'Ingen gap kunne sammenlignes med resten av en bransje',
  ],
  [
    'one gap compared, not worse',
    (w) => w.gapsHead(0, 1),
    'The only gap between what customers expected and what they got that could be compared is not clearly worse than in the rest of the industry',
    'Det eneste gapet mellom det kundene ventet, og det de fikk, som kunne sammenlignes, er ikke klart verre enn i resten av bransjen',
  ],
  [
    'neither of two gaps',
    (w) => w.gapsHead(0, 2),
    'Neither of two gaps between what customers expected and what they got is clearly worse than in the rest of the industry',
    'Ingen av to gap mellom det kundene ventet, og det de fikk, er klart verre enn i resten av bransjen',
  ],
  [
    'none of 48 gaps',
    (w) => w.gapsHead(0, 48),
    'None of 48 gaps between what customers expected and what they got is clearly worse than in the rest of the industry',
    'Ingen av 48 gap mellom det kundene ventet, og det de fikk, er klart verre enn i resten av bransjen',
  ],
  [
    'one of 48 gaps',
    (w) => w.gapsHead(1, 48),
    'One of 48 gaps between what customers expected and what they got is clearly worse than in the rest of the industry',
    'Ett av 48 gap mellom det kundene ventet, og det de fikk, er klart verre enn i resten av bransjen',
  ],
  [
    'nine of 48 gaps',
    (w) => w.gapsHead(9, 48),
    'Nine of 48 gaps between what customers expected and what they got are clearly worse than in the rest of the industry',
    'Ni av 48 gap mellom det kundene ventet, og det de fikk, er klart verre enn i resten av bransjen',
  ],
  [
    'one diagnosis',
    (w) => w.gapsFound(counts(1, 0, 0)),
    'Diagnosis: the promise is too high.',
    'Diagnose: for høye løfter.',
  ],
  [
    'all of one kind',
    (w) => w.gapsFound(counts(0, 3, 0)),
    'Diagnosis: the delivery is too low in all three.',
    'Diagnose: for svak levering i alle tre.',
  ],
  [
    'of every kind',
    (w) => w.gapsFound(counts(3, 1, 14)),
    'Diagnosis: the promise is too high in three, the delivery is too low in one and both or unclear in 14.',
    'Diagnose: for høye løfter i tre, for svak levering i ett og begge deler eller uklart i 14.',
  ],
  [
    'how many were compared, none worse',
    (w) => w.diagnosesCount(21, 0, '5'),
    '21 gaps were compared. When many are compared, some look worse by chance alone. The bar is therefore raised by the method of Benjamini and Hochberg: on average at most 5 of the differences that are called clear, for the worse or the better, are chance. The interval of a single difference counts only that one, so it may leave out 0 without a diagnosis.',
    '21 gap er sammenlignet. Når mange sammenlignes, vil noen se verre ut av rene tilfeldigheter. Kravet er derfor skjerpet med metoden til Benjamini og Hochberg: I gjennomsnitt er høyst 5 av forskjellene som kalles klare, til det verre eller det bedre, tilfeldige. Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at det blir noen diagnose.',
  ],
  [
    'a single comparison',
    (w) => w.diagnosesCount(1, 0, '5'),
    'One gap was compared.',
    'Ett gap er sammenlignet.',
  ],
  [
    'a company with nothing to compare',
    (w) => w.ownDiagnoses(0, 0),
    'None of its gaps could be compared with the rest of the industry.',
    'Ingen av gapene kunne sammenlignes med resten av bransjen.',
  ],
  [
    'a company with one touchpoint',
    (w) => w.ownDiagnoses(1, 1),
    'One touchpoint could be compared with the rest of the industry. Its gap is clearly worse.',
    'Ett kontaktpunkt kunne sammenlignes med resten av bransjen. Gapet der er klart verre.',
  ],
  [
    'a company with none of two',
    (w) => w.ownDiagnoses(0, 2),
    'At neither of the two touchpoints that could be compared is the gap clearly worse than in the rest of the industry.',
    'I ingen av de to kontaktpunktene som kunne sammenlignes, er gapet klart verre enn i resten av bransjen.',
  ],
  [
    'a company with one of seven',
    (w) => w.ownDiagnoses(1, 7),
    'At one of the seven touchpoints that could be compared the gap is clearly worse than in the rest of the industry.',
    'I ett av de sju kontaktpunktene som kunne sammenlignes, er gapet klart verre enn i resten av bransjen.',
  ],
  [
    'an industry with none of twelve',
    (w) => w.industryDiagnoses(0, 12),
    'None of twelve gaps compared in this industry is clearly worse than in the rest of it.',
    'Ingen av de tolv gapene som er sammenlignet i bransjen, er klart verre enn i resten av den.',
  ],
  [
    'an industry with three of twelve',
    (w) => w.industryDiagnoses(3, 12),
    'Three of twelve gaps compared in this industry are clearly worse than in the rest of it.',
    'Tre av de tolv gapene som er sammenlignet i bransjen, er klart verre enn i resten av den.',
  ],
  [
    'one touchpoint in a chart',
    (w) => w.gapChartSays(1, '−2.0', '−2.0'),
    'One touchpoint, with a gap of −2.0 points.',
    'Ett kontaktpunkt, med et gap på −2.0 poeng.',
  ],
  [
    'too few customers of a touchpoint',
    (w) => w.tooFewGaps('1', '30'),
    '1 customer answered both questions; 30 needed',
    '1 kunde svarte på begge spørsmålene; det kreves 30',
  ],
  [
    'an intended level of too few',
    (w) => w.intendedFew(1, 3),
    'intended level not shown: one person answered, three needed',
    'nivået de sikter mot, vises ikke: én person svarte, og det kreves tre',
  ],
  [
    'no part uneven',
    (w) => w.journeyFound(0, 0, 33),
    'None of 33 parts of a company’s journey is clearly weaker or stronger than the company is elsewhere.',
    'Ingen av 33 deler av en bedrifts kundereise er klart svakere eller sterkere enn bedriften ellers er.',
  ],
  [
    'no part weaker, one stronger',
    (w) => w.journeyFound(0, 1, 33),
    'None of 33 parts of a company’s journey is clearly weaker than the company is elsewhere, and one is clearly stronger.',
    'Ingen av 33 deler av en bedrifts kundereise er klart svakere enn bedriften ellers er, og én er klart sterkere.',
  ],
  [
    'two parts weaker, none stronger',
    (w) => w.journeyFound(2, 0, 33),
    'Two of 33 parts of a company’s journey are clearly weaker than the company is elsewhere, and none is clearly stronger.',
    'To av 33 deler av en bedrifts kundereise er klart svakere enn bedriften ellers er, og ingen er klart sterkere.',
  ],
  [
    'the journey of a company',
    (w) => w.ownJourneyFound(1, 0, 5),
    'One of the five parts of the journey is clearly weaker than the company is elsewhere, and none clearly stronger.',
    'Én av de fem delene av kundereisen er klart svakere enn bedriften ellers er, og ingen er klart sterkere.',
  ],
  [
    'a need that matters in one industry of one',
    (w) => w.needFound(loyalty(w), 1, 0, 1),
    'In the one industry that could be compared, loyalty is clearly higher among those who got what they needed',
    'I den ene bransjen som kunne sammenlignes, er lojalitet klart høyere blant dem som fikk det de trengte',
  ],
  [
    'a need that matters nowhere',
    (w) => w.needFound(loyalty(w), 0, 0, 6),
    'In none of the six industries is loyalty clearly higher among those who got what they needed',
    'I ingen av de seks bransjene er lojalitet klart høyere blant dem som fikk det de trengte',
  ],
  [
    'a need that matters everywhere',
    (w) => w.needFound(loyalty(w), 6, 0, 6),
    'In all six industries loyalty is clearly higher among those who got what they needed',
    'I alle de seks bransjene er lojalitet klart høyere blant dem som fikk det de trengte',
  ],
  [
    'a need that goes both ways',
    (w) => w.needFound(loyalty(w), 4, 1, 6),
    'In four of the six industries loyalty is clearly higher among those who got what they needed, and clearly lower in one',
    'I fire av de seks bransjene er lojalitet klart høyere blant dem som fikk det de trengte, og klart lavere i én',
  ],
  [
    'roles that agree',
    (w) => w.rolesFound(0, 3),
    'None of the three roles believes clearly more or less than the other roles of the same companies.',
    'Ingen av de tre rollene tror klart mer eller mindre enn de andre rollene i de samme bedriftene.',
  ],
  [
    'one role of three that differs',
    (w) => w.rolesFound(1, 3),
    'One of the three roles believes clearly more or less than the other roles of the same companies.',
    'Én av de tre rollene tror klart mer eller mindre enn de andre rollene i de samme bedriftene.',
  ],
  [
    'both roles differ',
    (w) => w.rolesFound(2, 2),
    'Both roles believe clearly more or less than the other roles of the same companies.',
    'Begge rollene tror klart mer eller mindre enn de andre rollene i de samme bedriftene.',
  ],
  [
    'a role alone',
    (w) => w.rolesFound(0, 1),
    'The one role that could be compared does not believe clearly more or less than the other roles of the same companies.',
    'Den ene rollen som kunne sammenlignes, tror ikke klart mer eller mindre enn de andre rollene i de samme bedriftene.',
  ],
  [
    'too few people',
    (w) => w.beliefTooFew(1, 3),
    'one person answered; three needed, so that nobody’s answer can be read',
    'én person svarte; det kreves tre, slik at ingens svar kan leses ut',
  ],
  [
    'too few people of a role',
    (w) => w.beliefFewCompanies(1, 2),
    'not shown: two people in one company',
    'vises ikke: to personer i én bedrift',
  ],
  [
    'beliefs without a level for top marks',
    (w) => w.beliefsHead(loyalty(w), '78.2', '66.1'),
    'Companies believe that customers give them 78.2 points in loyalty; customers give them 66.1',
    'Bedriftene tror at kundene gir dem 78.2 poeng i lojalitet; kundene gir dem 66.1',
  ],
  [
    'how many pairs the diagnoses of beliefs count',
    (w) => w.beliefsCount(1, '5%').split(':')[0] ?? '',
    'Whether a company believes too well of itself, and whether its score is below the rest of the industry, is judged by the method of Benjamini and Hochberg over the one pair of company and index',
    'Om en bedrift har for høye tanker om seg selv, og om poengsummen er under resten av bransjen, avgjøres med metoden til Benjamini og Hochberg for det ene paret av bedrift og indeks',
  ],
]

describe('what is said about', () => {
  test.each(cases)('%s', (_, say, english, norwegian) => {
    expect([text(say(en)), text(say(nb))]).toEqual([english, norwegian])
  })
})

test('no word is said twice, since the later would hide the earlier', () => {
  const parts = [ballots, believing, comparing, gapping, journeying, mixing, weighing]
  const names = parts.flatMap((part) => Object.keys(part))
  expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([])
})
