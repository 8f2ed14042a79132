/** What of a random study divides its customers. */
import fc from 'fast-check'
import { seldom } from './draft-parts.ts'

/** Values in the columns of a rating: a digit each. */
const kind = fc.record({ persona: fc.nat(9), town: fc.nat(11), years: fc.nat(11) })
export type Kind = typeof kind extends fc.Arbitrary<infer T> ? T : never

const lacks = fc.record({ persona: seldom(6), town: seldom(6), years: seldom(6) })

/**
 * Up to three segments: one whose categories are declared, by their number and whether the values of others occur; one whose
 * values are not declared, many or few; one of groups of a variable. `blank`: of the digits, so many are blanks.
 */
export const divided = fc.record({
  persona: fc.option(fc.record({ named: fc.integer({ min: 1, max: 4 }), others: fc.boolean() }), { freq: 2 }),
  town: fc.option(fc.record({ values: fc.constantFrom(2, 3, 6, 12) }), { freq: 2 }),
  years: fc.option(fc.record({ groups: fc.constantFrom(2, 3, 5) }), { freq: 2 }),
  blank: fc.constantFrom(0, 1, 0, 3),
  perRating: fc.boolean(),
  kinds: fc.array(kind, { minLength: 53, maxLength: 53 }),
  lacks: fc.tuple(lacks, lacks, lacks),
})
