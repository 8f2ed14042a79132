/** The page on drivers, and what companies, industries and the front page tell of them. */
import { gzipSync } from 'node:zlib'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Publication } from '../../pipeline/publication.ts'
import type { DriverRow, Tables } from '../../pipeline/tables.ts'
import { plain, type Sentence } from '../../site/sentence.ts'
import { en, type SiteWords } from '../../site/words/en.ts'
import { nb } from '../../site/words/nb.ts'
import { htmlOf, pageAt, pages as plainPages, withoutPlaces } from './built.ts'
import { type Cell, driven, drivenBy, driverRows, hostileDriver } from './driver-publication.ts'

const pages = htmlOf(driven)
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
/** The newest edition in English, without the other things that explain scores. */
const english = (made: Publication) =>
  htmlOf({
    ...made,
    study: { ...made.study, languages: ['en'] },
    editions: made.editions.slice(-1).map(({ wave, tables }) => ({
      wave,
      tables: {
        ...tables,
        ...{ gaps: [], industry_gaps: [], journey: [], need_met: [], beliefs: [], beliefs_together: [] },
        ...{ combined: [], top_ten: [], experiments: [] },
      },
    })),
  })
/** The publication in English, rows of one entity changed. */
const changed = (entity: string, change: (row: DriverRow) => Partial<DriverRow>, among = '') =>
  english(
    drivenBy(({ drivers }) => ({
      drivers: drivers.map((row) =>
        row.entity_id === entity && row.driver.startsWith(among) ? { ...row, ...change(row) } : row,
      ),
    })),
  )
/** All companies together with these importances and half widths. */
const together = (...importances: [number, number][]) =>
  english(
    drivenBy(() => ({
      drivers: driverRows('2025', [
        [
          ...(['all', 'all', 690, 0.5] as const),
          importances.map((importance): Cell => ({ score: 60, importance, kind: 'performance' })),
        ],
      ]).filter((_, k) => k < importances.length),
    })),
  )
const page = 'en/2025/drivers/index.html'
const side = 'nb/2025/drivers/index.html'
const headOf = (made: Map<string, string>, path = page) => textOf(main(path, made)?.querySelector('h1'))
const section = (path: string, id: string, among = pages) =>
  textOf(main(path, among)?.querySelector(`section#${id}`))

describe('the headline', () => {
  test('names what matters most, with its share, its interval and how much is explained at all', () => {
    expect(headOf(pages)).toBe('“It just works” matters most for customer satisfaction')
    expect(headOf(pages, side)).toBe('«Det bare virker» betyr mest for kundetilfredshet')
    expect(textOf(main(page)?.querySelector('.lead'))).toBe(
      'Of what the drivers explain of the differences in customer satisfaction, “It just works” accounts for 52.4% (46.3–58.5%). All drivers together explain 55.3% of these differences; the rest comes from other things, and from chance.',
    )
    expect(textOf(main(side)?.querySelector('.lead'))).toBe(
      'Av det forholdene forklarer av forskjellene i kundetilfredshet, står «Det bare virker» for 52,4 % (46,3–58,5 %). Alle forholdene til sammen forklarer 55,3 % av disse forskjellene; resten skyldes andre ting og tilfeldigheter.',
    )
  })

  test('names those together whose intervals meet', () => {
    expect(headOf(together([0.45, 0.06], [0.38, 0.05], [0.17, 0.05]))).toBe(
      `“It just works” and “${hostileDriver}” matter most for customer satisfaction, and cannot be told apart`,
    )
    expect(headOf(together([0.35, 0.06], [0.33, 0.05], [0.32, 0.05]))).toBe(
      `“It just works”, “${hostileDriver}” and “Promises are kept” all matter for customer satisfaction; which matters most cannot be told`,
    )
    expect(headOf(together([0.52, 0.06], [0.48, 0.05]))).toBe(
      `“It just works” and “${hostileDriver}” both matter for customer satisfaction; which matters more cannot be told`,
    )
  })

  test('names none whose interval includes none, be its share the largest', () => {
    const made = together([0.6, 0.61], [0.25, 0.2], [0.15, 0.2])
    expect(headOf(made)).toBe(`“${hostileDriver}” matters most for customer satisfaction`)
    const unclear = together([0.5, 0.5], [0.3, 0.31], [0.2, 0.4])
    expect(headOf(unclear)).toBe('It cannot be told what matters most for customer satisfaction')
    expect(textOf(main(page, unclear)?.querySelector('.lead'))).toBe(
      'Together the three drivers explain 50.0% of the differences in customer satisfaction between customers (R²); the rest comes from other things, and from chance.',
    )
    expect(section(page, 'first', unclear)).toContain('there is nothing of which it is clear')
  })

  test('names no single driver as the most important', () => {
    const rows = driverRows('2025', [['all', 'all', 690, 0.31, [{ score: 60, importance: [1, 0] }]]])
    const made = english(
      drivenBy(() => ({
        drivers: rows.slice(0, 1).map((row) => ({ ...row, importance_low: null, importance_high: null })),
      })),
    )
    expect(headOf(made)).toBe('Only one thing was asked about that may explain customer satisfaction')
    expect(textAt(page, made)).toContain('It explains 31.0% of the differences in customer satisfaction')
    expect(textAt(page, made)).toContain('100.0% (no interval: too few respondents)')
  })

  test('is on the front page, with the way there', () => {
    const { document } = parseHTML(pageAt('nb/2025/index.html', pages))
    const card = [...document.querySelectorAll('.cards li')].find((one) =>
      textOf(one).startsWith('Hva bør forbedres først'),
    )
    expect(textOf(card)).toContain('«Det bare virker» betyr mest for kundetilfredshet.')
    expect(card?.querySelector('a')?.getAttribute('href')).toBe('drivers/index.html')
    expect(document.querySelector('.pages nav a[href="drivers/index.html"]')).not.toBeNull()
  })
})

describe('the advice over all', () => {
  test('names what is to be fixed first, how it acts and what it costs', () => {
    expect(section(page, 'first')).toContain(
      'First to fix, all companies together: “It just works”. It hurts when it fails, and nobody gives thanks when it works. The customers for whom it fails pull customer satisfaction down by 4.2 points (3.4–5.0).',
    )
    expect(section(side, 'first')).toContain(
      'Bør forbedres først, alle bedrifter samlet: «Det bare virker». Det skader når det svikter, og ingen takker når det virker. Kundene det svikter for, trekker kundetilfredshet ned med 4,2 poeng (3,4–5,0).',
    )
  })

  test('names those that tie together, the costliest first', () => {
    const made = changed('all', () => ({ advice: 'fix_first' }), 'p')
    expect(section(page, 'first', made)).toContain(
      'First to fix, all companies together: “It just works” and “Promises are kept”. Which of them costs more cannot be told. “It just works” hurts when it fails',
    )
  })

  test('is given to none whose importance includes none, whatever the column says', () => {
    const made = changed('all', () => ({ importance_low: 0, advice: 'fix_first' }))
    expect(section(page, 'first', made)).toContain(
      'For all companies together there is nothing of which it is clear that it should be fixed first.',
    )
    expect(rowsUnder(page, /what to do$/, made).map((row) => row[4])).toEqual(['–', '–', '–'])
  })
})

describe('how drivers act', () => {
  test('is said in plain words, kind by kind, from the column of kinds', () => {
    const told = (path: string) =>
      [...(main(path)?.querySelectorAll('.acts > div') ?? [])].map((one) => [...one.children].map(textOf))
    expect(told(page)).toEqual([
      ['Basic: “It just works”', 'Hurts when it fails, and nobody gives thanks when it works.'],
      ['Performance: “Promises are kept”', 'Hurts when it is poor, and pleases when it is good.'],
      [
        `Excitement: “${hostileDriver}”`,
        'Pleases when there is much of it, and hardly anyone misses it when there is little.',
      ],
    ])
    expect(told(side)[2]).toEqual([
      `Begeistring: «${hostileDriver}»`,
      'Gleder når det er mye av det, og nesten ingen savner det når det er lite.',
    ])
    const unclear = changed('all', () => ({ kind: 'not_interpretable' }), 'c')
    expect(section(page, 'kinds', unclear)).toContain(
      'Seems to have an effect, but the answers do not tell which of these forms it has, or too few',
    )
    expect(
      section(
        page,
        'kinds',
        changed('all', () => ({ kind: null })),
      ),
    ).toContain('For none of the drivers are there enough answers at both ends')
  })

  test('stands in tables: importance, score, kind and advice; cost and gain', () => {
    expect(rowsUnder(page, /what to do$/)).toEqual([
      ['It just worksn 690', '52.4% (46.3–58.5%)', '66.1 (63.8–68.4)', 'Basic', 'Fix first'],
      [
        `${hostileDriver}n 690`,
        '17.8% (12.9–22.7%)',
        '52.4 (50.1–54.7)',
        'Excitement',
        'Then please customers',
      ],
      ['Promises are keptn 690', '29.8% (24.3–35.3%)', '61.7 (59.4–64.0)', 'Performance', 'Fix next'],
    ])
    expect(rowsUnder(side, /gir når det er bra$/)[0]).toEqual([
      'Det bare virkern 690',
      '−14,2 (−16,6 til −11,8)',
      '+1,3 (−0,8 til 3,4)',
      '4,2 (3,4–5,0)',
    ])
    expect(rowsUnder('en/2025/industry/telephone/index.html', /when it is good$/)[1]?.slice(1)).toEqual([
      'too few customers at one of the ends',
      'too few customers at one of the ends',
      '–',
    ])
  })
})

describe('the charts', () => {
  const count = (svg: Element | null | undefined, marks: string) => svg?.querySelectorAll(marks).length
  const drawn = (id: string, on: string) => main(page)?.querySelector(`section#${id} .${on} svg`)

  test('of importance, cost and place are drawn at two widths, with what they say', () => {
    for (const on of ['wide', 'narrow']) {
      expect(count(drawn('importance', on), '.dot circle')).toBe(3)
      expect(count(drawn('importance', on), '.interval line')).toBe(3)
      expect(count(drawn('cost', on), '.dot circle')).toBe(6)
      expect(count(drawn('cost', on), '.zero line')).toBe(1)
      expect(count(drawn('map', on), '.cross line')).toBe(6)
      expect([count(drawn('map', on), '.dot circle'), count(drawn('map', on), '.open circle')]).toEqual([
        3, 2,
      ])
    }
    expect(textOf(drawn('importance', 'wide')?.querySelector('desc'))).toBe(
      'Three drivers, with importances from 17.8% to 52.4%.',
    )
    expect(textOf(drawn('cost', 'wide')?.querySelector('desc'))).toBe(
      'Three drivers: down to −14.2 points where one fails, up to +8.8 where one is good.',
    )
    expect(textOf(drawn('map', 'wide')?.querySelector('desc'))).toBe(
      'Three drivers, with scores from 52.4 to 66.1.',
    )
  })

  test('have an open dot where the importance includes none', () => {
    const made = changed('all', () => ({ importance_low: -0.01 }), 'c')
    const chart = main(page, made)?.querySelector('section#importance .wide svg')
    expect(count(chart, '.dot.open circle')).toBe(1)
    expect(section(page, 'importance', made)).toContain('Open dot: the interval reaches down to 0')
  })

  test('of places keep the names apart and inside, however close the drivers lie', () => {
    const crowded = english(
      drivenBy(({ drivers }) => ({
        drivers: drivers.map((row) =>
          row.importance === null ? row : { ...row, importance: 1 / 3, score: 60 },
        ),
      })),
    )
    const chart = main(page, crowded)?.querySelector('section#map .narrow svg')
    const height = Number(chart?.getAttribute('height'))
    const placesOf = (among: Element | null | undefined) =>
      [...(among?.querySelectorAll('text') ?? [])]
        .map((text) => Number(text.getAttribute('y')))
        .sort((a, b) => a - b)
    const groups = [...(chart?.querySelectorAll('.halo') ?? [])].map(placesOf)
    const places = groups.flat()
    expect(places.length).toBe(3)
    const steps = groups.flatMap((own) => own.slice(1).map((at, k) => at - (own[k] ?? 0)))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(17.9)
    expect(Math.min(...places)).toBeGreaterThan(20)
    expect(Math.max(...places)).toBeLessThan(height - 40)
    const sides = [...(chart?.querySelectorAll('.halo') ?? [])].map((one) => [
      one.getAttribute('text-anchor'),
      one.querySelectorAll('text').length,
    ])
    expect(sides).toEqual([
      ['start', 1],
      ['end', 2],
    ])
  })

  test('are drawn for each industry whose importance is known', () => {
    const industries = main(page)?.querySelectorAll('section#industries .grid .both svg')
    expect(industries?.length).toBe(2)
  })
})

describe('industry by industry', () => {
  test('the kinds and the advice stand in a table, with the base that is needed', () => {
    expect(rowsUnder(page, /by industry$/)).toEqual([
      [
        'Banking',
        '–',
        'It just works, Promises are kept',
        '–',
        hostileDriver,
        'It just works: 3.1 points (2.3–3.9)Promises are kept: 2.9 points (2.1–3.7)',
      ],
      ['Groceries <& "kiosk">', '41 ratings with all answers; 70 needed'],
      [
        'Mobile telephony',
        'It just works, Promises are kept',
        '–',
        '–',
        hostileDriver,
        'It just works: 7.4 points (6.5–8.2)',
      ],
    ])
  })

  test('a sentence counts them, driver by driver', () => {
    expect(section(page, 'industries')).toContain(
      '“It just works”: basic in one and performance in one of the two industries; first to fix in two.',
    )
    expect(section(side, 'industries')).toContain(
      '«Løftene holdes»: grunnleggende i én og ytelse i én av de to bransjene; bør forbedres først i én.',
    )
  })

  test('the page of an industry tells what to fix first there, and what ties', () => {
    expect(section('nb/2025/industry/bank/index.html', 'drivers')).toContain(
      'Bør forbedres først i denne bransjen: «Det bare virker» og «Løftene holdes». Hva av dette som koster mest, lar seg ikke si.',
    )
    const telephone = section('en/2025/industry/telephone/index.html', 'drivers')
    expect(telephone).toContain(
      'First to fix in this industry: “It just works”. It hurts when it fails, and nobody gives thanks when it works. The customers for whom it fails pull customer satisfaction down by 7.4 points (6.5–8.2).',
    )
    expect(
      rowsUnder('en/2025/industry/telephone/index.html', /what to do$/).map((row) => [row[3], row[4]]),
    ).toEqual([
      ['Basic', 'Fix first'],
      ['Cannot be interpreted', '–'],
      ['Basic', '–'],
    ])
    const shops = section('en/2025/industry/shops/index.html', 'drivers')
    expect(shops).toContain('41 ratings with all answers; 70 needed')
    expect(shops).not.toMatch(/First to fix|Basic/)
  })
})

describe('the page of a company', () => {
  const own = (id: string, lang = 'en') => section(`${lang}/2025/company/${id}/index.html`, 'drivers')

  test('says what to fix first and next, how it acts in the industry, and how far behind', () => {
    expect(own('nordlys')).toContain(
      'Fix first: “It just works”. In its industry it hurts when it is poor, and pleases when it is good (performance). The company lies 6.3 points (3.1–9.6) behind the rest of the industry here.',
    )
    expect(own('nordlys')).toContain(
      'Fix next: “Promises are kept”. In its industry it hurts when it is poor, and pleases when it is good (performance). The company lies 4.1 points (0.8–7.3) behind',
    )
    expect(own('nordlys', 'nb')).toContain(
      'Forbedre først: «Det bare virker». Slik virker det i bransjen: Det skader når det er dårlig, og gleder når det er bra (ytelse). Her ligger bedriften 6,3 poeng (3,1–9,6) bak resten av bransjen.',
    )
    expect(own('ekko')).toContain('nobody gives thanks when it works (basic). The company lies 9.9 points')
  })

  test('says what is known of a driver that costs, where its form is not', () => {
    const made = changed('telephone', () => ({ kind: 'not_interpretable' }), 'just')
    expect(section('en/2025/company/ekko/index.html', 'drivers', made)).toContain(
      'Fix first: “It just works”. In its industry it costs points when it fails; what it gives when it is good, the answers do not tell. The company lies 9.9 points',
    )
    expect(section('en/2025/industry/telephone/index.html', 'drivers', made)).toContain(
      'First to fix in this industry: “It just works”. It costs points when it fails; what it gives',
    )
  })

  test('says that nothing is clearly behind, and what to keep', () => {
    expect(own('spareskillingen')).toContain(
      'Nothing to fix first: the company is not clearly behind the rest of its industry in anything that clearly costs points there when it fails, or pleases when it is good.',
    )
    expect(own('fjordbanken')).toContain('Nothing to fix first:')
    expect(own('fjordbanken')).toContain(
      'Keep: “Promises are kept”. In its industry it hurts when it is poor, and pleases when it is good (performance). The company lies 7.5 points (4.2–10.7) ahead of the rest',
    )
  })

  test('never advises on a driver whose importance in the industry includes none, or without advice', () => {
    expect(own('tele4')).toContain('Nothing to fix first:')
    expect(own('tele4')).not.toMatch(/Fix first:|Fix first$|“Promises are kept”/)
    expect(own('nordlys')).not.toContain(`“${hostileDriver}”`)
    expect(rowsUnder('en/2025/company/nordlys/index.html', /its drivers/).map((row) => row.at(-1))).toEqual([
      'Fix first',
      '–',
      'Fix next',
    ])
  })

  test('says why there is no advice', () => {
    expect(own('hostile')).toContain(
      'No advice: of no driver is it clear that it costs points in the industry when it fails, or pleases when it is good.',
    )
    expect(own('nyhandel')).toContain('No advice: the company could not be compared with the rest')
    expect(own('kroken')).toContain('No advice: too few ratings.')
    expect(own('kroken', 'nb')).toContain('12 vurderinger med alle svar; det kreves 30')
  })
})

describe('pairs and promises', () => {
  test('does much of one make up for too little of another: two scores and the verdict', () => {
    expect(section(page, 'makes-up')).toContain(
      `Where “It just works” fails and there is much of “${hostileDriver}”, customer satisfaction is 51.2 (48.1–54.3). Where “It just works” does not fail and there is not much of “${hostileDriver}”, it is 71.3 (69.9–72.7). So much of “${hostileDriver}” does not make up for it: the difference is −20.1 (−23.7 to −16.5) points.`,
    )
    expect(section(side, 'makes-up')).toContain(
      'Forskjellen, −1,5 (−5,1 til 2,1) poeng, er ikke klar, så det lar seg ikke si om det ene veier opp for det andre.',
    )
    expect(section(page, 'makes-up')).toContain(
      'In the industries two such comparisons could be made. In one of them it is clear that much of the one does not make up',
    )
    expect(section('en/2025/industry/telephone/index.html', 'drivers')).toContain(
      'So much of “Promises are kept” more than makes up for it: the difference is +8.3 (4.7–11.9) points.',
    )
    expect(section('en/2025/industry/bank/index.html', 'drivers')).not.toContain('make up')
  })

  test('what promises do stands per touchpoint, by the verdict of the table', () => {
    expect(section(page, 'promises')).toContain(
      'At one of the three touchpoints high expectations clearly hurt.',
    )
    expect(rowsUnder(page, /^All companies together 2025: what expectations/)).toEqual([
      ['Websiten 412', '−2.1 (−3.0 to −1.2)', '+5.9 (5.2–6.6)', 'high expectations hurt'],
      ['Appn 412', '+1.9 (1.0–2.8)', '+5.9 (5.2–6.6)', 'cannot be interpreted'],
      ['Telephonen 412', '−0.3 (−1.2 to 0.6)', '+5.9 (5.2–6.6)', 'no clear effect'],
      ['Shop <b>&"', '23 customers answered both questions; 40 needed'],
    ])
    expect(section(side, 'promises')).toContain(
      'I ett av de to parene av bransje og kontaktpunkt skader høye forventninger klart.',
    )
  })
})

describe('what the figures cannot say', () => {
  test('is said in both languages, with how they were computed and the way to the method', () => {
    const limits = section(page, 'limits')
    expect(limits).toContain('does not prove that they would give more if the company changed something')
    expect(limits).toContain('Drivers that go together share their importance.')
    expect(limits).toContain('are set by convention')
    expect(limits).toContain('Shapley value of R²')
    expect(section(side, 'limits')).toContain('Forhold som følges ad, deler betydningen.')
    expect(main(page)?.querySelector('#limits a')?.getAttribute('href')).toBe('../method/index.html')
    expect(textAt('en/2025/method/index.html')).toContain('§ 21 What drives an index')
  })

  test('and what was asked, word for word', () => {
    const asked = section(page, 'asked')
    expect(asked).toContain('Customer satisfaction (what is explained)All in all, how satisfied are you')
    expect(asked).toContain('Does this hold: It just works?, answered from 1 to 10')
    expect(asked).toContain('Only ratings that have customer satisfaction and every driver count.')
  })

  test('index points are never called per cent', () => {
    for (const path of [page, side])
      for (const row of rowsUnder(path, /good$|bra$/)) expect(row.join(' ')).not.toContain('%')
  })
})

describe('the page', () => {
  const mentions = (made: Map<string, string>) =>
    [...made].filter(([path, html]) => path.includes('/drivers/') || html.includes('drivers/index.html'))

  test('is only in editions with rows that are shown, and nothing leads to it elsewhere', () => {
    expect(mentions(plainPages)).toEqual([])
    expect(pages.has(page) && !pages.has('en/2024/drivers/index.html')).toBe(true)
    for (const [path] of mentions(pages)) expect(path).not.toMatch(/\/2024\//)
    const withheld = english(
      drivenBy(({ drivers }) => ({
        drivers: drivers.map((row) => ({ ...row, published: false, reason: 'too_few_ratings' as const })),
        makes_up: [],
        promise_effect: [],
      })),
    )
    expect(mentions(withheld)).toEqual([])
    expect(textAt('en/2025/company/nordlys/index.html', withheld)).not.toContain('What to fix first')
  })

  test('tells of promises alone where no driver was asked', () => {
    const made = english(drivenBy(() => ({ drivers: [], makes_up: [] })))
    expect(headOf(made)).toBe('What expectations do to customer satisfaction')
    expect(textAt(page, made)).not.toMatch(/driver|[Ii]mportance/)
    expect(section(page, 'promises', made)).toContain('high expectations clearly hurt')
  })

  test('offers the tables that have rows', () => {
    for (const table of ['drivers', 'makes_up', 'promise_effect'])
      expect(pageAt(page, pages)).toContain(`/data/${table}.csv`)
  })

  test('stays light with thirty industries and ten drivers', () => {
    const [first] = driverRows('2025').filter(({ entity_id }) => entity_id === 'bank')
    const industries = Array.from({ length: 30 }, (_, k) => `trade-${k}`)
    const ids = Array.from({ length: 10 }, (_, k) => `thing-${k}`)
    const made = drivenBy(({ drivers }) => ({
      drivers: [
        ...drivers,
        ...industries.flatMap((entity_id, i) =>
          ids.flatMap((driver, j): DriverRow[] =>
            first === undefined
              ? []
              : [
                  {
                    ...first,
                    entity_id,
                    driver,
                    score: 50 + ((i * 7 + j * 11) % 37),
                    importance: (j + 1) / 55,
                  },
                ],
          ),
        ),
      ],
    }))
    const { study } = made
    const [scored] = made.editions.at(-1)?.tables.scores ?? []
    const large = htmlOf({
      ...made,
      study: {
        ...study,
        languages: ['en'],
        drivers: { outcome: 'satisfaction', of: ids },
        industries: industries.map((id) => ({ id, name: { en: `Trade ${id}` } })),
        indices: [
          ...study.indices,
          ...ids.flatMap((id) =>
            study.indices.slice(0, 1).map((index) => ({ ...index, id, headline: false })),
          ),
        ],
      },
      editions: made.editions.slice(-1).map(({ wave, tables }) => ({
        wave,
        tables: {
          ...tables,
          scores:
            scored === undefined
              ? []
              : industries.map((industry_id, k) => ({ ...scored, entity_id: `c${k}`, industry_id })),
        },
      })),
    })
    const html = pageAt(page, large)
    expect(parseHTML(html).document.querySelectorAll('#industries .grid svg').length).toBe(30)
    expect(gzipSync(html).length).toBeLessThan(60_000)
  })

  test('keeps hostile names text', () => {
    for (const path of [
      page,
      side,
      'en/2025/company/hostile/index.html',
      'nb/2025/industry/bank/index.html',
    ]) {
      expect(pageAt(path, pages)).not.toMatch(/<img src=x|<script/)
      expect(textAt(path)).toContain(hostileDriver)
    }
    const { document } = parseHTML(pageAt(page, pages))
    expect([...document.querySelectorAll('bdi')].map(textOf)).toContain(hostileDriver)
  })
})

/** The same tables, with figures in every row that is withheld. */
function leaking({ drivers, makes_up, promise_effect }: Tables): Partial<Tables> {
  const words = ['reason', 'contrast_kind', 'contrast_reason', 'contrast_kind_other_cuts', 'kind', 'advice']
  const leak = <Row extends { published: boolean }>(rows: Row[], more: Partial<Row>): Row[] =>
    rows.map((row) =>
      row.published
        ? row
        : {
            ...(Object.fromEntries(
              Object.entries(row).map(([column, value]) => [
                column,
                value === null && !words.includes(column) ? 0.987 : value,
              ]),
            ) as Row),
            ...more,
          },
    )
  return {
    drivers: leak(drivers, { kind: 'basic', advice: 'fix_first' }),
    makes_up: leak(makes_up, { verdict: 'does_not_make_up' }),
    promise_effect: leak(promise_effect, { verdict: 'hurts' }),
  }
}

test('figures that are withheld are on no page, even where a table holds them by mistake', () => {
  const made = htmlOf(drivenBy(leaking))
  const text = (html: string) => withoutPlaces(html)
  for (const path of [...pages.keys()].filter((one) => /drivers|industry|company/.test(one)))
    expect(text(pageAt(path, made)), path).toBe(text(pageAt(path, pages)))
})

const cases: [
  what: string,
  say: (words: SiteWords) => string | Sentence,
  english: string,
  norwegian: string,
][] = [
  [
    'one touchpoint that hurts',
    (w) => w.promiseCount(1, 1),
    'High expectations clearly hurt at the one touchpoint that could be examined.',
    'I det ene kontaktpunktet som kunne undersøkes, skader høye forventninger klart.',
  ],
  [
    'one touchpoint that does not',
    (w) => w.promiseCount(0, 1),
    'High expectations do not clearly hurt at the one touchpoint that could be examined.',
    'I det ene kontaktpunktet som kunne undersøkes, skader høye forventninger ikke klart.',
  ],
  [
    'none of two touchpoints',
    (w) => w.promiseCount(0, 2),
    'At neither of the two touchpoints do high expectations clearly hurt.',
    'I ingen av de to kontaktpunktene skader høye forventninger klart.',
  ],
  [
    'both touchpoints',
    (w) => w.promiseCount(2, 2),
    'At both touchpoints high expectations clearly hurt.',
    'I begge kontaktpunktene skader høye forventninger klart.',
  ],
  [
    'all of four touchpoints',
    (w) => w.promiseCount(4, 4),
    'At all four touchpoints high expectations clearly hurt.',
    'I alle de fire kontaktpunktene skader høye forventninger klart.',
  ],
  [
    'no pair of industry and touchpoint',
    (w) => w.promiseIndustries(0, 40),
    'In none of the 40 pairs of industry and touchpoint do high expectations clearly hurt. They stand on the pages of the industries.',
    'I ingen av de 40 parene av bransje og kontaktpunkt skader høye forventninger klart. De står på sidene til bransjene.',
  ],
  [
    'one comparison that is not clear',
    (w) => w.makesUpCount(0, 1),
    'In the industries one such comparison could be made. There it is not clear that much of the one does not make up for too little of the other. It stands on the page of the industry.',
    'I bransjene kunne én slik sammenligning gjøres. Der er det ikke klart at mye av det ene ikke veier opp for for lite av det andre. Den står på siden til bransjen.',
  ],
  [
    'both of two comparisons',
    (w) => w.makesUpCount(2, 2),
    'In the industries two such comparisons could be made. In both of them it is clear that much of the one does not make up for too little of the other. They stand on the pages of the industries.',
    'I bransjene kunne to slike sammenligninger gjøres. I begge er det klart at mye av det ene ikke veier opp for for lite av det andre. De står på sidene til bransjene.',
  ],
  [
    'the one pair of industry and touchpoint',
    (w) => w.promiseIndustries(1, 1),
    'In the one pair of industry and touchpoint that could be examined, high expectations clearly hurt. It stands on the page of the industry.',
    'I det ene paret av bransje og kontaktpunkt som kunne undersøkes, skader høye forventninger klart. Det står på siden til bransjen.',
  ],
  [
    'one driver drawn',
    (w) => w.importanceSays(1, '100%', '100%'),
    'One driver, with an importance of 100%.',
    'Ett forhold, med en betydning på 100%.',
  ],
]

test.each(cases)('%s', (_, say, english, norwegian) => {
  const said = (words: SiteWords) => {
    const text = say(words)
    return typeof text === 'string' ? text : plain(text)
  }
  expect([said(en), said(nb)]).toEqual([english, norwegian])
})
