/** What questions and answers of a random study are drawn from. */
import fc from 'fast-check'

const kinds = ['dont_know', 'refused', 'not_asked', 'not_applicable'] as const
export const scales = [
  [1, 10],
  [0, 10],
  [1, 7],
  [1, 5],
] as const

/** True about once in n. */
export const seldom = (n: number) => fc.integer({ min: 0, max: n - 1 }).map((drawn) => drawn === n - 1)

/** A missing kind, or how far the answer lies from the level of the company. */
export const reply = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: -3, max: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(...kinds) },
)
export type Reply = typeof reply extends fc.Arbitrary<infer T> ? T : never
