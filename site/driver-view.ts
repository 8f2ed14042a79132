/** The tables on drivers of one edition, indexed once. */
import type { PublicStudy } from '../pipeline/publication.ts'
import type { DriverRow, MakesUpRow, PromiseEffectRow, Tables } from '../pipeline/tables.ts'
import { isPromiseShown, isWeighed } from './driver-verdicts.ts'
import { groupBy, key } from './rows.ts'

export interface DriverView {
  /** the index that is explained */
  outcome: string
  /** the drivers that have rows, in the order of the study */
  drivers: string[]
  /** by level|entity, in that order */
  rows: Map<string, DriverRow[]>
  makesUp: Map<string, MakesUpRow[]>
  /** by level|entity, in the order of the touchpoints */
  promises: Map<string, PromiseEffectRow[]>
}

export function driverViewOf(
  { drivers: asked, touchpoints }: PublicStudy,
  { drivers, makes_up, promise_effect }: Tables,
): DriverView {
  const { outcome = '', of = [] } = asked ?? {}
  const known = new Set(drivers.map(({ driver }) => driver))
  const order = touchpoints.map(({ id }) => id)
  const entity = (row: { level: string; entity_id: string }) => key(row.level, row.entity_id)
  const place = (row: MakesUpRow) => of.indexOf(row.failing) * of.length + of.indexOf(row.with)
  return {
    outcome,
    drivers: of.filter((id) => known.has(id)),
    rows: groupBy(
      [...drivers].sort((a, b) => of.indexOf(a.driver) - of.indexOf(b.driver)),
      entity,
    ),
    makesUp: groupBy(
      [...makes_up].sort((a, b) => place(a) - place(b)),
      entity,
    ),
    promises: groupBy(
      [...promise_effect].sort((a, b) => order.indexOf(a.touchpoint) - order.indexOf(b.touchpoint)),
      entity,
    ),
  }
}

/** Whether there is anything for a page on drivers to tell: figures of an industry, or of all, that are shown. */
export const tellsDrivers = ({ rows, promises }: DriverView): boolean =>
  [...rows.values()].flat().some((row) => row.level !== 'company' && isWeighed(row)) ||
  [...promises.values()].flat().some(isPromiseShown)
