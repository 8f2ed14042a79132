/** What ranks and verdicts of one index and wave say, beside what is true. */
import type { Score } from '../../pipeline/tables.ts'
import { industryCount } from './companies.ts'
import { industryId, numberOf } from './field.ts'
import { add, type Limits, type Tally } from './tally.ts'

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

export function ranks(tally: Tally, rows: readonly Score[], truth: readonly number[]): void {
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

/** Clear changes between two samples of the same year. */
export function falseChanges(tally: Tally, index: string, rows: readonly Score[]): void {
  const clear = (row: Score) => row.change_verdict === 'up' || row.change_verdict === 'down'
  for (const level of ['company', 'industry', 'all'] as const)
    add(tally, `false changes, ${level}: ${index}`, rows.filter((row) => row.level === level).some(clear))
  add(tally, `false changes, any level: ${index}`, rows.some(clear))
}
