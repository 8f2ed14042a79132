/** How alike two questions of different waves are: by name, by answers. */
import { distance } from 'fastest-levenshtein'
import type { Question } from './items.ts'
import { readings } from './names.ts'

function near(a: string, b: string): number {
  if (a === '' || b === '') return 0
  if (a === b) return a.length > 1 ? 1 : 0.6
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length >= 3 && long.startsWith(short) && !/^[a-z]{0,2}\d+$/.test(short)) return 0.9
  const ratio = 1 - distance(a, b) / long.length
  return short.length >= 3 && ratio >= 0.6 ? ratio : 0
}

/** 0 for names that have nothing in common, 1 for one name; the number of the question does not count. */
export const nameLikeness = (a: string, b: string): number =>
  Math.max(...readings(a).flatMap((one) => readings(b).map((other) => near(one, other))))

/** The share of answers that two questions distribute alike, 0-1. */
export function overlap(a: Question, b: Question): number {
  const shares = ({ answers: { numbers }, min, max }: Question): Map<number, number> => {
    const inside = [...numbers].filter(([value]) => value >= min && value <= max)
    const n = inside.reduce((sum, [, times]) => sum + times, 0)
    return new Map(inside.map(([value, times]) => [value, times / n]))
  }
  const [mine, theirs] = [shares(a), shares(b)]
  return [...mine].reduce((sum, [value, share]) => sum + Math.min(share, theirs.get(value) ?? 0), 0)
}

/** One question can be the other only on one scale; a lowest answer that nobody gave may differ. */
export const oneScale = (a: Question, b: Question): boolean =>
  a.max === b.max && (a.min === b.min || (a.max === 10 && a.min >= 0 && b.min >= 0))
