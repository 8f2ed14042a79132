/** explain: what was expected and experienced at one touchpoint: of companies, of the rest of their industries, of industries and of all (METHOD.md §17). */
import { z } from 'zod'
import { groupMeans, pooledMeans, restOf } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { publicRatings } from '../match.ts'
import { type Shown, shownPart } from '../show.ts'
import { freedomOf, partsOf, type Sampled, type Sides, sidesOf } from '../sides.ts'
import { query } from '../sql.ts'
import { contrast } from '../stats/design.ts'
import { type Difference, smallerFreedom } from '../stats/interval.ts'
import type { GapRow } from '../tables.ts'
import { entitiesOf } from './entities.ts'
import { meanAt, testOf, type Value } from './figures.ts'
import type { Touchpoint } from './touchpoints.ts'

const shares = z.object({
  company: z.int(),
  w: z.number(),
  below: z.number(),
  above: z.number(),
  top: z.number(),
})
type Shares = z.infer<typeof shares>

/** What a touchpoint came to. Company `k` of `rated` expected in part 2k and experienced in part 2k + 1. */
interface Met {
  touchpoint: Touchpoint
  sides: Sides
  shares: ReadonlyMap<number, Shares>
}

/** Weighted per cent of some companies’ customers who expected the top, and whose experience lies below, at or above it. */
function sharesOf({ shares, sides }: Met, ks: readonly number[]) {
  const rows = ks.flatMap((k) => shares.get(sides.rated[k] ?? -1) ?? [])
  const sum = (of: (row: Shares) => number) => rows.reduce((all, row) => all + of(row), 0)
  const percent = (of: (row: Shares) => number) => (100 * sum(of)) / sum(({ w }) => w)
  return {
    expected_top: percent(({ top }) => top),
    below: percent(({ below }) => below),
    met: percent(({ w, below, above }) => w - below - above),
    above: percent(({ above }) => above),
  }
}

/** Expected and experienced of a company, or of several with all their ratings pooled. */
export interface Measured {
  keys: Pick<GapRow, 'touchpoint' | 'channel' | 'owner' | 'step'>
  expected: Value
  experienced: Value
  /** experienced minus expected */
  gap: Value
  n: number
  nEffective: number
  df: number
  shares: ReturnType<typeof sharesOf>
  rule: Shown
  /** of the gap against 0; undefined where withheld */
  test: Difference | undefined
}

/** Some companies together; degrees of freedom as if nobody had rated two of them. */
function measured(study: Study, met: Met, ks: readonly number[]) {
  const { id, channel, owner, step } = met.touchpoint
  const two = pooledMeans(met.sides.parts, partsOf(met.sides, ks))
  const { n = 0, nEffective = 0, units = 0, strata = [] } = two.domains[0] ?? {}
  const values = {
    ...{ expected: meanAt(two, 0), experienced: meanAt(two, 1) },
    gap: contrast(two.means, two.matrix, [-1, 1]),
  }
  const variances = Object.values(values).map(({ variance }) => variance)
  return {
    keys: { touchpoint: id, channel, owner, step },
    ...{ ...values, n, nEffective, bases: [n], df: units - strata.length, shares: sharesOf(met, ks) },
    rule: shownPart(study, n, variances),
  }
}

const tested = <One extends Omit<Measured, 'test'>>(one: One, confidence: number): One & Measured => ({
  ...one,
  test: one.rule.published ? testOf(one.gap, one.df, confidence) : undefined,
})

async function meet(db: Database, study: Study, read: Sampled, touchpoint: Touchpoint): Promise<Met> {
  const { both, expected, experienced } = touchpoint
  await db.run(`create or replace temp view met as select company, w, ${expected} as expected, ${experienced} as experienced
    from ratings where ${both} and ${publicRatings(study)}`)
  const rows = await query(db, 'gap_shares', shares)
  const sides = await sidesOf(db, study, read, [expected, experienced])
  return { touchpoint, sides, shares: new Map(rows.map((row) => [row.company, row])) }
}

/** What is asked of expected and experienced of a company, and the same of the rest of its industry. */
const contrasts = {
  expected_vs_rest: [1, 0, -1, 0],
  experienced_vs_rest: [0, 1, 0, -1],
  gap_vs_rest: [-1, 1, 1, -1],
  level_vs_rest: [1, 1, -1, -1],
}

type Beside = Record<keyof typeof contrasts, Difference | undefined>

function besideRest(
  { parts, ...sides }: Sides,
  k: number,
  others: readonly number[],
  df: number,
  confidence: number,
): Beside {
  const { means, matrix } = groupMeans(parts, [...partsOf(sides, [k]), ...partsOf(sides, others)])
  const tests = Object.entries(contrasts).map(([name, c]) => [
    name,
    testOf(contrast(means, matrix, c), df, confidence),
  ])
  return Object.fromEntries(tests)
}

export interface CompanyGap extends Measured {
  id: string
  /** undefined where the company is withheld, or there is no rest */
  beside: Beside | undefined
}

export interface GroupGap extends Measured {
  level: 'industry' | 'all'
  id: string
}

/** Companies, industries and all at one touchpoint. */
export async function gapsAt(
  db: Database,
  study: Study,
  read: Sampled,
  touchpoint: Touchpoint,
): Promise<{ companies: CompanyGap[]; together: GroupGap[] }> {
  const { confidence } = study.publication
  const met = await meet(db, study, read, touchpoint)
  const { sides } = met
  const { companies, groups } = entitiesOf(study, sides.rated, (ks) => measured(study, met, ks))
  const freedom = await freedomOf(
    db,
    sides,
    groups.flatMap(({ ks }) => partsOf(sides, ks).slice(0, 1)),
  )
  const bases = companies.map(({ n, rule: { published } }) => ({ n, published }))
  return {
    companies: companies.map((one, k) => {
      const others = one.rule.published ? restOf(study, sides.rated, bases, k) : []
      const dfs = others.map((j) => companies[j]?.df ?? 0)
      const beside =
        others.length === 0
          ? undefined
          : besideRest(...([sides, k, others, smallerFreedom(one.df, dfs), confidence] as const))
      return { ...tested(one, confidence), beside }
    }),
    together: groups.map((one, at) => tested({ ...one, df: freedom[at] ?? 0 }, confidence)),
  }
}
