/** Rows of the tables `segments`, `segment_gaps` and `served_worse` (METHOD.md §20). */
import { benjaminiHochberg } from '../../pipeline/stats/adjust.ts'
import type { Tables } from '../../pipeline/tables.ts'
import { type Division, divisionsOf } from './divisions.ts'
import { type Domain, domainOf, freedom } from './domain.ts'
import { type Measured, measure, personMean } from './entities.ts'
import { estimate, limitsOf, minus, varianceOf } from './estimate.ts'
import type { PlainCompany, PlainStudy, PlainTouchpoint, Rating } from './plain.ts'
import { publicCompanies, segmentBase } from './publication.ts'
import { placesAmong } from './scores.ts'
import { type Difference, together, tTest } from './tests.ts'
import { gapFigures, measures, meeting, touchpointsAsked } from './touchpoints.ts'
import { type Wave, waveOf } from './wave.ts'
import { type Cell, type Divided, divide, ratingsIn, type Subject } from './withheld.ts'

/** A category of an entity as a row shows it, before tests are adjusted together. */
interface Row {
  subject: string
  division: Division
  entity: Divided
  cell: Cell
  rest: Beside
  industry: Beside
}

/** What a cell is held against: nothing where that is not shown. */
interface Beside {
  n: number | null
  test: Difference | null
}
const nothing: Beside = { n: null, test: null }

function figureOf({ figures: [first] }: { figures: readonly Domain[] }): Domain {
  if (!first) throw new Error('no figure')
  return first
}

/** A cell minus others; `parts`: the largest of them says how many degrees of freedom they have. */
function beside(
  study: PlainStudy,
  wave: Wave,
  cell: Domain,
  others: Domain,
  parts: readonly Domain[],
): Beside {
  if (others.n < segmentBase(study)) return nothing
  const most = Math.max(...parts.map(({ members }) => freedom(wave, members)))
  const df = Math.min(freedom(wave, cell.members), most)
  const difference = minus(estimate(cell), estimate(others))
  const test = tTest(difference.value, varianceOf(wave, difference), df, study.publication.confidence)
  return { n: others.n, test }
}

/** All other ratings of the same companies with a figure. */
function besideRest(
  study: PlainStudy,
  subject: Subject,
  { categoryOf }: Division,
  entity: Divided,
  cell: Cell,
) {
  const others = ratingsIn(subject, (rating) => (categoryOf(rating) === cell.category ? 'in' : 'out'))(
    entity.eligible,
    'out',
  )
  const parts = entity.cells.filter((one) => one !== cell).map(figureOf)
  return beside(study, subject.wave, figureOf(cell), figureOf({ figures: others }), parts)
}

/** The same category of the other companies that count in the industry’s cell. */
function besideIndustry(
  study: PlainStudy,
  subject: Subject,
  { categoryOf }: Division,
  entities: readonly Divided[],
  entity: Divided,
  cell: Cell,
) {
  if (entity.level !== 'company') return nothing
  const industry = subject.companies.find(({ id }) => id === entity.id)?.industry
  const pooled = entities
    .find(({ level, id }) => level === 'industry' && id === industry)
    ?.cells.find(({ category }) => category === cell.category)
  if (!pooled?.published) return nothing
  const ids = pooled.ids.filter((id) => id !== entity.id)
  const of = (some: readonly string[]) =>
    figureOf({ figures: ratingsIn(subject, categoryOf)(some, cell.category) })
  return beside(
    study,
    subject.wave,
    figureOf(cell),
    of(ids),
    ids.map((id) => of([id])),
  )
}

function rowsOf(study: PlainStudy, name: string, subject: Subject, division: Division): Row[] {
  const entities = divide(study, subject, division.categories, ratingsIn(subject, division.categoryOf))
  return entities.flatMap((entity) =>
    entity.cells
      .filter(({ category }) => category !== null)
      .map((cell) => ({
        ...{ subject: name, division, entity, cell },
        rest: cell.published ? besideRest(study, subject, division, entity, cell) : nothing,
        industry: cell.published ? besideIndustry(study, subject, division, entities, entity, cell) : nothing,
      })),
  )
}

type Verdict<Up, Down> = Up | Down | 'no_clear_difference' | null
const verdictOf = <Up, Down>(
  test: Difference | null,
  adjusted: number | null,
  alpha: number,
  [up, down]: readonly [Up, Down],
): Verdict<Up, Down> => {
  if (test === null || adjusted === null) return null
  if (adjusted >= alpha) return 'no_clear_difference'
  return test.difference > 0 ? up : down
}

/** The columns of both comparisons of every row. */
function besides(study: PlainStudy, rows: readonly Row[]) {
  const alpha = 1 - study.publication.confidence
  const adjusted = (of: (row: Row) => Beside) =>
    together(
      rows.map((row) => of(row).test?.p),
      benjaminiHochberg,
    )
  const [rests, industries] = [adjusted(({ rest }) => rest), adjusted(({ industry }) => industry)]
  return rows.map(({ rest, industry }, i) => ({
    n_rest: rest.n,
    difference_from_rest: rest.test?.difference ?? null,
    difference_se: rest.test?.se ?? null,
    difference_df: rest.test?.df ?? null,
    difference_low: rest.test?.low ?? null,
    difference_high: rest.test?.high ?? null,
    p_value: rest.test?.p ?? null,
    p_adjusted: rests[i] ?? null,
    verdict: verdictOf(rest.test, rests[i] ?? null, alpha, ['higher', 'lower'] as const),
    industry_n: industry.n,
    difference_from_industry: industry.test?.difference ?? null,
    industry_se: industry.test?.se ?? null,
    industry_df: industry.test?.df ?? null,
    industry_low: industry.test?.low ?? null,
    industry_high: industry.test?.high ?? null,
    industry_p: industry.test?.p ?? null,
    industry_p_adjusted: industries[i] ?? null,
    served: verdictOf(industry.test, industries[i] ?? null, alpha, ['better', 'worse'] as const),
  }))
}

const keysOf = (wave: string, { entity, division, cell }: Row) => ({
  ...{ wave, level: entity.level, entity_id: entity.id, segment: division.id, category: cell.category ?? '' },
  n: cell.published ? cell.n : null,
  companies: cell.published && entity.level !== 'company' ? cell.ids.length : null,
})

function limits(study: PlainStudy, wave: Wave, { published, n }: Cell, domain: Domain) {
  if (!published) return { se: null, df: null, low: null, high: null }
  const df = freedom(wave, domain.members)
  return { ...limitsOf(study, wave, estimate(domain), df, n), df }
}

/** In the order of the register. */
const registered = (study: PlainStudy, waveId: string): PlainCompany[] => {
  const rated = publicCompanies(study, waveId)
  return study.companies.filter((company) => rated.includes(company))
}

/** A cell as places see it: by its company. */
const ranked = (study: PlainStudy, { entity, cell }: Row) =>
  entity.level === 'company' && cell.published && cell.n >= study.publication.minimum_n

function indexSubjects(study: PlainStudy, waveId: string): { name: string; subject: Subject }[] {
  const companies = registered(study, waveId)
  return study.indices.flatMap((index) => {
    const now: Measured | null = measure(study, index, waveId)
    if (!now) return []
    const own = new Set(now.companies.flatMap(({ id, published }) => (published ? [id] : [])))
    const figures = [(rating: Rating) => personMean(study, index, now.items, rating)]
    return [{ name: index.id, subject: { wave: now.wave, figures, companies, own } }]
  })
}

export function segmentRows(study: PlainStudy, waveId: string): Pick<Tables, 'segments' | 'served_worse'> {
  const wave = waveOf(study, waveId)
  const subjects = indexSubjects(study, waveId)
  const divisions = divisionsOf(study, waveId)
  const rows = subjects.flatMap(({ name, subject }) =>
    divisions.flatMap((division) => rowsOf(study, name, subject, division)),
  )
  const compared = besides(study, rows)
  const places = placesIn(study, waveId, rows)
  const segments = rows.map((row, i) => {
    const domain = figureOf(row.cell)
    const { published } = row.cell
    const beside = compared[i]
    if (!beside) throw new Error('a row without comparison')
    return {
      ...keysOf(waveId, row),
      index: row.subject,
      n_effective: published ? domain.kish : null,
      score: published ? domain.mean : null,
      ...limits(study, wave, row.cell, domain),
      ...(places.get(row) ?? noPlace),
      ...beside,
      ...{ published, reason: row.cell.reason },
    }
  })
  const verdicts = rows.map((row, i) => ({ row, served: compared[i]?.served ?? null }))
  return { segments, served_worse: servedRows(study, waveId, subjects, divisions, verdicts) }
}

const noPlace = {
  ...{ rank: null, rank_low: null, rank_high: null },
  ...{ rank_in_industry: null, rank_in_industry_low: null, rank_in_industry_high: null },
}

/** Places of companies in each category, in all and within their industries. */
function placesIn(study: PlainStudy, waveId: string, rows: readonly Row[]) {
  const wave = waveOf(study, waveId)
  const { confidence } = study.publication
  const found = new Map<Row, typeof noPlace | Record<keyof typeof noPlace, number | null>>()
  const columns = new Map<string, Row[]>()
  for (const row of rows.filter((one) => ranked(study, one))) {
    const key = JSON.stringify([row.subject, row.division.id, row.cell.category])
    columns.set(key, [...(columns.get(key) ?? []), row])
  }
  const industryOf = ({ entity }: Row) => study.companies.find(({ id }) => id === entity.id)?.industry ?? ''
  for (const column of columns.values()) {
    // A single company has no place.
    if (column.length < 2) continue
    const overall = placesAmong(
      wave,
      column.map(({ cell }) => figureOf(cell)),
      confidence,
    )
    column.forEach((row, i) => {
      const others = column.filter((one) => industryOf(one) === industryOf(row))
      const within = placesAmong(
        wave,
        others.map(({ cell }) => figureOf(cell)),
        confidence,
      )
      const [place, inside] = [overall[i], within[others.indexOf(row)]]
      found.set(row, {
        rank: place?.rank ?? null,
        rank_low: place?.low ?? null,
        rank_high: place?.high ?? null,
        rank_in_industry: inside?.rank ?? null,
        rank_in_industry_low: inside?.low ?? null,
        rank_in_industry_high: inside?.high ?? null,
      })
    })
  }
  return found
}

function servedRows(
  study: PlainStudy,
  waveId: string,
  subjects: ReturnType<typeof indexSubjects>,
  divisions: readonly Division[],
  verdicts: readonly { row: Row; served: Verdict<'better', 'worse'> }[],
): Tables['served_worse'] {
  const wave = waveOf(study, waveId)
  return subjects.flatMap(({ name, subject }) =>
    divisions.flatMap(({ id: segment, categoryOf }) =>
      subject.companies.map(({ id }) => {
        const rows = verdicts.filter(
          ({ row: { subject, division, entity } }) =>
            subject === name && division.id === segment && entity.id === id && entity.level === 'company',
        )
        const those = (chosen: (served: Verdict<'better', 'worse'>) => boolean) =>
          rows.flatMap(({ row, served }) => (chosen(served) ? [row.cell.category ?? ''] : []))
        const [compared, worse, better] = [
          those((served) => served !== null),
          those((served) => served === 'worse'),
          those((served) => served === 'better'),
        ]
        const share = (some: readonly string[]) => shareOf(wave, subject, categoryOf, id, some)
        const published = compared.length > 0
        const whole = share(compared)
        return {
          ...{ wave: waveId, company_id: id, segment, index: name },
          n: published ? whole.n : null,
          compared: compared.length,
          ...{ worse: worse.join('|'), better: better.join('|') },
          share_compared: published ? whole.mean : null,
          share_worse: published ? share(worse).mean : null,
          share_better: published ? share(better).mean : null,
          ...{ published, reason: published ? null : 'too_few_ratings' },
        }
      }),
    ),
  )
}

/** The weighted per cent of the ratings of a company that are in one of some categories. */
function shareOf(
  wave: Wave,
  { figures: [figure] }: Subject,
  categoryOf: (rating: Rating) => string | null,
  id: string,
  some: readonly string[],
) {
  return domainOf(wave, (rating) => {
    if (rating.company !== id || figure === undefined || figure(rating) === null) return null
    return some.includes(categoryOf(rating) ?? '') ? 100 : 0
  })
}

/** The gap, what was expected and what was experienced at a touchpoint. */
function gapSubject(study: PlainStudy, waveId: string, touchpoint: PlainTouchpoint): Subject {
  const wave = waveOf(study, waveId)
  const companies = registered(study, waveId)
  const own = companies.flatMap(({ id }) => (gapFigures(study, wave, touchpoint, [id]).published ? [id] : []))
  const figures = [measures.gap, measures.expected, measures.experienced].map((of) => (rating: Rating) => {
    const met = meeting(study, touchpoint, rating)
    return met && of(met)
  })
  return { wave, figures, companies, own: new Set(own) }
}

export function segmentGapRows(study: PlainStudy, waveId: string): Tables['segment_gaps'] {
  const wave = waveOf(study, waveId)
  const divisions = divisionsOf(study, waveId)
  const rows = touchpointsAsked(study, waveId).flatMap((touchpoint) => {
    const subject = gapSubject(study, waveId, touchpoint)
    return divisions
      .flatMap((division) => rowsOf(study, touchpoint.id, subject, division))
      .filter(({ entity: { level }, cell }) => level !== 'company' || cell.published)
  })
  const compared = besides(study, rows)
  return rows.map((row, i) => {
    const [gap, expected, experienced] = row.cell.figures
    const beside = compared[i]
    if (!beside || !gap || !expected || !experienced) throw new Error('a row without figures')
    const { published, reason } = row.cell
    return {
      ...keysOf(waveId, row),
      touchpoint: row.subject,
      ...(published
        ? { expected: expected.mean, experienced: experienced.mean, gap: gap.mean }
        : { expected: null, experienced: null, gap: null }),
      ...limits(study, wave, row.cell, gap),
      ...beside,
      ...{ published, reason },
    }
  })
}
