import { companyName, indexName, type Page } from '../book.ts'
import { slopeChart } from '../charts/slope.ts'
import { exchangeOf, hasMoreThanTen, type Mix, type Placed } from '../mix.ts'
import { indicesOf, shareText } from '../mix-sentences.ts'
import { plain, type Sentence, say } from '../sentence.ts'
import { ladderOf } from '../slopes.ts'
import { Figure } from './Figure.tsx'

/** Who moves where, in words. */
function movesOf(page: Page, mix: Mix): string {
  const { words } = page
  const moves = (rows: readonly Placed[]) =>
    words.list(
      rows.map(({ company_id, rank, rank_combined }) =>
        words.moveIs(companyName(page, company_id), rank, rank_combined),
      ),
    )
  if (!hasMoreThanTen(mix)) {
    const moved = mix.placed.filter(({ rank, rank_combined }) => rank !== rank_combined)
    return moved.length === 0 ? words.nobodyMoves : plain(words.moveAre(moves(moved)))
  }
  const { alone, entering, leaving } = exchangeOf(mix)
  const said: Sentence[] = [
    [words.stay(alone.length - leaving.length, alone.length)],
    ...(entering.length > 0 ? [words.enterAre(moves(entering))] : []),
    ...(leaving.length > 0 ? [words.leaveAre(moves(leaving))] : []),
  ]
  return plain(said.reduce((before, next) => say`${before} ${next}`))
}

/** Places by the index alone and with the second one, joined by a line per company. */
export function SlopeFigure({ page, mix }: { page: Page; mix: Mix }) {
  const { words } = page
  const { index, other } = indicesOf(page, mix)
  const ladder = ladderOf(mix, (id) => companyName(page, id).name)
  const has = (kind: string) => ladder.slopes.some((slope) => slope.kind === kind)
  const heads = [indexName(page, mix.index).name, words.mixedHead] as const
  const svg = (width: number, narrow: boolean) => slopeChart({ ...ladder, heads, width, narrow })
  return (
    <Figure
      page={page}
      id="places"
      title={plain(words.mixTitle(index, other))}
      says={movesOf(page, mix)}
      note={[
        plain(words.slopeKey(index, other, shareText(page, mix))),
        ...(has('enters') ? [words.slopeEnters] : []),
        ...(has('leaves') ? [words.slopeLeaves] : []),
        ...(ladder.ends === undefined ? [] : [words.slopeEnd]),
        ...(ladder.part ? [words.slopePart] : []),
      ].join(' ')}
      drawings={[
        { svg: svg(720, false), on: 'wide' },
        { svg: svg(340, true), on: 'narrow' },
      ]}
    />
  )
}
