/** score: from sums to estimates with standard errors, for companies, industries and all (METHOD.md §4, §11). */
import { meanOf, minusOthers, type Parts, pooled } from './aggregate.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import type { Measure } from './measures.ts'
import { type Shared, shareWithBefore } from './panel.ts'
import { type Shown, shown, shownTogether } from './show.ts'
import {
  covariance,
  type DomainMean,
  type DomainSums,
  domainMean,
  type Pair,
  variance,
} from './stats/design.ts'
import { type Side, sideOf, sideTogether } from './stats/panel.ts'
import { bases, centre, measureSums, type Sampling, sharedRespondents, spread } from './sums.ts'

export interface Estimate extends Shown {
  n: number
  nEffective: number | null
  score: number | null
  se: number | null
  /** sampling units with a valid score minus strata they touch */
  df: number
}

export interface CompanyEstimate extends Estimate {
  /** position in study.companies */
  company: number
  /** sampling units with a valid score */
  units: number
  strata: readonly number[]
  /** beside the others of its industry; undefined without any */
  rest: { difference: number; se: number; df: number } | undefined
}

/** Two companies by position, a before b, that were scored by the same people. */
export interface SharedBase {
  units: number
  respondents: number
}

/** Everything that comparisons and ranks need to know about one measure in one wave. */
export interface Scored {
  companies: CompanyEstimate[]
  /** covariance of the company scores, in points², in the order of `companies` */
  covariance: number[][]
  /** by `a b`, positions in `companies` */
  shared: ReadonlyMap<string, SharedBase>
  industries: Map<string, Estimate>
  all: Estimate
  panel: PanelSide | undefined
}

/** What a panel's changes need: each estimate as a sum over units, and what it shares with the wave before. */
export interface PanelSide {
  /** by position in study.companies */
  companies: ReadonlyMap<number, Side>
  /** by number of the group: industries in the order of the register, then all */
  groups: ReadonlyMap<number, Side>
  shared: Shared | undefined
}

/** How a panel's measure is remembered for the next wave, and whether the wave before remembered it. */
export interface Remembered {
  name: string
  before: boolean
}

const noCompany: Shown = { published: false, reason: 'no_company_shown' }
const nobody: DomainSums = { moments: [], pairs: [], margins: undefined }

function estimate(study: Study, domain: DomainMean, square: number, df: number): Estimate {
  const rule = shown(study, domain.n, square)
  return {
    ...rule,
    n: domain.n,
    nEffective: domain.n > 0 ? domain.nEffective : null,
    score: domain.n > 0 ? centre + spread * domain.mean : null,
    se: domain.n > 1 ? spread * Math.sqrt(square) : null,
    df,
  }
}

/**
 * Scores one measure in the wave that is loaded. `rated`: the public companies with a rating; `design`: how the wave was
 * sampled and weighted; `aggregate`: what industries and all are made of.
 */
export async function score(
  db: Database,
  study: Study,
  measure: Measure,
  rated: readonly number[],
  design: Sampling,
  aggregate: Study['publication']['aggregate'],
  remembered?: Remembered,
): Promise<Scored> {
  const { companies: sums, shared } = await measureSums(db, study, design, measure)
  const position = new Map(rated.map((company, k) => [company, k]))
  const pairs = shared.map(({ a, b, ...pair }): Pair => {
    return { ...pair, a: position.get(a) ?? -1, b: position.get(b) ?? -1 }
  })
  const domains = rated.map((company) => domainMean(sums.get(company) ?? nobody, design))
  const parts: Parts = {
    sums: rated.map((company) => sums.get(company) ?? nobody),
    matrix: covariance(domains, pairs, design),
    shares: rated.map((company) => study.companies[company]?.share ?? 1),
    ...{ domains, pairs, design, aggregate },
  }
  const estimates = domains.map((domain, k) =>
    estimate(study, domain, parts.matrix[k]?.[k] ?? 0, domain.units - domain.strata.length),
  )

  const industryOf = (k: number) => study.companies[rated[k] ?? -1]?.industry ?? ''
  const industryIds = [...new Set(rated.map((_, k) => industryOf(k)))]
  const members = (industry: string | undefined) =>
    [...rated.keys()].filter((k) => industry === undefined || industryOf(k) === industry)
  const contributing = (ks: readonly number[]) =>
    aggregate === 'ratings' ? ks : ks.filter((k) => estimates[k]?.published)
  const groups = [...industryIds, undefined].map((id) => contributing(members(id)))
  const touching = await bases(
    db,
    groups.map((ks) => ks.map((k) => rated[k] ?? -1)),
  )
  const touched = grouped(touching, (row) => row.number)
  const freedom = (group: number): number => {
    const base = touched.get(group) ?? []
    return base.reduce((sum, row) => sum + row.units, 0) - base.length
  }
  const together = (group: number): Estimate => {
    const inside = groups[group] ?? []
    if (inside.length === 0) {
      const n = members(industryIds[group]).reduce((sum, k) => sum + (domains[k]?.n ?? 0), 0)
      return { ...noCompany, n, nEffective: null, score: null, se: null, df: 0 }
    }
    const domain = pooled(parts, inside)
    const df = freedom(group)
    if (aggregate === 'ratings') {
      const one = estimate(study, domain, domain.n === 0 ? 0 : variance(domain, design), df)
      return { ...one, ...shownTogether(one) }
    }
    const { mean, variance: square } = meanOf(parts, inside)
    return {
      ...{ published: true, reason: null, df, n: domain.n, nEffective: domain.nEffective },
      ...{ score: centre + spread * mean, se: spread * Math.sqrt(square) },
    }
  }
  const besideRest = (k: number): CompanyEstimate['rest'] => {
    const group = industryIds.indexOf(industryOf(k))
    const others = (groups[group] ?? []).filter((j) => j !== k && (domains[j]?.n ?? 0) > 0)
    if (others.length === 0 || (domains[k]?.n ?? 0) === 0) return undefined
    const { difference, variance: square } = minusOthers(parts, k, others)
    return {
      difference: spread * difference,
      se: spread * Math.sqrt(Math.max(0, square)),
      df: freedom(group) - 1,
    }
  }
  const panelSide = async (name: Remembered): Promise<PanelSide> => {
    const sides = new Map(domains.map((domain, k) => [k, sideOf(domain, [rated[k] ?? -1], design)]))
    const numbered = [...study.industries.map(({ id }) => industryIds.indexOf(id)), industryIds.length]
    const inside = numbered.map((group) => groups[group] ?? [])
    const sideOfGroup = (ks: readonly number[]): Side => {
      if (aggregate === 'ratings')
        return sideOf(
          pooled(parts, ks),
          ks.map((k) => rated[k] ?? -1),
          design,
        )
      const total = ks.reduce((sum, k) => sum + (parts.shares[k] ?? 1), 0)
      return sideTogether(
        ks.flatMap((k) => sides.get(k) ?? []),
        ks.map((k) => (parts.shares[k] ?? 1) / total),
      )
    }
    return {
      companies: new Map([...sides].map(([k, side]) => [rated[k] ?? -1, side])),
      groups: new Map(
        inside.flatMap((ks, number) => (ks.length === 0 ? [] : [[number, sideOfGroup(ks)] as const])),
      ),
      shared: await shareWithBefore(db, design, {
        ...name,
        groups: inside.map((ks) => ks.map((k) => rated[k] ?? -1)),
      }),
    }
  }
  const panel = remembered && (await panelSide(remembered))
  const respondents = design.clustered ? await sharedRespondents(db) : undefined
  return {
    companies: rated.map((company, k): CompanyEstimate => {
      const { units = 0, strata = [] } = domains[k] ?? {}
      const one = estimates[k] ?? { ...noCompany, n: 0, nEffective: null, score: null, se: null, df: 0 }
      return { ...one, ...{ company, units, strata }, rest: besideRest(k) }
    }),
    covariance: parts.matrix.map((row) => row.map((value) => value * spread ** 2)),
    shared: new Map(
      shared.map(({ a, b, n }) => [
        `${position.get(a)} ${position.get(b)}`,
        { units: n, respondents: respondents === undefined ? n : (respondents.get(`${a} ${b}`) ?? 0) },
      ]),
    ),
    industries: new Map(industryIds.map((id, group) => [id, together(group)])),
    all: together(industryIds.length),
    panel,
  }
}
