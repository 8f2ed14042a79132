import { type Page, told } from '../book.ts'
import { missingText } from '../sentences.ts'
import { Interval } from './Score.tsx'

/** The net promoter score: what it is, the figure and its parts. Never written as per cent. */
export function Promoter({ page, company }: { page: Page; company: string }) {
  const { words, format, view, book } = page
  const row = view.promoters.get(company)
  if (row === undefined) return null
  const item = book.items.get(book.study.net_promoter ?? '')
  const { nps, low, high, promoters, passives, detractors } = row
  return (
    <section>
      <h2>{words.promoterHead}</h2>
      {row.published && nps !== null ? (
        <>
          <p class="large">
            <span class="score">
              <b>{format.change(nps)}</b> <Interval page={page} low={low} high={high} />{' '}
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
      <p class="small">
        {item && (
          <>
            <q>
              <bdi>{told(page, item.text)}</bdi>
            </q>
            , {words.scaleIs(item.scale.min, item.scale.max)}.{' '}
          </>
        )}
        {words.promoterWhat}
      </p>
    </section>
  )
}
