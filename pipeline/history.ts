/** The rows of the table history: scores that others have published, as they stand in history.csv (METHOD.md §10). */
import type { PastScore, Study } from './contract/study.ts'
import { shownAsPublished } from './show.ts'
import { interval } from './stats/interval.ts'
import type { PastRow } from './tables.ts'

/** The normal interval of a score whose standard error is given: t with endless degrees of freedom. */
function limits({ score, se }: PastScore, confidence: number) {
  return se === undefined ? undefined : interval(score, se, Number.POSITIVE_INFINITY, confidence)
}

/** What an edition holds of history.csv: public companies and all, up to its wave, in order of time. */
export function historyRows(study: Study, wave: string): PastRow[] {
  const { timeline, indices, companies, publication } = study
  const known = timeline.slice(0, timeline.indexOf(wave) + 1)
  const names = new Map([
    ...companies.filter(({ publish }) => publish).map(({ id, name }) => [id, name] as const),
    ['all', 'All'] as const,
  ])
  const ids = [...names.keys()]
  const indexIds = indices.map(({ id }) => id)
  return study.history
    .filter((past) => known.includes(past.wave) && names.has(past.company))
    .sort(
      (a, b) =>
        known.indexOf(a.wave) - known.indexOf(b.wave) ||
        indexIds.indexOf(a.index) - indexIds.indexOf(b.index) ||
        ids.indexOf(a.company) - ids.indexOf(b.company),
    )
    .map((past): PastRow => {
      const { published, reason } = shownAsPublished(study, past.n, past.se)
      const range = published ? limits(past, publication.confidence) : undefined
      return {
        ...{ wave: past.wave, index: past.index },
        level: past.company === 'all' ? 'all' : 'company',
        ...{ entity_id: past.company, name: names.get(past.company) ?? past.company },
        score: published ? past.score : null,
        n: past.n ?? null,
        se: published ? (past.se ?? null) : null,
        ...{ low: range?.low ?? null, high: range?.high ?? null },
        ...{ source: past.source, published, reason },
      }
    })
}
