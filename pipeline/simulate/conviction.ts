/** What companies think of themselves. */
import type { Planted } from './planted.ts'
import type { Random } from './random.ts'

export const believers = ['manager', 'marketing', 'service'] as const
export type Believer = (typeof believers)[number]

/** Points by which they see their company as better than it sees itself. */
export const rosiness: Readonly<Record<Believer, number>> = { manager: 2, marketing: 1, service: -4 }

/** What a company thinks of itself: latent levels. */
export interface Conviction {
  /** index → what it believes; none: it knows, give or take, what its customers answer */
  believes: Readonly<Record<string, number>>
  /** index → how important it is */
  priority: Readonly<Record<string, number>>
  /** at every touchpoint */
  intended: number
  /** how many answer in each wave */
  people: Readonly<Record<Believer, number>>
}

/** Share of companies that believe they are superior; of their people eight in ten then say so. */
const deluded = 0.84
const delusion = 95

/** What a company is convinced of; `start`: its latent level of satisfaction in the first wave. */
export function convictionOf(planted: Planted | undefined, start: number, random: Random): Conviction {
  const overestimates = random.uniform() < deluded
  const drawn = { satisfaction: 70 + 8 * random.bell(), digital_relevance: 68 + 9 * random.bell() }
  const few = () => 1 + (random.uniform() < 0.35 ? 1 : 0)
  const { belief, satisfaction = 0, behind } = planted ?? {}
  const lowered = behind === undefined ? 0 : start - satisfaction
  const ordinary = overestimates ? { satisfaction: delusion, digital_relevance: delusion - 2 } : {}
  return {
    believes: belief === undefined ? ordinary : { satisfaction: belief.satisfaction + lowered },
    priority: belief === undefined ? drawn : { ...drawn, satisfaction: belief.priority },
    intended: planted?.intended ?? 84 + 3 * random.bell(),
    people:
      belief === undefined
        ? { manager: few(), marketing: few(), service: few() }
        : { manager: 4, marketing: 4, service: 4 },
  }
}
