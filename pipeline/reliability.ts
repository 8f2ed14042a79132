/** score: whether the items of an index measure one thing, all public ratings together (METHOD.md §13). */
import type { Index, Study } from './contract/study.ts'
import type { Database } from './db.ts'
import { publicRatings } from './match.ts'
import { valid } from './measures.ts'
import { lowestAnswer } from './read/columns.ts'
import type { OpenWave } from './read/wave.ts'
import { shown, shownTogether } from './show.ts'
import { countOf } from './sql.ts'
import { reliability } from './stats/one-thing.ts'
import type { ReliabilityRow } from './tables.ts'

/** A variance below this share of the mean square is rounding: all answers are equal. */
const rounding = 1e-9

/** An item of the index that the wave asks. */
interface Asked {
  id: string
  column: string
  /** the answer on 0-1, high = good */
  value(answer: number): number
}

const askedOf = (index: Index, open: OpenWave): Asked[] =>
  index.items.flatMap(({ item }) => {
    const k = open.items.findIndex(({ id }) => id === item)
    const asked = open.items[k]
    if (asked === undefined) return []
    const { min, max } = asked.scale
    const [from, to] = asked.reverse ? [max, min] : [min, max]
    return [{ id: item, column: `item_${k}`, value: (answer: number) => (answer - from) / (to - from) }]
  })

/** Weighted sums over the ratings that answered both of two items. */
interface PairSums {
  w: number
  a: number
  b: number
  aa: number
  bb: number
  ab: number
}

const nothing = (): PairSums => ({ w: 0, a: 0, b: 0, aa: 0, bb: 0, ab: 0 })

/** The sums of every two items i ≤ j, from how often each two answers were given together; and the ratings that answered all. */
async function pairSums(
  db: Database,
  study: Study,
  items: readonly Asked[],
): Promise<{ n: number; of: (i: number, j: number) => PairSums }> {
  const columns = items.map(({ column }) => column)
  const pairs = columns.flatMap((a, i) => columns.slice(i).map((b) => (a === b ? `(${a})` : `(${a}, ${b})`)))
  const rated = `ratings where ${publicRatings(study)}`
  const rows = await db.rows(
    `select ${columns.join(', ')}, sum(w)::double / getvariable('weight_steps') as w
     from ${rated} group by grouping sets (${pairs.join(', ')}) order by all`,
  )
  const sums = new Map<string, PairSums>()
  for (const row of rows) {
    // Answers have codes and are never null: an item that is null is not of the pair.
    const [i = 0, j = i] = columns.flatMap((column, k) => (row[column] === null ? [] : [k]))
    const [first, second] = [Number(row[columns[i] ?? '']), Number(row[columns[j] ?? ''])]
    if (first < lowestAnswer || second < lowestAnswer) continue
    const [a, b, w] = [items[i]?.value(first) ?? 0, items[j]?.value(second) ?? 0, Number(row.w)]
    const sum = sums.get(`${i} ${j}`) ?? nothing()
    sums.set(`${i} ${j}`, {
      ...{ w: sum.w + w, a: sum.a + w * a, b: sum.b + w * b },
      ...{ aa: sum.aa + w * a * a, bb: sum.bb + w * b * b, ab: sum.ab + w * a * b },
    })
  }
  const n = await countOf(db, `${rated} and ${columns.map(valid).join(' and ')}`)
  return { n, of: (i, j) => sums.get(`${i} ${j}`) ?? nothing() }
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
  const answers = askedOf(index, open)
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
