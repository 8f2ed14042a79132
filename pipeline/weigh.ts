/** weigh: the weights of the respondents. So far: as delivered. */
import type { Database } from './db.ts'
import { UserError } from './errors.ts'
import { materialise, setVariables } from './sql.ts'

/** Bits that even the smallest weight, and its square, must have: an error below 1e-9 of it. */
const finest = 31
/** How many times the smallest weight the largest may be; the squares then fit into 60 bits. */
const widest = 10_000
/** A sum of whole numbers below 2^62 is exact in 64 bits, and DuckDB adds them fastest. */
const quick = 61

/** Bits for weights whose smallest is 2^-`span` of the largest, of which `addends` are summed. */
const bits = (addends: number, span: number): number =>
  Math.max(Math.min(52, quick - Math.ceil(Math.log2(addends + 1))), Math.ceil(finest + span))

/**
 * Makes the table `sample`: respondent, stratum and weight. Weights and squared weights become whole numbers (steps of
 * the largest), so that every sum is exact, the same in any order and on any machine.
 */
export async function weigh(db: Database, wave: string): Promise<void> {
  const [row] = await db.rows(
    'select max(weight) as largest, min(weight) as smallest, (select count(*) from delivered)::double as rows from respondents',
  )
  const [largest, smallest, rows] = [Number(row?.largest), Number(row?.smallest), Number(row?.rows)]
  if (largest > widest * smallest)
    throw new UserError({
      what: 'the weights differ by more than ten thousand times',
      value: `${smallest} and ${largest}`,
      where: `wave ${wave}`,
      hint: 'nobody counts for ten thousand others: see columns.weight of the wave',
    })
  const scale = Math.ceil(Math.log2(largest))
  const span = scale - Math.log2(smallest)
  await setVariables(db, {
    weight_scale: 2 ** scale,
    weight_steps: 2 ** bits(rows, span),
    square_steps: 2 ** bits(rows, 2 * span),
  })
  await materialise(db, 'sample')
}
