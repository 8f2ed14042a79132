/** Which kinds of customers the respondents of a random study are. */
import type { Draft } from './draft.ts'
import type { Kind } from './draft-segments.ts'
import type { PlainSegment, PlainWave } from './plain.ts'

const roles = ['persona', 'town', 'years'] as const
type Role = (typeof roles)[number]

/** Groups of ten years each from 20 on. */
function groupsOf(count: number): Record<string, [number, number]> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, k) => [`${20 + 10 * k}-${29 + 10 * k}`, [20 + 10 * k, 29 + 10 * k]]),
  )
}

/** The roles that wave `t` has a column for. */
export const kindsIn = ({ divided }: Draft, t: number): Role[] =>
  roles.filter((role) => divided[role] !== null && divided.lacks[t]?.[role] !== true)

/** The segments of which a wave has the column. */
export function drawnSegments(
  { divided: { persona, years } }: Draft,
  waves: readonly PlainWave[],
): PlainSegment[] {
  const named = Array.from({ length: persona?.named ?? 0 }, (_, k) => `p${k + 1}`)
  const all: (PlainSegment & { role: Role })[] = [
    // Not in the order of the alphabet.
    { id: 'persona', role: 'persona', categories: named.reverse() },
    { id: 'town', role: 'town' },
    { id: 'age_group', role: 'years', groups: groupsOf(years?.groups ?? 0) },
  ]
  return all.filter(({ role }) => waves.some(({ kinds }) => kinds?.includes(role)))
}

/** What stands in the columns of rating `j` of respondent `i` in wave `t`. */
export function kindsOf({ divided }: Draft, i: number, j: number, t: number): Record<Role, string> {
  const { persona, town, years, blank, kinds, perRating } = divided
  const drawn: Kind = kinds[(7 * i + (perRating ? 3 * j : 0) + 13 * t) % kinds.length] ?? {
    ...{ persona: 0, town: 0, years: 0 },
  }
  const named = (persona?.named ?? 1) + (persona?.others ? 1 : 0)
  const cell = (digit: number, value: string) => (digit < blank ? '' : value)
  return {
    persona: cell(drawn.persona, `p${(drawn.persona % named) + 1}`),
    // The first town is the largest.
    town: cell(
      drawn.town,
      ['Oslo', 'Bergen', 'Å', 'x', 'y', 'z'][Math.max(0, (drawn.town % (town?.values ?? 1)) - 2)] ?? 'w',
    ),
    // Some are too old for the last group.
    years: cell(drawn.years, String(20 + ((7 * drawn.years) % (10 * (years?.groups ?? 1) + 3)))),
  }
}
