/** explain: what was expected and experienced at one touchpoint: of companies, of the rest of their industries, of industries and of all (METHOD.md §17). */
import { z } from 'zod'
import { groupMeans, type Means, type Parts, pooled } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { publicRatings } from '../match.ts'
import { countedTogether, type Shown, shownPart } from '../show.ts'
import { domainsOf, freedomOf, type ReadWave, type Sides, sidesOf } from '../sides.ts'
import { query } from '../sql.ts'
import { contrast, type DomainMean } from '../stats/design.ts'
import { type Difference, smallerFreedom } from '../stats/interval.ts'
import type { GapRow } from '../tables.ts'
import { testOf } from './figures.ts'
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

/** Experienced minus expected. */
export const gapOf = ({ means, matrix }: Means) => contrast(means, matrix, [-1, 1])

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

/** Expected and experienced of a company, or of several together. */
export interface Measured {
  keys: Pick<GapRow, 'touchpoint' | 'channel' | 'owner' | 'step'>
  two: Means
  n: number
  nEffective: number
  df: number
  shares: ReturnType<typeof sharesOf>
  rule: Shown
  /** of the gap against 0; undefined where withheld */
  test: Difference | undefined
}

/** Whether expected and experienced may be shown, on `n` ratings. */
const ruleOf = (study: Study, n: number, two: Means): Shown =>
  shownPart(study, n, [two.matrix[0]?.[0] ?? 0, two.matrix[1]?.[1] ?? 0, gapOf(two).variance])

function measured(
  study: Study,
  met: Met,
  ks: readonly number[],
  two: Means,
  base: DomainMean,
  df: number,
): Measured {
  const { id, channel, owner, step } = met.touchpoint
  const gap = gapOf(two)
  const rule = ruleOf(study, base.n, two)
  return {
    keys: { touchpoint: id, channel, owner, step },
    ...{ two, df, rule, n: base.n, nEffective: base.nEffective, shares: sharesOf(met, ks) },
    test: rule.published ? testOf(gap, df, study.publication.confidence) : undefined,
  }
}

async function meet(
  db: Database,
  study: Study,
  { design, rated }: ReadWave,
  touchpoint: Touchpoint,
): Promise<Met> {
  const { both, expected, experienced } = touchpoint
  await db.run(`create or replace temp view met as select company, w, ${expected} as expected, ${experienced} as experienced
    from ratings where ${both} and ${publicRatings(study)}`)
  const rows = await query(db, 'gap_shares', shares)
  const sides = await sidesOf(db, study, [expected, experienced], rated, design, study.publication.aggregate)
  return { touchpoint, sides, shares: new Map(rows.map((row) => [row.company, row])) }
}

/** Expected and experienced of a company, then those of the rest of its industry. */
export interface Beside {
  four: Means
  df: number
}
export interface CompanyGap extends Measured {
  company: string
  rest: Beside | undefined
}

/** Parts of what companies expected, and of what they experienced. */
const partsOf = (ks: readonly number[]): number[][] => [ks.map((k) => 2 * k), ks.map((k) => 2 * k + 1)]

/** The companies that each industry counts, and all of them together. */
function countedBy(
  study: Study,
  parts: Parts,
  industries: readonly (readonly { k: number; n: number; rule: Shown }[])[],
): number[][] {
  const { minimum_segment_n } = study.publication
  const found = industries.map((companies) => {
    const inside = countedTogether(
      minimum_segment_n,
      companies.map(({ k, n, rule }) => ({ k, published: rule.published, bases: [n] })),
    ).filter(({ bases: [n = 0] }) => n > 0)
    const ks = inside.map(({ k }) => k)
    const n = inside.reduce((sum, { bases: [own = 0] }) => sum + own, 0)
    const { means, matrix } = groupMeans({ ...parts, aggregate: 'ratings' }, partsOf(ks))
    return { ks, bases: [n], published: ruleOf(study, n, { means, matrix }).published }
  })
  return [...found.map(({ ks }) => ks), countedTogether(minimum_segment_n, found).flatMap(({ ks }) => ks)]
}

/** Companies, industries and all at one touchpoint. */
export async function gapsAt(db: Database, study: Study, read: ReadWave, touchpoint: Touchpoint) {
  const met = await meet(db, study, read, touchpoint)
  const { parts, rated } = met.sides
  const { aggregate } = study.publication
  const companies = rated.flatMap((company, k) => {
    const domain = parts.domains[2 * k]
    if (domain === undefined) return []
    const means = groupMeans({ ...parts, aggregate: 'companies' }, partsOf([k]))
    const one = measured(study, met, [k], means, domain, domain.units - domain.strata.length)
    return [{ ...one, k, company, industry: study.companies[company]?.industry ?? '' }]
  })
  const industries = [...new Set(companies.map(({ industry }) => industry))]
  const members = [...industries, undefined].map((id) =>
    companies.filter(({ industry }) => id === undefined || industry === id),
  )
  const counted = members.map((all) =>
    all.filter(({ n, rule }) => (aggregate === 'ratings' ? n > 0 : rule.published)).map(({ k }) => k),
  )
  const everyone = countedBy(study, parts, members.slice(0, -1))
  const expecting = (ks: readonly number[]) => ks.map((k) => 2 * k)
  const freedom = await freedomOf(
    db,
    everyone.map((ks) => domainsOf(met.sides, expecting(ks))),
  )
  const together = members.map((_, group) => {
    const ks = everyone[group] ?? []
    const means = groupMeans({ ...parts, aggregate: 'ratings' }, partsOf(ks))
    const domain = pooled(parts, expecting(ks))
    return {
      ...measured(study, met, ks, means, domain, freedom[group] ?? 0),
      industry: industries[group],
    }
  })
  const besides = industries.flatMap((_, group) => {
    const inside = counted[group] ?? []
    const own = new Map(members[group]?.map(({ k, df }) => [k, df]))
    return inside.flatMap((k): [number, Beside][] => {
      const others = inside.filter((j) => j !== k)
      if (others.length === 0) return []
      const df = smallerFreedom(
        own.get(k) ?? 0,
        others.map((j) => own.get(j) ?? 0),
      )
      return df < 1 ? [] : [[k, { four: groupMeans(parts, [...partsOf([k]), ...partsOf(others)]), df }]]
    })
  })
  const rest = new Map(besides)
  return {
    companies: companies.map(
      ({ k, company, ...one }): CompanyGap => ({
        ...one,
        company: study.companies[company]?.id ?? '',
        rest: one.rule.published ? rest.get(k) : undefined,
      }),
    ),
    together,
  }
}
