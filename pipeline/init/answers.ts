/** The values of one column read as answers: numbers on a scale, codes beside it, words. */
import type { MissingKind } from '../contract/study.ts'
import type { Column } from './profile.ts'

/** The values of a column that can be a question. */
export interface Answers {
  /** whole number → rows */
  numbers: ReadonlyMap<number, number>
  /** text that holds a number → the number: `10 Very good` → 10 */
  labelled: ReadonlyMap<string, number>
  /** words that are no number → what they mean, undefined where nobody can tell */
  words: ReadonlyMap<string, MissingKind | undefined>
}

const wordings: readonly [RegExp, MissingKind][] = [
  [
    /^(don.?t know|do not know|dk|vet ikke|usikker|ikke sikker|not sure|unsure|no opinion|kan ikke svare|cannot say)\b/i,
    'dont_know',
  ],
  [/^(refused|refusal|prefer not|nekter|vil ikke|ønsker ikke|onsker ikke)/i, 'refused'],
  [
    /^(n\/?a|not applicable|ikke aktuelt|ikke relevant|not relevant|never used|have not used|har ikke brukt|does not apply)\b/i,
    'not_applicable',
  ],
  [
    /^(no answer|not answered|not asked|skipped|blank|missing|ikke (be)?svart|ubesvart|ikke spurt|none|null|nan|#null!|-|\.|sysmis)$/i,
    'not_asked',
  ],
]

/** Why an answer in words is missing; undefined where the words do not say. */
const meaningOf = (words: string): MissingKind | undefined =>
  wordings.find(([pattern]) => pattern.test(words))?.[1]

function numberIn(text: string): number | undefined {
  const [, first, last] =
    /^(-?\d{1,3})\s*(?:[-–=:.)]\s*)?\p{L}.*$/u.exec(text) ??
    /^\p{L}.*?[([](-?\d{1,3})[)\]]()$/u.exec(text) ??
    []
  const written = first || last
  return written === undefined ? undefined : Number(written)
}

/** Reads the values of a column as answers; undefined where it holds something else. */
export function answersOf({ values, distinct, filled }: Column): Answers | undefined {
  if (distinct > 60 || distinct < 2 || values.length < distinct) return undefined
  const numbers = new Map<number, number>()
  const labelled = new Map<string, number>()
  const words = new Map<string, MissingKind | undefined>()
  let strange = 0
  for (const { value, n } of values) {
    const known = meaningOf(value)
    const number = /^[+-]?\d{1,5}([.,]0*)?$/.test(value)
      ? Number(value.replace(',', '.'))
      : known === undefined
        ? numberIn(value)
        : undefined
    if (number === undefined) {
      words.set(value, known)
      if (known === undefined) strange += n
      continue
    }
    if (!/^[+-]?\d/.test(value) || !/^[+-]?[\d.,]+$/.test(value)) labelled.set(value, number)
    numbers.set(number, (numbers.get(number) ?? 0) + n)
  }
  if (numbers.size < 2 || strange > 0.02 * filled || words.size > 8) return undefined
  return { numbers, labelled, words }
}

/** The scale that most values fit, what lies outside it, and values at its ends of which the numbers alone cannot tell. */
export interface Range {
  min: number
  max: number
  /** outside: 97, 98, -1, … */
  codes: readonly number[]
  /** beside the scale: 0 below 1-5, 6 above 1-5 */
  edges: readonly number[]
}

/** Values far from the others: they are no answers. */
function far(sorted: readonly number[]): number[] {
  const start = sorted.findIndex((value, k) => k > 0 && value >= 20 && value - (sorted[k - 1] ?? 0) >= 5)
  const near = start < 0 ? sorted : sorted.slice(0, start)
  const symmetric = (near[0] ?? 0) >= -5 && near.at(-1) === -(near[0] ?? 0)
  return [...(symmetric ? [] : near.filter((value) => value < 0)), ...sorted.slice(near.length)]
}

/** 8 and 9 above a scale that ends at 5 to 7, with nothing in between. */
function detached(near: readonly number[]): number[] {
  const gap = near.findIndex((value, k) => k > 1 && value - (near[k - 1] ?? 0) >= 2)
  const [last = 0, next = 0] = [near[gap - 1], near[gap]]
  const whole = near.slice(0, gap).filter((value) => value >= 1).length === last
  return gap > 0 && next >= 8 && (near.at(-1) ?? 0) <= 9 && last >= 4 && last <= 7 && whole
    ? near.slice(gap)
    : []
}

/** The scale of the numbers; undefined where they are no ratings. */
export function rangeOf({ numbers }: Pick<Answers, 'numbers'>): Range | undefined {
  const sorted = [...numbers.keys()].sort((a, b) => a - b)
  const outside = far(sorted)
  const around = sorted.filter((value) => !outside.includes(value))
  const loose = detached(around)
  const near = around.filter((value) => !loose.includes(value))
  const codes = [...loose, ...outside].sort((a, b) => a - b)
  const [low, high] = [near[0], near.at(-1)]
  if (low === undefined || high === undefined || near.length < 2 || high > 11 || low < -5 || codes.length > 6)
    return undefined
  if (low < 0) return high === -low ? { min: low, max: high, codes, edges: [] } : undefined
  const answered = near.reduce((sum, value) => sum + (numbers.get(value) ?? 0), 0)
  const zero = low === 0
  if (high >= 10 || (high === 9 && answered < 1000) || (high === 8 && answered < 100))
    return { min: zero ? 0 : 1, max: 10, codes, edges: [...(zero ? [0] : []), ...(high === 11 ? [11] : [])] }
  const max =
    high === 9
      ? 9
      : high >= 7
        ? 7
        : high === 4 && answered >= 100
          ? 4
          : high <= 3 && answered >= 100
            ? high
            : 5
  return { min: 1, max, codes, edges: [...(zero ? [0] : []), ...(high > max ? [high] : [])] }
}
