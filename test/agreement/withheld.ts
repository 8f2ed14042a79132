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

/** An entity: a company, or those of a group that count. */
export interface Divided {
  level: Level
  id: string
  /** those of the group whose own figure is shown */
  eligible: readonly string[]
  /** with the unknown last */
  cells: readonly Cell[]
}

type Ratings = (ids: readonly string[], category: string | null) => readonly Domain[]

const revealing = { published: false, reason: 'would_reveal_others' } as const
const tooFew = { published: false, reason: 'too_few_ratings' } as const

/** Cells without a figure: withheld ones, and the customers of unknown category. */
const isSilent = ({ n, published, category }: Cell) => n > 0 && (!published || category === null)

/** Whether the silent ones of some cells with a shown sum keep their figures to themselves. */
function isSafe(study: PlainStudy, wave: Wave, cells: readonly Cell[]): boolean {
  const [first, ...more] = cells.filter(isSilent)
  if (!first) return true
  const base = segmentBase(study)
  if (more.length === 0) return first.category === null && shownPart(wave, first.figures, base).published
  return more.reduce((sum, { n }) => sum + n, first.n) >= base
}

const smallestOf = (cells: readonly Cell[]): Cell | undefined =>
  cells
    .filter(({ published, category }) => published && category !== null)
    .reduce<Cell | undefined>(
      (least, cell) => (least === undefined || cell.n < least.n ? cell : least),
      undefined,
    )

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
): Divided[] {
  const { wave, own } = subject
  const base = segmentBase(study)
  const columns = [...categories, null]
  const row = (level: Level, id: string, ids: readonly string[]): Divided => {
    const eligible = ids.filter((one) => own.has(one))
    const cells = columns.map((category): Cell => {
      const figures = ratings(eligible, category)
      const standing = category === null ? tooFew : shownPart(wave, figures, base)
      const companies = eligible.filter((one) => (ratings([one], category)[0]?.n ?? 0) > 0)
      return { category, ids: companies, figures, n: figures[0]?.n ?? 0, ...standing }
    })
    return { level, id, eligible, cells }
  }
  const all = subject.companies.map(({ id }) => id)
  const industries = study.industries.flatMap(({ id }) => {
    const members = subject.companies.filter(({ industry }) => industry === id).map((one) => one.id)
    return members.length === 0 ? [] : [row('industry', id, members)]
  })
  const entities = [...all.map((id) => row('company', id, [id])), ...industries, row('all', 'all', all)]
  while (step(study, wave, entities)) {
    // until nothing changes
  }
  return entities
}

/** Withholds one cell more; false where every row and every column keeps what is withheld to itself. */
function step(study: PlainStudy, wave: Wave, entities: Divided[]): boolean {
  const companies = entities.filter(({ level }) => level === 'company')
  const withhold = (cell: Cell) => Object.assign(cell, revealing)
  let changed = false
  for (const { cells } of entities) {
    for (;;) {
      const smallest = isSafe(study, wave, cells) ? undefined : smallestOf(cells)
      if (!smallest) break
      withhold(smallest)
      changed = true
    }
  }
  for (const group of entities.filter(({ level }) => level !== 'company')) {
    for (const [at, sum] of group.cells.entries()) {
      const column = companies.flatMap(({ id, cells }) =>
        group.eligible.includes(id) ? (cells[at] ?? []) : [],
      )
      while (sum.published && !isSafe(study, wave, column)) {
        withhold(smallestOf(column) ?? sum)
        changed = true
      }
    }
  }
  return changed
}
