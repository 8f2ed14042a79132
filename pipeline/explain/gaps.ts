/** explain: the gap between what customers expect and what they experience, and where it comes from (METHOD.md §17). */
import { z } from 'zod'
import { groupMeans, type Means, pooled } from '../aggregate.ts'
import { adjustedTests } from '../compare.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { publicRatings } from '../match.ts'
import type { OpenWave } from '../read/wave.ts'
import { type Shown, shownPart } from '../show.ts'
import { domainsOf, freedomOf, type Sides, sidesOf } from '../sides.ts'
import { query } from '../sql.ts'
import { contrast, type DomainMean } from '../stats/design.ts'
import type { Difference } from '../stats/interval.ts'
import { type Sampling, spread } from '../sums.ts'
import type { GapRow, IndustryGapRow } from '../tables.ts'
import { gapDiagnosis } from './diagnosis.ts'
import { differenceAs, open, scoreAs, testOf } from './figures.ts'
import { type Touchpoint, touchpointsAsked } from './touchpoints.ts'

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

/** Contrasts of expected and experienced, the rest behind them. */
const contrasts = {
  expected_vs_rest: [1, 0, -1, 0],
  experienced_vs_rest: [0, 1, 0, -1],
  gap_vs_rest: [-1, 1, 1, -1],
  level_vs_rest: [1, 1, -1, -1],
}

const gapOf = ({ means, matrix }: Means) => contrast(means, matrix, [-1, 1])

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

interface ReadWave {
  open: OpenWave
  design: Sampling
  rated: readonly number[]
}

/** Expected and experienced of a company, or of several together. */
interface Measured {
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
  const rule = shownPart(study, base.n, [two.matrix[0]?.[0] ?? 0, two.matrix[1]?.[1] ?? 0, gap.variance])
  return {
    keys: { touchpoint: id, channel, owner, step },
    ...{ two, df, rule, n: base.n, nEffective: base.nEffective, shares: sharesOf(met, ks) },
    test: rule.published ? testOf(gap, df, study.publication.confidence) : undefined,
  }
}

/** The figures that companies and industries have alike. `p`: adjusted. */
function figuresOf(
  { two, n, nEffective, df, shares, rule, test }: Measured,
  p: number | null,
  confidence: number,
) {
  const level = (side: number) => ({ value: two.means[side] ?? 0, variance: two.matrix[side]?.[side] ?? 0 })
  const gap = gapOf(two)
  const figures = {
    n_effective: nEffective,
    ...scoreAs('expected', level(0), df, confidence),
    ...scoreAs('experienced', level(1), df, confidence),
    ...{ gap: spread * gap.value, se: spread * Math.sqrt(gap.variance), df },
    ...{ low: test?.low ?? null, high: test?.high ?? null, p_value: test?.p ?? null, p_adjusted: p },
    ...shares,
  }
  return { n, ...open(rule.published, figures) }
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

/** A company’s expected and experienced, and those of the rest of its industry. */
interface Beside {
  four: Means
  df: number
}
interface CompanyGap extends Measured {
  company: string
  rest: Beside | undefined
}

/** Parts of what companies expected, and of what they experienced. */
const partsOf = (ks: readonly number[]): number[][] => [ks.map((k) => 2 * k), ks.map((k) => 2 * k + 1)]

/** Companies, industries and all at one touchpoint. */
async function gapsAt(db: Database, study: Study, read: ReadWave, touchpoint: Touchpoint) {
  const met = await meet(db, study, read, touchpoint)
  const { parts, rated } = met.sides
  const { aggregate } = study.publication
  const base = (k: number) => parts.domains[2 * k]
  const companies = rated.flatMap((company, k) => {
    const domain = base(k)
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
  const everyone = members.map((all) => all.filter(({ n }) => n > 0).map(({ k }) => k))
  const groups = [...everyone, ...counted].map((ks) =>
    domainsOf(
      met.sides,
      ks.map((k) => 2 * k),
    ),
  )
  const freedom = await freedomOf(db, groups)
  const together = members.map((_, group) => {
    const ks = everyone[group] ?? []
    const means = groupMeans({ ...parts, aggregate: 'ratings' }, partsOf(ks))
    const domain = pooled(
      parts,
      ks.map((k) => 2 * k),
    )
    return {
      ...measured(study, met, ks, means, domain, freedom[group] ?? 0),
      entity: industries[group] ?? 'all',
    }
  })
  const besides = industries.flatMap((_, group) => {
    const inside = counted[group] ?? []
    const df = (freedom[members.length + group] ?? 0) - 1
    return inside.map((k): [number, Beside] | undefined => {
      const others = inside.filter((j) => j !== k)
      return others.length === 0
        ? undefined
        : [k, { four: groupMeans(parts, [...partsOf([k]), ...partsOf(others)]), df }]
    })
  })
  const rest = new Map(besides.filter((one) => one !== undefined))
  return {
    companies: companies.map(
      ({ k, company, ...one }): CompanyGap => ({
        ...one,
        company: study.companies[company]?.id ?? '',
        rest: one.rule.published && (rest.get(k)?.df ?? 0) >= 1 ? rest.get(k) : undefined,
      }),
    ),
    together,
  }
}

const besideOf = ({ four: { means, matrix } }: Beside, name: keyof typeof contrasts) =>
  contrast(means, matrix, contrasts[name])

/** What stands beside the rest, its p-values by family. */
function besideFigures(rest: Beside | undefined, p: { gap: P; level: P }, confidence: number) {
  const { df = 0 } = rest ?? {}
  const nothing = { value: Number.NaN, variance: 0 }
  const as = <Name extends keyof typeof contrasts>(name: Name) =>
    differenceAs(name, rest === undefined ? nothing : besideOf(rest, name), df, confidence)
  const figures = {
    ...as('expected_vs_rest'),
    ...as('experienced_vs_rest'),
    ...as('gap_vs_rest'),
    ...as('level_vs_rest'),
    gap_vs_rest_se: rest === undefined ? null : spread * Math.sqrt(besideOf(rest, 'gap_vs_rest').variance),
    gap_vs_rest_df: df,
    ...{ gap_vs_rest_p: p.gap.p, gap_vs_rest_p_adjusted: p.gap.adjusted },
    ...{ level_vs_rest_p: p.level.p, level_vs_rest_p_adjusted: p.level.adjusted },
  }
  return open(rest !== undefined, figures)
}

interface P {
  p: number | null
  adjusted: number | null
}

/** The tables gaps and industry_gaps of the wave that is loaded; `intended`: by company and touchpoint. */
export async function gapTables(
  db: Database,
  study: Study,
  read: ReadWave,
  intended: ReadonlyMap<string, { mean: number; n: number }>,
): Promise<{ gaps: GapRow[]; industry_gaps: IndustryGapRow[] }> {
  const { confidence } = study.publication
  const wave = read.open.wave.id
  const found: Awaited<ReturnType<typeof gapsAt>>[] = []
  for (const touchpoint of touchpointsAsked(study, read.open))
    found.push(await gapsAt(db, study, read, touchpoint))
  const rows = read.rated.flatMap((_, k) => found.flatMap(({ companies }) => companies[k] ?? []))
  const groups = found[0]?.together ?? []
  const together = groups.flatMap((_, group) => found.flatMap((one) => one.together[group] ?? []))
  const compared = (name: keyof typeof contrasts, some: readonly CompanyGap[]) => {
    const tests = some.map((row) => ({
      row,
      test: row.rest && testOf(besideOf(row.rest, name), row.rest.df, confidence),
    }))
    const adjusted = adjustedTests(tests)
    return new Map(
      tests.map((one) => [
        one.row,
        { ...one, p: one.test?.p ?? null, adjusted: adjusted.get(one)?.bh ?? null },
      ]),
    )
  }
  const none = { p: null, adjusted: null, test: undefined }
  const clear = ({ adjusted }: P) => (adjusted ?? 1) < 1 - confidence
  const gap = compared('gap_vs_rest', rows)
  const worse = rows.filter((row) => {
    const one = gap.get(row) ?? none
    return clear(one) && (one.test?.difference ?? 0) < 0
  })
  const level = compared('level_vs_rest', rows)
  const levelWorse = compared('level_vs_rest', worse)
  const own = adjustedTests(rows)
  const ofGroup = adjustedTests(together)
  return {
    gaps: rows.map((row): GapRow => {
      const meant = intended.get(`${row.company} ${row.keys.touchpoint}`)
      const among = levelWorse.get(row)
      const figures = figuresOf(row, own.get(row)?.bh ?? null, confidence)
      return {
        ...{ wave, company_id: row.company },
        ...row.keys,
        ...figures,
        ...besideFigures(
          row.rest,
          {
            gap: gap.get(row) ?? none,
            level: { p: level.get(row)?.p ?? null, adjusted: among?.adjusted ?? null },
          },
          confidence,
        ),
        ...{ intended: meant?.mean ?? null, n_intended: meant?.n ?? null },
        diagnosis: gapDiagnosis({
          shown: row.rule.published,
          worse: among !== undefined,
          level: among !== undefined && clear(among) ? Math.sign(among.test?.difference ?? 0) : 0,
          asIntended: meant !== undefined && (figures.experienced ?? 0) >= meant.mean,
        }),
        ...row.rule,
      }
    }),
    industry_gaps: together.map(
      (one): IndustryGapRow => ({
        ...{ wave, level: one.entity === 'all' ? 'all' : 'industry', entity_id: one.entity },
        ...one.keys,
        ...figuresOf(one, ofGroup.get(one)?.bh ?? null, confidence),
        ...one.rule,
      }),
    ),
  }
}
