import type { DriverRow } from '../../../pipeline/tables.ts'
import { indexInText, indexName, type Page } from '../../book.ts'
import { dumbbellChart } from '../../charts/dumbbell.ts'
import { isFormed } from '../../driver-verdicts.ts'
import { type Name, plain } from '../../sentence.ts'
import { Figure } from '../Figure.tsx'

/** Limits of an axis that holds 0 and all figures, in fives. */
const domainAround = (values: readonly (number | null)[]): [number, number] => {
  const known = values.map((value) => value ?? 0)
  return [Math.floor(Math.min(-5, ...known) / 5) * 5, Math.ceil(Math.max(5, ...known) / 5) * 5]
}

/** Points of the outcome that are lost where a driver fails, and won where it is good. Nothing where neither is known. */
export function CostFigure({ page, name, rows }: { page: Page; name: Name; rows: readonly DriverRow[] }) {
  const { words, format, view, book } = page
  const shown = rows.filter(isFormed).sort((a, b) => a.penalty - b.penalty)
  if (shown.length === 0) return null
  const drawn = shown.map((row) => ({
    name: indexName(page, row.driver).name,
    open: { at: row.penalty, low: row.penalty_low, high: row.penalty_high },
    filled: { at: row.reward, low: row.reward_low, high: row.reward_high },
    label: words.penaltyLabel(format.change(row.penalty), format.change(row.reward)),
  }))
  const domain = domainAround(
    drawn.flatMap(({ open, filled }) => [open, filled].flatMap(({ at, low, high }) => [at, low, high])),
  )
  const draw = (width: number, stacked: boolean) =>
    dumbbellChart({ rows: drawn, domain, width, stacked, zero: true })
  return (
    <Figure
      page={page}
      id="cost"
      title={plain(words.penaltyTitle(name, indexInText(page, view.drivers.outcome), view.wave.id))}
      says={words.penaltySays(
        shown.length,
        format.change(Math.min(...shown.map(({ penalty }) => penalty))),
        format.change(Math.max(...shown.map(({ reward }) => reward))),
      )}
      note={words.penaltyKey(format.confidence(book.study.confidence))}
      drawings={[
        { svg: draw(720, false), on: 'wide' },
        { svg: draw(340, true), on: 'narrow' },
      ]}
    />
  )
}
