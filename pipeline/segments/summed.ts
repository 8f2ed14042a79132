/** segments: numbered cells of ratings, summed up, with what they are beside each other (METHOD.md §20). */
import { type Parts, pooledMeans } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { testOf, type Value } from '../explain/figures.ts'
import { grouped } from '../group.ts'
import type { Measure } from '../measures.ts'
import { nobody } from '../sides.ts'
import { contrast, type DomainMean, domainMean, variance } from '../stats/design.ts'
import { type Difference, smallerFreedom } from '../stats/interval.ts'
import { measureSums, type Sampling, type Scoring, sharedSums } from '../sums.ts'
import type { Layout } from './layout.ts'

/** What is scored by category: the measure that is compared, and others on the same ratings. */
export interface Scored {
  compared: Measure
  beside: readonly Measure[]
}

/** A cell beside others that have `n` ratings. */
export interface Beside {
  n: number
  test: Difference | undefined
}

/** Numbered cells with what their means, variances and differences need. */
export interface Summed {
  parts: Parts
  /** other measures of the same cells */
  beside: readonly (readonly DomainMean[])[]
}

/** Sums the ratings up by cell. `domains`: SQL of the cell that a rating counts in; `block`: how many cells are compared with each other. */
export async function summed(
  db: Database,
  study: Study,
  design: Sampling,
  { compared, beside }: Scored,
  domains: readonly string[],
  { size, block }: Layout['company' | 'group'],
): Promise<Summed> {
  const numbers = Array.from({ length: size }, (_, at) => at)
  const count = Math.max(1, beside.length)
  const others = beside.flatMap((score, m) =>
    domains.map((domain): Scoring => ({ domain: `(${domain}) * ${count} + ${m}`, score })),
  )
  const levels = others.length === 0 ? new Map() : await measureSums(db, study, design, others, false)
  const found = await measureSums(
    db,
    study,
    design,
    domains.map((domain) => ({ domain, score: compared })),
    true,
  )
  const sums = numbers.map((at) => found.get(at) ?? nobody)
  const parts: Parts = {
    ...{ sums, domains: sums.map((one) => domainMean(one, design)), design, aggregate: 'ratings' },
    pairs: grouped(await sharedSums(db, block), ({ a }) => a),
    ...{ matrix: [], shares: [] },
  }
  return {
    parts,
    beside: beside.map((_, m) =>
      numbers.map((at) => domainMean(levels.get(at * count + m) ?? nobody, design)),
    ),
  }
}

const freedomOf = (domain: DomainMean | undefined): number =>
  (domain?.units ?? 0) - (domain?.strata.length ?? 0)

/** A cell’s own figures. */
export function figuresOf({ parts, beside }: Summed, at: number) {
  const value = (domain: DomainMean | undefined): Value => ({
    value: domain?.mean ?? 0,
    variance: domain === undefined || domain.n === 0 ? 0 : variance(domain, parts.design),
  })
  const { n = 0, nEffective = 0, weight = 0 } = parts.domains[at] ?? {}
  return {
    ...{ n, nEffective, weight, df: freedomOf(parts.domains[at]) },
    ...{ value: value(parts.domains[at]), beside: beside.map((domains) => value(domains[at])) },
  }
}

/** A cell beside others, by number, with the smaller of their degrees of freedom; undefined on too few others. */
export function besideOthers(
  study: Study,
  { parts }: Summed,
  at: number,
  others: readonly number[],
): Beside | undefined {
  const { confidence, minimum_segment_n } = study.publication
  const counted = others.filter((other) => (parts.domains[other]?.n ?? 0) > 0)
  const two = pooledMeans(parts, [[at], counted])
  const n = two.domains[1]?.n ?? 0
  if (n < minimum_segment_n) return undefined
  const df = smallerFreedom(
    freedomOf(parts.domains[at]),
    counted.map((other) => freedomOf(parts.domains[other])),
  )
  return { n, test: testOf(contrast(two.means, two.matrix, [1, -1]), df, confidence) }
}
