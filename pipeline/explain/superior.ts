/** How many say "superior": the share of people whose belief, and of customers whose score, reaches an answer (METHOD.md §19). */
import { pooled } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { Measure } from '../measures.ts'
import { freedomOf, type Sampled, sidesOf } from '../sides.ts'
import { type DomainMean, variance } from '../stats/design.ts'
import { interval } from '../stats/interval.ts'
import { centre, spread } from '../sums.ts'

/** Weighted per cent with its limits; no limits where nothing varies. */
export interface Share {
  share: number
  low: number | null
  high: number | null
}

/** The customers of several companies together; no share where the contract has no superior answer. */
export interface Together {
  superior: Share | undefined
  /** sampling units with a valid score minus strata they touch */
  df: number
}

export interface Customers {
  /** by position in `rated`; none where the contract has no superior answer */
  companies: readonly Share[]
  sets: Together[]
}

/** Beliefs and scores nearer than this to the answer reach it. */
const rounding = 1e-9

/** Per cent of the beliefs that reach the superior answer; null where there is none. */
export function superiorShare(beliefs: readonly number[], superior: number | undefined): number | null {
  if (superior === undefined || beliefs.length === 0) return null
  return (100 * beliefs.filter((belief) => belief >= superior - rounding).length) / beliefs.length
}

/** 100 where the score of a rating reaches `points`, 0 where it does not. */
const reaching = (measure: Measure, points: number): Measure =>
  `case when (${measure}) >= ${points - rounding}::double then 100::double when (${measure}) is not null then 0::double end`

/**
 * The share of ratings whose score reaches `points` on 0-100, by company and for each set of companies with all their ratings
 * pooled. Sets hold positions in `rated`.
 */
export async function customersOf(
  db: Database,
  study: Study,
  read: Sampled,
  { measure, points }: { measure: Measure; points: number | undefined },
  sets: readonly (readonly number[])[],
): Promise<Customers> {
  const asked = points === undefined ? measure : reaching(measure, points)
  const sides = await sidesOf(db, study, read, [asked])
  const { parts } = sides
  const freedom = await freedomOf(db, sides, sets)
  const share = (domain: DomainMean, df: number): Share => {
    const [percent, se] = [centre + spread * domain.mean, spread * Math.sqrt(variance(domain, read.design))]
    const limits = se > 0 ? interval(percent, se, df, study.publication.confidence) : undefined
    return { share: percent, low: limits?.low ?? null, high: limits?.high ?? null }
  }
  const ofSet = (ks: readonly number[], number: number): Together => {
    const df = freedom[number] ?? 0
    const superior = points === undefined || ks.length === 0 ? undefined : share(pooled(parts, ks), df)
    return { superior, df }
  }
  const asking = points === undefined ? [] : parts.domains
  return {
    companies: asking.map((domain) => share(domain, domain.units - domain.strata.length)),
    sets: sets.map(ofSet),
  }
}
