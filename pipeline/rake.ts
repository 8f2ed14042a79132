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
const range = z.object({ largest: z.number(), smallest: z.number() })
const stranger = z.object({ file: z.int(), row: z.int(), k: z.int(), value: z.string(), found: z.bigint() })

type Cell = z.infer<typeof cell>

/** One raked variable in a wave: its categories with their shares. */
interface Variable {
  role: string
  categories: { name: string; share: number; where: string }[]
}

/** A category before and after raking, over respondents. */
interface MarginShare {
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
/** Margins hold where no share is farther off than this. */
const enough = 1e-9
/** Rakings after which margins and bounds are said to contradict each other. */
const patience = 200

const total = (cells: readonly Cell[], of: (one: Cell) => number): number =>
  cells.reduce((sum, one) => sum + of(one), 0)

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
  return Math.max(1, variables.flatMap(({ categories }) => categories).length)
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

const opposed = ({ weighting: { trim, rake: raked } }: Study, open: OpenWave): Mistake => ({
  what:
    raked.length > 0
      ? 'margins and bounds of the weights contradict each other'
      : 'bounds too close to the mean weight to be reached',
  value: `weighting.trim: ${trim?.join(' to ')}`,
  where: `study.yaml, wave ${open.wave.id}`,
  hint: `after ${patience} rounds some weight is still outside: widen trim${raked.length > 0 ? ', or rake by fewer or larger categories' : ''}`,
})

/** One raking of all weights. */
interface Round {
  cells: Cell[]
  raking: Raking
  raked: Raked
  /** of the raked weights, in multiples of their mean */
  range: { largest: number; smallest: number }
}

/** Rakes the weights that `cells` sums up: `weight` in `sample`, at a mean of 1. */
async function rakeOnce(
  db: Database,
  open: OpenWave,
  variables: readonly Variable[],
  cells: Cell[],
): Promise<Round> {
  const raking = { cells: cells.map((one) => one.cell), margins: marginsOf(variables, cells) }
  const raked = rakeCells(
    cells.map(({ weight }) => weight),
    raking.margins,
  )
  if (!(raked.error < enough)) throw new UserError(contradiction(open, variables, raked))
  const mean = total(cells, ({ weight }) => weight) / total(cells, ({ n }) => n)
  await db.fill(
    'factors',
    [
      { name: 'cell', type: 'integer', value: (row) => cells[row]?.cell ?? null },
      { name: 'factor', type: 'number', value: (row) => (raked.factors[row] ?? 1) / mean },
    ],
    cells.length,
  )
  await materialise(db, 'raked', 'sample')
  const [found] = await query(db, 'weight_range', range)
  if (found === undefined) throw new Error('no respondents')
  return { cells, raking, raked, range: found }
}

/**
 * Rakes the weights of the wave to its targets, clips them to the bounds and rakes again until both hold: `weight` and
 * `entering` in `sample`, and `w` in `sample` and `ratings`.
 */
export async function rake(db: Database, study: Study, open: OpenWave): Promise<Weighting> {
  const { trim } = study.weighting
  const variables = variablesOf(study, open.wave.id)
  if (variables.length === 0 && trim === undefined) return asDelivered
  const [low, high] = trim ?? [0, Number.POSITIVE_INFINITY]
  await setVariables(db, { entering_steps: 2 ** 44, trim_low: low, trim_high: high })
  await materialise(db, 'entering', 'sample')
  const delivered = await query(db, 'cell_sums', cell)
  const mistakes = await unreachable(db, open, variables, delivered)
  if (mistakes.length > 0) throw new UserError(mistakes)

  const first = await rakeOnce(db, open, variables, delivered)
  let last = first
  let trimRounds = 0
  while (last.range.largest > high * (1 + tolerance) || last.range.smallest < low * (1 - tolerance)) {
    if (++trimRounds === patience) throw new UserError(opposed(study, open))
    await materialise(db, 'clipped', 'sample')
    last = await rakeOnce(db, open, variables, await query(db, 'cell_sums', cell))
  }
  const hint =
    'raking made them so, in multiples of the mean: bound them by weighting.trim, or rake by larger categories'
  await inSteps(db, { source: 'sample', hint, where: async () => ({ where: `wave ${open.wave.id}` }) })
  const categories = await categorise(db, variables, last.cells)
  await db.run('update ratings set w = sample.w from sample where ratings.respondent = sample.respondent')
  const { raked, raking } = last
  return {
    ...{ trimRounds, untrimmed: first.range, sweeps: raked.rounds, error: raked.error },
    margins: sharesOf(variables, delivered, last),
    ...{ categories, raking },
  }
}

/** The shares of all categories as delivered and as weighted. */
function sharesOf(
  variables: readonly Variable[],
  delivered: readonly Cell[],
  { cells, raked }: Round,
): MarginShare[] {
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
