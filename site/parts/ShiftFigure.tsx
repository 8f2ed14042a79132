import { companyName, type Page } from '../book.ts'
import { aroundZero, intervalChart } from '../charts/intervals.ts'
import { type Mix, type Placed, ten } from '../mix.ts'
import { indicesOf, shiftsSentence } from '../mix-sentences.ts'
import { plain } from '../sentence.ts'
import { Figure } from './Figure.tsx'

/** More companies than this are not all drawn. */
const longest = 30

type Shifted = Placed & { shift_vs_mean: number }
const isShifted = (row: Placed): row is Shifted => row.shift_vs_mean !== null

/** All companies, or those of the top ten and then the clearest by their standard errors, with the largest gain first. */
function drawnOf({ placed }: Mix): Shifted[] {
  const rows = placed.filter(isShifted)
  const isTop = (row: Shifted) => Math.min(row.rank, row.rank_combined) <= ten
  const clearness = (row: Shifted) =>
    row.shift_vs_mean_se ? Math.abs(row.shift_vs_mean) / row.shift_vs_mean_se : 0
  const others = rows.filter((row) => !isTop(row)).sort((a, b) => clearness(b) - clearness(a))
  const kept = [...rows.filter(isTop), ...others].slice(0, longest)
  return kept.sort((a, b) => b.shift_vs_mean - a.shift_vs_mean)
}

/** How many points each company moves past the others, with its interval. */
export function ShiftFigure({ page, mix }: { page: Page; mix: Mix }) {
  const { words, format, book } = page
  const rows = drawnOf(mix)
  if (mix.placed.length < 2 || rows.length === 0) return null
  const part = rows.length < mix.placed.length
  const draw = (width: number, stacked: boolean) =>
    intervalChart({
      rows: rows.map((row) => ({
        name: companyName(page, row.company_id).name,
        score: row.shift_vs_mean,
        low: row.shift_vs_mean_low,
        high: row.shift_vs_mean_high,
        ranked: row.verdict === 'gains' || row.verdict === 'loses',
        label: format.change(row.shift_vs_mean),
      })),
      domain: aroundZero(
        rows.flatMap((row) => [row.shift_vs_mean, row.shift_vs_mean_low, row.shift_vs_mean_high]),
      ),
      average: 0,
      width,
      stacked,
      tick: format.ratio,
    })
  return (
    <Figure
      page={page}
      id="shifts"
      title={plain(words.shiftTitle(indicesOf(page, mix).other))}
      says={plain(shiftsSentence(page, mix))}
      note={[
        words.shiftKey(format.confidence(book.study.confidence)),
        ...(part ? [words.shiftPart(rows.length)] : []),
      ].join(' ')}
      drawings={[
        { svg: draw(720, false), on: 'wide' },
        { svg: draw(340, true), on: 'narrow' },
      ]}
    />
  )
}
