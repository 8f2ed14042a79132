/** weigh: weights as whole numbers, and raked to the margins of targets.csv where the contract says so (METHOD.md §3). */
import { z } from 'zod'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { located, type Mistake, UserError } from './errors.ts'
import type { OpenWave } from './read/wave.ts'
import { materialise, query, setVariables } from './sql.ts'

/** Bits that even the smallest weight, and its square, must have: an error below 1e-9 of it. */
const finest = 31
/** How many times the smallest weight the largest may be; the squares then fit into 60 bits. */
const widest = 10_000
/** A sum of whole numbers below 2^62 is exact in 64 bits, and DuckDB adds them fastest. */
const quick = 61

/** Bits for weights whose smallest is 2^-`span` of the largest, of which `addends` are summed. */
const bits = (addends: number, span: number): number =>
  Math.max(Math.min(52, quick - Math.ceil(Math.log2(addends + 1))), Math.ceil(finest + span))

const sums = z.object({
  n: z.int(),
  w: z.number(),
  ww: z.number(),
  largest: z.number(),
  smallest: z.number(),
})

export type WeightSums = z.infer<typeof sums>

/** Ratings of the sampling unit that has most of them. */
async function mostRatings(db: Database): Promise<number> {
  const [row] = await db.rows(
    `select max(ratings) as most from (select count(*) as ratings from delivered
       inner join sample on delivered.respondent = sample.id group by sample.unit)`,
  )
  return Math.max(1, Number(row?.most))
}

/**
 * Gives the respondents in `sample` their weights as whole numbers (steps of the largest), so that every sum is exact, the
 * same in any order and on any machine. `source`: the table whose `weight` sets the steps; `hint` and `where`: what to do
 * about weights too far apart, and where they stand.
 */
export async function inSteps(
  db: Database,
  {
    source,
    hint,
    where,
  }: {
    source: 'sample' | 'delivered'
    hint: string
    where: () => Promise<Pick<Mistake, 'where' | 'at'>>
  },
): Promise<void> {
  const [row] = await db.rows(
    `select max(weight) as largest, min(weight) as smallest, (select count(*) from delivered)::double as rows,
       (select max(respondents) from (select count(*) as respondents from sample group by unit)) as together,
       (select count(distinct company) from codes) as companies from ${source}`,
  )
  const [largest, smallest, rows] = [Number(row?.largest), Number(row?.smallest), Number(row?.rows)]
  if (largest > widest * smallest)
    throw new UserError({
      what: 'the weights differ by more than ten thousand times',
      value: `${smallest} and ${largest}`,
      ...(await where()),
      hint: `nobody counts for ten thousand others: ${hint}`,
    })
  const scale = Math.ceil(Math.log2(largest))
  const span = scale - Math.log2(smallest)
  // A sampling unit of many respondents, or of one with many ratings, weighs more than any of them; its square, times c_h of up
  // to 2, may need over 62 bits.
  const products = bits(rows, 2 * span) - 1
  const tooMany = (ratings: number) => products + 2 * Math.ceil(Math.log2(ratings)) > quick
  const wide = tooMany(Number(row?.together) * Number(row?.companies)) && tooMany(await mostRatings(db))
  await db.run(`create or replace macro whole(x) as x::${wide ? 'hugeint' : 'bigint'}`)
  await setVariables(db, {
    weight_scale: 2 ** scale,
    weight_steps: 2 ** bits(rows, span),
    square_steps: 2 ** bits(rows, 2 * span),
    product_steps: 2 ** products,
  })
  await materialise(db, 'whole_weights', 'sample')
}

/** The respondents of the wave with their weights as delivered: the table `sample`. */
export async function weigh(db: Database, study: Study, { wave, place }: OpenWave): Promise<void> {
  await materialise(db, 'cells')
  await materialise(db, 'sample')
  const source = study.weighting.level === 'rating' ? 'delivered' : 'sample'
  const { base } = study.weighting
  await inSteps(db, {
    source,
    hint: `see columns.${base} of wave ${wave.id}`,
    where: async () => {
      const [row] = await db.rows('select file, row from delivered order by weight desc, file, row limit 1')
      return located(place(Number(row?.file), Number(row?.row), base), 'the largest:')
    },
  })
}

/** What the final weights amount to. */
export async function weightSums(db: Database, study: Study): Promise<WeightSums> {
  const table = study.weighting.level === 'rating' ? 'ratings' : 'sample'
  await db.run(`create or replace temp view weighted as select w from ${table}`)
  const [found] = await query(db, 'weight_sums', sums)
  if (found === undefined) throw new Error('no weights')
  return found
}
