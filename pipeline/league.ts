/** score: companies with their estimates, and the groups that they make: industries, all, the rest of an industry (METHOD.md §8, §11). */
import { meanOf, minusOthers, type Parts, pooled } from './aggregate.ts'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { shareWithBefore } from './panel.ts'
import type { CompanyEstimate, Estimate, PanelSide, Remembered } from './score.ts'
import { type Shown, shown, shownTogether } from './show.ts'
import { freedomOf } from './sides.ts'
import { type DomainMean, variance } from './stats/design.ts'
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
  /** ids of the industries that were rated; a group each, and one of all companies behind them */
  industries: readonly string[]
  /** of each group, the companies that make its figure */
  groups: readonly (readonly number[])[]
  /** of each group, degrees of freedom: units with a valid score minus strata they touch */
  freedom: readonly number[]
}

const industryOf = ({ study, rated }: Pick<League, 'study' | 'rated'>, k: number): string =>
  study.companies[rated[k] ?? -1]?.industry ?? ''

/** Companies by their positions in the register. */
const registered = (rated: readonly number[], ks: readonly number[]): number[] =>
  ks.map((k) => rated[k] ?? -1)

/** The estimates of the companies, and the groups that they make. */
export async function league(
  db: Database,
  study: Study,
  rated: readonly number[],
  parts: Parts,
  rule: Rule,
): Promise<League> {
  const { domains, matrix, aggregate } = parts
  const estimates = domains.map((domain, k) => {
    const square = matrix[k]?.[k] ?? 0
    return estimate(rule(domain.n, square, k), domain, square, domain.units - domain.strata.length)
  })
  const known = { study, rated, parts, estimates }
  const industries = [...new Set(rated.map((_, k) => industryOf(known, k)))]
  const groups = [...industries, undefined].map((id) =>
    [...rated.keys()].filter(
      (k) =>
        (id === undefined || industryOf(known, k) === id) &&
        (aggregate === 'ratings' || estimates[k]?.published),
    ),
  )
  const freedom = await freedomOf(
    db,
    groups.map((ks) => registered(rated, ks)),
  )
  return { ...known, industries, groups, freedom }
}

/** The figure of a group. */
export function together(given: League, group: number): Estimate {
  const { study, rated, parts, industries, groups } = given
  const inside = groups[group] ?? []
  const df = given.freedom[group] ?? 0
  if (inside.length === 0) {
    const industry = industries[group]
    const n = parts.domains.reduce(
      (sum, domain, k) =>
        industry === undefined || industryOf({ study, rated }, k) === industry ? sum + domain.n : sum,
      0,
    )
    return { ...noCompany, n, nEffective: null, score: null, se: null, df: 0 }
  }
  const domain = pooled(parts, inside)
  if (parts.aggregate === 'ratings') {
    const square = domain.n === 0 ? 0 : variance(domain, parts.design)
    return estimate(shownTogether(shown(study, domain.n, square)), domain, square, df)
  }
  const { mean, variance: square } = meanOf(parts, inside)
  return {
    ...shownTogether(shown(study, domain.n, square)),
    ...{ df, n: domain.n, nEffective: domain.nEffective },
    ...{ score: centre + spread * mean, se: spread * Math.sqrt(square) },
  }
}

/** Company `k` beside the others that make the figure of its industry. */
export function besideRest(given: League, k: number): CompanyEstimate['rest'] {
  const { parts, industries, groups, freedom } = given
  const group = industries.indexOf(industryOf(given, k))
  const scored = (j: number) => (parts.domains[j]?.n ?? 0) > 0
  const others = (groups[group] ?? []).filter((j) => j !== k && scored(j))
  if (others.length === 0 || !scored(k)) return undefined
  const { difference, variance: square, rest } = minusOthers(parts, k, others)
  return {
    difference: spread * difference,
    se: spread * Math.sqrt(square),
    df: (freedom[group] ?? 0) - 1,
    rest: { score: centre + spread * rest.mean, se: spread * Math.sqrt(Math.max(0, rest.variance)) },
  }
}

/** The estimates as sums over units, and what they share with the wave before. */
export async function panelSide(
  db: Database,
  { study, rated, parts, industries, groups }: League,
  design: Sampling,
  name: Remembered,
): Promise<PanelSide> {
  const sideOfDomain = (domain: DomainMean, ks: readonly number[]): Side =>
    sideOf(domain, registered(rated, ks), design)
  const numbered = [...study.industries.map(({ id }) => industries.indexOf(id)), industries.length]
  const inside = numbered.map((group) => groups[group] ?? [])
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
