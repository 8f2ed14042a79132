/** First indices: items whose names begin alike. */
import { grouped } from '../group.ts'
import type { DraftIndex, Guess } from './draft.ts'
import { hintAt, plain } from './names.ts'

interface Named {
  id: string
  name: string
  min: number
  max: number
}

/** What the names of items that belong together share: `sat` of `sat1` and `sat_overall`, `q7` of `Q7ART` and `Q7A`. */
function stem(name: string): string {
  const short = plain(name)
  const numbered = /^([a-z]{1,2}\d+)(?=[a-z_])/.exec(short)
  return numbered?.[1] ?? short.split('_')[0]?.replace(/\d+[a-z]?$/, '') ?? short
}

const known: readonly [RegExp, string, string][] = [
  [/^(sat|tilf|satisfaction|tilfredshet|fornoyd)/, 'satisfaction', 'Satisfaction'],
  [/^(loy|loj|loyalty|lojalitet)/, 'loyalty', 'Loyalty'],
  [/^(dig|digital)/, 'digital_relevance', 'Digital relevance'],
]

/** Expected and experienced asked about the same: `exp_app` and `per_app`. */
const touch = /^(exp|expected|expect|forv|forventet)_(.+)$/
const met = /^(per|perc|perceived|experienced|opp|oppl|opplevd)_(.+)$/

/** Touchpoints: pairs of items that ask what was expected and what was experienced. */
export function touchpointsOf(
  items: readonly Named[],
): { id: string; expected: string; experienced: string }[] {
  return items.flatMap(({ id, name }) => {
    const place = touch.exec(plain(name))?.[2]
    const other = items.find((one) => place !== undefined && met.exec(plain(one.name))?.[2] === place)
    return place === undefined || other === undefined
      ? []
      : [{ id: place, expected: id, experienced: other.id }]
  })
}

/** The item that asks whether customers would recommend: named so on 0-10, or the only one on 0-10. */
export function recommendOf(items: readonly Named[]): Guess<string> | undefined {
  const wide = items.filter(({ min, max }) => min === 0 && max === 10)
  const named = wide.find(({ name }) => hintAt(name, 'recommend') > 0)
  if (named !== undefined) return { value: named.id, why: 'its name, and the scale 0-10' }
  const [only] = wide
  if (only === undefined || wide.length > 1 || items.length === 1) return undefined
  return {
    value: only.id,
    todo: true,
    why: 'the only item on 0-10: does it ask whether they would recommend?',
  }
}

/** Indices by the beginning of names; where none has two items, one index of the first three. */
export function indicesOf(items: readonly Named[], apart: ReadonlySet<string>): DraftIndex[] {
  const others = items.filter(({ id }) => !apart.has(id))
  const free = others.length === 0 ? items : others
  const groups = grouped(free, ({ name, max }) => `${stem(name)} ${max}`)
  const found: DraftIndex[] = []
  for (const [key, members] of groups) {
    const shared = key.split(' ')[0] ?? ''
    const isAll = members.length === others.length && others.length > 4
    if (members.length < 2 || shared.length < 2 || isAll) continue
    const [, id = shared.slice(0, 40), label] = known.find(([pattern]) => pattern.test(shared)) ?? []
    if (found.some((index) => index.id === id)) continue
    found.push({
      id,
      label: label === undefined ? { value: shared, todo: true } : { value: label },
      items: members.map((member) => member.id),
      why: `names that begin with ${shared}, on one scale`,
    })
  }
  if (found.length > 0) return found
  const [first] = free
  if (first === undefined) return []
  const together = free.filter(({ max }) => max === first.max).slice(0, 3)
  return [
    {
      id: 'satisfaction',
      label: { value: 'Satisfaction', todo: true },
      items: together.map(({ id }) => id),
      why: 'no names begin alike: the first items on one scale; which belong together?',
    },
  ]
}
