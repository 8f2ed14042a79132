/** score: from sums to estimates with standard errors, for companies, industries and all (METHOD.md §4, §11). */
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { besideRest, league, panelSide, type Rule, together } from './league.ts'
import type { Measure } from './measures.ts'
import type { Shared } from './panel.ts'
import { type Shown, shown } from './show.ts'
import { type Sampled, sidesOf } from './sides.ts'
import type { Pair } from './stats/design.ts'
import type { Figure } from './stats/interval.ts'
import type { Side } from './stats/panel.ts'
import { sharedRespondents, spread } from './sums.ts'

export interface Estimate extends Shown {
  n: number
  nEffective: number | null
  score: number | null
  se: number | null
  /** sampling units with a valid score minus strata they touch */
  df: number
}

/** The estimate, where there is one. */
export const figureOf = ({ score, se, df }: Estimate): Figure | undefined =>
  score === null || se === null ? undefined : { score, se, df }

export interface CompanyEstimate extends Estimate {
  /** position in study.companies */
  company: number
  /** sampling units with a valid score */
  units: number
  strata: readonly number[]
  /** beside the others of its industry, and what those score together; undefined without any */
  rest:
    | {
        difference: number
        se: number
        /** units of the industry with a valid score minus strata they touch minus 1 */
        df: number
        /** where each company has its own */
        smallerDf: number
        rest: { score: number; se: number }
      }
    | undefined
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
  /** the companies whose ratings count where those of all are pooled, by position in study.companies */
  pooled: ReadonlySet<number>
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

/** The people behind the pairs of companies that share sampling units; `pairs`: by position in `rated`. */
async function sharedBases(
  db: Database,
  rated: readonly number[],
  pairs: readonly Pair[],
  clustered: boolean,
): Promise<(SharedBase & Pick<Pair, 'a' | 'b'>)[]> {
  const respondents = clustered ? await sharedRespondents(db) : undefined
  return pairs.map(({ a, b, n }) => ({
    ...{ a, b, units: n },
    respondents: respondents === undefined ? n : (respondents.get(`${rated[a]} ${rated[b]}`) ?? 0),
  }))
}

/** What else scoring a measure may need. */
interface Scoring {
  /** what industries and all are made of, unless it is what the study says */
  aggregate?: Study['publication']['aggregate']
  /** whether a company is shown; the rule for indices unless another is given */
  rule?: Rule
  /** ratings that withheld companies need together to count in a group: minimum_shown unless another is given */
  least?: number
  remembered?: Remembered | undefined
}

/** Scores one measure in the wave that is loaded. */
export async function score(
  db: Database,
  study: Study,
  read: Sampled,
  measure: Measure,
  {
    aggregate,
    remembered,
    rule = (n, variance) => shown(study, n, variance),
    least = study.publication.minimum_shown,
  }: Scoring = {},
): Promise<Scored> {
  const { design, rated } = read
  const sides = await sidesOf(db, study, read, [measure], { aggregate })
  const { domains, matrix, pairs } = sides.parts
  const found = await league(db, study, sides, rule, least)
  const panel = remembered && (await panelSide(db, found, design, remembered))
  const industries = found.groups.flatMap(({ industry: id }) =>
    id === undefined ? [] : [[id, together(found, id)] as const],
  )
  const people = await sharedBases(db, rated, [...pairs.values()].flat(), design.clustered)
  return {
    companies: found.estimates.map((one, k): CompanyEstimate => {
      const { units = 0, strata = [] } = domains[k] ?? {}
      return { ...one, company: rated[k] ?? -1, units, strata, rest: besideRest(found, k) }
    }),
    covariance: matrix.map((row) => row.map((value) => value * spread ** 2)),
    shared: new Map(people.map(({ a, b, ...base }) => [`${a} ${b}`, base])),
    industries: new Map(industries),
    all: together(found, undefined),
    pooled: new Set(found.pooled.map((k) => rated[k] ?? -1)),
    panel,
  }
}
