/** segments: companies, industries and all by category, each beside its other customers and beside its industry (METHOD.md §20). */
import { type Parts, pooledMeans } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { testOf, type Value } from '../explain/figures.ts'
import { grouped } from '../group.ts'
import type { Measure } from '../measures.ts'
import { type Shown, shownPart, wouldReveal } from '../show.ts'
import { nobody, type Sampled } from '../sides.ts'
import { contrast, type DomainMean, domainMean, variance } from '../stats/design.ts'
import { type Difference, smallerFreedom } from '../stats/interval.ts'
import { measureSums, type Sampling, type Scoring, sharedSums } from '../sums.ts'
import type { segmentLevels } from '../tables-segments.ts'
import type { Segment } from './categories.ts'
import { type Category, type Layout, layoutOf } from './layout.ts'
import { type Shield, withhold } from './withhold.ts'

/** What is scored by category: the measure that is compared, and others on the same ratings. */
export interface Scored {
  compared: Measure
  beside: readonly Measure[]
}

/** A category of an entity. */
export interface Cell {
  level: (typeof segmentLevels)[number]
  id: string
  /** position in `rated`; undefined for industries and all */
  k: number | undefined
  segment: string
  category: string
  rule: Shown
  n: number
  nEffective: number
  /** sum of weights */
  weight: number
  /** all customers of the entity; of companies only */
  total: { n: number; weight: number }
  /** how many companies count; of industries and all */
  companies: number | null
  df: number
  value: Value
  /** of the measures beside the one that is compared */
  beside: readonly Value[]
  /** beside the other customers of the entity */
  rest: { n: number; test: Difference | undefined } | undefined
  /** beside the rest of the industry in the category */
  industry: { n: number; test: Difference | undefined } | undefined
}

/** Numbered cells with what their means, variances and differences need. */
interface Summed {
  parts: Parts
  /** other measures of the same cells */
  beside: readonly (readonly DomainMean[])[]
}

/** Sums the ratings up by cell. `domains`: SQL of the cell that a rating counts in; `block`: how many cells are compared with each other. */
async function summed(
  db: Database,
  study: Study,
  design: Sampling,
  { compared, beside }: Scored,
  domains: readonly string[],
  { size, block }: Layout['company' | 'group'],
): Promise<Summed> {
  const numbers = Array.from({ length: size }, (_, at) => at)
  const count = Math.max(1, beside.length)
  const others = beside.flatMap((score, m) =>
    domains.map((domain): Scoring => ({ domain: `(${domain}) * ${count} + ${m}`, score })),
  )
  const levels = others.length === 0 ? new Map() : await measureSums(db, study, design, others, false)
  const found = await measureSums(
    db,
    study,
    design,
    domains.map((domain) => ({ domain, score: compared })),
    true,
  )
  const sums = numbers.map((at) => found.get(at) ?? nobody)
  const parts: Parts = {
    ...{ sums, domains: sums.map((one) => domainMean(one, design)), design, aggregate: 'ratings' },
    pairs: grouped(await sharedSums(db, block), ({ a }) => a),
    ...{ matrix: [], shares: [] },
  }
  return {
    parts,
    beside: beside.map((_, m) =>
      numbers.map((at) => domainMean(levels.get(at * count + m) ?? nobody, design)),
    ),
  }
}

const freedomOf = (domain: DomainMean | undefined): number =>
  (domain?.units ?? 0) - (domain?.strata.length ?? 0)

/** A cell’s own figures. */
function figuresOf({ parts, beside }: Summed, at: number) {
  const value = (domain: DomainMean | undefined): Value => ({
    value: domain?.mean ?? 0,
    variance: domain === undefined || domain.n === 0 ? 0 : variance(domain, parts.design),
  })
  const { n = 0, nEffective = 0, weight = 0 } = parts.domains[at] ?? {}
  return {
    ...{ n, nEffective, weight, df: freedomOf(parts.domains[at]) },
    ...{ value: value(parts.domains[at]), beside: beside.map((domains) => value(domains[at])) },
  }
}

/** Some cells beside others, by number, with the smaller of their degrees of freedom; undefined on too few others. */
function besideOthers(
  study: Study,
  { parts }: Summed,
  some: number,
  others: readonly number[],
): Cell['rest'] {
  const { confidence, minimum_segment_n } = study.publication
  const counted = others.filter((at) => (parts.domains[at]?.n ?? 0) > 0)
  const two = pooledMeans(parts, [[some], counted])
  const n = two.domains[1]?.n ?? 0
  if (n < minimum_segment_n) return undefined
  const df = smallerFreedom(
    freedomOf(parts.domains[some]),
    counted.map((at) => freedomOf(parts.domains[at])),
  )
  return { n, test: testOf(contrast(two.means, two.matrix, [1, -1]), df, confidence) }
}

/** The categories of a segment, that of unknown included. */
const categoriesOf = ({ segments }: Layout, s: number): Category[] =>
  Array.from({ length: (segments[s]?.categories.length ?? 0) + 1 }, (_, c) => ({ s, c }))

/** What may be shown of a segment, by position in `layout.ks`. */
function shieldOf(
  study: Study,
  layout: Layout,
  s: number,
  rule: (k: number, category: Category) => Shown,
  n: (k: number, category: Category) => number,
): Shield {
  const categories = categoriesOf(layout, s)
  const industries = new Map(
    layout.groups.flatMap(({ level, id, ks }) =>
      level === 'industry' ? ks.map((k) => [k, id] as const) : [],
    ),
  )
  return withhold({
    n: layout.ks.map((k) => categories.map((category) => n(k, category))),
    open: layout.ks.map((k) => categories.map((category) => rule(k, category).published)),
    industries: layout.ks.map((k) => industries.get(k) ?? ''),
    least: study.publication.minimum_segment_n,
  })
}

/**
 * The cells of all segments in the wave that is loaded. `counting`: by position in `rated`, the companies whose own figure is
 * shown; the others have no cells and count in none. The measures all have a value for a rating or none.
 */
export async function cellsOf(
  db: Database,
  study: Study,
  { rated, design }: Sampled,
  segments: readonly Segment[],
  measures: Scored,
  counting: readonly boolean[],
): Promise<Cell[]> {
  const layout = layoutOf(study, rated, segments, counting)
  const { company, group, ks, groups } = layout
  const companies = await summed(
    ...([db, study, design, measures, segments.map((_, s) => company.sql(s)), company] as const),
  )
  const own = (k: number, category: Category) => figuresOf(companies, company.at(k, category))
  const rule = (k: number, category: Category): Shown => {
    const { n, value, beside } = own(k, category)
    return shownPart(
      study,
      n,
      [value, ...beside].map((one) => one.variance),
    )
  }
  const nOf = (k: number, category: Category) => companies.parts.domains[company.at(k, category)]?.n ?? 0
  const shields = segments.map((_, s) => shieldOf(study, layout, s, rule, nOf))
  const isShown = (g: number, { s, c }: Category): boolean => {
    const { level, id = '' } = groups[g] ?? {}
    return (level === 'all' ? shields[s]?.all[c] : shields[s]?.industries.get(id)?.[c]) ?? false
  }
  const domains = segments.flatMap((_, s) => [group.sql(s, false), group.sql(s, true)])
  const together = await summed(db, study, { ...design, clustered: true }, measures, domains, group)

  const cells = rated.flatMap((position, k) =>
    segments.flatMap((segment, s) => {
      const all = categoriesOf(layout, s)
      const named = {
        level: 'company' as const,
        id: study.companies[position]?.id ?? '',
        k,
        segment: segment.id,
        companies: null,
      }
      const row = ks.indexOf(k)
      const total = all.map((category) => companies.parts.domains[company.at(k, category)])
      const sum = (of: (domain: DomainMean) => number) =>
        total.reduce((sum, domain) => (domain === undefined ? sum : sum + of(domain)), 0)
      const g = groups.findIndex((one) => one.level === 'industry' && one.ks.includes(k))
      return segment.categories.map((category, c): Cell => {
        if (row < 0) return { ...named, category, ...withheld }
        const one = { s, c }
        const alone = rule(k, one)
        const open = shields[s]?.companies[row]?.[c] ?? false
        const shown: Shown = alone.published && !open ? wouldReveal : alone
        const beside = (others: readonly number[]) =>
          shown.published && others.length > 0
            ? besideOthers(study, companies, company.at(k, one), others)
            : undefined
        return {
          ...{
            ...named,
            category,
            rule: shown,
            total: { n: sum(({ n }) => n), weight: sum(({ weight }) => weight) },
          },
          ...own(k, one),
          rest: beside(all.flatMap((other) => (other.c === c ? [] : company.at(k, other)))),
          industry: isShown(g, one)
            ? beside((groups[g]?.ks ?? []).flatMap((j) => (j === k ? [] : company.at(j, one))))
            : undefined,
        }
      })
    }),
  )
  const groupCells = groups.flatMap(({ level, id, ks }, g) =>
    segments.flatMap((segment, s) => {
      const all = categoriesOf(layout, s)
      return segment.categories.map((category, c): Cell => {
        const one = { s, c }
        const figures = figuresOf(together, group.at(g, one))
        const alone = shownPart(
          study,
          figures.n,
          [figures.value, ...figures.beside].map(({ variance }) => variance),
        )
        const rule: Shown = alone.published && !isShown(g, one) ? wouldReveal : alone
        const others = all.flatMap((other) => (other.c === c ? [] : group.at(g, other)))
        return {
          ...{ level, id, k: undefined, segment: segment.id, category, rule },
          ...{
            total: nobodyAtAll,
            companies: ks.filter((k) => nOf(k, one) > 0).length,
            ...figures,
            industry: undefined,
          },
          rest:
            rule.published && others.length > 0
              ? besideOthers(study, together, group.at(g, one), others)
              : undefined,
        }
      })
    }),
  )
  return [...cells, ...groupCells]
}

const nobodyAtAll = { n: 0, weight: 0 }
const withheld = {
  ...{ rule: { published: false, reason: 'too_few_ratings' as const }, total: nobodyAtAll },
  ...{ n: 0, nEffective: 0, weight: 0, df: 0, value: { value: 0, variance: 0 }, beside: [] },
  ...{ rest: undefined, industry: undefined },
}
