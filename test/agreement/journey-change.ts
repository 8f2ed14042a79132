/** What was experienced at a part of the journey, beside the wave before (METHOD.md §7, §17). */
import type { JourneyRow } from '../../pipeline/tables.ts'
import { domainOf, freedom, variance } from './domain.ts'
import { type Placed, panelTest } from './panel.ts'
import { type Part, partMeasures, partsOf } from './parts.ts'
import type { PlainStudy, Rating } from './plain.ts'
import { segmentBase, shownPart } from './publication.ts'
import { type Difference, welch } from './tests.ts'
import { waveOf } from './wave.ts'

export interface Changed {
  test: Difference | null
  /** where nothing was tested; null where the row is withheld */
  verdict: JourneyRow['change_verdict']
}

const untested = (verdict: Changed['verdict']): Changed => ({ test: null, verdict })

/** What was experienced in a wave, and whether it is shown. */
function experience(
  study: PlainStudy,
  waveId: string,
  part: Part,
  id: string,
): Placed & { n: number; shown: boolean } {
  const wave = waveOf(study, waveId)
  const { expected, experienced, gap } = partMeasures(study, waveId, part)
  const of = (measure: (rating: Rating) => number | null) =>
    domainOf(wave, (rating) => (rating.company === id ? measure(rating) : null))
  const domain = of(experienced)
  const { published } = shownPart(wave, [of(expected), domain, of(gap)], segmentBase(study))
  const figures = { mean: domain.mean, v: variance(wave, domain), df: freedom(wave, domain.members) }
  return { wave, domain, ...figures, n: domain.n, shown: published }
}

export function changeOf(study: PlainStudy, waveId: string, part: Part, id: string): Changed {
  const now = experience(study, waveId, part, id)
  if (!now.shown) return untested(null)
  const t = study.waves.findIndex((wave) => wave.id === waveId)
  const asks = (wave: string) =>
    partsOf(study, wave, part.kind).find(({ value }) => value === part.value) ?? null
  if (study.waves.slice(0, t).every((wave) => asks(wave.id) === null)) return untested('first_wave')
  const [before, today] = [study.waves[t - 1], study.waves[t]]
  const partBefore = before ? asks(before.id) : null
  if (!before || !today || !partBefore) return untested('not_comparable')
  const then = experience(study, before.id, partBefore, id)
  if (then.n === 0) return untested('new')
  if (!then.shown) return untested('base_too_small')
  const names = ({ touchpoints }: Part) => touchpoints.map((touchpoint) => touchpoint.id).join('|')
  if (names(part) !== names(partBefore)) return untested('not_comparable')
  if (before.columns.includes('weight') !== today.columns.includes('weight'))
    return untested('not_comparable')
  const test = study.panel ? panelTest : welch
  return { test: test(then, now, study.publication.confidence), verdict: 'base_too_small' }
}
