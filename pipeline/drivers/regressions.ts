/** Regressions of the outcome by entity, in two passes over the table `driven`: sums, then what each sampling unit adds to their errors. */
import type { Database } from '../db.ts'
import { added } from '../sql.ts'
import { type Fit, leastSquares, sandwich } from '../stats/least-squares.ts'
import { fillMembers } from './entities.ts'
import type { Fitted } from './evidence.ts'
import { type Columns, formOf, named, type Products, pairsOf, productsBy, productsOf } from './products.ts'

/** A regression of `y / 100` on columns of `driven`, a constant first. */
export interface Model {
  columns: Columns
  /** points of the outcome for one of each coefficient */
  units: readonly number[]
}

export interface Regressed extends Fitted {
  products: Products
}

/** Steps of what a unit adds, and how much of the product of two such numbers is rounding. */
const steps = 2 ** 48
const coarse = 2 ** 32
/** Nothing that a rating adds is larger. */
const most = 2 ** 13
/** A rating that alone decides a coefficient leaves no residual: its 1 − h is below this. */
const alone = 1e-9

const range = (count: number) => Array.from({ length: count }, (_, k) => k)

/** The coefficients and A of each regression: the table `fits`. */
async function fillFits(
  db: Database,
  fits: readonly { number: number; fit: Fit }[],
  k: number,
): Promise<void> {
  const number = (name: string, value: (fit: Fit) => number | undefined) => ({
    ...{ name, type: 'number' as const },
    value: (row: number) => {
      const fit = fits[row]?.fit
      return fit === undefined ? null : (value(fit) ?? 0)
    },
  })
  await db.fill(
    'fits',
    [
      { name: 'entity', type: 'integer', value: (row) => fits[row]?.number ?? null },
      ...range(k).map((a) => number(`b_${a}`, ({ coefficients }) => coefficients[a])),
      ...pairsOf(k).map(([a, b]) =>
        number(`a_${a}_${b}`, ({ inverse }) => (a === b ? 1 : 2) * (inverse[a]?.[b] ?? 0)),
      ),
    ],
    fits.length,
  )
}

/** Σ over sampling units u u' by entity. Reads `driven`, `members`, `fits`. */
async function meats(db: Database, columns: Columns): Promise<Map<number, number[][]>> {
  const k = columns.length
  const fitted = added(range(k).map((a) => `b_${a} * z_${a}`))
  const leverage = formOf('a', k)
  const push = `case when h < ${1 - alone}::double then v * e / (1 - h) else 0 end`
  const pushes = range(k).map(
    (a) =>
      `sum((greatest(least(u * z_${a}, ${most}), -${most}) * ${steps}::double)::bigint)::double as u_${a}`,
  )
  const sums = pairsOf(k).map(
    ([a, b]) => `sum((u_${a} * u_${b} / ${coarse}::double)::hugeint)::double as m_${a}_${b}`,
  )
  const rows = await db.rows(`
    with placed as (
      select entity, unit, w / getvariable('weight_steps') as v, y / 100 as y, ${named(columns)}
      from driven inner join members on driven.company = members.company
    ),
    judged as (
      select placed.*, y - (${fitted}) as e, v * (${leverage}) as h
      from placed inner join fits on placed.entity = fits.entity
    ),
    pushed as (select *, ${push} as u from judged),
    units as (select entity, unit, ${pushes.join(', ')} from pushed group by entity, unit)
    select entity, ${sums.join(', ')} from units group by entity order by entity`)
  return new Map(
    rows.map((row) => [
      Number(row.entity),
      range(k).map((a) =>
        range(k).map((b) => (Number(row[`m_${Math.min(a, b)}_${Math.max(a, b)}`]) * coarse) / steps ** 2),
      ),
    ]),
  )
}

/** The regressions of entities, by their numbers; coefficients in points, errors by HC3, summed to the sampling unit. */
export async function regressions(
  db: Database,
  rated: readonly number[],
  { columns, units }: Model,
  entities: readonly { number: number; members: readonly number[] }[],
): Promise<Map<number, Regressed>> {
  const k = columns.length
  const all = await productsBy(db, [...columns, 'y / 100'])
  const fits = entities.map(({ number, members }) => {
    const products = productsOf(
      all,
      members.map((member) => rated[member] ?? -1),
      k + 1,
    )
    const inside = products.sums.slice(0, k)
    const fit = leastSquares(
      inside.map((row) => row.slice(0, k)),
      inside.map((row) => row[k] ?? 0),
    )
    return { number, fit, products }
  })
  await fillMembers(db, rated, entities)
  await fillFits(db, fits, k)
  const found = await meats(db, columns)
  return new Map(
    fits.map(({ number, fit, products }) => {
      const v = sandwich(fit.inverse, found.get(number) ?? range(k).map(() => range(k).map(() => 0)))
      const unit = (a: number) => units[a] ?? 1
      return [
        number,
        {
          products,
          b: fit.coefficients.map((one, a) => unit(a) * one),
          v: v.map((row, a) => row.map((one, b) => unit(a) * unit(b) * one)),
          estimable: fit.estimable,
        },
      ]
    }),
  )
}
