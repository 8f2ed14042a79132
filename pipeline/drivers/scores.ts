/** Scores of the drivers on the ratings that have all of them, and of companies beside the rest of their industry (METHOD.md §21). */
import { pooled, pooledMeans } from '../aggregate.ts'
import type { Study } from '../contract/study.ts'
import type { Database } from '../db.ts'
import { meanAt, testOf, type Value } from '../explain/figures.ts'
import { type Shown, shownPart } from '../show.ts'
import { freedomOf, type Sampled, type Sides, sidesOf } from '../sides.ts'
import { contrast, variance } from '../stats/design.ts'
import { type Difference, smallerFreedom } from '../stats/interval.ts'
import { type Entity, entitiesOf } from './entities.ts'

/** A driver’s score in an entity. */
export interface Score extends Value {
  rule: Shown
  /** of companies, against the rest of their industry */
  rest: Difference | undefined
}

export interface ScoredEntity extends Entity {
  n: number
  nEffective: number
  df: number
  scores: Score[]
}

/** The score of every driver in every entity; `values`: of the drivers, SQL over `driven`. Groups need `least` ratings. */
export async function scoresOf(
  db: Database,
  study: Study,
  read: Sampled,
  values: readonly string[],
  least: number,
): Promise<ScoredEntity[]> {
  const { rated } = read
  const { confidence, minimum_segment_n } = study.publication
  const sides: Sides[] = []
  for (const value of values)
    sides.push(await sidesOf(db, study, read, [value], { aggregate: 'ratings', from: 'driven' }))
  const [any] = sides
  if (any === undefined) return []
  const pool = ({ parts }: Sides, ks: readonly number[]) => pooled(parts, ks)
  const companyRules = rated.map((_, k) =>
    sides.map(({ parts }) => shownPart(study, parts.domains[k]?.n ?? 0, [parts.matrix[k]?.[k] ?? 0])),
  )
  const n = (ks: readonly number[]) => ks.reduce((sum, k) => sum + (any.parts.domains[k]?.n ?? 0), 0)
  const entities = entitiesOf(
    study,
    rated,
    (k) => ({ published: companyRules[k]?.every(({ published }) => published) ?? false, bases: [n([k])] }),
    (ks) => ({
      published: n(ks) >= least && sides.every((side) => variance(pool(side, ks), side.parts.design) > 0),
      bases: [n(ks)],
    }),
  )
  const freedom = await freedomOf(
    db,
    any,
    entities.map(({ members }) => members),
  )
  const dfOf = (k: number) => freedom[k] ?? 0
  return entities.map((entity, at): ScoredEntity => {
    const { level, members, industry } = entity
    const [k = -1] = members
    const others = (entities[industry ?? -1]?.members ?? []).filter((one) => one !== k)
    const compared = others.length > 0 && n(others) >= minimum_segment_n
    const base = pool(any, members)
    return {
      ...entity,
      ...{ n: base.n, nEffective: base.nEffective, df: freedom[at] ?? 0 },
      scores: sides.map((side, j) => {
        const domain = pool(side, members)
        const value = { value: domain.mean, variance: variance(domain, side.parts.design) }
        const rule =
          level === 'company'
            ? (companyRules[k]?.[j] ?? shownPart(study, 0, []))
            : domain.n < least
              ? ({ published: false, reason: 'too_few_ratings' } as const)
              : shownPart(study, domain.n, [value.variance])
        if (level !== 'company' || !rule.published || !compared) return { ...value, rule, rest: undefined }
        const beside = pooledMeans(side.parts, [[k], others])
        const df = smallerFreedom(dfOf(k), others.map(dfOf))
        const apart = contrast(beside.means, beside.matrix, [1, -1])
        return {
          ...{ ...value, rule },
          rest: meanAt(beside, 1).variance > 0 ? testOf(apart, df, confidence) : undefined,
        }
      }),
    }
  })
}
