/** What the questionnaire takes up over the waves. */
export type Phase = 'start' | 'digital' | 'explain' | 'touchpoints' | 'reworded'

const shares: Readonly<Record<Phase, number>> = {
  start: 0,
  digital: 0.4,
  explain: 0.5,
  touchpoints: 0.6,
  reworded: 0.7,
}

/** Whether the phase has begun in wave number `index` of `count`. */
export const hasBegun = (phase: Phase, index: number, count: number): boolean =>
  index >= Math.floor(shares[phase] * count)
