/** Texts in the languages of the study. */
import type { Words } from './study.ts'

/** Spreads a text over all languages; a missing language gets the first one given, in the study's order. */
export function wordsOf(
  text: string | Readonly<Record<string, string>>,
  languages: readonly string[],
): Words {
  if (typeof text === 'string') return Object.fromEntries(languages.map((language) => [language, text]))
  const fallback = languages.map((language) => text[language]).find((given) => given !== undefined) ?? ''
  return Object.fromEntries(languages.map((language) => [language, text[language] ?? fallback]))
}

/** `digital_relevance` → `Digital relevance`. */
export function labelOf(id: string): string {
  const spaced = id.replaceAll('_', ' ').trim()
  return spaced === '' ? id : spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

/** The parts that are given, without keys for those that are not. */
export function given<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const present = Object.entries(parts).filter(([, value]) => value !== undefined)
  return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

const natural = new Intl.Collator('en', { numeric: true })

/** Natural order: `w2` before `w10`. */
export const inNaturalOrder = (a: string, b: string): number =>
  natural.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0)

/** Below 0 where a lies before b: in the order of the waves given; in natural order where one of them is no wave. */
export function inTime(waves: readonly string[], a: string, b: string): number {
  const [i, j] = [waves.indexOf(a), waves.indexOf(b)]
  return i < 0 || j < 0 ? inNaturalOrder(a, b) : i - j
}

/** All waves in order of time: one that is not among `waves` comes before the first that natural order puts after it. */
export function timelineOf(waves: readonly string[], others: readonly string[]): string[] {
  const place = (wave: string): number => {
    const [own, next] = [waves.indexOf(wave), waves.findIndex((known) => inNaturalOrder(wave, known) < 0)]
    if (own >= 0) return own
    return (next < 0 ? waves.length : next) - 0.5
  }
  return [...new Set([...waves, ...others])].sort((a, b) => place(a) - place(b) || inNaturalOrder(a, b))
}
