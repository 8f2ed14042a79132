/** Scores published elsewhere, on the pages: apart from the editions' own figures, never without their source. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import { historyChart } from '../../site/charts/history.ts'
import { htmlOf, pageAt } from './built.ts'
import { publication } from './publication.ts'

const sectionAt = (path: string, head: RegExp) =>
  [...parseHTML(pageAt(path)).document.querySelectorAll('section')].find((section) =>
    head.test(section.querySelector('h2')?.textContent ?? ''),
  )
const over = (path: string) => sectionAt(path, /Gjennom årene|Over the years/)
const text = (element: { textContent: string | null } | null | undefined) =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
const marks = (svg: string, group: string, mark: string) =>
  parseHTML(svg).document.querySelectorAll(`.${group} ${mark}`).length

describe('the chart over the years', () => {
  const at = (position: number, score: number, source?: string) => ({
    ...{ wave: String(position), position, score, low: null, high: null },
    ...(source === undefined ? {} : { source }),
  })
  const draw = (points: number[], past: [number, string][]) =>
    historyChart({
      points: points.map((position) => at(position, 60)),
      past: past.map(([position, source]) => at(position, 70, source)),
      beside: [],
      waves: ['a', 'b', 'c', 'd', 'e', 'f'],
      breaks: [],
      domain: [50, 80],
    })
  const paths = (svg: string, group: string) =>
    [...parseHTML(svg).document.querySelectorAll(`.${group} path`)].map(
      (path) => (path.getAttribute('d') ?? '').split(/[ML]/).length - 1,
    )

  test('joins figures of the editions, joins those of one source by another line, and never the two', () => {
    const svg = draw(
      [3, 4, 5],
      [
        [0, 'A'],
        [1, 'A'],
        [2, 'A'],
      ],
    )
    expect([paths(svg, 'line'), paths(svg, 'past-line')]).toEqual([[3], [3]])
    expect([marks(svg, 'dot', 'circle'), marks(svg, 'past', 'circle')]).toEqual([3, 3])
    expect(marks(svg, 'seam', 'line')).toBe(1)
  })

  test('cuts on both sides of a figure between editions, where the source changes and where a wave is missing', () => {
    const svg = draw(
      [2, 4, 5],
      [
        [0, 'A'],
        [1, 'B'],
        [3, 'B'],
      ],
    )
    expect(paths(svg, 'line').sort()).toEqual([1, 2])
    expect(paths(svg, 'past-line')).toEqual([1, 1, 1])
    expect(marks(svg, 'seam', 'line')).toBe(3)
  })

  test('has no seam where all figures are of one kind', () => {
    expect(marks(draw([0, 1], []), 'seam', 'line')).toBe(0)
    expect(marks(draw([], [[0, 'A']]), 'seam', 'line')).toBe(0)
  })
})

describe('a company’s page', () => {
  test('draws what is shown, says what it is, and names the sources', () => {
    const figure = over('en/2025/company/ekko/index.html')?.querySelector('figure')
    expect(figure?.querySelectorAll('.past circle').length).toBe(3)
    expect(figure?.querySelectorAll('.past-interval line').length).toBe(3)
    expect(text(figure?.querySelector('desc'))).toBe(
      'Three editions from 2023 to 2025, each with its interval. Three scores published elsewhere, from 1998 to 2003.',
    )
    const caption = text(figure?.querySelector('figcaption'))
    expect(caption).toContain(
      'scores as published elsewhere (Report 2004, table <3> & "4" and https://archive.example/2003), not computed here',
    )
    expect(caption).toContain('Dotted upright line: the series is cut there.')
    expect(caption).toContain('no change is computed across it')
    expect(caption).toContain('Dashed upright line: the questions changed in 2024')
  })

  test('has every score in the table, each with its source', () => {
    const rows = [...(over('nb/2025/company/ekko/index.html')?.querySelectorAll('tbody') ?? [])][0]
    const cells = [...(rows?.querySelectorAll('tr') ?? [])].map((row) =>
      [...row.children].map(text).join(' '),
    )
    const source = 'Kilde: Report 2004, table <3> & "4"'
    expect(cells.slice(0, 4)).toEqual([
      `1998 70,3 (68,3–72,3), n 1\u202f250 ${source}`.replace(/\s+/g, ' '),
      `1999 71,4 (intervall ikke publisert), n ikke oppgitt ${source}`,
      `2001 12 vurderinger; det kreves 30 for å vise poeng ${source}`,
      '2003 72,5 (intervall ikke publisert), n ikke oppgitt Kilde: https://archive.example/2003',
    ])
    expect(cells.length).toBe(7)
    expect(rows?.querySelector('a')?.getAttribute('href')).toBe('https://archive.example/2003')
  })

  test('gives them in time: an older edition does not know what was published of later years', () => {
    const years = (path: string) =>
      [...(over(path)?.querySelector('tbody')?.querySelectorAll('th') ?? [])].map((cell) => text(cell))
    expect(years('en/2025/company/tele4/index.html')).toEqual(['2023', '2023b', '2024', '2025'])
    expect(years('en/2023/company/tele4/index.html')).toEqual(['2023'])
  })

  test('shows a score published elsewhere where no edition has one', () => {
    const [, loyalty] = over('en/2023/company/kroken/index.html')?.querySelectorAll('.grid > div') ?? []
    expect(text(loyalty?.querySelector('desc'))).toBe(
      'No score in any edition yet. One score published elsewhere, of 2003.',
    )
    expect(text(loyalty)).not.toContain('Dotted')
  })

  test('offers the table for download only where there is something in it', () => {
    expect(pageAt('en/2025/company/ekko/index.html')).toContain('/data/history.csv')
    expect(pageAt('en/2025/company/fjordbanken/index.html')).not.toContain('/data/history.csv')
  })
})

test('a ranking has the years of all companies together where others have published them', () => {
  const section = over('nb/2025/ranking/satisfaction/index.html')
  expect(text(section?.querySelector('h3'))).toBe('Alle bedrifter samlet')
  expect(section?.querySelectorAll('.past circle').length).toBe(2)
  expect(over('nb/2025/ranking/loyalty/index.html')).toBeUndefined()
})

test('the method of an edition with such scores says what they are', () => {
  const rules = (path: string) => text(sectionAt(path, /What is shown/))
  expect(rules('en/2025/method/index.html')).toContain('as they were published elsewhere')
  const without = htmlOf({
    ...publication,
    editions: publication.editions.map((edition) => ({
      ...edition,
      tables: { ...edition.tables, history: [] },
    })),
  })
  const telling = [...without].filter(
    ([path, html]) => !path.includes('/data/') && /published elsewhere|publisert andre steder/.test(html),
  )
  expect(telling.map(([path]) => path)).toEqual([])
})
