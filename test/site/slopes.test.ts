/** What the chart of two rankings draws: whom, where, and that no name lies on another. */
import { describe, expect, test } from 'vitest'
import { mixOf } from '../../site/mix.ts'
import { ladderOf } from '../../site/slopes.ts'
import { htmlOf, pageAt } from './built.ts'
import { cellsOf, digitalPublication } from './digital-publication.ts'
import type { Cells } from './mixing.ts'

function drawn(cells: Cells, share = 0.25) {
  const { study, editions } = digitalPublication(cells, { share })
  const [edition] = editions
  const mix = edition && mixOf(study, edition.tables)
  if (mix === undefined) throw new Error('no mix')
  return ladderOf(mix, (id) => id)
}

/** Many companies, a point apart; of the last, digital relevance is that given. */
const many = (count: number, last: number): Cells =>
  Object.fromEntries(
    Array.from({ length: count }, (_, k) => [
      `c${k + 1}`,
      [95 - k / 2, k === count - 1 ? last : 60 - k / 2] as const,
    ]),
  )

describe('the chart of places', () => {
  test('draws the top ten, who enters and leaves, and two places more', () => {
    const { slopes, rows, ends, part } = drawn(many(40, 30))
    expect(slopes.map(({ name }) => name)).toEqual(Array.from({ length: 12 }, (_, k) => `c${k + 1}`))
    expect([rows, ends, part]).toEqual([12, [10, 10], true])
    expect(slopes.filter(({ kind }) => kind === 'stays').length).toBe(10)
  })

  test('leaves nobody out where few are left', () => {
    expect(drawn(cellsOf(14))).toMatchObject({ rows: 14, part: false })
    expect(drawn(cellsOf(7))).toMatchObject({ rows: 7, part: false, ends: undefined })
  })

  test('brings who enters from far below up to the last row, with its place', () => {
    const { slopes, rows, floor } = drawn(many(155, 400), 0.3)
    const far = slopes.find(({ name }) => name === 'c155')
    expect(far?.kind).toBe('enters')
    expect(far?.left).toEqual({ place: '155', row: 25.5, at: 25.5 })
    expect(far?.right).toMatchObject({ place: '1', row: 1 })
    expect([rows, floor]).toEqual([25.5, 24])
    expect(slopes.find(({ name }) => name === 'c10')?.kind).toBe('leaves')
  })

  test('lets those who tie share a dot, each with a row of its own, and the top ten end below them', () => {
    const { slopes, ends } = drawn({ ...cellsOf(14), lyng: [76, 56], myra: [74, 63] })
    const left = (name: string) => slopes.find((slope) => slope.name === name)?.left
    expect(left('kvist-sønner')).toEqual({ place: '10', row: 10, at: 10.5 })
    expect(left('lyng')).toEqual({ place: '10', row: 11, at: 10.5 })
    expect(ends).toEqual([11, 10])
  })

  test('puts no name on another', () => {
    for (const cells of [
      cellsOf(22, { lyng: 82, urd: 78 }),
      many(155, 400),
      { ...cellsOf(13), brisen: [85, 65] as const },
    ])
      for (const end of ['left', 'right'] as const) {
        const { slopes, floor } = drawn(cells, 0.3)
        const places = slopes
          .filter((slope) => slope.kind !== 'other' || slope[end].row <= floor)
          .map((slope) => slope[end].row)
          .sort((a, b) => a - b)
        const gaps = places.slice(1).map((place, k) => place - (places[k] ?? 0))
        expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1)
      }
  })

  test('cuts long names to the room there is, and keeps them whole for those who ask', () => {
    const long = 'Bedriften med det aller lengste navnet i hele undersøkelsen og vel så det AS'
    const page = pageAt(
      'nb/2025/digital/index.html',
      htmlOf(digitalPublication(cellsOf(14), { names: { aksla: long } })),
    )
    const figure = page.slice(page.indexOf('<figure'), page.indexOf('</figure>'))
    expect(figure).toContain(`<title>${long}</title>`)
    expect(figure).toMatch(/>Bedriften med [^<]*…</)
  })
})
