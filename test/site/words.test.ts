/** Sentences with numbers in them, written out by hand: none, one, two and many. */
import { describe, expect, test } from 'vitest'
import { formatFor } from '../../site/format.ts'
import { named, plain, type Sentence } from '../../site/sentence.ts'
import { en, type SiteWords } from '../../site/words/en.ts'
import { nb } from '../../site/words/nb.ts'

type Say = (words: SiteWords) => string | Sentence

const loyalty = named('loyalty')
const lojalitet = named('lojalitet')
const index = (words: SiteWords) => (words === nb ? lojalitet : loyalty)
const text = (said: string | Sentence) => (typeof said === 'string' ? said : plain(said))

const cases: [what: string, say: Say, english: string, norwegian: string][] = [
  [
    'the highest score',
    (w) => w.topHead(1, index(w)),
    'The highest score in loyalty among ranked companies',
    'Den høyeste poengsummen i lojalitet blant de rangerte bedriftene',
  ],
  [
    'the two highest scores',
    (w) => w.topHead(2, index(w)),
    'The two highest scores in loyalty among ranked companies',
    'De to høyeste poengsummene i lojalitet blant de rangerte bedriftene',
  ],
  [
    'the twenty highest scores',
    (w) => w.topHead(20, index(w)),
    'The 20 highest scores in loyalty among ranked companies',
    'De 20 høyeste poengsummene i lojalitet blant de rangerte bedriftene',
  ],
  [
    'a tie of the only two',
    (w) => w.tied(2, true, index(w), w.list([named('A'), named('B')])),
    'The two ranked companies cannot be told apart in loyalty: A and B',
    'De to rangerte bedriftene kan ikke skilles fra hverandre i lojalitet: A og B',
  ],
  [
    'a tie of all three',
    (w) => w.tied(3, true, index(w), w.list([named('A'), named('B'), named('C')])),
    'None of the three ranked companies can be told apart in loyalty: A, B and C',
    'Ingen av de tre rangerte bedriftene kan skilles fra hverandre i lojalitet: A, B og C',
  ],
  [
    'a tie of two at the top',
    (w) => w.tied(2, false, index(w), w.list([named('A'), named('B')])),
    'Two companies cannot be told apart at the top in loyalty: A and B',
    'To bedrifter kan ikke skilles fra hverandre på topp i lojalitet: A og B',
  ],
  [
    'what a tie means',
    (w) => w.tiedMore,
    'Any differences between their scores are no larger than chance can explain. The order within the group means nothing.',
    'Forskjellene mellom poengsummene, om det er noen, er ikke større enn tilfeldigheter kan forklare. Rekkefølgen innad i gruppen betyr ingenting.',
  ],
  [
    'a lead over one',
    (w) => w.leadsAloneMore(1),
    'Its lead over the other ranked company is larger than chance can explain.',
    'Forspranget til den andre rangerte bedriften er større enn tilfeldigheter kan forklare.',
  ],
  [
    'a lead over two',
    (w) => w.leadsAloneMore(2),
    'Its lead over each of the two other ranked companies is larger than chance can explain.',
    'Forspranget til hver av de to andre rangerte bedriftene er større enn tilfeldigheter kan forklare.',
  ],
  [
    'a lead that is not clear',
    (w) => w.mayLead(named('A'), index(w)),
    'Only A can be first in loyalty, but it is not clearly ahead of everyone',
    'Bare A kan være først i lojalitet, men ligger ikke klart foran alle de andre',
  ],
  [
    'no clear change of one',
    (w) => w.noClearChange(1, index(w)),
    'No clear change in loyalty, out of one comparison.',
    'Ingen klar endring i lojalitet, av én sammenligning.',
  ],
  [
    'one clear change of one',
    (w) => w.clearChanges(1, 1, index(w)),
    'One clear change in loyalty, out of one comparison.',
    'Én klar endring i lojalitet, av én sammenligning.',
  ],
  [
    'two clear changes of many',
    (w) => w.clearChanges(2, 31, index(w)),
    'Two clear changes in loyalty, out of 31 comparisons.',
    'To klare endringer i lojalitet, av 31 sammenligninger.',
  ],
  [
    'a change',
    (w) => w.went(named('A'), false, '4', '1–7', '60'),
    'A went down by 4 points (1–7), to 60',
    'A gikk ned 4 poeng (1–7), til 60',
  ],
  [
    'one pair, alike',
    (w) => w.pairs(0, 1),
    'The two ranked companies do not differ clearly.',
    'De to rangerte bedriftene skiller seg ikke klart fra hverandre.',
  ],
  [
    'one pair, apart',
    (w) => w.pairs(1, 1),
    'The two ranked companies differ clearly.',
    'De to rangerte bedriftene skiller seg klart fra hverandre.',
  ],
  [
    'none of two pairs',
    (w) => w.pairs(0, 2),
    'Neither of the two pairs of ranked companies differs clearly.',
    'Forskjellen er ikke klar i noen av de to parene av rangerte bedrifter.',
  ],
  [
    'one of two pairs',
    (w) => w.pairs(1, 2),
    'One of the two pairs of ranked companies differs clearly.',
    'Forskjellen er klar i ett av de to parene av rangerte bedrifter.',
  ],
  [
    'both pairs',
    (w) => w.pairs(2, 2),
    'Both pairs of ranked companies differ clearly.',
    'Forskjellen er klar i begge parene av rangerte bedrifter.',
  ],
  [
    'none of three pairs',
    (w) => w.pairs(0, 3),
    'None of the three pairs of ranked companies differs clearly.',
    'Forskjellen er ikke klar i noen av de tre parene av rangerte bedrifter.',
  ],
  [
    'two of three pairs',
    (w) => w.pairs(2, 3),
    'Two of the three pairs of ranked companies differ clearly.',
    'Forskjellen er klar i to av de tre parene av rangerte bedrifter.',
  ],
  [
    'all three pairs',
    (w) => w.pairs(3, 3),
    'All three pairs of ranked companies differ clearly.',
    'Forskjellen er klar i alle de tre parene av rangerte bedrifter.',
  ],
  [
    'Holm over pairs',
    (w) => w.pairsHolm(15),
    'The verdicts count all 15 comparisons, by Holm’s method. The interval of a single difference counts only that one, so it may leave out 0 without the difference being clear.',
    'Om en forskjell er klar, avgjøres med Holms metode for alle de 15 sammenligningene under ett. Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at forskjellen er klar.',
  ],
  [
    'the only question',
    (w) => w.minItems(1, 1),
    'A rating counts if the question was answered.',
    'En vurdering teller med hvis spørsmålet er besvart.',
  ],
  [
    'one of two questions',
    (w) => w.minItems(1, 2),
    'A rating counts if at least one of the two questions was answered.',
    'En vurdering teller med hvis minst ett av de to spørsmålene er besvart.',
  ],
  [
    'both questions',
    (w) => w.minItems(2, 2),
    'A rating counts if both questions were answered.',
    'En vurdering teller med hvis begge spørsmålene er besvart.',
  ],
  [
    'two of three questions',
    (w) => w.minItems(2, 3),
    'A rating counts if at least two of the three questions were answered.',
    'En vurdering teller med hvis minst to av de tre spørsmålene er besvart.',
  ],
  [
    'more answers than questions',
    (w) => w.minItems(2, 1),
    'A rating takes at least two answers, but only one question was asked, so no rating counts.',
    'En vurdering krever minst to svar, men det er bare stilt ett spørsmål. Derfor teller ingen vurderinger med.',
  ],
  [
    'no ratings',
    (w) => w.tooFew('0', '30'),
    '0 ratings; 30 needed for a score',
    '0 vurderinger; det kreves 30 for å vise poeng',
  ],
  [
    'one rating',
    (w) => w.tooFew('1', '30'),
    '1 rating; 30 needed for a score',
    '1 vurdering; det kreves 30 for å vise poeng',
  ],
  [
    'not asked, one',
    (w) => w.notAsked('1'),
    '1 was not asked or left it blank',
    '1 ble ikke spurt eller svarte ikke',
  ],
  [
    'not asked, two',
    (w) => w.notAsked('2'),
    '2 were not asked or left it blank',
    '2 ble ikke spurt eller svarte ikke',
  ],
  [
    'one score published elsewhere',
    (w) => w.pastSays(1, '1998', '1998'),
    'One score published elsewhere, of 1998.',
    'Én poengsum publisert andre steder, for 1998.',
  ],
  [
    'scores published elsewhere',
    (w) => w.pastSays(13, '1996', '2011'),
    '13 scores published elsewhere, from 1996 to 2011.',
    '13 poengsummer publisert andre steder, fra 1996 til 2011.',
  ],
  [
    'their sources',
    (w) => w.pastKey(w.list([named('A'), named('B')])),
    'Small open dots: scores as published elsewhere (A and B), not computed here. The years on the axis do not always follow each other directly.',
    'Små, åpne prikker: poengsummer slik de er publisert andre steder (A og B), ikke beregnet her. Årene på aksen følger ikke alltid rett etter hverandre.',
  ],
  [
    'one new question',
    (w) => w.itemsAdded(1, w.quoted(named('Why?'))),
    'This question is new: “Why?”',
    'Dette spørsmålet er nytt: «Why?»',
  ],
  [
    'two questions dropped',
    (w) => w.itemsDropped(2, w.list([w.quoted(named('Why')), w.quoted(named('How?'))])),
    'These questions are no longer asked: “Why” and “How?”',
    'Disse spørsmålene stilles ikke lenger: «Why» og «How?»',
  ],
  [
    'another scale',
    (w) => w.scaleChanged(w.scaleSpan('1', '10'), w.scaleSpan('−5', '5')),
    'The new questions are answered from −5 to 5, the old ones were answered from 1 to 10.',
    'De nye spørsmålene besvares fra −5 til 5, de gamle ble besvart fra 1 til 10.',
  ],
  [
    'several reasons for a cut',
    (w) => w.historyBreak([`${w.cutBy.scale} 2023`, `${w.cutBy.weights} 2024`, `${w.cutBy.units} 2025`]),
    'Dashed upright line: the questions and their scale changed in 2023, the weighting changed in 2024, the sampling units changed in 2025, and the series is cut there.',
    'Stiplet loddrett strek: Spørsmålene og skalaen ble endret i 2023, vektingen ble endret i 2024, utvalgsenhetene ble endret i 2025, og serien er brutt der.',
  ],
  [
    'the rest, five compared',
    (w) => w.restWhy(5),
    'The rest of the industry is its other companies taken together. The verdict counts all five companies compared, by Holm’s method. The interval of a single difference counts only that one, so it may leave out 0 without the difference being clear.',
    'Resten av bransjen er de andre bedriftene i den under ett. Om forskjellen er klar, avgjøres med Holms metode for alle de fem bedriftene som sammenlignes. Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at forskjellen er klar.',
  ],
  [
    'the rest, two compared',
    (w) => w.restWhy(2),
    'The rest of the industry is its other companies taken together. The verdict counts both companies compared, by Holm’s method. The interval of a single difference counts only that one, so it may leave out 0 without the difference being clear.',
    'Resten av bransjen er de andre bedriftene i den under ett. Om forskjellen er klar, avgjøres med Holms metode for begge bedriftene som sammenlignes. Intervallet for en enkelt forskjell gjelder bare den ene, og kan derfor utelukke 0 uten at forskjellen er klar.',
  ],
  [
    'the rest, one compared',
    (w) => w.restWhy(1),
    'The rest of the industry is its other companies taken together.',
    'Resten av bransjen er de andre bedriftene i den under ett.',
  ],
  [
    'trimmed once',
    (w) => w.trimRounds(1, true),
    'Weights outside were set to the bound, and the raking was done again, once, until shares and bounds both held.',
    'Vekter utenfor ble satt til grensen, og rakingen gjort på nytt, én gang, til både andeler og grenser holdt.',
  ],
  [
    'trimmed without raking',
    (w) => w.trimRounds(3, false),
    'Weights outside were set to the bound three times, until all bounds held.',
    'Vekter utenfor ble satt til grensen tre ganger, til alle grensene holdt.',
  ],
  [
    'the most common answer',
    (w) => w.answersSays(['7'], '40 %'),
    'The most common answer is 7 (40 %).',
    'Det vanligste svaret er 7 (40 %).',
  ],
  [
    'two most common answers',
    (w) => w.answersSays(['7', '8'], '40 %'),
    'The most common answers are 7 and 8 (40 % each).',
    'De vanligste svarene er 7 og 8 (40 % på hvert).',
  ],
]

describe('sentences', () => {
  test.each(cases)('%s', (_, say, english, norwegian) => {
    expect(text(say(en))).toBe(english)
    expect(text(say(nb))).toBe(norwegian)
  })
})

test('a confidence, and the risk that it leaves, keep the decimals they need', () => {
  const [norwegian, english] = [formatFor('nb'), formatFor('en')]
  expect([0.95, 0.975, 0.999, 1 - 0.999, 1 - 0.95].map(norwegian.confidence)).toEqual([
    '95\u00a0%',
    '97,5\u00a0%',
    '99,9\u00a0%',
    '0,1\u00a0%',
    '5\u00a0%',
  ])
  expect([0.95, 0.975, 1 - 0.999].map(english.confidence)).toEqual(['95%', '97.5%', '0.1%'])
})

test('the method is told as this edition was treated', () => {
  const as = { level: 'respondent', clustered: false, panel: false } as const
  const step = (words: SiteWords, section: string, how: Partial<Parameters<SiteWords['steps']>[2]>) =>
    words
      .steps('95%', 'companies', { ...as, weighting: 'none', stratified: false, ...how })
      .find(([number]) => number === section)?.[2]
  const intervals = (words: SiteWords, weighted: boolean, stratified: boolean) =>
    step(words, '4', { weighting: weighted ? 'delivered' : 'none', stratified })
  expect(intervals(en, false, false)).toBe(
    'The 95% intervals take into account that one person may have rated several companies.',
  )
  expect(intervals(en, true, false)).toBe(
    'The 95% intervals take into account that one person may have rated several companies and that the answers are weighted.',
  )
  expect(intervals(en, false, true)).toBe(
    'The 95% intervals take into account that one person may have rated several companies and that the sample was drawn in strata.',
  )
  expect(intervals(en, true, true)).toBe(
    'The 95% intervals take into account that one person may have rated several companies, that the answers are weighted and that the sample was drawn in strata.',
  )
  expect(intervals(nb, false, false)).toBe(
    '95%-intervallene tar hensyn til at én person kan ha vurdert flere bedrifter.',
  )
  expect(intervals(nb, true, false)).toBe(
    '95%-intervallene tar hensyn til at én person kan ha vurdert flere bedrifter, og at svarene er vektet.',
  )
  expect(intervals(nb, false, true)).toBe(
    '95%-intervallene tar hensyn til at én person kan ha vurdert flere bedrifter, og at utvalget er trukket i grupper (strata).',
  )
  expect(intervals(nb, true, true)).toBe(
    '95%-intervallene tar hensyn til at én person kan ha vurdert flere bedrifter, at svarene er vektet, og at utvalget er trukket i grupper (strata).',
  )
  expect(step(en, '4', { clustered: true, weighting: 'raked' })).toBe(
    'The 95% intervals take into account that one person may have rated several companies, that people were drawn in groups (clusters) and that the answers are weighted.',
  )
  expect(step(nb, '4', { clustered: true, weighting: 'raked' })).toBe(
    '95%-intervallene tar hensyn til at én person kan ha vurdert flere bedrifter, at personer er trukket i grupper (klynger), og at svarene er vektet.',
  )
  expect(step(en, '3', { weighting: 'delivered' })).toContain('the weight that came with the answers')
  expect(step(nb, '3', { weighting: 'delivered', level: 'rating' })).toContain('Hver vurdering teller')
  expect(step(en, '3', { weighting: 'raked' })).toContain(
    'weighted to known shares of the population (raking)',
  )
  expect(step(en, '3', { weighting: 'raked' })).not.toContain('trimming')
  expect(step(nb, '3', { weighting: 'raked_and_trimmed' })).toContain('svært stor (trimming)')
  expect(step(nb, '3', { weighting: 'trimmed' })).not.toContain('raking')
  expect(step(en, '7', {})).not.toContain('both editions')
  expect(step(en, '7', { panel: true })).toContain('People who answered in both editions')
  expect(step(nb, '7', { panel: true })).toContain('De som svarte i begge utgavene')
})
