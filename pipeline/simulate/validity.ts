/** Who answers what: the chances of a valid answer. */
import type { Item } from './items.ts'
import { type AgeGroup, ageGroups, channels, personas } from './population.ts'

/** Chance that the group does not know an answer. */
export const unsureOf = (item: Item, { unsure }: AgeGroup): number => item.dontKnow * unsure

const givenBy = (item: Item, age: AgeGroup): number => 1 - item.notAsked - item.refused - unsureOf(item, age)

/** Ratings by people of one age and kind, served in one way. */
export interface Cell {
  age: AgeGroup
  persona: number
  channel: string
  online: boolean
  /** its share of all ratings */
  chance: number
  /** points added to every latent answer, times its loading; the kind's own leaning towards the company is not in it */
  lenience: number
}

/** All ratings in cells, with their shares in the population. */
export const cells: readonly Cell[] = ageGroups.flatMap((age) =>
  personas.flatMap((kind, persona) => {
    const here = age.population * (age.personas[persona] ?? 0)
    const [person, site] = channels
    const ways = [
      { channel: person, online: false, part: age.offline },
      { channel: person, online: true, part: (1 - age.offline) * (1 - age.site) },
      { channel: site, online: true, part: (1 - age.offline) * age.site },
    ]
    return ways.map(({ channel, online, part }) => ({
      age,
      persona,
      channel: channel.name,
      online,
      chance: here * part,
      lenience: age.lenience + kind.lenience + channel.lenience,
    }))
  }),
)

/** Chance that a cell rates at all where `asked` are asked, and for each item the mean of 1/answered where it counts. */
export function validity(
  asked: readonly Item[],
  least: number,
  { age, online }: Cell,
): { chance: number; parts: readonly number[] } {
  const given = asked.map((item) => (item.online && !online ? 0 : givenBy(item, age)))
  const parts = asked.map(() => 0)
  let chance = 0
  for (let pattern = 1; pattern < 2 ** asked.length; pattern++) {
    const present = asked.map((_, index) => ((pattern >> index) & 1) === 1)
    const answered = present.filter(Boolean).length
    if (answered < least) continue
    const probability = given.reduce(
      (product, share, index) => product * (present[index] === true ? share : 1 - share),
      1,
    )
    chance += probability
    for (const [index, is] of present.entries())
      if (is) parts[index] = (parts[index] ?? 0) + probability / answered
  }
  return { chance, parts }
}
