/** segments: companies, industries and all by category, each beside its other customers and beside its industry (METHOD.md §20). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import type { Value } from '../explain/figures.ts'
import { type Shown, shownPart, wouldReveal } from '../show.ts'
import type { Sampled } from '../sides.ts'
import type { segmentLevels } from '../tables-segments.ts'
import type { Segment } from './categories.ts'
import { type Category, type Layout, layoutOf } from './layout.ts'
import { type Beside, besideOthers, figuresOf, type Scored, type Summed, summed } from './summed.ts'
import { type Shield, withhold } from './withhold.ts'

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
  rest: Beside | undefined
  /** beside the rest of the industry in the category */
  industry: Beside | undefined
}

const withheld = {
  ...{ rule: { published: false, reason: 'too_few_ratings' as const }, total: { n: 0, weight: 0 } },
  ...{ n: 0, nEffective: 0, weight: 0, df: 0, value: { value: 0, variance: 0 }, beside: [] },
  ...{ rest: undefined, industry: undefined },
}

/** The rule for a cell by itself. */
const ruleOf = (study: Study, { n, value, beside }: ReturnType<typeof figuresOf>): Shown =>
  shownPart(
    study,
    n,
    [value, ...beside].map(({ variance }) => variance),
  )

/** A cell that may be shown where `open`, beside others by number. */
function cellAt(
  study: Study,
  cells: Summed,
  at: number,
  open: boolean,
  others: Record<'rest' | 'industry', readonly number[]>,
) {
  const figures = figuresOf(cells, at)
  const alone = ruleOf(study, figures)
  const rule = alone.published && !open ? wouldReveal : alone
  const beside = (some: readonly number[]) =>
    rule.published && some.length > 0 ? besideOthers(study, cells, at, some) : undefined
  return { ...figures, rule, rest: beside(others.rest), industry: beside(others.industry) }
}

/** The categories of a segment, that of unknown included. */
const categoriesOf = ({ segments }: Layout, s: number): Category[] =>
  Array.from({ length: (segments[s]?.categories.length ?? 0) + 1 }, (_, c) => ({ s, c }))

/** What may be shown of a segment, by position in `layout.ks`. */
function shieldOf(study: Study, layout: Layout, companies: Summed, together: Summed, s: number): Shield {
  const { ks, company, group, groups } = layout
  const figures = ks.map((k) =>
    categoriesOf(layout, s).map((category) => figuresOf(companies, company.at(k, category))),
  )
  return withhold({
    n: figures.map((row) => row.map(({ n }) => n)),
    open: figures.map((row) => row.map((one) => ruleOf(study, one).published)),
    industries: ks.map((k) => groups.find((one) => one.ks.includes(k))?.id ?? ''),
    varies: (industry, c) => {
      const g = groups.findIndex(({ level, id }) => (level === 'all' ? undefined : id) === industry)
      return ruleOf(study, figuresOf(together, group.at(g, { s, c }))).reason !== 'no_variation'
    },
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
  const own = segments.map((_, s) => company.sql(s))
  const companies = await summed(db, study, design, measures, own, company)
  const pooled = segments.flatMap((_, s) => [group.sql(s, false), group.sql(s, true)])
  const together = await summed(db, study, { ...design, clustered: true }, measures, pooled, group)
  const shields = segments.map((_, s) => shieldOf(study, layout, companies, together, s))
  const nOf = (k: number, category: Category) => companies.parts.domains[company.at(k, category)]?.n ?? 0
  const others = (category: Category) => categoriesOf(layout, category.s).filter(({ c }) => c !== category.c)

  const companyCell = (k: number, s: number, c: number) => {
    const row = ks.indexOf(k)
    if (row < 0) return withheld
    const all = categoriesOf(layout, s).map((category) => companies.parts.domains[company.at(k, category)])
    const sum = (of: 'n' | 'weight') => all.reduce((sum, domain) => sum + (domain?.[of] ?? 0), 0)
    const industry = groups.find((one) => one.ks.includes(k))
    const beside = shields[s]?.industries.get(industry?.id ?? '')?.[c] ? (industry?.ks ?? []) : []
    const found = cellAt(
      study,
      companies,
      company.at(k, { s, c }),
      shields[s]?.companies[row]?.[c] ?? false,
      {
        rest: others({ s, c }).map((other) => company.at(k, other)),
        industry: beside.flatMap((j) => (j === k ? [] : company.at(j, { s, c }))),
      },
    )
    return { ...found, total: { n: sum('n'), weight: sum('weight') } }
  }
  const groupCell = (g: number, s: number, c: number) => {
    const { level, id = '', ks = [] } = groups[g] ?? {}
    const shown = level === 'all' ? shields[s]?.all : shields[s]?.industries.get(id)
    const rest = others({ s, c }).map((other) => group.at(g, other))
    const found = cellAt(study, together, group.at(g, { s, c }), shown?.[c] ?? false, { rest, industry: [] })
    const counted = ks.filter((k) => nOf(k, { s, c }) > 0)
    return { ...found, total: withheld.total, companies: counted.length }
  }
  const perCategory = <Found>(find: (s: number, c: number) => Found) =>
    segments.flatMap(({ id: segment, categories }, s) =>
      categories.map((category, c) => ({ segment, category, ...find(s, c) })),
    )
  return [
    ...rated.flatMap((position, k) => {
      const named = { level: 'company' as const, id: study.companies[position]?.id ?? '', k, companies: null }
      return perCategory(
        (s, c): Omit<Cell, 'segment' | 'category'> => ({ ...named, ...companyCell(k, s, c) }),
      )
    }),
    ...groups.flatMap(({ level, id }, g) =>
      perCategory(
        (s, c): Omit<Cell, 'segment' | 'category'> => ({ level, id, k: undefined, ...groupCell(g, s, c) }),
      ),
    ),
  ]
}
