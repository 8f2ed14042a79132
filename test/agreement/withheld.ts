/** Which groups of customers are shown, and the companies that count in pooled ones (METHOD.md §20, §22). */
import { type Domain, domainOf } from './domain.ts'
import type { PlainCompany, PlainStudy, Rating } from './plain.ts'
import { type Standing, segmentBase, shownPart } from './publication.ts'
import type { Wave } from './wave.ts'

/** What is divided: an index, or expected, experienced and the gap at a touchpoint; `own`: companies whose own figure is shown. */
export interface Subject {
  wave: Wave
  /** the figures of a rating, the one that is compared first; null where one is missing */
  figures: readonly ((rating: Rating) => number | null)[]
  companies: readonly PlainCompany[]
  own: ReadonlySet<string>
}

export type Level = 'company' | 'industry' | 'all'

/** A category of an entity; null: unknown. */
export interface Cell extends Standing {
  category: string | null
  /** the companies whose ratings count */
  ids: readonly string[]
  figures: readonly Domain[]
  n: number
}

export interface Divided {
  level: Level
  id: string
  /** those of the group whose own figure is shown */
  eligible: readonly string[]
  /** with the unknown last */
  cells: readonly Cell[]
}

/** What chains withhold: cells of companies, and columns of industries that count shown companies only. */
export interface Forced {
  cells: ReadonlySet<string>
  columns: ReadonlySet<string>
}
export const placeOf = (id: string, category: string | null): string => JSON.stringify([id, category])

type Ratings = (ids: readonly string[], category: string | null) => readonly Domain[]

const revealing = { published: false, reason: 'would_reveal_others' } as const
const tooFew = { published: false, reason: 'too_few_ratings' } as const

/** Withholds the smallest shown cell, again and again, until what is silent cannot be told from the whole. */
function complemented(study: PlainStudy, wave: Wave, cells: readonly Cell[]): Cell[] {
  const least = segmentBase(study)
  const all = [...cells]
  for (;;) {
    const silent = all.filter(({ published, category, n }) => n > 0 && (!published || category === null))
    const [first] = silent
    const n = silent.reduce((sum, cell) => sum + cell.n, 0)
    if (!first || (silent.length > 1 && n >= least)) return all
    if (silent.length === 1 && first.category === null && shownPart(wave, first.figures, least).published)
      return all
    const smallest = smallestOf(all)
    if (smallest === undefined) return all
    all[all.indexOf(smallest)] = { ...smallest, ...revealing }
  }
}

export const smallestOf = (cells: readonly Cell[]): Cell | undefined =>
  cells
    .filter(({ published, category }) => published && category !== null)
    .reduce<Cell | undefined>(
      (least, cell) => (least === undefined || cell.n < least.n ? cell : least),
      undefined,
    )

/** Members of a pooled cell that count: all, or those that are shown where the others are one or too few. */
function counted(study: PlainStudy, members: readonly Cell[], shownOnly: boolean): string[] {
  const present = members.filter(({ n }) => n > 0)
  const hidden = present.filter(({ published }) => !published)
  const n = hidden.reduce((sum, cell) => sum + cell.n, 0)
  const every = hidden.length === 0 || (hidden.length > 1 && n >= segmentBase(study) && !shownOnly)
  return present.flatMap(({ ids, published }) => (every || published ? ids : []))
}

export function ratingsIn(
  { wave, figures }: Subject,
  categoryOf: (rating: Rating) => string | null,
): Ratings {
  return (ids, category) =>
    figures.map((figure) =>
      domainOf(wave, (rating) =>
        ids.includes(rating.company) && categoryOf(rating) === category ? figure(rating) : null,
      ),
    )
}

/** Companies, then industries, then all: each with its cells. */
export function divide(
  study: PlainStudy,
  subject: Subject,
  categories: readonly string[],
  ratings: Ratings,
  forced: Forced,
): Divided[] {
  const { wave, own } = subject
  const base = segmentBase(study)
  const cell = (ids: readonly string[], category: string | null): Cell => {
    const figures = ratings(ids, category)
    const standing = category === null ? tooFew : shownPart(wave, figures, base)
    return { category, ids, figures, n: figures[0]?.n ?? 0, ...standing }
  }
  const columns = [...categories, null]
  const companies = subject.companies.map(({ id }): Divided => {
    const cells = columns.map((category) => {
      const found = cell([id], category)
      if (!own.has(id)) return { ...found, ...tooFew }
      return forced.cells.has(placeOf(id, category)) && found.published ? { ...found, ...revealing } : found
    })
    return {
      ...{ level: 'company', id, eligible: own.has(id) ? [id] : [] },
      cells: own.has(id) ? complemented(study, wave, cells) : cells,
    }
  })
  const group = (level: Level, id: string, members: readonly Divided[]): Divided => {
    const eligible = members.flatMap((one) => one.eligible)
    const cells = columns.map((category, at) => {
      if (category === null) return cell(eligible, null)
      const parts = members.flatMap((one) => (one.eligible.length > 0 ? (one.cells[at] ?? []) : []))
      return cell(counted(study, parts, forced.columns.has(placeOf(id, category))), category)
    })
    return { level, id, eligible, cells: complemented(study, wave, cells) }
  }
  const industries = study.industries.flatMap(({ id }) => {
    const members = subject.companies.filter(({ industry }) => industry === id).map((one) => one.id)
    return members.length === 0
      ? []
      : [
          group(
            'industry',
            id,
            companies.filter((one) => members.includes(one.id)),
          ),
        ]
  })
  return [...companies, ...industries, group('all', 'all', industries)]
}
