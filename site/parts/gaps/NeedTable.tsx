import type { NeedMetRow } from '../../../pipeline/tables.ts'
import { indexName, type Page } from '../../book.ts'
import { isNeedShown, needVerdict, type ShownNeed } from '../../need.ts'
import type { Name, Sentence } from '../../sentence.ts'
import { Estimate, estimateText } from '../Estimate.tsx'
import { NameText, Say } from '../Say.tsx'

/** `clearly higher: +26.1 (22.0–30.2)`. */
function Difference({ page, row }: { page: Page; row: ShownNeed }) {
  const { words } = page
  const verdict = needVerdict(page, row)
  const said =
    verdict === 'higher'
      ? words.clearlyMore
      : verdict === 'lower'
        ? words.clearlyLess
        : words.noClearDifference
  return (
    <span class={verdict === 'unclear' ? 'quiet' : `change ${verdict === 'higher' ? 'up' : 'down'}`}>
      {said}: {estimateText(page, row.difference, row.low, row.high, true)}
    </span>
  )
}

function Figures({ page, share, row }: { page: Page; share: string; row: ShownNeed }) {
  const { words, format, book } = page
  const index = indexName(page, book.study.need_met.loyalty).name
  return (
    <>
      <td data-label={share}>{format.percent(row.met)}</td>
      <td data-label={words.indexMet(index)}>
        <Estimate
          page={page}
          value={row.loyalty_met}
          low={row.loyalty_met_low}
          high={row.loyalty_met_high}
          n={row.n_met ?? 0}
        />
      </td>
      <td data-label={words.indexUnmet(index)}>
        <Estimate
          page={page}
          value={row.loyalty_unmet}
          low={row.loyalty_unmet_low}
          high={row.loyalty_unmet_high}
          n={row.n_unmet ?? 0}
        />
      </td>
      <td data-label={words.difference}>
        <Difference page={page} row={row} />
      </td>
    </>
  )
}

interface Props {
  page: Page
  caption: Sentence
  /** what the first column holds */
  head: string
  /** what the second column holds: the share that got it */
  share?: string
  rows: readonly { name: Name; row: NeedMetRow }[]
}

/** Loyalty by whether needs or expectations were met. */
export function NeedTable({ page, caption, head, share = page.words.gotNeeded, rows }: Props) {
  const { words, format, book } = page
  const index = indexName(page, book.study.need_met.loyalty).name
  const needed = format.count(book.study.minimum_segment_n)
  if (rows.length === 0) return null
  return (
    <table class="stack many">
      <caption>
        <Say text={caption} />
      </caption>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{share}</th>
          <th scope="col">{words.indexMet(index)}</th>
          <th scope="col">{words.indexUnmet(index)}</th>
          <th scope="col">{words.difference}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, row }) => (
          <tr>
            <th scope="row">
              <NameText {...name} />
            </th>
            {isNeedShown(row) ? (
              <Figures page={page} share={share} row={row} />
            ) : (
              <td colSpan={4} class="missing">
                {row.reason === 'too_few_ratings' && row.n_met !== null && row.n_unmet !== null
                  ? words.tooFewNeeds(format.count(row.n_met), format.count(row.n_unmet), needed)
                  : row.reason === 'no_variation'
                    ? words.noVariation
                    : words.withheld}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
