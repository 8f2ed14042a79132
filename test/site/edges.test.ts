/** Publications at the edge: hardly anything asked, hardly anybody rated, words in few languages. */
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Edition, Publication, PublicStudy } from '../../pipeline/publication.ts'
import type { Tables } from '../../pipeline/tables.ts'
import { htmlOf, pageAt } from './built.ts'
import { publication } from './publication.ts'

const last = publication.editions.slice(-1)

const withStudy = (more: Partial<PublicStudy>, editions: Edition[] = last): Publication => ({
  ...publication,
  study: { ...publication.study, ...more },
  editions,
})

/** The newest edition alone, its tables changed. */
const withTables = (change: (tables: Tables) => Partial<Tables>, more: Partial<PublicStudy> = {}) =>
  withStudy(
    more,
    last.map((edition) => ({ ...edition, tables: { ...edition.tables, ...change(edition.tables) } })),
  )

const textAt = (pages: Map<string, string>, path: string) =>
  (parseHTML(pageAt(path, pages)).document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ')

async function faultsOf(pages: Map<string, string>): Promise<string[]> {
  const off = ['long-title', 'no-trailing-whitespace', 'void-style', 'doctype-style', 'tel-non-breaking']
  const check = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: Object.fromEntries(off.map((rule) => [rule, 'off'])),
  })
  const faults: string[] = []
  for (const [path, html] of pages)
    for (const { messages } of (await check.validateString(html, path)).results)
      faults.push(...messages.map(({ ruleId, message }) => `${path} ${ruleId}: ${message}`))
  return faults
}

describe('a study', () => {
  test('whose newest wave asks no index', async () => {
    const [edition] = last
    const pages = htmlOf(
      withStudy(
        {},
        edition === undefined
          ? []
          : [
              ...publication.editions.slice(0, -1),
              {
                wave: { ...edition.wave, items: [], indices: {} },
                tables: {
                  ...edition.tables,
                  ...{
                    scores: [],
                    comparisons: [],
                    items: [],
                    net_promoter: [],
                    distributions: [],
                    quality: [],
                  },
                },
              },
            ],
      ),
    )
    expect(textAt(pages, 'en/2025/index.html')).toContain('No index has figures in this edition')
    expect(textAt(pages, 'nb/2025/index.html')).toContain('Ingen indeks har tall i denne utgaven')
    expect(await faultsOf(pages)).toEqual([])
  }, 60_000)

  test('whose every company is withheld', async () => {
    const withheld = { published: false, score: null, low: null, high: null, rank: null } as const
    const pages = htmlOf(
      withTables(({ scores }) => ({
        comparisons: [],
        scores: scores.map((row) => ({
          ...row,
          ...withheld,
          n: 14,
          change: null,
          change_verdict: 'base_too_small',
          reason: row.level === 'company' ? 'too_few_ratings' : 'no_company_shown',
        })),
      })),
    )
    const industry = textAt(pages, 'en/2025/industry/bank/index.html')
    expect(industry).toContain('Banking as a whole: none of the companies has a score that can be shown')
    expect(industry).toContain('Fjordbanken: 14 ratings; 30 needed for a score')
    expect(textAt(pages, 'nb/2025/industry/bank/index.html')).toContain(
      'Bank samlet: ingen av bedriftene har en poengsum som kan vises',
    )
    expect(await faultsOf(pages)).toEqual([])
  }, 60_000)

  test('of a single company', async () => {
    const only = publication.study.companies.filter(({ id }) => id === 'fjordbanken')
    const pages = htmlOf(
      withTables(
        (tables) => ({
          comparisons: [],
          scores: tables.scores
            .filter((row) => row.level !== 'company' || row.entity_id === 'fjordbanken')
            .filter((row) => row.level !== 'industry' || row.entity_id === 'bank')
            .map((row) =>
              row.level === 'company'
                ? { ...row, rank_low: 1, rank_high: 1, rank_in_industry_low: 1, rank_in_industry_high: 1 }
                : row,
            ),
          items: tables.items.filter((row) => row.company_id === 'fjordbanken'),
          distributions: tables.distributions.filter((row) => row.company_id === 'fjordbanken'),
          net_promoter: tables.net_promoter.filter((row) => row.company_id === 'fjordbanken'),
        }),
        { companies: only },
      ),
    )
    expect(textAt(pages, 'en/2025/index.html')).toContain(
      'Only Fjordbanken has enough ratings for a place in customer satisfaction',
    )
    expect(textAt(pages, 'en/2025/industry/bank/index.html')).toContain(
      'Too few ranked companies to compare.',
    )
    expect(pages.has('en/2025/industry/shops/index.html')).toBe(false)
    expect(await faultsOf(pages)).toEqual([])
  }, 60_000)

  test('without net promoter, in English only', async () => {
    const pages = htmlOf(
      withTables(() => ({ net_promoter: [] }), { languages: ['en'], net_promoter: undefined }),
    )
    const company = pageAt('en/2025/company/ekko/index.html', pages)
    expect(company).not.toContain('Net promoter score')
    expect(company).not.toContain('aria-label="Language"')
    expect([...pages.keys()].some((path) => path.startsWith('nb/'))).toBe(false)
    expect(await faultsOf(pages)).toEqual([])
  }, 60_000)

  test('in a language without words is told in English, in its own wording of the questions', () => {
    const swedish = publication.study.items.map((item) => ({ ...item, text: { sv: 'Hur nöjd är du?' } }))
    const pages = htmlOf(withStudy({ languages: ['sv'], items: swedish }))
    const html = pageAt('index.html', pages)
    expect(html).toContain('<html lang="en">')
    expect(pageAt('en/2025/method/index.html', pages)).toContain('Hur nöjd är du?')
    expect([...pages.keys()].some((path) => path.startsWith('sv/'))).toBe(false)
  })
})

describe('a figure', () => {
  test('without limits is shown, and says that it has none', () => {
    const bare = { low: null, high: null }
    const pages = htmlOf(
      withTables((tables) => ({
        scores: tables.scores.map((row) => ({ ...row, ...bare })),
        items: tables.items.map((row) => ({ ...row, ...bare })),
        net_promoter: tables.net_promoter.map((row) => ({ ...row, ...bare })),
      })),
    )
    const company = textAt(pages, 'en/2025/company/ekko/index.html')
    expect(company).toContain('67.7 (no interval: too few respondents), n 118')
    expect(company).toContain('−17.4 (no interval: too few respondents), n 117')
    expect(company).toContain('Score: 67.7 (no interval: too few respondents).')
    expect(company).toContain(
      'Two companies with scores from 66.4 to 67.7, each with its 95% interval where there is one.',
    )
    expect(textAt(pages, 'nb/2025/company/ekko/index.html')).toContain(
      '−17,4 (uten intervall: for få har svart), n 117',
    )
  })

  test('of net promoter stands with the study’s own question', () => {
    const pages = htmlOf(withStudy({}))
    expect(textAt(pages, 'en/2025/company/ekko/index.html')).toContain(
      'How likely are you to recommend {the company}?, answered from 0 to 10. Those who answer 9 or 10',
    )
  })

  test('on a long scale is a table of the answers given, without columns', () => {
    const items = publication.study.items.map((item) =>
      item.id === 'rec' ? { ...item, scale: { min: 0, max: 1000 } } : item,
    )
    const pages = htmlOf(
      withTables(
        (tables) => ({
          distributions: tables.distributions.map((row) =>
            row.item === 'rec' && row.answer < 3 ? { ...row, n: 0, share: 0 } : row,
          ),
        }),
        { items },
      ),
    )
    const { document } = parseHTML(pageAt('en/2025/company/ekko/index.html', pages))
    const questions = [...document.querySelectorAll('.questions > li')]
    const long = questions.find((each) => each.querySelector('h3')?.textContent?.includes('recommend'))
    expect(long?.querySelector('svg')).toBeNull()
    expect(long?.querySelectorAll('tbody tr').length).toBe(8)
    expect(questions.filter((each) => each.querySelector('svg.answers')).length).toBe(questions.length - 1)
  })

  test('of an industry that is compared says what the mean is over', () => {
    const compared = (aggregate: PublicStudy['aggregate']) =>
      htmlOf(
        withTables(
          ({ scores }) => ({
            scores: scores.map((row) =>
              row.level === 'industry' ? { ...row, change: 1, change_low: -1, change_high: 3 } : row,
            ),
          }),
          { aggregate },
        ),
      )
    expect(textAt(compared('companies'), 'en/2025/industry/bank/index.html')).toContain(
      'The mean is over the companies shown in each edition. Whether it changed is judged by those shown both times.',
    )
    expect(textAt(compared('ratings'), 'nb/2025/industry/bank/index.html')).toContain(
      'Gjennomsnittet gjelder vurderingene som regnes med i hver utgave.',
    )
  })
})

describe('the page of a company', () => {
  test('singles it out in the charts of its industry, and it alone', () => {
    const pages = htmlOf(withStudy({}))
    const { document } = parseHTML(pageAt('en/2025/company/tele4/index.html', pages))
    const own = [...document.querySelectorAll('.plot .name .this')]
    expect(own.map((each) => each.firstChild?.textContent)).toEqual(['Tele4', 'Tele4', 'Tele4'])
    expect(document.querySelectorAll('.plot .interval .this').length).toBe(3)
    expect(textAt(pages, 'en/2025/company/tele4/index.html')).toContain('Bold: this company.')
    expect(pageAt('en/2025/industry/telephone/index.html', pages)).not.toContain('class="this"')
  })
})

describe('the method page', () => {
  const method = (more: Partial<Edition['wave']>, effect: number) =>
    textAt(
      htmlOf(
        withStudy(
          {},
          last.map(({ wave, tables }) => ({
            wave: { ...wave, ...more },
            tables: { ...tables, waves: tables.waves.map((row) => ({ ...row, design_effect: effect })) },
          })),
        ),
      ),
      'en/2025/method/index.html',
    )

  test('claims weights only where there are some, and a cost only where there is one', () => {
    expect(method({}, 1.23)).toContain('precision as dividing the sample by 1.23')
    expect(method({}, 1.004)).not.toContain('dividing the sample')
    const bare = method({ weighted: false, stratified: false }, 1)
    expect(bare).toContain('are not weighted')
    expect(bare).not.toMatch(/strata|dividing the sample/)
  })

  test('marks the parts that are told in English on a page in another language', () => {
    expect(pageAt('nb/2025/method/index.html', htmlOf(withStudy({})))).toContain(
      '<ul lang="en"><li><bdi>drivers</bdi>',
    )
  })
})
