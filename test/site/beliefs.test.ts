/** The page on beliefs, and what companies and industries tell of them. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Publication, PublicStudy } from '../../pipeline/publication.ts'
import type { BeliefTogetherRow, Tables } from '../../pipeline/tables.ts'
import { hostileRole } from './belief-publication.ts'
import { htmlOf, pageAt, pages } from './built.ts'
import { publication } from './publication.ts'

const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const main = (path: string, among = pages) => parseHTML(pageAt(path, among)).document.querySelector('main')
const textAt = (path: string, among = pages) => textOf(main(path, among))
const cells = (row: Element) => [...row.children].map(textOf)
const rowsUnder = (path: string, caption: RegExp, among = pages): string[][] => {
  const found = [...(main(path, among)?.querySelectorAll('table') ?? [])].find((table) =>
    caption.test(textOf(table.querySelector('caption'))),
  )
  return [...(found?.querySelectorAll('tbody tr') ?? [])].map(cells)
}

/** The last edition in English, its tables changed. */
const changed = (change: (tables: Tables) => Partial<Tables>, more: Partial<PublicStudy> = {}) => {
  const made: Publication = {
    ...publication,
    study: { ...publication.study, languages: ['en'], ...more },
    editions: publication.editions.slice(-1).map(({ wave, tables }) => ({
      wave,
      tables: { ...tables, items: [], distributions: [], ...change(tables) },
    })),
  }
  return htmlOf(made)
}

describe('the headline', () => {
  test('sets the share of companies beside the share of customers, and says what counts', () => {
    const head = (lang: string) => textOf(main(`${lang}/2025/beliefs/index.html`)?.querySelector('h1'))
    expect(head('en')).toBe(
      '82% of the companies believe that customers give them top marks in customer satisfaction; 8% of the customers do',
    )
    expect(head('nb')).toBe(
      '82 % av bedriftene tror at kundene gir dem toppkarakter i kundetilfredshet; det gjør 8 % av kundene',
    )
    expect(textAt('en/2025/beliefs/index.html')).toContain(
      'Top marks are what corresponds to an answer of 9 or better on the scale from 1 to 10. A company counts where more than half of those asked believe that customers answer so.',
    )
    expect(textAt('nb/2025/index.html')).toContain('82 % av bedriftene tror at kundene gir dem toppkarakter')
  })

  test('compares points where the study names no such answer', () => {
    const plain = (rows: BeliefTogetherRow[]) =>
      rows.map((row) => ({
        ...row,
        ...{ companies_superior: null, customers_superior: null },
        ...{ customers_superior_low: null, customers_superior_high: null },
      }))
    const made = changed(({ beliefs_together }) => ({ beliefs_together: plain(beliefs_together) }), {
      beliefs: { scale: { min: 1, max: 10 }, superior: undefined, indices: ['satisfaction'] },
    })
    const page = textAt('en/2025/beliefs/index.html', made)
    expect(page).toContain(
      'Companies believe that customers give them 73.4 points in customer satisfaction; customers give them 70.6',
    )
    expect(page).not.toMatch(/op marks are|give them top marks/)
  })

  test('says so where too few answered', () => {
    const made = changed(({ beliefs_together }) => ({
      beliefs_together: beliefs_together.map((row) => ({
        ...row,
        ...{ companies: 0, n_believers: 0, believed: null, actual: null, gap: null },
        published: false,
        reason: 'too_few_believers',
      })),
    }))
    expect(textOf(main('en/2025/beliefs/index.html', made)?.querySelector('h1'))).toBe(
      'Too few companies answered to set what they believe beside what customers answer',
    )
    const text = textAt('en/2025/beliefs/index.html', made)
    expect(text).toContain('not shown: no company of which it may be')
    expect(text).not.toMatch(/no people in no/)
  })
})

describe('all companies together', () => {
  test('each index with its figures and the interval of the customers', () => {
    expect(textAt('en/2025/beliefs/index.html')).toContain(
      '41 people in seven companies believe that customers give 73.4 points on average. Customers give 70.6. The difference is +2.8 (0.2–5.4) points. Each company counts once. 82% of the companies believe that customers give them top marks. 8% of their customers do (7.2–9.4 per cent).',
    )
    expect(textAt('nb/2025/beliefs/index.html')).toContain(
      '17 personer i to bedrifter tror at kundene i gjennomsnitt gir 67,4 poeng. Kundene gir 53,1.',
    )
  })

  test('role by role, with the verdict and what is withheld', () => {
    expect(rowsUnder('en/2025/beliefs/index.html', /^Customer satisfaction 2025: .* by role$/)).toEqual([
      ['All roles41 people, 7 companies', '73.4', '70.6', '+2.8 (0.2–5.4)', '82% / 8%', '–'],
      [
        `${hostileRole}17 people, 6 companies`,
        '78.2',
        '70.9',
        '+7.3 (4.7–9.9)',
        '88% / 8%',
        'clearly more: +6.9 (3.7–10.1)',
      ],
      [
        'support21 people, 6 companies',
        '70.5',
        '70.9',
        '−0.4 (−3.0 to 2.2)',
        '62% / 8%',
        'clearly less: −6.9 (−10.1 to −3.7)',
      ],
      ['marketing', 'not shown: two people in one company'],
    ])
    expect(
      rowsUnder('nb/2025/beliefs/index.html', /^Digital relevans 2025: .* etter rolle$/)[1]?.at(-1),
    ).toBe('ingen klar forskjell: −1,3 (−4,5 til 1,9)')
    const page = textAt('en/2025/beliefs/index.html')
    expect(page).toContain('Both roles believe clearly more or less than the other roles')
    expect(page).toContain('by Holm’s method')
  })

  test('is drawn: what they believe, and what customers answer', () => {
    const chart = main('en/2025/beliefs/index.html')?.querySelector('figure .wide svg')
    expect(chart?.querySelectorAll('.dot circle').length).toBe(6)
    expect(textOf(chart?.querySelector('desc'))).toBe(
      'Three groups, with differences from −0.4 to +7.3 points.',
    )
  })
})

const told: [lang: string, head: string, rule: string, company: string][] = [
  [
    'en',
    'Does not know',
    'The company believes that customers give it clearly more points than they do.',
    'Nordlys Bank',
  ],
  [
    'en',
    'Does not want to',
    'Customers give clearly fewer points than to the rest of the industry. The company’s people know it, but call it clearly unimportant.',
    'Spareskillingen',
  ],
  [
    'en',
    'Does not act',
    'Customers give clearly fewer points than to the rest of the industry. The company’s people know it and call it important, but it is clear that the score has risen by less than it lay behind.',
    'Ekko Mobil',
  ],
  [
    'en',
    'Too early to say',
    'Customers give clearly fewer points than to the rest of the industry. The company’s people know it and call it important, but fewer than three editions can be compared to see whether it acts.',
    'Tele4',
  ],
  [
    'en',
    'Unclear',
    'The answers do not tell. Customers give clearly fewer points than to the rest of the industry, and it is not clear whether the company knows it, wants to change it and does.',
    '',
  ],
  [
    'en',
    'In touch, as far as can be seen',
    'The company overestimates what customers answer by clearly less than 10 points, if at all, and its score is not clearly below the rest of the industry.',
    'Fjordbanken',
  ],
  ['nb', 'Vet det ikke', 'Bedriften tror at kundene gir den klart flere poeng enn de gjør.', 'Nordlys Bank'],
  [
    'nb',
    'Vil ikke',
    'Kundene gir klart færre poeng enn til resten av bransjen. Folkene i bedriften vet det, men mener det er klart uviktig.',
    'Spareskillingen',
  ],
  [
    'nb',
    'Gjør ikke noe med det',
    'Kundene gir klart færre poeng enn til resten av bransjen. Folkene i bedriften vet det og mener det er viktig, men det er klart at poengsummen har steget mindre enn den lå etter.',
    'Ekko Mobil',
  ],
  [
    'nb',
    'For tidlig å si',
    'Kundene gir klart færre poeng enn til resten av bransjen. Folkene i bedriften vet det og mener det er viktig, men færre enn tre utgaver kan sammenlignes, så det er for tidlig å si om den gjør noe.',
    'Tele4',
  ],
  [
    'nb',
    'Uklart',
    'Svarene gir ikke noe klart bilde. Kundene gir klart færre poeng enn til resten av bransjen, uten at det er klart om bedriften vet det, vil endre det og gjør det.',
    '',
  ],
  [
    'nb',
    'På linje, så langt svarene viser',
    'Det er klart at bedriften overvurderer kundenes svar med mindre enn 10 poeng, om den gjør det, og poengsummen ligger ikke klart under resten av bransjen.',
    'Fjordbanken',
  ],
]

describe('the companies', () => {
  test.each(told)('%s: %s, with the rule', (lang, head, rule, company) => {
    const path = `${lang}/2025/beliefs/index.html`
    const heading = [...(main(path)?.querySelectorAll('h3[id^="satisfaction-"]') ?? [])].find(
      (one) => textOf(one) === head,
    )
    expect(textOf(heading?.nextElementSibling)).toBe(rule)
    const rows = [
      ...(heading?.nextElementSibling?.nextElementSibling?.querySelectorAll('tbody tr') ?? []),
    ].map(cells)
    expect(rows.length).toBe(1)
    expect(rows[0]?.[0]).toContain(company)
    expect(main(path)?.querySelector(`.jump a[href="#${heading?.id}"]`)).not.toBeNull()
  })

  test('stand with belief, answers, difference, priority and how many answered', () => {
    const [row] = rowsUnder('en/2025/beliefs/index.html', /^Customer satisfaction 2025: Does not know$/)
    expect(row).toEqual([
      'Nordlys BankBanking',
      '91.6 (85.0–98.2)7 peoplebeside the rest +16.6 (9.5–23.7)',
      '74.2 (70.5–77.9), n 103beside the rest −0.8 (−4.9 to 3.3)',
      '+17.4 (9.9–24.9)',
      '56% / 8%',
      '90.3 (81.5–99.1)',
    ])
    const [digital] = rowsUnder('en/2025/beliefs/index.html', /^Digital relevance 2025: Does not know$/)
    expect(digital?.at(-1)).toBe('not stated')
  })

  test('in touch or unclear for another reason are told so', () => {
    const said = (diagnosis: 'in_touch' | 'unclear', rest: number | null, p: number | null) => {
      const made = changed(({ beliefs }) => ({
        beliefs: beliefs.map((row) =>
          row.company_id === 'fjordbanken' && row.index === 'satisfaction' && row.role === 'all'
            ? { ...row, diagnosis, actual_vs_rest: rest, actual_vs_rest_p_adjusted: p }
            : row,
        ),
      }))
      return textAt('en/2025/company/fjordbanken/index.html', made)
    }
    expect(said('in_touch', -6, 0.01)).toContain(
      'In touch, as far as can be seen. Customers give clearly fewer points than to the rest of the industry, but the score has clearly risen.',
    )
    expect(said('unclear', -6, 0.2)).toContain(
      'Unclear. The answers do not tell. The score is not clearly below the rest of the industry, but the company may overestimate what customers answer by 10 points or more.',
    )
    expect(said('unclear', null, null)).toContain(
      'Unclear. The answers do not tell. The company may overestimate what customers answer by 10 points or more, and there is no rest of the industry to set its score beside.',
    )
    expect(said('in_touch', null, null)).not.toContain('not clearly below the rest')
  })

  test('of a kind with very many are folded', () => {
    const made = changed(({ beliefs }) => ({
      beliefs: [
        ...beliefs,
        ...beliefs
          .filter(({ diagnosis }) => diagnosis === 'does_not_know')
          .flatMap((row) => Array.from({ length: 30 }, (_, k) => ({ ...row, company_id: `made-up-${k}` }))),
      ],
    }))
    const page = main('en/2025/beliefs/index.html', made)
    const folded = [...(page?.querySelectorAll('details') ?? [])].map((one) => [
      textOf(one.querySelector('summary')),
      one.querySelectorAll('tbody tr').length,
    ])
    expect(folded).toEqual([
      ['Table (31)', 31],
      ['Table (31)', 31],
    ])
    expect(main('en/2025/beliefs/index.html')?.querySelectorAll('details').length).toBe(0)
  })

  test('with too few answers are named with the reason', () => {
    expect(textAt('en/2025/beliefs/index.html')).toContain(
      'Nyhandel: two people answered; three needed, so that nobody’s answer can be read',
    )
    expect(textAt('nb/2025/beliefs/index.html')).toContain(
      'Butikken på Kroken: 25 vurderinger; det kreves 30 for å vise poeng',
    )
  })

  test('are judged by rules that the page states, with the number of comparisons', () => {
    const page = textAt('en/2025/beliefs/index.html')
    expect(page).toContain('over all nine pairs of company and index: on average at most 5% of')
    expect(page).toContain('How much such answers differ is therefore taken from all companies together')
    expect(page).toContain('no proof of what people in a company know or want')
  })
})

describe('the page of a company', () => {
  test('tells what it believes, what it looks like, and how the score has moved', () => {
    expect(textAt('en/2025/company/ekko/index.html')).toContain(
      'Eight people in the company believe that customers give 61.3 points in customer satisfaction. Customers give 67.7. The difference is −6.4 (−13.9 to 1.1) points. Does not act. Customers give clearly fewer points than to the rest of the industry. The company’s people know it and call it important, but it is clear that the score has risen by less than it lay behind. The score has changed by +0.8 points (−2.6 to 4.2) since 2021. It lay 7.3 points behind the rest on average over these editions.',
    )
    expect(textAt('nb/2025/company/nordlys/index.html')).toContain(
      'Sju personer i bedriften tror at kundene gir 91,6 poeng i kundetilfredshet. Kundene gir 74,2. Forskjellen er +17,4 (9,9–24,9) poeng. Vet det ikke.',
    )
  })

  test('shows roles, and says why some are not shown', () => {
    const rows = (id: string, lang = 'en') =>
      rowsUnder(`${lang}/2025/company/${id}/index.html`, /(by role|etter rolle)$/)
    expect(rows('fjordbanken').map((row) => [row[0], row[1]])).toEqual([
      ['All roles', '85.2 (78.6–91.8)9 peoplebeside the rest +11.7 (4.6–18.8)'],
      [hostileRole, '87.3 (80.7–93.9)4 people'],
      ['support', '83.5 (76.9–90.1)5 people'],
    ])
    expect(rows('nordlys').slice(1)).toEqual([
      [hostileRole, 'two people answered; three needed, so that nobody’s answer can be read'],
      ['support', 'not shown: with it, the answers of fewer than three others could be worked out'],
    ])
    expect(rows('ekko').slice(1)).toEqual([
      ['support', 'not shown: all who answered said the same, so that everybody’s answer could be read'],
    ])
    expect(rows('ekko', 'nb')[1]?.[1]).toBe(
      'vises ikke: Alle som svarte, sa det samme, så alles svar kunne leses ut',
    )
    expect(rows('nyhandel', 'nb')).toEqual([
      ['Alle roller', 'to personer svarte; det kreves tre, slik at ingens svar kan leses ut'],
    ])
    expect(main('en/2025/company/kroken/index.html')?.querySelector('#beliefs figure')).toBeNull()
    expect(
      main('en/2025/company/fjordbanken/index.html')?.querySelectorAll('#beliefs .wide .thin line').length,
    ).toBe(4)
  })

  test('that was not asked has no such part', () => {
    const made = changed(({ beliefs }) => ({
      beliefs: beliefs.filter(({ company_id }) => company_id !== 'ekko'),
    }))
    expect(main('en/2025/company/ekko/index.html', made)?.querySelector('#beliefs')).toBeNull()
    expect(main('en/2025/company/nordlys/index.html', made)?.querySelector('#beliefs')).not.toBeNull()
  })
})

test('the page of an industry has its companies and no others', () => {
  expect(
    rowsUnder(
      'en/2025/industry/bank/index.html',
      /^Customer satisfaction 2025: What the companies believe$/,
    ).map((row) => row[0]),
  ).toEqual([
    'FjordbankenIn touch, as far as can be seen',
    'Nordlys BankDoes not know',
    'SpareskillingenDoes not want to',
  ])
})

test('hostile roles stay text', () => {
  for (const path of ['en/2025/beliefs/index.html', 'nb/2025/company/fjordbanken/index.html']) {
    expect(pageAt(path)).not.toContain('<b>boss')
    const { document } = parseHTML(pageAt(path))
    expect([...document.querySelectorAll('bdi')].map(textOf)).toContain(hostileRole)
  }
})
