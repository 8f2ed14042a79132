import type { Page } from '../book.ts'
import { missingText } from '../sentences.ts'

/** The net promoter score: what it is, the figure and its parts. Never written as per cent. */
export function Promoter({ page, company }: { page: Page; company: string }) {
  const { words, format, view } = page
  const row = view.promoters.get(company)
  if (row === undefined) return null
  const { nps, low, high, promoters, passives, detractors } = row
  return (
    <section>
      <h2>{words.promoterHead}</h2>
      {row.published && nps !== null && low !== null && high !== null ? (
        <>
          <p class="large">
            <span class="score">
              <b>{format.change(nps)}</b> <span class="interval">({format.range(low, high)}),</span>{' '}
              <span class="base">{words.base(format.count(row.n))}</span>
            </span>
          </p>
          {promoters !== null && passives !== null && detractors !== null && (
            <p>
              {words.promoterParts(
                format.percent(promoters),
                format.percent(passives),
                format.percent(detractors),
              )}
            </p>
          )}
        </>
      ) : (
        <p class="missing">{row.reason === null ? words.withheld : missingText(page, row)}</p>
      )}
      <p class="small">{words.promoterWhat}</p>
    </section>
  )
}
