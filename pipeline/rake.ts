/** weigh: raking to the margins of targets.csv, and trimming (METHOD.md §3). Weights of respondents are cells times what they enter with. */
import { z } from 'zod'
import type { Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { located, type Mistake, UserError } from './errors.ts'
import type { OpenWave } from './read/wave.ts'
import { materialise, query, setVariables } from './sql.ts'
import { type Margin, type Raked, rake as rakeCells } from './stats/raking.ts'
import { inSteps } from './weigh.ts'

const cell = z.object({
  cell: z.int(),
  margins: z.array(z.string()),
  n: z.int(),
  weight: z.number(),
})
const extremes = z.object({ largest: z.number(), smallest: z.number(), total: z.bigint() })
const stranger = z.object({ file: z.int(), row: z.int(), k: z.int(), value: z.string(), found: z.bigint() })

type Cell = z.infer<typeof cell>

/** One raked variable in a wave: its categories with their shares. */
interface Variable {
  role: string
  categories: { name: string; share: number; where: string }[]
}

/** A category before and after raking, over respondents. */
export interface MarginShare {
  variable: string
  category: string
  n: number
  target: number
  delivered: number
  weighted: number
}

/** What weights of a wave are raked by: cell numbers, and the margins over them in that order. */
export interface Raking {
  cells: readonly number[]
  margins: readonly Margin[]
}

/** How a wave was weighted. */
export interface Weighting {
  /** times that weights were clipped and raked again */
  trimRounds: number
  /** largest and smallest raked weight before any was clipped, in multiples of the mean */
  untrimmed: { largest: number; smallest: number } | undefined
  /** sweeps over the margins in the last raking, and the largest error of a share that it left */
  sweeps: number
  error: number
  margins: MarginShare[]
  raking: Raking
  /** margin categories that weights are calibrated to, all variables together; 0 where weights are as delivered */
  categories: number
}

const asDelivered: Weighting = {
  ...{ trimRounds: 0, untrimmed: undefined, sweeps: 0, error: 0, margins: [], categories: 0 },
  raking: { cells: [0], margins: [] },
}

/** Bounds hold where they are missed by no more than this share. */
const tolerance = 1e-9
const tooWide =
  'raking made them so, in multiples of the mean: bound them by weighting.trim, or rake by larger categories'
/** Rakings after which margins and bounds are said to contradict each other. */
const patience = 200

const variablesOf = ({ weighting, targets }: Study, wave: string): Variable[] =>
  weighting.rake.map((role) => ({
    role,
    categories: targets
      .filter((one) => one.wave === wave && one.variable === role)
      .map(({ category, share, where }) => ({ name: category, share, where })),
  }))

/** Categories among the answers without a share, and shares of categories that nobody has. */
async function unreachable(
  db: Database,
  open: OpenWave,
  variables: readonly Variable[],
  cells: readonly Cell[],
): Promise<Mistake[]> {
  const wave = open.wave.id
  const absent = variables.flatMap(({ role, categories }, k) =>
    categories.flatMap(({ name, where }): Mistake[] =>
      cells.some(({ margins }) => margins[k] === name)
        ? []
        : [
            {
              what: 'a margin that cannot be reached: no respondent has the category',
              value: `${role} ${name} in wave ${wave}`,
              where,
              hint: 'join it to another category under variables or values, in both files; or mend its name',
            },
          ],
    ),
  )
  const known = variables.flatMap(({ categories }, k) => categories.map(({ name }) => ({ k, name })))
  if (
    cells.every(({ margins }) =>
      margins.every((name, k) => known.some((one) => one.k === k && one.name === name)),
    )
  )
    return absent
  await db.fill(
    'targeted',
    [
      { name: 'k', type: 'integer', value: (row) => known[row]?.k ?? null },
      { name: 'category', type: 'string', value: (row) => known[row]?.name ?? null },
    ],
    known.length,
  )
  const strangers = await query(db, 'checks/untargeted', stranger)
  return [
    ...strangers.map(({ file, row, k, value, found }): Mistake => {
      const { role = '', categories = [] } = variables[k] ?? {}
      return {
        what: 'a category without a share in targets.csv',
        value: `${role} ${value}`,
        ...located(open.place(file, row, role), found === 1n ? 'once' : `${found} times, first:`),
        times: Number(found),
        hint: `wave ${wave} has shares for ${categories.map(({ name }) => name).join(', ')}: add one, or recode it under values or variables`,
      }
    }),
    ...absent,
  ]
}

const marginsOf = (variables: readonly Variable[], cells: readonly Cell[]): Margin[] =>
  variables.map(({ categories }, k) => ({
    category: cells.map(({ margins }) => categories.findIndex(({ name }) => name === margins[k])),
    shares: categories.map(({ share }) => share),
  }))

/** The table `cell_categories`: the categories of each cell, those of all variables numbered together. */
async function categorise(
  db: Database,
  variables: readonly Variable[],
  cells: readonly Cell[],
): Promise<number> {
  const firsts = variables.map((_, k) =>
    variables.slice(0, k).reduce((sum, { categories }) => sum + categories.length, 0),
  )
  const rows = cells.flatMap(({ cell: number, margins }) =>
    variables.length === 0
      ? [{ cell: number, category: 0 }]
      : variables.map(({ categories }, k) => ({
          cell: number,
          category: (firsts[k] ?? 0) + categories.findIndex(({ name }) => name === margins[k]),
        })),
  )
  await db.fill(
    'cell_categories',
    [
      { name: 'cell', type: 'integer', value: (row) => rows[row]?.cell ?? null },
      { name: 'category', type: 'integer', value: (row) => rows[row]?.category ?? null },
    ],
    rows.length,
  )
  return Math.max(
    1,
    variables.reduce((sum, { categories }) => sum + categories.length, 0),
  )
}

function contradiction(open: OpenWave, variables: readonly Variable[], raked: Raked): Mistake {
  const { role, categories } = variables[raked.worst.margin] ?? { role: '', categories: [] }
  const category = categories[raked.worst.category]
  return {
    what: 'a margin that cannot be reached beside the others',
    value: `${role} ${category?.name} in wave ${open.wave.id}`,
    where: category?.where ?? 'targets.csv',
    hint: `its share stays ${(100 * raked.error).toPrecision(2)} points off: some combinations of categories have no respondents; join categories, or rake by fewer variables`,
  }
}

/**
 * Rakes the weights of the wave to its targets, clips them to the bounds and rakes again until both hold: `weight` and
 * `entering` in `sample`, and `w` in `sample` and `ratings`.
 */
export async function rake(db: Database, study: Study, open: OpenWave): Promise<Weighting> {
  const { trim } = study.weighting
  const variables = variablesOf(study, open.wave.id)
  if (variables.length === 0 && trim === undefined) return asDelivered
  await db.run(
    `create or replace table sample as select * replace (entering / (select max(entering) from sample) as entering) from sample`,
  )
  let untrimmed: Weighting['untrimmed']
  let delivered: Cell[] | undefined
  for (let trimRounds = 0; trimRounds < patience; trimRounds++) {
    await setVariables(db, { entering_steps: 2 ** 44 })
    const cells = await query(db, 'cell_sums', cell)
    if (delivered === undefined) {
      const mistakes = await unreachable(db, open, variables, cells)
      if (mistakes.length > 0) throw new UserError(mistakes)
      delivered = cells
    }
    const raking = { cells: cells.map((one) => one.cell), margins: marginsOf(variables, cells) }
    const raked = rakeCells(
      cells.map(({ weight }) => weight),
      raking.margins,
    )
    if (!(raked.error < 1e-9)) throw new UserError(contradiction(open, variables, raked))
    const people = cells.reduce((sum, { n }) => sum + n, 0)
    const mean = cells.reduce((sum, { weight }) => sum + weight, 0) / people
    await db.fill(
      'factors',
      [
        { name: 'cell', type: 'integer', value: (row) => cells[row]?.cell ?? null },
        { name: 'factor', type: 'number', value: (row) => (raked.factors[row] ?? 1) / mean },
      ],
      cells.length,
    )
    await materialise(db, 'raked', 'sample')
    const [range] = z
      .array(extremes)
      .parse(
        await db.rows(
          'select max(weight) as largest, min(weight) as smallest, count(*) as total from sample',
        ),
      )
    if (range === undefined) throw new Error('no respondents')
    untrimmed ??= range
    const [low, high] = trim ?? [0, Number.POSITIVE_INFINITY]
    if (range.largest <= high * (1 + tolerance) && range.smallest >= low * (1 - tolerance)) {
      await inSteps(db, open.wave.id, 'sample', tooWide)
      const categories = await categorise(db, variables, cells)
      await db.run('update ratings set w = sample.w from sample where ratings.respondent = sample.respondent')
      return {
        ...{ trimRounds, untrimmed, sweeps: raked.rounds, error: raked.error },
        margins: sharesOf(variables, delivered, cells, raked),
        ...{ categories, raking },
      }
    }
    await setVariables(db, { trim_low: low, trim_high: high })
    await materialise(db, 'clipped', 'sample')
  }
  throw new UserError({
    what:
      variables.length > 0
        ? 'margins and bounds of the weights contradict each other'
        : 'bounds too close to the mean weight to be reached',
    value: `weighting.trim: ${trim?.join(' to ')}`,
    where: `study.yaml, wave ${open.wave.id}`,
    hint: `after ${patience} rounds some weight is still outside: widen trim${variables.length > 0 ? ', or rake by fewer or larger categories' : ''}`,
  })
}

/** The shares of all categories as delivered and as weighted. */
function sharesOf(
  variables: readonly Variable[],
  delivered: readonly Cell[],
  cells: readonly Cell[],
  raked: Raked,
): MarginShare[] {
  const total = (rows: readonly Cell[], of: (row: Cell) => number) =>
    rows.reduce((sum, row) => sum + of(row), 0)
  const share = (rows: readonly Cell[], among: readonly Cell[]) =>
    total(among, ({ weight }) => weight) / total(rows, ({ weight }) => weight)
  const after = cells.map((one, k) => ({ ...one, weight: one.weight * (raked.factors[k] ?? 1) }))
  return variables.flatMap(({ role, categories }, k) =>
    categories.map(({ name, share: target }) => {
      const within = (rows: readonly Cell[]) => rows.filter(({ margins }) => margins[k] === name)
      return {
        ...{ variable: role, category: name, target },
        n: total(within(cells), ({ n }) => n),
        delivered: share(delivered, within(delivered)),
        weighted: share(after, within(after)),
      }
    }),
  )
}
