/** Texts in the languages of the study, and parts that may be left out. */
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
