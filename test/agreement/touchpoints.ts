/** What was expected and what was experienced where customer and company meet (METHOD.md §17). */
import type { GapRow, IndustryGapRow } from '../../pipeline/tables.ts'
import { type Domain, domainOf, freedom } from './domain.ts'
import { estimate, limitsOf, varianceOf } from './estimate.ts'
import type { PlainStudy, PlainTouchpoint, Rating } from './plain.ts'
import { points, segmentBase, shownPart } from './publication.ts'
import { tTest } from './tests.ts'
import type { Wave } from './wave.ts'

/** The touchpoints of which a wave asks both questions, in the order of the contract. */
export function touchpointsAsked({ touchpoints = [], waves }: PlainStudy, waveId: string): PlainTouchpoint[] {
  const asked = waves.find(({ id }) => id === waveId)?.items ?? []
  return touchpoints.filter(
    ({ expected, experienced }) => asked.includes(expected) && asked.includes(experienced),
  )
}

export interface Met {
  expected: number
  experienced: number
}

/** Null where one of the two questions has no answer. */
export function meeting(study: PlainStudy, touchpoint: PlainTouchpoint, rating: Rating): Met | null {
  const [expected, experienced] = [touchpoint.expected, touchpoint.experienced].map((item) =>
    points(study, item, rating),
  )
  return typeof expected === 'number' && typeof experienced === 'number' ? { expected, experienced } : null
}

/** One measure of the ratings of some companies at a touchpoint. */
export const metBy =
  (study: PlainStudy, wave: Wave, touchpoint: PlainTouchpoint, of: (met: Met) => number) =>
  (ids: readonly string[]): Domain =>
    domainOf(wave, (rating) => {
      const met = ids.includes(rating.company) ? meeting(study, touchpoint, rating) : null
      return met && of(met)
    })

/** On two scales the same point can differ by rounding. */
const same = 1e-9

export const measures = {
  expected: ({ expected }: Met) => expected,
  experienced: ({ experienced }: Met) => experienced,
  gap: ({ expected, experienced }: Met) => experienced - expected,
  level: ({ expected, experienced }: Met) => expected + experienced,
  top: ({ expected }: Met) => (expected > 100 - same ? 100 : 0),
  below: ({ expected, experienced }: Met) => (experienced - expected < -same ? 100 : 0),
  met: ({ expected, experienced }: Met) => (Math.abs(experienced - expected) <= same ? 100 : 0),
  above: ({ expected, experienced }: Met) => (experienced - expected > same ? 100 : 0),
}

type Figures = Omit<IndustryGapRow, 'wave' | 'level' | 'entity_id' | keyof Place>
type Place = Pick<GapRow, 'touchpoint' | 'channel' | 'owner' | 'step'>

export const placeOf = ({ id, channel, owner, step }: PlainTouchpoint): Place => ({
  touchpoint: id,
  channel: channel ?? null,
  owner: owner ?? null,
  step: step ?? null,
})

const withheld = {
  ...{ n_effective: null, df: null, p_value: null, p_adjusted: null },
  ...{ expected: null, expected_se: null, expected_low: null, expected_high: null },
  ...{ experienced: null, experienced_se: null, experienced_low: null, experienced_high: null },
  ...{ gap: null, se: null, low: null, high: null },
  ...{ expected_top: null, below: null, met: null, above: null },
}

/** The figures of some companies’ ratings at a touchpoint, before `p_adjusted`. */
export function gapFigures(
  study: PlainStudy,
  wave: Wave,
  touchpoint: PlainTouchpoint,
  ids: readonly string[],
): Figures {
  const of = (measure: (met: Met) => number) => metBy(study, wave, touchpoint, measure)(ids)
  const [expected, experienced, gap] = [measures.expected, measures.experienced, measures.gap].map(of)
  if (!expected || !experienced || !gap) throw new Error('no measures')
  const { n } = gap
  const standing = shownPart(wave, [expected, experienced, gap], segmentBase(study))
  if (!standing.published) return { n, ...withheld, ...standing }
  const df = freedom(wave, gap.members)
  const limits = (domain: Domain) => limitsOf(study, wave, estimate(domain), df, n)
  const [e, p, g] = [limits(expected), limits(experienced), limits(gap)]
  const test = tTest(gap.mean, varianceOf(wave, estimate(gap)), df, study.publication.confidence)
  return {
    n,
    n_effective: gap.kish,
    ...{ expected: expected.mean, expected_se: e.se, expected_low: e.low, expected_high: e.high },
    experienced: experienced.mean,
    ...{ experienced_se: p.se, experienced_low: p.low, experienced_high: p.high },
    ...{ gap: gap.mean, se: g.se, df, low: g.low, high: g.high },
    ...{ p_value: test?.p ?? null, p_adjusted: null },
    expected_top: of(measures.top).mean,
    ...{ below: of(measures.below).mean, met: of(measures.met).mean, above: of(measures.above).mean },
    ...standing,
  }
}
