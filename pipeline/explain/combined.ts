/** explain: would the ranking look different if another index counted too (METHOD.md §16). */
import { adjustedTests } from '../compare.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { indexMeasure } from '../measures.ts'
import { type Shown, shown } from '../show.ts'
import { type ReadWave, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import { sameScore } from '../stats/ranks.ts'
import { amongFirst, mixedIn } from '../stats/turnover.ts'
import { centre, spread } from '../sums.ts'
import type { CombinedRow, TopTenRow } from '../tables.ts'
import { differenceAs, open, scoreAs, testOf, type Value } from './figures.ts'

/** The first so many places are looked at. */
const top = 10
const draws = 1000
const seed = 1
/** Shares of the second index that are tried. */
const tried = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

/** A company by both indices, on the ratings that have both. */
interface Both {
  id: string
  n: number
  nEffective: number
  df: number
  /** first index, second index, combined, and combined minus first */
  first: Value
  second: Value
  combined: Value
  shift: Value
  rule: Shown
}

const placeOf = (all: readonly Value[], own: Value): number =>
  1 + all.filter(({ value }) => spread * (value - own.value) > sameScore).length

/** The tables combined and top_ten of the wave that is loaded; empty where the contract or the wave has not got both indices. */
export async function combinedTables(
  db: Database,
  study: Study,
  { open: wave, design, rated }: ReadWave,
): Promise<{ combined: CombinedRow[]; top_ten: TopTenRow[] }> {
  const { combined: asked } = study.contract
  const [first, second] = [asked?.index, asked?.with].map((id) => {
    const index = study.indices.find((one) => one.id === id)
    return index && indexMeasure(index, wave)
  })
  if (asked === undefined || first === undefined || second === undefined) return { combined: [], top_ten: [] }
  const both = (score: string) => `case when ${first} is not null and ${second} is not null then ${score} end`
  const sides = await sidesOf(
    ...([db, study, [both(first), both(second)], rated, design, study.publication.aggregate] as const),
  )
  const { domains, matrix } = sides.parts
  const means = domains.map(({ n, mean }) => (n === 0 ? 0 : mean))
  const { share } = asked
  /** c of the means of company k: one number for the first index, one for the second. */
  const of = (k: number, c: readonly [number, number]): Value =>
    contrast(
      [means[2 * k] ?? 0, means[2 * k + 1] ?? 0],
      [2 * k, 2 * k + 1].map((i) => [2 * k, 2 * k + 1].map((j) => matrix[i]?.[j] ?? 0)),
      c,
    )
  const companies = rated.map((company, k): Both => {
    const domain = domains[2 * k]
    const values = {
      ...{ first: of(k, [1, 0]), second: of(k, [0, 1]) },
      ...{ combined: of(k, [1 - share, share]), shift: of(k, [-share, share]) },
    }
    const n = domain?.n ?? 0
    const least = Math.min(...Object.values(values).map(({ variance }) => variance))
    return {
      ...{ id: study.companies[company]?.id ?? '', n, nEffective: domain?.nEffective ?? 0 },
      df: (domain?.units ?? 0) - (domain?.strata.length ?? 0),
      ...values,
      rule: shown(study, n, n === 0 ? 0 : least),
    }
  })
  const ranked = companies.flatMap(({ rule }, k) => (rule.reason === null ? [k] : []))
  return {
    combined: combinedRows(study, wave.wave.id, companies, ranked, { means, matrix, share }),
    top_ten: topTenRows(study, wave.wave.id, asked, companies, ranked, matrix),
  }
}

/** Shift of ranked company number `own` minus the mean shift of all that are ranked. */
function shiftBesideMean(
  {
    means,
    matrix,
    share,
  }: { means: readonly number[]; matrix: readonly (readonly number[])[]; share: number },
  ranked: readonly number[],
  own: number,
): Value {
  const weights = new Array<number>(means.length).fill(0)
  for (const k of ranked) {
    const part = share * ((k === own ? 1 : 0) - 1 / ranked.length)
    weights[2 * k] = -part
    weights[2 * k + 1] = part
  }
  return contrast(means, matrix, weights)
}

interface Joint {
  means: readonly number[]
  matrix: readonly (readonly number[])[]
  share: number
}

function combinedRows(
  study: Study,
  wave: string,
  companies: readonly Both[],
  ranked: readonly number[],
  joint: Joint,
): CombinedRow[] {
  const { confidence } = study.publication
  const field = ranked.flatMap((k) => companies[k] ?? [])
  const [before, after] = [field.map(({ first }) => first), field.map(({ combined }) => combined)]
  const inside = [before, after].map((values) =>
    amongFirst(
      values.map(({ value }) => spread * value),
      top,
    ),
  )
  const tested = ranked.map((k, at) => {
    const beside = shiftBesideMean(joint, ranked, k)
    const test = ranked.length > 1 ? testOf(beside, companies[k]?.df ?? 0, confidence) : undefined
    return { k, at, beside, test }
  })
  const adjusted = adjustedTests(tested)
  const places = new Map(tested.map((one) => [one.k, one]))
  return companies.map((one, k): CombinedRow => {
    const { id, n, nEffective, df, first, second, combined, shift, rule } = one
    const place = places.get(k)
    const { score_se, score_low, score_high, ...score } = scoreAs('score', first, df, confidence)
    const { score_with_se, score_with_low, score_with_high, ...mixed } = scoreAs(
      'score_with',
      second,
      df,
      confidence,
    )
    const { score_combined_se, score_combined_low, score_combined_high, ...whole } = scoreAs(
      ...(['score_combined', combined, df, confidence] as const),
    )
    const figures = {
      n_effective: nEffective,
      ...score,
      ...{ se: score_se, low: score_low, high: score_high },
      ...mixed,
      ...{ with_se: score_with_se, with_low: score_with_low, with_high: score_with_high },
      ...whole,
      ...{
        combined_se: score_combined_se,
        combined_low: score_combined_low,
        combined_high: score_combined_high,
      },
      df,
      ...differenceAs('shift', shift, df, confidence),
      shift_se: spread * Math.sqrt(shift.variance),
    }
    const p = place && adjusted.get(place)?.holm
    const test = place?.test
    const verdict: CombinedRow['verdict'] =
      test === undefined || (p ?? 1) >= 1 - confidence
        ? 'no_clear_shift'
        : test.difference > 0
          ? 'gains'
          : 'loses'
    const [rank, rankCombined] = [placeOf(before, first), placeOf(after, combined)]
    const [was = false, is = false] = inside.map((those) => those[place?.at ?? -1] ?? false)
    const moves = {
      ...{ rank, rank_combined: rankCombined, shift_places: rank - rankCombined },
      ...open(test !== undefined, {
        ...differenceAs('shift_vs_mean', place?.beside ?? shift, df, confidence),
        shift_vs_mean_se: spread * Math.sqrt((place?.beside ?? shift).variance),
      }),
      ...{ p_value: test?.p ?? null, p_adjusted: p ?? null, verdict },
      ...{ enters_top10: is && !was, leaves_top10: was && !is },
    } as const
    return {
      ...{ wave, company_id: id, n },
      ...open(rule.published, figures),
      ...open(place !== undefined, moves),
      ...rule,
    }
  })
}

function topTenRows(
  study: Study,
  wave: string,
  { index, with: second, share: stated }: { index: string; with: string; share: number },
  companies: readonly Both[],
  ranked: readonly number[],
  matrix: readonly (readonly number[])[],
): TopTenRow[] {
  const field = ranked.flatMap((k) => companies[k] ?? [])
  if (field.length < 2) return []
  const points = ({ value }: Value) => centre + spread * value
  const parts = [0, 1].flatMap((side) => ranked.map((k) => 2 * k + side))
  const scores = {
    first: field.map((one) => points(one.first)),
    second: field.map((one) => points(one.second)),
    covariance: parts.map((i) => parts.map((j) => spread ** 2 * (matrix[i]?.[j] ?? 0))),
  }
  const { confidence } = study.publication
  const shares = [...new Set([...tried, stated])].sort((a, b) => a - b)
  const inside = amongFirst(scores.first, top)
  return mixedIn(scores, { shares, top, draws, seed, confidence }).map((one): TopTenRow => {
    const combined = scores.first.map((a, k) => (1 - one.share) * a + one.share * (scores.second[k] ?? 0))
    const then = amongFirst(combined, top)
    const those = (among: (k: number) => boolean | undefined) =>
      field.flatMap(({ id }, k) => (among(k) ? [id] : [])).join('|')
    const turnover = {
      turnover: one.turnover,
      ...{
        turnover_expected: one.expected,
        turnover_low: one.low,
        turnover_high: one.high,
        turnover_p: one.p,
      },
    }
    return {
      ...{
        wave,
        index,
        with: second,
        share: one.share,
        stated: one.share === stated,
        companies: field.length,
      },
      ...open(field.length > top, turnover),
      entering: those((k) => then[k] && !inside[k]),
      leaving: those((k) => inside[k] && !then[k]),
      ...{
        kendall_tau: Number.isNaN(one.tau) ? null : one.tau,
        tau_low: one.tauLow ?? null,
        tau_high: one.tauHigh ?? null,
      },
    }
  })
}
