/** compare: why an index is not comparable with the wave before, or only with caution (METHOD.md §7). */
import type { Item, Study, Wave } from './contract/study.ts'
import { itemsAsked } from './measures.ts'
import type { ComparabilityRow } from './tables.ts'

type Finding = Pick<ComparabilityRow, 'reason' | 'effect' | 'detail'>

const scaleOf = ({ scale }: Item): string => `${scale.min}-${scale.max}`

function itemFindings(study: Study, index: string, before: Wave, now: Wave): Finding[] {
  const [then, today] = [itemsAsked(study, index, before), itemsAsked(study, index, now)]
  const only = (some: readonly string[], others: readonly string[]) =>
    study.items.filter(({ id }) => some.includes(id) && !others.includes(id))
  const [added, dropped] = [only(today, then), only(then, today)]
  const effect = 'not_comparable'
  const names = (items: readonly Item[]) => items.map(({ id }) => id).join(', ')
  const findings: Finding[] = []
  if (added.length > 0) findings.push({ reason: 'items_added', effect, detail: names(added) })
  if (dropped.length > 0) findings.push({ reason: 'items_dropped', effect, detail: names(dropped) })
  const scales = (items: readonly Item[]) => [...new Set(items.map(scaleOf))].sort().join(', ')
  if (added.length > 0 && dropped.length > 0 && scales(added) !== scales(dropped))
    findings.push({ reason: 'scale_changed', effect, detail: `${scales(dropped)}; ${scales(added)}` })
  return findings
}

/** How two waves differ in their weights, units and mode. */
function designFindings(study: Study, before: Wave, now: Wave): Finding[] {
  const findings: Finding[] = []
  const changed = (reason: Finding['reason'], role: string) => {
    const [lacking, other] = [before, now].filter((wave) => wave.columns[role] === undefined)
    if (lacking !== undefined && other === undefined)
      findings.push({ reason, effect: 'not_comparable', detail: lacking.id })
  }
  changed('weighting_changed', study.weighting.base)
  if (study.design.panel && study.design.cluster !== undefined) changed('units_changed', study.design.cluster)
  if (before.mode !== undefined && now.mode !== undefined && before.mode !== now.mode)
    findings.push({ reason: 'mode_changed', effect: 'caution', detail: `${before.mode}; ${now.mode}` })
  return findings
}

const harmless = (findings: readonly Finding[]): boolean =>
  findings.every(({ effect }) => effect !== 'not_comparable')

/** Whether a change between the two waves may be one of customers, as far as weights and units go. */
export const comparableDesign = (study: Study, before: Wave, now: Wave): boolean =>
  harmless(designFindings(study, before, now))

/** What differs between two waves that both ask the index. */
export const comparability = (study: Study, index: string, before: Wave, now: Wave): Finding[] => [
  ...itemFindings(study, index, before, now),
  ...designFindings(study, before, now),
]

/** Whether a change of the index between the two waves is one of its customers, not of its questions or weights. */
export const comparable = (study: Study, index: string, before: Wave, now: Wave): boolean =>
  harmless(comparability(study, index, before, now))

/** The rows of one wave: nothing where no index is asked in both waves, or nothing differs. */
export function comparabilityRows(study: Study, wave: Wave): ComparabilityRow[] {
  const before = study.waves[study.waves.indexOf(wave) - 1]
  if (before === undefined) return []
  return study.indices.flatMap(({ id }) =>
    [before, wave].every((one) => itemsAsked(study, id, one).length > 0)
      ? comparability(study, id, before, wave).map((finding) => ({
          ...{ wave: wave.id, index: id, wave_before: before.id },
          ...finding,
        }))
      : [],
  )
}
