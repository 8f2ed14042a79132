/** How a company's score has moved over the last waves, beside what it lacked to the rest of its industry (METHOD.md §19). */
import { comparable } from '../comparability.ts'
import type { Study, Wave } from '../contract/study.ts'
import { type CompanyEstimate, figureOf, type Scored } from '../score.ts'
import { changeTest, type Difference, differenceTest, type Figure } from '../stats/interval.ts'
import { fewestWaves, lastWaves } from './belief-diagnosis.ts'

/** A wave whose indices have been scored. */
export interface ScoredWave {
  wave: Wave
  scored: ReadonlyMap<string, Scored>
}

/** The figure of a company, where it may be shown. */
export const knownScore = (one: CompanyEstimate | undefined): Figure | undefined =>
  one?.published ? figureOf(one) : undefined

/** The waves before this one that the index can be compared with, the latest first: an unbroken chain, five with this one. */
export function chainOf(
  study: Study,
  index: string,
  wave: Wave,
  earlier: readonly ScoredWave[],
): ScoredWave[] {
  const chain: ScoredWave[] = []
  let next = wave
  for (const one of [...earlier].reverse().slice(0, lastWaves - 1)) {
    if (!one.scored.has(index) || !comparable(study, index, one.wave, next)) break
    chain.push(one)
    next = one.wave
  }
  return chain
}

/** What a company's last waves say; nothing but their number where they are too few. */
export interface Course {
  /** with a shown score, this one included */
  waves: number
  /** the earliest of them */
  since?: Wave
  improvement?: Difference | undefined
  /** what it lacked to the rest of its industry, mean over the waves */
  missing?: number | undefined
  /** the improvement minus that */
  beyondMissing?: Difference | undefined
}

/** A company in one wave; `sign` 1: now, −1: in the earliest wave, 0: between. */
interface Station {
  known: Figure
  rest: CompanyEstimate['rest']
  sign: number
}

/**
 * The improvement a_now − a_first minus what was missing, −d̄ over m waves with d = a − r beside the rest’s score r:
 * Σ (s a + d/m) with the variance Σ (s² V_a + V_d/m² + (s/m)(V_a + V_d − V_r)) over waves as independent samples, s being
 * `sign`, and Satterthwaite’s degrees of freedom.
 */
function beyondMissing(stations: readonly Station[], confidence: number) {
  const m = stations.filter(({ rest }) => rest !== undefined).length
  const parts = stations.map(({ known, rest, sign }) => {
    const va = known.se ** 2
    if (rest === undefined) return { value: sign * known.score, v: sign ** 2 * va, df: known.df, d: 0 }
    const [vd, vr] = [rest.se ** 2, rest.rest.se ** 2]
    return {
      value: sign * known.score + rest.difference / m,
      v: sign ** 2 * va + vd / m ** 2 + (sign / m) * (va + vd - vr),
      ...{ df: rest.df, d: rest.difference },
    }
  })
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0)
  const [value, v] = [sum((part) => part.value), sum((part) => part.v)]
  const df = v ** 2 / sum((part) => part.v ** 2 / part.df)
  return {
    missing: -sum((part) => part.d) / m,
    beyondMissing: differenceTest(value, Math.sqrt(Math.max(0, v)), df, confidence),
  }
}

/** The course of a company over this wave, with the shown score `known`, and the chain before it. */
export function courseOf(
  { company, rest }: CompanyEstimate,
  known: Figure,
  index: string,
  chain: readonly ScoredWave[],
  confidence: number,
): Course {
  const before = chain.flatMap(({ wave, scored }) => {
    const one = scored.get(index)?.companies.find((other) => other.company === company)
    const then = knownScore(one)
    return then === undefined ? [] : [{ wave, known: then, rest: one?.rest }]
  })
  const waves = before.length + 1
  const first = before.at(-1)
  if (first === undefined || waves < fewestWaves) return { waves }
  const stations: Station[] = [
    { known, rest, sign: 1 },
    ...before.map((one) => ({ ...one, sign: one === first ? -1 : 0 })),
  ]
  return {
    ...{ waves, since: first.wave, improvement: changeTest(first.known, known, confidence) },
    ...(rest === undefined ? {} : beyondMissing(stations, confidence)),
  }
}
