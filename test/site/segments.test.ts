/** The page on groups of customers, and what companies, industries and the front page tell of them. */
import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Edition, Publication, PublicStudy } from '../../pipeline/publication.ts'
import type { SegmentRow, Tables } from '../../pipeline/tables.ts'
import { htmlOf, pageAt, pages } from './built.ts'
import { publication } from './publication.ts'
import { hostileCategory } from './segment-publication.ts'

const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const main = (path: string, among = pages) => parseHTML(pageAt(path, among)).document.querySelector('main')
const textAt = (path: string, among = pages) => textOf(main(path, among))
const cells = (row: Element | undefined) => [...(row?.children ?? [])].map(textOf)
/** The rows of the first table in a part of the page whose caption is so. */
const rowsUnder = (path: string, caption: RegExp, part = 'main', among = pages): string[][] => {
  const tables = [...(parseHTML(pageAt(path, among)).document.querySelectorAll(`${part} table`) ?? [])]
  const found = tables.find((table) => caption.test(textOf(table.querySelector('caption'))))
  return [...(found?.querySelectorAll('tbody tr') ?? [])].map(cells)
}

const en = 'en/2025/groups/index.html'
const nb = 'nb/2025/groups/index.html'
const [quote, end] = ['“', '”']

/** The newest edition in English, its tables and study changed. */
function small(change: (edition: Edition) => Partial<Tables>, more: Partial<PublicStudy> = {}): Publication {
  return {
    ...publication,
    study: { ...publication.study, timeline: ['2025'], languages: ['en'], ...more },
    editions: publication.editions.slice(-1).map((edition) => ({
      wave: edition.wave,
      tables: { ...edition.tables, history: [], ...change(edition) },
    })),
  }
}
const made = (change: (edition: Edition) => Partial<Tables>, more: Partial<PublicStudy> = {}) =>
  htmlOf(small(change, more))
const mapped = (change: (row: SegmentRow) => SegmentRow) =>
  made(({ tables }) => ({ segments: tables.segments.map(change) }))

describe('the headline', () => {
  test.each([
    [
      en,
      'Customer satisfaction is clearly lower in the group “18-29” (age) than among the other customers',
      'The difference is 4.6 points (2.6–6.6). The group scores 66.2 (64.2–68.2), n 1,220. Five groups were compared with the other customers: one has a clearly higher score, one a clearly lower one.',
    ],
    [
      nb,
      'Kundetilfredshet er klart lavere i gruppen «18-29» (alder) enn blant de andre kundene',
      'Forskjellen er 4,6 poeng (2,6–6,6). Gruppen får 66,2 (64,2–68,2), n 1 220. Fem grupper er sammenlignet med de andre kundene: én har klart høyere poengsum, én klart lavere.',
    ],
  ])('%s names the largest clear difference, with its interval', (path, head, lead) => {
    expect(textOf(main(path)?.querySelector('h1'))).toBe(head)
    expect(textOf(main(path)?.querySelector('.lead'))).toBe(lead)
  })

  test('follows the verdicts, not the size of the differences', () => {
    const unclear = mapped((row) =>
      row.level === 'all' && row.verdict !== null ? { ...row, verdict: 'no_clear_difference' } : row,
    )
    expect(textOf(main(en, unclear)?.querySelector('h1'))).toBe(
      'No group of customers differs clearly from the others in customer satisfaction',
    )
    expect(textOf(main(en, unclear)?.querySelector('.lead'))).toBe(
      'Five groups were compared with the other customers. None differs clearly.',
    )
    const untested = mapped((row) =>
      row.level === 'all' ? { ...row, verdict: null, difference_from_rest: null } : row,
    )
    expect(textOf(main(en, untested)?.querySelector('h1'))).toBe(
      'No group of customers could be compared with the others in customer satisfaction',
    )
  })
})

describe('all companies together', () => {
  test('show the groups in the order of the contract, each beside the other customers', () => {
    expect(rowsUnder(en, /^All companies together: customer satisfaction 2025 by market$/)).toEqual([
      ['Private customers', '70.5 (68.5–72.5), n 1,350', 'no clear difference: +1.1 (−0.9 to 3.1)'],
      ['Business customers', '69.4 (67.4–71.4), n 291', 'no clear difference: −1.1 (−3.1 to 0.9)'],
    ])
    expect(rowsUnder(nb, /^Alle bedrifter samlet: kundetilfredshet 2025 etter alder$/)).toEqual([
      ['18-29', '66,2 (64,2–68,2), n 1 220', 'klart lavere: −4,6 (−6,6 til −2,6)'],
      ['30-59', '71,6 (69,6–73,6), n 412', 'ingen klar forskjell: +0,9 (−1,1 til 2,9)'],
      ['60+', '73,7 (71,7–75,7), n 317', 'klart høyere: +3,8 (1,8–5,8)'],
    ])
  })

  test('have the other indices folded, and say what is not shown', () => {
    const section = main(en)?.querySelector('#by-age')
    expect(textOf(section?.querySelector('summary'))).toBe('The same for loyalty')
    expect(rowsUnder(en, /loyalty 2025 by age/, '#by-age details')).toEqual([
      ['60+', '75.1 (73.1–77.1), n 315', 'clearly higher: +4.4 (2.4–6.4)'],
    ])
    expect(textOf(section)).toContain('Not shown: 90+ (fewer than 30 ratings).')
    expect(main(en)?.querySelector('#by-market details')).toBeNull()
  })

  test('a single group is compared with nobody', () => {
    expect(rowsUnder(en, /customer satisfaction 2025 by kind/)).toEqual([
      [hostileCategory, '70.1 (68.1–72.1), n 700', 'not compared'],
    ])
  })

  test('are drawn with a dot and a line for each group, at two widths', () => {
    const figure = main(en)?.querySelector('#by-age figure')
    for (const width of ['.wide', '.narrow']) {
      const svg = figure?.querySelector(`${width} svg`)
      expect([
        svg?.querySelectorAll('.dot circle').length,
        svg?.querySelectorAll('.interval line').length,
      ]).toEqual([3, 3])
      expect(textOf(svg?.querySelector('desc'))).toBe(
        'Three groups with scores from 66.2 to 73.7, each with its 95% interval.',
      )
    }
  })
})

describe('whom companies serve worse and better', () => {
  test('is counted, and listed from the verdicts, the largest difference first', () => {
    const part = textOf(main(en)?.querySelector('#served'))
    expect(part).toContain(
      'Customer satisfaction: compared with the rest of their industry, companies serve a group of their customers clearly worse in two cases and clearly better in two, out of eight comparisons.',
    )
    expect(textOf(main(nb)?.querySelector('#served'))).toContain(
      'Kundetilfredshet: Sammenlignet med resten av bransjen betjener bedrifter en kundegruppe klart dårligere i to tilfeller og klart bedre i to, av åtte sammenligninger.',
    )
    const worse = rowsUnder(en, /^Customer satisfaction 2025: groups served clearly worse/)
    expect(worse.map((row) => row.slice(1))).toEqual([
      ['“Business customers” (market)', '58.3 (56.3–60.3), n 58', 'clearly worse: −8.7 (−10.7 to −6.7)'],
      [
        `${quote}${hostileCategory}${end} (kind <i>&")`,
        '65.2 (63.2–67.2), n 99',
        'clearly worse: −7.3 (−9.3 to −5.3)',
      ],
    ])
    const better = rowsUnder(nb, /^Kundetilfredshet 2025: grupper som betjenes klart bedre/)
    expect(better.map((row) => row[3])).toEqual([
      'klart bedre: +11,4 (9,4–13,4)',
      'klart bedre: +9,8 (7,8–11,8)',
    ])
  })

  test('has the other indices folded', () => {
    expect(
      rowsUnder(en, /^Loyalty 2025: groups served clearly worse/, '#served details').map((row) => row[0]),
    ).toEqual(['Ekko MobilMobile telephony'])
    expect(textOf(main(en)?.querySelector('#served details'))).toContain(
      'Loyalty: compared with the rest of their industry, companies serve a group of their customers clearly worse in one case and clearly better in none, out of one comparison.',
    )
  })

  test('is nobody without a verdict, however large the difference', () => {
    const none = mapped((row) => (row.served === null ? row : { ...row, served: 'no_clear_difference' }))
    expect(textOf(main(en, none)?.querySelector('#served'))).toContain(
      'Customer satisfaction: no company serves a group of its customers clearly worse or better than the rest of its industry does, out of eight comparisons.',
    )
    expect(rowsUnder(en, /groups served clearly/, '#served', none)).toEqual([])
  })

  test('shares are ordered, name the groups, and only companies that serve one worse are among them', () => {
    const rows = rowsUnder(en, /share of a company’s customers in groups/)
    expect(rows.map(([, division, share, compared]) => [division, share, compared])).toEqual([
      ['Kind <i>&"', `100%${hostileCategory}`, '100%'],
      ['Market', '49%Business customers', '100%'],
    ])
    expect(rows[1]?.[4]).toMatch(/^no clear difference: |^clearly /)
  })
})

describe('industries', () => {
  test('the page lists clear differences within them, out of how many', () => {
    expect(textOf(main(en)?.querySelector('#industries'))).toContain(
      'Within single industries, three groups were compared with the industry’s other customers. Two differ clearly.',
    )
    expect(rowsUnder(en, /clearly differ from the other customers of their industry/)).toEqual([
      [
        'Banking',
        '“Private customers” (market)',
        '77.1 (75.1–79.1), n 250',
        'clearly higher: +6.3 (4.3–8.3)',
      ],
      [
        'Banking',
        '“Business customers” (market)',
        '70.8 (68.8–72.8), n 52',
        'clearly lower: −6.3 (−8.3 to −4.3)',
      ],
    ])
  })

  test('have a short part on their own page', () => {
    const part = textOf(main('nb/2025/industry/bank/index.html')?.querySelector('#groups'))
    expect(part).toContain(
      'Kundetilfredshet: Sammenlignet med resten av bransjen betjener bedrifter en kundegruppe klart bedre i to tilfeller og klart dårligere i ingen, av fem sammenligninger.',
    )
    expect(part).toContain(
      'AlderVises ikke: 18-29 (færre enn 30 vurderinger); 60+ (holdt tilbake, siden en mindre gruppe ellers kunne regnes ut).',
    )
    expect(
      rowsUnder('nb/2025/industry/bank/index.html', /etter marked$/, '#groups').map((row) => row[0]),
    ).toEqual(['Privatkunder', 'Bedriftskunder'])
  })
})

describe('rankings by group', () => {
  test('give ranges of places among the companies that have one', () => {
    expect(textOf(main(en)?.querySelector('#places-market-1-satisfaction summary'))).toBe(
      'Private customers: customer satisfaction, three companies',
    )
    expect(rowsUnder(en, /in the group “Private customers” \(market\): ranked companies/)).toEqual([
      ['1', 'FjordbankenBanking', '85.9 (83.9–87.9), n 80'],
      ['2–3', 'Nordlys BankBanking', '74.3 (72.3–76.3), n 78'],
      ['2–3', 'SpareskillingenBanking', '72.7 (70.7–74.7), n 76'],
    ])
  })

  test('are left out where fewer than two have a place', () => {
    const one = mapped((row) =>
      row.entity_id === 'fjordbanken' ? row : { ...row, rank: null, rank_low: null, rank_high: null },
    )
    expect(main(en, one)?.querySelector('#places')).toBeNull()
  })
})

describe('gaps by group', () => {
  test('are listed where they are clear, for all and for companies', () => {
    expect(textOf(main(en)?.querySelector('#gaps'))).toContain(
      'Three gaps were compared with the gap among the other customers at the same touchpoint. Two differ clearly.',
    )
    expect(rowsUnder(en, /^All companies together 2025: gaps/).map((row) => row.slice(1))).toEqual([
      ['“Business customers” (market)', '−9.4 (−11.4 to −7.4), n 64', 'clearly lower: −5.2 (−7.2 to −3.2)'],
      ['“Private customers” (market)', '−4.2 (−6.2 to −2.2), n 64', 'clearly higher: +5.2 (3.2–7.2)'],
    ])
    expect(rowsUnder(nb, /^Gap som er klart dårligere/)).toEqual([
      [
        ...['Ekko Mobil', 'Nettsidene', '«Bedriftskunder» (marked)'],
        ...['−17,3 (−19,3 til −15,3), n 64', 'klart dårligere: −8,1 (−10,1 til −6,1)'],
      ],
    ])
    expect(textAt(nb)).toContain(
      'Sammenlignet med samme gruppe i resten av bransjen er gapet hos en bedrift klart dårligere i ett tilfelle og klart bedre i ingen, av to sammenligninger.',
    )
  })

  test('are left out where there are none', () => {
    expect(
      main(
        en,
        made(() => ({ segment_gaps: [] })),
      )?.querySelector('#gaps'),
    ).toBeNull()
  })
})

describe('what is withheld', () => {
  test('is counted by reason', () => {
    expect(textOf(main(en)?.querySelector('#withheld'))).toContain(
      'Of 15 scores of a company in a group, all indices counted, ten are shown; three have too few ratings; one is withheld so that a smaller one stays hidden; one has no spread that could be measured.',
    )
    expect(textOf(main(nb)?.querySelector('#withheld'))).toContain(
      'Av 15 poengsummer for en bedrift i en gruppe, alle indekser medregnet, er det ti som vises; tre har for få vurderinger; én er holdt tilbake for å skjule en mindre gruppe; én har ingen spredning som kunne måles.',
    )
  })

  test('has its figures on no page, even where a table holds them by mistake', () => {
    const leaking = made(({ tables }) => ({
      segments: tables.segments.map((row) =>
        row.published
          ? row
          : {
              ...row,
              ...{
                n: 987654,
                score: 12.3456,
                low: 12.3456,
                high: 12.3456,
                rank: 1,
                rank_low: 1,
                rank_high: 1,
              },
              ...{
                difference_from_rest: 12.3456,
                verdict: 'higher',
                difference_from_industry: 12.3456,
                served: 'worse',
              },
            },
      ),
      served_worse: tables.served_worse.map((row) =>
        row.published
          ? row
          : { ...row, n: 987654, share_worse: 12.3456, share_better: 12.3456, share_compared: 12.3456 },
      ),
      segment_gaps: tables.segment_gaps.map((row) => ({
        ...row,
        gap: 12.3456,
        difference_from_rest: 12.3456,
        published: false,
      })),
    }))
    for (const path of [
      en,
      'en/2025/company/fjordbanken/index.html',
      'en/2025/company/kroken/index.html',
      'en/2025/industry/bank/index.html',
      'en/2025/index.html',
    ])
      expect(textAt(path, leaking), path).not.toMatch(/12\.3|987,654|12%/)
  })
})

describe('the page of a company', () => {
  test('tells which customers it serves worse, beside its others and the industry', () => {
    const part = textOf(main('en/2025/company/ekko/index.html')?.querySelector('#groups'))
    expect(part).toContain(
      '49% of its customers belong to groups that it serves clearly worse than the rest of its industry does: “Business customers”.',
    )
    expect(textOf(main('nb/2025/company/ekko/index.html')?.querySelector('#groups'))).toContain(
      '49 % av kundene hører til grupper som bedriften betjener klart dårligere enn resten av bransjen gjør: «Bedriftskunder».',
    )
    expect(
      rowsUnder('en/2025/company/ekko/index.html', /^Ekko Mobil: customer satisfaction 2025 by market$/),
    ).toEqual([
      [
        ...['Private customers', '67.4 (65.4–69.4), n 60'],
        ...['no clear difference: −0.4 (−2.4 to 1.6)', 'no clear difference: +1.3 (−0.7 to 3.3)'],
      ],
      [
        ...['Business customers', '58.3 (56.3–60.3), n 58'],
        ...['clearly lower: −9.1 (−11.1 to −7.1)', 'clearly worse: −8.7 (−10.7 to −6.7)'],
      ],
    ])
    expect(
      rowsUnder('en/2025/company/ekko/index.html', /loyalty 2025 by market/, '#groups details'),
    ).toHaveLength(1)
  })

  test('says that none is clear, that none could be compared, and what is withheld and why', () => {
    const part = (id: string) => textOf(main(`en/2025/company/${id}/index.html`)?.querySelector('#groups'))
    expect(part('nordlys')).toContain(
      'Two groups could be compared with the rest of the industry. Neither is served clearly worse or better.',
    )
    expect(part('nordlys')).toContain('Not shown: 18-29 (no spread that could be measured).')
    expect(part('fjordbanken')).toContain('79% of its customers are in a group that could be compared.')
    expect(part('fjordbanken')).toContain(
      'None of these groups could be compared with the rest of the industry.',
    )
    expect(part('fjordbanken')).toContain(
      'Not shown: 18-29 (fewer than 30 ratings); 30-59 (withheld, since a smaller group could be worked out from it).',
    )
    expect(part('kroken')).toContain('No group of its customers is large enough to be shown.')
    expect(main('en/2025/company/nyhandel/index.html')?.querySelector('#groups')).toBeNull()
  })

  test('leads to every answer, the bad ones too', () => {
    const page = main('en/2025/company/ekko/index.html')
    expect(textOf(page?.querySelector('.jump a[href="#answers"]'))).toBe('All answers')
    const { items, distributions } = publication.editions.at(-1)?.tables ?? { items: [], distributions: [] }
    const own = items.filter(({ company_id, published }) => company_id === 'ekko' && published)
    expect(own.length).toBeGreaterThan(0)
    expect(page?.querySelectorAll('#answers svg.answers').length).toBe(own.length)
    const steps = distributions.filter(({ company_id }) => company_id === 'ekko')
    expect(page?.querySelectorAll('#answers svg.answers rect').length).toBe(steps.length)
  })
})

describe('the front page', () => {
  const card = (among = pages) =>
    [...(main('en/2025/index.html', among)?.querySelectorAll('.cards li') ?? [])].find(
      (one) => textOf(one.querySelector('h3')) === 'Groups of customers',
    )

  test('leads to the page with its headline', () => {
    expect(card()?.querySelector('a')?.getAttribute('href')).toBe('groups/index.html')
    expect(textOf(card()?.querySelector('p'))).toBe(
      'Customer satisfaction is clearly lower in the group “18-29” (age) than among the other customers.',
    )
  })

  test('tells whom companies serve worse where groups do not differ, and nothing where nothing is clear', () => {
    const unclear = (row: SegmentRow): SegmentRow =>
      row.verdict === null ? row : { ...row, verdict: 'no_clear_difference' }
    expect(textOf(card(mapped(unclear))?.querySelector('p'))).toBe(
      'Customer satisfaction: compared with the rest of their industry, companies serve a group of their customers clearly worse in two cases and clearly better in two, out of eight comparisons.',
    )
    const nothing = mapped((row) => ({
      ...unclear(row),
      served: row.served === null ? null : 'no_clear_difference',
    }))
    expect(card(nothing)).toBeUndefined()
  })
})

describe('an edition without groups', () => {
  const mentions = (among: Map<string, string>, wave: string) =>
    [...among].filter(
      ([path, html]) =>
        path.includes(wave) && (path.includes('/groups/') || html.includes('groups/index.html"')),
    )

  test('has no page, no link and no part', () => {
    expect(pages.has('en/2024/groups/index.html')).toBe(false)
    expect(main('en/2024/company/ekko/index.html')?.querySelector('#groups')).toBeNull()
    const none = made(() => ({ segments: [], segment_gaps: [], served_worse: [] }), { segments: [] })
    expect(mentions(none, '2025')).toEqual([])
  })

  test('is one whose every group is withheld, too', () => {
    const hidden = made(({ tables }) => ({
      segments: tables.segments.map((row) => ({ ...row, published: false, reason: 'too_few_ratings' })),
    }))
    expect(mentions(hidden, '2025')).toEqual([])
  })
})

describe('hostile names', () => {
  test('stay text', () => {
    for (const path of [
      en,
      nb,
      'en/2025/company/fjordbanken/index.html',
      'en/2025/company/hostile/index.html',
    ]) {
      expect(pageAt(path)).not.toContain('<script>alert("group")')
      expect(pageAt(path)).not.toContain('Kind <i>')
    }
    expect(textAt('en/2025/company/hostile/index.html')).toContain(
      `100% of its customers belong to groups that it serves clearly worse than the rest of its industry does: ${quote}${hostileCategory}${end}.`,
    )
  })

  test('of categories that objects have are no categories that the study names', () => {
    const odd = made(({ tables }) => ({
      segments: tables.segments.map((row) =>
        row.category === '60+' ? { ...row, category: '__proto__' } : row,
      ),
    }))
    expect(rowsUnder(en, /customer satisfaction 2025 by age/, 'main', odd).map((row) => row[0])).toEqual([
      '18-29',
      '30-59',
      '__proto__',
    ])
  })
})

test('pages stay light: six divisions of 23 groups, three indices, 150 companies', () => {
  const divisions = Array.from({ length: 6 }, (_, s) => ({
    ...{ id: `division_${s}`, label: { en: `Division ${s}` } },
    categories: Array.from({ length: 23 }, (_, c) => ({
      id: `c${c}`,
      label: { en: `The group number ${c} of ${s}` },
    })),
  }))
  const noise = (k: number) => ((k * 7919) % 1000) / 100
  const heavy = made(
    ({ tables }) => {
      const [like] = tables.segments.filter(({ level, published }) => level === 'company' && published)
      if (like === undefined) throw new Error('no row to copy')
      const entities = [
        ...Array.from({ length: 150 }, (_, k) => ['company', k === 0 ? 'ekko' : `company-${k}`] as const),
        ...(['bank', 'telephone', 'shops'] as const).map((id) => ['industry', id] as const),
        ['all', 'all'] as const,
      ]
      const segments = entities.flatMap(([level, entity_id], e) =>
        divisions.flatMap(({ id, categories }, s) =>
          categories.flatMap(({ id: category }, c) =>
            ['satisfaction', 'loyalty', 'digital_relevance'].map((index, i): SegmentRow => {
              const value = noise(e * 997 + s * 131 + c * 17 + i * 5)
              return {
                ...like,
                ...{ level, entity_id, segment: id, category, index, n: 100 + c, score: 60 + value },
                ...{ low: 58 + value, high: 62 + value, rank: e + 1, rank_low: 1, rank_high: 150 },
                ...{
                  difference_from_rest: value,
                  verdict: 'higher',
                  difference_from_industry: value,
                  served: 'better',
                },
              }
            }),
          ),
        ),
      )
      return { segments, segment_gaps: [] }
    },
    { segments: divisions },
  )
  for (const path of [en, 'en/2025/company/ekko/index.html', 'en/2025/industry/telephone/index.html'])
    expect(gzipSync(pageAt(path, heavy)).length, path).toBeLessThan(60_000)
})
