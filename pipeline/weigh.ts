/** weigh: the weights of the respondents. So far: as delivered. */
import type { Database } from './db.ts'
import { materialise, setVariables } from './sql.ts'

/** Bits that a sum of `addends` whole numbers may use without leaving 64-bit integers. */
const bits = (addends: number): number => Math.min(52, 61 - Math.ceil(Math.log2(addends + 1)))

/**
 * Makes the table `sample`: respondent, stratum and weight. Weights become whole numbers (steps of the largest weight),
 * so that every sum is exact, the same in any order and on any machine.
 */
export async function weigh(db: Database): Promise<void> {
  const [row] = await db.rows(
    'select max(weight) as largest, (select count(*) from delivered)::double as rows from respondents',
  )
  const largest = Number(row?.largest ?? 1)
  const addends = Number(row?.rows ?? 0)
  await setVariables(db, {
    weight_scale: 2 ** Math.ceil(Math.log2(largest)),
    weight_steps: 2 ** bits(addends),
  })
  await materialise(db, 'sample')
}
