/** weigh: the weights of the respondents. So far: as delivered. */
import type { Database } from './db.ts'
import { UserError } from './errors.ts'
import { materialise, setVariables } from './sql.ts'

const widest = 1e6

/** Bits that a sum of `addends` whole numbers may use without leaving 64-bit integers. */
const bits = (addends: number): number => Math.min(52, 61 - Math.ceil(Math.log2(addends + 1)))

/**
 * Makes the table `sample`: respondent, stratum and weight. Weights become whole numbers (steps of the largest weight),
 * so that every sum is exact, the same in any order and on any machine.
 */
export async function weigh(db: Database, wave: string): Promise<void> {
  const [row] = await db.rows(
    'select max(weight) as largest, min(weight) as smallest, (select count(*) from delivered)::double as rows from respondents',
  )
  const largest = Number(row?.largest ?? 1)
  const smallest = Number(row?.smallest ?? 1)
  if (largest / smallest > widest)
    throw new UserError({
      what: `the largest weight is more than ${widest} times the smallest`,
      value: `${largest} and ${smallest}`,
      where: `wave ${wave}`,
      hint: 'a respondent who counts for a million others is a mistake: see columns.weight of the wave',
    })
  const addends = Number(row?.rows ?? 0)
  await setVariables(db, {
    weight_scale: 2 ** Math.ceil(Math.log2(largest)),
    weight_steps: 2 ** bits(addends),
  })
  await materialise(db, 'sample')
}
