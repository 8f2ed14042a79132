/** Pieces of YAML. */
import type { Text } from './text.ts'

/** A text between quotes, whatever is in it. */
export const quoted = (text: string | undefined): string => JSON.stringify(text ?? '')

/** A key with a text per language, below `indent`. */
export const texts = (indent: string, key: string, text: Text | undefined): string =>
  `${indent}${key}:\n${indent}  nb: ${quoted(text?.nb)}\n${indent}  en: ${quoted(text?.en)}\n`

/** A mapping on one line; `written` writes its values, and its keys where it is given. */
export const flow = (
  pairs: Readonly<Record<string, string | null>>,
  written?: (text: string) => string,
): string =>
  `{ ${Object.entries(pairs)
    .map(([key, value]) =>
      written === undefined ? `${key}: ${value}` : `${written(key)}: ${written(value ?? '')}`,
    )
    .join(', ')} }`

/** A text per language on one line. */
export const inline = ({ nb, en }: Text): string => `{ nb: ${quoted(nb)}, en: ${quoted(en)} }`
