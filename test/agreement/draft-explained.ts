/** What of a random study explains scores: touchpoints, needs, split ballots, two rankings. */
import fc from 'fast-check'
import { reply, scales, seldom } from './draft-parts.ts'

const question = fc.record({ scale: fc.constantFrom(...scales), reverse: seldom(5) })

/** `apart`: what was experienced is asked on a scale of its own; `rare`: few meet it. */
const touchpoint = fc.record({
  expected: question,
  experienced: fc.option(question, { freq: 5 }),
  channel: fc.constantFrom('digital', 'physical', undefined),
  owner: fc.constantFrom('it', 'sales', undefined),
  step: fc.constantFrom('find', 'use', undefined),
  rare: seldom(5),
})

/** What a company promises and delivers, and how much more it delivers with each wave. */
const firm = fc.record({
  promise: fc.constantFrom(0.7, 0.5, 0.9),
  delivery: fc.constantFrom(0.7, 0.4, 0.2, 0.9),
  drift: fc.constantFrom(0, 0.2, -0.2, 0),
})

/**
 * A rating as touchpoints see it. `leap`: it is of another company, where there is a crowd; `halves`: of the respondent, in
 * both ballots.
 */
const encounter = fc.record({
  need: reply,
  meets: fc.array(fc.record({ luck: fc.nat(9), expects: reply, gets: reply }), {
    minLength: 4,
    maxLength: 4,
  }),
  served: fc.constantFrom('1', '2', '1', '2', '3', ''),
  leap: fc.nat(2),
  halves: fc.tuple(fc.nat(9), fc.nat(9)),
})
export type Encounter = typeof encounter extends fc.Arbitrary<infer T> ? T : never

const lacks = fc.record({
  touchpoint: fc.option(fc.nat(7), { freq: 3 }),
  need: seldom(5),
  served: seldom(5),
  ballots: fc.tuple(seldom(5), seldom(5)),
})

/**
 * `loyal`: the last index is called loyalty, or has the net promoter item; `mix`: the share of the second index, and whether
 * the two change places; `ballots`: a split ballot whose column is a role, and one whose column is none; `effect`: what being
 * in the second half does to an answer. `encounters` serve all ratings, over and over.
 */
export const explained = fc.record({
  touchpoints: fc.array(touchpoint, { maxLength: 4, size: 'max' }),
  need: fc.option(question, { freq: 3 }),
  channels: fc.boolean(),
  loyal: fc.constantFrom('plain', 'named', 'recommends'),
  mix: fc.option(fc.record({ share: fc.constantFrom(0.25, 0.5, 0.9, 1 / 3), swap: fc.boolean() }), {
    freq: 12,
  }),
  ballots: fc.tuple(fc.boolean(), fc.boolean()),
  names: fc.constantFrom(['a', 'b'], ['2', '10'], ['digital first', 'usual']),
  effect: fc.constantFrom(0, 2, -2),
  minimum_segment_n: fc.constantFrom(5, 3, 8, 2, 1),
  firms: fc.array(firm, { minLength: 18, maxLength: 18 }),
  encounters: fc.array(encounter, { minLength: 61, maxLength: 61 }),
  lacks: fc.tuple(lacks, lacks, lacks),
})
export type Explained = typeof explained extends fc.Arbitrary<infer T> ? T : never
