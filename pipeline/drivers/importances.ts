/** How much each driver matters in each entity, with the errors of the whole design (METHOD.md §21). */
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { type DomainSums, domainMean, variance } from '../stats/design.ts'
import { independent, lmg } from '../stats/importance.ts'
import { type Gradient, lmgGradients } from '../stats/importance-gradient.ts'
import { relativeWeights } from '../stats/relative-weights.ts'
import { centre, measureSums, type Sampling, spread } from '../sums.ts'
import { fillMembers } from './entities.ts'
import { formOf, type Products, pairsOf } from './products.ts'

/** Shares of R² of each driver, and their variances. */
export interface Importance {
  r2: number
  lmg: number[]
  johnson: number[]
  lmgVariance: number[]
  johnsonVariance: number[]
}

/** Means, standard deviations and correlations of the drivers and, last, the outcome. */
interface Moments {
  means: number[]
  sds: number[]
  correlations: number[][]
}

/** A variance below this share of the mean square is rounding. */
const rounding = 1e-9

/** `products`: of a constant, the drivers and the outcome; undefined where one of them does not vary, or a driver is a sum of others. */
export function momentsOf({ n, sums }: Products): Moments | undefined {
  const w = sums[0]?.[0] ?? 0
  if (n < 2) return undefined
  const means = (sums[0] ?? []).slice(1).map((sum) => sum / w)
  const covariance = means.map((mean, a) =>
    means.map((other, b) => (sums[a + 1]?.[b + 1] ?? 0) / w - mean * other),
  )
  const variances = covariance.map((row, a) => row[a] ?? 0)
  if (variances.some((one) => !(one > rounding))) return undefined
  const sds = variances.map(Math.sqrt)
  const correlations = covariance.map((row, a) =>
    row.map((one, b) => (a === b ? 1 : one / ((sds[a] ?? 1) * (sds[b] ?? 1)))),
  )
  return independent(correlations) ? { means, sds, correlations } : undefined
}

/** A quadratic form of the standardised values: a rating’s influence on one figure, over `bound`. */
interface Influence {
  /** entity × 2 + 0 for LMG, 1 for Johnson */
  domain: number
  moments: Moments
  /** of z_a z_b, a ≤ b */
  form: number[]
  bound: number
}

/**
 * The influence of a rating on a share with `gradient` by correlations: Σ g_ab (z_a z_b − r_ab (z_a² + z_b²)/2). `highest`: no |x|
 * is larger.
 */
function influenceOf(domain: number, moments: Moments, gradient: number[][], highest: number): Influence {
  const { correlations, means, sds } = moments
  const count = means.length
  const g = (a: number, b: number) => gradient[Math.min(a, b)]?.[Math.max(a, b)] ?? 0
  const form = pairsOf(count).map(([a, b]) => {
    if (a !== b) return g(a, b)
    let sum = 0
    for (let c = 0; c < count; c++) if (c !== a) sum += g(a, c) * (correlations[a]?.[c] ?? 0)
    return -sum / 2
  })
  const furthest = means.map((mean, a) => (highest + Math.abs(mean)) / (sds[a] ?? 1))
  const largest = pairsOf(count).reduce(
    (sum, [a, b], k) => sum + Math.abs(form[k] ?? 0) * (furthest[a] ?? 0) * (furthest[b] ?? 0),
    0,
  )
  return { domain, moments, form, bound: 2 ** Math.ceil(Math.log2(largest || 1)) }
}

/** How the share value / R² follows from the correlations. */
const shareGradient = (value: number, r2: number, own: Gradient | undefined, whole: Gradient) =>
  whole.map((row, a) => [...row].map((slope, b) => ((own?.[a]?.[b] ?? 0) - (value / r2) * slope) / r2))

/** Influences as a table: `influences` (domain, entity, m_a, d_a, f_a_b). */
async function fillInfluences(db: Database, influences: readonly Influence[], count: number): Promise<void> {
  const number = (name: string, value: (one: Influence) => number | undefined) => ({
    ...{ name, type: 'number' as const },
    value: (row: number) => {
      const one = influences[row]
      return one === undefined ? null : (value(one) ?? 0)
    },
  })
  const each = Array.from({ length: count }, (_, a) => a)
  const integer = (name: string, value: (domain: number) => number) => ({
    ...{ name, type: 'integer' as const },
    value: (row: number) => value(influences[row]?.domain ?? 0),
  })
  await db.fill(
    'influences',
    [
      integer('domain', (domain) => domain),
      integer('entity', (domain) => domain >> 1),
      ...each.map((a) => number(`m_${a}`, ({ moments }) => moments.means[a])),
      ...each.map((a) => number(`d_${a}`, ({ moments }) => moments.sds[a])),
      ...pairsOf(count).map(([a, b], k) =>
        number(`f_${a}_${b}`, ({ form, bound }) => (form[k] ?? 0) / bound),
      ),
    ],
    influences.length,
  )
}

const nobody: DomainSums = { moments: [], pairs: [], margins: undefined }

/**
 * The importances of `p` drivers by entity, by number; none where something does not vary. Reads `driven`. `columns`: the SQL of the
 * drivers and, last, the outcome, all within −1 and 1, of which the products are.
 */
export async function importances(
  db: Database,
  study: Study,
  { design, rated }: { design: Sampling; rated: readonly number[] },
  columns: readonly string[],
  entities: readonly { number: number; members: readonly number[]; products: Products }[],
): Promise<Map<number, Importance>> {
  const p = columns.length - 1
  const found = entities.flatMap(({ number, members, products }) => {
    const moments = momentsOf(products)
    if (moments === undefined) return []
    const parts = lmg(moments.correlations)
    const r2 = parts.reduce((sum, part) => sum + part, 0)
    if (!(r2 > rounding)) return []
    const weights = relativeWeights(moments.correlations)
    const gradients = lmgGradients(moments.correlations)
    return [{ number, members, moments, parts, r2, weights, gradients }]
  })
  await fillMembers(db, rated, found)
  const at = (prefix: string, a: number) => `(${columns[a]} - m_${a}) / d_${a} as ${prefix}_${a}`
  const standardised = columns.map((_, a) => at('z', a)).join(', ')
  const form = formOf('f', p + 1)
  const from = `(select driven.* exclude (y), influences.*, ${standardised} from driven
    inner join members on driven.company = members.company inner join influences on members.entity = influences.entity)`
  const variances = new Map<number, [number[], number[]]>(found.map(({ number }) => [number, [[], []]]))
  for (let j = 0; j < p; j++) {
    const influences = found.flatMap(({ number, moments, parts, r2, weights, gradients }) =>
      [
        shareGradient(parts[j] ?? 0, r2, gradients.lmg[j], gradients.r2),
        shareGradient(weights.weights[j] ?? 0, r2, weights.gradients[j], gradients.r2),
      ].map((gradient, side) => influenceOf(2 * number + side, moments, gradient, 1)),
    )
    await fillInfluences(db, influences, p + 1)
    // A person rates several companies of an industry: their ratings are summed up first, as those of a cluster are.
    const scoring = { domain: 'domain', score: `${centre} + ${spread} * (${form})` }
    const domains = await measureSums(
      ...([db, study, { ...design, clustered: true }, [scoring], false, from] as const),
    )
    for (const { domain, bound } of influences) {
      const own = variances.get(domain >> 1)
      own?.[domain % 2 === 0 ? 0 : 1].push(
        bound ** 2 * variance(domainMean(domains.get(domain) ?? nobody, design), design),
      )
    }
  }
  return new Map(
    found.map(({ number, parts, r2, weights }) => {
      const [lmgVariance = [], johnsonVariance = []] = variances.get(number) ?? []
      return [
        number,
        {
          ...{ r2, lmgVariance, johnsonVariance },
          lmg: parts.map((part) => part / r2),
          johnson: weights.weights.map((weight) => weight / r2),
        },
      ]
    }),
  )
}
