import type { TopTenRow } from '../../pipeline/tables.ts'
import type { Page } from '../book.ts'
import { type SharePoint, shareChart } from '../charts/shares.ts'
import { byChance, type Mix, runsOfMore, ten } from '../mix.ts'
import { indicesOf } from '../mix-sentences.ts'
import { plain } from '../sentence.ts'
import { Figure } from './Figure.tsx'

const turnoverPoints = (rows: readonly TopTenRow[]): SharePoint[] =>
  rows.flatMap(({ share, turnover, turnover_low, turnover_high, turnover_expected }) =>
    turnover === null
      ? []
      : [{ share, value: turnover, low: turnover_low, high: turnover_high, expected: turnover_expected }],
  )

const tauPoints = (rows: readonly TopTenRow[]): SharePoint[] =>
  rows.flatMap(({ share, kendall_tau, tau_low, tau_high }) =>
    kendall_tau === null ? [] : [{ share, value: kendall_tau, low: tau_low, high: tau_high }],
  )

/** At which shares more drop out than chance can explain; nothing where that is not known. */
function turnoverSays(page: Page, { shares }: Mix): string {
  const { words, format, book } = page
  const { confidence } = book.study
  const known = shares.filter((row) => byChance(row, confidence) !== 'unknown').length
  const most = Math.max(...shares.map(({ turnover }) => turnover ?? 0))
  const at = shares.find(({ turnover }) => turnover === most)?.share ?? 0
  const runs = runsOfMore(shares, confidence).map(
    ([from, to]) => [format.confidence(from), format.confidence(to)] as const,
  )
  return [
    ...(most > 0 ? [words.sharesFrom(most, format.confidence(at))] : []),
    ...(runs.length > 0 ? [words.sharesWhere(runs)] : known > 0 ? [words.sharesNever(known)] : []),
  ].join(' ')
}

/** How many drop out at each share, or how far the orders agree where nobody can. */
export function SharesFigure({ page, mix }: { page: Page; mix: Mix }) {
  const { words, format, book } = page
  const { other } = indicesOf(page, mix)
  const turnover = turnoverPoints(mix.shares)
  const tau = tauPoints(mix.shares)
  const points = turnover.length > 0 ? turnover : tau
  const percent = format.confidence(book.study.confidence)
  if (points.length < 2) return null
  const values = points.map(({ value }) => value)
  const reached = points.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value])
  const svg = shareChart({
    points,
    domain: turnover.length > 0 ? [0, Math.max(ten, ...reached) + 0.5] : [Math.min(0, ...reached), 1],
    stated: mix.stated?.share,
    tick: format.ratio,
  })
  const [title, says, key] =
    turnover.length > 0
      ? [words.sharesTitle(other), turnoverSays(page, mix), words.sharesKey(percent)]
      : [
          words.sharesTauTitle(other),
          words.sharesTauSays(
            format.coefficient(Math.min(...values)),
            format.coefficient(Math.max(...values)),
          ),
          words.sharesTauKey(percent),
        ]
  return (
    <Figure
      page={page}
      id="shares"
      title={plain(title)}
      says={says}
      note={key}
      drawings={[{ svg, on: 'both' }]}
    />
  )
}
