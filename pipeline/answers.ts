/** score, item by item: the tables items, distributions and quality (METHOD.md §5). */
import type { Item, MissingKind, Study } from './contract/study.ts'
import { grouped } from './group.ts'
import { lowestAnswer, missingCodes } from './read/columns.ts'
import { shown } from './show.ts'
import { type DomainMean, domainMean, type Moments, variance } from './stats/design.ts'
import { interval } from './stats/interval.ts'
import type { AnswerSums } from './sums.ts'
import type { Distribution, ItemRow, Quality } from './tables.ts'

/** Sums of one company’s valid answers per stratum, each answer valued by `value`. */
function momentsOf(rows: readonly AnswerSums[], value: (answer: number) => number): Moments[] {
  const strata = new Map<number, Moments>()
  for (const { stratum, answer, n, w, ww } of rows) {
    const sums = strata.get(stratum) ?? { stratum, n: 0, w: 0, wy: 0, ww: 0, wwy: 0, wwyy: 0 }
    const y = value(answer)
    sums.n += n
    sums.w += w
    sums.wy += w * y
    sums.ww += ww
    sums.wwy += ww * y
    sums.wwyy += ww * y * y
    strata.set(stratum, sums)
  }
  return [...strata.values()]
}

const countOf = (rows: readonly AnswerSums[], kind: MissingKind): number =>
  rows.reduce((sum, row) => (row.answer === missingCodes[kind] ? sum + row.n : sum), 0)

const isValid = (row: AnswerSums): boolean => row.answer >= lowestAnswer

function itemRow(
  study: Study,
  wave: string,
  item: Item,
  company: string,
  rows: readonly AnswerSums[],
  respondents: readonly number[],
): ItemRow {
  const { min, max } = item.scale
  const middle = (min + max) / 2
  const direction = item.reverse ? -1 : 1
  const moments = momentsOf(rows.filter(isValid), (answer) => (direction * (answer - middle)) / (max - min))
  const domain = domainMean(moments)
  const square = domain.n === 0 ? 0 : variance(domain, respondents)
  const rule = shown(study, domain.n, square)
  const keys = { wave, item: item.id, company_id: company, n: domain.n }
  if (!rule.published) {
    const withheld = { mean: null, score: null, se: null, low: null, high: null }
    return {
      ...keys,
      ...withheld,
      n_dont_know: null,
      n_refused: null,
      n_not_asked: null,
      n_not_applicable: null,
      ...rule,
    }
  }
  const score = 50 + 100 * domain.mean
  const se = 100 * Math.sqrt(square)
  const limits = interval(score, se, domain.n - moments.length, study.publication.confidence)
  return {
    ...keys,
    mean: middle + direction * domain.mean * (max - min),
    score,
    se,
    low: limits?.low ?? null,
    high: limits?.high ?? null,
    n_dont_know: countOf(rows, 'dont_know'),
    n_refused: countOf(rows, 'refused'),
    n_not_asked: countOf(rows, 'not_asked'),
    n_not_applicable: countOf(rows, 'not_applicable'),
    ...rule,
  }
}

/** The share of one answer: the mean of 100 where it was given and 0 where another was. */
export function share(rows: readonly AnswerSums[], given: (answer: number) => boolean): DomainMean {
  return domainMean(momentsOf(rows.filter(isValid), (answer) => (given(answer) ? 1 : 0)))
}

function distributionRows(
  study: Study,
  row: ItemRow,
  item: Item,
  rows: readonly AnswerSums[],
  respondents: readonly number[],
): Distribution[] {
  const { wave, company_id, published, reason } = row
  const answers = Array.from({ length: item.scale.max - item.scale.min + 1 }, (_, k) => item.scale.min + k)
  const strata = new Set(rows.filter(isValid).map(({ stratum }) => stratum)).size
  return answers.map((answer): Distribution => {
    const keys = { wave, item: item.id, company_id, answer }
    if (!published) return { ...keys, n: null, share: null, low: null, high: null, published, reason }
    const domain = share(rows, (given) => given === answer)
    const se = 100 * Math.sqrt(variance(domain, respondents))
    const limits =
      se > 0 ? interval(100 * domain.mean, se, domain.n - strata, study.publication.confidence) : undefined
    const n = rows.reduce((sum, one) => (one.answer === answer ? sum + one.n : sum), 0)
    return {
      ...keys,
      n,
      share: 100 * domain.mean,
      low: limits?.low ?? null,
      high: limits?.high ?? null,
      published,
      reason,
    }
  })
}

/** The rows of one item in one wave. `rated`: the public companies with a rating, by position. */
export function answerTables(
  study: Study,
  wave: string,
  item: Item,
  sums: readonly AnswerSums[],
  rated: readonly number[],
  respondents: readonly number[],
): { items: ItemRow[]; distributions: Distribution[]; quality: Quality } {
  const byCompany = grouped(sums, (row) => row.company)
  const items: ItemRow[] = []
  const distributions: Distribution[] = []
  for (const company of rated) {
    const rows = byCompany.get(company) ?? []
    const row = itemRow(study, wave, item, study.companies[company]?.id ?? '', rows, respondents)
    items.push(row)
    for (const one of distributionRows(study, row, item, rows, respondents)) distributions.push(one)
  }
  const quality: Quality = {
    wave,
    item: item.id,
    n_valid: sums.reduce((sum, row) => (isValid(row) ? sum + row.n : sum), 0),
    n_dont_know: countOf(sums, 'dont_know'),
    n_refused: countOf(sums, 'refused'),
    n_not_asked: countOf(sums, 'not_asked'),
    n_not_applicable: countOf(sums, 'not_applicable'),
  }
  return { items, distributions, quality }
}
