import type { Page } from '../../book.ts'
import { pairSentence } from '../../driver-sentences.ts'
import { isPairShown } from '../../driver-verdicts.ts'
import { key } from '../../rows.ts'
import { Say } from '../Say.tsx'

/** Does much of one driver make up for too little of another: one line for each pair of an entity. Nothing without any. */
export function PairList({ page, level, id }: { page: Page; level: string; id: string }) {
  const pairs = (page.view.drivers.makesUp.get(key(level, id)) ?? []).filter(isPairShown)
  if (pairs.length === 0) return null
  return (
    <ul>
      {pairs.map((row) => (
        <li>
          <Say text={pairSentence(page, row)} />
        </li>
      ))}
    </ul>
  )
}

/** The same for all companies together, and how often in the industries. */
export function MakesUp({ page }: { page: Page }) {
  const { words, view } = page
  const shown = [...view.drivers.makesUp.values()].flat().filter(isPairShown)
  if (shown.length === 0) return null
  const industries = shown.filter(({ level }) => level === 'industry')
  const not = industries.filter(({ verdict }) => verdict === 'does_not_make_up').length
  return (
    <section id="makes-up">
      <h2>{words.makesUpHead}</h2>
      <PairList page={page} level="all" id="all" />
      {industries.length > 0 && <p>{words.makesUpCount(not, industries.length)}</p>}
    </section>
  )
}
