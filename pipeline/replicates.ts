/** weigh: replicate weights, raked anew in every replicate (METHOD.md §3). */
import { z } from 'zod'
import type { Study } from './contract/study.ts'
import type { Database, TableColumn } from './db.ts'
import { UserError } from './errors.ts'
import type { Raking } from './rake.ts'
import { query } from './sql.ts'
import { rake } from './stats/raking.ts'
import { uniforms } from './stats/random.ts'
import { bootstrapMultipliers, jackknifeMultipliers } from './stats/replicates.ts'

const person = z.object({
  id: z.string(),
  unit: z.int(),
  stratum: z.int(),
  cell: z.int(),
  entering: z.number(),
})

type Person = z.infer<typeof person>

/** Weights that fit into memory at once. */
const most = 100_000_000

/** Different values by the order of their first appearance. */
const numbered = <T>(values: readonly T[]): Map<T, number> =>
  new Map([...new Set(values)].map((value, k) => [value, k]))

/** The weights of one replicate, raked, at a mean of 1. `places`: of each person’s cell among those of the margins. */
function weightsOf(
  people: readonly Person[],
  places: readonly number[],
  { cells, margins }: Raking,
  multiplier: (unit: number) => number,
): Float64Array {
  const entering = Float64Array.from(people, (one) => one.entering * multiplier(one.unit))
  const sums = cells.map(() => 0)
  for (const [i, k] of places.entries()) sums[k] = (sums[k] ?? 0) + (entering[i] ?? 0)
  const { factors } = rake(sums, margins)
  const mean = sums.reduce((a, b) => a + b, 0) / people.length
  return entering.map((weight, i) => (weight * (factors[places[i] ?? 0] ?? 1)) / mean)
}

/** The table `replicates`: respondent, and a column per replicate with its weights. */
export async function replicateWeights(
  db: Database,
  asked: NonNullable<Study['weighting']['replicates']>,
  raking: Raking,
): Promise<void> {
  const { method, number, seed } = asked
  const people = await query(db, 'people', person)
  const units = numbered(people.map(({ unit }) => unit))
  const strata: number[] = []
  for (const { unit, stratum } of people) strata[units.get(unit) ?? 0] = stratum
  const count = method === 'jackknife' ? units.size : number
  if (count * people.length > most)
    throw new UserError({
      what: 'too many replicate weights',
      value: `${count} for ${people.length} respondents`,
      where: 'study.yaml, weighting.replicates',
      hint: `at most ${most / 1e6} million numbers: ask for fewer replicates, or for method: bootstrap`,
    })
  const places = numbered(raking.cells)
  const cells = people.map(({ cell }) => places.get(cell) ?? 0)
  const uniform = uniforms(seed, 'replicates')
  const replicates = Array.from({ length: count }, (_, k) => {
    const multipliers =
      method === 'jackknife' ? jackknifeMultipliers(strata, k) : bootstrapMultipliers(strata, uniform)
    return weightsOf(people, cells, raking, (unit) => multipliers[units.get(unit) ?? 0] ?? 0)
  })
  await db.fill(
    'replicates',
    [
      { name: 'respondent', type: 'string', value: (row) => people[row]?.id ?? null },
      ...replicates.map(
        (weights, k): TableColumn => ({
          name: `replicate_${k + 1}`,
          type: 'number',
          value: (row) => weights[row] ?? null,
        }),
      ),
    ],
    people.length,
  )
}
