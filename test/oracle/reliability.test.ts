import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { isHeywood, standardisedOmega } from '../../pipeline/stats/factor.ts'
import { type Flag, reliability } from '../../pipeline/stats/one-thing.ts'
import {
  alpha,
  correlations,
  htmt,
  itemRest,
  standardisedAlpha,
  turned,
} from '../../pipeline/stats/reliability.ts'
import { computed } from '../support/compute.ts'
import { folderWith } from '../support/folder.ts'
import { expectClose, oracle } from './oracle.ts'

interface Block {
  block: string
  items: string[]
  alpha_raw: number
  alpha_std: number
  omega: number | null
  omega_std: number | null
  cfa_loadings_std: Record<string, number> | null
  AVE_cfa: number | null
  eigenvalues: number[]
  item_rest_correlation: Record<string, number>
  flags: string[]
}
interface Expected {
  settings: { scale: { min: number; max: number }; blocks: Record<string, string[]> }
  blocks: Block[]
  htmt_plain: Record<string, number | null>
  htmt_absolute: Record<string, number | null>
  reversed_after_recoding: { item: string; alpha_raw: number; alpha_std: number }
}

const { text, rows } = oracle('reliability')
const expected: Expected = JSON.parse(text('expected.json'))
const input = rows('input.csv')
const answers = (item: string) => input.map((row) => Number(row[item]))
const mean = (x: number[]) => x.reduce((sum, value) => sum + value, 0) / x.length

/** Covariances of items, n − 1. */
function covarianceOf(items: string[]): number[][] {
  const centred = items.map((item) => {
    const x = answers(item)
    const centre = mean(x)
    return x.map((value) => value - centre)
  })
  return centred.map((a) =>
    centred.map((b) => (mean(a.map((x, i) => x * (b[i] ?? 0))) * a.length) / (a.length - 1)),
  )
}

function expectFigure(
  found: number | undefined,
  wanted: number | null,
  what: string,
  tolerance: number,
): void {
  if (wanted === null) expect(found, what).toBeUndefined()
  else expectClose(found, wanted, what, tolerance)
}

/** What R calls a flag, for the flags that are no figures of the path model. */
const words: [RegExp, Flag][] = [
  [/^alpha below/, 'alpha_low'],
  [/^AVE \(factor model\)/, 'variance_extracted_low'],
  [/^more than one eigenvalue/, 'several_dimensions'],
  [/^two items/, 'two_items'],
  [/^Heywood/, 'heywood'],
]

describe('reliability against R', () => {
  for (const block of expected.blocks) {
    it(`block ${block.block}`, () => {
      const found = reliability(covarianceOf(block.items))
      expectFigure(found.alpha, block.alpha_raw, 'alpha', 1e-10)
      expectFigure(found.standardisedAlpha, block.alpha_std, 'standardised alpha', 1e-10)
      expectFigure(found.omega, block.omega, 'omega', 1e-6)
      expectFigure(standardisedOmega(found.model), block.omega_std, 'standardised omega', 1e-6)
      expectFigure(found.averageVariance, block.AVE_cfa, 'average variance', 1e-6)
      expect(found.model === undefined).toBe(block.cfa_loadings_std === null)
      for (const [i, item] of block.items.entries()) {
        expectFigure(
          found.itemRest[i],
          block.item_rest_correlation[item] ?? null,
          `${item} with the rest`,
          1e-10,
        )
        expectFigure(found.eigenvalues[i], block.eigenvalues[i] ?? null, `eigenvalue ${i}`, 1e-10)
        if (block.cfa_loadings_std !== null)
          expectFigure(
            found.model?.standardised[i],
            block.cfa_loadings_std[item] ?? null,
            `loading ${item}`,
            1e-6,
          )
      }
      const named = words.flatMap(([pattern, flag]) =>
        block.flags.some((word) => pattern.test(word)) ? [flag] : [],
      )
      expect(found.flags.filter((flag) => !/_item$|factor/.test(flag))).toEqual(named)
      const turnedRound = block.flags.some((word) => word.startsWith('negative loading'))
      expect(found.verdict === 'reversed_item').toBe(turnedRound)
    })
  }

  it('names the item that is the wrong way round, and alpha once it is turned', () => {
    const { item, alpha_raw, alpha_std } = expected.reversed_after_recoding
    const { items } = expected.blocks.find((block) => block.items.includes(item)) ?? { items: [''] }
    const covariance = covarianceOf(items)
    const found = reliability(covariance)
    expect(found.reversed).toEqual([items.indexOf(item)])
    expect(found.unrelated).toEqual([])
    expectClose(found.alphaTurned, alpha_raw, 'alpha turned', 1e-10)
    expectClose(
      standardisedAlpha(turned(covariance, [items.indexOf(item)])),
      alpha_std,
      'standardised',
      1e-10,
    )
  })

  it('HTMT of both kinds', () => {
    const { blocks } = expected.settings
    const items = Object.values(blocks).flat()
    const r = correlations(covarianceOf(items))
    const placesOf = (block = '') => (blocks[block] ?? []).map((item) => items.indexOf(item))
    for (const [pair, wanted] of Object.entries(expected.htmt_plain)) {
      const [a, b] = pair.split(' ~ ')
      expectFigure(htmt(r, placesOf(a), placesOf(b), false), wanted, pair, 1e-10)
      expectFigure(htmt(r, placesOf(a), placesOf(b), true), expected.htmt_absolute[pair] ?? null, pair, 1e-10)
    }
  })
})

/** Covariances of items with variances 1 and these correlations, above the diagonal row after row. */
function matrix(k: number, upper: number[]): number[][] {
  const at = (i: number, j: number) => upper[i * k - (i * (i + 1)) / 2 + j - i - 1] ?? Number.NaN
  return Array.from({ length: k }, (_, i) =>
    Array.from({ length: k }, (_, j) => (i === j ? 1 : at(Math.min(i, j), Math.max(i, j)))),
  )
}
const scaled = (covariance: number[][], sd: number[]) =>
  covariance.map((row, i) => row.map((value, j) => value * (sd[i] ?? 0) * (sd[j] ?? 0)))

describe('reliability by its rules', () => {
  it('alpha, raw and standardised, by hand', () => {
    // variances 1 and 4, covariance 1: 2 (1 − 5/7); correlation 1/2: 2 · 1/2 / (1 + 1/2)
    const two = scaled(matrix(2, [0.5]), [1, 2])
    expectClose(alpha(two), 4 / 7, 'alpha')
    expectClose(standardisedAlpha(two), 2 / 3, 'Spearman-Brown')
    expectClose(itemRest(two)[0], 0.5, 'item-rest')
  })

  it('finds the one factor that is there, whatever the units and the signs', () => {
    const loadings = [0.9, 0.8, 0.7, 0.6, 0.5]
    const upper = loadings.flatMap((a, i) => loadings.slice(i + 1).map((b) => a * b))
    const sd = [1, -20, 3, 0.5, 7]
    const { model } = reliability(scaled(matrix(5, upper), sd))
    for (const [i, loading] of loadings.entries()) {
      const sign = Math.sign(sd[i] ?? 1)
      expectClose(model?.standardised[i], sign * loading, `loading ${i}`, 1e-8)
      expectClose(model?.loadings[i], loading * (sd[i] ?? 1), `loading ${i} in its unit`, 1e-8)
      expectClose(model?.residuals[i], (1 - loading ** 2) * (sd[i] ?? 1) ** 2, `residual ${i}`, 1e-8)
    }
  })

  it('tells reversed from unrelated, and names both of two that oppose each other', () => {
    expect(reliability(matrix(3, [0.6, -0.5, -0.5]))).toMatchObject({
      verdict: 'reversed_item',
      reversed: [2],
    })
    expect(reliability(matrix(3, [0.6, 0.05, -0.05]))).toMatchObject({
      verdict: 'unrelated_item',
      unrelated: [2],
    })
    expect(reliability(matrix(2, [-0.6]))).toMatchObject({ verdict: 'reversed_item', reversed: [0, 1] })
    expectClose(reliability(matrix(2, [-0.6])).alphaTurned, 0.75, 'alpha turned')
    expect(reliability(matrix(2, [0]))).toMatchObject({ verdict: 'unrelated_item', unrelated: [0, 1] })
    const split = reliability(matrix(4, [0.5, -0.5, -0.5, -0.5, -0.5, 0.5]))
    expect(split.reversed).toEqual([0, 1, 2, 3])
    expectClose(split.alphaTurned, 0.8, 'alpha turned')
  })

  it('is one thing from an alpha of .70 on', () => {
    // r = 7/13: alpha = 2r / (1 + r) = .70
    expect(reliability(matrix(2, [7 / 13 + 1e-9])).verdict).toBe('one_thing')
    expect(reliability(matrix(2, [7 / 13 - 1e-9])).verdict).toBe('weak')
  })

  it('knows several dimensions, and a model that does not exist', () => {
    expect(reliability(matrix(4, [0.8, 0.1, 0.1, 0.1, 0.1, 0.8])).flags).toContain('several_dimensions')
    const none = reliability(matrix(3, [0.3, 0.3, -0.3]))
    expect(none).toMatchObject({ model: undefined, omega: undefined, averageVariance: undefined })
    expect(none.flags).toContain('no_factor_model')
    expect(isHeywood(reliability(matrix(3, [0.8, 0.8, 0.5])).model)).toBe(true)
  })

  it('says nothing of one item, none, or an item whose answers are all equal', () => {
    expect(reliability([])).toMatchObject({ verdict: 'too_few_items', alpha: undefined })
    expect(reliability([[4]])).toMatchObject({ verdict: 'too_few_items', alpha: undefined })
    expect(reliability(scaled(matrix(2, [0.5]), [1, 0]))).toMatchObject({
      verdict: 'no_variation',
      flags: [],
    })
    expect(alpha(matrix(2, [-1]))).toBeUndefined()
    expect(itemRest([[1]])).toEqual([undefined])
    expect(htmt(matrix(3, [0.5, 0.5, 0.5]), [0], [1, 2], true)).toBeUndefined()
  })

  it('refuses other shapes', () => {
    expect(() => reliability([[1, 0]])).toThrow(RangeError)
    expect(() => reliability([[Number.NaN]])).toThrow(RangeError)
    expect(() => alpha([[0]])).toThrow(RangeError)
    expect(() => htmt([[1]], [0, 1], [0, 1], true)).toThrow(RangeError)
  })
})

it('comes out of a study as psych and lavaan say', async () => {
  const { scale, blocks } = expected.settings
  const items = Object.fromEntries(
    Object.values(blocks).flatMap((all) => all.map((id) => [id, { text: id, scale }])),
  )
  const contract = {
    ...{ id: 'reliability', title: 'Reliability', publisher: { name: 'Test' }, licence: 'CC0-1.0' },
    items,
    indices: Object.fromEntries(Object.entries(blocks).map(([id, all]) => [id, { items: all }])),
    waves: { w: { file: 'raw.csv', columns: { respondent: 'id', company: 'company' } } },
  }
  const columns = Object.keys(input[0] ?? {})
  const lines = input.map((row) => [...columns.map((column) => row[column]), 'one'].join(','))
  const folder = folderWith({
    'study.yaml': stringify(contract),
    'companies.csv': 'company_id,name,industry\none,One,shops',
    'raw.csv': [[...columns, 'company'].join(','), ...lines].join('\n'),
  })
  const { reliability: found } = await computed(folder)
  expect(found.map(({ index }) => index)).toEqual(Object.keys(blocks))
  for (const { block, alpha_raw, alpha_std, omega, item_rest_correlation } of expected.blocks) {
    const row = found.find(({ index }) => index === block)
    const rest = Math.min(...Object.values(item_rest_correlation))
    expectClose(row?.alpha, row?.items === 2 ? alpha_std : alpha_raw, `${block} alpha`, 1e-10)
    expectClose(row?.alpha_standardised, alpha_std, `${block} standardised`, 1e-10)
    expectClose(row?.weakest_correlation, rest, `${block} weakest`, 1e-9)
    if (omega === null) expect(row?.omega).toBeNull()
    else expectClose(row?.omega, omega, `${block} omega`, 1e-6)
  }
})
