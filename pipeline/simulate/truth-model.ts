/** Truth that is a setting of the model: drivers, order of questions, population, and what is planted. */
import type { Company } from './companies.ts'
import { drivers, kindOf, slopes } from './drivers.ts'
import { driverIndex } from './items.ts'
import { ageGroups, genders, markets, personas, strata } from './population.ts'
import type { TruthRow } from './truth.ts'
import type { Truth } from './truth-scores.ts'
import type { Wave } from './waves.ts'

const industriesIn = (active: readonly Company[]) => [...new Set(active.map(({ industry }) => industry))]

/** How each driver acts in each industry. */
export function* driverRows(active: readonly Company[]): Generator<TruthRow> {
  for (const { id, kind } of industriesIn(active))
    for (const driver of drivers) {
      const own = slopes[kind][driver]
      const row = { level: 'industry', entity: id, part: driverIndex[driver], note: kindOf(own) }
      yield { ...row, index: 'driver_below', score: own.below }
      yield { ...row, index: 'driver_above', score: own.above }
      yield { ...row, index: 'driver_kink', score: own.kink }
    }
}

/** What it does to an index that its questions, or those of the other, come first. */
export function* orderRows(truth: Truth, wave: Wave, active: readonly Company[]): Generator<TruthRow> {
  if (!wave.has('digital')) return
  for (const index of ['satisfaction', 'digital_relevance']) {
    const differences = active.map((company) => {
      const [first = 0, last = 0] = ['first', 'last'].map((half) =>
        truth.score(index, company, wave, { condition: { half } }),
      )
      return first - last
    })
    const score = differences.reduce((sum, difference) => sum + difference, 0) / differences.length
    yield { index: 'order_effect', level: 'all', entity: 'all', part: index, score }
  }
}

/** Shares of the population, by which samples are weighted back. */
export function* populationRows(): Generator<TruthRow> {
  const kinds = personas.map(({ name }, kind) => ({
    name,
    population: ageGroups.reduce(
      (sum, { population, personas: own }) => sum + population * (own[kind] ?? 0),
      0,
    ),
  }))
  const regions = strata.flatMap(({ population, regions: inside }) =>
    Object.entries(inside).map(([name, share]) => ({ name, population: population * share })),
  )
  const variables = {
    age: ageGroups,
    gender: genders,
    region: regions,
    stratum: strata,
    market: markets,
    persona: kinds,
  }
  for (const [variable, categories] of Object.entries(variables))
    for (const { name, population } of categories)
      yield { index: 'population', level: variable, entity: name, score: population }
}

/** What is planted for others to find, with its size in latent points. */
export function* plantedRows(active: readonly Company[], waves: number): Generator<TruthRow> {
  for (const { id, planted, conviction } of active) {
    if (planted === undefined || waves < (planted.waves ?? 1)) continue
    const { effect, says, jump, expected, experienced, persona, belief, satisfaction, digital } = planted
    const believed = belief && conviction.believes.satisfaction
    const gap = (experienced ?? 0) - (expected ?? 0)
    const score =
      jump ?? persona?.points ?? believed ?? digital ?? (expected === undefined ? satisfaction : gap)
    yield { index: 'planted', level: 'company', entity: id, part: effect, score, note: says }
  }
  for (const { id, kind } of industriesIn(active))
    for (const driver of drivers) {
      const own = slopes[kind][driver]
      const effect = kindOf(own)
      if (effect !== 'basic' && effect !== 'excitement') continue
      yield {
        index: 'planted',
        level: 'industry',
        entity: id,
        part: `${effect}_driver`,
        score: own.below + own.above,
        note: `${driverIndex[driver]} is a driver of this kind here`,
      }
    }
}
