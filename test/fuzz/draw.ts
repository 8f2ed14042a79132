import { randomStream } from '../../pipeline/simulate/random.ts'

/** Choices that follow from a seed and a label alone. */
export interface Draw {
  /** a whole number from 0 to `count` - 1; 0 where there is nothing to choose from */
  below(count: number): number
  /** one of a list that is not empty */
  pick<const List extends readonly unknown[]>(list: List): List[number]
  chance(probability: number): boolean
  shuffled<T>(list: readonly T[]): T[]
  bytes(count: number): Buffer
}

/** The choices named by a seed and a label. */
export function drawFrom(seed: number, label: string): Draw {
  const { uniform } = randomStream(seed, label)
  const below = (count: number): number => Math.floor(uniform() * Math.max(1, count))
  return {
    below,
    pick: (list) => list[below(list.length)],
    chance: (probability) => uniform() < probability,
    shuffled: (list) =>
      list
        .map((value) => ({ value, place: uniform() }))
        .sort((a, b) => a.place - b.place)
        .map(({ value }) => value),
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => below(256))),
  }
}
