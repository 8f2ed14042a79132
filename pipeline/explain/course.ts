/** How a company's score has moved over the last waves, beside what it lacked to the rest of its industry (METHOD.md §19). */
import { comparable } from '../comparability.ts'
import type { Study, Wave } from '../contract/study.ts'
import type { CompanyEstimate, Scored } from '../score.ts'
import { changeTest, type Difference, differenceTest } from '../stats/interval.ts'
import { lastWaves } from './belief-diagnosis.ts'

/** A wave whose indices have been scored. */
export interface ScoredWave {
  wave: Wave
  scored: ReadonlyMap<string, Scored>
}

/** A figure that may be shown. */
interface Known {
  score: number
  se: number
  df: number
}

/** The figure of a company, where it may be shown. */
export function knownScore(one: CompanyEstimate | undefined): Known | undefined {
  if (one === undefined || !one.published || one.score === null || one.se === null) return undefined
  return { score: one.score, se: one.se, df: one.df }
}

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

/** What a company's last waves say. */
export interface Course {
  /** with a shown score, this one included */
  waves: number
  /** the earliest of them */
  since: Wave | undefined
  improvement: Difference | undefined
  /** what it lacked to the rest of its industry, mean over the waves */
  missing: number | undefined
  /** the improvement minus that */
  beyondMissing: Difference | undefined
}

/** A company in one wave; `sign` 1: now, −1: in the earliest wave, 0: between. */
interface Station {
  known: Known
  rest: CompanyEstimate['rest']
  sign: number
}

/**
 * The improvement a_now − a_first minus what was missing, −d̄ over m waves with d = a − r beside the rest’s score r:
 * Σ (s a + d/m) with the variance Σ (s² V_a + V_d/m² + (s/m)(V_a + V_d − V_r)) over waves as independent samples, s being
 * `sign`, and Satterthwaite’s degrees of freedom.
 */
function beyondMissing(stations: readonly Station[], confidence: number) {
  const beside = stations.filter(({ rest }) => rest !== undefined).length
  const parts = stations.map(({ known, rest, sign }) => {
    const [va, m] = [known.se ** 2, beside]
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
  const v = sum((part) => part.v)
  const df = v ** 2 / sum((part) => part.v ** 2 / part.df)
  return {
    missing: -sum((part) => part.d) / beside,
    test: differenceTest(
      sum((part) => part.value),
      Math.sqrt(Math.max(0, v)),
      df,
      confidence,
    ),
  }
}

/** The course of a company over this wave and the chain before it. */
export function courseOf(
  now: CompanyEstimate,
  index: string,
  chain: readonly ScoredWave[],
  confidence: number,
): Course {
  const before = chain.flatMap(({ wave, scored }) => {
    const one = scored.get(index)?.companies.find(({ company }) => company === now.company)
    const known = knownScore(one)
    return known === undefined ? [] : [{ wave, known, rest: one?.rest }]
  })
  const known = knownScore(now)
  const first = before.at(-1)
  const waves = before.length + (known === undefined ? 0 : 1)
  if (known === undefined || first === undefined)
    return { waves, since: undefined, improvement: undefined, missing: undefined, beyondMissing: undefined }
  const stations: Station[] = [
    { known, rest: now.rest, sign: 1 },
    ...before.map((one) => ({ ...one, sign: one === first ? -1 : 0 })),
  ]
  const beyond = now.rest === undefined ? undefined : beyondMissing(stations, confidence)
  return {
    ...{ waves, since: first.wave, improvement: changeTest(first.known, known, confidence) },
    ...{ missing: beyond?.missing, beyondMissing: beyond?.test },
  }
}
