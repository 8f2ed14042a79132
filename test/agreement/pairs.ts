/** Rows of the table `comparisons`. */
import type { Comparison } from '../../pipeline/tables.ts'
import { covariance, freedom, union } from './domain.ts'
import type { Entity, Measured } from './entities.ts'
import type { PlainStudy } from './plain.ts'
import { family, tTest } from './tests.ts'

/** Every two of a list, in its order. */
function pairsOf(companies: readonly Entity[]): [Entity, Entity][] {
  return companies.flatMap((a, i) => companies.slice(i + 1).map((b): [Entity, Entity] => [a, b]))
}

export function comparisonRows(study: PlainStudy, wave: string, now: Measured): Comparison[] {
  return study.industries.flatMap(({ id }) => {
    const ranked = now.companies.filter(({ industry, reason }) => industry === id && reason === null)
    return industryRows(study, wave, now, id, pairsOf(ranked))
  })
}

function industryRows(
  study: PlainStudy,
  wave: string,
  now: Measured,
  industry: string,
  pairs: readonly [Entity, Entity][],
): Comparison[] {
  const { confidence } = study.publication
  const measured = pairs.map(([a, b]) => {
    const v = a.v + b.v - 2 * covariance(now.wave, a.domain, b.domain)
    const df = freedom(now.wave, union([a.domain, b.domain])) - 1
    return { a, b, v: Math.max(0, v), df }
  })
  const tests = family(measured.map(({ a, b, v, df }) => tTest(a.mean - b.mean, v, df, confidence)))
  return measured.map(({ a, b }, i) => {
    const test = tests[i] ?? null
    const clear = test !== null && test.holm < 1 - confidence
    return {
      wave,
      index: now.index,
      industry_id: industry,
      company_a: a.id,
      company_b: b.id,
      difference: test?.difference ?? null,
      se: test?.se ?? null,
      df: test?.df ?? null,
      low: test?.low ?? null,
      high: test?.high ?? null,
      p_value: test?.p ?? null,
      p_adjusted: test?.holm ?? null,
      p_adjusted_bh: test?.bh ?? null,
      verdict: clear ? (a.mean > b.mean ? 'a_higher' : 'b_higher') : 'no_clear_difference',
      shared_respondents: [...a.domain.respondents].filter((i) => b.domain.respondents.has(i)).length,
    }
  })
}
