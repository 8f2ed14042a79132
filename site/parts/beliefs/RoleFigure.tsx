import { roleName } from '../../belief-sentences.ts'
import type { ShownBelief, ShownTogether } from '../../belief-verdicts.ts'
import { indexName, type Page } from '../../book.ts'
import { dumbbellChart } from '../../charts/dumbbell.ts'
import { domainOf } from '../../charts/intervals.ts'
import { plain } from '../../sentence.ts'
import { rowOf } from '../../verdicts.ts'
import { estimateText } from '../Estimate.tsx'
import { Figure } from '../Figure.tsx'

interface Props {
  page: Page
  index: string
  rows: readonly (ShownBelief | ShownTogether)[]
  /** the company, where the rows are of one */
  company?: string
}

/** What companies believe, and what customers answer, role by role. Nothing without rows. */
export function RoleFigure({ page, index, rows, company }: Props) {
  const { words, format, view, book } = page
  if (rows.length === 0) return null
  const score = company === undefined ? undefined : rowOf(view, index, 'company', company)
  const { low = null, high = null } = score?.published ? score : {}
  const drawn = rows.map((row) => ({
    name: roleName(page, row.role).name,
    open: {
      at: row.believed,
      low: 'believed_low' in row ? row.believed_low : null,
      high: 'believed_high' in row ? row.believed_high : null,
    },
    filled: { at: row.actual, low, high },
    label: estimateText(page, row.gap, row.low, row.high, true),
  }))
  const domain = domainOf(
    drawn.flatMap(({ open, filled }) => [open, filled].flatMap(({ at, low, high }) => [at, low, high])),
  )
  const draw = (width: number, stacked: boolean) => dumbbellChart({ rows: drawn, domain, width, stacked })
  const gaps = rows.map(({ gap }) => gap)
  return (
    <Figure
      page={page}
      id={`roles-${index}`}
      title={plain(words.roleChartTitle(indexName(page, index), view.wave.id))}
      says={words.roleChartSays(
        rows.length,
        format.change(Math.min(...gaps)),
        format.change(Math.max(...gaps)),
      )}
      note={
        company === undefined
          ? words.roleChartKey
          : words.ownRoleKey(format.confidence(book.study.confidence))
      }
      drawings={[
        { svg: draw(720, false), on: 'wide' },
        { svg: draw(340, true), on: 'narrow' },
      ]}
    />
  )
}
