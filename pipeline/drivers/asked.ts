/** What may drive the outcome in a wave, and the ratings that have all of it: the table `driven` (METHOD.md §21). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { publicRatings } from '../match.ts'
import { indexMeasure, type Measure } from '../measures.ts'
import type { OpenWave } from '../read/wave.ts'

export interface Driver {
  id: string
  measure: Measure
}

const measureOf = (study: Study, open: OpenWave, id: string): Measure | undefined => {
  const index = study.indices.find((one) => one.id === id)
  return index && indexMeasure(index, open)
}

/** The outcome in the wave; undefined where the contract names none, or the wave does not ask it. */
export const outcomeOf = (study: Study, open: OpenWave): Measure | undefined =>
  study.contract.drivers && measureOf(study, open, study.contract.drivers.outcome)

/** The drivers that the wave asks, in the order of the contract. */
export const driversAsked = (study: Study, open: OpenWave): Driver[] =>
  (study.contract.drivers?.of ?? []).flatMap((id) => {
    const measure = measureOf(study, open, id)
    return measure === undefined ? [] : [{ id, measure }]
  })

/** Keeps the public ratings that have the outcome, as `y`, and all of `values`, as `x_0`, `x_1` …, on 0-100: the table `driven`. */
export async function keepDriven(
  db: Database,
  study: Study,
  outcome: Measure,
  values: readonly Measure[],
): Promise<void> {
  const columns = values.map((_, j) => `x_${j}`)
  const scored = values.map((measure, j) => `${measure} as x_${j}`)
  await db.run(`create or replace table driven as
    select * from (select respondent, unit, stratum, company, w, ${[`${outcome} as y`, ...scored].join(', ')}
      from ratings where ${publicRatings(study)})
    where ${['y', ...columns].map((column) => `${column} is not null`).join(' and ')}`)
}
