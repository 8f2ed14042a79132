/** What codes beside a scale usually mean. */
import type { MissingKind } from '../contract/study.ts'
import type { Answers, Range } from './answers.ts'
import { type Guess, many } from './draft.ts'

const usual: Readonly<Record<string, MissingKind>> = {
  97: 'not_applicable',
  98: 'dont_know',
  99: 'refused',
  997: 'not_applicable',
  998: 'dont_know',
  999: 'refused',
  9997: 'not_applicable',
  9998: 'dont_know',
  9999: 'refused',
  96: 'not_applicable',
  88: 'dont_know',
  77: 'refused',
  8: 'dont_know',
  9: 'dont_know',
}

const guessed = (code: number, max: number): MissingKind => {
  if (code <= 0) return 'not_asked'
  return usual[code] ?? (code === max + 1 ? 'not_applicable' : 'dont_know')
}

/**
 * The codes of a question that are no answer, each with the likeliest reason. The set 97-99 around a 98 has the usual
 * meaning; other numbers wait for a decision, and so do words that do not say.
 */
export function missingOf(
  { numbers, words }: Answers,
  { max, codes, edges }: Range,
  kept: ReadonlySet<number>,
  column: string,
  whyOf: (edge: number) => string,
): Map<string, Guess<MissingKind>> {
  const found = new Map<string, Guess<MissingKind>>()
  const all = [...codes, ...edges.filter((edge) => !kept.has(edge))].sort((a, b) => a - b)
  const known = all.includes(98) && codes.every((code) => code >= 97 && code <= 99)
  for (const code of all) {
    const times = `${column}: ${many(numbers.get(code) ?? 0, 'time')}`
    const isUsual = known && codes.includes(code)
    const why = edges.includes(code)
      ? `${times}; ${whyOf(code)}`
      : `${times}${isUsual ? '; the usual meaning, no label says so' : ''}`
    found.set(String(code), { value: guessed(code, max), todo: !isUsual, why })
  }
  for (const [word, kind] of words) found.set(word, { value: kind ?? 'dont_know', todo: kind === undefined })
  return found
}
