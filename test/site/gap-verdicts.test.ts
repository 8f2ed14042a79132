/** What may be said about gaps, and the chart that they are drawn in. */
import { parseHTML } from 'linkedom'
import { describe, expect, test } from 'vitest'
import type { GapRow, JourneyRow } from '../../pipeline/tables.ts'
import { type DumbbellRow, dumbbellChart } from '../../site/charts/dumbbell.ts'
import { stepChart } from '../../site/charts/steps.ts'
import { ticksOf } from '../../site/charts/svg.ts'
import {
  atCeiling,
  diagnosesOf,
  isClear,
  partsOf,
  reachesIntended,
  type ShownGap,
  unequalBases,
  unevenOf,
} from '../../site/gap-verdicts.ts'
import { gapsOf } from './gap-publication.ts'
import { gapTables } from './journey-publication.ts'

const gaps = gapsOf('2025')
const gapAt = (company: string, touchpoint: string): GapRow => {
  const row = gaps.find((one) => one.company_id === company && one.touchpoint === touchpoint)
  if (row === undefined) throw new Error(`no row ${company} ${touchpoint}`)
  return row
}
const shown = (row: GapRow, more: Partial<GapRow> = {}) => ({ ...row, ...more }) as ShownGap

describe('a diagnosis', () => {
  test('is of a row that is shown, whatever a withheld one says', () => {
    const withheld = {
      ...gapAt('nordlys', 'store'),
      diagnosis: 'promise_too_high' as const,
      gap_vs_rest_p: 0.001,
    }
    expect(diagnosesOf([withheld])).toEqual({ compared: 0, found: [] })
    expect(diagnosesOf([gapAt('ekko', 'website')])).toMatchObject({
      compared: 1,
      found: [{ company_id: 'ekko' }],
    })
  })

  test.each([
    ['experienced above the intended level, expected plus experienced clearly lower', {}, true],
    ['experienced below it', { intended: 52.5 }, false],
    ['no level known', { intended: null }, false],
    ['not clearly lower', { level_vs_rest_p_adjusted: 0.06 }, false],
    ['clearly higher', { level_vs_rest: 9 }, false],
    ['another diagnosis', { diagnosis: 'delivery_too_low' as const }, false],
  ])('is that of a company that delivers as intended: %s', (_, more, expected) => {
    expect(reachesIntended(shown(gapAt('kroken', 'website'), more), 0.95)).toBe(expected)
  })

  test.each([
    [0.049, 0.95, true],
    [0.051, 0.95, false],
    [0.051, 0.9, true],
    [null, 0.95, false],
  ])('is clear at an adjusted p of %s and a confidence of %s: %s', (p, confidence, expected) => {
    expect(isClear(p, confidence)).toBe(expected)
  })
})

describe('care', () => {
  test('is asked for where more than half expect the best answer', () => {
    const rows = [50, 50.1, null].map((expected_top) => ({ ...gapAt('ekko', 'app'), expected_top }))
    expect(atCeiling(rows).map(({ expected_top }) => expected_top)).toEqual([50.1])
    expect(atCeiling([{ ...gapAt('nordlys', 'store'), expected_top: 90 }])).toEqual([])
  })

  test.each([
    [
      [70, 30, 50],
      [30, 70],
    ],
    [[40, 40], undefined],
    [[40], undefined],
    [[], undefined],
  ])('is asked for where bases differ: %j', (bases, expected) => {
    const found = unequalBases(bases.map((n) => ({ published: true, n })))
    expect(found?.map(({ n }) => n)).toEqual(expected)
  })

  test('does not tell the base of a withheld row', () => {
    expect(
      unequalBases([
        { published: false, n: 3 },
        { published: true, n: 40 },
      ]),
    ).toBeUndefined()
  })
})

describe('the parts of a journey', () => {
  const rows = gapTables('2025').journey.filter(({ company_id }) => company_id === 'ekko')

  test('are counted once for each set of touchpoints', () => {
    expect(rows.map(({ part, value }) => `${part} ${value}`).length).toBe(13)
    expect(partsOf(rows).map(({ touchpoints }) => touchpoints)).toEqual([
      ...['website', 'app', 'phone', 'store', 'website|app'],
    ])
  })

  test('of two companies are not taken for one', () => {
    const other: JourneyRow[] = rows.map((row) => ({ ...row, company_id: 'tele4' }))
    expect(partsOf([...rows, ...other]).length).toBe(10)
  })

  test('are uneven by their verdict alone, and only where they are shown', () => {
    const of = (more: Partial<JourneyRow>) => unevenOf(rows.slice(0, 1).map((row) => ({ ...row, ...more })))
    expect(of({}).found.length).toBe(1)
    expect(of({ verdict: 'no_clear_difference' })).toEqual({ compared: 1, found: [] })
    expect(of({ published: false })).toEqual({ compared: 0, found: [] })
  })
})

describe('the chart', () => {
  const row: DumbbellRow = {
    name: 'Website',
    open: { at: 80, low: 78, high: 82 },
    filled: { at: 70, low: null, high: null },
    label: '−10.0 (−12.0 to −8.0)',
  }
  const drawn = (rows: DumbbellRow[], width: number, stacked: boolean) =>
    parseHTML(dumbbellChart({ rows, domain: [50, 100], width, stacked })).document
  const places = (document: Document, selector: string, name: string) =>
    [...document.querySelectorAll(selector)].map((mark) => Number(mark.getAttribute(name)))

  test.each([
    [720, false],
    [340, true],
  ])('puts the smaller figure to the left and the filled dot below the open one, %i px wide', (width, stacked) => {
    const chart = drawn([row, { ...row, name: 'App' }], width, stacked)
    const open = { x: places(chart, '.open circle', 'cx'), y: places(chart, '.open circle', 'cy') }
    const all = { x: places(chart, '.dot circle', 'cx'), y: places(chart, '.dot circle', 'cy') }
    const filled = { x: all.x.slice(2), y: all.y.slice(2) }
    expect(filled.x[0]).toBeLessThan(open.x[0] ?? 0)
    expect(filled.y[0]).toBeGreaterThan(open.y[0] ?? 0)
    expect(open.y[1]).toBeGreaterThan(filled.y[0] ?? 0)
    expect([...open.x, ...filled.x].every((x) => x > 0 && x < width)).toBe(true)
    expect(chart.querySelectorAll('.near circle, .third path').length).toBe(0)
  })

  test('cuts a long name, so that it does not run into the figures, and keeps it whole in its title', () => {
    const name = 'Customer service by telephone, by letter and by carrier pigeon'
    const text = drawn([{ ...row, name }], 340, true).querySelector('.name text')
    expect(text?.textContent).toContain('…')
    expect(text?.querySelector('title')?.textContent).toBe(name)
  })

  test('escapes what it prints', () => {
    const svg = dumbbellChart({
      rows: [{ ...row, name: '<b>&"' }],
      domain: [50, 100],
      width: 720,
      stacked: false,
    })
    expect(svg).toContain('&lt;b&gt;&amp;')
    expect(svg).not.toContain('<b>')
  })
})

describe('an axis', () => {
  test.each([
    [[50, 90], 9, [50, 55, 60, 65, 70, 75, 80, 85, 90]],
    [[50, 95], 9, [50, 60, 70, 80, 90]],
    [[55, 80], 6, [55, 60, 65, 70, 75, 80]],
    [[-20, 20], 6, [-20, -10, 0, 10, 20]],
    [[0, 100], 6, [0, 20, 40, 60, 80, 100]],
  ] as [
    [number, number],
    number,
    number[],
  ][])('over %j has at most %i round values', (domain, most, expected) => {
    expect(ticksOf(domain, most)).toEqual(expected)
  })
})

test('a figure over the editions is joined to the edition before, and not across one that lacks it', () => {
  const at = (position: number) => ({ wave: String(position), position, score: 70, low: 68, high: 72 })
  const lines = (positions: number[], breaks: number[] = []) =>
    parseHTML(
      stepChart({ points: positions.map(at), waves: ['a', 'b', 'c', 'd'], breaks, domain: [60, 80] }),
    ).document.querySelectorAll('.line line').length
  expect([lines([0, 1, 2, 3]), lines([0, 2, 3]), lines([0, 1, 2, 3], [2]), lines([3])]).toEqual([3, 1, 2, 0])
})
