/** Rows of `makes_up` and `promise_effect` from single ratings (METHOD.md §21). */
import { benjaminiHochberg } from '../../pipeline/stats/adjust.ts'
import type { MakesUpRow, PromiseEffectRow } from '../../pipeline/tables.ts'
import { regression } from '../support/regression.ts'
import { domainOf, freedom } from './domain.ts'
import type { DrivenStudy } from './drivers.ts'
import { personMean } from './entities.ts'
import { contrast, estimate, limitsOf, minus } from './estimate.ts'
import { groupsOf } from './gaps.ts'
import type { Rating } from './plain.ts'
import { points, publicCompanies, shownPart } from './publication.ts'
import { together, tTest } from './tests.ts'
import { waveOf } from './wave.ts'

const scorer = (study: DrivenStudy) => (id: string, rating: Rating) => {
  const index = study.indices.find((one) => one.id === id)
  return index === undefined ? null : personMean(study, index, index.items, rating)
}

const verdictOf = <Verdict extends string>(
  p: number | null,
  difference: number,
  level: number,
  [below, above, none]: readonly [Verdict, Verdict, Verdict],
): Verdict => ((p ?? 1) >= level ? none : difference < 0 ? below : above)

/** For the entities where a driver is basic, as the table `drivers` says: `level entity driver`. */
export function plainMakesUp(
  study: DrivenStudy,
  waveId: string,
  basic: ReadonlySet<string>,
): Partial<MakesUpRow>[] {
  const wave = waveOf(study, waveId)
  const scoreOf = scorer(study)
  const companies = publicCompanies(study, waveId)
  const { confidence, minimum_segment_n: least = 30 } = study.publication
  const of = study.drivers.of
  const rows = of.flatMap((failing) =>
    of.flatMap((other) => {
      if (other === failing) return []
      const sides = (ids: readonly string[]) =>
        [true, false].map((fails) =>
          domainOf(wave, (rating) => {
            const y = scoreOf(study.drivers.outcome, rating)
            const all = of.map((id) => scoreOf(id, rating))
            if (!ids.includes(rating.company) || y === null || all.includes(null)) return null
            const low = (scoreOf(failing, rating) ?? 0) <= 500 / 9 + 1e-9
            const much = (scoreOf(other, rating) ?? 0) >= 800 / 9 - 1e-9
            return low === fails && much === fails ? y : null
          }),
        )
      const groups = groupsOf(study, companies, (ids) => {
        const bases = sides(ids).map(({ n }) => n)
        return { bases, published: Math.min(...bases) >= least }
      })
      return groups.flatMap(
        ({ level, id, members }): (Partial<MakesUpRow> & { p_value: number | null })[] => {
          if (!basic.has(`${level} ${id} ${failing}`)) return []
          const [failed, works] = sides(members)
          if (failed === undefined || works === undefined) return []
          const keys = { level, entity_id: id, failing, with: other }
          const standing = shownPart(wave, [failed, works], least)
          if (!standing.published)
            return [{ ...keys, n_failed: null, difference: null, p_value: null, ...standing }]
          const limits = (domain: typeof failed) =>
            limitsOf(study, wave, estimate(domain), freedom(wave, domain.members), domain.n)
          const test = contrast(study, wave, minus(estimate(failed), estimate(works)))
          return [
            {
              ...{ ...keys, ...standing, n_failed: failed.n, n_works: works.n },
              ...{ score_failed: failed.mean, score_failed_low: limits(failed).low, score_works: works.mean },
              ...{
                score_works_high: limits(works).high,
                difference: test?.difference ?? null,
                se: test?.se ?? null,
              },
              ...{ df: test?.df ?? null, low: test?.low ?? null, p_value: test?.p ?? null },
            },
          ]
        },
      )
    }),
  )
  const adjusted = together(
    rows.map(({ p_value }) => p_value),
    benjaminiHochberg,
  )
  return rows.map((row, i) => ({
    ...row,
    p_adjusted: adjusted[i] ?? null,
    verdict: row.published
      ? verdictOf(adjusted[i] ?? null, row.difference ?? 0, 1 - confidence, [
          'does_not_make_up',
          'makes_up',
          'no_clear_difference',
        ] as const)
      : null,
  }))
}

export function plainPromises(study: DrivenStudy, waveId: string): Partial<PromiseEffectRow>[] {
  const wave = waveOf(study, waveId)
  const scoreOf = scorer(study)
  const companies = publicCompanies(study, waveId)
  const { confidence, minimum_segment_n = 30 } = study.publication
  const needed = Math.max(minimum_segment_n, 40)
  const rows = (study.touchpoints ?? []).flatMap(({ id: touchpoint, expected, experienced }) => {
    const inside = (ids: readonly string[]) =>
      wave.people.flatMap(({ ratings }, place) =>
        ratings.flatMap((rating) => {
          const [y, e, p] = [
            scoreOf(study.drivers.outcome, rating),
            points(study, expected, rating),
            points(study, experienced, rating),
          ]
          return !ids.includes(rating.company) || y === null || e === null || p === null
            ? []
            : [{ rating, unit: wave.unitOf[place] ?? -1, w: wave.weight(place, rating), y, e, p }]
        }),
      )
    const groups = groupsOf(study, companies, (ids) => ({
      bases: [inside(ids).length],
      published: inside(ids).length >= (ids.length === 1 ? minimum_segment_n : needed),
    }))
    return groups.map(({ level, id, members }) => {
      const own = inside(members)
      const keys = { level, entity_id: id, touchpoint, n: own.length }
      if (own.length < needed) return { ...keys, expectation: null, p_value: null, published: false }
      const column = (of: (one: (typeof own)[number]) => number) => own.map(of)
      const w = column((one) => one.w)
      const mean = column(({ p, w }) => p * w).reduce((a, b) => a + b) / w.reduce((a, b) => a + b)
      // Around the mean of what was experienced, so that the slope there is a coefficient.
      const fit = regression(
        [
          column(() => 1),
          column(({ p }) => p - mean),
          column(({ p }) => (p - mean) ** 2 / 100),
          column(({ e }) => e),
        ],
        { y: column(({ y }) => y), w, unit: column(({ unit }) => unit) },
      )
      const units = domainOf(wave, (rating) => (own.some((one) => one.rating === rating) ? 0 : null))
      const df = freedom(wave, units.members) - 3
      const test = (at: number) =>
        tTest(10 * (fit?.b[at] ?? 0), 100 * (fit?.v[at]?.[at] ?? 0), df, confidence)
      const [delivery, expectation] = [test(1), test(3)]
      return {
        ...{
          ...keys,
          published: true,
          delivery: delivery?.difference ?? null,
          delivery_se: delivery?.se ?? null,
        },
        ...{ delivery_low: delivery?.low ?? null, expectation: expectation?.difference ?? null },
        ...{
          se: expectation?.se ?? null,
          df,
          low: expectation?.low ?? null,
          high: expectation?.high ?? null,
        },
        p_value: expectation?.p ?? null,
      }
    })
  })
  const adjusted = together(
    rows.map(({ p_value }) => p_value),
    benjaminiHochberg,
  )
  return rows.map((row, i) => ({
    ...row,
    p_adjusted: adjusted[i] ?? null,
    verdict: row.published
      ? verdictOf(adjusted[i] ?? null, row.expectation ?? 0, 1 - confidence, [
          'hurts',
          'not_interpretable',
          'no_clear_effect',
        ] as const)
      : null,
  }))
}
