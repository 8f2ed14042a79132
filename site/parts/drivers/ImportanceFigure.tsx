import type { DriverRow } from '../../../pipeline/tables.ts'
import { indexName, type Page } from '../../book.ts'
import { intervalChart } from '../../charts/intervals.ts'
import { matters, ordered } from '../../driver-verdicts.ts'
import { type Name, plain } from '../../sentence.ts'
import { Figure } from '../Figure.tsx'

interface Props {
  page: Page
  /** whose drivers they are */
  name: Name
  rows: readonly DriverRow[]
}

/** Limits of an axis of shares in per cent: 0 and all figures, in tens. */
export const shareDomain = (shares: readonly (number | null)[]): [number, number] => {
  const known = shares.map((share) => 100 * (share ?? 0))
  return [Math.floor(Math.min(0, ...known) / 10) * 10, Math.ceil(Math.max(20, ...known) / 10) * 10]
}

/** How much each driver matters, with its interval, the largest first. Nothing where it is not known. */
export function ImportanceFigure({ page, name, rows }: Props) {
  const { words, format, view, book } = page
  const shown = ordered(rows)
  if (shown.length === 0) return null
  const share = (value: number | null) => (value === null ? null : 100 * value)
  const shares = shown.map(({ importance }) => importance)
  const draw = (width: number, stacked: boolean) =>
    intervalChart({
      rows: shown.map((row) => ({
        name: indexName(page, row.driver).name,
        score: 100 * row.importance,
        low: share(row.importance_low),
        high: share(row.importance_high),
        ranked: matters(row),
        label: format.score(100 * row.importance),
      })),
      domain: shareDomain(shown.flatMap((row) => [row.importance, row.importance_low, row.importance_high])),
      ...{ average: undefined, width, stacked, tick: format.count },
    })
  return (
    <Figure
      page={page}
      id="importance"
      title={plain(words.importanceTitle(name, indexName(page, view.drivers.outcome), view.wave.id))}
      says={words.importanceSays(
        shown.length,
        format.portion(Math.min(...shares)),
        format.portion(Math.max(...shares)),
      )}
      note={words.importanceKey(format.confidence(book.study.confidence))}
      drawings={[
        { svg: draw(720, false), on: 'wide' },
        { svg: draw(340, true), on: 'narrow' },
      ]}
    />
  )
}
