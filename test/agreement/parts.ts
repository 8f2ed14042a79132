/** The parts of a journey: a touchpoint, or all of one owner, one step or one channel, and what a rating says of them. */
import type { JourneyRow } from '../../pipeline/tables.ts'
import type { PlainStudy, PlainTouchpoint, Rating } from './plain.ts'
import { type Met, meeting, touchpointsAsked } from './touchpoints.ts'

export interface Part {
  kind: JourneyRow['part']
  value: string
  /** those of the part that the wave asks, in the order of the contract */
  touchpoints: readonly PlainTouchpoint[]
}

const placeIn = (touchpoint: PlainTouchpoint, kind: Part['kind']): string | undefined =>
  kind === 'touchpoint' ? touchpoint.id : touchpoint[kind]

/** The parts of one kind of which the wave asks a touchpoint. */
export function partsOf(study: PlainStudy, waveId: string, kind: Part['kind']): Part[] {
  const asked = touchpointsAsked(study, waveId)
  const values = new Set(asked.flatMap((touchpoint) => placeIn(touchpoint, kind) ?? []))
  return [...values].map((value) => ({
    kind,
    value,
    touchpoints: asked.filter((touchpoint) => placeIn(touchpoint, kind) === value),
  }))
}

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((total, one) => total + one, 0) / numbers.length

/** Of a rating: means over those touchpoints of the part that it met, each rating counting once; null where it met none. */
export function partMeasures(study: PlainStudy, waveId: string, part: Part) {
  const inside = new Set(part.touchpoints.map(({ id }) => id))
  const others = touchpointsAsked(study, waveId).filter(({ id }) => !inside.has(id))
  const over =
    (touchpoints: readonly PlainTouchpoint[], of: (met: Met) => number) =>
    (rating: Rating): number | null =>
      mean(
        touchpoints.flatMap((touchpoint) => {
          const met = meeting(study, touchpoint, rating)
          return met ? [of(met)] : []
        }),
      )
  const experienced = over(part.touchpoints, (met) => met.experienced)
  const elsewhere = over(others, (met) => met.experienced)
  return {
    expected: over(part.touchpoints, (met) => met.expected),
    experienced,
    gap: over(part.touchpoints, (met) => met.experienced - met.expected),
    /** experienced there minus experienced at the rating’s other touchpoints */
    beside: (rating: Rating): number | null => {
      const [there, other] = [experienced(rating), elsewhere(rating)]
      return there === null || other === null ? null : there - other
    },
  }
}
