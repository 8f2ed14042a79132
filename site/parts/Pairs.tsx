import type { Comparison } from '../../pipeline/tables.ts'
import { companyName, type Page } from '../book.ts'
import type { Sentence } from '../sentence.ts'
import { sameSide } from '../sentences.ts'
import { key } from '../view.ts'
import { Say } from './Say.tsx'

function pairSentence(page: Page, row: Comparison): Sentence {
  const { words, format } = page
  const higher = row.verdict === 'a_higher' ? row.company_a : row.company_b
  const lower = row.verdict === 'a_higher' ? row.company_b : row.company_a
  const difference = row.difference ?? 0
  return words.pairIs(
    companyName(page, higher),
    companyName(page, lower),
    format.score(Math.abs(difference)),
    format.range(...sameSide(difference, row.low ?? difference, row.high ?? difference)),
  )
}

/** The pairs of companies in an industry that differ clearly. */
export function Pairs({ page, index, industry }: { page: Page; index: string; industry: string }) {
  const { words, view } = page
  const pairs = view.pairs.get(key(index, industry)) ?? []
  const clear = pairs
    .filter((row) => row.verdict !== 'no_clear_difference')
    .sort((a, b) => Math.abs(b.difference ?? 0) - Math.abs(a.difference ?? 0))
  const tested = pairs.filter((row) => row.p_value !== null).length
  return (
    <>
      <h3>{words.pairsHead}</h3>
      <p>{pairs.length === 0 ? words.noPairs : words.pairs(clear.length, pairs.length)}</p>
      {clear.length > 0 && (
        <ul>
          {clear.map((row) => (
            <li>
              <Say text={pairSentence(page, row)} />.
            </li>
          ))}
        </ul>
      )}
      {tested > 1 && <p class="small">{words.pairsHolm(tested)}</p>}
    </>
  )
}
