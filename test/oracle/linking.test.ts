import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '../../pipeline/stats/adjust.ts'
import { changeTest } from '../../pipeline/stats/interval.ts'
import {
  chainOf,
  changeFromOverlap,
  type Estimate,
  homogeneity,
  onNewBasis,
  onOldBasis,
  onOldBasisByRatio,
  ratioOf,
  shiftOf,
} from '../../pipeline/stats/linking.ts'
import { equipercentile, meanSigma } from '../../pipeline/stats/scales.ts'
import { expectClose, oracle } from './oracle.ts'

type Row = Record<string, string>
interface BrokenRow {
  entity: string
  mean_one: number
  se_one: number
  mean_two: number
  se_two: number
  core_n_one: number
  core_one: number
  core_one_se: number
  core_n_two: number
  core_two: number
  core_two_se: number
  core_change: number
  core_change_se: number
  core_df: number
  core_p: number
  core_p_bh: number | null
}
interface Expected {
  settings: {
    scale: { min: number; max: number }
    old: string[]
    new: string[]
    core: string[]
    min_items: number
    core_min_items: number
    series: { wave: string; index: number; se: number }[]
  }
  overlap: Record<
    | 'n'
    | 'old_mean'
    | 'old_se'
    | 'new_mean'
    | 'new_se'
    | 'shift'
    | 'shift_se'
    | 'shift_se_if_unpaired'
    | 'ratio'
    | 'ratio_se',
    number
  > & {
    by_company: { company: string; shift: number; se: number }[]
    homogeneity: { Q: number; df: number; p: number; pooled_shift: number }
  }
  next_wave: Record<
    | 'n'
    | 'new_mean'
    | 'new_se'
    | 'linked_additive'
    | 'linked_additive_se'
    | 'linked_ratio'
    | 'linked_ratio_se'
    | 'change_from_overlap_wave'
    | 'change_se'
    | 'change_se_if_link_ignored',
    number
  >
  series_on_new_basis: { wave: string; on_new_basis: number; on_new_basis_se: number }[]
  break_without_overlap: BrokenRow[]
  scales: Record<'mean_7' | 'sd_7' | 'mean_10' | 'sd_10', number> & {
    map: { from_7: number; linear: number; mean_sigma: number; equipercentile: number }[]
  }
}

const { text, rows } = oracle('linking')
const expected: Expected = JSON.parse(text('expected.json'))
const { settings } = expected

/** Mean of the answered items on 0-100; undefined where too few are answered. One rating per respondent. */
function scoreOf(row: Row, items: string[], minimum: number): number | undefined {
  const answered = items.flatMap((item) => (row[item] ? [Number(row[item])] : []))
  if (answered.length < minimum) return undefined
  const mean = answered.reduce((sum, x) => sum + x, 0) / answered.length
  return (100 * (mean - settings.scale.min)) / (settings.scale.max - settings.scale.min)
}

interface Sampled extends Estimate {
  n: number
  df: number
  /** w (y − mean) / W of every respondent of the wave */
  influence: number[]
}

/** Covariance of two means from what each respondent of the wave adds to them, within strata. */
function covarianceOf(wave: Row[], a: number[], b: number[]): number {
  const strata = new Map<string, number[]>()
  for (const [i, { stratum = '' }] of wave.entries()) strata.set(stratum, [...(strata.get(stratum) ?? []), i])
  let covariance = 0
  for (const members of strata.values()) {
    const sum = (of: (i: number) => number) => members.reduce((total, i) => total + of(i), 0)
    const [u, v] = [(i: number) => a[i] ?? 0, (i: number) => b[i] ?? 0]
    const n = members.length
    covariance += (n / (n - 1)) * (sum((i) => u(i) * v(i)) - (sum(u) * sum(v)) / n)
  }
  return covariance
}

function meanOf(wave: Row[], scores: (number | undefined)[]): Sampled {
  const weight = wave.map(({ w }, i) => (scores[i] === undefined ? 0 : Number(w)))
  const all = weight.reduce((sum, w) => sum + w, 0)
  const value = weight.reduce((sum, w, i) => sum + w * (scores[i] ?? 0), 0) / all
  const influence = weight.map((w, i) => (w * ((scores[i] ?? 0) - value)) / all)
  const valid = wave.filter((_, i) => scores[i] !== undefined)
  return {
    value,
    se: Math.sqrt(covarianceOf(wave, influence, influence)),
    n: valid.length,
    df: valid.length - new Set(valid.map(({ stratum }) => stratum)).size,
    influence,
  }
}

function expectEstimate(found: Estimate, value: number, se: number, what: string): void {
  expectClose(found.value, value, what)
  expectClose(found.se, se, `${what} se`)
}

const wave = rows('input.csv')
const pairs = wave.map((row) => {
  const [old, fresh] = [settings.old, settings.new].map((items) => scoreOf(row, items, settings.min_items))
  return old === undefined || fresh === undefined ? undefined : { old, fresh, shift: fresh - old }
})
const [old, fresh] = [
  meanOf(
    wave,
    pairs.map((pair) => pair?.old),
  ),
  meanOf(
    wave,
    pairs.map((pair) => pair?.fresh),
  ),
]
const overlap = { old, new: fresh, covariance: covarianceOf(wave, old.influence, fresh.influence) }
const later = rows('next.csv')
const next = meanOf(
  later,
  later.map((row) => scoreOf(row, settings.new, settings.min_items)),
)

describe('links with an overlap against R survey', () => {
  const { overlap: wanted, next_wave } = expected

  it('shift and ratio, paired', () => {
    expect(old.n).toBe(wanted.n)
    expectEstimate(old, wanted.old_mean, wanted.old_se, 'old')
    expectEstimate(fresh, wanted.new_mean, wanted.new_se, 'new')
    expectEstimate(shiftOf(overlap), wanted.shift, wanted.shift_se, 'shift')
    expectEstimate(ratioOf(overlap), wanted.ratio, wanted.ratio_se, 'ratio')
    expectClose(shiftOf({ ...overlap, covariance: 0 }).se, wanted.shift_se_if_unpaired, 'unpaired')
  })

  it('figures of the next wave on the old basis', () => {
    expect(next.n).toBe(next_wave.n)
    expectEstimate(next, next_wave.new_mean, next_wave.new_se, 'next')
    const linked = onOldBasis(next, shiftOf(overlap))
    expectEstimate(linked, next_wave.linked_additive, next_wave.linked_additive_se, 'additive')
    const byRatio = onOldBasisByRatio(next, ratioOf(overlap))
    expectEstimate(byRatio, next_wave.linked_ratio, next_wave.linked_ratio_se, 'ratio')
  })

  it('the change from the overlap wave does not count the link', () => {
    const change = changeFromOverlap(next, overlap)
    expectEstimate(change, next_wave.change_from_overlap_wave, next_wave.change_se, 'change')
    const linked = onOldBasis(next, shiftOf(overlap))
    expectClose(linked.value - old.value, change.value, 'the same change by way of the link')
    expectClose(Math.hypot(linked.se, old.se), next_wave.change_se_if_link_ignored, 'the mistake')
  })

  it('earlier waves on the new basis', () => {
    for (const [i, { wave, on_new_basis, on_new_basis_se }] of expected.series_on_new_basis.entries()) {
      const { index = Number.NaN, se = Number.NaN } = settings.series[i] ?? {}
      expectEstimate(onNewBasis({ value: index, se }, shiftOf(overlap)), on_new_basis, on_new_basis_se, wave)
    }
  })

  it('homogeneity of the shift over companies', () => {
    const shifts = wanted.by_company.map(({ company, shift, se }) => {
      const own = wave.map((row, i) => (row.company === company ? pairs[i]?.shift : undefined))
      const found = meanOf(wave, own)
      expectEstimate(found, shift, se, company)
      return found
    })
    const diagonal = shifts.map(({ se }, i) => shifts.map((_, j) => (i === j ? se ** 2 : 0)))
    const found = homogeneity(
      shifts.map(({ value }) => value),
      diagonal,
    )
    expectClose(found.q, wanted.homogeneity.Q, 'Q')
    expect(found.df).toBe(wanted.homogeneity.df)
    expectClose(found.p, wanted.homogeneity.p, 'p')
    expectClose(found.pooled.value, wanted.homogeneity.pooled_shift, 'pooled')
  })
})

it('a break without overlap: only the core has a change, as in R survey', () => {
  const broken = rows('break.csv')
  const tests = expected.break_without_overlap.map((row) => {
    const [one, two] = (['one', 'two'] as const).map((name) => {
      const respondents = broken.filter(({ wave }) => wave === name)
      const items = name === 'one' ? settings.old : settings.new
      const scores = (of: string[], minimum: number) =>
        respondents.map((answers) =>
          row.entity === 'all' || answers.company === row.entity ? scoreOf(answers, of, minimum) : undefined,
        )
      expectEstimate(
        meanOf(respondents, scores(items, settings.min_items)),
        row[`mean_${name}`],
        row[`se_${name}`],
        `${row.entity} ${name}`,
      )
      const core = meanOf(respondents, scores(settings.core, settings.core_min_items))
      expect(core.n).toBe(row[`core_n_${name}`])
      expectEstimate(core, row[`core_${name}`], row[`core_${name}_se`], `${row.entity} core ${name}`)
      return { score: core.value, se: core.se, df: core.df }
    })
    if (one === undefined || two === undefined) throw new Error('two waves')
    const found = changeTest(one, two, 0.95)
    expectClose(found?.difference, row.core_change, `${row.entity} change`)
    expectClose(found?.se, row.core_change_se, `${row.entity} se`)
    expectClose(found?.df, row.core_df, `${row.entity} df`)
    expectClose(found?.p, row.core_p, `${row.entity} p`)
    return { adjusted: row.core_p_bh, p: found?.p ?? Number.NaN }
  })
  const companies = tests.filter(({ adjusted }) => adjusted !== null)
  expect(companies.length).toBeGreaterThan(1)
  for (const [i, p] of benjaminiHochberg(companies.map(({ p }) => p)).entries())
    expectClose(p, companies[i]?.adjusted ?? Number.NaN, 'adjusted')
})

it('links between two scales equal R', () => {
  const split = rows('split.csv')
  const { scales } = expected
  const answers = (version = '') => {
    const [min = 0, max = 0] = version.split('-').map(Number)
    const x = split.filter((row) => row.version === version).map((row) => Number(row.x))
    const mean = x.reduce((sum, value) => sum + value, 0) / x.length
    const sd = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (x.length - 1))
    const counts = Array.from(
      { length: max - min + 1 },
      (_, k) => x.filter((value) => value === min + k).length,
    )
    return { min, mean, sd, counts }
  }
  const [first, second] = [...new Set(split.map(({ version }) => version))]
  const [from, to] = [answers(first), answers(second)]
  expectClose(from.mean, scales.mean_7, 'mean 7')
  expectClose(to.sd, scales.sd_10, 'sd 10')
  const equal = equipercentile(from, to)
  expect(scales.map.length).toBe(from.counts.length)
  for (const [i, { from_7, mean_sigma, equipercentile: wanted }] of scales.map.entries()) {
    expectClose(meanSigma(from_7, from, to), mean_sigma, `mean and spread of ${from_7}`)
    expectClose(equal[i], wanted, `equal shares of ${from_7}`)
  }
})

describe('links by their rules', () => {
  it('a covariance that explains everything leaves a shift without error', () => {
    const same = { old: { value: 70, se: 0.3 }, new: { value: 65, se: 0.3 }, covariance: 0.09 }
    expect(shiftOf(same)).toEqual({ value: -5, se: 0 })
    expect(shiftOf({ ...same, covariance: 0.09 + 1e-16 }).se).toBe(0)
  })

  it('links in a row add up, none is none', () => {
    expect(chainOf([])).toEqual({ value: 0, se: 0 })
    expect(
      chainOf([
        { value: -5, se: 0.3 },
        { value: 2, se: 0.4 },
      ]),
    ).toEqual({ value: -3, se: 0.5 })
  })

  it('homogeneity counts what companies have in common', () => {
    // half the difference squared over half its variance: (4²) / (2 + 2 − 2·1)
    const shared = homogeneity(
      [-6, -2],
      [
        [2, 1],
        [1, 2],
      ],
    )
    expectClose(shared.q, 16 / 2, 'Q')
    expectClose(shared.pooled.value, -4, 'pooled')
    expectClose(shared.pooled.se, Math.sqrt(1.5), 'pooled se')
    expectClose(
      homogeneity(
        [-6, -2],
        [
          [2, 0],
          [0, 2],
        ],
      ).q,
      16 / 4,
      'Q apart',
    )
    expect(
      homogeneity(
        [-4, -4],
        [
          [2, 0],
          [0, 1],
        ],
      ),
    ).toMatchObject({ q: 0, df: 1, p: 1 })
  })

  it('equal shares: a scale leads to itself, and empty categories are passed over', () => {
    const same = { min: 1, counts: [3, 5, 2] }
    for (const [i, x] of equipercentile(same, same).entries()) expectClose(x, i + 1, `category ${i}`)
    // all of `from` in one category: half of `to` lies below its upper answer, which begins at 2.5; the empty categories
    // of `from` lead to where the answers of `to` begin and end
    const to = { min: 0, counts: [0, 2, 0, 2, 0] }
    expect(equipercentile({ min: 1, counts: [0, 4, 0] }, to)).toEqual([0.5, 2.5, 3.5])
  })

  it('refuses what is no estimate, no covariance and no scale', () => {
    const fine = { value: 1, se: 1 }
    expect(() => onOldBasis({ value: Number.NaN, se: 1 }, fine)).toThrow(RangeError)
    expect(() => onNewBasis({ value: 1, se: -1 }, fine)).toThrow(RangeError)
    expect(() => shiftOf({ old: fine, new: fine, covariance: Number.NaN })).toThrow(RangeError)
    expect(() => ratioOf({ old: { value: 0, se: 1 }, new: fine, covariance: 0 })).toThrow(RangeError)
    expect(() => onOldBasisByRatio(fine, { value: 0, se: 1 })).toThrow(RangeError)
    expect(() => homogeneity([1], [[1]])).toThrow(RangeError)
    expect(() =>
      homogeneity(
        [1, 2],
        [
          [1, 1],
          [1, 1],
        ],
      ),
    ).toThrow(RangeError)
    expect(() => homogeneity([1, 2], [[1]])).toThrow(RangeError)
    expect(() => meanSigma(3, { mean: 3, sd: 0 }, { mean: 5, sd: 1 })).toThrow(RangeError)
    expect(() => equipercentile({ min: 1, counts: [0, 0] }, { min: 1, counts: [1] })).toThrow(RangeError)
    expect(() => equipercentile({ min: 1, counts: [1] }, { min: 1, counts: [2, -1] })).toThrow(RangeError)
  })
})
