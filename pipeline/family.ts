/** compare: tests that are judged together, what each says, and how it stands in a row (METHOD.md §7, §8). */
import { benjaminiHochberg, holm } from './stats/adjust.ts'
import type { Difference } from './stats/interval.ts'

/** Adjusted p-values of those members of a family that could be tested. */
export function adjustedTests<One>(
  family: readonly One[],
  testOf: (one: One) => Difference | undefined,
): Map<One, { holm: number; bh: number }> {
  const tested = family.flatMap((one) => {
    const test = testOf(one)
    return test === undefined ? [] : [{ one, p: test.p }]
  })
  const p = tested.map((member) => member.p)
  const [strict, mild] = [holm(p), benjaminiHochberg(p)]
  return new Map(tested.map(({ one }, place) => [one, { holm: strict[place] ?? 1, bh: mild[place] ?? 1 }]))
}

/** What a test says by its p-value `p`, adjusted or not: the word for below 0, for nothing clear, or for above 0. */
export function verdictOf<Word>(
  test: Difference | undefined,
  p: number | null | undefined,
  confidence: number,
  [below, unclear, above]: readonly [Word, Word, Word],
): Word {
  if (test === undefined || (p ?? 1) >= 1 - confidence || test.difference === 0) return unclear
  return test.difference > 0 ? above : below
}

/** A test as columns; empty where there was none. */
export const testFigures = (test: Difference | undefined) => ({
  difference: test?.difference ?? null,
  se: test?.se ?? null,
  df: test?.df ?? null,
  low: test?.low ?? null,
  high: test?.high ?? null,
  p_value: test?.p ?? null,
})
