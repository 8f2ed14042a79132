/** Sentences on the top ten and on split ballots, written out by hand: none, one, two and many. */
import { describe, expect, test } from 'vitest'
import { named, plain, type Sentence } from '../../site/sentence.ts'
import { en, type SiteWords } from '../../site/words/en.ts'
import { nb } from '../../site/words/nb.ts'

type Say = (words: SiteWords) => string | Sentence

const text = (said: string | Sentence) => (typeof said === 'string' ? said : plain(said))
const digital = (w: SiteWords) => named(w === nb ? 'digital relevans' : 'digital relevance')
const satisfied = (w: SiteWords) => named(w === nb ? 'kundetilfredshet' : 'customer satisfaction')
const names = (w: SiteWords, ...all: string[]) => w.list(all.map((name) => named(name)))

const cases: [what: string, say: Say, english: string, norwegian: string][] = [
  [
    'a name that ends in s enters',
    (w) => w.exchange(digital(w), '25 %', names(w, 'Bris'), names(w, 'Fus & Fas', 'Gus')),
    'If digital relevance counted for 25 % of the score, Bris would enter the top ten, and Fus & Fas and Gus would drop out.',
    'Hvis digital relevans telte 25 % av poengsummen, ville Bris kommet inn på topp ti, og Fus & Fas og Gus falt ut.',
  ],
  ['one company', (w) => w.someCompanies(1), 'one company', 'én bedrift'],
  ['thirteen companies', (w) => w.someCompanies(13), '13 companies', '13 bedrifter'],
  [
    'chance that always does the same',
    (w) => w.chanceAlone(satisfied(w), digital(w), '1.0', ['1', '1'], '95 %'),
    'Suppose digital relevance held nothing of its own, only what customer satisfaction predicts. Then chance in who was asked would still make about 1.0 of the top ten drop out (1 in 95 % of simulated surveys).',
    'Tenk deg at digital relevans ikke hadde noe eget å si, men bare fulgte kundetilfredshet. Da ville tilfeldigheter i hvem som ble spurt, likevel fått omtrent 1.0 av bedriftene på topp ti til å falle ut (1 i 95 % av simulerte undersøkelser).',
  ],
  [
    'at least ten',
    (w) => w.asMany(10, '1 %'),
    'In 1 % of them at least ten drop out.',
    'I 1 % av dem faller minst ti ut.',
  ],
  [
    'one of three pairs',
    (w) => w.orderTurns(digital(w), '25 %', 3, 1, false),
    'If digital relevance counted for 25 % of the score, one of the three pairs of companies would change order.',
    'Hvis digital relevans telte 25 % av poengsummen, ville ett av de tre parene av bedrifter byttet rekkefølge.',
  ],
  ['all stay', (w) => w.stay(10, 10), 'All ten of the top ten stay.', 'Alle ti på topp ti blir værende.'],
  ['one stays', (w) => w.stay(1, 10), 'One of the top ten stays.', 'Én på topp ti blir værende.'],
  ['none stays', (w) => w.stay(0, 10), 'None of the top ten stay.', 'Ingen på topp ti blir værende.'],
  [
    'nobody gains or loses',
    (w) => w.shiftsAre(digital(w), [], 0, [], 0),
    'No company clearly gains or loses when digital relevance counts too.',
    'Ingen bedrift vinner eller taper klart på at digital relevans teller med.',
  ],
  [
    'two gain',
    (w) => w.shiftsAre(digital(w), names(w, 'A', 'B'), 2, [], 0),
    'A and B clearly gain when digital relevance counts too. Nobody clearly loses.',
    'A og B vinner klart på at digital relevans teller med. Ingen taper klart.',
  ],
  [
    'one loses',
    (w) => w.shiftsAre(digital(w), [], 0, names(w, 'A'), 1),
    'A clearly loses when digital relevance counts too. Nobody clearly gains.',
    'A taper klart på at digital relevans teller med. Ingen vinner klart.',
  ],
  [
    'two compared',
    (w) => w.shiftsCount(2),
    'The verdict counts both ranked companies, by Holm’s method. A single interval counts only its own company, so it may leave out 0 without the shift being clear.',
    'Om et utslag er klart, avgjøres med Holms metode for begge de rangerte bedriftene under ett. Et enkelt intervall gjelder bare den ene bedriften, og kan derfor utelukke 0 uten at utslaget er klart.',
  ],
  ['no place moved', (w) => w.placeThen(3, 0), 'place 3, unchanged', 'plass 3, uendret'],
  ['one place up', (w) => w.placeThen(3, 1), 'place 3, one up', 'plass 3, én opp'],
  ['thirty places down', (w) => w.placeThen(40, -30), 'place 40, 30 down', 'plass 40, 30 ned'],
  [
    'several runs of shares',
    (w) =>
      w.sharesWhere([
        ['25 %', '25 %'],
        ['40 %', '60 %'],
        ['100 %', '100 %'],
      ]),
    'More drop out than chance can explain at 25 %, 40 % to 60 % and 100 %. Each share is judged on its own.',
    'Flere faller ut enn tilfeldigheter kan forklare ved 25 %, 40 % til 60 % og 100 %. Hver andel er vurdert for seg.',
  ],
  [
    'no clear difference in three indices',
    (w) => w.halvesAlike(names(w, 'A', 'B', 'C'), 3, false),
    'The order makes no clear difference in any of the three indices (A, B and C).',
    'Rekkefølgen gir ingen klar forskjell i noen av de tre indeksene (A, B og C).',
  ],
  [
    'a verdict over three indices',
    (w) => w.ballotHolm(3),
    'The verdicts count all three indices, by Holm’s method.',
    'Om en forskjell er klar, avgjøres med Holms metode for alle de tre indeksene under ett.',
  ],
  [
    'a level that rises',
    (w) => w.mindLevel(satisfied(w), digital(w), false),
    'Customers answer higher on digital relevance than on customer satisfaction. So nearly every score rises when both count. By itself that says nothing about any one company.',
    'Kundene svarer høyere på digital relevans enn på kundetilfredshet. Derfor stiger nesten alle poengsummene når begge teller. Det sier i seg selv ingenting om en enkelt bedrift.',
  ],
]

describe('sentences', () => {
  test.each(cases)('%s', (_, say, english, norwegian) => {
    expect(text(say(en))).toBe(english)
    expect(text(say(nb))).toBe(norwegian)
  })
})
