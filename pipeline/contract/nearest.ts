/** "Did you mean …?" */
import { distance } from 'fastest-levenshtein'
import { shown } from '../errors.ts'

const letters = (word: string): string => [...word].sort().join('')

/** The known word nearest to what was written, when it is near enough to be meant: one letter in three, or swapped ones. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  if (written.length > 100) return undefined
  const lower = written.toLowerCase()
  let best: { word: string; steps: number } | undefined
  for (const word of known) {
    const reach = Math.floor(Math.max(written.length, word.length) / 3)
    if (word === written || Math.abs(word.length - written.length) > reach) continue
    const swapped = letters(lower) === letters(word.toLowerCase())
    const steps = swapped
      ? Math.min(1, distance(lower, word.toLowerCase()))
      : distance(lower, word.toLowerCase())
    if ((swapped || steps <= reach) && (best === undefined || steps < best.steps)) best = { word, steps }
  }
  return best?.word
}

/** The words, the first twelve of many. */
export const listed = (words: readonly string[]): string =>
  words.slice(0, 12).map(shown).join(', ') + (words.length > 12 ? `, … (${words.length} in all)` : '')

/** What to do about an unknown word: the nearest known one, else the known ones, else the remedy. */
export function hintFor(written: string, known: readonly string[], nouns: string): string {
  const meant = nearest(written, known)
  if (meant !== undefined) return `did you mean ${meant}?`
  return known.length === 0 ? `there are no ${nouns}` : `known ${nouns}: ${listed(known)}`
}
