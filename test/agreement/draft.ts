/**
 * What a random study is drawn from, for fast-check. Everything shrinks towards fewer and plainer
 * answers.
 */
import fc from 'fast-check'
import { explained } from './draft-explained.ts'
import { reply, scales, seldom } from './draft-parts.ts'
import { divided } from './draft-segments.ts'

const questions = fc.record({
  items: fc.array(fc.record({ scale: fc.constantFrom(...scales), reverse: seldom(4) }), {
    minLength: 1,
    maxLength: 3,
  }),
  weighted: fc.boolean(),
  weights: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(1, 0.5, 0.3, 2, 0.125))),
  min_items: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 3 }),
})
export type Questions = typeof questions extends fc.Arbitrary<infer T> ? T : never

/** `level`: how well liked, per wave; `steady`: everybody gives the same answer; `rare`: few rate it. */
const company = fc.record({
  industry: fc.integer({ min: 0, max: 2 }),
  share: fc.option(fc.constantFrom(1, 0.1, 0.25, 2.5), { freq: 3 }),
  hidden: seldom(6),
  levels: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom(0.5, 0.2, 0.7, 0.9))),
  steady: seldom(10),
  rare: seldom(5),
  absent: fc.tuple(...[0, 1, 2].map(() => seldom(8))),
})

/** One of many that everybody may rate. */
const another = company.map((drawn) => ({
  ...drawn,
  ...{ hidden: false, steady: false, rare: false, absent: [false, false, false] },
}))

const weight = fc.integer({ min: 2000, max: 40_000 })
const rating = fc.record({
  company: fc.nat(6),
  replies: fc.array(reply, { minLength: 7, maxLength: 7 }),
  weight,
})

/** `pull`: how much the targets differ from the sample; `leaves`, `moves`, `repeats`: what a panel sees of a person. */
const respondent = fc.record({
  stratum: fc.nat(2),
  weight,
  ratings: fc.array(rating, { minLength: 1, maxLength: 4 }),
  household: fc.nat(20),
  groups: fc.tuple(
    fc.oneof({ weight: 9, arbitrary: fc.nat(2) }, { weight: 1, arbitrary: fc.constant(3) }),
    fc.nat(1),
  ),
  pull: fc.integer({ min: 5, max: 20 }),
  leaves: seldom(4),
  moves: seldom(5),
  repeats: seldom(3),
})
export type Drawn = typeof respondent extends fc.Arbitrary<infer T> ? T : never

const wave = fc.record({
  respondents: fc.array(respondent, { minLength: 10, maxLength: 120, size: 'max' }),
  alone: seldom(4),
  dropped: fc.option(fc.nat(6), { freq: 2 }),
  lacks: fc.record({ weight: seldom(6), stratum: seldom(8), household: seldom(6) }),
})

/** `tilts`: how the targets of the categories of both variables differ from the sample. */
const weighting = fc.record({
  rake: fc.constantFrom([], [], [], ['age'], ['region'], ['age', 'region'], ['age', 'region']),
  tilts: fc.tuple(...[0, 1, 2, 3, 4, 5].map(() => fc.constantFrom(1, 0.6, 1.5, 2))),
  trim: fc.option(fc.constantFrom([0.2, 5], [0.3, 3], [0.4, 2], [0.1, 2.5]), { freq: 3 }),
  perRating: seldom(8),
})

/** `crowd`: more companies, so that there is a place after the tenth; drawn last, as are what explains scores and what divides customers. */
export const draft = fc.record({
  indices: fc.array(questions, { minLength: 1, maxLength: 2 }),
  promoter: fc.boolean(),
  industries: fc.integer({ min: 1, max: 3 }),
  strata: fc.integer({ min: 1, max: 3 }),
  equal: seldom(3),
  weighting,
  households: fc.boolean(),
  panel: seldom(2),
  companies: fc.array(company, { minLength: 2, maxLength: 7, size: 'max' }),
  waves: fc.array(wave, { minLength: 1, maxLength: 3, size: 'max' }),
  limits: fc.constantFrom([5, 3], [8, 4], [15, 2], [2, 1]),
  aggregate: fc.constantFrom('companies' as const, 'ratings' as const),
  confidence: fc.constantFrom(0.95, 0.9, 0.8),
  crowd: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(another, { minLength: 11, maxLength: 11 }) },
  ),
  explained,
  divided,
})
export type Draft = typeof draft extends fc.Arbitrary<infer T> ? T : never
