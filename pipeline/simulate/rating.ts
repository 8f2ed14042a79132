/** One rating: what a person experienced with a company, and the answers to it. */
import { answerAt } from './answer.ts'
import type { Company } from './companies.ts'
import { drivers, effect, slopes } from './drivers.ts'
import { type Event, events, type Item } from './items.ts'
import type { Person } from './person.ts'
import { channels, spread } from './population.ts'
import type { Random } from './random.ts'
import { touchpoints } from './touchpoints.ts'
import { unsureOf } from './validity.ts'

/** What lies behind the answers of one person about one company. */
export interface Rating {
  /** uses the company's site or app */
  online: boolean
  channel: string
  /** points added to every latent answer, times its loading */
  feeling: number
  /** of the drivers on satisfaction */
  effect: number
  events: Readonly<Record<Event, number>>
  /** touchpoints met */
  met: ReadonlySet<string>
}

/** Draws what one person experienced with one company. */
export function ratingOf(person: Person, { industry, personas }: Company, random: Random): Rating {
  const online = random.uniform() >= person.age.offline
  const channel = channels[online && random.uniform() < person.age.site ? 1 : 0]
  const happened = Object.fromEntries(events.map((event) => [event, random.bell()])) as Record<Event, number>
  const kind = personas[person.persona] ?? 0
  return {
    online,
    channel: channel.name,
    feeling: person.lenience + channel.lenience + kind + spread.impression * random.bell(),
    effect: drivers.reduce((sum, driver) => sum + effect(slopes[industry.kind][driver], happened[driver]), 0),
    events: happened,
    met: new Set(
      touchpoints
        .filter(({ met, online: needed }) => random.uniform() < met && (online || !needed))
        .map(({ id }) => id),
    ),
  }
}

/** The answer to one item as the study means it, or a missing code: 97, 98, 99 or blank. */
export function answerOf(item: Item, level: number, person: Person, rating: Rating, random: Random): string {
  const fate = random.uniform()
  const noise = random.bell()
  if (item.online && !rating.online) return '97'
  if (item.touchpoint !== undefined && !rating.met.has(item.touchpoint.id)) return '97'
  if (fate < item.notAsked) return ''
  if (fate < item.notAsked + item.refused) return '99'
  if (fate < item.notAsked + item.refused + unsureOf(item, person.age)) return '98'
  const moved = item.loads.reduce((sum, [event, points]) => sum + points * rating.events[event], 0)
  const order = item.ordered ? person.half.shift : 0
  const latent = level + item.shift + item.loading * rating.feeling + item.drivers * rating.effect
  const value = answerAt(item, latent + moved + order + item.noise * noise)
  return String(item.reverse ? item.min + item.max - value : value)
}
