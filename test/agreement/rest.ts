/** Rows of the table `against_rest`: each ranked company and the others of its industry. */
import type { AgainstRest } from '../../pipeline/tables.ts'
import { countedTogether } from './counted.ts'
import { covariance, type Domain, domainOf, freedom, union, variance } from './domain.ts'
import { type Entity, type Measured, personMean } from './entities.ts'
import type { PlainStudy } from './plain.ts'
import { family, tTest } from './tests.ts'

/** The others as the industry’s figure takes them together; undefined where there are none. */
function rest(study: PlainStudy, now: Measured, one: Entity): Domain | undefined {
  const others = now.companies.filter(({ id, industry }) => industry === one.industry && id !== one.id)
  const index = study.indices.find(({ id }) => id === now.index)
  if (!index) throw new Error('no index')
  if (study.publication.aggregate === 'ratings') {
    const inside = now.companies.filter(({ industry }) => industry === one.industry)
    const counted = countedTogether(inside, study.publication.minimum_shown)
    const ids = counted.filter(({ id, n }) => n > 0 && id !== one.id).map(({ id }) => id)
    if (ids.length === 0) return undefined
    return domainOf(now.wave, (rating) =>
      ids.includes(rating.company) ? personMean(study, index, now.items, rating) : null,
    )
  }
  const shown = others.filter(({ published }) => published)
  const [first] = shown
  if (!first) return undefined
  const shares = shown.map(({ id }) => study.companies.find((company) => company.id === id)?.share ?? 1)
  const whole = shares.reduce((a, b) => a + b, 0)
  const average = (of: (entity: Entity) => number) =>
    shown.reduce((sum, entity, k) => sum + ((shares[k] ?? 0) / whole) * of(entity), 0)
  return {
    ...first.domain,
    mean: average(({ mean }) => mean),
    influence: first.domain.influence.map((_, i) => average(({ domain }) => domain.influence[i] ?? 0)),
    members: union(shown.map(({ domain }) => domain)),
  }
}

export function restRows(study: PlainStudy, wave: string, now: Measured): AgainstRest[] {
  const { confidence } = study.publication
  return study.industries.flatMap(({ id }) => {
    const ranked = now.companies.flatMap((one) => {
      const others = rest(study, now, one)
      return one.industry === id && one.reason === null && others ? [{ one, others }] : []
    })
    const tests = family(
      ranked.map(({ one, others }) => {
        const v = one.v + variance(now.wave, others) - 2 * covariance(now.wave, one.domain, others)
        const df = freedom(now.wave, union([one.domain, others])) - 1
        return tTest(one.mean - others.mean, Math.max(0, v), df, confidence)
      }),
    )
    return ranked.map(({ one }, i) => {
      const test = tests[i] ?? null
      const clear = test !== null && test.holm < 1 - confidence
      return {
        ...{ wave, index: now.index, industry_id: id, company_id: one.id },
        difference: test?.difference ?? null,
        se: test?.se ?? null,
        df: test?.df ?? null,
        low: test?.low ?? null,
        high: test?.high ?? null,
        p_value: test?.p ?? null,
        p_adjusted: test?.holm ?? null,
        p_adjusted_bh: test?.bh ?? null,
        verdict: clear ? (test.difference > 0 ? 'above' : 'below') : 'no_clear_difference',
      }
    })
  })
}
