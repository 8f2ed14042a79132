/** How many customers say "superior": the share whose score reaches an answer (METHOD.md §19). */
import { pooled } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { Measure } from '../measures.ts'
import { freedomOf, type ReadWave, sidesOf } from '../sides.ts'
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
  /** by position in study.companies */
  companies: ReadonlyMap<number, Share>
  sets: Together[]
}

/** Scores nearer than this to the answer reach it. */
const rounding = 1e-9

/** 100 where the score of a rating reaches `points`, 0 where it does not. */
const reaching = (measure: Measure, points: number): Measure =>
  `case when (${measure}) >= ${points - rounding}::double then 100::double when (${measure}) is not null then 0::double end`

/**
 * The share of ratings whose score reaches `points` on 0-100, by company and for each set of companies with all their ratings
 * pooled. Sets hold positions in study.companies.
 */
export async function customersOf(
  db: Database,
  study: Study,
  { design, rated }: Pick<ReadWave, 'design' | 'rated'>,
  { measure, points }: { measure: Measure; points: number | undefined },
  sets: readonly (readonly number[])[],
): Promise<Customers> {
  const asked = points === undefined ? measure : reaching(measure, points)
  const { parts } = await sidesOf(db, study, [asked], rated, design, 'ratings')
  const freedom = await freedomOf(db, sets)
  const share = (domain: DomainMean, df: number): Share => {
    const [percent, se] = [centre + spread * domain.mean, spread * Math.sqrt(variance(domain, design))]
    const limits = se > 0 ? interval(percent, se, df, study.publication.confidence) : undefined
    return { share: percent, low: limits?.low ?? null, high: limits?.high ?? null }
  }
  const position = new Map(rated.map((company, k) => [company, k]))
  const ofSet = (set: readonly number[], number: number): Together => {
    const df = freedom[number] ?? 0
    const ks = set.flatMap((company) => position.get(company) ?? [])
    const superior = points === undefined || ks.length === 0 ? undefined : share(pooled(parts, ks), df)
    return { superior, df }
  }
  const ofCompanies = parts.domains.flatMap((domain, k): [number, Share][] =>
    domain.n === 0 ? [] : [[rated[k] ?? -1, share(domain, domain.units - domain.strata.length)]],
  )
  return { companies: new Map(points === undefined ? [] : ofCompanies), sets: sets.map(ofSet) }
}
