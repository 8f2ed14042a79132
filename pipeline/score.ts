/** score: from sums to estimates with standard errors, for companies, industries and all (METHOD.md §4, §11). */
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { grouped } from './group.ts'
import type { Measure } from './measures.ts'
import { type Shown, shown, shownTogether } from './show.ts'
import {
  combination,
  covariance,
  type DomainMean,
  domainMean,
  pooledMean,
  type SharedPair,
  variance,
} from './stats/design.ts'
import { bases, type CompanyMoments, centre, measureSums, spread } from './sums.ts'

export interface Estimate extends Shown {
  n: number
  nEffective: number | null
  score: number | null
  se: number | null
  /** respondents with a valid score minus strata they touch */
  df: number
}

export interface CompanyEstimate extends Estimate {
  /** position in study.companies */
  company: number
  strata: readonly number[]
}

/** Everything that comparisons and ranks need to know about one measure in one wave. */
export interface Scored {
  companies: CompanyEstimate[]
  /** covariance of the company scores, in points², in the order of `companies` */
  covariance: number[][]
  shared: readonly SharedPair[]
  industries: Map<string, Estimate>
  all: Estimate
}

const noCompany: Shown = { published: false, reason: 'no_company_shown' }

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
 * Scores one measure in the wave that is loaded. `rated`: the public companies with a rating; `respondents`: n_h;
 * `aggregate`: what industries and all are made of.
 */
export async function score(
  db: Database,
  study: Study,
  measure: Measure,
  rated: readonly number[],
  respondents: readonly number[],
  aggregate: Study['publication']['aggregate'],
): Promise<Scored> {
  const { moments, shared } = await measureSums(db, study, measure)
  const byCompany = grouped(moments, (row) => row.company)
  const rowsOf = (company: number): CompanyMoments[] => byCompany.get(company) ?? []
  const companies = rated.map((company): CompanyEstimate & { domain: DomainMean } => {
    const rows = rowsOf(company)
    const domain = domainMean(rows)
    const square = domain.n === 0 ? 0 : variance(domain, respondents)
    return {
      ...estimate(study, domain, square, domain.n - rows.length),
      company,
      strata: rows.map((row) => row.stratum),
      domain,
    }
  })
  const position = new Map(rated.map((company, k) => [company, k]))
  const pairs = shared.map((pair) => ({
    ...pair,
    a: position.get(pair.a) ?? -1,
    b: position.get(pair.b) ?? -1,
  }))
  const matrix = covariance(
    companies.map(({ domain }) => domain),
    pairs,
    respondents,
  ).map((row) => row.map((value) => value * spread ** 2))

  const industryOf = (company: number) => study.companies[company]?.industry ?? ''
  const industryIds = [...new Set(rated.map(industryOf))]
  const members = (industry: string | undefined) =>
    companies.flatMap((one, k) => (industry === undefined || industryOf(one.company) === industry ? [k] : []))
  const contributing = (ks: readonly number[]) =>
    aggregate === 'ratings' ? ks : ks.filter((k) => companies[k]?.published)
  const groups = [...industryIds.map((id) => members(id)), members(undefined)]
  const touched = grouped(
    await bases(
      db,
      groups.map((ks) => contributing(ks).map((k) => rated[k] ?? -1)),
    ),
    (row) => row.number,
  )
  const together = (ks: readonly number[], group: number): Estimate => {
    const inside = contributing(ks)
    if (inside.length === 0) {
      const n = ks.reduce((sum, k) => sum + (companies[k]?.n ?? 0), 0)
      return { ...noCompany, n, nEffective: null, score: null, se: null, df: 0 }
    }
    const rows = inside.flatMap((k) => rowsOf(rated[k] ?? -1))
    const base = touched.get(group) ?? []
    const df = base.reduce((sum, row) => sum + row.respondents, 0) - base.length
    if (aggregate === 'ratings') {
      const within = new Set(inside)
      const both = (pair: SharedPair) => within.has(pair.a) && within.has(pair.b)
      const domain = pooledMean(rows, pairs.filter(both))
      const square = domain.n === 0 ? 0 : variance(domain, respondents)
      const one = estimate(study, domain, square, df)
      return { ...one, ...shownTogether(one) }
    }
    const mean = combination(
      inside.map((k) => companies[k]?.score ?? 0),
      inside.map((a) => inside.map((b) => matrix[a]?.[b] ?? 0)),
      inside.map((k) => study.companies[rated[k] ?? -1]?.share ?? 1),
    )
    const { n, nEffective } = pooledMean(rows, [])
    return {
      published: true,
      reason: null,
      n,
      nEffective,
      score: mean.mean,
      se: Math.sqrt(mean.variance),
      df,
    }
  }
  return {
    companies: companies.map(({ domain: _, ...one }) => one),
    covariance: matrix,
    shared: pairs,
    industries: new Map(industryIds.map((id, group) => [id, together(members(id), group)])),
    all: together(members(undefined), industryIds.length),
  }
}
