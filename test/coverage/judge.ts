/** What the intervals, ranks and verdicts of one survey say, beside what is true. */
import type { Score, Tables } from '../../pipeline/tables.ts'
import { companyCount, industryCount, industryOf } from './companies.ts'
import { industryId, waves } from './field.ts'
import { indices, questions } from './questions.ts'
import { add, type Tally } from './tally.ts'
import type { Truth } from './truth.ts'

/** from this many ratings on, companies are ranked */
const ranked = 75

const numberOf = (id: string): number => Number(id.slice(1))
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

interface Limits {
  low: number | null
  high: number | null
}

/** Counts an interval, where there is one. */
function cover(tally: Tally, name: string, { low, high }: Limits, truth: number | undefined): void {
  if (low !== null && high !== null && truth !== undefined) add(tally, name, low <= truth && truth <= high)
}

const inIndustry = (companies: readonly number[], industry: number) =>
  companies.filter((company) => industryOf(company) === industry)
const everyCompany = Array.from({ length: companyCount }, (_, company) => company)

/** The industry figures and all: `shown` are the companies that the sample shows, in this wave and the one before. */
function groups(
  tally: Tally,
  rows: readonly Score[],
  truths: readonly [readonly number[], readonly number[]],
  shown: readonly [readonly number[], readonly number[]],
): void {
  const of = (truth: readonly number[], companies: readonly number[]) =>
    mean(companies.map((company) => truth[company] ?? 0))
  for (const row of rows) {
    if (row.level === 'company') continue
    const members = (companies: readonly number[]) =>
      row.level === 'all' ? companies : inIndustry(companies, numberOf(row.entity_id))
    const [then, now] = [members(shown[0]), members(shown[1])]
    const kind = row.level === 'all' ? 'all' : 'industries'
    cover(tally, kind, row, of(truths[1], now))
    cover(tally, `${kind}, all companies as truth`, row, of(truths[1], members(everyCompany)))
    const change = of(truths[1], now) - of(truths[0], then)
    cover(tally, `changes of ${kind}`, { low: row.change_low, high: row.change_high }, change)
  }
}

/** Whether all true places of ranked companies lie in their ranges at once. */
function places(
  rows: readonly Score[],
  truth: readonly number[],
  range: (row: Score) => Limits,
): boolean | undefined {
  const placed = rows.map((row) => ({ ...range(row), truth: truth[numberOf(row.entity_id)] ?? 0 }))
  if (placed.length < 2) return undefined
  return placed.every(({ low, high, truth: own }) => {
    const place = 1 + placed.filter((other) => other.truth > own).length
    return low !== null && high !== null && low <= place && place <= high
  })
}

function ranks(tally: Tally, rows: readonly Score[], truth: readonly number[]): void {
  const holding = rows.filter((row) => row.level === 'company' && row.rank !== null)
  const all = places(holding, truth, (row) => ({ low: row.rank_low, high: row.rank_high }))
  if (all !== undefined) add(tally, 'ranks', all)
  for (let industry = 0; industry < industryCount; industry++) {
    const inside = holding.filter((row) => row.industry_id === industryId(industry))
    const own = places(inside, truth, (row) => ({
      low: row.rank_in_industry_low,
      high: row.rank_in_industry_high,
    }))
    if (own !== undefined) add(tally, 'ranks within industries', own)
  }
}

/** Clear changes where nothing changed; groups of other companies than before have changed. */
function falseChanges(
  tally: Tally,
  index: string,
  rows: readonly Score[],
  shown: readonly [readonly number[], readonly number[]],
): void {
  const same = (industry: number) =>
    inIndustry(shown[0], industry).join() === inIndustry(shown[1], industry).join()
  const clear = (row: Score) => row.change_verdict === 'up' || row.change_verdict === 'down'
  const industries = rows.filter((row) => row.level === 'industry' && same(numberOf(row.entity_id)))
  const found = {
    companies: rows.some((row) => row.level === 'company' && clear(row)),
    industries: industries.some(clear),
    all: shown[0].join() === shown[1].join() && rows.some((row) => row.level === 'all' && clear(row)),
  }
  for (const [level, any] of Object.entries(found)) add(tally, `false changes, ${level}: ${index}`, any)
  add(tally, `false changes, any level: ${index}`, Object.values(found).some(Boolean))
}

function judgeIndex(
  tally: Tally,
  number: number,
  tables: Tables,
  before: { tables: Tables; truth: Truth } | undefined,
  truth: Truth,
): void {
  const index = indices[number]?.id ?? ''
  const own = truth.scores[number] ?? []
  const then = before?.truth.scores[number] ?? []
  const rowsOf = (one: Tables | undefined) => one?.scores.filter((row) => row.index === index) ?? []
  const rows = rowsOf(tables)
  const shownIn = (some: readonly Score[]) =>
    some.flatMap((row) => (row.level === 'company' && row.published ? [numberOf(row.entity_id)] : []))
  const shown = [shownIn(rowsOf(before?.tables)), shownIn(rows)] as const
  for (const row of rows) {
    if (row.level !== 'company') continue
    const company = numberOf(row.entity_id)
    cover(tally, row.n >= ranked ? 'companies' : 'small companies', row, own[company])
    const change = (own[company] ?? 0) - (then[company] ?? 0)
    cover(tally, 'changes of companies', { low: row.change_low, high: row.change_high }, change)
  }
  groups(tally, rows, [then, own], shown)
  ranks(tally, rows, own)
  if (before !== undefined && before.truth === truth) falseChanges(tally, index, rows, shown)
  for (const row of tables.comparisons)
    if (row.index === index) {
      const difference = (own[numberOf(row.company_a)] ?? 0) - (own[numberOf(row.company_b)] ?? 0)
      cover(tally, 'pairs', row, difference)
    }
  for (const row of tables.against_rest) {
    if (row.index !== index) continue
    const company = numberOf(row.company_id)
    const others = inIndustry(shown[1], industryOf(company)).filter((other) => other !== company)
    const difference = (own[company] ?? 0) - mean(others.map((other) => own[other] ?? 0))
    cover(tally, 'against the rest', row, difference)
  }
}

/** Net promoter, means and shares of answers. */
function judgeItems(tally: Tally, tables: Tables, truth: Truth): void {
  for (const row of tables.net_promoter) {
    if (row.company_id === 'all') cover(tally, 'net promoter, all', row, truth.all)
    else
      cover(
        ...([tally, row.n >= ranked ? 'net promoter' : 'net promoter, small'] as const),
        ...([row, truth.promoters[numberOf(row.company_id)]] as const),
      )
  }
  const question = (id: string) => questions.findIndex((one) => one.id === id)
  for (const row of tables.items) {
    const k = question(row.item)
    const { min = 0, max = 0 } = questions[k] ?? {}
    const answer = truth.means[k]?.[numberOf(row.company_id)] ?? 0
    cover(tally, row.n >= ranked ? 'items' : 'items, small', row, (100 * (answer - min)) / (max - min))
  }
  for (const row of tables.distributions) {
    const share = truth.shares[question(row.item)]?.[numberOf(row.company_id)]?.get(row.answer) ?? 0
    cover(tally, share >= 10 ? 'shares' : 'rare shares', row, share)
  }
}

/** The tally of one survey: its waves beside the truth of the year that each was drawn from. */
export function judge(survey: readonly Tables[], truths: readonly [Truth, Truth]): Tally {
  const tally: Tally = {}
  for (const [place, { year }] of waves.entries()) {
    const [tables, last, yearBefore] = [survey[place], survey[place - 1], waves[place - 1]?.year]
    if (tables === undefined) throw new Error('a wave is missing')
    const before =
      last === undefined || yearBefore === undefined ? undefined : { tables: last, truth: truths[yearBefore] }
    for (const number of indices.keys()) judgeIndex(tally, number, tables, before, truths[year])
    judgeItems(tally, tables, truths[year])
  }
  return tally
}
