import { indexName, type Page } from '../../book.ts'
import { dumbbellChart } from '../../charts/dumbbell.ts'
import { domainOf } from '../../charts/intervals.ts'
import type { ShownNeed } from '../../need.ts'
import { plain } from '../../sentence.ts'
import { estimateText } from '../Estimate.tsx'
import { Figure } from '../Figure.tsx'

interface Props {
  page: Page
  rows: readonly { name: string; row: ShownNeed }[]
}

/** Loyalty of those who got what they needed, and of those who did not, group by group. */
export function NeedFigure({ page, rows }: Props) {
  const { words, format, view, book } = page
  if (rows.length === 0) return null
  const drawn = rows.map(({ name, row }) => ({
    name,
    open: { at: row.loyalty_unmet, low: row.loyalty_unmet_low, high: row.loyalty_unmet_high },
    filled: { at: row.loyalty_met, low: row.loyalty_met_low, high: row.loyalty_met_high },
    label: estimateText(page, row.difference, row.low, row.high, true),
  }))
  const domain = domainOf(
    drawn.flatMap(({ open, filled }) => [open.at, open.low, open.high, filled.at, filled.low, filled.high]),
  )
  const draw = (width: number, stacked: boolean) => dumbbellChart({ rows: drawn, domain, width, stacked })
  const differences = rows.map(({ row }) => row.difference)
  return (
    <Figure
      page={page}
      id="needs"
      title={plain(words.needTitle(indexName(page, book.study.need_met.loyalty), view.wave.id))}
      says={words.needSays(
        rows.length,
        format.change(Math.min(...differences)),
        format.change(Math.max(...differences)),
      )}
      note={words.needKey(format.confidence(book.study.confidence))}
      drawings={[
        { svg: draw(720, false), on: 'wide' },
        { svg: draw(340, true), on: 'narrow' },
      ]}
    />
  )
}
