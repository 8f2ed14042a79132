/** Sentences about groups of customers, written out by hand: none, one, two and many. */
import { describe, expect, test } from 'vitest'
import { named, plain, type Sentence } from '../../site/sentence.ts'
import { en, type SiteWords } from '../../site/words/en.ts'
import { nb } from '../../site/words/nb.ts'

type Say = (words: SiteWords) => string | Sentence
const text = (said: string | Sentence) => (typeof said === 'string' ? said : plain(said))
const index = named('X')
const few = { few: 1, reveal: 0, same: 0 }

const cases: [say: Say, english: string, norwegian: string][] = [
  [
    (w) => w.groupsFound(0, 0, 0),
    'No group could be compared with the other customers.',
    'Ingen gruppe kunne sammenlignes med de andre kundene.',
  ],
  [
    (w) => w.groupsFound(0, 0, 1),
    'One group was compared with the other customers. The difference is not clear.',
    'Én gruppe er sammenlignet med de andre kundene. Forskjellen er ikke klar.',
  ],
  [
    (w) => w.groupsFound(0, 0, 2),
    'Two groups were compared with the other customers. Neither differs clearly.',
    'To grupper er sammenlignet med de andre kundene. Ingen av forskjellene er klare.',
  ],
  [
    (w) => w.groupsFound(0, 2, 14),
    '14 groups were compared with the other customers: none has a clearly higher score, two a clearly lower one.',
    '14 grupper er sammenlignet med de andre kundene: ingen har klart høyere poengsum, to klart lavere.',
  ],
  [
    (w) => w.groupsServed(0, 0, 0, index),
    'X: no group of a company’s customers could be compared with the same group in the rest of the industry.',
    'X: Ingen kundegruppe hos en bedrift kunne sammenlignes med den samme gruppen i resten av bransjen.',
  ],
  [
    (w) => w.groupsServed(0, 0, 1, index),
    'X: no company serves a group of its customers clearly worse or better than the rest of its industry does, out of one comparison.',
    'X: Ingen bedrift betjener en kundegruppe klart dårligere eller bedre enn resten av bransjen gjør, av én sammenligning.',
  ],
  [
    (w) => w.groupsServed(0, 1, 1180, index),
    'X: compared with the rest of their industry, companies serve a group of their customers clearly better in one case and clearly worse in none, out of 1,180 comparisons.',
    'X: Sammenlignet med resten av bransjen betjener bedrifter en kundegruppe klart bedre i ett tilfelle og klart dårligere i ingen, av 1 180 sammenligninger.',
  ],
  [
    (w) => w.groupsServed(2, 1, 30, index),
    'X: compared with the rest of their industry, companies serve a group of their customers clearly worse in two cases and clearly better in one, out of 30 comparisons.',
    'X: Sammenlignet med resten av bransjen betjener bedrifter en kundegruppe klart dårligere i to tilfeller og klart bedre i ett, av 30 sammenligninger.',
  ],
  [
    (w) => w.groupIndustries(0, 2),
    'Within single industries, two groups were compared with the industry’s other customers. Neither differs clearly.',
    'Innenfor enkeltbransjer er to grupper sammenlignet med bransjens andre kunder. Ingen av forskjellene er klare.',
  ],
  [
    (w) => w.groupIndustries(2, 2),
    'Within single industries, two groups were compared with the industry’s other customers. Both differ clearly.',
    'Innenfor enkeltbransjer er to grupper sammenlignet med bransjens andre kunder. Begge skiller seg klart ut.',
  ],
  [
    (w) => w.groupIndustries(1, 30),
    'Within single industries, 30 groups were compared with the industry’s other customers. One differs clearly.',
    'Innenfor enkeltbransjer er 30 grupper sammenlignet med bransjens andre kunder. Én skiller seg klart ut.',
  ],
  [
    (w) => w.groupGapsFound(1, 1),
    'One gap was compared with the gap among the other customers at the same touchpoint. One differs clearly. Higher means that customers got more of what they had expected.',
    'Ett gap er sammenlignet med gapet blant de andre kundene i samme kontaktpunkt. Ett skiller seg klart ut. Høyere betyr at kundene fikk mer av det de ventet.',
  ],
  [
    (w) => w.groupGapsServed(0, 0, 4),
    'Compared with the same group in the rest of the industry, no gap of a company is clearly worse or better, out of four comparisons.',
    'Ingen bedrifts gap er klart dårligere eller bedre enn i samme gruppe i resten av bransjen, av fire sammenligninger.',
  ],
  [
    (w) => w.withheldAre(0, few),
    'Of one score of a company in a group, all indices counted, none is shown; one has too few ratings.',
    'Av én poengsum for en bedrift i en gruppe, alle indekser medregnet, er det ingen som vises; én har for få vurderinger.',
  ],
  [
    (w) => w.ownShareNone(1),
    'One group could be compared with the rest of the industry. The difference is not clear.',
    'Én gruppe kunne sammenlignes med resten av bransjen. Forskjellen er ikke klar.',
  ],
  [
    (w) => w.ownShareNone(3),
    'Three groups could be compared with the rest of the industry. None is served clearly worse or better.',
    'Tre grupper kunne sammenlignes med resten av bransjen. Ingen av dem betjenes klart dårligere eller bedre.',
  ],
]

describe('groups of customers', () => {
  test.each(cases)('%#', (say, english, norwegian) => {
    expect(text(say(en))).toBe(english)
    expect(text(say(nb))).toBe(norwegian)
  })
})
