import { unsureOf } from './answers.ts'
import { type Company, isActive } from './companies.ts'
import { expected, feelings, type Node, points, promotion, type Worth } from './expectation.ts'
import { type AgeGroup, ageGroups, type Item, indices, items, promoterItem, strata } from './population.ts'
import type { Wave } from './waves.ts'

/** Chance that the group rates at all where `items` ask, and for each item the mean of 1/answered where it counts. */
function validity(asked: readonly Item[], age: AgeGroup, least: number): { chance: number; parts: number[] } {
  const given = asked.map((item) => 1 - item.notAsked - item.refused - unsureOf(item, age))
  const uses = asked.some(({ trait }) => trait === 'digital') ? 1 - age.offline : 1
  const parts = asked.map(() => 0)
  let chance = 0
  for (let pattern = 1; pattern < 2 ** asked.length; pattern++) {
    const present = asked.map((_, index) => ((pattern >> index) & 1) === 1)
    const answered = present.filter(Boolean).length
    if (answered < least) continue
    const probability = given.reduce(
      (product, share, index) => product * (present[index] === true ? share : 1 - share),
      uses,
    )
    chance += probability
    for (const [index, is] of present.entries())
      if (is) parts[index] = (parts[index] ?? 0) + probability / answered
  }
  return { chance, parts }
}

/**
 * E[w y r] / E[w r] of one company in one wave: y the mean of the answered items, r = 1 where at least half of them
 * are. E[w] of a group is population / sample share, so that groups enter with their population shares.
 */
function score(
  means: readonly number[],
  ids: readonly string[],
  worth: (item: Item) => Worth,
  nodes: readonly Node[],
): number {
  const asked = items.filter(({ id }) => ids.includes(id))
  let above = 0
  let below = 0
  for (const age of ageGroups) {
    const { chance, parts } = validity(asked, age, Math.ceil(asked.length / 2))
    for (const stratum of strata) {
      const share = age.population * stratum.population
      below += share * chance
      for (const [index, item] of asked.entries()) {
        const centre =
          (means[items.indexOf(item)] ?? 0) + item.shift + item.loading * (age.lenience + stratum.lenience)
        above += share * (parts[index] ?? 0) * expected(item, worth(item), centre, nodes)
      }
    }
  }
  return above / below
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/**
 * truth.csv: what the pipeline estimates, as it is in the population. Industry and all are plain means of every company
 * that exists in the wave, those with few ratings included. Numerical integration, no draws: `mc_se` is 0 throughout.
 */
export function* truthLines(companies: readonly Company[], waves: readonly Wave[]): Generator<string> {
  const nodes = feelings(2)
  yield 'wave,index,level,entity_id,score,mc_se\n'
  for (const wave of waves) {
    const active = companies.filter((company) => isActive(company, wave))
    const askedIn = (id: string) => wave.itemColumns[items.findIndex((item) => item.id === id)] !== null
    const row = (index: string, level: string, entity: string, value: number) =>
      `${wave.id},${index},${level},${entity},${value.toFixed(6)},0\n`
    for (const [index, ids] of Object.entries(indices)) {
      if (!ids.some(askedIn)) continue
      const scores = active.map((company) => score(company.means[wave.index] ?? [], ids, points, nodes))
      yield active.map(({ id }, place) => row(index, 'company', id, scores[place] ?? 0)).join('')
      for (const industry of new Set(active.map((company) => company.industry)))
        yield row(
          index,
          'industry',
          industry.id,
          meanOf(scores.filter((_, place) => active[place]?.industry === industry)),
        )
      yield row(index, 'all', 'all', meanOf(scores))
    }
    for (const { id, means } of active)
      yield row(
        'net_promoter',
        'company',
        id,
        score(means[wave.index] ?? [], [promoterItem], () => promotion, nodes),
      )
  }
}
