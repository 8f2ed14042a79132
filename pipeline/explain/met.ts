/** explain: what was expected and experienced at one touchpoint: of companies, of the rest of their industries, of industries and of all (METHOD.md §17). */
import { z } from 'zod'
import { groupMeans, pooledMeans, type Rated, restOf } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { publicRatings } from '../match.ts'
import { shownPart } from '../show.ts'
import { freedomOf, partsOf, type Sampled, type Sides, sidesOf } from '../sides.ts'
import { query } from '../sql.ts'
import { contrast } from '../stats/design.ts'
import type { Difference } from '../stats/interval.ts'
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

/** Expected, experienced and their gap, of a company or of several with all their ratings pooled. */
function pooledAt(study: Study, met: Met, ks: readonly number[]) {
  const { id: touchpoint, channel, owner, step } = met.touchpoint
  const two = pooledMeans(met.sides.parts, partsOf(met.sides, ks))
  const { n = 0, nEffective = 0, units = 0, strata = [] } = two.domains[0] ?? {}
  const values = {
    ...{ expected: meanAt(two, 0), experienced: meanAt(two, 1) },
    gap: contrast(two.means, two.matrix, [-1, 1]),
  }
  const variances = Object.values(values).map(({ variance }) => variance)
  return {
    ...{ keys: { touchpoint, channel, owner, step }, ...values, n, nEffective, bases: [n] },
    /** of one company; a unit may rate several */
    df: units - strata.length,
    ...{ shares: sharesOf(met, ks), rule: shownPart(study, n, variances) },
  }
}

/** The same, and the test of the gap against 0; none where withheld. */
export interface Measured extends ReturnType<typeof pooledAt> {
  id: string
  test: Difference | undefined
}

async function meet(db: Database, study: Study, read: Sampled, touchpoint: Touchpoint): Promise<Met> {
  const { both, expected, experienced } = touchpoint
  await db.run(`create or replace temp view met as select company, w, ${expected} as expected, ${experienced} as experienced
    from ratings where ${both} and ${publicRatings(study)}`)
  const rows = await query(db, 'gap_shares', shares)
  const sides = await sidesOf(db, study, read, [expected, experienced])
  return { touchpoint, sides, shares: new Map(rows.map((row) => [row.company, row])) }
}

/** Expected and experienced of company `k` beside those of the rest of its industry; undefined where it is withheld, or there is no rest. */
function besideRest(study: Study, sides: Sides, companies: readonly Rated[], k: number) {
  const rest = companies[k]?.published
    ? restOf(study, sides, companies, k, study.publication.minimum_segment_n)
    : undefined
  if (rest === undefined) return undefined
  const four = groupMeans(sides.parts, [...partsOf(sides, [k]), ...partsOf(sides, rest.others)])
  const test = (...c: number[]) =>
    testOf(contrast(four.means, four.matrix, c), rest.df, study.publication.confidence)
  return {
    expected_vs_rest: test(1, 0, -1, 0),
    experienced_vs_rest: test(0, 1, 0, -1),
    gap_vs_rest: test(-1, 1, 1, -1),
    level_vs_rest: test(1, 1, -1, -1),
  }
}

export interface CompanyGap extends Measured {
  beside: ReturnType<typeof besideRest>
}

export interface GroupGap extends Measured {
  level: 'industry' | 'all'
}

/** Companies, industries and all at one touchpoint. */
export async function gapsAt(
  db: Database,
  study: Study,
  read: Sampled,
  touchpoint: Touchpoint,
): Promise<{ companies: CompanyGap[]; together: GroupGap[] }> {
  const met = await meet(db, study, read, touchpoint)
  const { sides } = met
  const { companies, groups } = entitiesOf(study, sides.rated, (ks) => pooledAt(study, met, ks))
  const freedom = await freedomOf(
    db,
    sides,
    groups.flatMap(({ ks }) => partsOf(sides, ks).slice(0, 1)),
  )
  const test = ({ published, gap }: { published: boolean; gap: Value }, df: number) =>
    published ? testOf(gap, df, study.publication.confidence) : undefined
  return {
    companies: companies.map((one, k) => ({
      ...{ ...one, test: test(one, one.df), beside: besideRest(study, sides, companies, k) },
    })),
    together: groups.map((one, at) => {
      const df = freedom[at] ?? 0
      return { ...one, df, test: test(one, df) }
    }),
  }
}
