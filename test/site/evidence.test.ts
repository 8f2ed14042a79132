/** How a wave was weighted, whether an index is one thing, why a series breaks, and each company beside the rest. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Edition, Publication, PublicStudy, PublicWave } from '../../pipeline/publication.ts'
import { type ComparabilityRow, type ReliabilityRow, tables, type WaveRow } from '../../pipeline/tables.ts'
import { en, type SiteWords } from '../../site/words/en.ts'
import { nb } from '../../site/words/nb.ts'
import { htmlOf, pageAt, pages } from './built.ts'
import { publication } from './publication.ts'

const banks = publication.study.companies.filter(({ industry }) => industry === 'bank')
const isBank = (id: string) => banks.some((bank) => bank.id === id)

/** The banks alone in the last two editions, each edition changed. */
function small(change: (edition: Edition) => Edition, more: Partial<PublicStudy> = {}): Publication {
  const editions = publication.editions.slice(-2).map(({ wave, tables: all }) =>
    change({
      wave,
      tables: {
        ...all,
        scores: all.scores.filter(
          ({ level, entity_id, industry_id }) =>
            level === 'all' || (level === 'industry' ? industry_id === 'bank' : isBank(entity_id)),
        ),
        ...{ items: [], distributions: [], net_promoter: [], history: [] },
      },
    }),
  )
  return {
    ...publication,
    study: { ...publication.study, companies: banks, timeline: ['2024', '2025'], ...more },
    editions,
  }
}

const textOf = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const main = (made: Map<string, string>, path: string) =>
  parseHTML(pageAt(path, made)).document.querySelector('main')
const textAt = (made: Map<string, string>, path: string) => textOf(main(made, path))

describe('weights on the method page', () => {
  const weights = (
    row: Partial<WaveRow>,
    { wave, weighting, ...study }: Partial<PublicStudy> & { wave?: Partial<PublicWave> } = {},
  ) => {
    const made = htmlOf(
      small(
        (edition) => ({
          wave: { ...edition.wave, ...wave },
          tables: {
            ...edition.tables,
            margins: row.weighting?.startsWith('raked') === false ? [] : edition.tables.margins,
            waves: edition.tables.waves.map((one) => ({ ...one, ...row })),
          },
        }),
        { ...study, ...(weighting === undefined ? {} : { weighting }) },
      ),
    )
    const section = (lang: string) =>
      textOf(main(made, `${lang}/2025/method/index.html`)?.querySelector('#weights'))
    return { en: section('en'), nb: section('nb') }
  }
  const level = 'respondent' as const

  test('none', () => {
    const said = weights({ weighting: 'none', design_effect: 1 }, { wave: { weighted: false } })
    expect(said.en).toContain('The answers are not weighted: everyone who answered counts the same.')
    expect(said.nb).toContain('Svarene er ikke vektet: Alle som har svart, teller likt.')
    expect(said.en).not.toMatch(/raking|trimming|design effect|times the average/)
  })

  test('as delivered, of a respondent or of a rating', () => {
    const own = { trim: undefined, rake: [] }
    const said = weights({ weighting: 'delivered', trim_rounds: 0 }, { weighting: { level, ...own } })
    expect(said.en).toContain('The weights came with the answers. A person’s weight is the same')
    expect(said.en).toContain('The weights lie between 0.31 and 3.4 times the average.')
    expect(said.en).toContain('The 412 respondents together count as about 335 with equal weights.')
    expect(said.en).not.toMatch(/raking|trimming/)
    const rated = weights(
      { weighting: 'delivered', trim_rounds: 0 },
      { weighting: { level: 'rating', ...own } },
    )
    expect(rated.nb).toContain('Hver vurdering teller med vekten som fulgte med den.')
    expect(rated.nb).toContain('Alle vurderingene teller til sammen som omtrent 335 med like vekter.')
    expect(rated.nb).not.toContain('412 som svarte, teller')
  })

  test('trimmed alone', () => {
    const said = weights(
      { weighting: 'trimmed', trim_rounds: 2 },
      { weighting: { level, trim: [0.2, 5], rake: [] } },
    )
    expect(said.en).toContain('Nobody counts for less than 0.2 or more than 5 times the average (trimming).')
    expect(said.en).toContain('Weights outside were set to the bound two times, until all bounds held.')
    expect(said.en).not.toContain('raking')
  })

  test('raked and trimmed: by what, how often, and how far', () => {
    const said = weights({})
    expect(said.en).toContain('the known shares of the population by age and part of the country (raking)')
    expect(said.nb).toContain('til kjente andeler i befolkningen etter alder og landsdel (raking)')
    expect(said.en).toContain(
      'Weights outside were set to the bound, and the raking was done again, three times',
    )
    expect(said.en).toContain(
      'Before that the weights lay between 0.31 and 6.4 times the average, and now they lie between 0.31 and 3.4.',
    )
    expect(said.nb).toContain('Før det lå vektene mellom 0,31 og 6,4 ganger gjennomsnittet')
    expect(said.en).toContain('as dividing the sample by 1.23 (the design effect of weighting)')
    expect(said.en).toContain('After nine sweeps over the groups every share agrees with its target')
    expect(said.en).toContain('they rest on what the groups do not explain')
    expect(said.nb).toContain('De bygger på det gruppene ikke forklarer')
  })

  test('raked with nothing outside the bounds, and one that ends too far off claims no precision', () => {
    const said = weights({ trim_rounds: 0, largest_margin_error: 1e-3 })
    expect(said.en).toContain('No weight lay outside these bounds. The weights lie between 0.31 and 3.4')
    expect(said.nb).toContain('Ingen vekt lå utenfor disse grensene.')
    expect(said.en).not.toMatch(/Before that|sweeps/)
  })

  test.each([
    ['en', 'Under 40 45.0% 31.3% 45.0% 129', 'South <1> 92.5% not shown 92.5% not shown'],
    ['nb', 'Under 40 år 45,0 % 31,3 % 45,0 % 129', 'South <1> 92,5 % vises ikke 92,5 % vises ikke'],
  ])('the groups in a table, and nothing of a division with a small one: %s', (lang, shown, withheld) => {
    const table = parseHTML(pageAt(`${lang}/2025/method/index.html`)).document.querySelector('.shares')
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map(textOf).join(' '),
    )
    expect(rows.length).toBe(6)
    expect(rows[1]).toBe(shown)
    expect(rows[4]).toBe(withheld)
    expect(textOf(table?.parentElement)).toMatch(/fewer than 30 respondents|færre enn 30 personer/)
  })

  test('sampling units, strata and panels', () => {
    const plain = weights({ sampling_units: 412 }, { wave: { stratified: false } })
    expect(plain.en).toContain('Each of the 412 respondents is a sampling unit.')
    expect(plain.en).toContain('as drawn from the whole population at once.')
    expect(plain.nb).toContain('trukket fra hele befolkningen under ett.')
    expect(plain.en).toContain('Respondents of different editions are counted as different people.')
    const clustered = weights(
      { sampling_units: 57, strata: 3 },
      { wave: { clustered: true, stratified: true }, panel: true },
    )
    expect(clustered.en).toContain(
      'People were drawn in groups (clusters): the 412 respondents make 57 sampling units.',
    )
    expect(clustered.nb).toContain('De 412 som svarte, utgjør 57 utvalgsenheter.')
    expect(clustered.en).toContain('within three separate parts of the population (strata)')
    expect(clustered.nb).toContain('regnes de som svarte i begge utgavene, som de samme personene')
  })
})

describe('whether an index is one thing', () => {
  const judged = (found: Partial<ReliabilityRow>) =>
    htmlOf(
      small((edition) => ({
        ...edition,
        tables: {
          ...edition.tables,
          reliability: edition.tables.reliability.map((row) => ({ ...row, flags: '', ...found })),
        },
      })),
    )
  const warnings = (made: Map<string, string>, path: string) =>
    [...(main(made, path)?.querySelectorAll('.mind') ?? [])].map(textOf)

  test.each([
    [
      'weak',
      'The questions of this index do not go together well enough to measure one thing (standardised alpha 0.41). Read them one by one.',
      'Spørsmålene i denne indeksen henger ikke godt nok sammen til å måle én ting (standardisert alfa 0,41). Les dem ett for ett.',
      'The questions do not go together well enough to measure one thing.',
    ],
    [
      'reversed_item',
      'The questions of this index pull in different directions: at least one runs against the others (standardised alpha 0.41). Read them one by one.',
      'Spørsmålene i denne indeksen trekker i hver sin retning: minst ett går mot de andre (standardisert alfa 0,41). Les dem ett for ett.',
      'At least one question runs against the others: it may be the wrong way round.',
    ],
    [
      'unrelated_item',
      'The questions of this index do not all belong together: at least one has next to nothing in common with the others (standardised alpha 0.41). Read them one by one.',
      'Spørsmålene i denne indeksen hører ikke godt sammen: minst ett har nesten ingenting felles med de andre (standardisert alfa 0,41). Les dem ett for ett.',
      'At least one question has next to nothing in common with the others.',
    ],
  ] as const)('%s: said beside the index on every page of it, with a way to the table', (verdict, english, norwegian, row) => {
    const made = judged({ verdict, alpha: 0.38, alpha_standardised: 0.414 })
    expect(warnings(made, 'en/2025/ranking/loyalty/index.html')).toEqual([english])
    expect(warnings(made, 'nb/2025/ranking/loyalty/index.html')).toEqual([norwegian])
    expect(warnings(made, 'en/2025/index.html')).toEqual([english, english, english])
    expect(warnings(made, 'nb/2025/company/nordlys/index.html')).toEqual([norwegian, norwegian, norwegian])
    const link = main(made, 'en/2025/ranking/loyalty/index.html')?.querySelector('.mind a')
    expect(link?.getAttribute('href')).toBe('../../method/index.html#one-thing')
    expect(textOf(main(made, 'en/2025/method/index.html')?.querySelector('#one-thing tbody'))).toContain(row)
  })

  test.each([
    ['one_thing', 'The questions go together well enough to be one index.'],
    ['too_few_items', 'Only one question: there is nothing to compare.'],
    ['no_variation', 'Cannot be judged: all answers to one of the questions are the same.'],
  ] as const)('%s: in the table, and no warning', (verdict, row) => {
    const made = judged({ verdict })
    for (const path of ['en/2025/index.html', 'nb/2025/ranking/loyalty/index.html'])
      expect(warnings(made, path), path).toEqual([])
    expect(textOf(main(made, 'en/2025/method/index.html')?.querySelector('#one-thing tbody'))).toContain(row)
  })

  test('figures, weakest question and what else was noticed stand in the table; of two questions no omega', () => {
    const rows = (path: string) =>
      [...(main(pages, path)?.querySelectorAll('#one-thing tbody tr') ?? [])].map((row) =>
        [...row.children].map(textOf).join(' | '),
      )
    expect(rows('en/2025/method/index.html')).toEqual([
      'Customer satisfactionthree questions, n 1,100 | 0.88 | 0.89 | 0.88 | Imagine a company that is perfect in every way. How close is {the company}? (0.70) | The questions go together well enough to be one index.',
      'Loyaltytwo questions, n 1,100 | 0.78 | 0.78 | – | How likely are you to recommend {the company}? (0.64) | The questions go together well enough to be one index.',
      'Digital relevancethree questions, n 1,100 | 0.50 | 0.51 | 0.53 | Does the online shop offer things that you need and do not have? (0.28) | The questions do not go together well enough to measure one thing. What the questions have in common explains less than half of how the answers differ.',
    ])
    expect(rows('nb/2024/method/index.html')[2]).toBe(
      'Digital relevanstre spørsmål, n 22 | – | – | – | – | 22 vurderinger med alle svar; det kreves 30',
    )
    expect(warnings(pages, 'en/2024/ranking/digital_relevance/index.html')).toEqual([])
  })
})

describe('why an index cannot be compared with the edition before', () => {
  const row = (
    reason: ComparabilityRow['reason'],
    detail: string,
    effect: ComparabilityRow['effect'] = 'not_comparable',
  ): ComparabilityRow => ({
    ...{ wave: '2025', index: 'loyalty', wave_before: '2024', reason, effect, detail },
  })
  const broken = (rows: ComparabilityRow[], cut = true) =>
    htmlOf(
      small((edition) =>
        edition.wave.id === '2024'
          ? edition
          : {
              wave: {
                ...edition.wave,
                mode: 'telephone <2>',
                indices: {
                  ...edition.wave.indices,
                  loyalty: { items: ['repurchase'], min_items: 1, break: cut },
                },
              },
              tables: {
                ...edition.tables,
                comparability: rows,
                scores: edition.tables.scores.map((one) =>
                  cut && one.index === 'loyalty' && one.level === 'company'
                    ? { ...one, change: null, change_verdict: 'not_comparable' as const }
                    : one,
                ),
              },
            },
      ),
    )
  const places = [
    'index.html',
    'ranking/loyalty/index.html',
    'company/nordlys/index.html',
    'industry/bank/index.html',
    'method/index.html',
  ]

  test.each([
    [
      row('items_added', 'rec, sat_expect'),
      'These questions are new: “How likely are you to recommend {the company}?” and “How far did {the company} meet your expectations?”',
      'Disse spørsmålene er nye: «Hvor sannsynlig er det at du vil anbefale {bedriften}?» og «I hvilken grad svarte {bedriften} til forventningene dine?»',
      'the questions changed in 2025',
    ],
    [
      row('items_dropped', 'gone_item'),
      'This question is no longer asked: “gone_item”.',
      'Dette spørsmålet stilles ikke lenger: «gone_item».',
      'the questions changed in 2025',
    ],
    [
      row('scale_changed', '1-10; -3-3, 1-7'),
      'The new questions are answered from −3 to 3, 1 to 7, the old ones were answered from 1 to 10.',
      'De nye spørsmålene besvares fra −3 til 3, 1 til 7, de gamle ble besvart fra 1 til 10.',
      'the questions and their scale changed in 2025',
    ],
    [
      row('weighting_changed', '2024'),
      'The answers of 2025 came with weights, those of 2024 without.',
      'Svarene fra 2025 kom med vekter, de fra 2024 uten.',
      'the weighting changed in 2025',
    ],
    [
      row('units_changed', '2025'),
      'It is known of 2024 which people were drawn together (clusters), but not of 2025.',
      'For 2024 er det kjent hvilke personer som ble trukket sammen (klynger), men ikke for 2025.',
      'the sampling units changed in 2025',
    ],
  ])('%o', (reason, english, norwegian, cause) => {
    const made = broken([reason, row('mode_changed', 'web panel; telephone <2>', 'caution')])
    for (const place of places) {
      expect(textAt(made, `en/2025/${place}`), place).toContain(english)
      expect(textAt(made, `nb/2025/${place}`), place).toContain(norwegian)
      expect(textAt(made, `en/2025/${place}`), place).not.toContain('With caution')
    }
    expect(textAt(made, 'en/2025/company/nordlys/index.html')).toContain(
      `Dashed upright line: ${cause}, and the series is cut there.`,
    )
    expect(textAt(made, 'en/2025/index.html')).toContain(
      /^(items|scale)/.test(reason.reason)
        ? 'The questions behind loyalty were changed since the edition before.'
        : 'The figures of loyalty cannot be compared with those of the edition before.',
    )
  })

  test('a new mode breaks nothing, and the caution stands beside the changes', () => {
    const made = broken([row('mode_changed', 'web panel; telephone <2>', 'caution')], false)
    const said = {
      en: 'With caution: the answers were collected in another way than in the edition before (now telephone <2>, before web panel).',
      nb: 'Med forbehold: Svarene er samlet inn på en annen måte enn i forrige utgave (nå telephone <2>, før web panel).',
    }
    for (const lang of ['en', 'nb'] as const)
      for (const place of places.slice(0, -1))
        expect(textAt(made, `${lang}/2025/${place}`), place).toContain(said[lang])
    expect(textAt(made, 'en/2025/company/nordlys/index.html')).not.toContain('the series is cut')
    expect(textAt(made, 'en/2024/index.html')).not.toContain('With caution')
  })

  test('an index that the edition before did not ask says so', () => {
    const [first, second, third] = publication.editions
    if (first === undefined || second === undefined || third === undefined) throw new Error('no editions')
    const { loyalty: _, ...others } = second.wave.indices
    const made = htmlOf({
      ...publication,
      editions: [
        first,
        { ...second, wave: { ...second.wave, indices: others } },
        {
          ...third,
          tables: {
            ...third.tables,
            scores: third.tables.scores.map((one) =>
              one.index === 'loyalty' ? { ...one, change_verdict: 'not_comparable' as const } : one,
            ),
          },
        },
      ],
    })
    expect(textAt(made, 'en/2025/company/nordlys/index.html')).toContain(
      'The index was not asked in the edition before.',
    )
    expect(textAt(made, 'nb/2025/ranking/loyalty/index.html')).toContain(
      'Indeksen var ikke med i forrige utgave.',
    )
  })
})

describe('a company beside the rest of its industry', () => {
  const card = (path: string) => textOf(main(pages, path)?.querySelector('.cards li'))

  test.each([
    ['fjordbanken', 'clearly above: +11.0 (7.3–14.8)', 'klart over: +11,0 (7,3–14,8)'],
    ['nordlys', 'no clear difference: −4.5 (−8.3 to −0.8)', 'ingen klar forskjell: −4,5 (−8,3 til −0,8)'],
  ])('%s, with its interval', (id, english, norwegian) => {
    expect(card(`en/2025/company/${id}/index.html`)).toContain(`Beside the rest of the industry${english}`)
    expect(card(`nb/2025/company/${id}/index.html`)).toContain(`Mot resten av bransjen${norwegian}`)
  })

  test('clearly below, in the table of the industry too, where all companies compared are counted', () => {
    const path = 'industry/telephone/index.html'
    expect(textAt(pages, `en/2025/${path}`)).toContain('clearly below: −7.1 (−10.9 to −3.3)')
    expect(textAt(pages, `nb/2025/${path}`)).toContain('klart under: −7,1 (−10,9 til −3,3)')
    expect(textAt(pages, `en/2025/${path}`)).toContain('The verdict counts both companies compared')
    expect(textAt(pages, 'en/2025/industry/bank/index.html')).toContain('counts all three companies compared')
    const [table] = main(pages, `en/2025/${path}`)?.querySelectorAll('table.stack') ?? []
    expect([...(table?.querySelectorAll('thead th') ?? [])].map(textOf)[3]).toBe(
      'Beside the rest of the industry',
    )
  })

  test('says nothing of one without a place', () => {
    expect(card('en/2025/company/kroken/index.html')).not.toContain('Beside the rest')
    expect(textAt(pages, 'en/2025/company/kroken/index.html')).not.toContain('next time')
  })

  test('what a clear change would take, never rounded down', () => {
    expect(card('en/2025/company/ekko/index.html')).toContain('Clear change next timeat least 5.3 points')
    expect(card('nb/2025/company/ekko/index.html')).toContain('Klar endring neste gangminst 5,3 poeng')
    expect(textAt(pages, 'en/2025/company/ekko/index.html')).toContain(
      'at this base and with as many comparisons',
    )
  })
})

test('people of both waves are said to be counted where the study is a panel, and only there', () => {
  const made = htmlOf(small((edition) => edition, { panel: true }))
  const changes = (from: Map<string, string>, path: string) =>
    textOf(main(from, path)?.querySelector('#changes'))
  expect(changes(made, 'en/2025/index.html')).toContain(
    'People who answered in both editions are counted as the same people.',
  )
  expect(changes(made, 'nb/2025/ranking/loyalty/index.html')).toContain(
    'De som svarte i begge utgavene, regnes som de samme personene.',
  )
  expect(changes(pages, 'en/2025/index.html')).not.toContain('both editions')
})

test.each([
  ['en', en],
  ['nb', nb],
] as [string, SiteWords][])('every table is on the data page with a sentence: %s', (lang, words) => {
  const rows = [
    ...(main(pages, `${lang}/2025/data/index.html`)?.querySelectorAll('tbody tr th.wording') ?? []),
  ]
  for (const table of Object.keys(tables)) {
    const said = words.tableIs[table] ?? ''
    expect(said.length, table).toBeGreaterThan(20)
    expect(rows.map(textOf)).toContain(`${table}${said}`)
  }
})
