import { type Page, to } from '../book.ts'
import type { Mix, Placed } from '../mix.ts'
import { hasMoreThanTen } from '../mix.ts'
import { indicesOf, shareText } from '../mix-sentences.ts'
import { missingText, rangeText } from '../sentences.ts'
import { has } from '../view.ts'
import { Say } from './Say.tsx'

function Standing({ page, mix, row }: { page: Page; mix: Mix; row: Placed }) {
  const { words, format } = page
  const { verdict, shift_vs_mean: beside } = row
  const place = words.mixCard(
    indicesOf(page, mix, true).other,
    shareText(page, mix),
    row.rank,
    row.rank_combined,
    mix.placed.length,
  )
  return (
    <>
      <p>
        <Say text={place} /> {row.enters_top10 === true && `${words.mixCardTen.enters} `}
        {row.leaves_top10 === true && `${words.mixCardTen.leaves} `}
        {verdict !== null && beside !== null && (
          <strong>
            {words.mixCardVerdict(
              verdict,
              format.change(beside),
              rangeText(page, row.shift_vs_mean_low, row.shift_vs_mean_high),
            )}
          </strong>
        )}
      </p>
      <p class="small">
        {words.mixCardPoints(
          format.score(row.score),
          format.score(row.score_combined),
          format.change(row.shift),
          rangeText(page, row.shift_low, row.shift_high),
          words.base(format.count(row.n)),
        )}
      </p>
    </>
  )
}

/** Where a company would stand if the second index counted too; nothing where it has no row. */
export function MixCard({ page, id }: { page: Page; id: string }) {
  const { words, view } = page
  const { mix } = view
  const own = mix?.placed.find(({ company_id }) => company_id === id)
  const without = mix?.unplaced.find(({ company_id }) => company_id === id)
  if (mix === undefined || (own === undefined && without === undefined)) return null
  const { other } = indicesOf(page, mix)
  return (
    <section id="digital">
      <h2>
        <Say text={words.mixCardHead(other)} />
      </h2>
      {own && <Standing page={page} mix={mix} row={own} />}
      {without && (
        <p class="missing">
          <Say text={words.mixCardNone(other, missingText(page, without))} />
        </p>
      )}
      {has(view, { kind: 'digital' }) && (
        <p>
          <a class="onward" href={to(page, { kind: 'digital' })}>
            {words.mixHead(hasMoreThanTen(mix))}
          </a>
        </p>
      )}
    </section>
  )
}
