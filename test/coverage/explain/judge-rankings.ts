/** What the alternative ranking, the split ballot and needs say, beside what is true. */
import type { Tables } from '../../../pipeline/tables.ts'
import { numberOf } from '../field.ts'
import { indices } from '../questions.ts'
import { add, cover, type Tally } from '../tally.ts'
import { placeOf } from './averages.ts'
import { share } from './field.ts'
import { hasStragglers } from './kinds.ts'
import type { Explained } from './population.ts'
import { touchpoints } from './questions.ts'
import { byBase, mean } from './rest.ts'
import type { Truth } from './truth.ts'

/** Pairs that two lists order alike minus those that they do not, of all; without ties. */
function agreement(a: readonly number[], b: readonly number[]): number {
  let [alike, pairs] = [0, 0]
  for (const i of a.keys())
    for (let j = 0; j < i; j++) {
      alike += Math.sign(((a[i] ?? 0) - (a[j] ?? 0)) * ((b[i] ?? 0) - (b[j] ?? 0)))
      pairs++
    }
  return alike / pairs
}

export function judgeCombined(
  tally: Tally,
  { combined, top_ten }: Tables,
  { first, second }: Truth,
  { kind }: Explained,
): void {
  const shift = (company: number) => share * ((second[company] ?? 0) - (first[company] ?? 0))
  const ranked = combined.flatMap((row) => (row.rank === null ? [] : [numberOf(row.company_id)]))
  const usual = mean(ranked.map(shift))
  for (const row of combined) {
    const company = numberOf(row.company_id)
    const own = shift(company)
    const range = { low: row.shift_low, high: row.shift_high }
    cover(tally, byBase('shift', row.n), range, own)
    const beside = { low: row.shift_vs_mean_low, high: row.shift_vs_mean_high }
    cover(tally, 'shift beside the mean', beside, own - usual)
  }
  const { slope, own } = kind.digital
  const onOneLine = own === 0
  if (onOneLine && slope === 1)
    add(
      tally,
      'without any effect: shifts',
      combined.some(({ verdict }) => verdict === 'gains' || verdict === 'loses'),
    )
  const truths = [first, second].map((scores) => ranked.map((company) => scores[company] ?? 0))
  const [a = [], b = []] = truths
  for (const row of top_ten) {
    if (onOneLine && row.turnover_p !== null && (row.stated || row.share === 0.5))
      add(tally, `without any effect: turnover at ${row.share}`, row.turnover_p < 0.05)
    if (row.share === 0 || onOneLine) continue
    const mixed = a.map((value, k) => (1 - row.share) * value + row.share * (b[k] ?? 0))
    cover(
      tally,
      hasStragglers(kind) ? 'tau, stragglers' : 'tau',
      { low: row.tau_low, high: row.tau_high },
      agreement(a, mixed),
    )
  }
}

export function judgeExperiments(
  tally: Tally,
  { experiments }: Tables,
  truth: Truth,
  { kind }: Explained,
): void {
  for (const row of experiments)
    cover(tally, 'split ballot', row, truth.order[indices.findIndex(({ id }) => id === row.index)])
  if (kind.order.every((points) => points === 0))
    add(
      tally,
      'without any effect: split ballot',
      experiments.some(({ verdict }) => verdict === 'a_higher' || verdict === 'b_higher'),
    )
}

export function judgeNeeds(tally: Tally, { need_met }: Tables, truth: Truth): void {
  for (const row of need_met) {
    const basis = row.basis === 'need' ? 0 : 1 + touchpoints.findIndex(({ id }) => id === row.basis)
    const { all, company, industry } = placeOf
    const place =
      row.level === 'all' ? all : (row.level === 'company' ? company : industry)(numberOf(row.entity_id))
    const name = `${basis === 0 ? 'need' : 'expectation'} met: ${row.level}`
    cover(tally, name, row, truth.met[basis]?.[place])
  }
}
