/** score, item by item: the tables items, distributions and quality (METHOD.md §5). */
import type { Item, MissingKind, Study } from './contract/study.ts'
import { lowestAnswer, missingCodes } from './read/columns.ts'
import { countedTogether, isNoSecret, shown } from './show.ts'
import { type DomainMean, domainMean, type MarginSums, type Moments, variance } from './stats/design.ts'
import { interval } from './stats/interval.ts'
import type { AnswerSums, ItemSums, Sampling } from './sums.ts'
import type { Distribution, ItemRow, Quality } from './tables.ts'

/** How one company’s customers answered one item. */
interface CompanyAnswers {
  answers: readonly AnswerSums[]
  /** answers a and b that one sampling unit gave */
  pairs: readonly { a: number; b: number; ww: number }[]
  margins: ReadonlyMap<number, MarginSums> | undefined
  /** sampling units with a valid answer, where they are clusters */
  units: number | undefined
}

const answersOf = (sums: ItemSums, company: number): CompanyAnswers => ({
  answers: sums.answers.get(company) ?? [],
  pairs: sums.pairs.get(company) ?? [],
  margins: sums.margins.get(company),
  units: sums.units.get(company),
})

/** Sums of the valid answers per stratum, each answer valued by `value`. */
function momentsOf(answers: readonly AnswerSums[], value: (answer: number) => number): Moments[] {
  const strata = new Map<number, Moments>()
  for (const { stratum, answer, n, units, w, ww } of answers) {
    const sums = strata.get(stratum) ?? {
      ...{ stratum, n: 0, units: 0, w: 0, wy: 0, kish: 0, ww: 0, wwy: 0, wwyy: 0 },
    }
    const y = value(answer)
    sums.n += n
    sums.units += units
    sums.w += w
    sums.wy += w * y
    sums.kish += ww
    sums.ww += ww
    sums.wwy += ww * y
    sums.wwyy += ww * y * y
    strata.set(stratum, sums)
  }
  return [...strata.values()]
}

/** Margin sums of the answers, valued. */
function marginsOf(
  margins: ReadonlyMap<number, MarginSums>,
  value: (answer: number) => number,
): MarginSums | undefined {
  const size = [...margins.values()][0]?.ww.length ?? 0
  const total = { ww: [] as number[], wwy: [] as number[], d: [] as number[], dy: [] as number[] }
  for (let k = 0; k < size; k++) {
    let [ww, wwy, d, dy] = [0, 0, 0, 0]
    for (const [answer, sums] of margins) {
      if (answer < lowestAnswer) continue
      const y = value(answer)
      ww += sums.ww[k] ?? 0
      wwy += y * (sums.ww[k] ?? 0)
      d += sums.d[k] ?? 0
      dy += y * (sums.d[k] ?? 0)
    }
    total.ww[k] = ww
    total.wwy[k] = wwy
    total.d[k] = d
    total.dy[k] = dy
  }
  return total
}

/** The mean over the valid answers, each valued by `value`. */
function valued(
  { answers, pairs, margins }: CompanyAnswers,
  design: Sampling,
  value: (answer: number) => number,
): DomainMean {
  const sums = {
    moments: momentsOf(answers.filter(isValid), value),
    pairs: pairs
      .filter(({ a, b }) => a >= lowestAnswer && b >= lowestAnswer)
      .map(({ a, b, ww }) => ({
        ...{ n: 0, ww, wwa: ww * value(a), wwb: ww * value(b), wwab: ww * value(a) * value(b) },
      })),
    margins: margins && marginsOf(margins, value),
  }
  return domainMean(sums, design)
}

const countOf = (rows: readonly AnswerSums[], kind: MissingKind): number =>
  rows.reduce((sum, row) => (row.answer === missingCodes[kind] ? sum + row.n : sum), 0)

const isValid = (row: AnswerSums): boolean => row.answer >= lowestAnswer

function itemRow(
  study: Study,
  wave: string,
  item: Item,
  company: string,
  given: CompanyAnswers,
  design: Sampling,
): ItemRow {
  const { min, max } = item.scale
  const middle = (min + max) / 2
  const direction = item.reverse ? -1 : 1
  const domain = valued(given, design, (answer) => (direction * (answer - middle)) / (max - min))
  const square = domain.n === 0 ? 0 : variance(domain, design)
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
  const limits = interval(score, se, freedom(given, domain), study.publication.confidence)
  return {
    ...keys,
    mean: middle + direction * domain.mean * (max - min),
    score,
    se,
    low: limits?.low ?? null,
    high: limits?.high ?? null,
    n_dont_know: countOf(given.answers, 'dont_know'),
    n_refused: countOf(given.answers, 'refused'),
    n_not_asked: countOf(given.answers, 'not_asked'),
    n_not_applicable: countOf(given.answers, 'not_applicable'),
    ...rule,
  }
}

/** Units with a valid answer minus the strata that they touch. */
const freedom = ({ units }: CompanyAnswers, { n, strata }: DomainMean): number => (units ?? n) - strata.length

/** The weighted share of an answer, or of several, among the valid ones. */
export function share(answers: readonly AnswerSums[], among: (answer: number) => boolean): number {
  const weight = (rows: readonly AnswerSums[]) => rows.reduce((sum, { w }) => sum + w, 0)
  const all = answers.filter(isValid)
  return weight(all.filter(({ answer }) => among(answer))) / weight(all)
}

function distributionRows(
  study: Study,
  row: ItemRow,
  item: Item,
  given: CompanyAnswers,
  design: Sampling,
): Distribution[] {
  const { wave, company_id, published, reason } = row
  const answers = Array.from({ length: item.scale.max - item.scale.min + 1 }, (_, k) => item.scale.min + k)
  return answers.map((answer): Distribution => {
    const keys = { wave, item: item.id, company_id, answer }
    if (!published) return { ...keys, n: null, share: null, low: null, high: null, published, reason }
    const domain = valued(given, design, (other) => (other === answer ? 1 : 0))
    const percent = 100 * domain.mean
    const se = 100 * Math.sqrt(variance(domain, design))
    const limits =
      se > 0 ? interval(percent, se, freedom(given, domain), study.publication.confidence) : undefined
    const n = given.answers.reduce((sum, one) => (one.answer === answer ? sum + one.n : sum), 0)
    return {
      ...keys,
      n,
      share: percent,
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
  sums: ItemSums,
  rated: readonly number[],
  design: Sampling,
): { items: ItemRow[]; distributions: Distribution[]; quality: Quality } {
  const items: ItemRow[] = []
  const distributions: Distribution[] = []
  for (const company of rated) {
    const given = answersOf(sums, company)
    const row = itemRow(study, wave, item, study.companies[company]?.id ?? '', given, design)
    items.push(row)
    for (const one of distributionRows(study, row, item, given, design)) distributions.push(one)
  }
  const members = items.map((row, k) => ({
    ...{ company: rated[k] ?? -1, published: isNoSecret(row), bases: [row.n] },
  }))
  const counted = countedTogether(study.publication.minimum_shown, members)
  const all = counted.flatMap(({ company }) => sums.answers.get(company) ?? [])
  const quality: Quality = {
    wave,
    item: item.id,
    companies: counted.length,
    n_valid: all.reduce((sum, row) => (isValid(row) ? sum + row.n : sum), 0),
    n_dont_know: countOf(all, 'dont_know'),
    n_refused: countOf(all, 'refused'),
    n_not_asked: countOf(all, 'not_asked'),
    n_not_applicable: countOf(all, 'not_applicable'),
  }
  return { items, distributions, quality }
}
