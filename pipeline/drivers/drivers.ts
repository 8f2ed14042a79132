/** drivers: what drives an index: how much, in which way, and what to do about it (METHOD.md §21). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { shownIf } from '../explain/figures.ts'
import type { ReadWave } from '../sides.ts'
import type { DriverRow, Tables } from '../tables.ts'
import { driversAsked, keepDriven, outcomeOf } from './asked.ts'
import { importances } from './importances.ts'
import { makesUpRows } from './makes-up.ts'
import { driverModels, ratingsFor } from './models.ts'
import { productsBy, productsOf } from './products.ts'
import { promiseRows } from './promises.ts'
import { type Draft, endFigures, formFigures, importanceFigures, scoreFigures } from './rows.ts'
import { scoresOf } from './scores.ts'
import { verdictsOf } from './verdicts.ts'

type DriverTables = Pick<Tables, 'drivers' | 'makes_up' | 'promise_effect'>

/** The tables drivers, makes_up and promise_effect of the wave that is loaded. */
export async function driverTables(db: Database, study: Study, read: ReadWave): Promise<DriverTables> {
  const outcome = outcomeOf(study, read.open)
  if (outcome === undefined) return { drivers: [], makes_up: [], promise_effect: [] }
  const asked = driversAsked(study, read.open)
  const promise_effect = await promiseRows(db, study, read, outcome)
  if (asked.length === 0) return { drivers: [], makes_up: [], promise_effect }
  await keepDriven(
    ...([db, study, outcome] as const),
    asked.map(({ measure }) => measure),
  )
  const drivers = await driverRows(
    ...([db, study, read] as const),
    asked.map(({ id }) => id),
  )
  return { drivers, makes_up: await makesUpRows(db, study, read, drivers), promise_effect }
}

/** Every driver in every entity. Reads `driven`. */
async function driverRows(
  db: Database,
  study: Study,
  { open: wave, design, rated }: ReadWave,
  ids: readonly string[],
): Promise<DriverRow[]> {
  const p = ids.length
  const { confidence, minimum_n, minimum_segment_n } = study.publication
  const values = ids.map((_, j) => `x_${j}`)
  const least = ratingsFor(p, minimum_segment_n)
  const scored = await scoresOf(db, study, { design, rated }, values, least)
  const columns = [...values, 'y'].map((value) => `(${value} - 50::double) / 50`)
  const products = await productsBy(db, ['1', ...columns])
  const large = scored.flatMap((entity, number) => {
    const needed = entity.level === 'company' ? Math.max(least, minimum_n) : least
    const companies = entity.members.map((k) => rated[k] ?? -1)
    return entity.n < needed ? [] : [{ ...entity, number, products: productsOf(products, companies, p + 2) }]
  })
  const important = await importances(db, study, { design, rated }, columns, large)
  const models = await driverModels(
    ...([db, rated, p] as const),
    large.filter(({ number }) => important.has(number)),
  )
  const drafts = scored.flatMap((entity, number) =>
    ids.map((driver, j): Draft => {
      const score = entity.scores[j]
      const importance = important.get(number)
      const varies = entity.level === 'company' || importance !== undefined
      if (score === undefined) throw new Error('a driver without a score')
      const rule =
        varies || !score.rule.published ? score.rule : ({ published: false, reason: 'no_variation' } as const)
      return {
        ...{ entity, number, j, driver, importance },
        score: { ...score, rule },
        known: models.get(number)?.known[j],
        df: entity.df - 2 * p,
      }
    }),
  )
  const judged = verdictsOf(drafts, models, minimum_segment_n, confidence)
  return drafts.map((draft): DriverRow => {
    const { entity, score, driver } = draft
    const { kind, advice, ...tests } = judged(draft)
    const { score_vs_rest_p_adjusted, bend_p, bend_p_adjusted, lost_p_adjusted } = tests
    const form = formFigures(draft)
    const figures = {
      ...scoreFigures(draft, score_vs_rest_p_adjusted, confidence),
      ...importanceFigures(draft, confidence),
      ...endFigures(draft, minimum_segment_n, confidence),
      ...{ ...form, bend_p, bend_p_adjusted, lost_p_adjusted },
    }
    return {
      ...{ wave: wave.wave.id, level: entity.level, entity_id: entity.id, driver, n: entity.n },
      ...shownIf(score.rule.published, { ...figures, kind, advice }),
      ...score.rule,
    }
  })
}
