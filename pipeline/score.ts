/** score: from sums to estimates with standard errors, for companies, industries and all (METHOD.md §4, §11). */
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { besideRest, league, panelSide, together } from './league.ts'
import type { Measure } from './measures.ts'
import type { Shared } from './panel.ts'
import type { Shown } from './show.ts'
import { covariance, type DomainSums, domainMean, type Pair } from './stats/design.ts'
import type { Side } from './stats/panel.ts'
import { measureSums, type Sampling, sharedRespondents, spread } from './sums.ts'

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
  /** beside the others of its industry, and what those score together; undefined without any */
  rest: { difference: number; se: number; df: number; rest: { score: number; se: number } } | undefined
}

/** Two companies by position, a before b, that were scored by the same people. */
interface SharedBase {
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
  /** with all ratings pooled, by number of the group: industries in the order of the register, then all; companies are taken like for like */
  groups: ReadonlyMap<number, Side>
  shared: Shared | undefined
}

/** How a panel's measure is remembered for the next wave, and whether the wave before remembered it. */
export interface Remembered {
  name: string
  before: boolean
}

const nobody: DomainSums = { moments: [], pairs: [], margins: undefined }

/** The people behind the pairs of companies that share sampling units; `pairs`: by position in study.companies. */
async function sharedBases(
  db: Database,
  pairs: readonly Pair[],
  clustered: boolean,
): Promise<(SharedBase & Pick<Pair, 'a' | 'b'>)[]> {
  const respondents = clustered ? await sharedRespondents(db) : undefined
  return pairs.map(({ a, b, n }) => ({
    ...{ a, b, units: n },
    respondents: respondents === undefined ? n : (respondents.get(`${a} ${b}`) ?? 0),
  }))
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
  const { companies, shared } = await measureSums(db, study, design, measure)
  const position = new Map(rated.map((company, k) => [company, k]))
  const placed = <Row extends Pick<Pair, 'a' | 'b'>>(row: Row): Row => ({
    ...row,
    ...{ a: position.get(row.a) ?? -1, b: position.get(row.b) ?? -1 },
  })
  const sums = rated.map((company) => companies.get(company) ?? nobody)
  const domains = sums.map((one) => domainMean(one, design))
  const pairs = shared.map(placed)
  const matrix = covariance(domains, pairs, design)
  const shares = rated.map((company) => study.companies[company]?.share ?? 1)
  const found = await league(db, study, rated, {
    ...{ sums, domains, pairs, matrix, shares, design, aggregate },
  })
  const panel = remembered && (await panelSide(db, found, design, remembered))
  const people = (await sharedBases(db, shared, design.clustered)).map(placed)
  return {
    companies: found.estimates.map((one, k): CompanyEstimate => {
      const { units = 0, strata = [] } = domains[k] ?? {}
      return { ...one, company: rated[k] ?? -1, units, strata, rest: besideRest(found, k) }
    }),
    covariance: matrix.map((row) => row.map((value) => value * spread ** 2)),
    shared: new Map(people.map(({ a, b, ...base }) => [`${a} ${b}`, base])),
    industries: new Map(found.industries.map((id, group) => [id, together(found, group)])),
    all: together(found, found.industries.length),
    panel,
  }
}
