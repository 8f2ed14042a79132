/** What to do about a driver, from the figures (METHOD.md §21). */
import { tTwoSidedP } from '../stats/distributions.ts'
import type { adviceGiven, driverKinds } from '../tables-drivers.ts'

export type DriverKind = (typeof driverKinds)[number]
export type Advice = (typeof adviceGiven)[number]

/** A driver of an industry, or of all. */
export interface Candidate {
  kind: DriverKind
  /** the interval of its importance lies above 0 */
  matters: boolean
  /** a reward that is clear */
  rewards: boolean
  /** adjusted p of what is lost is clear */
  loses: boolean
  /** points of the outcome lost */
  lost: number
}

/** Too little of it clearly costs points, whatever its form; what pleases is no matter of mending. */
export const costs = ({ kind, matters, loses }: Candidate): boolean =>
  kind !== 'none' && kind !== 'excitement' && matters && loses
/** Much of it clearly pleases. */
export const pleases = ({ kind, matters, rewards }: Candidate): boolean =>
  kind === 'excitement' && matters && rewards

/**
 * Advice for the drivers of an industry or of all: first what loses most, with whatever is not clearly below it.
 * `covariance`: of what is lost, by driver.
 */
export function adviceTogether(
  drivers: readonly Candidate[],
  covariance: readonly (readonly number[])[],
  df: number,
  level: number,
): Advice[] {
  const costly = drivers.map(costs)
  const most = drivers.reduce<number | undefined>(
    (best, { lost }, j) =>
      costly[j] && (best === undefined || lost > (drivers[best]?.lost ?? 0)) ? j : best,
    undefined,
  )
  return drivers.map((driver, j): Advice => {
    if (most === undefined || !costly[j]) return pleases(driver) ? 'then_please' : 'none'
    if (j === most) return 'fix_first'
    const behind = (drivers[most]?.lost ?? 0) - driver.lost
    const cov = (a: number, b: number) => covariance[a]?.[b] ?? 0
    const se = Math.sqrt(Math.max(0, cov(most, most) + cov(j, j) - 2 * cov(most, j)))
    const clearly = df >= 1 && se > 0 && tTwoSidedP(behind / se, df) < level
    return clearly ? 'fix_next' : 'fix_first'
  })
}

/** A driver of a company, as its industry has it and as it compares with the rest. */
export interface CompanyDriver {
  /** in the industry: `costs` or `pleases`; undefined where neither is known */
  acts: 'costs' | 'pleases' | undefined
  /** points of the outcome for each point of the driver below the knot, in the industry */
  slope: number
  /** score minus that of the rest, where it is clear (adjusted); 0 where it is not */
  beside: number
}

/** Advice for a company: first the shortfall that costs most. */
export function adviceOfCompany(drivers: readonly CompanyDriver[]): Advice[] {
  const cost = drivers.map(({ acts, slope, beside }) =>
    acts === 'costs' && beside < 0 ? -beside * Math.max(0, slope) : undefined,
  )
  const most = Math.max(...cost.flatMap((one) => one ?? []))
  const fixes = cost.some((one) => one !== undefined)
  return drivers.map(({ acts, beside }, j): Advice => {
    if (cost[j] !== undefined) return cost[j] === most ? 'fix_first' : 'fix_next'
    if (acts === undefined) return 'none'
    if (beside > 0) return 'keep'
    return acts === 'pleases' && beside < 0 && !fixes ? 'then_please' : 'none'
  })
}
