/** explain: would the ranking look different if another index counted too (METHOD.md §16). */
import type { Means } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { adjustedTests, verdictOf } from '../family.ts'
import { indexMeasure } from '../measures.ts'
import { type Shown, shown } from '../show.ts'
import { type ReadWave, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import { submatrix } from '../stats/matrix.ts'
import { sameScore } from '../stats/ranks.ts'
import { amongFirst } from '../stats/turnover.ts'
import type { CombinedRow, TopTenRow } from '../tables.ts'
import { differenceAs, pointsOf, scoreAs, shownIf, testOf, type Value } from './figures.ts'
import { top, topTenRows } from './top-ten.ts'

/** A company by both indices, on the ratings that have both. */
interface Both {
  id: string
  n: number
  nEffective: number
  df: number
  first: Value
  second: Value
  combined: Value
  /** combined minus first */
  shift: Value
  rule: Shown
}

/** The tables combined and top_ten of the wave that is loaded; empty where the contract or the wave has not got both indices. */
export async function combinedTables(
  db: Database,
  study: Study,
  read: ReadWave,
): Promise<{ combined: CombinedRow[]; top_ten: TopTenRow[] }> {
  const { combined: asked } = study.contract
  const [first, second] = [asked?.index, asked?.with].map((id) => {
    const index = study.indices.find((one) => one.id === id)
    return index && indexMeasure(index, read.open)
  })
  if (asked === undefined || first === undefined || second === undefined) return { combined: [], top_ten: [] }
  const both = (score: string) => `case when ${first} is not null and ${second} is not null then ${score} end`
  const { rated, parts } = await sidesOf(db, study, read, [both(first), both(second)])
  const means = (ks: readonly number[]): Means => ({
    means: ks.map((k) => parts.domains[k]?.mean ?? 0),
    matrix: submatrix(parts.matrix, ks),
  })
  const companies = rated.map((company, k): Both => {
    const two = means([2 * k, 2 * k + 1])
    const of = (...c: number[]): Value => contrast(two.means, two.matrix, c)
    const values = {
      ...{ first: of(1, 0), second: of(0, 1) },
      ...{ combined: of(1 - asked.share, asked.share), shift: of(-asked.share, asked.share) },
    }
    const { n = 0, nEffective = 0, units = 0, strata = [] } = parts.domains[2 * k] ?? {}
    const least = Math.min(...Object.values(values).map(({ variance }) => variance))
    return {
      ...{ id: study.companies[company]?.id ?? '', n, nEffective, df: units - strata.length },
      ...{ ...values, rule: shown(study, n, least) },
    }
  })
  const ranked = [...companies.keys()].filter((k) => companies[k]?.rule.reason === null)
  const field = ranked.flatMap((k) => companies[k] ?? [])
  const joint = means([0, 1].flatMap((side) => ranked.map((k) => 2 * k + side)))
  const { confidence } = study.publication
  const wave = read.open.wave.id
  const moves = movesOf(field, joint, asked.share, confidence)
  return {
    combined: companies.map((one) => combinedRow(wave, one, moves.get(one) ?? unranked, confidence)),
    top_ten: topTenRows(...([wave, asked, field.map(({ id }) => id), joint, confidence] as const)),
  }
}

const unranked = {
  ...{ rank: null, rank_combined: null, shift_places: null },
  ...{ shift_vs_mean: null, shift_vs_mean_se: null, shift_vs_mean_low: null, shift_vs_mean_high: null },
  ...{ p_value: null, p_adjusted: null, verdict: null, enters_top10: null, leaves_top10: null },
}
type Moves = Pick<CombinedRow, keyof typeof unranked>

/** Where each of the ranked companies moves. `joint`: the first index of all of them, then the second. */
function movesOf(field: readonly Both[], joint: Means, share: number, confidence: number): Map<Both, Moves> {
  const tested = field.map((one, own) => {
    const shifts = field.map((_, k) => share * ((k === own ? 1 : 0) - 1 / field.length))
    const beside = contrast(joint.means, joint.matrix, [...shifts.map((c) => -c), ...shifts])
    return { one, beside, test: field.length > 1 ? testOf(beside, one.df, confidence) : undefined }
  })
  const adjusted = adjustedTests(tested, ({ test }) => test)
  const [before, after] = [
    field.map(({ first }) => pointsOf(first)),
    field.map(({ combined }) => pointsOf(combined)),
  ]
  const placeIn = (all: readonly number[], own: number) =>
    1 + all.filter((other) => other - (all[own] ?? 0) > sameScore).length
  const [was, is] = [amongFirst(before, top), amongFirst(after, top)]
  return new Map(
    tested.map((member, k): [Both, Moves] => {
      const { one, beside, test } = member
      const [rank, combined] = [placeIn(before, k), placeIn(after, k)]
      const p = adjusted.get(member)?.holm
      return [
        one,
        {
          ...{ rank, rank_combined: combined, shift_places: rank - combined },
          ...shownIf(test !== undefined, differenceAs('shift_vs_mean', beside, one.df, confidence)),
          ...{ p_value: test?.p ?? null, p_adjusted: p ?? null },
          verdict: verdictOf(test, p, confidence, ['loses', 'no_clear_shift', 'gains']),
          enters_top10: is[k] === true && !was[k],
          leaves_top10: was[k] === true && !is[k],
        },
      ]
    }),
  )
}

function combinedRow(wave: string, one: Both, moves: Moves, confidence: number): CombinedRow {
  const { id, n, nEffective, df, rule } = one
  const figures = {
    n_effective: nEffective,
    ...scoreAs('score', one.first, df, confidence, ''),
    ...scoreAs('score_with', one.second, df, confidence, 'with_'),
    ...scoreAs('score_combined', one.combined, df, confidence, 'combined_'),
    df,
    ...differenceAs('shift', one.shift, df, confidence),
  }
  return { ...{ wave, company_id: id, n }, ...shownIf(rule.published, figures), ...moves, ...rule }
}
