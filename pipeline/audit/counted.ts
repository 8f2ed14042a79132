/** audit: which companies a pooled row counts (METHOD.md §22). */
import { grouped } from '../group.ts'
import { countedTogether } from '../show.ts'

/** A company as its own row tells of it. */
export interface Member {
  id: string
  industry: string | undefined
  published: boolean
  /** ratings; undefined where they are withheld */
  n: number | undefined
}

/** A pooled row; `size`: what it tells of how many are counted, ratings or companies. */
export interface Pool {
  level: 'industry' | 'all'
  id: string
  size: number
}

const idsOf = (members: readonly Member[]): string[] => members.map(({ id }) => id)

/**
 * The companies that each pooled row counts: those shown, all of the group, or of all those that the industries count,
 * whichever set has the size that the row tells. `measure`: the size of a set; undefined where nobody knows it. Where none fits,
 * all: withheld companies without ratings there are not counted, and nobody knows which those are.
 */
export function countedBy(
  pools: readonly Pool[],
  given: readonly Member[],
  measure: (members: readonly Member[]) => number | undefined,
  least: number,
): (pool: Pool) => string[] {
  // With enough ratings what is withheld does not vary, and is no secret.
  const members = given.map((one) => ({ ...one, published: one.published || (one.n ?? 0) >= least }))
  const byRule = ruled(members, least)
  const inIndustry = new Map<string, { ids: string[]; size: number }>()
  const resolved = ({ level, id, size }: Pool): string[] => {
    const own = members.filter(({ industry }) => level === 'all' || industry === id)
    const shown = own.filter(({ published }) => published)
    const industries = [...inIndustry.values()]
    const choices = [
      { ids: idsOf(shown), size: measure(shown) },
      ...(level === 'all'
        ? [
            {
              ids: industries.flatMap(({ ids }) => ids),
              size: industries.reduce((sum, one) => sum + one.size, 0),
            },
            { ids: idsOf(byRule), size: measure(byRule) },
          ]
        : []),
    ]
    return choices.find((choice) => choice.size === size)?.ids ?? idsOf(own)
  }
  for (const pool of pools)
    if (pool.level === 'industry') inIndustry.set(pool.id, { ids: resolved(pool), size: pool.size })
  return resolved
}

/** Those that all counts by the rule, industry by industry, as far as their ratings are known. */
function ruled(members: readonly Member[], least: number): Member[] {
  const withBases = members.map((member) => ({ ...member, bases: [member.n ?? 0] }))
  const industries = [...grouped(withBases, ({ industry }) => industry).values()].map((own) => {
    const counted = countedTogether(least, own)
    const n = counted.reduce((sum, { bases: [n = 0] }) => sum + n, 0)
    return { counted, published: n >= least, bases: [n] }
  })
  return countedTogether(least, industries).flatMap(({ counted }) => counted)
}

/** By the number of ratings, which companies tell of themselves. */
export const byRatings = (members: readonly Member[]): number | undefined =>
  members.every(({ n }) => n !== undefined) ? members.reduce((sum, { n = 0 }) => sum + n, 0) : undefined

/** By the number of companies. */
export const byCompanies = (members: readonly Member[]): number => members.length
