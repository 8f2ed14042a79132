/** score: whether the items of an index measure one thing, all public ratings together (METHOD.md §13). */
import type { Index, Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { publicRatings } from './match.ts'
import { valid } from './measures.ts'
import type { OpenWave } from './read/wave.ts'
import { shown, shownTogether } from './show.ts'
import { reliability } from './stats/one-thing.ts'
import type { ReliabilityRow } from './tables.ts'

/** Products of answers in steps of this, so that their sums are exact in any order. */
const steps = 2 ** 44
/** A variance below this share of the mean square is the rounding of these steps: all answers are equal. */
const rounding = 1e-9

/** Item columns of the index as SQL on 0-1, high = good, null where there is no answer. */
function answersOf(index: Index, open: OpenWave): { id: string; sql: string }[] {
  return index.items.flatMap(({ item }) => {
    const k = open.items.findIndex(({ id }) => id === item)
    const asked = open.items[k]
    if (asked === undefined) return []
    const { min, max } = asked.scale
    const [from, to] = asked.reverse ? [max, min] : [min, max]
    return [
      {
        id: item,
        sql: `case when ${valid(`item_${k}`)} then (item_${k}::integer - ${from}) / ${to - from}.0::double end`,
      },
    ]
  })
}

/** Weighted sums over the ratings that answered both of two items. */
interface PairSums {
  w: number
  a: number
  b: number
  aa: number
  bb: number
  ab: number
}

/** Which of the two each sum multiplies. */
const parts: Record<keyof PairSums, readonly ('a' | 'b')[]> = {
  ...{ w: [], a: ['a'], b: ['b'] },
  ...{ aa: ['a', 'a'], bb: ['b', 'b'], ab: ['a', 'b'] },
}

/** The sums of every two items i ≤ j, and the ratings that answered all. */
async function pairSums(
  db: Database,
  study: Study,
  answers: readonly { sql: string }[],
): Promise<{ n: number; of: (i: number, j: number) => PairSums }> {
  const columns = answers.flatMap((_, i) =>
    answers.slice(i).flatMap((_, k) =>
      Object.entries(parts).map(([name, sides]) => {
        const factors = ['w', ...sides.map((side) => `a_${side === 'a' ? i : i + k}`)].join(' * ')
        return `sum((${factors} * (${steps} / getvariable('weight_steps')))::bigint)
          filter (a_${i} is not null and a_${i + k} is not null)::double as ${name}_${i}_${i + k}`
      }),
    ),
  )
  const whole = answers.map((_, i) => `a_${i} is not null`).join(' and ')
  const [row] = await db.rows(
    `select count(*) filter (${whole}) as n, ${columns.join(', ')}
     from (select w, ${answers.map(({ sql }, i) => `${sql} as a_${i}`).join(', ')} from ratings where ${publicRatings(study)})`,
  )
  const cell = (name: string) => Number(row?.[name] ?? 0)
  const of = (i: number, j: number): PairSums => {
    const sum = (name: keyof PairSums) => cell(`${name}_${i}_${j}`)
    return { w: sum('w'), a: sum('a'), b: sum('b'), aa: sum('aa'), bb: sum('bb'), ab: sum('ab') }
  }
  return { n: cell('n'), of }
}

/** Covariances from the answers to both of two items, brought to the variances of all who answered each. */
function covarianceOf(count: number, of: (i: number, j: number) => PairSums): number[][] {
  const places = Array.from({ length: count }, (_, i) => i)
  const centred = (i: number, j: number) => {
    const { w, a, b, aa, bb, ab } = of(Math.min(i, j), Math.max(i, j))
    const product = (xy: number, x: number, y: number) => (w > 0 ? xy / w - (x / w) * (y / w) : 0)
    const square = (xx: number, x: number) =>
      product(xx, x, x) > (rounding * xx) / w ? product(xx, x, x) : 0
    return { aa: square(aa, a), bb: square(bb, b), ab: product(ab, a, b) }
  }
  const variances = places.map((i) => centred(i, i).aa)
  return places.map((i) =>
    places.map((j) => {
      if (i === j) return variances[i] ?? 0
      const { aa, bb, ab } = centred(i, j)
      return aa > 0 && bb > 0
        ? (ab / Math.sqrt(aa * bb)) * Math.sqrt((variances[i] ?? 0) * (variances[j] ?? 0))
        : 0
    }),
  )
}

/** The row of one index in the wave that is loaded. */
export async function reliabilityRow(
  db: Database,
  study: Study,
  open: OpenWave,
  index: Index,
): Promise<ReliabilityRow> {
  const answers = answersOf(index, open)
  const { n, of } = await pairSums(db, study, answers)
  const found = reliability(covarianceOf(answers.length, of))
  const weakest = found.itemRest.reduce(
    (least: number, r, k) => ((r ?? 1) < (found.itemRest[least] ?? 1) ? k : least),
    0,
  )
  const rule = shownTogether(shown(study, n, 1))
  const figure = (value: number | undefined) => (rule.published ? (value ?? null) : null)
  const two = answers.length === 2
  return {
    ...{ wave: open.wave.id, index: index.id, items: answers.length, n },
    alpha: figure(two ? found.standardisedAlpha : found.alpha),
    alpha_standardised: figure(found.standardisedAlpha),
    omega: figure(found.omega),
    average_variance: figure(found.averageVariance),
    weakest_item: rule.published && found.itemRest.length > 0 ? (answers[weakest]?.id ?? null) : null,
    weakest_correlation: figure(found.itemRest[weakest]),
    verdict: rule.published ? found.verdict : null,
    flags: rule.published ? found.flags.join('|') : '',
    ...rule,
  }
}
