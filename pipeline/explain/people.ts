/** The people of the companies who answered: what they think, on 0-100 (METHOD.md §19). */
import type { Belief, Study } from '../contract/study.ts'

/** The people of public companies who were asked in a wave. */
export function peopleOf({ beliefs, companies }: Study, wave: string): Belief[] {
  const open = new Set(companies.filter(({ publish }) => publish).map(({ id }) => id))
  return beliefs.filter((one) => one.wave === wave && open.has(one.company))
}

/** A person's answers in these columns as their mean on 0-100; undefined without any. */
export function pointsOf(
  { answers }: Belief,
  columns: readonly string[],
  { min, max }: { min: number; max: number },
): number | undefined {
  const given = columns.flatMap((column) => answers.get(column) ?? [])
  if (given.length === 0) return undefined
  const sum = given.reduce((total, answer) => total + answer - min, 0)
  return (100 * sum) / (given.length * (max - min))
}

/** The mean; the same bits in whatever order the values come. */
export function meanOf(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b)
  return ascending.reduce((sum, value) => sum + value, 0) / values.length
}
