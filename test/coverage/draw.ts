/**
 * Samples of a population. Within strata, persons or whole households are drawn with chances that depend on how engaged they
 * are, and so do their answers. Draws are with replacement: somebody drawn twice counts as two, and the truth is exactly
 * that of the population.
 */
import { uniforms } from '../../pipeline/stats/random.ts'
import { type People, strata } from './population.ts'

export interface Design {
  /** households are drawn, with all their members; otherwise persons */
  households: boolean
  /** some do not answer, by age and gender; weights are raked to the margins of the population */
  raked: boolean
}

export const designs: readonly Design[] = [
  { households: false, raked: false },
  { households: false, raked: true },
  { households: true, raked: false },
  { households: true, raked: true },
]

/** Somebody who answered. */
export interface Drawn {
  /** number of the draw: the household, where households are drawn */
  unit: number
  person: number
  household: number
  weight: number
}

/** persons who answer, expected */
const size = 1700
const allocation = [0.3, 0.3, 0.2, 0.2]
/** chance to be drawn by engagement, and to answer by age and gender */
const chances = [1, 1.5, 2.2, 3]
const answering = { age: [0.45, 0.7, 0.95], gender: [1, 0.8] }
const meanAnswering = 0.64

/** Draws units of each stratum with chances as their sizes. */
interface Frame {
  /** by stratum: units, and their sizes summed up */
  units: Int32Array[]
  sums: Float64Array[]
}

function frameOf(of: readonly { stratum: number; size: number }[]): Frame {
  const units = Array.from({ length: strata }, (): number[] => [])
  const sums = Array.from({ length: strata }, (): number[] => [])
  for (const [unit, { stratum, size }] of of.entries()) {
    units[stratum]?.push(unit)
    sums[stratum]?.push((sums[stratum]?.at(-1) ?? 0) + size)
  }
  return { units: units.map((one) => Int32Array.from(one)), sums: sums.map((one) => Float64Array.from(one)) }
}

function find(sums: Float64Array, value: number): number {
  let [low, high] = [0, sums.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (value < (sums[middle] ?? 0)) high = middle
    else low = middle + 1
  }
  return low
}

export type Sampler = (design: Design, seed: number, label: string) => Drawn[]

/** Prepares a population for sampling. */
export function samplerOf(population: People): Sampler {
  const { firstPerson, stratum, age, gender, engagement } = population
  const home = new Int32Array(age.length)
  const persons: { stratum: number; size: number }[] = []
  const homes: { stratum: number; size: number }[] = []
  for (let h = 0; h + 1 < firstPerson.length; h++) {
    let sum = 0
    for (let person = firstPerson[h] ?? 0; person < (firstPerson[h + 1] ?? 0); person++) {
      home[person] = h
      const size = chances[engagement[person] ?? 0] ?? 1
      persons.push({ stratum: stratum[h] ?? 0, size })
      sum += size
    }
    // The chance of a household follows its mean engagement, not how many it has.
    homes.push({ stratum: stratum[h] ?? 0, size: sum / ((firstPerson[h + 1] ?? 0) - (firstPerson[h] ?? 0)) })
  }
  const frames = { persons: frameOf(persons), homes: frameOf(homes) }
  const membersEach = persons.length / homes.length

  return (design, seed, label) => {
    const uniform = uniforms(seed, label)
    const frame = design.households ? frames.homes : frames.persons
    const sizes = design.households ? homes : persons
    const total = size / (design.households ? membersEach : 1) / (design.raked ? meanAnswering : 1)
    const drawn: Drawn[] = []
    let unit = 0
    for (const [h, share] of allocation.entries()) {
      const [units, sums] = [frame.units[h] ?? new Int32Array(), frame.sums[h] ?? new Float64Array()]
      const all = sums.at(-1) ?? 0
      const count = Math.round(total * share)
      for (let k = 0; k < count; k++, unit++) {
        const found = units[find(sums, uniform() * all)] ?? 0
        const weight = all / (count * (sizes[found]?.size ?? 1))
        const [first, end] = design.households
          ? [firstPerson[found] ?? 0, firstPerson[found + 1] ?? 0]
          : [found, found + 1]
        for (let person = first; person < end; person++) {
          const chance = (answering.age[age[person] ?? 0] ?? 1) * (answering.gender[gender[person] ?? 0] ?? 1)
          if (design.raked && uniform() >= chance) continue
          drawn.push({ unit, person, household: home[person] ?? 0, weight })
        }
      }
    }
    return drawn
  }
}

/** Shares of the population that weights are raked to: rows of targets.csv without the wave. */
export function marginsOf({ firstPerson, age, gender, region }: People): string[] {
  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (let h = 0; h + 1 < firstPerson.length; h++)
    for (let person = firstPerson[h] ?? 0; person < (firstPerson[h + 1] ?? 0); person++) {
      add(`age,${age[person]}`)
      add(`gender,${gender[person]}`)
      add(`region,${region[h]}`)
    }
  return [...counts].sort().map(([key, count]) => `${key},${(count / age.length).toFixed(12)}`)
}
