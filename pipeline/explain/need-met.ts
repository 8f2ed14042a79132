/** explain: loyalty of customers whose need or expectation was met, and of those for whom it was not (METHOD.md §18). */
import { groupMeans, pooled } from '../aggregate.ts'
import { adjustedTests } from '../compare.ts'
import type { Study } from '../contract/study.ts'
import { type Database, literal } from '../db.ts'
import { indexMeasure, loyaltyOf, type Measure, valid } from '../measures.ts'
import type { OpenWave } from '../read/wave.ts'
import { countedTogether, shownPart } from '../show.ts'
import { domainsOf, freedomOf, type ReadWave, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import type { Difference } from '../stats/interval.ts'
import { groupColumn } from '../sums.ts'
import type { NeedMetRow } from '../tables.ts'
import { open, scoreAs, testOf } from './figures.ts'
import { touchpointsAsked } from './touchpoints.ts'

/** Something that was met or not: SQL of true, false or null. */
interface Basis {
  basis: string
  served: string
  met: string
}

/** The item need_met as SQL: its answer lies on the good side of the middle of its scale. */
function needOf({ contract }: Study, { items }: OpenWave): string | undefined {
  const k = items.findIndex(({ id }) => id === contract.need_met)
  const item = items[k]
  if (item === undefined) return undefined
  const { min, max } = item.scale
  return `case when ${valid(`item_${k}`)} then 2 * item_${k}::integer ${item.reverse ? '<' : '>'} ${min + max} end`
}

/** The categories of the segment `channel` in the wave: by whom customers were served. */
async function channels(db: Database, study: Study, wave: OpenWave): Promise<{ id: string; sql: string }[]> {
  const { column: role, categories } = study.contract.segments.channel ?? {}
  const column = groupColumn(study, wave, role)
  if (column === undefined) return []
  const held = await db.rows(
    `select distinct ${column} as id from ratings where ${column} is not null order by id`,
  )
  const ids = categories === undefined ? held.map(({ id }) => String(id)) : Object.keys(categories)
  return ids.map((id) => ({ id, sql: `${column} = ${literal(id)}` }))
}

async function basesOf(db: Database, study: Study, wave: OpenWave): Promise<Basis[]> {
  const touchpoints = touchpointsAsked(study, wave).map(({ id, expected, experienced }) => ({
    ...{ basis: id, served: 'all' },
    met: `(${experienced}) >= (${expected}) - 1e-9`,
  }))
  const need = needOf(study, wave)
  if (need === undefined) return touchpoints
  const served = (await channels(db, study, wave)).map(({ id, sql }) => ({
    ...{ basis: 'need', served: id },
    met: `case when ${sql} then ${need} end`,
  }))
  return [{ basis: 'need', served: 'all', met: need }, ...served, ...touchpoints]
}

/** Companies, industries and all on one basis. */
async function rowsOn(
  db: Database,
  study: Study,
  { open: wave, design, rated }: ReadWave,
  loyalty: Measure,
  basis: Basis,
) {
  const { confidence } = study.publication
  const when = (met: string) => `case when (${basis.met}) is ${met} then ${loyalty} end`
  const measures = [when('true'), when('false')]
  const sides = await sidesOf(db, study, measures, rated, design, 'ratings')
  const { parts } = sides
  const industryOf = (k: number) => study.companies[rated[k] ?? -1]?.industry ?? ''
  const sided = (ks: readonly number[]) => [0, 1].map((side) => ks.map((k) => 2 * k + side))
  const measured = (level: NeedMetRow['level'], id: string, ks: readonly number[]) => {
    const groups = sided(ks).map((side) => side.filter((part) => (parts.domains[part]?.n ?? 0) > 0))
    const [met, unmet] = groups.map((side) => pooled(parts, side))
    const { means, matrix } = groupMeans(parts, groups)
    const value = (side: number) => ({ value: means[side] ?? 0, variance: matrix[side]?.[side] ?? 0 })
    const apart = contrast(means, matrix, [1, -1])
    const bases = [met?.n ?? 0, unmet?.n ?? 0]
    const variances = [value(0).variance, value(1).variance, apart.variance]
    const rule = shownPart(study, Math.min(...bases), variances)
    return { level, id, ks, met, unmet, value, apart, bases, rule, published: rule.published }
  }
  const countedIn = (members: readonly ReturnType<typeof measured>[]) =>
    countedTogether(study.publication.minimum_segment_n, members).flatMap(({ ks }) => ks)
  const all = [...rated.keys()]
  const companies = all.map((k) => measured('company', study.companies[rated[k] ?? -1]?.id ?? '', [k]))
  const industries = [...new Set(all.map(industryOf))].map((id) =>
    measured('industry', id, countedIn(companies.filter((_, k) => industryOf(k) === id))),
  )
  const entities = [...companies, ...industries, measured('all', 'all', countedIn(industries))]
  const freedom = await freedomOf(
    db,
    entities.flatMap(({ ks }) => {
      const [met = [], unmet = []] = sided(ks).map((side) => domainsOf(sides, side))
      return [met, unmet, [...met, ...unmet]]
    }),
  )
  return entities.map(
    ({ level, id, met, unmet, value, apart, bases: [n_met = 0, n_unmet = 0], rule }, at) => {
      const [dfMet = 0, dfUnmet = 0, df = 0] = freedom.slice(3 * at)
      const test = rule.published ? testOf(apart, df - 1, confidence) : undefined
      const figures = {
        met: (100 * (met?.weight ?? 0)) / ((met?.weight ?? 0) + (unmet?.weight ?? 0)),
        ...scoreAs('loyalty_met', value(0), dfMet, confidence),
        ...scoreAs('loyalty_unmet', value(1), dfUnmet, confidence),
      }
      const keys = { wave: wave.wave.id, level, entity_id: id, basis: basis.basis, served: basis.served }
      return { keys, n: { n_met, n_unmet }, figures, rule, test }
    },
  )
}

const nothing = { difference: null, se: null, df: null, low: null, high: null, p_value: null }
const testFigures = (test: Difference | undefined) =>
  test === undefined
    ? nothing
    : {
        ...{ difference: test.difference, se: test.se, df: test.df },
        ...{ low: test.low, high: test.high, p_value: test.p },
      }

/** The table need_met of the wave that is loaded; empty without an index of loyalty, or anything to be met. */
export async function needMetRows(db: Database, study: Study, read: ReadWave): Promise<NeedMetRow[]> {
  const loyalty = loyaltyOf(study)
  const measure = loyalty && indexMeasure(loyalty, read.open)
  if (measure === undefined) return []
  const rows: Awaited<ReturnType<typeof rowsOn>> = []
  for (const basis of await basesOf(db, study, read.open))
    for (const row of await rowsOn(db, study, read, measure, basis)) rows.push(row)
  const adjusted = adjustedTests(rows)
  return rows.map((row): NeedMetRow => {
    const figures = { ...row.figures, ...testFigures(row.test), p_adjusted: adjusted.get(row)?.bh ?? null }
    return { ...row.keys, ...row.n, ...open(row.rule.published, figures), ...row.rule }
  })
}
