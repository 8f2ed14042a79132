/** explain: loyalty of customers whose need or expectation was met, and of those for whom it was not (METHOD.md §18). */
import { pooledMeans } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import { type Database, literal } from '../db.ts'
import { adjustedTests, testFigures } from '../family.ts'
import { indexMeasure, loyaltyOf, type Measure, valid } from '../measures.ts'
import type { OpenWave } from '../read/wave.ts'
import { type Shown, shownPart, wouldReveal } from '../show.ts'
import { freedomOf, partsOf, type ReadWave, type Sides, sidesOf } from '../sides.ts'
import { contrast } from '../stats/design.ts'
import { groupColumn } from '../sums.ts'
import type { NeedMetRow, Tables } from '../tables.ts'
import { entitiesOf } from './entities.ts'
import { meanAt, scoreAs, shownIf, testOf } from './figures.ts'
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

type Keys = Pick<NeedMetRow, 'level' | 'entity_id' | 'basis' | 'served'>

const keyOf = ({ level, entity_id, basis, served }: Keys): string =>
  JSON.stringify([level, entity_id, basis, served])

/** How many of some companies have a rating that counts. */
const among = ({ parts, count }: Sides, ks: readonly number[]): number =>
  ks.filter((k) => partsOf({ count }, [k]).some(([at = -1]) => (parts.domains[at]?.n ?? 0) > 0)).length

/** How many customers a row tells of: a withheld one of none where their answers to the question are few themselves. */
function countsOf(study: Study, served: string, n_met: number, n_unmet: number, { published }: Shown) {
  const told = published || (served === 'all' && n_met + n_unmet >= study.publication.minimum_segment_n)
  return told ? { n_met, n_unmet } : { n_met: null, n_unmet: null }
}

/** Companies, industries and all on one basis. `hidden`: keys of rows from which something withheld would follow. */
async function rowsOn(
  db: Database,
  study: Study,
  read: ReadWave,
  loyalty: Measure,
  { basis, served, met }: Basis,
  hidden: ReadonlySet<string>,
) {
  const { confidence } = study.publication
  const when = (answer: string) => `case when (${met}) is ${answer} then ${loyalty} end`
  const sides = await sidesOf(db, study, read, [when('true'), when('false')])
  const { companies, groups } = entitiesOf(study, read.rated, (ks, level, id) => {
    const two = pooledMeans(sides.parts, partsOf(sides, ks))
    const apart = contrast(two.means, two.matrix, [1, -1])
    const bases = two.domains.map(({ n }) => n)
    const variances = [meanAt(two, 0), meanAt(two, 1), apart].map(({ variance }) => variance)
    const rule = shownPart(study, Math.min(...bases), variances)
    const tells = rule.published && hidden.has(keyOf({ level, entity_id: id, basis, served }))
    return { two, apart, bases, rule: tells ? wouldReveal : rule }
  })
  const entities = [...companies, ...groups]
  const freedom = await freedomOf(
    db,
    sides,
    entities.flatMap(({ ks }) => {
      const both = partsOf(sides, ks)
      return [...both, both.flat()]
    }),
  )
  return entities.map(({ level, id, ks, two, apart, bases: [n_met = 0, n_unmet = 0], rule }, at) => {
    const [weight = 0, rest = 0] = two.domains.map((domain) => domain.weight)
    const [dfMet = 0, dfUnmet = 0, df = 0] = freedom.slice(3 * at)
    return {
      keys: { wave: read.open.wave.id, level, entity_id: id, basis, served },
      counts: countsOf(study, served, n_met, n_unmet, rule),
      companies: level === 'company' || !rule.published ? null : among(sides, ks),
      figures: {
        met: (100 * weight) / (weight + rest),
        ...scoreAs('loyalty_met', meanAt(two, 0), dfMet, confidence),
        ...scoreAs('loyalty_unmet', meanAt(two, 1), dfUnmet, confidence),
      },
      rule,
      test: rule.published ? testOf(apart, df - 1, confidence) : undefined,
    }
  })
}

/** What of a category of the segment channel is withheld in the table segments is withheld here too. */
const hiddenChannels = (segments: Tables['segments'], loyalty: string): string[] =>
  segments.flatMap(({ segment, index, level, entity_id, category: served, published }) =>
    segment === 'channel' && index === loyalty && !published
      ? [keyOf({ level, entity_id, basis: 'need', served })]
      : [],
  )

/** The table need_met of the wave that is loaded. `segments`: rows of that table. Empty without an index of loyalty, or anything to be met. */
export async function needMetRows(
  db: Database,
  study: Study,
  read: ReadWave,
  segments: Tables['segments'],
): Promise<NeedMetRow[]> {
  const loyalty = loyaltyOf(study)
  const measure = loyalty && indexMeasure(loyalty, read.open)
  if (loyalty === undefined || measure === undefined) return []
  const hidden = new Set(hiddenChannels(segments, loyalty.id))
  const rows: Awaited<ReturnType<typeof rowsOn>> = []
  for (const basis of await basesOf(db, study, read.open))
    for (const row of await rowsOn(db, study, read, measure, basis, hidden)) rows.push(row)
  const adjusted = adjustedTests(rows, ({ test }) => test)
  return rows.map((row): NeedMetRow => {
    const figures = { ...row.figures, ...testFigures(row.test), p_adjusted: adjusted.get(row)?.bh ?? null }
    const { keys, companies, counts, rule } = row
    return { ...keys, companies, ...counts, ...shownIf(rule.published, figures), ...rule }
  })
}
