/** Companies that something is planted in, for others to find. A place beyond the last company is left out. */
export interface Planted {
  /** in the register */
  place: number
  /** as truth.csv names it */
  effect: string
  /** one sentence without commas */
  says: string
  /** without so many waves there is nothing to find */
  waves?: number
  /** chance of being rated, relative to other companies */
  share: number
  /** latent level of satisfaction in the first wave */
  satisfaction: number
  /** latent points that this lies below its industry at least: else it is lowered, with what its people believe */
  behind?: number
  /** standard deviation of the steps from wave to wave */
  pace?: number
  /** latent points by which satisfaction jumps in the last wave */
  jump?: number
  /** latent level of digital relevance */
  digital?: number
  /** points that expectations and experiences at touchpoints lie off those of the industry; kept promises off theirs */
  expected?: number
  experienced?: number
  promises?: number
  /** points that one kind of customer, by place in `personas`, lies below the others */
  persona?: { kind: number; points: number }
  /** what the company's own people believe of its satisfaction, and how important they call it: latent levels */
  belief?: { satisfaction: number; priority: number }
  /** the latent level that the company intends at its touchpoints */
  intended?: number
}

/** Latent points that make about 9 on the scale of the index: enough to be told from chance among all companies. */
const jump = 10

const digitalLeader = {
  effect: 'digital_leader',
  says: 'among the first in digital relevance and outside the first ten in satisfaction',
  share: 1.6,
  satisfaction: 75,
  digital: 84,
}

export const planted: readonly Planted[] = [
  {
    place: 6,
    effect: 'up',
    waves: 2,
    says: 'rises by about 9 points in the last wave',
    share: 2.2,
    satisfaction: 69,
    jump,
  },
  {
    place: 9,
    effect: 'down',
    waves: 2,
    says: 'falls by about 9 points in the last wave',
    share: 2.2,
    satisfaction: 73,
    jump: -jump,
  },
  {
    place: 10,
    effect: 'leader',
    says: 'leads in satisfaction in every wave',
    share: 1.3,
    satisfaction: 90,
    pace: 0.3,
  },
  {
    place: 15,
    effect: 'inflated_promises',
    says: 'raises expectations above those of its industry and delivers as others do',
    share: 2.6,
    satisfaction: 69,
    expected: 11,
    experienced: 0,
    promises: -8,
    intended: 92,
  },
  {
    place: 26,
    effect: 'bad_delivery',
    says: 'is expected to be as others are and delivers less at every touchpoint',
    share: 2.6,
    satisfaction: 65,
    expected: 0,
    experienced: -11,
  },
  {
    place: 34,
    effect: 'neglects_persona',
    says: 'serves customers who want advice (persona 2) worse than all others',
    share: 3.4,
    satisfaction: 74,
    persona: { kind: 1, points: -13 },
  },
  {
    place: 36,
    effect: 'does_not_know',
    says: 'believes that its customers are very satisfied while they are not',
    share: 2,
    satisfaction: 62,
    belief: { satisfaction: 96, priority: 80 },
  },
  {
    place: 45,
    effect: 'does_not_act',
    waves: 5,
    says: 'knows that its customers are not satisfied and calls it important and has not improved in any wave',
    share: 2,
    satisfaction: 63,
    behind: 6,
    belief: { satisfaction: 63, priority: 95 },
  },
  {
    place: 53,
    effect: 'does_not_want',
    says: 'knows that its customers are not satisfied and does not call it important',
    share: 2,
    satisfaction: 63,
    behind: 9,
    belief: { satisfaction: 62, priority: 22 },
  },
  {
    place: 56,
    effect: 'plain_by_intention',
    says: 'promises little and delivers just that: no gap although both lie below the industry',
    share: 2,
    satisfaction: 70,
    expected: -9,
    experienced: -9,
    intended: 45,
  },
  { ...digitalLeader, place: 22 },
  { ...digitalLeader, place: 38 },
  { ...digitalLeader, place: 58 },
]

export const plantedAt = (place: number): Planted | undefined =>
  planted.find((candidate) => candidate.place === place)

/** Companies that something happens to in the last wave, by place in the register. */
export const events = { successor: 0, renamed: 1, merged: 3, fresh: 8 } as const
