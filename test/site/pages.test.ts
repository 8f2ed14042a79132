import { posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { HtmlValidate } from 'html-validate'
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { Publication } from '../../pipeline/publication.ts'
import { files, filesOf, htmlOf, isData, pageAt, pages, withoutPlaces } from './built.ts'
import { hostileName, publication } from './publication.ts'

const documents = new Map<string, Document>()

function documentOf(html: string): Document {
  const document = documents.get(html) ?? parseHTML(html).document
  documents.set(html, document)
  return document
}
const inside = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
const plainText = (html: string) =>
  (documentOf(html).querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ')
const headline = (html: string) => (documentOf(html).querySelector('h1')?.textContent ?? '').trim()

/** Targets of all links and resources of a page. */
const targetsOf = (html: string): string[] =>
  [...documentOf(html).querySelectorAll('[href], [src]')].map(
    (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
  )

/** Whether a path is a file of the site and, where it names a place in the page, the page has it. */
function isThere(target: string): boolean {
  const [path = '', fragment] = target.split('#')
  return files.has(path) && (fragment === undefined || pageAt(path).includes(`id="${fragment}"`))
}

const isOutside = (target: string) => /^[a-z]+:/i.test(target)

describe('addresses', () => {
  test('every link of every page leads to a page, an asset or a table', () => {
    const broken = [...pages].flatMap(([path, html]) =>
      targetsOf(html)
        .filter((target) => !isOutside(target) && !target.startsWith('#'))
        .map((target) => posix.join(posix.dirname(path), decodeURIComponent(target)))
        .filter((target) => !isThere(target) && !isData(target))
        .map((target) => `${path}: ${target}`),
    )
    expect(broken).toEqual([])
  })

  test('no page leads to an address that is not a web address', () => {
    const schemes = [...pages.values()]
      .flatMap(targetsOf)
      .filter(isOutside)
      .map((target) => target.split(':')[0])
    expect(new Set(schemes)).toEqual(new Set(['https']))
  })

  test('every page exists in every language and edition that has it', () => {
    expect(pages.has('index.html') && pages.has('404.html')).toBe(true)
    for (const path of pages.keys())
      if (path.startsWith('nb/')) expect(pages.has(path.replace(/^nb/, 'en')), path).toBe(true)
    expect(pages.has('nb/2023/ranking/loyalty/index.html')).toBe(true)
    expect(pages.has('nb/2023/ranking/digital_relevance/index.html')).toBe(false)
    expect(pages.has('nb/2024/company/mobilen/index.html')).toBe(true)
    expect(pages.has('nb/2025/company/mobilen/index.html')).toBe(false)
  })

  test('a study in languages without words falls back to English', () => {
    const made = htmlOf({ ...publication, study: { ...publication.study, languages: ['fi'] } })
    expect(made.has('en/2025/index.html')).toBe(true)
    expect([...made.keys()].some((path) => path.startsWith('fi/'))).toBe(false)
  })
})

describe('markup', () => {
  test('is valid on every page', async () => {
    const check = new HtmlValidate({
      extends: ['html-validate:recommended'],
      rules: {
        'long-title': 'off',
        'no-trailing-whitespace': 'off',
        'void-style': 'off',
        'doctype-style': 'off',
        'tel-non-breaking': 'off',
      },
    })
    const faults: string[] = []
    for (const [path, html] of pages) {
      const report = await check.validateString(html, path)
      for (const { messages } of report.results)
        for (const { ruleId, message, line, column } of messages)
          faults.push(`${path}:${line}:${column} ${ruleId}: ${message}`)
    }
    expect(faults.slice(0, 20)).toEqual([])
  }, 120_000)

  test('has no script and no inline style, and loads nothing from elsewhere', () => {
    for (const [path, html] of pages) {
      expect(html, path).toContain("default-src 'none'; style-src 'self'")
      const document = documentOf(html)
      expect(document.querySelectorAll('script, style, iframe, object').length, path).toBe(0)
      expect(document.querySelectorAll('[style]').length, path).toBe(0)
      const loaded = [...document.querySelectorAll('link[rel=stylesheet], link[rel=icon], img')].map(
        (element) => element.getAttribute('href') ?? element.getAttribute('src') ?? '',
      )
      expect(loaded.filter(isOutside), path).toEqual([])
    }
    const css = String(files.get('assets/site.css'))
    expect(css).not.toMatch(/@import|https?:/)
    for (const [, name] of css.matchAll(/url\("([^"]+)"\)/g))
      expect(files.has(`assets/${name}`), name).toBe(true)
  })

  test('is the same on every run, and light', () => {
    expect(filesOf(publication)).toEqual(files)
    for (const [path, html] of pages) expect(gzipSync(html).length, path).toBeLessThan(60_000)
  })

  test('says on every page and chart that simulated answers are simulated', () => {
    for (const [path, html] of pages) {
      const document = documentOf(html)
      expect(document.querySelector('.notice')?.textContent, path).toMatch(/Simulerte svar|Simulated answers/)
      for (const caption of document.querySelectorAll('figcaption'))
        expect(caption.textContent, path).toMatch(/Simulerte svar|Simulated answers/)
    }
    const real = htmlOf({ ...publication, study: { ...publication.study, synthetic: false } })
    for (const [path, html] of real) expect(html, path).not.toMatch(/Simulerte|Simulated/)
  })
})

describe('names', () => {
  test('that look like markup stay text', () => {
    for (const [path, html] of pages) {
      expect(html, path).not.toContain('<script')
      expect(html, path).not.toContain('<b>Øde')
    }
    const page = documentOf(pageAt('en/2025/company/hostile/index.html'))
    expect(page.querySelector('h1 bdi')?.textContent).toBe(hostileName)
  })

  test('new and merged are told', () => {
    expect(plainText(pageAt('en/2024/company/mobilen/index.html'))).toContain(
      'Now part of Tele4, which took over.',
    )
    expect(plainText(pageAt('en/2025/company/nyhandel/index.html'))).toContain('New in the 2025 edition.')
    expect(pageAt('en/2025/company/spareskillingen/index.html')).not.toContain('javascript:')
  })
})

const withLeak: Publication = {
  ...publication,
  editions: publication.editions.map((edition) => ({
    ...edition,
    tables: {
      ...edition.tables,
      scores: edition.tables.scores.map((row) =>
        row.published
          ? row
          : {
              ...row,
              score: 98.7,
              low: 98.7,
              high: 98.7,
              rank: 1,
              rank_low: 1,
              rank_high: 1,
              change: 98.7,
              change_low: 98.7,
              change_high: 98.7,
              change_verdict: 'up' as const,
              points_for_change: 98.7,
            },
      ),
      items: edition.tables.items.map((row) =>
        row.published ? row : { ...row, mean: 98.7, score: 98.7, low: 98.7, high: 98.7 },
      ),
      distributions: edition.tables.distributions.map((row) =>
        row.published ? row : { ...row, n: 987, share: 98.7, low: 98.7, high: 98.7 },
      ),
      net_promoter: edition.tables.net_promoter.map((row) =>
        row.published ? row : { ...row, nps: 98.7, low: 98.7, high: 98.7, promoters: 98.7 },
      ),
      against_rest: edition.tables.scores.flatMap(({ wave, index, level, entity_id, industry_id, rank }) =>
        level === 'company' && rank === null
          ? [
              {
                ...{ wave, index, industry_id: industry_id ?? '', company_id: entity_id },
                ...{ difference: 98.7, se: 1, df: 9, low: 98.7, high: 98.7 },
                ...{ p_value: 0.01, p_adjusted: 0.01, p_adjusted_bh: 0.01, verdict: 'above' as const },
              },
            ]
          : [],
      ),
      margins: edition.tables.margins.map((row) =>
        row.published ? row : { ...row, n: 987, delivered: 0.987 },
      ),
      reliability: edition.tables.reliability.map((row) =>
        row.published
          ? row
          : {
              ...row,
              ...{ alpha: 98.7, alpha_standardised: 98.7, omega: 98.7 },
              ...{ weakest_item: row.index, weakest_correlation: 98.7, verdict: 'weak' as const },
            },
      ),
      history: edition.tables.history.map((row) =>
        row.published ? row : { ...row, score: 98.7, low: 98.7, high: 98.7 },
      ),
    },
  })),
}

describe('figures', () => {
  test('that are withheld are on no page, even where a table holds them by mistake', () => {
    for (const [path, html] of htmlOf(withLeak))
      expect(withoutPlaces(html), path).not.toMatch(/98[.,]7|\b987\b|\b99\u00a0?%/)
  })

  test('below the minimum are explained in words', () => {
    const ranking = plainText(pageAt('en/2025/ranking/satisfaction/index.html'))
    expect(ranking).toContain('Butikken på Kroken: 41 ratings; 75 needed for a place')
    const loyalty = plainText(pageAt('nb/2025/ranking/loyalty/index.html'))
    expect(loyalty).toContain('Butikken på Kroken: 18 vurderinger; det kreves 30 for å vise poeng')
  })

  test('are the same in both languages', () => {
    const numbers = (html: string) =>
      (
        inside(html)
          .replace(/<[^>]*>/g, ' ')
          .replace(/(\d)[\u202f,](?=\d{3}(?!\d))/g, '$1')
          .replace(/(\d),(\d)/g, '$1.$2')
          .match(/[−+]?\d+(?:\.\d+)?/g) ?? []
      ).sort()
    for (const [path, html] of pages)
      if (path.startsWith('nb/'))
        expect(numbers(html), path).toEqual(numbers(pageAt(path.replace(/^nb/, 'en'))))
  })

  test('stand with interval and base', () => {
    const ranking = plainText(pageAt('nb/2025/ranking/satisfaction/index.html'))
    expect(ranking).toContain('84,6 (80,8–88,4), n 101')
    expect(plainText(pageAt('en/2025/company/ekko/index.html'))).toContain('−17.4 (−27.4 to −7.4), n 117')
  })
})

describe('verdicts', () => {
  test('one leader', () => {
    expect(headline(pageAt('nb/2025/index.html'))).toBe('Fjordbanken er alene på topp i kundetilfredshet')
    expect(headline(pageAt('en/2025/index.html'))).toBe('Fjordbanken leads alone in customer satisfaction')
  })

  test('a tie: counted, and nobody called best', () => {
    const page = pageAt('en/2025/ranking/loyalty/index.html')
    expect(headline(page)).toContain(
      'Five companies cannot be told apart at the top in loyalty: Fjordbanken,',
    )
    expect(plainText(page)).not.toMatch(/\bbest\b|leads/)
    expect(headline(pageAt('nb/2025/ranking/digital_relevance/index.html'))).toContain(
      'Ingen av de sju rangerte bedriftene kan skilles fra hverandre',
    )
  })

  test('one that may be first without a clear lead is not said to lead', () => {
    const unsure = htmlOf({
      ...publication,
      editions: publication.editions.map((edition) => ({
        ...edition,
        tables: {
          ...edition.tables,
          scores: edition.tables.scores.map((row) =>
            row.rank_low === 1 && row.rank_high === 1 ? { ...row, rank_high: 2 } : row,
          ),
        },
      })),
    })
    expect(headline(pageAt('en/2025/index.html', unsure))).toContain(
      'Only Fjordbanken can be first in customer satisfaction, but',
    )
  })

  test('nobody ranked', () => {
    const none = htmlOf({
      ...publication,
      editions: publication.editions.map((edition) => ({
        ...edition,
        tables: {
          ...edition.tables,
          scores: edition.tables.scores.map((row) => ({
            ...row,
            rank: null,
            rank_low: null,
            rank_high: null,
          })),
        },
      })),
    })
    expect(headline(pageAt('nb/2025/index.html', none))).toBe(
      'Ingen bedrift har nok vurderinger til å få en plass i kundetilfredshet',
    )
  })

  test('changes: only the clear ones, with the number of comparisons; none across a break', () => {
    const home = plainText(pageAt('en/2025/index.html'))
    expect(home).toContain('One clear change in customer satisfaction, out of six comparisons.')
    expect(home).toContain('Ekko Mobil went up by 7.4 points (2.4–12.4), to 67.7.')
    expect(home).toContain('Tele4 went down by 7.3 points (1.9–12.7), to 57.1.')
    expect(home).toContain('No clear change in digital relevance')
    expect(plainText(pageAt('nb/2024/index.html'))).toContain(
      'Spørsmålene bak kundetilfredshet er endret siden forrige utgave',
    )
    expect(plainText(pageAt('en/2023/index.html'))).toContain('This is the first edition')
  })

  test('a break cuts the line and says why', () => {
    const page = pageAt('nb/2025/company/ekko/index.html')
    expect(page).toContain('class="break"')
    expect(plainText(page)).toContain('Spørsmålene ble endret i 2024, og serien er brutt der.')
  })
})

describe('the method page', () => {
  test.each([
    ['nb', 'En verdi endret', 'Trukket tilbake'],
    ['en', 'A value changed', 'Withdrawn'],
  ])('lists what was corrected, with the reason as text: %s', (lang, what, status) => {
    const page = pageAt(`${lang}/2025/method/index.html`)
    for (const part of [what, status, 'The scanner read 10 as &lt;1>.', 'Test interviews'])
      expect(page).toContain(part)
    expect(pageAt(`${lang}/2024/method/index.html`)).not.toContain(what)
  })
})
