import { beliefHeadline } from '../belief-sentences.ts'
import { type Page, to } from '../book.ts'
import { driverHeadline } from '../driver-sentences.ts'
import { gapHeadline } from '../gap-sentences.ts'
import { groupNews } from '../group-sentences.ts'
import { has } from '../view.ts'
import { Say } from './Say.tsx'

/** The way to what lies behind the scores, each with its sentence; nothing where the edition has none of it. */
export function Behind({ page }: { page: Page }) {
  const { words, view } = page
  const cards = [
    { place: { kind: 'gaps' } as const, name: words.gapsName, head: gapHeadline },
    { place: { kind: 'beliefs' } as const, name: words.beliefsName, head: beliefHeadline },
    { place: { kind: 'drivers' } as const, name: words.driversName, head: driverHeadline },
    { place: { kind: 'groups' } as const, name: words.groupsName, head: groupNews },
  ].flatMap(({ head, ...card }) => {
    const said = has(view, card.place) ? head(page) : undefined
    return said === undefined ? [] : [{ ...card, said }]
  })
  if (cards.length === 0) return null
  return (
    <section>
      <h2>{words.behindHead}</h2>
      <ul class="cards">
        {cards.map(({ place, name, said }) => (
          <li>
            <h3>
              <a href={to(page, place)}>{name}</a>
            </h3>
            <p>
              <Say text={said} />.
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
