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
  /** of an industry, or all */
  pooled: boolean
  /** all ratings of a company: its figure is known */
  only: boolean
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
const isSilent = ({ n, published, category, only }: Cell) =>
  n > 0 && !only && (!published || category === null)

/** Whether the customers of unknown category could be shown by themselves. */
const isOpen = (study: PlainStudy, wave: Wave, { figures, n }: Cell): boolean =>
  n > 0 && shownPart(wave, figures, segmentBase(study)).published

/** Whether the silent ones of some cells with a shown sum keep their figures to themselves. */
function isSafe(study: PlainStudy, wave: Wave, cells: readonly Cell[]): boolean {
  const [first, ...more] = cells.filter(isSilent)
  if (!first) return true
  const base = segmentBase(study)
  if (more.length === 0) return first.category === null && isOpen(study, wave, first)
  return more.reduce((sum, { n }) => sum + n, first.n) >= base
}

const smallestOf = (cells: readonly Cell[]): Cell | undefined =>
  cells
    .filter(({ published, category, only }) => published && !only && category !== null)
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

/** Studies in which rows and columns together told a cell: which one is withheld for it depends on the order of the search. */
export const chained = new WeakSet<PlainStudy>()

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
      const own = shownPart(wave, figures, base)
      const standing = category === null ? tooFew : own
      const companies = eligible.filter((one) => (ratings([one], category)[0]?.n ?? 0) > 0)
      return {
        category,
        ids: companies,
        figures,
        n: figures[0]?.n ?? 0,
        pooled: level !== 'company',
        only: false,
        ...standing,
      }
    })
    const [one, ...others] = cells.filter(({ n }) => n > 0)
    if (one && others.length === 0 && level === 'company') one.only = true
    return { level, id, eligible, cells }
  }
  const all = subject.companies.map(({ id }) => id)
  const industries = [...new Set(subject.companies.map(({ industry }) => industry))].flatMap((id) => {
    const members = subject.companies.filter(({ industry }) => industry === id).map((one) => one.id)
    return members.length === 0 ? [] : [row('industry', id, members)]
  })
  const entities = [...all.map((id) => row('company', id, [id])), ...industries, row('all', 'all', all)]
  const table = tableOf(study, subject, entities)
  const told = () => {
    const found = chain(table)
    if (found) chained.add(study)
    return found
  }
  while (step(table) || told()) {
    // until nothing changes
  }
  return entities
}

/** Companies and categories as a table with sums. */
interface Table {
  companies: readonly Divided[]
  industries: readonly Divided[]
  all: Divided
  /** the industry of a company */
  industryOf: (company: Divided) => Divided | undefined
  isSafe: (cells: readonly Cell[]) => boolean
  /** whether the customers of unknown category could be shown by themselves */
  isOpen: (unknown: Cell) => boolean
}

function tableOf(study: PlainStudy, { wave, companies }: Subject, entities: readonly Divided[]): Table {
  const at = (level: Level) => entities.filter((one) => one.level === level)
  const [all] = at('all')
  if (!all) throw new Error('nobody')
  return {
    // Those without an own figure are in no sum.
    companies: at('company').filter(({ eligible }) => eligible.length > 0),
    industries: at('industry'),
    all,
    industryOf: (company) =>
      at('industry').find(({ id }) => id === companies.find((one) => one.id === company.id)?.industry),
    isSafe: (cells) => isSafe(study, wave, cells),
    isOpen: (unknown) => isOpen(study, wave, unknown),
  }
}

const withhold = (cell: Cell): Cell => Object.assign(cell, revealing)

/** Withholds what rows and columns by themselves would tell; false where they tell nothing. */
function step({ companies, industries, all, industryOf, isSafe }: Table): boolean {
  let changed = false
  /** Some cells whose sum is shown; without `sum`, it is always. */
  const protect = (cells: readonly Cell[], sum?: Cell) => {
    while (sum?.published !== false && !isSafe(cells)) {
      const next = smallestOf(cells) ?? sum
      if (!next) return
      withhold(next)
      changed = true
    }
  }
  for (const { cells } of companies) protect(cells)
  const membersOf = (group: Divided) => companies.filter((one) => industryOf(one) === group)
  /** What a sum over a category is made of: where an industry shows nothing, its companies do. */
  const column = (group: Divided, at: number): Cell[] =>
    (group === all ? industries : membersOf(group)).flatMap((one) => {
      const cell = one.cells[at]
      if (group !== all || cell?.published) return cell ?? []
      return membersOf(one).flatMap(({ cells }) => cells[at] ?? [])
    })
  for (const group of [...industries, all]) {
    for (const { cells } of group === all ? industries : []) protect(cells)
    for (const [at, sum] of group.cells.entries()) protect(column(group, at), sum)
    protect(group.cells)
  }
  return changed
}

/**
 * Withholds one cell more where rows and columns together tell another: the silent cells are edges between their company and the
 * shown sum that counts them, or what lies outside of all sums; one that is on no circle follows.
 */
function chain(table: Table): boolean {
  const { companies, all, industryOf, isOpen } = table
  const edges = companies.flatMap((company) =>
    company.cells.flatMap((cell, at) =>
      isSilent(cell) ? [{ company, cell, at, ends: [company.id, sumOf(table, company, at)] as const }] : [],
    ),
  )
  const follows = edges.filter(
    (edge) =>
      !(edge.cell.category === null && isOpen(edge.cell)) &&
      !connected(
        edges.filter((one) => one !== edge).map(({ ends }) => ends),
        edge.ends,
      ),
  )
  for (const company of companies) {
    if (!follows.some((edge) => edge.company === company)) continue
    const told = edges.filter((edge) => edge.company === company)
    // Those of its industry first.
    const sums = [industryOf(company), all].flatMap((group) =>
      told.flatMap(({ at }) => group?.cells[at] ?? []),
    )
    const next = smallestOf(company.cells) ?? sums.find(({ published }) => published)
    if (!next) continue
    withhold(next)
    return true
  }
  return false
}

/** The shown sum that a cell is in: its industry’s, or all without the industries that are shown. */
function sumOf({ all, industryOf }: Table, company: Divided, at: number): string {
  const industry = industryOf(company)
  if (industry?.cells[at]?.published) return JSON.stringify([industry.id, at])
  return all.cells[at]?.published ? JSON.stringify([at]) : ''
}

type Ends = readonly [string, string]

/** Whether a way leads from one end to the other. */
function connected(edges: readonly Ends[], [from, to]: Ends): boolean {
  const reached = new Set([from])
  for (;;) {
    const next = edges.flatMap(([a, b]) =>
      reached.has(a) && !reached.has(b) ? [b] : reached.has(b) && !reached.has(a) ? [a] : [],
    )
    if (next.length === 0) return reached.has(to)
    for (const one of next) reached.add(one)
  }
}
