/** score: companies with their estimates, and the groups that they make: industries, all, the rest of an industry (METHOD.md §8, §11). */
import {
  countedOf,
  type Group,
  groupMeans,
  groupsOf,
  meanOf,
  type Parts,
  pooled,
  restOf,
} from './aggregate.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { shareWithBefore } from './panel.ts'
import type { CompanyEstimate, Estimate, PanelSide, Remembered } from './score.ts'
import { countedTogether, isNoSecret, type Shown, shown, shownTogether } from './show.ts'
import { freedomOf, type Sides } from './sides.ts'
import { contrast, type DomainMean, variance } from './stats/design.ts'
import { type Side, sideOf } from './stats/panel.ts'
import { centre, type Sampling, spread } from './sums.ts'

/** Whether a company may be shown, by its ratings, its variance and its position among those rated. */
export type Rule = (n: number, variance: number, k: number) => Shown

const noCompany: Shown = { published: false, reason: 'no_company_shown' }

function estimate(rule: Shown, domain: DomainMean, square: number, df: number): Estimate {
  return {
    ...rule,
    n: domain.n,
    nEffective: domain.n > 0 ? domain.nEffective : null,
    score: domain.n > 0 ? centre + spread * domain.mean : null,
    se: domain.n > 1 ? spread * Math.sqrt(square) : null,
    df,
  }
}

/** The companies of a wave, by position among those rated, with the groups that figures are made of. */
interface League {
  study: Study
  /** position in study.companies */
  rated: readonly number[]
  parts: Parts
  estimates: readonly Estimate[]
  /** ratings that withheld companies need together to count */
  least: number
  /** the companies whose ratings count where those of all are pooled, by position in `rated` */
  pooled: readonly number[]
  /** industries that were rated, and all companies behind them */
  groups: readonly (Group & {
    /** those that make its figure */
    counted: readonly number[]
    /** degrees of freedom: units with a valid score minus strata they touch */
    df: number
  })[]
}

/** Companies by their positions in the register. */
const registered = (rated: readonly number[], ks: readonly number[]): number[] =>
  ks.map((k) => rated[k] ?? -1)

/**
 * Which companies make the figure of each group. With all ratings pooled, all is made from industries: one of which nothing can
 * be shown is kept from following as a withheld company is.
 */
function countedIn(
  study: Study,
  { rated, parts }: Sides,
  companies: readonly Estimate[],
  least: number,
  aggregate: Parts['aggregate'],
): number[][] {
  const groups = groupsOf(study, rated)
  if (aggregate === 'companies') return groups.map(({ ks }) => countedOf(companies, ks, { aggregate, least }))
  const industries = groups.slice(0, -1).map(({ ks }) => {
    const counted = countedOf(companies, ks, { aggregate, least })
    const domain = pooled(parts, counted)
    const square = domain.n === 0 ? 0 : variance(domain, parts.design)
    return { counted, published: isNoSecret(shown(study, domain.n, square)), bases: [domain.n] }
  })
  const all = countedTogether(least, industries).flatMap(({ counted }) => counted)
  return [...industries.map(({ counted }) => counted), all]
}

/** The estimates of the companies, and the groups that they make. `least`: ratings that withheld companies need together to count. */
export async function league(
  db: Database,
  study: Study,
  sides: Sides,
  rule: Rule,
  least: number,
): Promise<League> {
  const { rated, parts } = sides
  const { domains, matrix, aggregate } = parts
  const estimates = domains.map((domain, k) => {
    const square = matrix[k]?.[k] ?? 0
    return estimate(rule(domain.n, square, k), domain, square, domain.units - domain.strata.length)
  })
  const pooledIn = () => countedIn(study, sides, estimates, least, 'ratings').at(-1) ?? []
  const counted = countedIn(study, sides, estimates, least, aggregate)
  const groups = groupsOf(study, rated).map((group, at) => ({ ...group, counted: counted[at] ?? [] }))
  const freedom = await freedomOf(
    db,
    sides,
    groups.map(({ counted }) => counted),
  )
  return {
    ...{ study, rated, parts, estimates, least },
    pooled: aggregate === 'ratings' ? (counted.at(-1) ?? []) : pooledIn(),
    groups: groups.map((group, at) => ({ ...group, df: freedom[at] ?? 0 })),
  }
}

const nobody = { ks: [], counted: [], df: 0 }
const groupIn = ({ groups }: League, id: string | undefined) =>
  groups.find(({ industry }) => industry === id) ?? nobody

/** The figure of an industry, or of all. */
export function together(given: League, industry: string | undefined): Estimate {
  const { study, parts } = given
  const { ks, counted, df } = groupIn(given, industry)
  if (counted.length === 0) {
    const n = ks.reduce((sum, k) => sum + (parts.domains[k]?.n ?? 0), 0)
    return { ...noCompany, n, nEffective: null, score: null, se: null, df: 0 }
  }
  const domain = pooled(parts, counted)
  if (parts.aggregate === 'ratings') {
    const square = domain.n === 0 ? 0 : variance(domain, parts.design)
    return estimate(shownTogether(shown(study, domain.n, square)), domain, square, df)
  }
  const { mean, variance: square } = meanOf(parts, counted)
  return {
    ...shownTogether(shown(study, domain.n, square)),
    ...{ df, n: domain.n, nEffective: domain.nEffective },
    ...{ score: centre + spread * mean, se: spread * Math.sqrt(square) },
  }
}

/** Company `k` beside the others that make the figure of its industry. */
export function besideRest(given: League, k: number): CompanyEstimate['rest'] {
  const { study, rated, parts, estimates, least } = given
  const rest = restOf(study, given, estimates, k, least)
  if (rest === undefined) return undefined
  const { df } = groupIn(given, study.companies[rated[k] ?? -1]?.industry)
  const { means, matrix } = groupMeans(parts, [[k], rest.others])
  const { value, variance: square } = contrast(means, matrix, [1, -1])
  return {
    difference: spread * value,
    se: spread * Math.sqrt(square),
    ...{ df: df - 1, smallerDf: rest.df },
    rest: {
      score: centre + spread * (means[1] ?? 0),
      se: spread * Math.sqrt(Math.max(0, matrix[1]?.[1] ?? 0)),
    },
  }
}

/** The estimates as sums over units, and what they share with the wave before. */
export async function panelSide(
  db: Database,
  given: League,
  design: Sampling,
  name: Remembered,
): Promise<PanelSide> {
  const { study, rated, parts } = given
  const sideOfDomain = (domain: DomainMean, ks: readonly number[]): Side =>
    sideOf(domain, registered(rated, ks), design)
  const inside = [...study.industries.map(({ id }) => id), undefined].map((id) => groupIn(given, id).counted)
  return {
    companies: new Map(parts.domains.map((domain, k) => [rated[k] ?? -1, sideOfDomain(domain, [k])])),
    groups: new Map(
      inside.flatMap((ks, number) =>
        ks.length === 0 || parts.aggregate === 'companies'
          ? []
          : [[number, sideOfDomain(pooled(parts, ks), ks)] as const],
      ),
    ),
    shared: await shareWithBefore(db, design, {
      ...name,
      groups: inside.map((ks) => registered(rated, ks)),
    }),
  }
}
