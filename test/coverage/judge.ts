/** What the intervals, ranks and verdicts of one survey say, beside what is true. */
import type { Score, Tables } from '../../pipeline/tables.ts'
import { companyCount, industryOf } from './companies.ts'
import { numberOf, waves } from './field.ts'
import { indices, questions } from './questions.ts'
import { cover, type Tally } from './tally.ts'
import type { Truth } from './truth.ts'
import { falseChanges, ranks } from './verdicts.ts'

/** from this many ratings on, companies are ranked */
const ranked = 75

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const inIndustry = (companies: readonly number[], industry: number) =>
  companies.filter((company) => industryOf(company) === industry)
const everyCompany = Array.from({ length: companyCount }, (_, company) => company)

/** The industry figures and all: `shown` are the companies that the sample shows, in the wave before and in this one. */
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
    const common = now.filter((company) => then.includes(company))
    const change = of(truths[1], common) - of(truths[0], common)
    cover(tally, `changes of ${kind}`, { low: row.change_low, high: row.change_high }, change)
  }
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
  if (before !== undefined && before.truth === truth) falseChanges(tally, index, rows)
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
