import { type Page, to } from '../book.ts'
import { hasMoreThanTen, levelOf, type Mix } from '../mix.ts'
import { indicesOf } from '../mix-sentences.ts'
import { named, type Sentence } from '../sentence.ts'
import { Say } from './Say.tsx'

/** What a reader of the mixed ranking must mind. */
export function MixMind({ page, mix }: { page: Page; mix: Mix }) {
  const { words, format, book } = page
  const { index, other } = indicesOf(page, mix)
  const level = levelOf(mix) ?? 0
  const more = hasMoreThanTen(mix)
  const method = named(words.method, to(page, { kind: 'method' }))
  const points: Sentence[] = [
    words.mindRatings(index, other, indicesOf(page, mix, true).index),
    ...(format.score(level) === format.score(0) ? [] : [words.mindLevel(index, other, level < 0)]),
    [words.mindPlaces],
    ...(more
      ? [
          [words.mindChance(format.confidence(1 - book.study.confidence))],
          words.mindWhole(named(words.shiftsHead, '#shift')),
        ]
      : []),
    words.mindMore(method),
  ]
  return (
    <section>
      <h2>{words.mindHead}</h2>
      <ul>
        {points.map((text) => (
          <li>
            <Say text={text} />
          </li>
        ))}
      </ul>
    </section>
  )
}
