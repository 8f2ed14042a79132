/** The page on gaps, and what companies, industries and the front page tell of them. */
import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Edition, Publication, PublicStudy } from '../../pipeline/publication.ts'
import type { GapRow, Tables } from '../../pipeline/tables.ts'
import { htmlOf, pageAt, pages, withoutPlaces } from './built.ts'
import { hostileOwner } from './gap-publication.ts'
import { publication } from './publication.ts'

const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const main = (path: string, among = pages) => parseHTML(pageAt(path, among)).document.querySelector('main')
const textAt = (path: string, among = pages) => textOf(main(path, among))
const cells = (row: Element | undefined) => [...(row?.children ?? [])].map(textOf)
/** The rows of the first table of the page whose caption is so. */
const rowsUnder = (path: string, caption: RegExp, among = pages): Element[] => {
  const found = [...(main(path, among)?.querySelectorAll('table') ?? [])].find((table) =>
    caption.test(textOf(table.querySelector('caption'))),
  )
  return [...(found?.querySelectorAll('tbody tr') ?? [])]
}

/** The last two editions, without questions and answers, their tables changed. */
function small(change: (edition: Edition) => Partial<Tables>, more: Partial<PublicStudy> = {}): Publication {
  return {
    ...publication,
    study: { ...publication.study, timeline: ['2024', '2025'], ...more },
    editions: publication.editions.slice(-2).map((edition) => ({
      wave: edition.wave,
      tables: {
        ...edition.tables,
        ...{ items: [], distributions: [], net_promoter: [], history: [] },
        ...change(edition),
      },
    })),
  }
}
const english = { languages: ['en'] }
const noBeliefs = { beliefs: [], beliefs_together: [] }
const noGaps = { gaps: [], industry_gaps: [], journey: [], need_met: [] }

describe('the headline', () => {
  test('says how many gaps are clearly worse than the rest, and what they come from', () => {
    const head = (lang: string) => textOf(main(`${lang}/2025/gaps/index.html`)?.querySelector('h1'))
    expect(head('en')).toBe(
      'Five of 24 gaps between what customers expected and what they got are clearly worse than in the rest of the industry',
    )
    expect(head('nb')).toBe(
      'Fem av 24 gap mellom det kundene ventet, og det de fikk, er klart verre enn i resten av bransjen',
    )
    expect(textOf(main('en/2025/gaps/index.html')?.querySelector('.lead'))).toBe(
      'Diagnosis: the promise is too high in one, the delivery is too low in two and both or unclear in two.',
    )
    expect(textOf(main('nb/2025/gaps/index.html')?.querySelector('.lead'))).toBe(
      'Diagnose: for høye løfter i ett, for svak levering i to og begge deler eller uklart i to.',
    )
  })

  test('says that none is, and gives no diagnosis', () => {
    const page = main('en/2024/gaps/index.html')
    expect(textOf(page?.querySelector('h1'))).toContain('None of 21 gaps between what customers expected')
    expect(page?.querySelector('.lead')).toBeNull()
    expect(textOf(page)).not.toMatch(/Promise too high|Delivery too low|Both, or unclear/)
    expect(textAt('nb/2024/gaps/index.html')).toContain('Ingen av 21 gap mellom det kundene ventet')
  })

  test('counts neither withheld rows nor those without a rest to compare with', () => {
    const { gaps } = publication.editions.at(-1)?.tables ?? { gaps: [] }
    expect(gaps.filter(({ published }) => !published).length).toBe(3)
    expect(gaps.filter((row) => row.published && row.gap_vs_rest_p === null).length).toBe(1)
    expect(gaps.length).toBe(24 + 3 + 1)
  })
})

describe('the diagnoses', () => {
  test.each([
    [
      'en',
      'Promise too high',
      'Customers expect more here than of the other companies in the industry, and what they get does not keep up: the promise is too high.',
      [
        'Ekko MobilMobile telephony',
        'Websitechannel: digital · department: it · step: findn 92',
        '88.4 (84.9–91.9)beside the rest +9.1 (6.0–12.2)',
        '74.3 (70.8–77.8)beside the rest +0.2 (−3.1 to 3.5)',
        '−14.1 (−16.9 to −11.3)beside the rest −8.9 (−13.1 to −4.7)',
      ],
    ],
    [
      'en',
      'Delivery too low',
      'Customers get less here than from the other companies in the industry, and had not expected so little: the delivery is too low.',
      undefined,
    ],
    [
      'en',
      'Both, or unclear',
      'The gap is clearly worse, but it cannot be told whether the promise or the delivery is behind it.',
      undefined,
    ],
    [
      'nb',
      'For høye løfter',
      'Kundene venter mer her enn av de andre bedriftene i bransjen, og det de får, holder ikke følge: Løftene er for høye.',
      undefined,
    ],
    [
      'nb',
      'For svak levering',
      'Kundene får mindre her enn hos de andre bedriftene i bransjen, og hadde ikke ventet så lite: Leveringen er for svak.',
      [
        'Tele4Mobiltelefoni',
        'Telefonenavdeling: service · steg: get helpn 60',
        '72,9 (68,5–77,3)mot resten −0,3 (−3,4 til 2,8)',
        '55,1 (50,7–59,5)mot resten −12,4 (−15,7 til −9,1)',
        '−17,8 (−21,3 til −14,3)mot resten −12,1 (−16,3 til −7,9)',
      ],
    ],
    [
      'nb',
      'Begge deler eller uklart',
      'Gapet er klart verre, men det lar seg ikke si om det er løftene eller leveringen som ligger bak.',
      undefined,
    ],
  ])('%s: %s, with the rule and its rows', (lang, head, rule, row) => {
    const sections = [...(main(`${lang}/2025/gaps/index.html`)?.querySelectorAll('section section') ?? [])]
    const section = sections.find((one) => textOf(one.querySelector('h3')) === head)
    expect(textOf(section?.querySelector('p'))).toBe(rule)
    if (row !== undefined)
      expect([...(section?.querySelectorAll('tbody tr') ?? [])].map(cells)).toContainEqual(row)
  })

  test('lists those farthest from the rest first', () => {
    const rows = rowsUnder('en/2025/gaps/index.html', /^Delivery too low, 2025/)
    expect(rows.map((row) => cells(row)[4]?.split('beside')[1])).toEqual([
      ' the rest −14.0 (−18.2 to −9.8)',
      ' the rest −12.1 (−16.3 to −7.9)',
    ])
  })

  test('does not blame a company that delivers what it means to', () => {
    const said = 'It delivers the level that its own people intend, and customers expect more.'
    const rows = rowsUnder('en/2025/gaps/index.html', /^Both, or unclear/)
    expect(rows.filter((row) => textOf(row).includes(said)).map((row) => cells(row)[0])).toEqual([
      'Butikken på KrokenGroceries <& "kiosk">',
    ])
    expect(textAt('nb/2025/gaps/index.html')).toContain(
      'Den leverer på nivået som dens egne folk sikter mot, og kundene venter mer.',
    )
  })

  test('are explained once, with the number of comparisons and what the correction promises', () => {
    const page = textAt('en/2025/gaps/index.html')
    expect(page).toContain('First question: is the gap of the company clearly worse than that of the other')
    expect(page).toContain('24 gaps were compared.')
    expect(page).toContain('on average at most 5% of the differences that are called clear')
    expect(textAt('nb/2025/gaps/index.html')).toContain('I gjennomsnitt er høyst 5 % av forskjellene')
  })

  test('are cut where there are very many, and the page stays light', () => {
    const [one] =
      publication.editions.at(-1)?.tables.gaps.filter(({ company_id }) => company_id === 'ekko') ?? []
    const many = (gaps: GapRow[]): GapRow[] =>
      one === undefined
        ? []
        : [...gaps, ...Array.from({ length: 500 }, (_, k) => ({ ...one, company_id: `made-up-${k}` }))]
    const made = htmlOf(small(({ tables }) => ({ gaps: many(tables.gaps) }), english))
    expect(textAt('en/2025/gaps/index.html', made)).toContain(
      'The 40 that lie farthest behind, of 501. The others are in the file, and on the pages of their companies.',
    )
    expect(rowsUnder('en/2025/gaps/index.html', /^Promise too high/, made).length).toBe(40)
    expect(gzipSync(pageAt('en/2025/gaps/index.html', made)).length).toBeLessThan(60_000)
  })
})

describe('what to mind', () => {
  test('is said from the figures: memory always, the ceiling and the bases where they are so', () => {
    const page = textAt('en/2025/gaps/index.html')
    expect(page).toContain('The expectation is remembered. Both questions come from one interview')
    expect(page).toContain('More than half expected the best answer there is: Telephone (64%).')
    expect(page).toContain('Shop <b>&" rests on 261 ratings, Website on 596.')
    const low = htmlOf(
      small(
        ({ tables }) => ({
          industry_gaps: tables.industry_gaps.map((row) => ({ ...row, n: 400, expected_top: 50 })),
        }),
        english,
      ),
    )
    const said = textAt('en/2025/gaps/index.html', low)
    expect(said).toContain('The expectation is remembered.')
    expect(said).not.toMatch(/More than half expected|different customers/)
  })
})

describe('the charts', () => {
  const count = (svg: Element | null | undefined, group: string, mark: string) =>
    svg?.querySelectorAll(`.${group} ${mark}`).length

  test('draw an open and a filled dot with intervals at each touchpoint, for all and for each industry', () => {
    const charts = [...(main('en/2025/gaps/index.html')?.querySelectorAll('figure') ?? [])]
    const wide = charts[0]?.querySelector('.wide svg')
    expect([count(wide, 'dot', 'circle'), count(wide, 'open', 'circle')]).toEqual([8, 4])
    expect([count(wide, 'interval', 'line'), count(wide, 'thin', 'line')]).toEqual([4, 4])
    expect(textOf(wide?.querySelector('desc'))).toBe('Four touchpoints, with gaps from −4.7 to −2.9 points.')
    const industries = charts.filter((chart) => chart.querySelector('.both svg') !== null)
    expect(industries.length).toBe(3)
    expect(textOf(charts[0]?.querySelector('figcaption'))).toContain(
      'Open dot: expected. Filled dot, below it',
    )
  })

  test('leave out what is withheld, and mark what the company intends and its industry', () => {
    const chart = main('en/2025/company/kroken/index.html')?.querySelector('#gaps figure')
    const wide = chart?.querySelector('.wide svg')
    expect([count(wide, 'dot', 'circle'), count(wide, 'near', 'circle')]).toEqual([2, 2])
    expect(wide?.querySelectorAll('.third path').length).toBe(1)
    expect(textOf(chart?.querySelector('figcaption'))).toContain('Diamond: the level that the company’s own')
    const plain = main('en/2025/company/tele4/index.html')?.querySelector('#gaps figure')
    expect(plain?.querySelectorAll('.third path').length).toBe(0)
    expect(textOf(plain?.querySelector('figcaption'))).not.toContain('Diamond')
  })
})

describe('the page of a company', () => {
  test('tells its diagnosis, with the rule and by how much', () => {
    const page = textAt('en/2025/company/ekko/index.html')
    expect(page).toContain('At one of the three touchpoints that could be compared the gap is clearly worse')
    expect(page).toContain(
      'Promise too high. Customers expect more here than of the other companies in the industry, and what they get does not keep up: the promise is too high.',
    )
    expect(page).toContain(
      'Website: the gap is clearly worse than in the rest of the industry, by 8.9 points (4.7–13.1). Compared with the rest, its customers expect +9.1 (6.0–12.2) points and get +0.2 (−3.1 to 3.5).',
    )
    expect(textAt('nb/2025/company/ekko/index.html')).toContain(
      'Nettsidene: Gapet er klart verre enn i resten av bransjen, med 8,9 poeng (4,7–13,1). Sammenlignet med resten venter kundene +9,1 (6,0–12,2) poeng og får +0,2 (−3,1 til 3,5).',
    )
    expect(textAt('nb/2025/company/fjordbanken/index.html')).toContain(
      'I ingen av de fire kontaktpunktene som kunne sammenlignes, er gapet klart verre enn i resten av bransjen.',
    )
  })

  test('has every touchpoint in a table: figures, intended level, or why there is none', () => {
    const rows = (id: string, lang = 'en') =>
      rowsUnder(`${lang}/2025/company/${id}/index.html`, /what they got$|hva de fikk$/).map(cells)
    expect(rows('fjordbanken')[3]?.slice(1)).toEqual([
      '75.2 (70.5–79.9)',
      '79.1 (74.4–83.8)intended 82.5 (six people in the company)',
      '+3.9 (0.1–7.7)',
      '−1.0 (−5.2 to 3.2)',
      'not clearly worse than the rest',
    ])
    expect(rows('hostile')[0]?.[2]).toContain('intended level not shown: two people answered, three needed')
    expect(rows('ekko')[3]?.slice(4)).toEqual(['–', 'no other company to compare with'])
    expect(rows('nordlys')[3]).toEqual([
      `Shop <b>&"channel: physical · department: ${hostileOwner} · step: constructor`,
      '17 customers answered both questions; 30 needed',
    ])
    expect(rows('kroken', 'nb')[1]?.[1]).toBe('12 kunder svarte på begge spørsmålene; det kreves 30')
    expect(rows('tele4')[3]?.[1]).toBe('not shown: no spread that could be measured')
  })

  test('tells where on the journey it is weaker or stronger than elsewhere', () => {
    const page = textAt('en/2025/company/ekko/index.html')
    expect(page).toContain(
      'One of the five parts of the journey is clearly weaker than the company is elsewhere',
    )
    expect(rowsUnder('en/2025/company/ekko/index.html', /part by part$/).map(cells)[0]).toEqual([
      'Websitestep: find',
      '74.3 (70.8–77.8), n 92',
      'clearly weaker: −6.2 (−9.4 to −3.0)',
      'clearly down −6.9 (−9.5 to −4.3)',
    ])
    const bank = rowsUnder('nb/2025/company/fjordbanken/index.html', /del for del$/).map(cells)
    expect(bank.at(-1)?.[0]).toBe('avdeling: itkanal: digitalNettsidene og Appen')
    expect(bank.at(-1)?.[2]).toBe('klart sterkere: +5,1 (1,9–8,3)')
  })

  test('draws each step over the editions, and cuts the line where it cannot be compared', () => {
    const charts = (id: string) =>
      [...(main(`en/2025/company/${id}/index.html`)?.querySelectorAll('#gaps .grid > div') ?? [])].map(
        (one) => ({
          step: textOf(one.querySelector('h4')),
          dots: one.querySelectorAll('.dot circle').length,
          lines: one.querySelectorAll('.line line').length,
          cut: one.querySelectorAll('.break line').length,
          note: textOf(one.querySelector('figcaption')),
        }),
      )
    expect(charts('ekko').map(({ step, dots, lines }) => [step, dots, lines])).toEqual([
      ['find', 2, 1],
      ['use', 1, 0],
      ['get help', 2, 1],
      ['constructor', 2, 1],
    ])
    const cut = charts('hostile').find(({ step }) => step === 'constructor')
    expect([cut?.dots, cut?.lines, cut?.cut]).toEqual([2, 0, 1])
    expect(cut?.note).toContain('the touchpoints or their questions changed, and the series is cut there')
    expect(textAt('en/2024/company/ekko/index.html')).not.toContain('Step by step')
  })
})

describe('the journey of all companies', () => {
  test('counts what is weaker and stronger, each set of touchpoints once, and lists it', () => {
    const page = textAt('en/2025/gaps/index.html')
    expect(page).toContain(
      'Two of 33 parts of a company’s journey are clearly weaker than the company is elsewhere, and one is clearly stronger.',
    )
    expect(rowsUnder('en/2025/gaps/index.html', /^How many companies/).map(cells)).toEqual([
      ['Websitestep: find', '8', '1', '0'],
      ['Appstep: use', '6', '0', '0'],
      ['Telephonedepartment: service · step: get help', '7', '1', '0'],
      [`Shop <b>&"department: ${hostileOwner} · step: constructor · channel: physical`, '4', '0', '0'],
      ['department: itchannel: digitalWebsite and App', '8', '0', '1'],
    ])
    const found = rowsUnder('nb/2025/gaps/index.html', /ellers er, 2025$/).map(cells)
    expect(found.map((row) => [row[0], row[1], row[3]])).toEqual([
      ['Tele4Mobiltelefoni', 'Telefonen', 'klart svakere: −11,3 (−14,5 til −8,1)'],
      ['Ekko MobilMobiltelefoni', 'Nettsidene', 'klart svakere: −6,2 (−9,4 til −3,0)'],
      ['FjordbankenBank', 'avdeling: it', 'klart sterkere: +5,1 (1,9–8,3)'],
    ])
  })
})

describe('needs', () => {
  test('met and unmet stand beside each other, with the caveat', () => {
    const page = textAt('en/2025/gaps/index.html')
    expect(page).toContain(
      'In one of the two industries loyalty is clearly higher among those who got what they needed.',
    )
    expect(page).toContain(
      'All companies together: 71% got what they needed. Among those loyalty is 78.1 (77.0–79.2), among the others 52.3 (50.5–54.1): a difference of +25.8 (23.7–27.9) points. This is no proof',
    )
    expect(
      rowsUnder('en/2025/gaps/index.html', /whether customers got what they needed$/).map(cells),
    ).toEqual([
      [
        'All companies together',
        '71%',
        '78.1 (77.0–79.2), n 880',
        '52.3 (50.5–54.1), n 356',
        'clearly higher: +25.8 (23.7–27.9)',
      ],
      [
        'Banking',
        '73%',
        '79.4 (77.5–81.3), n 310',
        '55.2 (52.0–58.4), n 113',
        'clearly higher: +24.2 (20.5–27.9)',
      ],
      ['Groceries <& "kiosk">', 'too few: 150 got it and 22 did not; 30 needed of each'],
      [
        'Mobile telephony',
        '67%',
        '66.5 (63.6–69.4), n 140',
        '62.2 (58.1–66.3), n 70',
        'no clear difference: +4.3 (−0.7 to 9.3)',
      ],
    ])
  })

  test('are told by who served, and by touchpoint', () => {
    expect(
      rowsUnder('nb/2025/gaps/index.html', /etter hvem som betjente/).map((row) => cells(row)[0]),
    ).toEqual(['En person', 'Nettstedet', '<i>robot</i>'])
    expect(
      rowsUnder('en/2025/gaps/index.html', /gave at least what was expected$/).map((row) => cells(row)[0]),
    ).toEqual(['Website', 'App'])
  })

  test('of a company and an industry: its own, and clearly lower is said as well', () => {
    expect(
      rowsUnder('en/2025/company/ekko/index.html', /got what they needed$/).map((row) => cells(row)[4]),
    ).toEqual(['clearly lower: −13.2 (−19.9 to −6.5)'])
    expect(textAt('nb/2025/industry/bank/index.html')).toContain(
      '73 % fikk det de trengte. Blant dem er lojalitet 79,4',
    )
    expect(textAt('en/2025/company/kroken/index.html')).toContain('too few: 30 got it and 12 did not')
    expect(textAt('en/2025/company/kroken/index.html')).not.toContain('This is no proof')
  })
})

describe('the page of an industry', () => {
  test('has its touchpoints, the diagnoses of its companies and no others', () => {
    const page = textAt('en/2025/industry/telephone/index.html')
    expect(page).toContain(
      'Two of six gaps compared in this industry are clearly worse than in the rest of it.',
    )
    expect(rowsUnder('en/2025/industry/telephone/index.html', /what they got$/).length).toBe(4)
    expect(page).toContain('Promise too high')
    expect(page).not.toContain('Both, or unclear')
    expect(
      rowsUnder('en/2025/industry/telephone/index.html', /^Delivery too low/).map((row) => cells(row)[0]),
    ).toEqual(['Tele4'])
  })
})

describe('a touchpoint', () => {
  test('that a wave does not ask is nowhere in its edition', () => {
    expect(textAt('en/2025/gaps/index.html')).toContain('What did you expect of: App?')
    expect(textAt('en/2024/gaps/index.html')).not.toMatch(/\bApp\b/)
  })

  test('with hostile names stays text', () => {
    for (const path of ['en/2025/gaps/index.html', 'en/2025/company/hostile/index.html']) {
      expect(pageAt(path)).not.toMatch(/<script|<b>&|<i>robot/)
      expect(textAt(path)).toContain(`department: ${hostileOwner} · step: constructor`)
    }
    const { document } = parseHTML(pageAt('en/2025/gaps/index.html'))
    expect([...document.querySelectorAll('bdi')].map(textOf)).toContain(hostileOwner)
  })
})

/** The same tables, with figures in every row that is withheld. */
function leaking(tables: Tables): Partial<Tables> {
  const words = ['reason', 'channel', 'owner', 'step', 'since_wave', 'diagnosis', 'verdict', 'change_verdict']
  const leak = <Row extends { published: boolean }>(rows: Row[], more: Partial<Row>): Row[] =>
    rows.map((row) =>
      row.published
        ? row
        : {
            ...(Object.fromEntries(
              Object.entries(row).map(([column, value]) => [
                column,
                value === null && !words.includes(column) ? 98.7 : value,
              ]),
            ) as Row),
            ...more,
          },
    )
  return {
    gaps: leak(tables.gaps, { diagnosis: 'promise_too_high' }),
    industry_gaps: leak(tables.industry_gaps, {}),
    journey: leak(tables.journey, { verdict: 'weaker', change_verdict: 'up' }),
    need_met: leak(tables.need_met, {}),
    beliefs: leak(tables.beliefs, { diagnosis: 'does_not_know', since_wave: '2024' }),
    beliefs_together: leak(tables.beliefs_together, {}),
  }
}

test('figures that are withheld are on no page, even where a table holds them by mistake', () => {
  const withheld = publication.editions.flatMap(({ tables }) =>
    [tables.gaps, tables.journey, tables.need_met, tables.beliefs, tables.beliefs_together].map(
      (rows) => rows.filter(({ published }) => !published).length,
    ),
  )
  expect(withheld.slice(-5).every((count) => count > 0)).toBe(true)
  const made = htmlOf(small(({ tables }) => leaking(tables)))
  for (const [path, html] of made) expect(withoutPlaces(html), path).not.toMatch(/98[.,]7|\b99\u00a0?%/)
  for (const path of [
    'en/2025/gaps/index.html',
    'en/2025/company/kroken/index.html',
    'nb/2025/beliefs/index.html',
  ])
    expect(textAt(path, made)).toBe(textAt(path, htmlOf(small(() => ({})))))
}, 60_000)

describe('pages and links', () => {
  const mentions = (made: Map<string, string>, kind: string) =>
    [...made].filter(([path, html]) => path.includes(`/${kind}/`) || html.includes(`${kind}/index.html`))

  test('are only in editions that have rows', () => {
    expect(pages.has('en/2024/gaps/index.html')).toBe(true)
    expect(pages.has('en/2024/beliefs/index.html')).toBe(false)
    expect(pages.has('en/2023/gaps/index.html')).toBe(false)
    for (const [path, html] of pages)
      if (/^(nb|en)\/2023\//.test(path))
        expect(html, path).not.toMatch(/\/gaps\/index|\/beliefs\/index|Bak poengene|Behind/)
  })

  test('lead there from the navigation, the front page, companies and industries', () => {
    const { document } = parseHTML(pageAt('en/2025/index.html'))
    const targets = (where: string) =>
      [...document.querySelectorAll(`${where} a`)].map((link) => link.getAttribute('href'))
    expect(targets('.pages nav')).toEqual(expect.arrayContaining(['gaps/index.html', 'beliefs/index.html']))
    expect(targets('.cards')).toEqual(expect.arrayContaining(['gaps/index.html', 'beliefs/index.html']))
    for (const path of ['en/2025/company/ekko/index.html', 'en/2025/industry/bank/index.html'])
      expect(pageAt(path)).toContain('href="../../gaps/index.html"')
    expect(textAt('nb/2025/index.html')).toContain('Fem av 24 gap mellom det kundene ventet')
  })

  test('of gaps stay where no company was asked what it believes', () => {
    const made = htmlOf(small(() => noBeliefs, { ...english, beliefs: undefined }))
    expect(mentions(made, 'beliefs')).toEqual([])
    expect(textAt('en/2025/company/ekko/index.html', made)).not.toContain('believe')
    expect(made.has('en/2025/gaps/index.html')).toBe(true)
  })

  test('of beliefs stay where no touchpoint was asked', () => {
    const made = htmlOf(small(() => noGaps, { ...english, touchpoints: [] }))
    expect(mentions(made, 'gaps')).toEqual([])
    expect(textAt('en/2025/company/ekko/index.html', made)).not.toMatch(/touchpoint|Expected/)
    expect(made.has('en/2025/beliefs/index.html')).toBe(true)
  })

  test('of gaps tell of needs alone where only they were asked', () => {
    const made = htmlOf(
      small(({ tables }) => ({ ...noGaps, ...noBeliefs, need_met: tables.need_met }), {
        ...english,
        touchpoints: [],
      }),
    )
    expect(textOf(main('en/2025/gaps/index.html', made)?.querySelector('h1'))).toBe(
      'In one of the two industries loyalty is clearly higher among those who got what they needed',
    )
    expect(textAt('en/2025/gaps/index.html', made)).not.toMatch(/touchpoint|remembered/)
  })

  test('of needs alone have no empty line where the study does not say when and how it asked', () => {
    const made = htmlOf(
      small(({ tables }) => ({ ...noGaps, ...noBeliefs, need_met: tables.need_met }), {
        ...english,
        touchpoints: [],
        waves: publication.study.waves.map((wave) => ({ ...wave, fieldwork: undefined, mode: undefined })),
      }),
    )
    const lines = [...(main('en/2025/gaps/index.html', made)?.querySelectorAll('p') ?? [])].map(textOf)
    expect(lines.filter((line) => line === '')).toEqual([])
  })

  test('offer the tables beside the figures', () => {
    for (const table of ['gaps', 'industry_gaps', 'journey', 'need_met'])
      expect(pageAt('en/2025/gaps/index.html')).toContain(`/data/${table}.csv`)
    expect(pageAt('en/2024/gaps/index.html')).not.toContain('/data/need_met.csv')
  })
})
